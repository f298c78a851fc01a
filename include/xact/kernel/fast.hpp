#ifndef XACT_KERNEL_FAST_HPP
#define XACT_KERNEL_FAST_HPP

#include <xact/kernel/fast_intervals.hpp>
#include <xact/kernel/interval_polynomial.hpp>
#include <xact/kernel/log2e.hpp>

// What the fast tier is made of: float lanes, relative error below 2^-12, any architecture. Where registers hold tables
// of 32, these replace a division or two terms.

namespace xact::kernel {

// tests/coefficients/generate.py: exp2_cubic, tanh_rational
inline constexpr float exp2_cubic[3] = {0x1.630136p-1f, 0x1.f00fe8p-3f, 0x1.bf3954p-5f};
inline constexpr float tanh_numerator[3] = {0x1.ffefep-1f, 0x1.ad24eap-4f, 0x1.92b98p-11f};
inline constexpr float tanh_denominator[2] = {0x1.c012b4p-2f, 0x1.bfe448p-7f};
inline constexpr float tanh_end = 0x1.24f978p2f; // the first argument that gives 1, computed with FMA

/// Beyond, results can be subnormal: processors take long over products and quotients that are (simd::lowered).
inline constexpr float fast_subnormal = 86.0f;

/// 2^Offset e^-x, -127 < Offset - x log2(e) < 128: a power built from its bits times a cubic for the fraction, or times
/// one of 32 steps and 1 - r for what remains. NaN gives NaN.
template <int Offset, class V> XACT_INLINE V fast_exp_of_minus(V const& x) {
    if constexpr (simd::lookup_entries<typename V::arch> == 32) {
        constexpr float steps_in_low_bits = 0x1.8p18f + Offset;
        V const shifted = fma(x, -log2e_float, steps_in_low_bits);
        V const minus_r = fma(shifted - steps_in_low_bits, ln2_float, x);
        V const power = simd::from_bits<float>(simd::bits(simd::lookup(exp2_step, shifted)) +
                                               simd::shift_left<18>(simd::bits(shifted)));
        return fnma(power, minus_r, power);
    } else {
        constexpr float exponent_in_low_bits = 0x1.8p23f + (127 + Offset);
        V const shifted = fma(x, -log2e_float, exponent_in_low_bits);
        V const r = fms(x, -log2e_float, shifted - exponent_in_low_bits);
        V const fraction = fma(fma(fma(r, exp2_cubic[2], exp2_cubic[1]), r, exp2_cubic[0]), r, 1.0f);
        return fraction * simd::from_bits<float>(simd::shift_left<23>(simd::bits(shifted)));
    }
}

/// 1/(1 + e^-x) as c/(c + c e^-x) with c = 2^-64, so that one division reaches the subnormal results.
template <class V> XACT_INLINE V fast_sigmoid(V const& x) {
    V const d = fast_exp_of_minus<-64>(simd::clamp(x, -104.6f, 42.9f)) + 0x1p-64f;
    if (XACT_UNLIKELY(simd::any_below(x, -fast_subnormal))) {
        auto const tail = x < V(-fast_subnormal);
        V const y = select(tail, V(1.0f), V(0x1p-64f)) / d;
        return simd::lowered_where<64>(tail, y, y);
    }
    return V(0x1p-64f) / d;
}

/// Scale e^-|Times x|/(1 + e^-|Times x|)^2, which does not cancel.
template <int Times, class V> XACT_INLINE V fast_logistic_slope(V const& x, float scale) {
    static_assert(Times == 1 || Times == 2, "of x or of 2 x");
    V const magnitude = simd::abs(Times == 2 ? x + x : x);
    V const power = fast_exp_of_minus<64>(simd::at_most(magnitude, 110.0f)); // e^-|x| 2^64
    V const d = fma(power, 0x1p-64f, 1.0f), y = power / (d * d);
    if (XACT_UNLIKELY(simd::any_above(magnitude, fast_subnormal))) {
        V const other = simd::at_least(y, 0x1p-60f) * (scale * 0x1p-64f);
        return simd::lowered_where<64>(V(fast_subnormal) < magnitude, y * scale, simd::at_most(other, scale / 4));
    }
    return simd::at_most(y * (scale * 0x1p-64f), scale / 4); // rounding alone could exceed the maximum
}

/// tanh(x) as x P(x^2)/Q(x^2), or as one of 32 polynomials of degree 2 in |x|, on the intervals of tanh_table.hpp; odd,
/// never beyond 1.
template <class V> XACT_INLINE V fast_tanh(V const& x) {
    if constexpr (simd::lookup_entries<typename V::arch> == 32) {
        V const a = simd::at_most(simd::abs(x), 9.0f);
        V const index = simd::from_bits<float>(simd::shift_right<20>(simd::bits(a + 0.625f)));
        V const y = fma(interval_sum<fast_tanh_intervals, 1, 1>(index, a), a,
                        simd::lookup(fast_tanh_intervals::coefficient[0], index));
        return simd::at_most(y, 1.0f) | simd::sign_of(x);
    }
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
