#ifndef XACT_KERNEL_SILU_SLOPE_FLOAT_HPP
#define XACT_KERNEL_SILU_SLOPE_FLOAT_HPP

#include <xact/kernel/exponential_float.hpp>
#include <xact/kernel/gate_slope_float.hpp>
#include <xact/kernel/silu_slope_intervals.hpp>

// The slope of x/(1 + e^-x) by gate_slope_float.hpp for |x| <= 11.5; beyond, with E = e^-a, but for 2^-31 of it,
//
//   f(a) = E ((1 - a) + E (2 a - 1))

namespace xact::kernel {

namespace detail {

/// 2^64 E ((a - 1) - factor E (2 a - 1)).
template <class V> XACT_INLINE V raised_silu_slope_tail(V const& magnitude, float factor = 1.0f) {
    V const a = simd::at_most(magnitude, 110.0f), w = a - 1.0f; // a e^-a < 2^-151
    auto const parts = raised_octaves_of_minus(a);
    V const &s = parts.step, g = excess_of_minus(parts.minus_r), e = fma(s, g, s);
    // Of an e of at least 2^-40: smaller ones change nothing, and processors take long over subnormal products.
    float const lower = factor * 0x1p-64f;
    V const low = simd::at_least(e, 0x1p-40f) * fms(a, V(lower + lower), V(lower));
    V const product = w * s;
    return product + fma(product, g, fnma(e, low, fms(w, s, product)));
}

} // namespace detail

/// (1 + e^-x + x e^-x)/(1 + e^-x)^2 with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V silu_slope_float(V const& x) {
    V const a = simd::abs(x);
    V f = gate_slope_lower<silu_slope_intervals>(simd::at_most(a, 11.5f));
    if (XACT_UNLIKELY(simd::any_above(a, 11.5f)))
        f = simd::minus_lowered_where<64>(V(11.5f) < a, detail::raised_silu_slope_tail(a), f);
    return simd::complement_unless_negative(x, f);
}

} // namespace xact::kernel

#endif
