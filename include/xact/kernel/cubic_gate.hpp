#ifndef XACT_KERNEL_CUBIC_GATE_HPP
#define XACT_KERNEL_CUBIC_GATE_HPP

#include <xact/kernel/cubic_rows.hpp>

// x s(x), s(x) + s(-x) = 1, as max(x, 0) - f(|x|), with f(a) = a s(-a) on intervals of 1/64 or 1/128 (cubic_rows.hpp).
// In the first row c0 = 0 and c1 = 1/2: f = a/2 + (c2 + c3 a) a^2, accurate relative to the smallest a.

namespace xact::kernel {

/// For -end <= x; below, f(end).
template <int LogSteps, std::size_t Size, class V>
XACT_INLINE V one_cubic_gate(simd::row_table<Size> const& table, float end, V const& x) {
    auto const p = locate_row<LogSteps>(simd::at_most(simd::abs(x), end));
    auto const row = simd::columns_at(table, p.offset);
    return simd::at_least(x, -0.0f) - (row.c0 + fused_above_c0(row, p.r));
}

} // namespace xact::kernel

#endif
