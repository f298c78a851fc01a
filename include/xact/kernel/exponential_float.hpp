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

/// Of 2^Raised e^-(Times a), Times a power of two.
template <int Raised, int Times = 1, class V> XACT_INLINE octave_parts<V> octaves_of_minus(V const& a) {
    constexpr float raised = octave_steps + Raised;
    V const shifted = fnma(a, V(Times * log2e_float), V(raised));
    V const r = fnma(a, V(Times * log2e_float_low), fnma(a, V(Times * log2e_float), raised - shifted));
    return {shifted, excess_of(r)};
}

/// S 2^Raised.
template <int Raised, class Steps = nearest_steps, class V> XACT_INLINE V step_at(V const& shifted) {
    auto const power = simd::shift_left<20>(simd::bits(shifted));
    using ints = std::decay_t<decltype(power)>;
    auto const pattern = simd::bits(simd::lookup(Steps::step, shifted)) + power;
    if constexpr (Raised == 0)
        return simd::from_bits<float>(pattern);
    else
        return simd::from_bits<float>(pattern + ints(Raised * (1 << 23)));
}

/// 2^64 e^-b (1 - factor e^-b) = step (1 + excess), b = Times a >= 0, where the square of e^-b is nothing.
template <int Times = 1, class V> XACT_INLINE step_parts<V> raised_tail(V const& a, float factor) {
    auto const parts = octaves_of_minus<64, Times>(a);
    V const s = step_at<0>(parts.shifted), e = fma(s, parts.excess, s);
    // e^-b itself can be subnormal, with which processors take long; the product is no result.
    return {s, fnma(fma(e, parts.excess, e), V(factor * 0x1p-64f), parts.excess)};
}

/// -x 2^-64 of x >= 0.
template <class V> XACT_INLINE V minus_lowered(V const& x) { return simd::minus_abs(simd::lowered<64>(x)); }

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
        // between keep their bits.
        auto const parts = detail::octaves_of(simd::clamp(x, -105.0f, 90.0f));
        auto const negative = x < V(0.0f);
        V const s = select(negative, detail::step_at<64>(parts.shifted), detail::step_at<-64>(parts.shifted));
        V const y = fma(s, parts.excess, s);
        return select(negative, simd::lowered<64>(y), y * select(negative, V(1.0f), V(0x1p64f)));
    }
    auto const parts = detail::octaves_of(x);
    V const s = detail::step_at<0>(parts.shifted);
    return fma(s, parts.excess, s);
}

} // namespace xact::kernel

#endif
