#ifndef XACT_KERNEL_EXACT_TABLE_HPP
#define XACT_KERNEL_EXACT_TABLE_HPP

#include <xact/kernel/exact_intervals.hpp>
#include <xact/kernel/interval_polynomial.hpp>
#include <xact/simd/rare.hpp>

// Correct rounding in float lanes with FMA and tables of 32, wherever it is beyond doubt:
//
//   f(a) = c0 + r s,  s = c1 + u,  u = r (c2 + c3 r + ... + c7 r^5),  r = a - m
//
// c0 and c1 are sums of two floats, and the sums and the product that they are part of are kept with their rounding
// errors. What remains is r times the error of u, two or three roundings, and what the polynomial is off. A sum that
// much smaller or larger rounds alike nearly always, and then is f rounded; for the one number in a thousand where it
// does not, double lanes decide.

namespace xact::kernel {

namespace detail {

/// high + low, and what is in doubt of it: not above 0, in units of 2^-23.
template <class V> struct doubted_sum { V high, low, doubt; };

template <class Table, class V> XACT_INLINE doubted_sum<V> paired_polynomial(V const& index, V const& r) {
    V const u = fma(interval_sum<Table, 2, 1>(index, r), r, simd::lookup(Table::low[1], index));
    V const c1 = simd::lookup(Table::coefficient[1], index);
    V const s = c1 + u;
    V const s_low = u - (s - c1);
    V const product = r * s;
    V const product_low = fma(r, s_low, fms(r, s, product));
    V const c0 = simd::lookup(Table::coefficient[0], index);
    V const high = c0 + product;
    V const low = (product - (high - c0)) + (product_low + simd::lookup(Table::low[0], index));
    return {high, low, fms(r, u, high * 0x1p-15f)};
}

/// The sum rounded where it is beyond doubt, f(x) elsewhere. (Measured over all floats: four results of tanh are wrong
/// with 2^-23, none with 9/8 of it.)
template <class V, class F> XACT_INLINE V rounded_or(doubted_sum<V> const& y, V const& x, F const& f) {
    V const least = y.high + fma(y.doubt, V(0x1.4p-23f), y.low), most = y.high + fnma(y.doubt, V(0x1.4p-23f), y.low);
    return simd::replaced_unless_equal(least, most, x, f);
}

} // namespace detail

/// tanh(a) for a >= 0, correctly rounded, or f(a), which is; NaN gives NaN.
template <class V, class F> XACT_INLINE V exact_tanh_table(V const& magnitude, F const& f) {
    V const a = simd::at_most(magnitude, 9.3f); // tanh(9.3) rounds to 1
    V const index = simd::from_bits<float>(simd::shift_right<20>(simd::bits(a + 0.625f)));
    V const r = a - simd::lookup(exact_tanh_intervals::centre, index);
    return detail::rounded_or(detail::paired_polynomial<exact_tanh_intervals>(index, r), a, f);
}

} // namespace xact::kernel

#endif
