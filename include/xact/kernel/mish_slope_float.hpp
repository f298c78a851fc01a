#ifndef XACT_KERNEL_MISH_SLOPE_FLOAT_HPP
#define XACT_KERNEL_MISH_SLOPE_FLOAT_HPP

#include <xact/kernel/gate_slope_float.hpp>
#include <xact/kernel/mish_slope_intervals.hpp>
#include <xact/kernel/silu_slope_float.hpp>

// The slope of x tanh(ln(1 + e^x)) by split_root_sum of gate_slope_float.hpp, from -10.7 to 10.19, where it is the
// float 1; the intervals are shortest at the zero. Below -10.6, with E = e^x, it is E ((1 + x) - E (1 + 2x)/2) but for
// 2^-33 of it.

namespace xact::kernel {

/// The slope of x tanh(ln(1 + e^x)) with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V mish_slope_float(V const& x) {
    using table = mish_slope_intervals;
    constexpr float index_in_low_bits = 0x1.8p23f;
    V const z = simd::clamp(x, -10.7f, 10.19f), b = z - table::origin;
    V const index = fma(b, fma(simd::abs(b), table::index[1], table::index[0]), index_in_low_bits);
    V const f = split_root_sum<table>(index, z - simd::lookup(table::centre, index));
    if (XACT_UNLIKELY(simd::any_below(x, -10.6f)))
        return simd::minus_lowered_where<64>(x < V(-10.6f), detail::raised_silu_slope_tail(simd::abs(x), 0.5f), f);
    return f;
}

} // namespace xact::kernel

#endif
