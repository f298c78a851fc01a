#ifndef XACT_KERNEL_FAST_HPP
#define XACT_KERNEL_FAST_HPP

#include <xact/kernel/log2e.hpp>
#include <xact/simd/bits.hpp>

// What the fast tier is made of: float lanes, relative error below 2^-12, any architecture.

namespace xact::kernel {

// tests/coefficients/generate.py: exp2_cubic, tanh_rational
inline constexpr float exp2_cubic[3] = {0x1.630136p-1f, 0x1.f00fe8p-3f, 0x1.bf3954p-5f};
inline constexpr float tanh_numerator[3] = {0x1.ffefep-1f, 0x1.ad24eap-4f, 0x1.92b98p-11f};
inline constexpr float tanh_denominator[2] = {0x1.c012b4p-2f, 0x1.bfe448p-7f};
inline constexpr float tanh_end = 0x1.24f978p2f; // the first argument that gives 1, computed with FMA

/// 2^(factor x + Offset), -127 < factor x + Offset < 128: a cubic for the fraction times a power built from its bits.
/// NaN gives NaN.
template <int Offset, class V> XACT_INLINE V fast_exp2(V const& x, float factor) {
    constexpr float exponent_in_low_bits = 0x1.8p23f + (127 + Offset);
    V const shifted = fma(x, factor, exponent_in_low_bits);
    V const r = fms(x, factor, shifted - exponent_in_low_bits);
    V const fraction = fma(fma(fma(r, exp2_cubic[2], exp2_cubic[1]), r, exp2_cubic[0]), r, 1.0f);
    return fraction * simd::from_bits<float>(simd::shift_left<23>(simd::bits(shifted)));
}

/// 1/(1 + e^-x) as c/(c + c e^-x) with c = 2^-64, so that one division reaches the subnormal results.
template <class V> XACT_INLINE V fast_sigmoid(V const& x) {
    V const power = fast_exp2<-64>(simd::clamp(x, -104.6f, 42.9f), -log2e_float);
    return V(0x1p-64f) / (power + 0x1p-64f);
}

/// Scale e^-|Times x|/(1 + e^-|Times x|)^2, which does not cancel.
template <int Times, class V> XACT_INLINE V fast_logistic_slope(V const& x, float scale) {
    V const power = fast_exp2<64>(simd::at_most(simd::abs(x), 110.0f / Times), -Times * log2e_float); // e^-|x| 2^64
    V const d = fma(power, 0x1p-64f, 1.0f);
    return simd::at_most(power / (d * d) * (scale * 0x1p-64f), scale / 4); // rounding alone could exceed the maximum
}

/// tanh(x) as x P(x^2)/Q(x^2), odd, never beyond 1.
template <class V> XACT_INLINE V fast_tanh(V const& x) {
    constexpr bool fused = simd::has_fma<typename V::arch>;
    constexpr float end = fused ? tanh_end : 4.6f;
    V const a = simd::clamp(x, -end, end);
    V const w = a * a;
    V const p = fma(fma(w, tanh_numerator[2], tanh_numerator[1]), w, tanh_numerator[0]);
    V const q = fma(fma(w, tanh_denominator[1], tanh_denominator[0]), w, 1.0f);
    V const y = a * p / q;
    return fused ? y : simd::clamp(y, -1.0f, 1.0f);
}

} // namespace xact::kernel

#endif
