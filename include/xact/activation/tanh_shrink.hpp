#ifndef XACT_ACTIVATION_TANH_SHRINK_HPP
#define XACT_ACTIVATION_TANH_SHRINK_HPP

#include <xact/kernel/hyperbolic.hpp>
#include <xact/smooth.hpp>

namespace xact {

/// x - tanh(x), odd, non-decreasing; x^3/3 - 2x^5/15 + ... near 0, where the difference would cancel.
///
///   f'  = tanh(x)^2, in [0, 1]
///   f'' = 2 tanh(x)/cosh(x)^2, odd
///
/// tanh_shrink(+-0) = +-0, tanh_shrink(+-inf) = +-inf; f'(+-0) = +0, f'(+-inf) = 1; f''(+-0) = f''(+-inf) = +-0; NaN
/// gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: torch.nn.Tanhshrink, keras tanh_shrink.
template <accuracy Tier> class basic_tanh_shrink : public smooth<basic_tanh_shrink<Tier>, Tier> {
    friend elementwise<basic_tanh_shrink>;
    friend smooth<basic_tanh_shrink, Tier>;

    template <class N> struct parts {
        kernel::hyperbolic<N> h;
        kernel::lowered_result<N> raised; // x
    };
    template <class N> static XACT_INLINE parts<N> shared(N const& x) {
        auto const raised = kernel::raised_where_small(x);
        return {kernel::hyperbolic_of(x, raised.value), raised};
    }

    template <class N, class P> static XACT_INLINE auto value_of(N const& x, P const& of) {
        using V = kernel::lanes_of<N>;
        N const m = kernel::magnitude_for_powers(of.raised.value);
        N const cube = kernel::square(m) * m;
        // Multiplied last by what is rounded: x^3/3 can lie half-way between two floats.
        N const series = fma(cube, kernel::shrink_of(kernel::square(x)), cube) / N(3.0);
        auto const small = simd::abs(kernel::leading(x)) < V(0.6);
        N const y = kernel::with_sign(series, simd::sign_of(kernel::leading(x)));
        V const& lower = of.raised.lower;
        return kernel::lowered(select(small, y, x - of.h.tangent), lower * lower * lower);
    }
    template <class N, class P> static XACT_INLINE auto slope_of(N const&, P const& of) {
        return kernel::lowered(kernel::square(kernel::magnitude_for_powers(of.h.tangent)),
                               of.raised.lower * of.raised.lower);
    }
    template <class N, class P> static XACT_INLINE auto curvature_of(N const&, P const& of) {
        return kernel::lowered(kernel::scaled(of.h.tangent * of.h.square, 2.0), of.raised.lower * of.h.lower);
    }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::slope ? 0 : 1;
    /// x - 1, and nearer to x by less than anything: x where x - 1 would be half-way between two.
    template <class V> static XACT_INLINE V value_beyond(V const& x, V const& y) {
        using T = typename V::value_type;
        using base = smooth<basic_tanh_shrink, Tier>;
        V const one_less = x - (V(1) | simd::sign_of(x)), huge(std::is_same_v<T, float> ? T(0x1p24) : T(0x1p53));
        V const magnitude = simd::abs(x);
        return select(V(base::template reach<T>()) < magnitude, select(huge < magnitude, x, one_less), y);
    }
};

using tanh_shrink = basic_tanh_shrink<accuracy::precise>; ///< basic_tanh_shrink of the precise tier.
namespace exact {
using tanh_shrink = basic_tanh_shrink<accuracy::exact>; ///< basic_tanh_shrink of the exact tier.
}
namespace fast {
using xact::tanh_shrink;
}

} // namespace xact

#endif
