#ifndef XACT_KERNEL_GELU_SLOPE_FLOAT_HPP
#define XACT_KERNEL_GELU_SLOPE_FLOAT_HPP

#include <xact/kernel/gate_slope_float.hpp>
#include <xact/kernel/gelu_float.hpp>
#include <xact/kernel/gelu_slope_intervals.hpp>
#include <xact/simd/rare.hpp>

// The slope Phi(x) + x phi(x) of x Phi(x) by gate_slope_float.hpp for x >= -8; the slope at 8 is the float 1. Below,
// as in gelu_float.hpp,
//
//   f(a) = -a phi(a) (1 - 1/a^2 + ...) = -a 2^(-w log2(e)/2 - 11/8) (1 + rho)

namespace xact::kernel {

namespace gelu_slope_tail_constants { // tests/coefficients/generate.py: gelu_slope_tail
inline constexpr float slope_factor[6] = {0x1.1c7e6ep-5f, -0x1.08e3d6p0f, 0x1.08ccf2p0f,
                                          -0x1.88d8a8p1f, 0x1.b3701p3f,   -0x1.94aea6p5f};
} // namespace gelu_slope_tail_constants

namespace detail {

/// -2^64 f.
template <class V> XACT_INLINE V raised_gelu_slope_tail(V const& magnitude) {
    V const a = simd::at_most(magnitude, 14.6f);
    auto const tail = normal_tail_of<nearest_steps_of_degree_4>(gelu_slope_tail_constants::slope_factor, a);
    V const product = a * tail.step;
    return product + fma(product, tail.excess, fms(a, tail.step, product));
}

} // namespace detail

/// Phi(x) + x phi(x) with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V gelu_slope_float(V const& x) {
    V const a = simd::abs(x);
    V const f = gate_slope_lower<gelu_slope_intervals>(simd::at_most(a, 8.0f));
    return simd::replaced_below(-8.0f, x, simd::complement_unless_negative(x, f), [](auto const& t) XACT_INLINE_LAMBDA {
        return simd::minus_lowered<64>(detail::raised_gelu_slope_tail(simd::abs(t)));
    });
}

} // namespace xact::kernel

#endif
