#ifndef XACT_KERNEL_CUBIC_TANH_HPP
#define XACT_KERNEL_CUBIC_TANH_HPP

#include <xact/kernel/cubic_rows.hpp>
#include <xact/kernel/cubic_tanh_rows.hpp>

// tanh(a), a >= 0, on intervals of 1/32 (cubic_rows.hpp). As tanh' is close to 1 where the result is small, r itself is
// added and c1 is what remains of the slope: c0 + (r + ...), accurate relative to the smallest a, where c0 = 0.
// From 9.06 on the result is 1.

namespace xact::kernel {

inline constexpr int tanh_log_steps = 5;

namespace detail {

constexpr simd::row_table<512> make_tanh_table() {
    simd::row_table<512> table{};
    constexpr std::size_t count = sizeof cubic_tanh_rows / sizeof cubic_tanh_rows[0];
    for (std::size_t i = 0; i < count; ++i) set_row(table.row[i], cubic_tanh_rows[i]);
    for (std::size_t i = count; i < 512; ++i) {
        table.row[i][0] = 1.0f;
        table.row[i][1] = -1.0f;
    }
    return table;
}

} // namespace detail

template <class Arch> inline constexpr simd::row_table<512> tanh_row_table = detail::make_tanh_table();

/// tanh at a position in [0, 16).
template <class V> XACT_INLINE V tanh_at(row_position<V> const& p) {
    auto const row = simd::rows_at(tanh_row_table<typename V::arch>, p.offset);
    return row.c0 + (p.r + above_c0(row, p.r));
}

/// The position of |x|, at most 9.0625. NaN gives a NaN.
template <class V> XACT_INLINE row_position<V> tanh_position(V const& x) {
    return locate_row<tanh_log_steps>(simd::at_most(simd::abs(x), 9.0625f));
}

/// tanh(x) with an error below 0.9 ULP (measured over all floats); odd; NaN gives NaN.
template <class V> XACT_INLINE V cubic_tanh(V const& x) {
    return simd::one_by_one(
        [](auto const& one) XACT_INLINE_LAMBDA { return tanh_at(tanh_position(one)) | simd::sign_of(one); }, x);
}

} // namespace xact::kernel

#endif
