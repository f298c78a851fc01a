#ifndef XACT_KERNEL_LOGISTIC_TABLE_HPP
#define XACT_KERNEL_LOGISTIC_TABLE_HPP

#include <xact/kernel/exponential_float.hpp>
#include <xact/kernel/interval_polynomial.hpp>
#include <xact/kernel/logistic_intervals.hpp>
#include <xact/simd/rare.hpp>
#include <xact/simd/rows.hpp>

// The lower half of the logistic curve, f(a) = 1/(1 + e^a) for a >= 0, and its slope f (1 - f), in float lanes with FMA
// and tables of 32: a polynomial on each of the intervals about 0, 1/2, ..., 15.5, with neither exponential nor
// division. 1 - f is the upper half, where an error of f counts half at most. Beyond the intervals f is e^-a (1 - e^-a)
// and the slope e^-a (1 - 2 e^-a), but for 2^-43 of them.

namespace xact::kernel {

namespace detail {

inline constexpr float logistic_tail = 15.25f;       // where the last interval begins: beyond, it serves 1 - f alone
inline constexpr float logistic_slope_tail = 15.75f; // where it ends

/// The interval stands in the low bits of `index`.
template <class V> struct interval_position { V index, r; };

template <class V> XACT_INLINE interval_position<V> locate_logistic(V const& magnitude) {
    constexpr float halves_in_low_bits = 0x1.8p22f;
    V const a = simd::at_most(magnitude, 17.4f); // 1 - f rounds to 1
    V const index = simd::at_most(magnitude, 15.5f) + halves_in_low_bits;
    return {index, a - simd::lookup(logistic_centres::centre, index)};
}

template <class Table, class V> XACT_INLINE V logistic_polynomial(interval_position<V> const& p) {
    return fma(interval_sum<Table, 1, 1>(p.index, p.r), p.r, simd::lookup(Table::coefficient[0], p.index));
}

/// Scale e^x (1 - factor e^x), x beyond the intervals.
template <int Scale, class V> XACT_INLINE V exponential_tail(V const& x, float factor) {
    auto const parts = octaves_of<64>(simd::clamp(x, -108.0f, -logistic_tail));
    V const s = step_at<0>(parts.shifted);
    auto const p = simd::bits(simd::at_least(s, 0x1p-40f));
    using ints = std::decay_t<decltype(p)>;
    V const low = simd::from_bits<float>(p - ints((factor == 2.0f ? 63 : 64) << 23));
    return lowered_again<Scale == 4 ? 62 : 64>(fma(s, parts.excess - low, s));
}

/// 1/(1 + e^-x) at the position of |x|.
template <class V> XACT_INLINE V logistic_at(interval_position<V> const& p, V const& x) {
    V const y = simd::complement_unless_negative(x, logistic_polynomial<logistic_intervals>(p));
    return simd::replaced_below(-logistic_tail, x, y,
                                [](auto const& v) XACT_INLINE_LAMBDA { return exponential_tail<1>(v, 1.0f); });
}

/// Scale f(a) (1 - f(a)) at the position of a = -negative.
template <int Scale, class V> XACT_INLINE V logistic_slope_at(interval_position<V> const& p, V const& negative) {
    static_assert(Scale == 1 || Scale == 4, "of the logistic function or of tanh");
    V y = logistic_polynomial<logistic_slope_intervals>(p);
    if constexpr (Scale == 4) y = y + y, y = y + y; // sums, as products share their units with FMA
    return simd::replaced_below(-logistic_slope_tail, negative, y,
                                [](auto const& v) XACT_INLINE_LAMBDA { return exponential_tail<Scale>(v, 2.0f); });
}

} // namespace detail

/// 1/(1 + e^-x) with an error below 0.92 ULP (measured over all floats); NaN gives NaN.
template <class V> XACT_INLINE V logistic_table(V const& x) {
    return detail::logistic_at(detail::locate_logistic(simd::abs(x)), x);
}

/// Scale f(a) (1 - f(a)), a = |Times x|, with an error below 0.96 ULP (measured over all floats); NaN gives NaN.
template <int Times, int Scale, class V> XACT_INLINE V logistic_slope_table(V const& x) {
    static_assert(Times == 1 || Times == 2, "of x or of 2 x");
    V const t = Times == 2 ? x + x : x;
    return detail::logistic_slope_at<Scale>(detail::locate_logistic(simd::abs(t)), simd::minus_abs(t));
}

/// The bits of logistic_table and logistic_slope_table.
template <class V> XACT_INLINE simd::two<V> logistic_table_with_slope(V const& x) {
    auto const p = detail::locate_logistic(simd::abs(x));
    return {detail::logistic_at(p, x), detail::logistic_slope_at<1>(p, simd::minus_abs(x))};
}

} // namespace xact::kernel

#endif
