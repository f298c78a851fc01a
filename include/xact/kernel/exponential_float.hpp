#ifndef XACT_KERNEL_EXPONENTIAL_FLOAT_HPP
#define XACT_KERNEL_EXPONENTIAL_FLOAT_HPP

#include <xact/kernel/log2e.hpp>
#include <xact/simd/lookup.hpp>

// e^x in float lanes with FMA, by steps of an eighth of an octave.
//
//   x log2(e) = k + j/8 + r, |r| <= 1/16;  S = T_j 2^k;  e^x = S 2^r/c = S + S g
//
// T_j is the float nearest to c 2^(j/8), for a c such that all eight are within 2^-28.4 of it. |g| < 1/16 carries
// 2^-24 of its own size only; what remains is the cubic's error, 2^-25.7, and one final rounding.

namespace xact::kernel {

namespace exponential_float_constants { // tests/coefficients/generate.py: exponential_float
inline constexpr float step[8] = {0x1.feb052p-1f, 0x1.f6747cp-1f, 0x1.efa848p-1f, 0x1.eb2404p-1f,
                                  0x1.e91c8ap-1f, 0x1.e9cb7cp-1f, 0x1.ed6fb4p-1f, 0x1.f44dbcp-1f};
inline constexpr float excess[4] = {0x1.5089f8p-9f, 0x1.63cd76p-1f, 0x1.ed53p-3f, 0x1.c7dd58p-5f};
} // namespace exponential_float_constants

namespace detail {

/// g.
template <class V> XACT_INLINE V excess_of(V const& r) {
    using namespace exponential_float_constants;
    return fma(fma(fma(r, excess[3], excess[2]), r, excess[1]), r, excess[0]);
}

/// A number whose lowest bits count eighths: what is added to a number of octaves to round it to eighths.
inline constexpr float octave_steps = 0x1.8p20f;

/// k + j/8 in the low bits, and g.
template <class V> struct octave_parts { V shifted, excess; };

template <class V> XACT_INLINE octave_parts<V> octaves_of(V const& x) {
    V const shifted = fma(x, log2e_float, octave_steps);
    V const r = fma(x, log2e_float_low, fms(x, log2e_float, shifted - octave_steps));
    return {shifted, excess_of(r)};
}

/// S 2^Raised.
template <int Raised, class V> XACT_INLINE V step_at(V const& shifted) {
    using namespace exponential_float_constants;
    auto const power = simd::shift_left<20>(simd::bits(shifted));
    using ints = std::decay_t<decltype(power)>;
    auto const pattern = simd::bits(simd::lookup(step, shifted)) + power;
    if constexpr (Raised == 0)
        return simd::from_bits<float>(pattern);
    else
        return simd::from_bits<float>(pattern + ints(Raised * (1 << 23)));
}

} // namespace detail

/// e^x with an error below 0.92 ULP (measured over all floats); infinity from 88.7228 on, +0 below -103.97; NaN gives
/// NaN.
template <class V> XACT_INLINE V exponential_float(V const& x) {
    if (XACT_UNLIKELY(simd::any_above(simd::abs(x), 87.0f))) {
        // In two factors, of which the second is exact unless the result is subnormal or infinite: the lanes in
        // between keep their bits.
        auto const parts = detail::octaves_of(simd::clamp(x, -105.0f, 90.0f));
        auto const negative = x < V(0.0f);
        V const s = select(negative, detail::step_at<64>(parts.shifted), detail::step_at<-64>(parts.shifted));
        return fma(s, parts.excess, s) * select(negative, V(0x1p-64f), V(0x1p64f));
    }
    auto const parts = detail::octaves_of(x);
    V const s = detail::step_at<0>(parts.shifted);
    return fma(s, parts.excess, s);
}

} // namespace xact::kernel

#endif
