#ifndef XACT_KERNEL_EXP_RATIO_HPP
#define XACT_KERNEL_EXP_RATIO_HPP

#include <xact/simd/convert.hpp>

// The exponential of the exact tier: float arguments in double-precision lanes, as a fraction.
//
//   c x log2(e) = k + r, k an integer, |r| <= 1/2
//   tanh(r ln2/2) = r B(r^2) / A(r^2)            A and B of degree 2, relative error 2^-54.7
//   2^r = (A + r B) / (A - r B)
//   e^(c x) = p / q, p = 2^k (A + r B), q = A - r B
//
// A quotient of two such sums costs one division, whichever function it is: sigmoid is q/(p + q),
// tanh is (p - q)/(p + q), and p - q = (2^k - 1) A + (2^k + 1) r B does not cancel.

namespace xact::kernel {

namespace exp_ratio_constants { // tests/coefficients/generate.py: exp_ratio
inline constexpr double log2e = 0x1.71547652b82fep0;
inline constexpr double log2e_high = 0x1.7154766p0;
inline constexpr double log2e_low = -0x1.a8fa03d1105ep-29;
inline constexpr double odd_0 = 0x1.62e42fefa39efp-2;
inline constexpr double odd_1 = 0x1.2f17f593f8275p-8;
inline constexpr double odd_2 = 0x1.62cf6948eba92p-18;
inline constexpr double even_1 = 0x1.b54ea2363e3e4p-5;
inline constexpr double even_2 = 0x1.e01bca4886992p-13;
} // namespace exp_ratio_constants

template <class V> struct exp_ratio_result { V p, q, p_minus_q; };

/// e^(Scale x) = p / q to 2^-52; Scale a power of two, with sign; |Scale x| <= 160 and x a float value
/// (24 significant bits, on which the reduction without FMA relies). NaN gives a NaN q and p - q.
template <int Scale, class V> XACT_INLINE exp_ratio_result<V> exp_ratio(V const& x) {
    using namespace exp_ratio_constants;
    constexpr double integer_in_low_bits = 0x1.8p52;
    V const shifted = fma(x, Scale * log2e, integer_in_low_bits);
    V const k = shifted - integer_in_low_bits;
    V r;
    if constexpr (simd::has_fma<typename V::arch>)
        r = fms(x, Scale * log2e, k);
    else // both x * log2e_high (24 + 28 bits) and its difference to k are exact
        r = (x * (Scale * log2e_high) - k) + x * (Scale * log2e_low);
    V const w = r * r;
    V const a = fma(w, fma(w, even_2, even_1), 1.0);
    V const rb = r * fma(w, fma(w, odd_2, odd_1), odd_0);
    auto const exponent = simd::shift_left<52>(simd::bits(shifted));
    V const power = simd::from_bits<double>(simd::bits(V(1.0)) + exponent); // 2^k
    V const p = simd::from_bits<double>(simd::bits(a + rb) + exponent);
    return {p, a - rb, fma(power - 1.0, a, (power + 1.0) * rb)};
}

} // namespace xact::kernel

#endif
