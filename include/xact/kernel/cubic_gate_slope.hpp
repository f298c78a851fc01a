#ifndef XACT_KERNEL_CUBIC_GATE_SLOPE_HPP
#define XACT_KERNEL_CUBIC_GATE_SLOPE_HPP

#include <xact/kernel/cubic_gelu_slope_rows.hpp>
#include <xact/kernel/cubic_gelu_tanh_slope_rows.hpp>
#include <xact/kernel/cubic_mish_slope_rows.hpp>
#include <xact/kernel/cubic_rows.hpp>
#include <xact/kernel/cubic_silu_slope_rows.hpp>
#include <xact/kernel/gelu_slope_float.hpp>
#include <xact/kernel/gelu_tanh_slope_float.hpp>
#include <xact/kernel/silu_slope_float.hpp>
#include <xact/simd/piecewise.hpp>

// The slope of x s(x), s(x) + s(-x) = 1, from f(a) as in gate_slope_float.hpp, on intervals of 1/64 or 1/128
// (cubic_rows.hpp). In the row of the zero of f, which is no float, and its neighbours r is the distance to the float
// beside it, the low bits of a row belong to c1, and c0 is added before c1 r. The last bit of c2 is set in these rows
// alone. Beyond the last row, without FMA, the results are not these functions': `smooth` computes them in double
// lanes.

namespace xact::kernel {

template <class Arch>
inline constexpr simd::row_table<1024> silu_slope_row_table = make_row_table<1024, 0>(cubic_silu_slope_rows);
template <class Arch>
inline constexpr simd::row_table<1024> gelu_slope_row_table = make_row_table<1024, 0>(cubic_gelu_slope_rows);
template <class Arch>
inline constexpr simd::row_table<1024> gelu_tanh_slope_row_table = make_row_table<1024, 0>(cubic_gelu_tanh_slope_rows);
template <class Arch>
inline constexpr simd::row_table<2048> mish_slope_row_table = make_row_table<2048, 682>(cubic_mish_slope_rows);

inline constexpr float gelu_slope_rows_end = 7.984375f, gelu_tanh_slope_rows_end = 7.140625f,
                       silu_slope_rows_end = 12.5f;

namespace detail {

/// f(a) for 0 <= a up to the end of the table.
template <int LogSteps, std::size_t Size, class V>
XACT_INLINE V cubic_gate_slope_lower(simd::row_table<Size> const& table, float zero, V const& a) {
    auto const p = locate_row<LogSteps>(a);
    auto const row = simd::columns_at(table, p.offset);
    auto const next_to_zero = simd::has_last_bit(row.c2);
    if constexpr (simd::has_rows<typename V::arch>) {
        V const y = cubic(row, p.r);
        if (XACT_LIKELY(!simd::any(next_to_zero))) return y;
        // r has 19 bits there, so that its product with the first 5 of c1 is exact.
        V const r = a - zero;
        V const low = simd::from_bits<float>(simd::shift_left<20>(simd::bits(row.c3)));
        using integers = decltype(simd::bits(row.c1));
        V const high_c1 = simd::from_bits<float>(simd::bits(row.c1) & integers(~0x7ffff));
        V const rest = ((row.c1 - high_c1) * r + low * r) + ((row.c2 + row.c3 * r) * (r * r) + row.c0);
        return select(next_to_zero, high_c1 * r + rest, y);
    } else {
        V const r = select(next_to_zero, a - zero, p.r);
        V const low = simd::from_bits<float>(simd::shift_left<20>(simd::bits(row.c3)));
        V const large_c0 = simd::zero_where(next_to_zero, row.c0), small_c0 = row.c0 - large_c0;
        V const rest = fma(low, select(next_to_zero, r, V(1.0f)), fma(fma(row.c3, r, row.c2), r * r, small_c0));
        return large_c0 + fma(row.c1, r, rest);
    }
}

template <class V> XACT_INLINE V one_cubic_silu_slope(V const& x) {
    V const a = simd::abs(x);
    V f = cubic_gate_slope_lower<6>(silu_slope_row_table<typename V::arch>, silu_slope_zero,
                                    simd::at_most(a, silu_slope_rows_end));
    if constexpr (simd::has_fused_rows<typename V::arch>)
        if (XACT_UNLIKELY(simd::any_above(a, silu_slope_rows_end)))
            f = simd::minus_lowered_where<64>(V(silu_slope_rows_end) < a, raised_silu_slope_tail(a), f);
    return simd::complement_unless_negative(x, f);
}

template <class V> XACT_INLINE V one_cubic_gelu_slope(V const& x) {
    V const a = simd::abs(x);
    V f = cubic_gate_slope_lower<7>(gelu_slope_row_table<typename V::arch>, gelu_slope_zero,
                                    simd::at_most(a, gelu_slope_rows_end));
    if constexpr (simd::has_fused_rows<typename V::arch>) {
        auto const tail = x < V(-gelu_slope_rows_end);
        if (XACT_UNLIKELY(simd::any(tail))) f = simd::minus_lowered_where<64>(tail, raised_gelu_slope_tail(a), f);
    }
    return simd::complement_unless_negative(x, f);
}

template <class V> XACT_INLINE V one_cubic_gelu_tanh_slope(V const& x) {
    V const a = simd::abs(x);
    V f = cubic_gate_slope_lower<7>(gelu_tanh_slope_row_table<typename V::arch>, gelu_tanh_slope_zero,
                                    simd::at_most(a, gelu_tanh_slope_rows_end));
    if constexpr (simd::has_fused_rows<typename V::arch>) {
        auto const tail = x < V(-gelu_tanh_slope_rows_end);
        if (XACT_UNLIKELY(simd::any(tail))) f = simd::minus_lowered_where<64>(tail, raised_gelu_tanh_slope_tail(a), f);
    }
    return simd::complement_unless_negative(x, f);
}

template <class V> XACT_INLINE V one_cubic_mish_slope(V const& x) {
    V const f = cubic_gate_slope_lower<6>(mish_slope_row_table<typename V::arch>, mish_slope_zero,
                                          simd::clamp(x, -10.65f, 11.0f));
    auto const tail = x < V(-10.6f);
    if (XACT_UNLIKELY(simd::any(tail)))
        return simd::minus_lowered_where<64>(tail, raised_silu_slope_tail(simd::abs(x), 0.5f), f);
    return f;
}

} // namespace detail

/// (1 + e^-x + x e^-x)/(1 + e^-x)^2 with an error below 0.94 ULP (measured over all floats).
template <class V> XACT_INLINE V cubic_silu_slope(V const& x) {
    return simd::one_by_one([](auto const& one) XACT_INLINE_LAMBDA { return detail::one_cubic_silu_slope(one); }, x);
}

/// Phi(x) + x phi(x) with an error below 0.94 ULP (measured over all floats).
template <class V> XACT_INLINE V cubic_gelu_slope(V const& x) {
    return simd::one_by_one([](auto const& one) XACT_INLINE_LAMBDA { return detail::one_cubic_gelu_slope(one); }, x);
}

/// The slope of x/(1 + e^-z(x)), z = 2 sqrt(2/pi) (x + 0.044715 x^3), with an error below 0.94 ULP (measured over all
/// floats).
template <class V> XACT_INLINE V cubic_gelu_tanh_slope(V const& x) {
    return simd::one_by_one([](auto const& one) XACT_INLINE_LAMBDA { return detail::one_cubic_gelu_tanh_slope(one); },
                            x);
}

/// The slope of x tanh(ln(1 + e^x)) with an error below 0.94 ULP (measured over all floats).
template <class V> XACT_INLINE V cubic_mish_slope(V const& x) {
    return simd::one_by_one([](auto const& one) XACT_INLINE_LAMBDA { return detail::one_cubic_mish_slope(one); }, x);
}

} // namespace xact::kernel

#endif
