#ifndef XACT_KERNEL_GATE_SLOPE_FLOAT_HPP
#define XACT_KERNEL_GATE_SLOPE_FLOAT_HPP

#include <xact/kernel/interval_polynomial.hpp>

// The slope of x s(x), s(x) + s(-x) = 1, in float lanes with FMA and tables of 32. It is f(|x|) for x < 0 and
// 1 - f(|x|) elsewhere; f falls from 1/2 through 0 to a least value and returns to 0 from below. In the interval of the
// zero, which is no float, and its neighbours, the centre is the float beside it; there c1 has a low part, and the
// sum with it carries one.

namespace xact::kernel {

/// f(a) for 0 <= a up to the end of the table.
template <class Table, class V> XACT_INLINE V gate_slope_lower(V const& a) {
    constexpr float index_in_low_bits = 0x1.8p23f;
    V const b = a - Table::origin;
    V const index = fma(b, fma(b, Table::index[1], Table::index[0]), index_in_low_bits);
    V const r = a - simd::lookup(Table::centre, index);
    V const curvature = interval_sum<Table, 2, 1>(index, r);
    V const c1 = simd::lookup(Table::coefficient[1], index);
    V const slope = fma(curvature, r, c1);
    V const slope_low = fma(curvature, r, (c1 - slope) + simd::lookup(Table::slope_low, index));
    return fma(slope, r, fma(slope_low, r, simd::lookup(Table::coefficient[0], index)));
}

} // namespace xact::kernel

#endif
