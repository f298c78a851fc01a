#ifndef XACT_KERNEL_EXP_RATIO_HPP
#define XACT_KERNEL_EXP_RATIO_HPP

#include <xact/simd/convert.hpp>
#include <xact/simd/lookup.hpp>
#include <xact/simd/quotient.hpp>

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

namespace exp_ratio_constants { // tests/coefficients/generate.py: exp_ratio, exp_ratio_steps
inline constexpr double log2e = 0x1.71547652b82fep0;
inline constexpr double log2e_high = 0x1.7154766p0;
inline constexpr double log2e_low = -0x1.a8fa03d1105ep-29;
inline constexpr double odd_0 = 0x1.62e42fefa39efp-2;
inline constexpr double odd_1 = 0x1.2f17f593f8275p-8;
inline constexpr double odd_2 = 0x1.62cf6948eba92p-18;
inline constexpr double even_1 = 0x1.b54ea2363e3e4p-5;
inline constexpr double even_2 = 0x1.e01bca4886992p-13;
inline constexpr double step[16] = {0x1p0,
                                    0x1.fb5586cf9890fp-1,
                                    0x1.f72b83c7d517bp-1,
                                    0x1.f387a6e756238p-1,
                                    0x1.f06fe0a31b715p-1,
                                    0x1.edea64c123422p-1,
                                    0x1.ebfdad5362a27p-1,
                                    0x1.eab07dd485429p-1,
                                    0x1.ea09e667f3bcdp-1,
                                    0x1.ea11473eb0187p-1,
                                    0x1.eace5422aa0dbp-1,
                                    0x1.ec49182a3f09p-1,
                                    0x1.ee89f995ad3adp-1,
                                    0x1.f199bdd85529cp-1,
                                    0x1.f5818dcfba487p-1,
                                    0x1.fa4afa2a490dap-1};
inline constexpr double step_even[3] = {0x1.71547652b82ffp1, 0x1.d9303fe9c4c18p-4, -0x1.e4fe7741d133ep-11};
} // namespace exp_ratio_constants

template <class V> struct exp_ratio_result { V p, q, p_minus_q; };

/// Scale x log2(e) - k, k the nearest integer.
template <int Scale, class V> XACT_INLINE V octave_rest(V const& x, V const& k) {
    using namespace exp_ratio_constants;
    if constexpr (simd::has_fma<typename V::arch>)
        return fms(x, Scale * log2e, k);
    else // both x * log2e_high (24 + 28 bits) and its difference to k are exact
        return (x * (Scale * log2e_high) - k) + x * (Scale * log2e_low);
}

/// e^(Scale x) = p / q to 2^-52; Scale a power of two, with sign; |Scale x| <= 160 and x a float value
/// (24 significant bits, on which the reduction without FMA relies). NaN gives a NaN q and p - q.
template <int Scale, class V> XACT_INLINE exp_ratio_result<V> exp_ratio(V const& x) {
    using namespace exp_ratio_constants;
    constexpr double integer_in_low_bits = 0x1.8p52;
    V const shifted = fma(x, Scale * log2e, integer_in_low_bits);
    V const k = shifted - integer_in_low_bits;
    V const r = octave_rest<Scale>(x, k);
    V const w = r * r;
    V const a = fma(w, fma(w, even_2, even_1), 1.0);
    V const rb = r * fma(w, fma(w, odd_2, odd_1), odd_0);
    auto const exponent = simd::shift_left<52>(simd::bits(shifted));
    V const power = simd::from_bits<double>(simd::bits(V(1.0)) + exponent); // 2^k
    V const p = simd::from_bits<double>(simd::bits(a + rb) + exponent);
    return {p, a - rb, fma(power - 1.0, a, (power + 1.0) * rb)};
}

/// e^(Scale x) = power (even + odd) / (even - odd), from which the quotients of p and q are made with fewest
/// operations.
template <class V> struct exp_ratio_parts {
    V even, odd, power;

    /// (p - q)/(p + q)
    XACT_INLINE V difference_over_sum() const {
        V const less = power - 1.0;
        return fma(less, even, fma(power, odd, odd)) / fma(less, odd, fma(power, even, even));
    }
    /// q/(p + q). As sigmoid(x), where quotient_of_halves may err by 0.63 ulp: no float x has a double that rounds to
    /// another float than its own within 1.05 ulp of the quotient (measured over all floats, ties to even).
    XACT_INLINE V denominator_over_sum() const {
        V const q = even - odd;
        return simd::quotient_of_halves(q, fma(power, even + odd, q));
    }
};

/// As exp_ratio. Where tables of double are looked up in registers, in steps of a sixteenth of an octave, k/16 + r with
/// |r| <= 1/32: 2^r = (C + r) / (C - r), C of degree 2.
template <int Scale, class V> XACT_INLINE exp_ratio_parts<V> exp_ratio_in_parts(V const& x) {
    using namespace exp_ratio_constants;
    if constexpr (simd::has_double_lookup<typename V::arch>) {
        constexpr double sixteenths_in_low_bits = 0x1.8p48;
        V const shifted = fma(x, Scale * log2e, sixteenths_in_low_bits);
        V const r = fms(x, Scale * log2e, shifted - sixteenths_in_low_bits);
        V const w = r * r;
        return {fma(w, fma(w, step_even[2], step_even[1]), step_even[0]), r,
                simd::from_bits<double>(simd::bits(simd::lookup(step, shifted)) +
                                        simd::shift_left<48>(simd::bits(shifted)))};
    } else {
        // As in exp_ratio: shared through one more structure, gcc orders it worse for the derivatives.
        constexpr double integer_in_low_bits = 0x1.8p52;
        V const shifted = fma(x, Scale * log2e, integer_in_low_bits);
        V const k = shifted - integer_in_low_bits;
        V const r = octave_rest<Scale>(x, k);
        V const w = r * r;
        return {fma(w, fma(w, even_2, even_1), 1.0), r * fma(w, fma(w, odd_2, odd_1), odd_0),
                simd::from_bits<double>(simd::bits(V(1.0)) + simd::shift_left<52>(simd::bits(shifted)))};
    }
}

} // namespace xact::kernel

#endif
