#ifndef XACT_KERNEL_GELU_TANH_FLOAT_HPP
#define XACT_KERNEL_GELU_TANH_FLOAT_HPP

#include <xact/kernel/exponential_float.hpp>
#include <xact/kernel/gelu_tanh_intervals.hpp>
#include <xact/kernel/interval_polynomial.hpp>
#include <xact/simd/rare.hpp>

// x/(1 + e^-2u), u = sqrt(2/pi) (x + 0.044715 x^3), in float lanes with FMA: max(x, 0) - f(|x|) with
//
//   f(a) = a/(1 + e^2u(a)),  2u log2(e) = a P, P = c0 + c1 a^2 as a sum of two;  e^2u = S (1 + g)
//   d = 1 + S + S g;  q = a (1/d);  f = q + (a - q S - q - q S g) (1/d)
//
// As S is no less than e^2u, a - q S is no more than q, and its rounding error small beside that of the result. Where
// registers hold tables of 32, f is a polynomial on each of 32 intervals of [0, 6.6], and this is for x below.
// f is exact to less than 1 ULP, and is either subtracted exactly or counts half at most.

namespace xact::kernel {

namespace gelu_tanh_float_constants { // tests/coefficients/generate.py: gelu_tanh_float
inline constexpr float constant_term = 0x1.26aep1f;
inline constexpr float constant_term_low = 0x1.84379cp-16f;
inline constexpr float square_term = 0x1.a5a7dp-4f;
inline constexpr float square_term_low = -0x1.151aaep-29f;
} // namespace gelu_tanh_float_constants

namespace detail {

/// A number as the sum of two.
template <class V> struct high_and_low { V high, low; };

template <class V> XACT_INLINE high_and_low<V> square_of(V const& a) {
    V const w = a * a;
    return {w, fms(a, a, w)};
}

/// 2u log2(e)/a from a^2.
template <class V> XACT_INLINE high_and_low<V> gelu_tanh_octaves(high_and_low<V> const& square) {
    using namespace gelu_tanh_float_constants;
    V const& w = square.high;
    V const p = fma(w, square_term, constant_term);
    return {p, fma(square.low, square_term,
                   fma(w, V(square_term), constant_term - p) + fma(w, square_term_low, constant_term_low))};
}

/// a/(1 + e^2u(a)), a >= 0; 2u log2(e) <= 126.
template <class V> XACT_INLINE V gelu_tanh_lower(V const& a) {
    auto const [p, p_low] = gelu_tanh_octaves(square_of(a));
    V const shifted = fma(a, p, octave_steps);
    V const g = excess_of<steps_above>(fma(a, p_low, fms(a, p, shifted - octave_steps)));
    V const s = step_at<steps_above>(shifted), rest = s * g;
    V const inverse = 1.0f / ((s + 1.0f) + rest);
    V const q = a * inverse;
    return fma(fnma(q, rest, fnma(q, s, a) - q), inverse, q);
}

/// 2^64 a e^-2u(a), 6.6 <= a, where 1 + e^2u is e^2u but for 2^-44 of it.
template <class V> XACT_INLINE V raised_gelu_tanh_tail(V const& magnitude) {
    V const a = simd::at_most(magnitude, 10.82f); // a e^-2u < 2^-151
    auto const [p, p_low] = gelu_tanh_octaves(square_of(a));
    constexpr float raised = octave_steps + 64.0f;
    V const shifted = fnma(a, p, V(raised));
    V const g = excess_of(fnma(a, p_low, fnma(a, p, raised - shifted)));
    V const s = step_at(shifted), product = a * s;
    return product + fma(product, g, fms(a, s, product));
}

} // namespace detail

/// x/(1 + e^-2u(x)) with an error below 1 ULP (measured over all floats).
template <class V> XACT_INLINE V gelu_tanh_float(V const& x) {
    constexpr bool has_table = simd::lookup_entries<typename V::arch> == 32;
    constexpr float end = has_table ? 6.6f : 9.5f;
    V const a = simd::at_most(simd::abs(x), end), positive = simd::at_least(x, -0.0f);
    V lower;
    if constexpr (has_table)
        lower = gate_lower<gelu_tanh_intervals>(a);
    else
        lower = detail::gelu_tanh_lower(a);
    return simd::replaced_below(-end, x, positive - lower, [](auto const& t) XACT_INLINE_LAMBDA {
        return simd::minus_lowered<64>(detail::raised_gelu_tanh_tail(simd::abs(t)));
    });
}

} // namespace xact::kernel

#endif
