#ifndef XACT_KERNEL_CUBIC_SILU_HPP
#define XACT_KERNEL_CUBIC_SILU_HPP

#include <xact/kernel/cubic_gate.hpp>
#include <xact/kernel/cubic_silu_rows.hpp>

// x/(1 + e^-x), on intervals of 1/64 (cubic_gate.hpp), without FMA. Below the last
// of them the result is not this function's: `smooth` computes it in double lanes.

namespace xact::kernel {

template <class Arch> inline constexpr simd::row_table<2048> silu_row_table = make_row_table<2048, 0>(cubic_silu_rows);

inline constexpr float silu_rows_end = 17.375f; // above, f is less than half an ulp of x

/// From -silu_rows_end on, with an error below 0.78 ULP (measured over all floats).
template <class V> XACT_INLINE V cubic_silu(V const& x) {
    return simd::one_by_one(
        [](auto const& one)
            XACT_INLINE_LAMBDA { return one_cubic_gate<6>(silu_row_table<typename V::arch>, silu_rows_end, one); },
        x);
}

} // namespace xact::kernel

#endif
