#ifndef XACT_KERNEL_TANH_TABLE_HPP
#define XACT_KERNEL_TANH_TABLE_HPP

#include <xact/kernel/interval_polynomial.hpp>
#include <xact/kernel/tanh_intervals.hpp>

// tanh(a), a >= 0, with neither exponential nor division: a polynomial on each of 8 or 32 intervals, which
// the exponent of scale a + origin and its leading fraction bits name. In the first interval the centre is 0 and the
// constant is a itself: tanh(a) = a + a (c2 a + ...), accurate relative to the smallest a. Above the last
// interval the result is 1.

namespace xact::kernel {

/// tanh(a) for a >= 0 with an error below 0.9 ULP by 32 intervals and 0.8 by 8 (measured over all floats); 1 at
/// infinity; NaN gives NaN.
template <std::size_t Size, class V> XACT_INLINE V tanh_table(V const& magnitude) {
    using table = tanh_intervals<Size>;
    V const a = simd::at_most(magnitude, table::saturated);
    V u;
    if constexpr (table::scale == 1.0f)
        u = a + table::origin;
    else
        u = fma(a, table::scale, table::origin);
    V const index = simd::from_bits<float>(simd::shift_right<table::index_shift>(simd::bits(u)));
    V const r = a - simd::lookup(table::centre, index);
    V const slope = interval_slope<table>(index, r);
    V const constant = simd::lookup(table::coefficient[0], index);
    if constexpr (Size == 8) // c0 of the first interval is 0, the others are more than its end
        return fma(slope, r, simd::larger(constant, simd::at_most(a, table::first_end)));
    else
        return fma(slope, r, select(u < V(table::first_end), a, constant));
}

} // namespace xact::kernel

#endif
