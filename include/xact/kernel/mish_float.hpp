#ifndef XACT_KERNEL_MISH_FLOAT_HPP
#define XACT_KERNEL_MISH_FLOAT_HPP

#include <xact/kernel/exponential_float.hpp>
#include <xact/kernel/interval_polynomial.hpp>
#include <xact/kernel/mish_intervals.hpp>

// x tanh(ln(1 + e^x)) in float lanes with FMA and tables of 32: a polynomial on each of 32 intervals of length 0.77
// from -15.78 to 8.85; above 0.385 of what the result differs from x, and at the upper end that changes no x. In the
// interval of 0 the centre is 0 and the constant is x/2: x/2 + x (c1 + ...), c1 = 0.1, accurate relative to the
// smallest x. Below -15.7 the result is x e^x (1 - e^x/2) but for 2^-44 of it.

namespace xact::kernel {

/// x tanh(ln(1 + e^x)) with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V mish_float(V const& x) {
    using table = mish_intervals;
    constexpr float index_in_low_bits = 0x1.8p23f;
    V const z = simd::clamp(x, -10.65f, 8.84f);
    V const index = fma(z, table::scale, index_in_low_bits);
    V const r = z - simd::lookup(table::centre, index);
    V const c0 = select(index == V(index_in_low_bits), z * 0.5f, simd::lookup(table::coefficient[0], index));
    V const f = fma(interval_sum<table, 1, 1>(index, r), r, c0);
    V const y = select(V(index_in_low_bits) < index, x + f, f);
    auto const tail = x < V(-10.6f);
    if (XACT_UNLIKELY(simd::any(tail)))
        return simd::minus_lowered_where<64>(tail, detail::raised_gate_tail(simd::abs(x), 0.5f), y);
    return y;
}

} // namespace xact::kernel

#endif
