#ifndef XACT_KERNEL_EXPONENTIAL_FLOAT_HPP
#define XACT_KERNEL_EXPONENTIAL_FLOAT_HPP

#include <xact/kernel/log2e.hpp>
#include <xact/simd/lookup.hpp>

// e^x in float lanes with FMA, by steps of an eighth of an octave.
//
//   x log2(e) = k + j/8 + r, |r| <= 1/16;  S = T_j 2^k;  e^x = S 2^r/c = S + S g
//
// T_j is the float nearest to c 2^(j/8), for a c close to 1 such that all eight are within 2^-28.4 of it. |g| < 1/16
// carries 2^-24 of its own size only; what remains is the cubic's error, 2^-25.7, and one final rounding. Where an
// S of at least e^x is wanted, c = 1.056, within 2^-27.7, and a polynomial of degree 4.

namespace xact::kernel {

namespace exponential_float_constants { // tests/coefficients/generate.py: exponential_float
struct nearest_steps {
    static constexpr int degree = 3;
    static constexpr float step[8] = {0x1.feb052p-1f, 0x1.f6747cp-1f, 0x1.efa848p-1f, 0x1.eb2404p-1f,
                                      0x1.e91c8ap-1f, 0x1.e9cb7cp-1f, 0x1.ed6fb4p-1f, 0x1.f44dbcp-1f};
    static constexpr float excess[4] = {0x1.5089f8p-9f, 0x1.63cd76p-1f, 0x1.ed53p-3f, 0x1.c7dd58p-5f};
};
struct nearest_steps_of_degree_4 : nearest_steps {
    static constexpr int degree = 4;
    static constexpr float excess[5] = {0x1.508a96p-9f, 0x1.63cd76p-1f, 0x1.ed3f3ep-3f, 0x1.c7e012p-5f, 0x1.3c213ap-7f};
};
struct steps_above {
    static constexpr int degree = 4;
    static constexpr float step[8] = {0x1.0e5cd8p0f,  0x1.06d524p0f, 0x1.018468p0f, 0x1.fe9df4p-1f,
                                      0x1.fe59bep-1f, 0x1.00f4ccp0f, 0x1.06b1aap0f, 0x1.0fd8eap0f};
    static constexpr float excess[5] = {-0x1.b33082p-5f, 0x1.5009c8p-1f, 0x1.d1d92ep-3f, 0x1.ae92f8p-5f,
                                        0x1.28d048p-7f};
};
} // namespace exponential_float_constants

namespace detail {

using exponential_float_constants::nearest_steps, exponential_float_constants::nearest_steps_of_degree_4,
    exponential_float_constants::steps_above;

/// g.
template <class Steps = nearest_steps, class V> XACT_INLINE V excess_of(V const& r) {
    V upper = fma(r, Steps::excess[3], Steps::excess[2]);
    if constexpr (Steps::degree == 4) upper = fma(fma(r, Steps::excess[4], Steps::excess[3]), r, Steps::excess[2]);
    return fma(fma(upper, r, Steps::excess[1]), r, Steps::excess[0]);
}

/// A number whose lowest bits count eighths: what is added to a number of octaves to round it to eighths.
inline constexpr float octave_steps = 0x1.8p20f;

/// k + j/8 in the low bits, and g.
template <class V> struct octave_parts { V shifted, excess; };
/// step (1 + excess).
template <class V> struct step_parts { V step, excess; };

/// Of e^x.
template <class V> XACT_INLINE octave_parts<V> octaves_of(V const& x) {
    V const shifted = fma(x, log2e_float, octave_steps);
    V const r = fma(x, log2e_float_low, fms(x, log2e_float, shifted - octave_steps));
    return {shifted, excess_of(r)};
}

/// S.
template <class Steps = nearest_steps, class V> XACT_INLINE V step_at(V const& shifted) {
    return simd::from_bits<float>(simd::bits(simd::lookup(Steps::step, shifted)) +
                                  simd::shift_left<20>(simd::bits(shifted)));
}

struct eight_floats {
    float entry[8];
};

/// 2^64 T_j. In Steps, whose T_j are below 1, three bits of the pattern are less by j.
template <class Steps> constexpr eight_floats raised_steps_of() {
    eight_floats result{};
    for (std::size_t j = 0; j < 8; ++j) {
        float const fraction = 2 * Steps::step[j] - 1 + static_cast<float>(j) / 8;
        result.entry[j] = (fraction < 1 ? (1 + fraction) / 2 : fraction) * 0x1p64f;
    }
    return result;
}
template <class Steps> inline constexpr eight_floats raised_steps = raised_steps_of<Steps>();

/// S and -r of 2^64 e^-(Times a), Times a power of two.
template <class V> struct minus_octaves { V step, minus_r; };

template <int Times = 1, class V> XACT_INLINE minus_octaves<V> raised_octaves_of_minus(V const& a) {
    constexpr float raised = octave_steps + 64;
    V const shifted = fnma(a, V(Times * log2e_float), V(raised)), k = shifted - raised;
    V const minus_r = fma(a, V(Times * log2e_float_low), fma(a, V(Times * log2e_float), k));
    if constexpr (simd::has_scaling<typename V::arch>)
        return {simd::scaled_by_octaves(simd::lookup(raised_steps<nearest_steps>.entry, shifted), k), minus_r};
    else
        return {step_at(shifted), minus_r};
}

/// g, from -r.
template <class V> XACT_INLINE V excess_of_minus(V const& minus_r) {
    using steps = nearest_steps;
    V const upper = fnma(minus_r, V(steps::excess[3]), V(steps::excess[2]));
    return fnma(fnma(upper, minus_r, V(steps::excess[1])), minus_r, V(steps::excess[0]));
}

/// 2^64 e^-a (1 - factor e^-a) = step (1 + excess), a >= 0, where the square of e^-a is nothing.
template <class V> XACT_INLINE step_parts<V> raised_tail(V const& a, float factor) {
    auto const parts = raised_octaves_of_minus(a);
    V const &s = parts.step, g = excess_of_minus(parts.minus_r), e = fma(s, g, s);
    // e^-a itself can be subnormal, with which processors take long; the product is no result.
    return {s, fnma(fma(e, g, e), V(factor * 0x1p-64f), g)};
}

/// The same for b = Times a >= 15, so far that for e^-b in the brackets the step and the line through it serve, within
/// 2^-9 of it: (1 - factor e^-b) 2^r = 2^(r - log2(e) factor e^-b).
template <int Times = 1, class V> XACT_INLINE step_parts<V> raised_far_tail(V const& a, float factor) {
    auto const parts = raised_octaves_of_minus<Times>(a);
    V const line = fnma(parts.minus_r, V(factor * 0x1p-64f), V(factor * 0x1p-64f * log2e_float));
    return {parts.step, excess_of_minus(fma(parts.step, line, parts.minus_r))};
}

/// 2^64 a e^-a (1 - factor e^-a), a = magnitude.
template <class V> XACT_INLINE V raised_gate_tail(V const& magnitude, float factor) {
    V const a = simd::at_most(magnitude, 110.0f); // a e^-a < 2^-151
    auto const power = raised_tail(a, factor);
    V const product = a * power.step;
    return product + fma(product, power.excess, fms(a, power.step, product));
}

} // namespace detail

/// e^x with an error below 0.92 ULP (measured over all floats); infinity from 88.7228 on, +0 below -103.97; NaN gives
/// NaN.
template <class V> XACT_INLINE V exponential_float(V const& x) {
    if (XACT_UNLIKELY(simd::any_above(simd::abs(x), 87.0f))) {
        // In two factors, of which the second is exact unless the result is subnormal or infinite: the lanes in
        // between keep their bits. 2^63 e^x, x < 0, does not overflow as a factor of 2^64 either.
        auto const negative = x < V(0.0f);
        V const limited = simd::clamp(x, -105.0f, 90.0f);
        V const raised = select(negative, V(detail::octave_steps + 63), V(detail::octave_steps - 64));
        V const shifted = fma(limited, log2e_float, raised);
        V const r = fma(limited, log2e_float_low, fms(limited, V(log2e_float), shifted - raised));
        V const s = detail::step_at(shifted), y = fma(s, detail::excess_of(r), s);
        return simd::lowered_where<63>(negative, y, y * 0x1p64f);
    }
    auto const parts = detail::octaves_of(x);
    V const s = detail::step_at(parts.shifted);
    return fma(s, parts.excess, s);
}

} // namespace xact::kernel

#endif
