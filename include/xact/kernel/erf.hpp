#ifndef XACT_KERNEL_ERF_HPP
#define XACT_KERNEL_ERF_HPP

#include <xact/kernel/normal.hpp>

// The error function over either number type (number.hpp):
//
//   x < 1/2:   erf x = x P(x^2), P of degree 10
//   x >= 1/2:  erf x = 1 - 2 e^(-x^2) R(x sqrt 2), R of the normal distribution (normal.hpp)
//
// Relative error: 2^-51 in one lane, 2^-61 in twofold lanes.

namespace xact::kernel {

namespace erf_constants { // tests/coefficients/generate.py: erf
inline constexpr double root_2_high = 0x1.6a09e667f3bcdp0;
inline constexpr double root_2_low = -0x1.bdd3413b26456p-54;
inline constexpr double slope_high = 0x1.20dd750429b6dp0;
inline constexpr double slope_low = 0x1.1ae3a914fed8p-56;
inline constexpr coefficient series[11] = {{0x1.20dd750429b6dp0, 0x1.1ae31103f41f4p-56},
                                           {-0x1.812746b0379e7p-2, 0x1.f290fcfb998ccp-57},
                                           {0x1.ce2f21a042bep-4, 0x1.395b7f3150a71p-58},
                                           {-0x1.b82ce312889f2p-6, -0x1.5465232feb15p-63},
                                           {0x1.565bcd0e5f5ap-8, 0.0},
                                           {-0x1.c02db3f9d6c71p-11, 0.0},
                                           {0x1.f9a324a327ab3p-14, 0.0},
                                           {-0x1.f4d1cff2cac2fp-17, 0.0},
                                           {0x1.b9d19f664b4c1p-20, 0.0},
                                           {-0x1.5d7686c510032p-23, 0.0},
                                           {0x1.c60ae6747e9bcp-27, 0.0}};
} // namespace erf_constants

/// erf(x) and e^(-x^2), of which 2/sqrt(pi) is the factor in the derivative.
template <class N> struct erf_result {
    N value;
    exponential<N> e;
};

/// x > 0; `raised`, a multiple of x by a constant where x < 1/2 and x elsewhere, gives the value multiplied likewise.
template <class N> XACT_INLINE erf_result<N> erf_of(N const& x, N const& raised) {
    using namespace erf_constants;
    using V = lanes_of<N>;
    N const w = square(x);
    auto const e = exponential_of(negated(w));
    auto const tail = normal_ratio_of(x * number<N>::constant(root_2_high, root_2_low));
    N const divisor = e.q * tail.d;
    N const upper = fma(scaled(e.p, -2.0), tail.n, divisor) / divisor;
    return {select(leading(x) < V(0.5), raised * polynomial<4>(series, w), upper), e};
}

/// 2/sqrt(pi).
template <class N> XACT_INLINE N erf_slope_at_zero() {
    return number<N>::constant(erf_constants::slope_high, erf_constants::slope_low);
}

} // namespace xact::kernel

#endif
