#ifndef XACT_KERNEL_NUMBER_HPP
#define XACT_KERNEL_NUMBER_HPP

#include <xact/kernel/twofold.hpp>

#include <cstddef>

// A formula is written once over a number type, which is either
//
//   simd::pack<double, ...>                   for float arguments: 29 bits more than the result keeps
//   twofold<simd::pack<double, ...>>          for double arguments, and for float where 29 bits leave the rounding open
//
// Both have + - * /, fma(a, b, c) and select; the rest is here. In formulas a product that is added is written as
// fma: compilers may contract it anyway, and then not in the same way everywhere.

namespace xact::kernel {

template <class N> struct number {
    using lanes = N;
    static constexpr bool is_twofold = false;
    /// The constant high + low, low being what high is off by.
    static XACT_INLINE N constant(double high, double) { return N(high); }
};
template <class V> struct number<twofold<V>> {
    using lanes = V;
    static constexpr bool is_twofold = true;
    static XACT_INLINE twofold<V> constant(double high, double low) { return {V(high), V(low)}; }
};

/// The packs that a number consists of.
template <class N> using lanes_of = typename number<N>::lanes;

/// The number to the precision of one lane: what comparisons are made with.
template <class T, std::size_t N, class Arch>
XACT_INLINE simd::pack<T, N, Arch> const& leading(simd::pack<T, N, Arch> const& x) {
    return x;
}
template <class V> XACT_INLINE V const& leading(twofold<V> const& x) { return x.high; }

/// x * factor, factor a power of two: exact.
template <class T, std::size_t N, class Arch>
XACT_INLINE simd::pack<T, N, Arch> scaled(simd::pack<T, N, Arch> const& x, simd::pack<T, N, Arch> const& factor) {
    return x * factor;
}
template <class V> XACT_INLINE twofold<V> scaled(twofold<V> const& x, V const& factor) {
    return {x.high * factor, x.low * factor};
}
template <class N> XACT_INLINE N scaled(N const& x, double factor) { return scaled(x, lanes_of<N>(factor)); }

template <class N> XACT_INLINE N square(N const& x) { return x * x; }

/// x with the sign changed where `sign` (the bits of -0 or 0 in each lane) says so.
template <class V> XACT_INLINE V with_sign(V const& x, V const& sign) { return x ^ sign; }
template <class V> XACT_INLINE twofold<V> with_sign(twofold<V> const& x, V const& sign) {
    return {x.high ^ sign, x.low ^ sign};
}

/// |x| and -|x|.
template <class N> XACT_INLINE N magnitude(N const& x) { return with_sign(x, simd::sign_of(leading(x))); }
template <class N> XACT_INLINE N minus_magnitude(N const& x) {
    return with_sign(x, simd::opposite_sign_of(leading(x)));
}

/// The smaller of x and `high`; NaN stays NaN. x is a single lane that became a number.
template <class N> XACT_INLINE N at_most(N const& x, double high) { return N(simd::at_most(leading(x), high)); }

/// a - b, where a product b is not to be contracted.
template <class N> XACT_INLINE N negated(N const& x) { return with_sign(x, lanes_of<N>(-0.0)); }

using simd::square_root;
/// x > 0.
template <class V> XACT_INLINE twofold<V> square_root(twofold<V> const& x) {
    V const root = square_root(x.high);
    auto const back = two_product(root, root);
    return fast_two_sum(root, (((x.high - back.high) - back.low) + x.low) / (root + root));
}

/// A coefficient of a polynomial, as a sum of two.
struct coefficient {
    double high, low;
};

/// c[0] + c[1] x + ... + c[Size - 1] x^(Size - 1); a twofold x takes the first `Leading` coefficients, and the sums up
/// to them, as sums of two: the terms beyond must be smaller than the first by the bits that are wanted beyond 53.
template <std::size_t Leading, std::size_t Size, class N>
XACT_INLINE N polynomial(coefficient const (&c)[Size], N const& x) {
    static_assert(Leading < Size, "the highest coefficients are plain");
    auto const& v = leading(x);
    lanes_of<N> tail(c[Size - 1].high);
    if constexpr (number<N>::is_twofold) {
        for (std::size_t i = Size - 1; i-- > Leading;) tail = fma(tail, v, lanes_of<N>(c[i].high));
        N result(tail);
        for (std::size_t i = Leading; i-- > 0;)
            result = fma(result, x, N(lanes_of<N>(c[i].high), lanes_of<N>(c[i].low)));
        return result;
    } else {
        for (std::size_t i = Size - 1; i-- > 0;) tail = fma(tail, v, lanes_of<N>(c[i].high));
        return tail;
    }
}

} // namespace xact::kernel

#endif
