#ifndef XACT_KERNEL_INTERVAL_POLYNOMIAL_HPP
#define XACT_KERNEL_INTERVAL_POLYNOMIAL_HPP

#include <xact/simd/lookup.hpp>

// A function as a polynomial on each of 8 or 32 intervals, its coefficients looked up in registers:
//
//   f(a) = c0 + r (c1 + c2 r + ... + cD r^(D-1)),  r = a - m
//
// The centre m of an interval is a float whose f is within 0.004 ulp of a float, c0 (Gal's method), so that only
// the last addition rounds, and what it adds is small. r is exact.

namespace xact::kernel {

/// c[First] + c[First + Stride] x + c[First + 2 Stride] x^2 + ... in the interval that the low bits of `index` name.
template <class Table, std::size_t First, std::size_t Stride, class V>
XACT_INLINE V interval_sum(V const& index, V const& x) {
    if constexpr (First + Stride > Table::degree)
        return simd::lookup(Table::coefficient[First], index);
    else { // in this order: compilers that look everything up first run out of registers
        V const higher = interval_sum<Table, First + Stride, Stride>(index, x);
        return fma(higher, x, simd::lookup(Table::coefficient[First], index));
    }
}

/// c[First] + c[First + 1] r.
template <class Table, std::size_t First, class V> XACT_INLINE V interval_line(V const& index, V const& r) {
    return fma(simd::lookup(Table::coefficient[First + 1], index), r, simd::lookup(Table::coefficient[First], index));
}

/// c1 + c2 r + ... + cD r^(D-1).
template <class Table, class V> XACT_INLINE V interval_slope(V const& index, V const& r) {
    if constexpr (Table::degree <= 5)
        return interval_sum<Table, 1, 1>(index, r);
    else if constexpr (Table::degree == 7) { // pairs: as little waiting, and c1 is added last, with one rounding
        V const square = r * r;
        V const upper = fma(interval_line<Table, 6>(index, r), square, interval_line<Table, 4>(index, r));
        V const rest = fma(upper, square, interval_line<Table, 2>(index, r));
        return fma(rest, r, simd::lookup(Table::coefficient[1], index));
    } else { // two sums side by side: half the waiting where one call needs the result of the one before
        V const square = r * r;
        V const even = interval_sum<Table, 2, 2>(index, square);
        return fma(even, r, interval_sum<Table, 1, 2>(index, square));
    }
}

/// a s(-a) of a gate s with s(0) = 1/2, 0 <= a up to the end of the table, whose intervals have the integers nearest to
/// a quadratic polynomial of a: in the first the centre is 0 and the constant a/2, so that the result is accurate
/// relative to the smallest a.
template <class Table, class V> XACT_INLINE V gate_lower(V const& a) {
    constexpr float index_in_low_bits = 0x1.8p23f;
    V const index = fma(a, fma(a, Table::index[1], Table::index[0]), index_in_low_bits);
    V const r = a - simd::lookup(Table::centre, index);
    V const c0 = select(index <= V(index_in_low_bits), a * 0.5f, simd::lookup(Table::coefficient[0], index));
    return fma(interval_sum<Table, 1, 1>(index, r), r, c0);
}

} // namespace xact::kernel

#endif
