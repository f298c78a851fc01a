#ifndef XACT_KERNEL_FAST_HPP
#define XACT_KERNEL_FAST_HPP

#include <xact/kernel/fast_intervals.hpp>
#include <xact/kernel/interval_polynomial.hpp>
#include <xact/kernel/log2e.hpp>
#include <xact/kernel/logistic_table.hpp>

// What the fast tier is made of, float lanes on any architecture: an exponential and a quotient, relative error below
// 2^-12, or where registers hold tables of 32, polynomials on intervals, with neither: below 2^-11.5.

namespace xact::kernel {

// tests/coefficients/generate.py: exp2_cubic, tanh_rational
inline constexpr float exp2_cubic[3] = {0x1.630136p-1f, 0x1.f00fe8p-3f, 0x1.bf3954p-5f};
inline constexpr float tanh_numerator[3] = {0x1.ffefep-1f, 0x1.ad24eap-4f, 0x1.92b98p-11f};
inline constexpr float tanh_denominator[2] = {0x1.c012b4p-2f, 0x1.bfe448p-7f};
inline constexpr float tanh_end = 0x1.24f978p2f; // the first argument that gives 1, computed with FMA

/// Beyond, results can be subnormal: processors take long over products and quotients that are (simd::lowered).
inline constexpr float fast_subnormal = 86.0f;

/// 2^Offset e^-x, -127 < Offset - x log2(e) < 128: a power built from its bits times a cubic for the fraction. NaN
/// gives NaN.
template <int Offset, class V> XACT_INLINE V fast_exp_of_minus(V const& x) {
    constexpr float exponent_in_low_bits = 0x1.8p23f + (127 + Offset);
    V const shifted = fma(x, -log2e_float, exponent_in_low_bits);
    V const r = fms(x, -log2e_float, shifted - exponent_in_low_bits);
    V const fraction = fma(fma(fma(r, exp2_cubic[2], exp2_cubic[1]), r, exp2_cubic[0]), r, 1.0f);
    return fraction * simd::from_bits<float>(simd::shift_left<23>(simd::bits(shifted)));
}

namespace detail {

/// The intervals of the slope 4 f(2a) (1 - f(2a)) of tanh: other powers of two, the same bits.
struct fast_tanh_slope_entries {
    float coefficient[fast_slope_intervals::degree + 1][32];

    static constexpr fast_tanh_slope_entries scaled() {
        fast_tanh_slope_entries result{};
        for (std::size_t i = 0; i < 32; ++i) {
            float scale = 4;
            for (std::size_t k = 0; k <= fast_slope_intervals::degree; ++k, scale *= 2)
                result.coefficient[k][i] = fast_slope_intervals::coefficient[k][i] * scale;
        }
        return result;
    }
};
struct fast_tanh_slope_intervals {
    static constexpr std::size_t degree = fast_slope_intervals::degree;
    static constexpr fast_tanh_slope_entries all = fast_tanh_slope_entries::scaled();
    static constexpr float const (&coefficient)[degree + 1][32] = all.coefficient;
};

// Half an interval before the intervals end, so that an index that is rounded up or down names one of them too.
inline constexpr float fast_sigmoid_tail = 17.0f, fast_slope_tail = 20.0f;
inline constexpr float fast_sigmoid_end = 8.33f; // where the last one gives 1

/// 1/(1 + e^-x), of degree 3 in x > -fast_sigmoid_tail. (Degree 2 in |x| and the complement take as many operations,
/// and reach half as far.)
template <class V> XACT_INLINE V fast_sigmoid_by_intervals(V const& x) {
    V const near = simd::at_most(x, fast_sigmoid_end);
    return interval_sum<fast_sigmoid_intervals, 0, 1>(fma(near, 1.2f, 0x1.8p23f), near);
}

/// Scale e^-(Times a)/(1 + e^-(Times a))^2, of degree 3 in a, 0 <= Times a < fast_slope_tail.
template <int Times, class V> XACT_INLINE V fast_slope_by_intervals(V const& a) {
    using table = std::conditional_t<Times == 2, fast_tanh_slope_intervals, fast_slope_intervals>;
    return interval_sum<table, 0, 1>(fma(a, 1.55f * Times, 0x1.8p23f), a);
}

/// As the functions that they are made of, with the tails. Numbers that are large enough to overflow see no polynomial.
template <class V> XACT_INLINE V fast_sigmoid_with_tail(V const& x) {
    if (XACT_LIKELY(!simd::any_below(x, -fast_sigmoid_tail))) return fast_sigmoid_by_intervals(x);
    V const y = fast_sigmoid_by_intervals(simd::at_least(x, -fast_sigmoid_tail));
    return with_exponential_tail<1, 1>(x < V(-fast_sigmoid_tail), simd::abs(x), 1.0f, y);
}
template <int Times, int Scale, class V> XACT_INLINE V fast_slope_with_tail(V const& a) {
    constexpr float end = fast_slope_tail / Times;
    if (XACT_LIKELY(!simd::any_above(a, end))) return fast_slope_by_intervals<Times>(a);
    V const y = fast_slope_by_intervals<Times>(simd::at_most(a, end));
    return with_exponential_tail<Times, Scale>(V(end) < a, a, 2.0f, y);
}

} // namespace detail

/// 1/(1 + e^-x) as c/(c + c e^-x) with c = 2^-64, so that one division reaches the subnormal results.
template <class V> XACT_INLINE V fast_sigmoid(V const& x) {
    if constexpr (simd::lookup_entries<typename V::arch> == 32)
        return detail::fast_sigmoid_with_tail(x);
    else {
        if (XACT_UNLIKELY(simd::any_above(simd::abs(x), 42.9f))) {
            V const d = fast_exp_of_minus<-64>(simd::clamp(x, -104.6f, 42.9f)) + 0x1p-64f;
            auto const tail = x < V(-fast_subnormal);
            V const y = select(tail, V(1.0f), V(0x1p-64f)) / d;
            return simd::lowered_where<64>(tail, y, y);
        }
        return V(0x1p-64f) / (fast_exp_of_minus<-64>(x) + 0x1p-64f);
    }
}

/// Scale e^-|Times x|/(1 + e^-|Times x|)^2, which does not cancel.
template <int Times, int Scale, class V> XACT_INLINE V fast_logistic_slope(V const& x) {
    static_assert((Times == 1 && Scale == 1) || (Times == 2 && Scale == 4), "of the logistic function or of tanh");
    if constexpr (simd::lookup_entries<typename V::arch> == 32)
        return detail::fast_slope_with_tail<Times, Scale>(simd::abs(x));
    else {
        V const magnitude = simd::abs(Times == 2 ? x + x : x);
        auto const raised = [](V const& power, V const& addend) XACT_INLINE_LAMBDA { // times 2^64, as power is
            V const d = fma(addend, 0x1p-64f, 1.0f);
            return power / (d * d);
        };
        if (XACT_UNLIKELY(simd::any_above(magnitude, fast_subnormal))) {
            V const power = fast_exp_of_minus<64>(simd::at_most(magnitude, 110.0f));
            V const y = raised(power, simd::at_least(power, 0x1p-62f)); // nothing beside 1, and no subnormal product
            V const other = simd::at_least(y, 0x1p-62f) * (Scale * 0x1p-64f);
            return simd::lowered_where<64>(V(fast_subnormal) < magnitude, y * float(Scale),
                                           simd::at_most(other, Scale / 4.0f));
        }
        V const power = fast_exp_of_minus<64>(magnitude), y = raised(power, power);
        return simd::at_most(y * (Scale * 0x1p-64f), Scale / 4.0f); // rounding alone could exceed the maximum
    }
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
