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

/// e^x for x <= 0: `power` = 2^k down to 2^-1000 and `rest` the remaining factor 2^-j, j <= 82;
/// e^x = significand * power * rest, minus_one = e^x - 1, reciprocal = 1/(1 + e^x).
template <class V> struct exp_parts {
    twofold<V> significand, minus_one, reciprocal;
    V power, rest;
};

/// x <= 0 or NaN, which gives NaN.
template <class V> XACT_INLINE exp_parts<V> exp_twofold(V const& argument) {
    using namespace exp_twofold_constants;
    V const x = simd::at_least(argument, -750.0);
    V const k = fma(x, 0x1.71547652b82fep0, 0x1.8p52) - 0x1.8p52;
    V const upper = fnma(k, ln2_high, x); // exact, with FMA or without: the product has no more than 53 bits
    V const lower = k * ln2_low;
    V const r = upper - lower;
    V const r_low = (upper - r) - lower;
    V p = fma(r, expm1_tail[10], expm1_tail[9]);
    p = fma(p, r, expm1_tail[8]);
    p = fma(p, r, expm1_tail[7]);
    p = fma(p, r, expm1_tail[6]);
    p = fma(p, r, expm1_tail[5]);
    p = fma(p, r, expm1_tail[4]);
    p = fma(p, r, expm1_tail[3]);
    p = fma(p, r, expm1_tail[2]);
    p = fma(p, r, expm1_tail[1]);
    p = fma(p, r, expm1_tail[0]);
    auto q = fast_two_sum(r, r * r * p);
    q.low = q.low + fma(r_low, q.high, r_low);
    auto u = fast_two_sum(V(1.0), q.high);
    u.low = u.low + q.low;

    V const k_normal = simd::at_least(k, -1000.0);
    V const power = detail::power_of_two(k_normal);
    auto const power_minus_one = fast_two_sum(V(-1.0), power); // 2^-54 - 1 has no double
    auto minus_one = fast_two_sum(power_minus_one.high, power * q.high);
    minus_one.low = fma(power, q.low, minus_one.low + power_minus_one.low);
    auto denominator = fast_two_sum(V(1.0), power * u.high);
    denominator.low = fma(power, u.low, denominator.low);
    return {u, minus_one, reciprocal(denominator), power, detail::power_of_two(k - k_normal)};
}

} // namespace xact::kernel

#endif
