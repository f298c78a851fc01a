#ifndef XACT_ACTIVATION_SPARSE_PLUS_HPP
#define XACT_ACTIVATION_SPARSE_PLUS_HPP

#include <xact/activation/sparse_sigmoid.hpp>
#include <xact/elementwise.hpp>
#include <xact/kernel/twofold.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// 0 for x <= -1, (x + 1)^2/4 between, x for x >= 1; in [0, inf], non-decreasing, convex; one type in every tier.
///
///   f'  = clamp((x + 1)/2, 0, 1), which is sparse_sigmoid
///   f'' = 1/2 for -1 < x < 1, else 0; 0 at +-1
///   not from the output: of f' the root of y has lost what y has
///
/// sparse_plus(-inf) = +0, sparse_plus(inf) = inf; NaN gives NaN, in f, f' and f''.
///
/// float: correctly rounded, in float lanes with FMA, else in double lanes; f' in one addition. double: f within 1 ULP,
/// f' correctly rounded.
/// Definition: jax.nn.sparse_plus, keras sparse_plus.
class sparse_plus : public elementwise<sparse_plus> {
    friend elementwise<sparse_plus>;

    template <class V> static XACT_INLINE V value(V const& x) {
        using value_type = typename V::value_type;
        if constexpr (std::is_same_v<value_type, float> && simd::has_fma<typename V::arch>) {
            // Of 2^-25 the result is a tie, but for the square of x. NaN is the larger one.
            V const square = quarter_of_square(simd::limit_number(x, 1.0f));
            return simd::larger_but_at(0x1p-25f, 0x1.000002p-2f, x, square);
        } else {
            V const c = simd::clamp(x, value_type(-1), value_type(1));
            if constexpr (std::is_same_v<value_type, float>) {
                auto const half = half_of_one_more(simd::widen(c));
                return select(x < V(1), narrow(half * half), x);
            } else {
                auto const t = kernel::fast_two_sum(V(1), c);
                return select(x < V(1), sum(t * t) * 0.25, x);
            }
        }
    }
    /// (c + 1)^2/4, |c| <= 1, correctly rounded but for c = 2^-25.
    ///
    /// (c + 1)/2 is h + rest/2, exactly; h^2 and the small rest (c + 1)/2 are added with one rounding. That product is
    /// the one thing that is rounded before, three times, with two constants whose product is 1/2, found by trial, with
    /// which each other float comes out right, as tests/exhaustive/proof shows.
    template <class V> static XACT_INLINE V quarter_of_square(V const& c) {
        V const factor(0x1.33ee36p-1f), h = fma(c, V(0.5f), V(0.5f)), rest = c + fnma(h, V(2.0f), V(1.0f));
        return fma(h, h, simd::rounded_product(rest * V(0x1.a9a78cp-1f), fma(c, factor, factor)));
    }
    /// (w + 1)/2, which nothing is lost by in double lanes.
    template <class W> static XACT_INLINE W half_of_one_more(W const& w) { return (w + 1.0) * W(0.5); }
    template <class V> static XACT_INLINE V slope(V const& x) { return sparse_sigmoid{}(x); }
    template <class V> static XACT_INLINE V curvature(V const& x) { return sparse_sigmoid{}.derivative(x); }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }
};

namespace exact {
using xact::sparse_plus;
}
namespace fast {
using xact::sparse_plus;
}

} // namespace xact

#endif
