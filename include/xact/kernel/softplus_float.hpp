#ifndef XACT_KERNEL_SOFTPLUS_FLOAT_HPP
#define XACT_KERNEL_SOFTPLUS_FLOAT_HPP

#include <xact/kernel/exponential_float.hpp>
#include <xact/kernel/interval_polynomial.hpp>
#include <xact/kernel/softplus_intervals.hpp>

// ln(1 + e^x) in float lanes with FMA and tables of 32: a polynomial on each of 32 intervals of length 1/2 from -15.25
// to 0.75. From x = 1/2 on it is x + ln(1 + e^-x), of which the second term is below 1/2 and counts half at most. Below
// -15 it is e^x (1 - e^x/2) but for 2^-45 of it.

namespace xact::kernel {

/// ln(1 + e^x) with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V softplus_float(V const& x) {
    using table = softplus_intervals;
    constexpr float index_in_low_bits = 0x1.8p23f;
    auto const low = x < V(0.5f);
    V const z = simd::at_least(select(low, x, V(0.0f) - x), -15.0f);
    V const index = fma(z, table::scale, index_in_low_bits);
    V const r = z - simd::lookup(table::centre, index);
    V const f = fma(interval_sum<table, 1, 1>(index, r), r, simd::lookup(table::coefficient[0], index));
    V const y = select(low, f, x + f);
    auto const tail = x < V(-15.0f);
    if (XACT_UNLIKELY(simd::any(tail))) {
        auto const power = detail::raised_far_tail(simd::at_most(simd::abs(x), 105.0f), 0.5f);
        return simd::lowered_where<64>(tail, fma(power.step, power.excess, power.step), y);
    }
    return y;
}

} // namespace xact::kernel

#endif
