#ifndef XACT_KERNEL_CUBIC_LOGISTIC_HPP
#define XACT_KERNEL_CUBIC_LOGISTIC_HPP

#include <xact/kernel/cubic_logistic_rows.hpp>
#include <xact/kernel/cubic_rows.hpp>
#include <xact/kernel/cubic_tanh.hpp>

// The logistic function s(x) = 1/(1 + e^-x) and its slope s(1 - s), on intervals of 1/16 (cubic_rows.hpp) for |x|
// < 20.4.
//
// From x = -19.75 down, s and the slope are e^x to 2^-27.5 of their size. So there
//
//   f(x) = 2^-n f(x + n ln2), x + n ln2 in [-20.45, -19.75], n up to 126
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
        for (std::size_t j = 0; j < 4; ++j)
            table.row[(i + 1024 - cubic_logistic_first) % 1024][j] = cubic_logistic_rows[i][j];
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

/// x + n ln2 towards 0, and 2^-n. Where |x| < logistic_rows_end, n = 0 and the bits of the position are those of
/// locate_row(x): no lane shows what its neighbours held.
template <class V> struct logistic_tail {
    row_position<V> position;
    V scale;
};

/// |x| <= 107 or NaN, which gives a NaN position.
template <class V> XACT_INLINE logistic_tail<V> reduce_tail(V const& x) {
    // tests/coefficients/generate.py: cubic_logistic. n ln2_high, 7 + 15 bits, and its difference to x are exact.
    constexpr float ln2_high = 0x1.62e4p-1f;
    constexpr float ln2_low = 0x1.7f7d1cp-20f;
    constexpr float integer_in_low_bits = 0x1.8p23f;
    V const shifted = simd::at_least(simd::abs(x) * 0x1.715476p0f - 29.0f, 0.0f) + integer_in_low_bits;
    V const n = (shifted - integer_in_low_bits) | simd::sign_of(x);
    auto p = locate_row<logistic_log_steps>(x - n * ln2_high);
    p.r = p.r - n * ln2_low;
    return {p, simd::from_bits<float>(simd::bits(V(1.0f)) - simd::shift_left<23>(simd::bits(shifted)))};
}

namespace detail {

template <class V> XACT_INLINE bool in_logistic_rows(V const& x) {
    return simd::all(simd::abs(x) < V(logistic_rows_end));
}

/// The functions for any x, with the bits of those for |x| < logistic_rows_end where these apply.
template <class V> XACT_INLINE V logistic_anywhere(V const& x) {
    auto const tail = reduce_tail(simd::clamp(x, -107.0f, logistic_rows_end));
    return logistic_at(tail.position) * tail.scale;
}
template <int Scale, class V> XACT_INLINE V logistic_slope_anywhere(V const& x) {
    auto const tail = reduce_tail(simd::clamp(x, -107.0f, 107.0f));
    return logistic_slope_at(tail.position) * (tail.scale * static_cast<float>(Scale));
}

} // namespace detail

/// s(x) with an error below 0.8 ULP (measured over all floats); NaN gives NaN.
template <class V> XACT_INLINE V cubic_logistic(V const& x) {
    if (detail::in_logistic_rows(x))
        return simd::one_by_one(
            [](auto const& v) XACT_INLINE_LAMBDA { return logistic_at(locate_row<logistic_log_steps>(v)); }, x);
    return simd::one_by_one([](auto const& v) XACT_INLINE_LAMBDA { return detail::logistic_anywhere(v); }, x);
}

/// Scale s(x)(1 - s(x)), Scale a power of two, with an error below 0.9 ULP (measured over all floats); NaN gives NaN.
template <int Scale, class V> XACT_INLINE V cubic_logistic_slope(V const& x) {
    if (detail::in_logistic_rows(x))
        return simd::one_by_one(
            [](auto const& v) XACT_INLINE_LAMBDA {
                return logistic_slope_at(locate_row<logistic_log_steps>(v)) * static_cast<float>(Scale);
            },
            x);
    return simd::one_by_one([](auto const& v) XACT_INLINE_LAMBDA { return detail::logistic_slope_anywhere<Scale>(v); },
                            x);
}

/// Both, the same bits.
template <class V> struct value_and_slope_result { V value, slope; };

template <class V> XACT_INLINE value_and_slope_result<V> cubic_logistic_with_slope(V const& x) {
    value_and_slope_result<V> result;
    if (detail::in_logistic_rows(x))
        simd::one_by_one(
            [](auto const& v, auto& value, auto& slope) XACT_INLINE_LAMBDA {
                auto const p = locate_row<logistic_log_steps>(v);
                value = logistic_at(p);
                slope = logistic_slope_at(p);
            },
            x, result.value, result.slope);
    else
        simd::one_by_one(
            [](auto const& v, auto& value, auto& slope) XACT_INLINE_LAMBDA {
                value = detail::logistic_anywhere(v);
                slope = detail::logistic_slope_anywhere<1>(v);
            },
            x, result.value, result.slope);
    return result;
}

/// tanh(x) and its slope, 4 times that of s at 2|x|.
template <class V> XACT_INLINE value_and_slope_result<V> cubic_tanh_with_slope(V const& x) {
    value_and_slope_result<V> result;
    if (detail::in_logistic_rows(x + x))
        simd::one_by_one(
            [](auto const& v, auto& value, auto& slope) XACT_INLINE_LAMBDA {
                // An interval of tanh is one of s at twice the argument.
                auto const p = locate_row<tanh_log_steps>(simd::abs(v));
                value = tanh_at(p) | simd::sign_of(v);
                slope = logistic_slope_at(decltype(p){p.r + p.r, p.offset}) * 4.0f;
            },
            x, result.value, result.slope);
    else
        simd::one_by_one(
            [](auto const& v, auto& value, auto& slope) XACT_INLINE_LAMBDA {
                value = tanh_at(tanh_position(v)) | simd::sign_of(v);
                auto const twice = simd::abs(v + v);
                slope = detail::logistic_slope_anywhere<4>(twice);
            },
            x, result.value, result.slope);
    return result;
}

} // namespace xact::kernel

#endif
