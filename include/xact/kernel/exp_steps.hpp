#ifndef XACT_KERNEL_EXP_STEPS_HPP
#define XACT_KERNEL_EXP_STEPS_HPP

#include <xact/kernel/log2e.hpp>
#include <xact/simd/lookup.hpp>

// e^-b for b >= 0 in float lanes with FMA, by steps of an eighth of an octave.
//
//   -b log2(e) = k + j/8 + r, |r| <= 1/16;  S = T_j 2^k, T_j a float near c 2^(j/8)
//   e^-b = S / E,  E = T_j 2^(-j/8) 2^-r = 1 + g,  |g| small
//
// S is exact: what T_j is off by goes into the constant of g, which is looked up as well. c is a little less than 1. S
// is carried multiplied by 2^Raised, so that subnormal results are rounded once.

namespace xact::kernel {

namespace exp_steps_constants { // tests/coefficients/generate.py: exp_steps
inline constexpr float step[8] = {0x1.f0a3d8p-1f, 0x1.eecb7ep-1f, 0x1.e74dcep-1f, 0x1.e207fcp-1f,
                                  0x1.df2d72p-1f, 0x1.def638p-1f, 0x1.e19f7p-1f,  0x1.e76bcp-1f};
inline constexpr float excess[8] = {-0x1.eb8514p-6f, -0x1.eb8506p-6f, -0x1.eb8502p-6f, -0x1.eb855p-6f,
                                    -0x1.eb8518p-6f, -0x1.eb8532p-6f, -0x1.eb852p-6f,  -0x1.eb851ap-6f};
inline constexpr float divisor[3] = {-0x1.583e9ep-1f, 0x1.dd4c8cp-3f, -0x1.b92ba8p-5f};
} // namespace exp_steps_constants

/// The exact S 2^Raised, the remainder r, and the constant of g.
template <class V> struct exp_step { V significand, r, excess; };

/// For the exponent -Times b, Times a power of two, 0 <= Times b <= 107. NaN gives a NaN remainder.
template <int Raised, int Times, class V> XACT_INLINE exp_step<V> step_of_exp(V const& b) {
    using namespace exp_steps_constants;
    constexpr float steps_in_low_bits = 0x1.8p20f + Raised;
    V const shifted = fma(b, -Times * log2e_float, steps_in_low_bits);
    V const k = shifted - steps_in_low_bits;
    V const r = fma(b, -Times * log2e_float_low, fms(b, -Times * log2e_float, k));
    return {simd::from_bits<float>(simd::bits(simd::lookup(step, shifted)) + simd::shift_left<20>(simd::bits(shifted))),
            r, simd::lookup(excess, shifted)};
}

} // namespace xact::kernel

#endif
