#ifndef XACT_KERNEL_SILU_FLOAT_HPP
#define XACT_KERNEL_SILU_FLOAT_HPP

#include <xact/kernel/exponential_float.hpp>

// x/(1 + e^-x) in float lanes with FMA.
//
//   e^-x = S (1 + g),  S = T_j 2^k,  T_j of 8 bits, so that 1 + S is exact for |x| <= 11
//   d = (1 + S) + S g;  q = x (1/d);  y = q + (x - q (1 + S) - q S g) (1/d)
//
// The roundings of d, 1/d and q drop out. In r = x + k ln 2 + ... the float ln 2 serves alone: it is within 2^-29,
// which for the 16 octaves either side of 0 gives an error of 2^-26 at most, and where e^-x counts: half of it has been
// added to the table.

namespace xact::kernel {

namespace silu_float_constants {
// tests/coefficients/generate.py: short_steps
template <std::size_t Size> struct short_steps;
template <> struct short_steps<16> {
    static constexpr std::size_t size = 16;
    static constexpr float step[16] = {0x1p0f,     0x1.fcp-1f, 0x1.f8p-1f, 0x1.f4p-1f, 0x1.fp-1f,  0x1.eep-1f,
                                       0x1.ecp-1f, 0x1.eap-1f, 0x1.eap-1f, 0x1.eap-1f, 0x1.eap-1f, 0x1.ecp-1f,
                                       0x1.eep-1f, 0x1.f2p-1f, 0x1.f6p-1f, 0x1.fap-1f};
    static constexpr float step_shift[16] = {-0x1.05c61p-26f,  0x1.461574p-9f,  0x1.851e94p-9f,  0x1.a660e6p-10f,
                                             -0x1.789578p-10f, 0x1.165298p-12f, 0x1.ca4b6ep-16f, -0x1.04e8a6p-9f,
                                             -0x1.c01c9cp-14f, -0x1.7674p-13f,  -0x1.0bd9c4p-9f, -0x1.6b39a4p-11f,
                                             -0x1.485f02p-10f, 0x1.d1968ep-11f, 0x1.13a1cp-10f,  -0x1.3949dap-11f};
    static constexpr float slope[3] = {-0x1p0f, 0x1.0002c2p-1f, -0x1.5557a8p-3f};
};
template <> struct short_steps<8> {
    static constexpr std::size_t size = 8;
    static constexpr float step[8] = {0x1p0f,     0x1.f8p-1f, 0x1.fp-1f,  0x1.ecp-1f,
                                      0x1.eap-1f, 0x1.eap-1f, 0x1.eep-1f, 0x1.f6p-1f};
    static constexpr float step_shift[8] = {-0x1.05c61p-26f,  0x1.851e94p-9f,  -0x1.789578p-10f, 0x1.ca4b6ep-16f,
                                            -0x1.c01c9cp-14f, -0x1.0bd9c4p-9f, -0x1.485f02p-10f, 0x1.13a1cp-10f};
    static constexpr float slope[4] = {-0x1p0f, 0x1p-1f, -0x1.555d86p-3f, 0x1.555af4p-5f};
};
} // namespace silu_float_constants

/// e^-x = step (1 + excess), -11 <= x <= 11, step of 8 bits.
template <class V> struct short_power { V step, excess; };

template <class V> XACT_INLINE short_power<V> short_power_of(V const& x) {
    using table = silu_float_constants::short_steps<simd::lookup_entries<typename V::arch> == 32 ? 16 : 8>;
    constexpr float steps_in_low_bits = 0x1.8p23f / table::size;
    V const shifted = fma(x, -log2e_float, steps_in_low_bits);
    V const r = fma(shifted - steps_in_low_bits, ln2_float, x) + simd::lookup(table::step_shift, shifted);
    constexpr int below = table::size == 16 ? 19 : 20;
    V const step = simd::from_bits<float>(simd::bits(simd::lookup(table::step, shifted)) +
                                          simd::shift_left<below>(simd::bits(shifted)));
    V slope;
    if constexpr (table::size == 16)
        slope = fma(fma(r, table::slope[2], table::slope[1]), r, table::slope[0]);
    else
        slope = fma(fma(fma(r, table::slope[3], table::slope[2]), r, table::slope[1]), r, table::slope[0]);
    return {step, slope * r};
}

namespace detail {

/// x/(1 + e^-x), -11 <= x <= 11.
template <class V> XACT_INLINE V central_silu(V const& x) {
    auto const power = short_power_of(x);
    V const whole = power.step + 1.0f, rest = power.step * power.excess;
    V const inverse = 1.0f / (whole + rest);
    V const q = x * inverse;
    return fma(fnma(q, rest, fnma(q, whole, x)), inverse, q) | simd::sign_of(x);
}

} // namespace detail

/// x/(1 + e^-x) with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V silu_float(V const& x) {
    V const magnitude = simd::abs(x);
    // Beyond, 1/(1 + e) is 1 - e but for 2^-31. x is limited, so that nothing invalid is signalled.
    if (XACT_UNLIKELY(simd::any_above(magnitude, 11.0f))) {
        V const tail = detail::raised_gate_tail(magnitude, 1.0f);
        return select(magnitude <= V(11.0f), detail::central_silu(simd::clamp(x, -11.0f, 11.0f)),
                      simd::minus_lowered_where<64>(x < V(0.0f), tail, // else it is subtracted from no less than 11
                                                    fnma(tail, V(0x1p-64f), simd::at_least(x, 11.0f))));
    }
    return detail::central_silu(x);
}

} // namespace xact::kernel

#endif
