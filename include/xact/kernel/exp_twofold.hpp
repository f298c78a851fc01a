#ifndef XACT_KERNEL_EXP_TWOFOLD_HPP
#define XACT_KERNEL_EXP_TWOFOLD_HPP

#include <xact/kernel/exponential.hpp>

// The exponential of negative double arguments as an unevaluated sum, and what the logistic functions of
// double are made of.
//
//   x = k ln 2 + r, |r| <= ln2/2, r as a sum of two
//   expm1(r) = r + r^2 P(r), P of degree 10
//   e^x = 2^k u, u = 1 + expm1(r);  e^x - 1 = (2^k - 1) + 2^k expm1(r)
//
// Each of the sums is kept with its rounding error, so that an activation is rounded once, at its end.

namespace xact::kernel {

namespace exp_twofold_constants { // tests/coefficients/generate.py: exp_twofold
inline constexpr double ln2_high = 0x1.62e42fefa38p-1;
inline constexpr double ln2_low = 0x1.ef35793c7673p-45;
inline constexpr double expm1_tail[11] = {0x1p-1,
                                          0x1.5555555555557p-3,
                                          0x1.5555555555556p-5,
                                          0x1.111111111005p-7,
                                          0x1.6c16c16c15ff9p-10,
                                          0x1.a01a01ac1e915p-13,
                                          0x1.a01a01a81968ep-16,
                                          0x1.71de01aacd321p-19,
                                          0x1.27e4d81523f67p-22,
                                          0x1.af4ecf3207b21p-26,
                                          0x1.1f78e7c32e01p-29};
} // namespace exp_twofold_constants

/// e^x = 2^k (1 + expm1) for x <= 0; `power` = 2^k down to 2^-1000.
template <class V> struct reduced_exp {
    V shifted; // k in the low bits
    twofold<V> expm1;
    V power;
};

/// x <= 0 or NaN, which gives NaN.
template <class V> XACT_INLINE reduced_exp<V> reduce_exp(V const& argument) {
    using namespace exp_twofold_constants;
    constexpr double integer_in_low_bits = 0x1.8p52;
    V const x = simd::at_least(argument, -750.0);
    V const shifted = fma(x, 0x1.71547652b82fep0, integer_in_low_bits);
    V const k = shifted - integer_in_low_bits;
    V const upper = fnma(k, ln2_high, x); // exact, with FMA or without: the product has no more than 53 bits
    V const lower = k * ln2_low;
    V const r = upper - lower;
    V const r_low = (upper - r) - lower;
    V const w = r * r; // two sums side by side: one would be waited for
    V even = fma(w, expm1_tail[10], expm1_tail[8]), odd = fma(w, expm1_tail[9], expm1_tail[7]);
    even = fma(even, w, expm1_tail[6]), odd = fma(odd, w, expm1_tail[5]);
    even = fma(even, w, expm1_tail[4]), odd = fma(odd, w, expm1_tail[3]);
    even = fma(even, w, expm1_tail[2]), odd = fma(odd, w, expm1_tail[1]);
    even = fma(even, w, expm1_tail[0]);
    auto q = fast_two_sum(r, w * fma(odd, r, even));
    q.low = q.low + r_low;
    auto const exponent = simd::bits(simd::at_least(shifted, integer_in_low_bits - 1000.0));
    return {shifted, q, simd::from_bits<double>(simd::bits(V(1.0)) + simd::shift_left<52>(exponent))};
}

/// n - q d, q = n / d rounded: exact.
template <class V> XACT_INLINE V remainder(V const& n, V const& q, V const& d) {
    if constexpr (simd::has_fma<typename V::arch>)
        return fnma(q, d, n);
    else {
        auto const product = two_product(q, d);
        return (n - product.high) - product.low;
    }
}

/// (1 - e^x)/(1 + e^x), x <= 0: a quotient of sums n and d, n + d = 2, and once what it leaves.
template <class V> XACT_INLINE V one_minus_exp_over_one_plus(reduced_exp<V> const& e) {
    auto const rest_of_one = fast_two_sum(V(1.0), V(0.0) - e.power); // 1 - 2^-54 has no double
    V const part = e.power * e.expm1.high;
    V const n = rest_of_one.high - part;
    V const n_low = fnma(e.power, e.expm1.low, ((rest_of_one.high - n) - part) + rest_of_one.low);
    V const d = 2.0 - n;
    V const d_low = ((2.0 - d) - n) - n_low;
    V const quotient = n / d;
    V const left = remainder(n, quotient, d) + fnma(quotient, d_low, n_low);
    return fma(left, fma(quotient, 0.5, 0.5), quotient); // 1/d = (1 + n/d)/2
}

/// e^x/(1 + e^x) where `lower` holds, 1/(1 + e^x) elsewhere, x <= 0.
template <class V> XACT_INLINE V exp_or_one_over_one_plus(reduced_exp<V> const& e, typename V::mask_type const& lower) {
    auto u = fast_two_sum(V(1.0), e.expm1.high);
    u.low = u.low + e.expm1.low;
    V const part = e.power * u.high;
    V const d = 1.0 + part;
    V const d_low = fma(e.power, u.low, (1.0 - d) + part);
    V const r = 1.0 / d;
    V const left = fnma(r, d_low, remainder(V(1.0), r, d));
    V product;
    if constexpr (simd::has_fma<typename V::arch>)
        product = fma(u.high, r, fma(u.high, left, u.low) * r);
    else
        product = sum(u * twofold<V>(r, left * r));
    // 2^(k + 100) by the exponent, so that a subnormal result is rounded once.
    auto const exponent = simd::shift_left<52>(simd::bits(e.shifted) + 100);
    return select(lower, simd::from_bits<double>(simd::bits(product) + exponent) * 0x1p-100, fma(left, r, r));
}

/// e^x for x <= 0: `power` = 2^k down to 2^-1000 and `rest` the remaining factor 2^-j, j <= 82;
/// e^x = significand * power * rest, minus_one = e^x - 1, reciprocal = 1/(1 + e^x).
template <class V> struct exp_parts {
    twofold<V> significand, minus_one, reciprocal;
    V power, rest;
};

/// The same with everything that derivatives are made of.
template <class V> XACT_INLINE exp_parts<V> exp_twofold(reduced_exp<V> const& e) {
    auto const& q = e.expm1;
    V const power = e.power;
    auto u = fast_two_sum(V(1.0), q.high);
    u.low = u.low + q.low;
    auto const power_minus_one = fast_two_sum(V(-1.0), power); // 2^-54 - 1 has no double
    auto minus_one = fast_two_sum(power_minus_one.high, power * q.high);
    minus_one.low = fma(power, q.low, minus_one.low + power_minus_one.low);
    auto denominator = fast_two_sum(V(1.0), power * u.high);
    denominator.low = fma(power, u.low, denominator.low);
    return {u, minus_one, reciprocal(denominator), power,
            detail::power_of_two(e.shifted - simd::at_least(e.shifted, 0x1.8p52 - 1000.0))};
}
template <class V> XACT_INLINE exp_parts<V> exp_twofold(V const& argument) { return exp_twofold(reduce_exp(argument)); }

} // namespace xact::kernel

#endif
