#ifndef XACT_KERNEL_CUBIC_ELU_HPP
#define XACT_KERNEL_CUBIC_ELU_HPP

#include <xact/kernel/cubic_elu_rows.hpp>
#include <xact/kernel/cubic_exponential.hpp>
#include <xact/kernel/elu_float.hpp>

// x for x > 0, else e^x - 1, without FMA, on intervals of 1/64 (cubic_rows.hpp) from -17.314 on, below which it is -1.
// From -1/2 on the rows are of e^x - 1 - x, and x is added last: in the row of 0, where c0 = 0, accurate relative to
// the smallest x.

namespace xact::kernel {

template <class Arch> inline constexpr simd::row_table<2048> elu_row_table = make_row_table<2048, 1108>(cubic_elu_rows);

namespace detail {

template <class V> XACT_INLINE V one_cubic_elu(V const& x) {
    auto const p = locate_row<6>(simd::clamp(x, -17.314f, 0.0f));
    auto const row = simd::rows_at(elu_row_table<typename V::arch>, p.offset);
    // As `offset` stands in the low bits of a sum, it is below this one in the rows before.
    auto const above = V(rows_origin<6> - 0.5f) <= simd::from_bits<float>(p.offset);
    return (select(above, x, V(0.0f)) + cubic(row, p.r)) | simd::sign_of(x);
}

} // namespace detail

/// x for x > 0, else e^x - 1, with an error below 0.65 ULP (measured over all floats); the sign of zero stays.
template <class V> XACT_INLINE V cubic_elu(V const& x) {
    return simd::one_by_one([](auto const& one) XACT_INLINE_LAMBDA { return detail::one_cubic_elu(one); }, x);
}

/// x for x > 0, else e^x - 1, by the kernel of the architecture.
template <class V> XACT_INLINE V unit_elu(V const& x) {
    if constexpr (simd::has_rows<typename V::arch>)
        return cubic_elu(x);
    else
        return elu_float(x);
}

/// Its slope, 1 for x >= 0, else e^x; without FMA for x >= -exponential_rows_end.
template <class V> XACT_INLINE V unit_elu_slope(V const& x) {
    if constexpr (simd::has_rows<typename V::arch>)
        return cubic_exponential(simd::at_most(x, 0.0f));
    else
        return elu_slope_float(x);
}

} // namespace xact::kernel

#endif
