#ifndef XACT_KERNEL_LOGISTIC_FLOAT_HPP
#define XACT_KERNEL_LOGISTIC_FLOAT_HPP

#include <xact/simd/lookup.hpp>

// The lower half of the logistic curve, s = 1/(1 + e^a) for a >= 0, in float lanes with FMA.
//
//   e^-a = S / E,  S = T_j 2^k an exact float from a table of 2^Bits steps, E = T_j 2^(-j/2^Bits) 2^-r
//   s = S / (S + E),  E = 1 + g with |g| small, so that g carries 2^-24 of its own size only
//   q0 = S / d, d = S + (1 + g) rounded;  s = q0 + e (1 - q0) with the exact residual e = S - q0 (S + 1 + g)
//
// The roundings of d and of the quotient drop out: what remains is the error of g and one final rounding.
// The T_j are scaled by a little less than 1 so that d <= 2, which makes S - q0 exact (Sterbenz). S is
// carried multiplied by 2^64 so that nothing underflows on the way and a subnormal s is rounded once.

namespace xact::kernel {

template <int Bits> struct exp_steps;

template <> struct exp_steps<3> { // tests/coefficients/generate.py: exp_table
    static constexpr float significand[8] = {0x1.f0a3d8p63f, 0x1.eecb7ep63f, 0x1.e74dcep63f, 0x1.e207fcp63f,
                                             0x1.df2d72p63f, 0x1.def638p63f, 0x1.e19f7p63f,  0x1.e76bcp63f};
    static constexpr float correction[8] = {-0x1.eb8514p-6f, -0x1.eb8506p-6f, -0x1.eb8502p-6f, -0x1.eb855p-6f,
                                            -0x1.eb8518p-6f, -0x1.eb8532p-6f, -0x1.eb852p-6f,  -0x1.eb851ap-6f};
    static constexpr float slope[3] = {-0x1.583e9ep-1f, 0x1.dd4c8cp-3f, -0x1.b92ba8p-5f};
};

template <> struct exp_steps<4> { // tests/coefficients/generate.py: exp_table
    static constexpr float significand[16] = {0x1.f5c29p63f,  0x1.f5fcc6p63f, 0x1.f1962ap63f, 0x1.edb304p63f,
                                              0x1.ea5928p63f, 0x1.e78eaap63f, 0x1.e559e2p63f, 0x1.e3c172p63f,
                                              0x1.e2cc44p63f, 0x1.e28192p63f, 0x1.e2e8ecp63f, 0x1.e40a32p63f,
                                              0x1.e5ed9ep63f, 0x1.e89bcap63f, 0x1.ec1daep63f, 0x1.f07caep63f};
    static constexpr float correction[16] = {-0x1.47ae02p-6f, -0x1.47ae4p-6f,  -0x1.47ae1cp-6f, -0x1.47ae46p-6f,
                                             -0x1.47ae48p-6f, -0x1.47ae2cp-6f, -0x1.47ae1ep-6f, -0x1.47adeap-6f,
                                             -0x1.47adecp-6f, -0x1.47ae3p-6f,  -0x1.47ae18p-6f, -0x1.47adfap-6f,
                                             -0x1.47ae04p-6f, -0x1.47aep-6f,   -0x1.47ae32p-6f, -0x1.47ae04p-6f};
    static constexpr float slope[3] = {-0x1.5bcb24p-1f, 0x1.e229bep-3f, -0x1.bdd384p-5f};
};

/// True when the kernels in float lanes exist for this architecture; the exact ones serve the others.
template <class Arch> inline constexpr bool has_float_kernels = simd::has_fma<Arch>&& simd::lookup_entries<Arch> != 0;

/// s 2^64 = quotient + residual * upper, with `lower` = s and `upper` = 1 - s to 2^-24.
template <class V> struct logistic_result { V quotient, residual, lower, upper; };

inline constexpr float logistic_scale = 0x1p-64f;

/// s = 1/(1 + e^-x) for x <= 0. NaN gives NaN, -infinity gives less than half the smallest subnormal.
template <class V> XACT_INLINE logistic_result<V> logistic_lower(V const& x) {
    constexpr int bits = simd::lookup_entries<typename V::arch> >= 16 ? 4 : 3;
    using steps = exp_steps<bits>;
    constexpr float log2e = 0x1.715476p0f;
    constexpr float log2e_low = 0x1.4ae0cp-26f; // log2(e) - log2e
    constexpr float steps_in_low_bits = bits == 4 ? 0x1.8p19f : 0x1.8p20f;
    V const a = simd::at_least(x, -107.0f);
    V const shifted = fma(a, log2e, steps_in_low_bits);
    V const k = shifted - steps_in_low_bits;
    V const r = fma(a, log2e_low, fms(a, log2e, k));
    V const g = fma(fma(fma(r, steps::slope[2], steps::slope[1]), r, steps::slope[0]), r,
                    simd::lookup(steps::correction, shifted));
    V const scaled = simd::from_bits<float>(simd::bits(simd::lookup(steps::significand, shifted)) +
                                            simd::shift_left<23 - bits>(simd::bits(shifted))); // S 2^64
    V const s = scaled * logistic_scale;
    V const quotient = scaled / (s + (g + 1.0f));
    V const residual = fnma(quotient, g, fnma(quotient, s, scaled - quotient));
    V const upper = fnma(quotient, logistic_scale, 1.0f);
    return {quotient, residual, quotient * logistic_scale, upper};
}

/// s (1 - s) 2^64 from the parts of s.
template <class V> XACT_INLINE V logistic_slope(logistic_result<V> const& s) {
    return s.quotient + fnma(s.quotient, s.lower, s.residual * (s.upper * (s.upper - s.lower)));
}

} // namespace xact::kernel

#endif
