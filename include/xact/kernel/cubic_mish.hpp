#ifndef XACT_KERNEL_CUBIC_MISH_HPP
#define XACT_KERNEL_CUBIC_MISH_HPP

#include <xact/kernel/cubic_mish_rows.hpp>
#include <xact/kernel/cubic_rows.hpp>
#include <xact/kernel/exponential_float.hpp>

// x tanh(ln(1 + e^x)) on intervals of 1/64 (cubic_rows.hpp) from -10.65 to 8.86. From -1/64 on the rows are of what it
// is above x/2, and x/2 is added last: in the row of 0, where c0 = 0, accurate relative to the smallest x. Above, the
// result is x; below, x e^x (1 - e^x/2) but for 2^-31 of it; without FMA, the result there is not this function's:
// `smooth` computes it in double lanes.

namespace xact::kernel {

template <class Arch>
inline constexpr simd::row_table<2048> mish_row_table = make_row_table<2048, 682>(cubic_mish_rows);

inline constexpr float mish_rows_begin = -10.6f;

namespace detail {

template <class V> XACT_INLINE V one_cubic_mish(V const& x) {
    V const limited = simd::clamp(x, -10.65f, 8.86f);
    auto const p = locate_row<6>(limited);
    auto row = simd::columns_at(mish_row_table<typename V::arch>, p.offset);
    // As `offset` stands in the low bits of a sum, it is below this one in the rows before.
    auto const above = V(rows_origin<6> - 1.0f / 64) <= simd::from_bits<float>(p.offset);
    V f;
    if constexpr (simd::has_rows<typename V::arch>) {
        // In the rows before, c1 r, which is rounded, is much of the result: there too x/2 is added last. What it
        // leaves of c0 and c1 is exact, as a factor of less than 2 is between c0 and k/2.
        V const half = select(V(-0.125f) < x, V(0.5f), V(0.0f)), left = select(above, V(0.0f), half);
        row.c0 = row.c0 - (limited - p.r) * left;
        row.c1 = row.c1 - left;
        f = limited * half + cubic(row, p.r);
    } else
        f = fma(x, select(above, V(0.5f), V(0.0f)), row.c0 + fused_above_c0(row, p.r));
    V const y = select(V(8.86f) < x, x, f | simd::sign_of(x));
    if constexpr (simd::has_fused_rows<typename V::arch>) {
        auto const tail = x < V(mish_rows_begin);
        if (XACT_UNLIKELY(simd::any(tail)))
            return simd::minus_lowered_where<64>(tail, raised_gate_tail(simd::abs(x), 0.5f), y);
    }
    return y;
}

} // namespace detail

/// x tanh(ln(1 + e^x)) with an error of at most 1 ULP (measured over all floats); without FMA from -10.6 on.
template <class V> XACT_INLINE V cubic_mish(V const& x) {
    return simd::one_by_one([](auto const& one) XACT_INLINE_LAMBDA { return detail::one_cubic_mish(one); }, x);
}

} // namespace xact::kernel

#endif
