#ifndef XACT_KERNEL_SIXTH_HPP
#define XACT_KERNEL_SIXTH_HPP

#include <xact/kernel/twofold.hpp>
#include <xact/simd/piecewise.hpp>

// What the piecewise functions round with: the multiples of 1/6, and sums that are rounded once more.

namespace xact::kernel {

/// 1/6 = 0x1.5555...p-3 rounded to double, and the next 53 bits.
inline constexpr double sixth = 0x1.5555555555555p-3, rest_of_sixth = 0x1.5555555555555p-57;

template <class V> XACT_INLINE twofold<V> over_six(twofold<V> const& a) {
    return a * twofold<V>{V(sixth), V(rest_of_sixth)};
}

/// 1/6 rounded to float, and the float below.
inline constexpr float float_sixth = 0x1.555556p-3f, lower_sixth = 0x1.555554p-3f;

/// x/6 + 1/2 of floats, |x| <= 3, or with Count = 2, x/3 + 1/2, |x| < 3, correctly rounded, with FMA.
///
/// 1/2 + b is near the result and has few digits, so that what is left of x is exact; its sixth is added. Where the
/// result is a tie of two floats, three times a power of two is left, of which the product is exact, so that the sum is
/// the tie too. Next to the zero, the product is exact enough where 1/2 + b is the nearer to zero, which decides how
/// the sixth in b is rounded. Compared with the formula in double lanes for every float.
template <int Count, class V> XACT_INLINE V half_plus_sixth(V const& x) {
    V const sixth_of(Count * float_sixth);
    if constexpr (Count == 1) {
        V const b = fma(x, sixth_of, V(1.0f)) - V(1.0f);
        V const rest = fnma(V(6.0f), b, x);
        return fma(b, V(1.0f), V(0.5f)) + simd::rounded_product(rest, sixth_of); // an FMA for a sum: units are free
    } else {
        V const slope = select(x < V(-1.5f), V(Count * lower_sixth), sixth_of);
        V const b = fma(x, slope, V(1.0f)) - V(1.0f);
        V const rest = fnma(V(6.0f / Count), b, x);
        return (b + V(0.5f)) + simd::rounded_product(rest, sixth_of);
    }
}

/// x (x/6 + 1/2) of floats, -3 <= x <= 3, correctly rounded where the result is normal or zero, with FMA: of a larger
/// x, x. `at_least_low` is x, of which `c` is the smaller one of it and 3, `sixth_of_c` the product with float_sixth.
///
/// 1/2 + x/6 is v + rest/6, exactly; x v and the small x rest/6 are added with one rounding. The product x rest/6 is
/// the one thing that is rounded before, three times, with two constants whose product is 1/6, found by trial, with
/// which each float comes out right, as tests/exhaustive/proof shows.
template <class V> XACT_INLINE V times_half_plus_sixth(V const& at_least_low, V const& c, V const& sixth_of_c) {
    V const v = sixth_of_c + V(0.5f);
    V const rest = fma(V(6.0f), V(0.5f) - v, c); // of a sum that is +0 where v is 1/2, whence -0 stays
    return fma(at_least_low, v, simd::rounded_product(rest * V(0x1.9c1704p-2f), c * V(0x1.a816b4p-2f)));
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
