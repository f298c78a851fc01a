#ifndef XACT_KERNEL_CUBIC_GELU_HPP
#define XACT_KERNEL_CUBIC_GELU_HPP

#include <xact/kernel/cubic_gate.hpp>
#include <xact/kernel/cubic_gelu_rows.hpp>
#include <xact/kernel/gelu_float.hpp>

// x Phi(x) on intervals of 1/128 (cubic_gate.hpp). Below the last of them by gelu_float.hpp's tail; without FMA, the
// result there is not this function's: `smooth` computes it in double lanes.

namespace xact::kernel {

template <class Arch> inline constexpr simd::row_table<1024> gelu_row_table = make_row_table<1024, 0>(cubic_gelu_rows);

inline constexpr float gelu_rows_end = 7.984375f;

namespace detail {

template <class V> XACT_INLINE V one_cubic_gelu(V const& x) {
    V const y = one_cubic_gate<7>(gelu_row_table<typename V::arch>, gelu_rows_end, x);
    if constexpr (simd::has_fused_rows<typename V::arch>) {
        auto const tail = x < V(-gelu_rows_end);
        if (XACT_UNLIKELY(simd::any(tail)))
            return simd::minus_lowered_where<64>(tail, raised_gelu_tail(simd::abs(x)), y);
    }
    return y;
}

} // namespace detail

/// x Phi(x) with an error below 0.95 ULP (measured over all floats); without FMA from -gelu_rows_end on.
template <class V> XACT_INLINE V cubic_gelu(V const& x) {
    return simd::one_by_one([](auto const& one) XACT_INLINE_LAMBDA { return detail::one_cubic_gelu(one); }, x);
}

} // namespace xact::kernel

#endif
