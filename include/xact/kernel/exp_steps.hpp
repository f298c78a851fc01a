#ifndef XACT_KERNEL_EXP_STEPS_HPP
#define XACT_KERNEL_EXP_STEPS_HPP

#include <xact/simd/lookup.hpp>

// e^-b for b >= 0 in float lanes with FMA, by steps of an eighth of an octave.
//
//   -b log2(e) = k + j/8 + r, |r| <= 1/16;  S = c 2^(j/8) 2^k, an exact float from a table of 8
//   e^-b = S / E,  E = c 2^-r = 1 + g,  |g| small
//
// The constant c < 1 is such that all eight c 2^(j/8) are near enough to floats for one cubic g to serve every step:
// its error and theirs make 0.325 ulp of a result at most. S is carried multiplied by 2^Raised, so that subnormal
// results are rounded once.

namespace xact::kernel {

namespace exp_steps_constants { // tests/coefficients/generate.py: exp_steps
inline constexpr float log2e = 0x1.715476p0f;
inline constexpr float log2e_low = 0x1.4ae0cp-26f; // log2(e) - log2e
inline constexpr float step[8] = {0x1.f12e3ap-1f, 0x1.ef16f2p-1f, 0x1.e7a016p-1f, 0x1.e261b8p-1f,
                                  0x1.df8f4cp-1f, 0x1.df60eep-1f, 0x1.e213cep-1f, 0x1.e7eaa6p-1f};
inline constexpr float divisor[4] = {-0x1.da38d2p-6f, -0x1.589e8cp-1f, 0x1.ddd17p-3f, -0x1.b9823ep-5f};
} // namespace exp_steps_constants

/// The exact S 2^Raised and the remainder r.
template <class V> struct exp_step { V significand, r; };

/// For the exponent -Times b, Times a power of two, 0 <= Times b <= 107. NaN gives a NaN remainder.
template <int Raised, int Times, class V> XACT_INLINE exp_step<V> step_of_exp(V const& b) {
    using namespace exp_steps_constants;
    constexpr float steps_in_low_bits = 0x1.8p20f + Raised;
    V const shifted = fma(b, -Times * log2e, steps_in_low_bits);
    V const k = shifted - steps_in_low_bits;
    V const r = fma(b, -Times * log2e_low, fms(b, -Times * log2e, k));
    return {simd::from_bits<float>(simd::bits(simd::lookup(step, shifted)) + simd::shift_left<20>(simd::bits(shifted))),
            r};
}

} // namespace xact::kernel

#endif
