#ifndef XACT_KERNEL_TANH_TABLE_HPP
#define XACT_KERNEL_TANH_TABLE_HPP

#include <xact/kernel/tanh_intervals.hpp>
#include <xact/simd/lookup.hpp>

// tanh(a), a >= 0, as a polynomial on each of 8 or 32 intervals, with neither exponential nor division.
//
//   u = a + 1; the interval is given by the exponent of u and its leading fraction bits
//   r = a - m,  tanh(a) = c0 + r (c1 + c2 r + ... + cD r^(D-1))
//
// The centre m of an interval is a float whose tanh is within 0.004 ulp of a float, c0 (Gal's method), so
// that only the last addition rounds and what it adds is small. In the first interval m = 0 and the
// constant is a itself: tanh(a) = a + a (c2 a + ...), accurate relative to the smallest a. Above the last
// interval the result is 1.

namespace xact::kernel {

/// tanh(a) for a >= 0 with an error below 0.8 ULP (measured over all floats); 1 at infinity; NaN gives NaN.
template <std::size_t Size, class V> XACT_INLINE V tanh_table(V const& magnitude) {
    using table = tanh_intervals<Size>;
    V const a = simd::at_most(magnitude, table::saturated);
    V const u = a + 1.0f;
    V const index = simd::from_bits<float>(simd::shift_right<table::index_shift>(simd::bits(u)));
    V const r = a - simd::lookup(table::centre, index);
    V q;
    if constexpr (Size == 8) {
        q = fma(simd::lookup(table::c8, index), r, simd::lookup(table::c7, index));
        q = fma(q, r, simd::lookup(table::c6, index));
        q = fma(q, r, simd::lookup(table::c5, index));
    } else
        q = simd::lookup(table::c5, index);
    q = fma(q, r, simd::lookup(table::c4, index));
    q = fma(q, r, simd::lookup(table::c3, index));
    q = fma(q, r, simd::lookup(table::c2, index));
    q = fma(q, r, simd::lookup(table::c1, index));
    return fma(q, r, select(u < V(table::first_end), a, simd::lookup(table::c0, index)));
}

} // namespace xact::kernel

#endif
