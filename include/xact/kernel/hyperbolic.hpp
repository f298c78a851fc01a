#ifndef XACT_KERNEL_HYPERBOLIC_HPP
#define XACT_KERNEL_HYPERBOLIC_HPP

#include <xact/kernel/exponential.hpp>

// tanh(z) and 1/cosh(z)^2 over either number type (number.hpp), with one division, from e^-2|z| = p/q:
//
//   tanh|z| = (q - p)/(p + q), 1/cosh(z)^2 = 4pq/(p + q)^2, neither of which cancels
//   twofold, |z| < 2^-15: the series, whose low parts are right however small z is: where a float result lies
//   half-way between two floats but for z^3/3, the exact tier needs that term's sign

namespace xact::kernel {

/// |y|, not so small that its square or cube underflows: `lower`, squared or cubed, makes that zero.
template <class N> XACT_INLINE N magnitude_for_powers(N const& y) {
    N const m = magnitude(y);
    if constexpr (number<N>::is_twofold)
        return {simd::at_least(m.high, 0x1p-250), m.low};
    else
        return m;
}

template <class N> struct hyperbolic {
    N tangent; // tanh(z), times what `raised` is of z
    N square;  // 1/cosh(z)^2, divided by `lower`
    lanes_of<N> lower;
};

/// tanh and 1/cosh^2 of z; `raised` is z times a power of two.
template <class N> XACT_INLINE hyperbolic<N> hyperbolic_of(N const& z, N const& raised) {
    using V = lanes_of<N>;
    auto const e = exponential_of(minus_magnitude(scaled(z, 2.0)));
    N const inverse = N(1.0) / (e.p + e.q);
    N const tangent = with_sign(magnitude(e.p_minus_q * inverse), simd::sign_of(leading(z)));
    N const square_of = scaled(e.raised * e.q * kernel::square(inverse), 4.0);
    if constexpr (number<N>::is_twofold) {
        auto const small = simd::abs(z.high) < V(0x1p-15);
        V const w = z.high * z.high;
        V const off = w * fnma(w, fnma(w, V(17.0 / 315.0), V(2.0 / 15.0)), V(1.0 / 3.0));
        V const off_square = w * fnma(w, fnma(w, V(17.0 / 45.0), V(2.0 / 3.0)), V(1.0));
        return {select(small, fast_two_sum(raised.high, fnma(raised.high, off, raised.low)), tangent),
                select(small, fast_two_sum(V(1.0), V(0.0) - off_square), square_of), e.lower};
    } else
        return {tangent, square_of, V(1.0)};
}

namespace tanh_shrink_constants { // tests/coefficients/generate.py: tanh_shrink
inline constexpr coefficient shrink_tail[14] = {{-0x1.999999999999ap-2, 0x1.99a48c47ad2ecp-56},
                                                {0x1.4b94b94b94b95p-3, -0x1.77babf8ba2ea8p-57},
                                                {-0x1.0cbb766210c9bp-4, 0.0},
                                                {0x1.b3a5500d9fef5p-6, 0.0},
                                                {-0x1.611edca858accp-7, 0.0},
                                                {0x1.1e3a8b2085c7cp-8, 0.0},
                                                {-0x1.d00430109dc87p-10, 0.0},
                                                {0x1.781d955d16efp-11, 0.0},
                                                {-0x1.30d770cd9b79bp-12, 0.0},
                                                {0x1.edb06b1f9a2bep-14, 0.0},
                                                {-0x1.8cce84f26fa98p-15, 0.0},
                                                {0x1.3227b837cf1fep-16, 0.0},
                                                {-0x1.931339fe0d706p-18, 0.0},
                                                {0x1.42d2528b87821p-20, 0.0}};
} // namespace tanh_shrink_constants

/// (x - tanh(x))/(x^3/3) - 1 from w = x^2 <= 0.36; relative error of 1 + that: 2^-60 in twofold lanes.
template <class N> XACT_INLINE N shrink_of(N const& w) {
    return w * polynomial<2>(tanh_shrink_constants::shrink_tail, w);
}

} // namespace xact::kernel

#endif
