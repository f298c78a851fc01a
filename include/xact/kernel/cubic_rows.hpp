#ifndef XACT_KERNEL_CUBIC_ROWS_HPP
#define XACT_KERNEL_CUBIC_ROWS_HPP

#include <xact/simd/rows.hpp>

// A function as a cubic on each of many short intervals, for processors whose only fast tables of more than eight
// entries are in memory: neither exponential nor division.
//
//   x = k + r, k a multiple of h = 2^-LogSteps, |r| <= 17/32 h
//   f(x) = c0 + (c0_low + c1 r + (c2 + c3 r) r^2)
//
// The sum in brackets is small, so that of all roundings only that of the last addition counts. c0 + c0_low is f(k) to
// 28 bits or so. A row of the table is one load, {c0, c1, c2, c3}: the last 12 bits of c3 are the first 12 of
// c0_low (sign, exponent, three bits), and c3 is fitted with them in it.

namespace xact::kernel {

/// r, and the byte offset of the row for k in its low bits, modulo the size of the table.
template <class V> struct row_position {
    V r;
    decltype(simd::bits(V())) offset;
};

/// A table of Size rows from rows[0], for k = -First h, on; row k is at index k modulo Size. Elsewhere zeros.
template <std::size_t Size, std::size_t First, std::size_t Count>
constexpr simd::row_table<Size> make_row_table(float const (&rows)[Count][4]) {
    static_assert(Count <= Size);
    simd::row_table<Size> table{};
    for (std::size_t i = 0; i < Count; ++i)
        for (std::size_t j = 0; j < 4; ++j) table.row[(i + Size - First) % Size][j] = rows[i][j];
    return table;
}

constexpr void set_row(float (&row)[4], float const (&from)[4]) {
    for (std::size_t j = 0; j < 4; ++j) row[j] = from[j];
}

/// In a sum with it, the bits worth 2^-LogSteps and more stand above the last four, as in the offset of a row.
template <int LogSteps> inline constexpr float rows_origin = 1.5f * (1 << (19 - LogSteps));

/// |x| < 2^(14 - LogSteps). NaN gives a NaN r.
template <int LogSteps, class V> XACT_INLINE row_position<V> locate_row(V const& x) {
    constexpr float h = 1.0f / (1 << LogSteps), origin = rows_origin<LogSteps>;
    auto const shifted = simd::bits(x + (origin + 7.0f / 16 * h));
    V const k = simd::from_bits<float>(shifted & decltype(shifted)(~15)) - origin;
    return {x - k, shifted};
}

/// f - c0.
template <class V> XACT_INLINE V above_c0(simd::columns<V> const& row, V const& r) {
    V const c0_low = simd::from_bits<float>(simd::shift_left<20>(simd::bits(row.c3)));
    return (c0_low + row.c1 * r) + (row.c2 + row.c3 * r) * (r * r);
}

/// The same with FMA: c1 r is not rounded, so that in a row whose c0 is zero it is all that counts.
template <class V> XACT_INLINE V fused_above_c0(simd::columns<V> const& row, V const& r) {
    V const c0_low = simd::from_bits<float>(simd::shift_left<20>(simd::bits(row.c3)));
    return fma(row.c1, r, fma(fma(row.c3, r, row.c2), r * r, c0_low));
}

template <class V> XACT_INLINE V cubic(simd::columns<V> const& row, V const& r) { return row.c0 + above_c0(row, r); }

} // namespace xact::kernel

#endif
