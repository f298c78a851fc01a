#ifndef XACT_KERNEL_NORMAL_HPP
#define XACT_KERNEL_NORMAL_HPP

#include <xact/kernel/exponential.hpp>

// The standard normal distribution Phi over either number type (number.hpp), as a fraction, from its tail:
//
//   Phi(-a) = e^(-a^2/2) R(a), a >= 0; R falls from 1/2 to 0 as 1/(a sqrt(2 pi)), so nothing underflows but e
//   one lane:  R = N(a)/D(a), of degrees 9 and 10; all coefficients are positive; relative error 2^-51, a <= 15
//   twofold:   R = T((a - 4)/(a + 4))/(1 + a), T of degree 27; relative error 2^-62, a <= 39

namespace xact::kernel {

namespace normal_constants { // tests/coefficients/generate.py: normal
inline constexpr double density_high = 0x1.9884533d43651p-2;
inline constexpr double density_low = -0x1.cbc0d30ebfd15p-56;
inline constexpr double numerator[10] = {0x1p-1,
                                         0x1.7c9d6be40a0edp-1,
                                         0x1.1946e2efe43f1p-1,
                                         0x1.083033165d7fcp-2,
                                         0x1.579a7a70fe9d8p-4,
                                         0x1.3f31f9c219bcp-6,
                                         0x1.a713411d32a31p-9,
                                         0x1.828e2f0d9f816p-12,
                                         0x1.bc4b88c0a7c5ap-16,
                                         0x1.ee9acafebfe1cp-21};
inline constexpr double denominator[11] = {0x1p0,
                                           0x1.246fcac155e09p1,
                                           0x1.35f81b676597ap1,
                                           0x1.9262010deda3bp0,
                                           0x1.632e24198d1cbp-1,
                                           0x1.bef0f2ea50365p-3,
                                           0x1.979580bc80c2dp-5,
                                           0x1.0b4c58ca68583p-7,
                                           0x1.e5afa38014382p-11,
                                           0x1.166baedb339b5p-14,
                                           0x1.35f28fc7a63ap-19};
inline constexpr coefficient tail[28] = {{0x1.e361ea6fba141p-2, 0x1.002eb5f83ebacp-56},
                                         {-0x1.8c18f2086e34ap-4, 0x1.1959add8eda95p-58},
                                         {0x1.cabd72a60f8a4p-7, -0x1.2678c8de9e087p-62},
                                         {0x1.d4969f10dff43p-6, 0x1.a87ebac77fe42p-60},
                                         {-0x1.07c3c2582b9e8p-5, 0x1.52d3f6118a2d1p-65},
                                         {0x1.25dd720603b62p-6, -0x1.6db6f668e35d8p-60},
                                         {-0x1.47d5fc74bb319p-8, -0x1.caa09ba64cc77p-64},
                                         {-0x1.2b7f5e14ae081p-12, -0x1.f01a006992cf7p-66},
                                         {0x1.6c53833221296p-11, -0x1.ea7a4b22264cbp-65},
                                         {-0x1.8c11ad2f045fp-14, 0.0},
                                         {-0x1.707bbdff34556p-14, 0.0},
                                         {0x1.648362f8b67fcp-16, 0.0},
                                         {0x1.c94179267af6ap-17, 0.0},
                                         {-0x1.cc8d63d7e58dfp-19, 0.0},
                                         {-0x1.5ed9aa1f131ecp-19, 0.0},
                                         {0x1.aff19c1afaf02p-22, 0.0},
                                         {0x1.2968ef4d7344ap-21, 0.0},
                                         {0x1.7a16feccc0a45p-28, 0.0},
                                         {-0x1.e592ef821f209p-24, 0.0},
                                         {-0x1.aa330d670b6a2p-26, 0.0},
                                         {0x1.40a3fcd652e16p-26, 0.0},
                                         {0x1.57168d2205f26p-27, 0.0},
                                         {-0x1.88b73cd340accp-30, 0.0},
                                         {-0x1.47a885d4675f5p-29, 0.0},
                                         {-0x1.816de6b29ea8fp-32, 0.0},
                                         {0x1.28cade9f8799fp-32, 0.0},
                                         {0x1.d4af2ad5ca1a5p-34, 0.0},
                                         {0x1.3ec7020c881ffp-37, 0.0}};
} // namespace normal_constants

/// 1/sqrt(2 pi).
template <class N> XACT_INLINE N normal_density() {
    return number<N>::constant(normal_constants::density_high, normal_constants::density_low);
}

/// n/d.
template <class N> struct normal_ratio { N n, d; };

/// R(a).
template <class N> XACT_INLINE normal_ratio<N> normal_ratio_of(N const& a) {
    using namespace normal_constants;
    using V = lanes_of<N>;
    if constexpr (number<N>::is_twofold) {
        N const t = (a - N(4.0)) / (a + N(4.0));
        // Next to 0, where only R = 1/2 - a/sqrt(2 pi) tells on which side of the middle between two subnormal numbers
        // x/2 + ... lies, the value 1/2 must be exact.
        auto const tiny = a.high < V(0x1p-32);
        return {select(tiny, fma(negated(a), normal_density<N>(), N(0.5)), polynomial<9>(tail, t)),
                select(tiny, N(1.0), a + N(1.0))};
    } else {
        V n(numerator[9]), d(denominator[10]);
        for (std::size_t i = 9; i-- > 0;) n = fma(n, a, V(numerator[i]));
        for (std::size_t i = 10; i-- > 0;) d = fma(d, a, V(denominator[i]));
        return {n, d};
    }
}

} // namespace xact::kernel

#endif
