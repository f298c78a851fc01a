#ifndef XACT_KERNEL_CUBIC_GATE_HPP
#define XACT_KERNEL_CUBIC_GATE_HPP

#include <xact/kernel/cubic_rows.hpp>

// x s(x), s(x) + s(-x) = 1, as max(x, 0) - f(|x|), with f(a) = a s(-a) on intervals of 1/64 or 1/128 (cubic_rows.hpp).
// In the first row c0 = 0 and c1 = 1/2: f = a/2 + (c2 + c3 a) a^2, accurate relative to the smallest a.

namespace xact::kernel {

/// For -end <= x; below, f(end).
template <int LogSteps, std::size_t Size, class V>
XACT_INLINE V one_cubic_gate(simd::row_table<Size> const& table, float end, V const& x) {
    V const a = simd::at_most(simd::abs(x), end);
    auto const p = locate_row<LogSteps>(a);
    auto row = simd::columns_at(table, p.offset);
    if constexpr (simd::has_rows<typename V::arch>) {
        // In the first rows c1 r, which is rounded, is much of f. There a/2 is added last; what it leaves of c0 and c1
        // is exact, as a factor of less than 2 is between c0 and k/2.
        V const half = select(a < V(0.125f), V(0.5f), V(0.0f));
        row.c0 = row.c0 - (a - p.r) * half;
        row.c1 = row.c1 - half;
        return simd::at_least(x, -0.0f) - (a * half + cubic(row, p.r));
    } else
        return simd::at_least(x, -0.0f) - (row.c0 + fused_above_c0(row, p.r));
}

} // namespace xact::kernel

#endif
