#ifndef XACT_KERNEL_GELU_FLOAT_HPP
#define XACT_KERNEL_GELU_FLOAT_HPP

#include <xact/kernel/exponential_float.hpp>
#include <xact/kernel/gelu_intervals.hpp>
#include <xact/kernel/interval_polynomial.hpp>
#include <xact/simd/rare.hpp>

// x Phi(x), Phi the distribution function of the normal distribution, in float lanes with FMA and tables of 32:
// max(x, 0) - f(|x|) with f(a) = a Phi(-a), a polynomial on each of 32 intervals of [0, 8]. In the first interval the
// centre is 0 and the constant is a/2: f = a/2 + a (c2 a + ...), accurate relative to the smallest a. In the others the
// centre is where the rounding of what is added to c0 counts least. f is exact to less than 1 ULP, and is either
// subtracted exactly or counts half at most; beyond 5.5 it changes no x > 0.
//
// Below -8, with w = a^2 as a sum of two,
//
//   f(a) = a/sqrt(2 pi) e^(-w/2) (1/a - 1/a^3 + ...) = 2^(-w log2(e)/2 - 11/8) (1 + rho),  rho = P(1/w) in [0, 0.03]

namespace xact::kernel {

namespace gelu_tail_constants { // tests/coefficients/generate.py: gelu_tail
inline constexpr float factor[6] = {0x1.1c7e56p-5f, -0x1.08e264p0f, 0x1.8cc34ap1f,
                                    -0x1.e348dp3f,  0x1.5d041p6f,   -0x1.645566p8f};
} // namespace gelu_tail_constants

namespace detail {

/// step (1 + excess) = 2^64 2^(-11/8) e^(-a^2/2) (1 + rho), rho the polynomial `factor` of 1/a^2, 5.5 <= a <= 14.6.
template <class Steps = nearest_steps, std::size_t Size, class V>
XACT_INLINE step_parts<V> normal_tail_of(float const (&factor)[Size], V const& a) {
    constexpr float half_log2e = log2e_float / 2, half_log2e_low = log2e_float_low / 2;
    V const w = a * a, w_low = fms(a, a, w);
    constexpr float raised = octave_steps - 1.375f + 64.0f;
    V const shifted = fma(w, -half_log2e, raised);
    V const upper = fms(w, -half_log2e, shifted - raised);
    V const g = excess_of<Steps>(fma(w_low, -half_log2e, fma(w, -half_log2e_low, upper)));
    V const t = 1.0f / w;
    V rho(factor[Size - 1]);
    for (std::size_t i = Size - 1; i-- > 0;) rho = fma(rho, t, factor[i]);
    return {step_at(shifted), fma(g, rho, g + rho)};
}

/// 2^64 a Phi(-a), 5.5 <= a.
template <class V> XACT_INLINE V raised_gelu_tail(V const& magnitude) {
    auto const tail = normal_tail_of(gelu_tail_constants::factor, simd::at_most(magnitude, 14.6f));
    return fma(tail.step, tail.excess, tail.step);
}

} // namespace detail

/// x Phi(x) with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V gelu_float(V const& x) {
    V const a = simd::abs(x), positive = simd::at_least(x, -0.0f);
    V const y = positive - gate_lower<gelu_intervals>(simd::at_most(a, 8.0f));
    return simd::replaced_below(-8.0f, x, y, [](auto const& t) XACT_INLINE_LAMBDA {
        return simd::minus_lowered<64>(detail::raised_gelu_tail(simd::abs(t)));
    });
}

} // namespace xact::kernel

#endif
