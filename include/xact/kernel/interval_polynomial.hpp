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

/// c1 + c2 r + ... in the interval that the low bits of `index` name.
template <class Table, std::size_t First = 1, class V> XACT_INLINE V interval_slope(V const& index, V const& r) {
    if constexpr (First == Table::degree)
        return simd::lookup(Table::coefficient[First], index);
    else { // in this order: compilers that look everything up first run out of registers
        V const higher = interval_slope<Table, First + 1>(index, r);
        return fma(higher, r, simd::lookup(Table::coefficient[First], index));
    }
}

} // namespace xact::kernel

#endif
