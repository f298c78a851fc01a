#ifndef XACT_KERNEL_LOGISTIC_TABLE_HPP
#define XACT_KERNEL_LOGISTIC_TABLE_HPP

#include <xact/kernel/exponential_float.hpp>
#include <xact/kernel/interval_polynomial.hpp>
#include <xact/kernel/logistic_intervals.hpp>
#include <xact/simd/rows.hpp>

// The lower half of the logistic curve, f(a) = 1/(1 + e^a) for a >= 0, and its slope f (1 - f), in float lanes with FMA
// and tables of 32: a polynomial on each of the intervals about 0, 1/2, ..., 15.5, with neither exponential nor
// division. 1 - f is the upper half, where an error of f counts half at most. The slope has its own intervals, to 16,
// shorter where a is small. Beyond the intervals f is e^-a (1 - e^-a) and the slope e^-a (1 - 2 e^-a), but for 2^-43 of
// them.

namespace xact::kernel {

namespace detail {

inline constexpr float logistic_tail = 15.25f; // where the last interval begins: beyond, it serves 1 - f alone
inline constexpr float logistic_slope_tail = 16.0f;

/// The interval stands in the low bits of `index`.
template <class V> struct interval_position { V index, r; };

template <class V> XACT_INLINE interval_position<V> locate_logistic(V const& magnitude) {
    constexpr float halves_in_low_bits = 0x1.8p22f;
    V const a = simd::at_most(magnitude, 17.4f); // 1 - f rounds to 1
    V const index = simd::at_most(magnitude, 15.5f) + halves_in_low_bits;
    return {index, a - simd::lookup(logistic_intervals::centre, index)};
}

/// The interval of Times magnitude, with a table for magnitude.
template <class Table, int Times, class V> XACT_INLINE interval_position<V> locate_logistic_slope(V const& magnitude) {
    constexpr float index_in_low_bits = 0x1.8p23f;
    V const a = simd::at_most(magnitude, logistic_slope_tail / Times);
    V const index = fma(a, fma(a, Table::index[1], Table::index[0]), index_in_low_bits);
    return {index, a - simd::lookup(Table::centre, index)};
}

template <class Table, class V> XACT_INLINE V logistic_polynomial(interval_position<V> const& p) {
    return fma(interval_sum<Table, 1, 1>(p.index, p.r), p.r, simd::lookup(Table::coefficient[0], p.index));
}

/// Scale e^-b (1 - factor e^-b), b = Times a, where `tail` holds, a is beyond the intervals there; y elsewhere.
template <int Times, int Scale, class V>
XACT_INLINE V with_exponential_tail(typename V::mask_type const& tail, V const& a, float factor, V const& y) {
    auto const power = raised_far_tail<Times>(simd::at_most(a, 108.0f / Times), factor);
    constexpr int raised = Scale == 4 ? 62 : 64;
    return simd::lowered_where<raised>(tail, fma(power.step, power.excess, power.step), y);
}

/// 1/(1 + e^-x) at the position of |x|.
template <class V> XACT_INLINE V logistic_at(interval_position<V> const& p, V const& x) {
    V const y = simd::complement_unless_negative(x, logistic_polynomial<logistic_intervals>(p));
    if (XACT_LIKELY(!simd::any_below(x, -logistic_tail))) return y;
    return with_exponential_tail<1, 1>(x < V(-logistic_tail), simd::abs(x), 1.0f, y);
}

/// y, or where magnitude is beyond the intervals the slope there.
template <int Times, int Scale, class V> XACT_INLINE V with_slope_tail(V const& magnitude, V const& y) {
    constexpr float end = logistic_slope_tail / Times;
    if (XACT_LIKELY(!simd::any_above(magnitude, end))) return y;
    return with_exponential_tail<Times, Scale>(V(end) < magnitude, magnitude, 2.0f, y);
}

/// The intervals of the slope 4 f(2a) (1 - f(2a)) of tanh: other powers of two, the same bits.
struct tanh_slope_entries {
    static constexpr std::size_t degree = logistic_slope_intervals::degree;

    float index[2], centre[32], coefficient[degree + 1][32];

    static constexpr tanh_slope_entries scaled() {
        tanh_slope_entries result{};
        result.index[0] = logistic_slope_intervals::index[0] * 2;
        result.index[1] = logistic_slope_intervals::index[1] * 4;
        for (std::size_t i = 0; i < 32; ++i) {
            result.centre[i] = logistic_slope_intervals::centre[i] / 2;
            float scale = 4;
            for (std::size_t k = 0; k <= degree; ++k, scale *= 2)
                result.coefficient[k][i] = logistic_slope_intervals::coefficient[k][i] * scale;
        }
        return result;
    }
};
struct tanh_slope_intervals {
    static constexpr std::size_t degree = tanh_slope_entries::degree;
    static constexpr tanh_slope_entries all = tanh_slope_entries::scaled();
    static constexpr float const (&index)[2] = all.index;
    static constexpr float const (&centre)[32] = all.centre;
    static constexpr float const (&coefficient)[degree + 1][32] = all.coefficient;
};

/// Scale f(b) (1 - f(b)), b = Times magnitude.
template <class Table, int Times, int Scale, class V> XACT_INLINE V logistic_slope_of(V const& magnitude) {
    auto const p = locate_logistic_slope<Table, Times>(magnitude);
    return with_slope_tail<Times, Scale>(magnitude, logistic_polynomial<Table>(p));
}

} // namespace detail

/// 1/(1 + e^-x) with an error below 0.92 ULP (measured over all floats); NaN gives NaN.
template <class V> XACT_INLINE V logistic_table(V const& x) {
    return detail::logistic_at(detail::locate_logistic(simd::abs(x)), x);
}

/// Scale f(a) (1 - f(a)), a = |Times x|, with an error below 0.95 ULP (measured over all floats); NaN gives NaN.
template <int Times, int Scale, class V> XACT_INLINE V logistic_slope_table(V const& x) {
    static_assert((Times == 1 && Scale == 1) || (Times == 2 && Scale == 4), "of the logistic function or of tanh");
    using table = std::conditional_t<Times == 2, detail::tanh_slope_intervals, logistic_slope_intervals>;
    return detail::logistic_slope_of<table, Times, Scale>(simd::abs(x));
}

/// The bits of logistic_table and logistic_slope_table.
template <class V> XACT_INLINE simd::two<V> logistic_table_with_slope(V const& x) {
    return {logistic_table(x), logistic_slope_table<1, 1>(x)};
}

} // namespace xact::kernel

#endif
