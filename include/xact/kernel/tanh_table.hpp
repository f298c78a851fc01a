#ifndef XACT_KERNEL_TANH_TABLE_HPP
#define XACT_KERNEL_TANH_TABLE_HPP

#include <xact/kernel/interval_polynomial.hpp>
#include <xact/kernel/tanh_intervals.hpp>

// tanh(a), a >= 0, with neither exponential nor division: a polynomial on each of 8 or 32 intervals, which
// the exponent of a + origin and its leading fraction bits name. In the first interval the centre is 0 and the
// constant is a itself: tanh(a) = a + a (c2 a + ...), accurate relative to the smallest a. Above the last
// interval the result is 1.

namespace xact::kernel {

/// tanh(a) for a >= 0 with an error below 0.9 ULP by 32 intervals and 0.98 by 8 (measured over all floats); 1 at
/// infinity; NaN gives NaN.
template <std::size_t Size, class V> XACT_INLINE V tanh_table(V const& magnitude) {
    using table = tanh_intervals<Size>;
    V const a = simd::at_most(magnitude, table::saturated);
    V const u = a + table::origin;
    V const index = simd::from_bits<float>(simd::shift_right<table::index_shift>(simd::bits(u)));
    V const r = a - simd::lookup(table::centre, index);
    V const slope = interval_slope<table>(index, r);
    return fma(slope, r, select(u < V(table::first_end), a, simd::lookup(table::coefficient[0], index)));
}

} // namespace xact::kernel

#endif
