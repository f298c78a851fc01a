#ifndef XACT_KERNEL_EXPONENTIAL_HPP
#define XACT_KERNEL_EXPONENTIAL_HPP

#include <xact/kernel/number.hpp>

// e^z as a fraction p / q, over either number type (number.hpp), for the activations that are quotients of such sums:
// sigmoid is p/(p + q), and one division serves them whatever they are.
//
//   z = k ln 2 + r, k an integer, |r| <= ln2/2
//   one lane:  tanh(r/2) = r B(r^2)/A(r^2), e^r = (A + r B)/(A - r B), p = 2^k (A + r B), q = A - r B;
//              p - q = (2^k - 1) A + (2^k + 1) r B does not cancel; relative error 2^-52 + |z| 2^-54
//   twofold:   e^r - 1 = r + r^2 P(r); p = 2^k e^r, q = 1; relative error 2^-62

namespace xact::kernel {

namespace exponential_constants { // tests/coefficients/generate.py: exponential
inline constexpr double log2e = 0x1.71547652b82fep0;
inline constexpr double ln2_high = 0x1.62e42fefa38p-1;
inline constexpr double ln2_low = 0x1.ef35793c7673p-45;
inline constexpr double odd[3] = {0x1p-1, 0x1.c70fd111038dfp-7, 0x1.1530d533e0695p-15};
inline constexpr double even[2] = {0x1.c7194999962fcp-4, 0x1.03fc0d53c382fp-10};
inline constexpr coefficient tail[13] = {{0x1p-1, 0.0},
                                         {0x1.5555555555555p-3, 0x1.551050acf2c58p-57},
                                         {0x1.5555555555555p-5, 0.0},
                                         {0x1.1111111111112p-7, 0.0},
                                         {0x1.6c16c16c16c17p-10, 0.0},
                                         {0x1.a01a01a018fc2p-13, 0.0},
                                         {0x1.a01a01a0197eep-16, 0.0},
                                         {0x1.71de3a5cb6099p-19, 0.0},
                                         {0x1.27e4fb7b2e9e5p-22, 0.0},
                                         {0x1.ae6423f46d61bp-26, 0.0},
                                         {0x1.1eed75baf173fp-29, 0.0},
                                         {0x1.61cc9d4156de1p-33, 0.0},
                                         {0x1.943f82588c8d4p-37, 0.0}};
} // namespace exponential_constants

/// A result that is `value * lower`: in twofold lanes a small exponential is carried raised by 2^300, so that the low
/// parts of what is made of it do not underflow.
template <class N> struct lowered_result {
    N value;
    lanes_of<N> lower;
};

/// y * lower, as a formula returns it; in one lane `lower` is 1.
template <class N> XACT_INLINE auto lowered(N const& y, lanes_of<N> const& lower) {
    if constexpr (number<N>::is_twofold)
        return lowered_result<N>{y, lower};
    else
        return y;
}

/// x = value * lower, where twofold lanes carry a small x raised by 2^300, so that low parts do not underflow.
template <class N> XACT_INLINE lowered_result<N> raised_where_small(N const& x) {
    using V = lanes_of<N>;
    if constexpr (number<N>::is_twofold) {
        auto const small = simd::abs(x.high) < V(0x1p-200);
        return {scaled(x, select(small, V(0x1p300), V(1.0))), select(small, V(0x1p-300), V(1.0))};
    } else
        return {x, V(1.0)};
}

/// e^z = p/q. `raised` is p again, but divided by `lower`, for results that are multiples of p (in one lane: p itself).
template <class N> struct exponential {
    N p, q, p_minus_q, raised;
    lanes_of<N> lower;

    /// y/q.
    XACT_INLINE N over_q(N const& y) const {
        if constexpr (number<N>::is_twofold) // q = 1
            return y;
        else
            return y / q;
    }
    /// y * lower, y a multiple of `raised`: what a formula returns.
    XACT_INLINE auto lowered(N const& y) const {
        if constexpr (number<N>::is_twofold)
            return lowered_result<N>{y, lower};
        else
            return y;
    }
    /// y * lower where `m` holds, else y.
    XACT_INLINE auto lowered_where(typename lanes_of<N>::mask_type const& m, N const& y) const {
        if constexpr (number<N>::is_twofold)
            return lowered_result<N>{y, select(m, lower, lanes_of<N>(1.0))};
        else
            return y;
    }
};

namespace detail {

template <class V> XACT_INLINE V power_of_two(V const& integer) {
    auto const one = simd::bits(V(1.0));
    return simd::from_bits<double>(simd::shift_left<52>(simd::bits(integer + 0x1.8p52)) + one);
}

} // namespace detail

/// e^z; limited to |z| <= 200 in one lane, where floats over- and underflow, and to -900 <= z <= 715 in twofold lanes,
/// where doubles do: at the lower end even if multiplied by the largest float. NaN gives NaN.
template <class N> XACT_INLINE exponential<N> exponential_of(N const& argument) {
    using namespace exponential_constants;
    using V = lanes_of<N>;
    constexpr double integer_in_low_bits = 0x1.8p52;
    if constexpr (!number<N>::is_twofold) {
        V const z = simd::clamp(argument, -200.0, 200.0);
        V const k = fma(z, V(log2e), V(integer_in_low_bits)) - integer_in_low_bits;
        V const r = fnma(k, V(ln2_low), fnma(k, V(ln2_high), z));
        V const w = r * r;
        V const a = fma(w, fma(w, V(even[1]), V(even[0])), V(1.0));
        V const rb = r * fma(w, fma(w, V(odd[2]), V(odd[1])), V(odd[0]));
        V const power = detail::power_of_two(k);
        V const p = power * (a + rb);
        return {p, a - rb, fma(power - 1.0, a, (power + 1.0) * rb), p, V(1.0)};
    } else {
        V const z = simd::clamp(argument.high, -900.0, 715.0);
        V const k = fma(z, V(log2e), V(integer_in_low_bits)) - integer_in_low_bits;
        V const upper = fnma(k, V(ln2_high), z); // exact: the product has no more than 53 bits
        auto r = fast_two_sum(upper, argument.low);
        r = r + twofold<V>(V(0.0) - k * ln2_low);
        auto const em1 = fma(square(r), polynomial<2>(tail, r), r);

        auto const low = k < V(-800.0), high = V(800.0) < k;
        V const raise = select(low, V(300.0), select(high, V(-200.0), V(0.0)));
        V const power = detail::power_of_two(k + raise), lower = detail::power_of_two(V(0.0) - raise);
        V const true_power = select(low | high, V(0.0), power);
        auto const e = twofold<V>(1.0) + em1;
        auto const minus_one = two_sum(true_power, V(-1.0)) + scaled(em1, true_power);
        return {scaled(e, true_power), N(1.0), minus_one, scaled(e, power), lower};
    }
}

} // namespace xact::kernel

#endif
