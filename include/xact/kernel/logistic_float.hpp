#ifndef XACT_KERNEL_LOGISTIC_FLOAT_HPP
#define XACT_KERNEL_LOGISTIC_FLOAT_HPP

#include <xact/kernel/exp_steps.hpp>
#include <xact/kernel/logistic_table.hpp>

// The lower half of the logistic curve, s = 1/(1 + e^b) for b >= 0, in float lanes with FMA. Where registers hold
// tables of 32, logistic_table.hpp does all of it; elsewhere
//
//   e^-b = S / E,  E = 1 + g with |g| small, so that g carries 2^-24 of its own size only
//   s = S / (S + E);  q = S / d, d = S + (1 + g) rounded;  s = q + e (1 - q) with the residual e = (S - q) - q S - q g
//
// The roundings of d and of the quotient drop out, and S - q is exact as d <= 2 (Sterbenz): what remains is the
// error of g and one final rounding. Up to b = 69 no part is subnormal; beyond, S, q and e are
// carried multiplied by 2^64, which changes no bit of the others.

namespace xact::kernel {

/// s 2^Raised = quotient + residual * upper, with upper = 1 - s to 2^-24.
template <int Raised, class V> struct logistic_parts { V quotient, residual, upper; };

/// x 2^-Raised of x >= 0 or NaN.
template <int Raised, class V> XACT_INLINE V lowered_by(V const& x) {
    static_assert(Raised == 0 || Raised == 64, "the two ranges of logistic_parts_of");
    if constexpr (Raised == 0)
        return x;
    else
        return select(x == x, simd::lowered<Raised>(x), x);
}

/// The same of x > 0, but at least 2^-126: where it is added to 1 or multiplied by less than 1, so small a number does
/// nothing but cost the time that processors take for subnormal numbers.
template <int Raised, class V> XACT_INLINE V lowered_to_normal(V const& x) {
    if constexpr (Raised == 0)
        return x;
    else
        return simd::at_least(x, 0x1p-62f) * 0x1p-64f;
}

/// Of s = 1/(1 + e^(Times b)); Raised = 0: 0 <= Times b <= 69; Raised = 64: any b >= 0, infinity gives less than
/// half the smallest subnormal, NaN gives NaN.
template <int Raised, int Times, class V> XACT_INLINE logistic_parts<Raised, V> logistic_parts_of(V const& b) {
    using namespace exp_steps_constants;
    auto const power = step_of_exp<Raised, Times>(Raised == 0 ? b : simd::at_most(b, 107.0f / Times));
    V const r = power.r, s = lowered_to_normal<Raised>(power.significand);
    V const g = fma(fma(fma(r, divisor[2], divisor[1]), r, divisor[0]), r, power.excess);
    V const quotient = power.significand / (s + (g + 1.0f));
    V const residual = fnma(quotient, g, fnma(quotient, s, power.significand - quotient));
    return {quotient, residual, 1.0f - lowered_to_normal<Raised>(quotient)};
}

/// 1/(1 + e^-x) from the parts for b = |x|.
template <int Raised, class V> XACT_INLINE V logistic_from(logistic_parts<Raised, V> const& s, V const& x) {
    return simd::complement_unless_negative(x, lowered_by<Raised>(fma(s.residual, s.upper, s.quotient)));
}

/// Scale s (1 - s).
template <int Scale, int Raised, class V> XACT_INLINE V logistic_slope_from(logistic_parts<Raised, V> const& s) {
    V const lower = lowered_to_normal<Raised>(s.quotient);
    V const slope = s.quotient + fnma(s.quotient, lower, s.residual * (s.upper * (s.upper - lower)));
    return lowered_by<Raised>(slope * static_cast<float>(Scale));
}

/// `finish` of the parts for 1/(1 + e^(Times |x|)), in the cheapest range that serves all lanes.
template <int Times, class V, class Finish> XACT_INLINE auto with_logistic_parts(V const& x, Finish const& finish) {
    V const b = simd::abs(x);
    if (XACT_UNLIKELY(simd::any_above(b, 69.0f / Times))) return finish(logistic_parts_of<64, Times>(b));
    return finish(logistic_parts_of<0, Times>(b));
}

/// 1/(1 + e^-x).
template <class V> XACT_INLINE V logistic(V const& x) {
    if constexpr (simd::lookup_entries<typename V::arch> == 32)
        return logistic_table(x);
    else
        return with_logistic_parts<1>(x, [&](auto const& s) XACT_INLINE_LAMBDA { return logistic_from(s, x); });
}

/// Scale s (1 - s), s = 1/(1 + e^(Times x)).
template <int Times, int Scale, class V> XACT_INLINE V logistic_slope(V const& x) {
    if constexpr (simd::lookup_entries<typename V::arch> == 32)
        return logistic_slope_table<Times, Scale>(x);
    else
        return with_logistic_parts<Times>(x, [](auto const& s)
                                                 XACT_INLINE_LAMBDA { return logistic_slope_from<Scale>(s); });
}

/// The bits of logistic and logistic_slope<1, 1>.
template <class V> XACT_INLINE simd::two<V> logistic_with_slope(V const& x) {
    if constexpr (simd::lookup_entries<typename V::arch> == 32)
        return logistic_table_with_slope(x);
    else
        return with_logistic_parts<1>(x, [&](auto const& s) XACT_INLINE_LAMBDA {
            return simd::two<V>{logistic_from(s, x), logistic_slope_from<1>(s)};
        });
}

} // namespace xact::kernel

#endif
