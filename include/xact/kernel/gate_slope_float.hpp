#ifndef XACT_KERNEL_GATE_SLOPE_FLOAT_HPP
#define XACT_KERNEL_GATE_SLOPE_FLOAT_HPP

#include <xact/kernel/interval_polynomial.hpp>

#include <iterator>

// The slope of x s(x), s a sigmoid, in float lanes with FMA and tables of 32. Where s(x) + s(-x) = 1 it is f(|x|) for
// x < 0 and 1 - f(|x|) elsewhere; f falls from 1/2 through 0 to a least value and returns to 0 from below.
//
//   f = c0 + (c1 r + (c0_low + r (c1_low + r (c2 + ...))))
//
// c0 + c0_low and c1 + c1_low are sums of two. In the interval of the zero, which is no float, the centre is the float
// beside it and c0 is 0, so that only the addition of c1 r rounds.

namespace xact::kernel {

/// f in the interval that the low bits of `index` name.
template <class Table, class V> XACT_INLINE V split_root_sum(V const& index, V const& r) {
    V const curvature = interval_sum<Table, 2, 1>(index, r);
    V const slope_low = fma(curvature, r, simd::lookup(Table::c1_low, index));
    V const low = fma(slope_low, r, simd::lookup(Table::c0_low, index));
    return simd::lookup(Table::coefficient[0], index) + fma(simd::lookup(Table::coefficient[1], index), r, low);
}

/// f(a) for 0 <= a up to the end of the table.
template <class Table, class V> XACT_INLINE V gate_slope_lower(V const& a) {
    constexpr float index_in_low_bits = 0x1.8p23f;
    V const b = a - Table::origin;
    V scale = Table::index[0];
    if constexpr (std::size(Table::index) == 2) scale = fma(b, Table::index[1], scale);
    V const index = fma(b, scale, index_in_low_bits);
    return split_root_sum<Table>(index, a - simd::lookup(Table::centre, index));
}

} // namespace xact::kernel

#endif
