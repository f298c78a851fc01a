#ifndef XACT_KERNEL_GELU_TANH_SLOPE_FLOAT_HPP
#define XACT_KERNEL_GELU_TANH_SLOPE_FLOAT_HPP

#include <xact/kernel/gate_slope_float.hpp>
#include <xact/kernel/gelu_tanh_float.hpp>
#include <xact/kernel/gelu_tanh_slope_intervals.hpp>
#include <xact/simd/rare.hpp>

// The slope of x/(1 + e^-z), z = 2 sqrt(2/pi) (x + 0.044715 x^3), by gate_slope_float.hpp for x >= -5.34; the slope at
// 5.625 is the float 1. Below, but for 2^-27 of it,
//
//   f(a) = -e^-z(a) (a z'(a) - 1)

namespace xact::kernel {

namespace gelu_tanh_slope_constants { // tests/coefficients/generate.py: gelu_tanh_slope_float
inline constexpr float linear = 0x1.988454p0f;
inline constexpr float linear_low = -0x1.857936p-25f;
inline constexpr float cubic_3 = 0x1.b6676cp-3f;
inline constexpr float cubic_3_low = -0x1.175e2p-32f;
} // namespace gelu_tanh_slope_constants

namespace detail {

/// -2^64 f.
template <class V> XACT_INLINE V raised_gelu_tanh_slope_tail(V const& magnitude) {
    using namespace gelu_tanh_slope_constants;
    V const a = simd::at_most(magnitude, 11.2f);
    auto const square = square_of(a);
    auto const z = gelu_tanh_octaves(square);
    constexpr float raised = octave_steps + 64.0f;
    V const shifted = fnma(a, z.high, raised);
    V const g = excess_of<steps_above>(fnma(a, z.low, fnma(a, z.high, raised - shifted)));
    V const s = step_at<steps_above>(shifted);

    V const upper = square.high * cubic_3;
    V const slope = upper + linear;
    V const slope_low =
        (linear - (slope - upper)) +
        fma(square.high, V(cubic_3_low), fma(square.low, V(cubic_3), fms(square.high, V(cubic_3), upper) + linear_low));
    V const product = a * slope, w = product - 1.0f;
    V const w_low = ((product - w) - 1.0f) + fma(a, slope_low, fms(a, slope, product));
    V const y = w * s;
    return y + fma(y, g, fma(w_low, s, fms(w, s, y)));
}

} // namespace detail

/// The slope of x/(1 + e^-z(x)) with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V gelu_tanh_slope_float(V const& x) {
    V const a = simd::abs(x);
    V const f = gate_slope_lower<gelu_tanh_slope_intervals>(simd::at_most(a, 5.625f));
    V const y = simd::complement_unless_negative(x, f);
    // beyond, errors of the table add up to more than 1 ULP of so small an f
    return simd::replaced_below(-5.34375f, x, y, [](auto const& t) XACT_INLINE_LAMBDA {
        return simd::minus_lowered<64>(detail::raised_gelu_tanh_slope_tail(simd::abs(t)));
    });
}

} // namespace xact::kernel

#endif
