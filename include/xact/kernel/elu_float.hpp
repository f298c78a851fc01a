#ifndef XACT_KERNEL_ELU_FLOAT_HPP
#define XACT_KERNEL_ELU_FLOAT_HPP

#include <xact/kernel/exponential_float.hpp>

// e^x - 1 for x < 0 in float lanes with FMA.
//
//   e^x = S (1 + g),  S = T_j 2^k,  T_j of 9 bits, so that S - 1 is exact for S >= 2^-16;  e^x - 1 = (S - 1) + S g
//   g = e^r - 1 = r + r^2 P(r),  r = x - k ln 2 + ...
//
// In the interval next to 0, S = 1 and r = x. In the others T_j lies a quarter of a step above the middle, so that S g
// is at most half of the sum in the second interval too. The float ln 2 serves alone: what it is off by, 2^-29, counts
// as 2^-29 k e^x.

namespace xact::kernel {

namespace elu_float_constants {
// tests/coefficients/generate.py: expm1_float
template <std::size_t Size> struct short_steps;
template <> struct short_steps<16> {
    static constexpr std::size_t size = 16;
    static constexpr float step[16] = {0x1p0f,     0x1.fdp-1f, 0x1.f9p-1f, 0x1.f6p-1f, 0x1.f3p-1f, 0x1.fp-1f,
                                       0x1.efp-1f, 0x1.edp-1f, 0x1.edp-1f, 0x1.edp-1f, 0x1.eep-1f, 0x1.fp-1f,
                                       0x1.f2p-1f, 0x1.f5p-1f, 0x1.f9p-1f, 0x1.fep-1f};
    static constexpr float step_shift[16] = {0.0f,
                                             -0x1.972008p-8f,
                                             -0x1.ac336ep-8f,
                                             -0x1.147896p-7f,
                                             -0x1.12b5f6p-7f,
                                             -0x1.ac4812p-8f,
                                             -0x1.27a986p-7f,
                                             -0x1.b3541ap-8f,
                                             -0x1.0af046p-7f,
                                             -0x1.fa5f88p-8f,
                                             -0x1.0807d2p-7f,
                                             -0x1.25e682p-7f,
                                             -0x1.065d1ap-7f,
                                             -0x1.eda8p-8f,
                                             -0x1.e5e4fcp-8f,
                                             -0x1.eda7e8p-8f};
    static constexpr float curvature[3] = {0x1.000002p-1f, 0x1.55575cp-3f, 0x1.53df8ep-5f};
};
template <> struct short_steps<8> {
    static constexpr std::size_t size = 8;
    static constexpr float step[8] = {0x1p0f,    0x1.f8p-1f, 0x1.f8p-1f, 0x1.fp-1f,
                                      0x1.fp-1f, 0x1.fp-1f,  0x1.f4p-1f, 0x1.fcp-1f};
    static constexpr float step_shift[8] = {0.0f,
                                            -0x1.851f18p-9f,
                                            -0x1.920bcep-6f,
                                            -0x1.8954d8p-7f,
                                            -0x1.0b94f8p-6f,
                                            -0x1.ac4812p-7f,
                                            -0x1.9d057cp-7f,
                                            -0x1.c21f2ep-7f};
    static constexpr float curvature[3] = {0x1.00001ep-1f, 0x1.555c32p-3f, 0x1.50ddacp-5f};
};
} // namespace elu_float_constants

namespace detail {

/// e^x - 1 = whole + step * (r + rest).
template <class V> struct expm1_parts { V whole, step, r, rest; };

template <class V> XACT_INLINE expm1_parts<V> expm1_parts_of(V const& x) {
    using table = elu_float_constants::short_steps<simd::lookup_entries<typename V::arch> == 32 ? 16 : 8>;
    constexpr float steps_in_low_bits = 0x1.8p23f / table::size;
    V const limited = simd::negative_at_least(x, -18.0f);
    V const shifted = fma(limited, log2e_float, steps_in_low_bits);
    V const r = fnma(shifted - steps_in_low_bits, ln2_float, limited) + simd::lookup(table::step_shift, shifted);
    constexpr int below = table::size == 16 ? 19 : 20;
    V const step = simd::from_bits<float>(simd::bits(simd::lookup(table::step, shifted)) +
                                          simd::shift_left<below>(simd::bits(shifted)));
    V const curvature = fma(fma(r, table::curvature[2], table::curvature[1]), r, table::curvature[0]);
    return {step - 1.0f, step, r, curvature * r};
}

} // namespace detail

/// x, or e^x - 1 where x < 0, with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V elu_float(V const& x) {
    auto const e = detail::expm1_parts_of(x);
    return select(x < V(0.0f), fma(e.step, fma(e.rest, e.r, e.r), e.whole), x);
}

/// A factor as the sum of two floats.
struct float_sum {
    float high, low;

    constexpr explicit float_sum(double value)
        : high(static_cast<float>(value)), low(static_cast<float>(value - static_cast<double>(high))) {}
};

/// rise x, or fall (e^x - 1) where x < 0, with an error below 1 ULP (measured over all floats for selu).
template <class V> XACT_INLINE V scaled_elu_float(V const& x, float_sum const& rise, float_sum const& fall) {
    auto const e = detail::expm1_parts_of(x);
    V const g = fma(e.rest, e.r, e.r), y = fma(e.step, g, e.whole);
    V const y_low = fma(e.step, fma(e.rest, e.r, e.r - g), fma(e.step, g, e.whole - y));
    V const product = y * fall.high;
    V const below = product + fma(y_low, fall.high, fma(y, fall.low, fms(y, V(fall.high), product)));
    // Infinity keeps out of the low part, whose sign is not that of a zero.
    V const above = fma(x, rise.high, simd::at_most(x, 0x1.fffffep127f) * rise.low);
    return select(x < V(0.0f), below, above | simd::sign_of(x));
}

/// 1 for x > 0, else e^x, with an error below 1 ULP.
template <class V> XACT_INLINE V elu_slope_float(V const& x) {
    return simd::at_most(exponential_float(simd::at_most(x, 0.0f)), 1.0f);
}

} // namespace xact::kernel

#endif
