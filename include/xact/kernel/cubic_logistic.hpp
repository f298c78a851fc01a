#ifndef XACT_KERNEL_CUBIC_LOGISTIC_HPP
#define XACT_KERNEL_CUBIC_LOGISTIC_HPP

#include <xact/kernel/cubic_logistic_rows.hpp>
#include <xact/kernel/cubic_rows.hpp>
#include <xact/kernel/cubic_tanh.hpp>
#include <xact/kernel/log2e.hpp>

// The logistic function s(x) = 1/(1 + e^-x) and its slope s(1 - s), on intervals of 1/16 (cubic_rows.hpp) for |x|
// < 20.4.
//
// From x = -19.75 down, s and the slope are e^x to 2^-27.5 of their size. So there
//
//   f(x) = 2^-n f(x + n ln2), x + n ln2 in [-20.45, -19.75]
//
// with ln2 in two parts, of which the second goes into r. The slope is even and does the same for x > 0.

namespace xact::kernel {

inline constexpr int logistic_log_steps = 4;
inline constexpr float logistic_rows_end = 20.4f;

namespace detail {

/// Row k of the table is at index k modulo 1024.
constexpr simd::row_table<1024> make_logistic_table() {
    simd::row_table<1024> table{};
    constexpr std::size_t count = sizeof cubic_logistic_rows / sizeof cubic_logistic_rows[0];
    for (std::size_t i = 0; i < count; ++i)
        set_row(table.row[(i + 1024 - cubic_logistic_first) % 1024], cubic_logistic_rows[i]);
    for (std::size_t k = count - cubic_logistic_first; k <= cubic_logistic_first; ++k) table.row[k][0] = 1.0f;
    return table;
}

/// Row -k is the mirror image of row k.
constexpr simd::row_table<1024> make_slope_table() {
    simd::row_table<1024> table{};
    constexpr std::size_t count = sizeof cubic_slope_rows / sizeof cubic_slope_rows[0];
    for (std::size_t k = count; k-- != 0;)
        for (std::size_t j = 0; j < 4; ++j) {
            float const c = cubic_slope_rows[k][j];
            table.row[(1024 - k) % 1024][j] = j % 2 == 1 ? -c : c;
            table.row[k][j] = c;
        }
    return table;
}

} // namespace detail

template <class Arch> inline constexpr simd::row_table<1024> logistic_row_table = detail::make_logistic_table();
template <class Arch> inline constexpr simd::row_table<1024> slope_row_table = detail::make_slope_table();

template <class V> XACT_INLINE V logistic_at(row_position<V> const& p) {
    return cubic(simd::rows_at(logistic_row_table<typename V::arch>, p.offset), p.r);
}
template <class V> XACT_INLINE V logistic_slope_at(row_position<V> const& p) {
    return cubic(simd::rows_at(slope_row_table<typename V::arch>, p.offset), p.r);
}

/// x - n ln2, and |n| where the exponent of a float is. Where |x| < logistic_rows_end, n = 0 and the position is
/// locate_row(x), so that no lane shows what its neighbours hold.
template <class V> struct reduced_position {
    row_position<V> position;
    decltype(simd::bits(V())) steps;
};

inline constexpr float logistic_underflow = 108.0f;  // e^-108 < 2^-152; |n| = 127 there
inline constexpr float tail_step_origin = 0x1.8p23f; // an integer added to it stands in the low bits

/// |n| + tail_step_origin from log2(e) times the distance into the tail; 0 before 28.5.
template <class V> XACT_INLINE V tail_steps(V const& binary_places) {
    return simd::at_least(binary_places + (tail_step_origin - 29.0f), tail_step_origin);
}

template <class V> XACT_INLINE reduced_position<V> reduce(V const& x, V const& n, V const& steps) {
    // tests/coefficients/generate.py: cubic_logistic. n ln2_high, 7 + 15 bits, and its difference to x are exact.
    constexpr float ln2_high = 0x1.62e4p-1f;
    constexpr float ln2_low = 0x1.7f7d1cp-20f;
    auto const p = locate_row<logistic_log_steps>(x - n * ln2_high);
    return {{p.r - n * ln2_low, p.offset}, simd::shift_left<23>(simd::bits(steps))};
}

namespace detail {

template <class V> XACT_INLINE bool in_logistic_rows(V const& x) {
    return simd::all(simd::abs(x) < V(logistic_rows_end));
}

/// For functions whose tail is at negative, at positive, and at both ends.
template <class V> XACT_INLINE reduced_position<V> reduce_negative(V const& argument) {
    V const x = simd::clamp(argument, -logistic_underflow, logistic_rows_end);
    V const steps = tail_steps(x * -log2e_float);
    return reduce(x, tail_step_origin - steps, steps);
}
template <class V> XACT_INLINE reduced_position<V> reduce_positive(V const& argument) {
    V const x = simd::at_most(argument, logistic_underflow);
    V const steps = tail_steps(x * log2e_float);
    return reduce(x, steps - tail_step_origin, steps);
}
template <class V> XACT_INLINE reduced_position<V> reduce_both(V const& argument) {
    V const x = simd::clamp(argument, -logistic_underflow, logistic_underflow);
    V const steps = tail_steps(simd::abs(x) * log2e_float);
    return reduce(x, (steps - tail_step_origin) | simd::sign_of(x), steps);
}

} // namespace detail

namespace detail {

/// `at` of the position of each lane; where some lane is beyond the rows, of the position that `reduce` gives, times
/// 2^-|n|.
template <class V, class Reduce, class At>
XACT_INLINE V by_logistic_rows(V const& x, Reduce const& reduce, At const& at) {
    if (in_logistic_rows(x))
        return simd::one_by_one([&](auto const& v) XACT_INLINE_LAMBDA { return at(locate_row<logistic_log_steps>(v)); },
                                x);
    return simd::one_by_one(
        [&](auto const& v) XACT_INLINE_LAMBDA {
            auto const tail = reduce(v);
            return simd::lowered(at(tail.position), tail.steps);
        },
        x);
}

} // namespace detail

/// s(x) with an error below 0.82 ULP (measured over all floats); NaN gives NaN.
template <class V> XACT_INLINE V cubic_logistic(V const& x) {
    return detail::by_logistic_rows(
        x, [](auto const& v) XACT_INLINE_LAMBDA { return detail::reduce_negative(v); },
        [](auto const& p) XACT_INLINE_LAMBDA { return logistic_at(p); });
}

/// s(x)(1 - s(x)) with an error below 0.9 ULP (measured over all floats); NaN gives NaN.
template <class V> XACT_INLINE V cubic_logistic_slope(V const& x) {
    return detail::by_logistic_rows(
        x, [](auto const& v) XACT_INLINE_LAMBDA { return detail::reduce_both(v); },
        [](auto const& p) XACT_INLINE_LAMBDA { return logistic_slope_at(p); });
}

/// The slope of tanh, 4 times that of s at 2|x|.
template <class V> XACT_INLINE V cubic_tanh_slope(V const& x) {
    return detail::by_logistic_rows(
        simd::abs(x + x), [](auto const& v) XACT_INLINE_LAMBDA { return detail::reduce_positive(v); },
        [](auto const& p) XACT_INLINE_LAMBDA { return logistic_slope_at(p) * 4.0f; });
}

/// The bits of cubic_logistic and cubic_logistic_slope.
template <class V> XACT_INLINE simd::two<V> cubic_logistic_with_slope(V const& x) {
    if (detail::in_logistic_rows(x))
        return simd::two_one_by_one(
            [](auto const& v) XACT_INLINE_LAMBDA {
                auto const p = locate_row<logistic_log_steps>(v);
                return simd::two<std::decay_t<decltype(v)>>{logistic_at(p), logistic_slope_at(p)};
            },
            x);
    return simd::two_one_by_one(
        [](auto const& v) XACT_INLINE_LAMBDA {
            using one = std::decay_t<decltype(v)>;
            auto const tail = detail::reduce_both(v);
            one const value = logistic_at(tail.position);
            return simd::two<one>{select(v < one(0.0f), simd::lowered(value, tail.steps), value),
                                  simd::lowered(logistic_slope_at(tail.position), tail.steps)};
        },
        x);
}

/// The bits of cubic_tanh and cubic_tanh_slope: an interval of tanh is one of s at twice the argument, and in the tail
/// of the slope tanh is 1 as it is before.
template <class V> XACT_INLINE simd::two<V> cubic_tanh_with_slope(V const& x) {
    if (detail::in_logistic_rows(x + x))
        return simd::two_one_by_one(
            [](auto const& v) XACT_INLINE_LAMBDA {
                using one = std::decay_t<decltype(v)>;
                auto const p = locate_row<tanh_log_steps>(simd::abs(v));
                return simd::two<one>{tanh_at(p) | simd::sign_of(v),
                                      logistic_slope_at(row_position<one>{p.r + p.r, p.offset}) * 4.0f};
            },
            x);
    return simd::two_one_by_one(
        [](auto const& v) XACT_INLINE_LAMBDA {
            using one = std::decay_t<decltype(v)>;
            auto const tail = detail::reduce_positive(simd::abs(v + v));
            auto const& p = tail.position;
            return simd::two<one>{tanh_at(row_position<one>{p.r * 0.5f, p.offset}) | simd::sign_of(v),
                                  simd::lowered(logistic_slope_at(p) * 4.0f, tail.steps)};
        },
        x);
}

} // namespace xact::kernel

#endif
