#ifndef XACT_KERNEL_SIXTH_HPP
#define XACT_KERNEL_SIXTH_HPP

#include <xact/kernel/twofold.hpp>

// What the piecewise functions round with: the multiples of 1/6, and sums that are rounded once more.

namespace xact::kernel {

/// 1/6 = 0x1.5555...p-3 rounded to double, and the next 53 bits.
inline constexpr double sixth = 0x1.5555555555555p-3, rest_of_sixth = 0x1.5555555555555p-57;

template <class V> XACT_INLINE twofold<V> over_six(twofold<V> const& a) {
    return a * twofold<V>{V(sixth), V(rest_of_sixth)};
}

/// high + low (|low| at most half the last place of high) rounded to odd: a result that is not exact gets a last bit 1,
/// whence rounding it again, to fewer digits, is as rounding once (Boldo and Melquiond 2008).
template <class V> XACT_INLINE V round_to_odd(twofold<V> const& a) {
    V const last_bit = simd::from_bits<double>(simd::bits(V(0.0)) + 1);
    V const towards_zero = simd::from_bits<double>(simd::bits(a.high) - 1);
    V const signs_differ = sign_of(a.high ^ a.low) | V(1.0);
    return select(a.low == V(0.0), a.high, select(signs_differ < V(0.0), towards_zero, a.high) | last_bit);
}

} // namespace xact::kernel

#endif
