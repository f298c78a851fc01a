#ifndef XACT_ACTIVATION_TANH_EXP_HPP
#define XACT_ACTIVATION_TANH_EXP_HPP

#include <xact/kernel/hyperbolic.hpp>
#include <xact/kernel/roots.hpp>
#include <xact/smooth.hpp>

namespace xact {

/// The tanh exponential unit x t, t = tanh(e), e = e^x; least value -0.3533.
///
///   f'  = t + x e/cosh(e)^2; zero at x = -1.0789, in [-0.1316, 1.0620]
///   f'' = e (2 + x (1 - 2 e t))/cosh(e)^2; zero at -2.0660 and 0.6966
///
/// tanh_exp(+-0) = +-0, tanh_exp(inf) = inf, tanh_exp(-inf) = -0; f'(-inf) = -0, f'(inf) = 1, f'' = -0 at both; NaN
/// gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Liu, Di 2020 (TanhExp: a smooth activation function with high convergence speed).
template <accuracy Tier> class basic_tanh_exp : public smooth<basic_tanh_exp<Tier>, Tier> {
    friend elementwise<basic_tanh_exp>;
    friend smooth<basic_tanh_exp, Tier>;

    template <class N> struct parts {
        N exponent, raised;      // e^x, and divided by `lower`
        kernel::hyperbolic<N> h; // of e^x, its tangent divided by `lower`
        kernel::lanes_of<N> lower;
    };
    template <class N> static XACT_INLINE parts<N> shared(N const& x) {
        // Beyond, 1/cosh(e^x)^2 is zero.
        auto const e = kernel::exponential_of(kernel::at_most(x, 6.5));
        if constexpr (kernel::number<N>::is_twofold)
            return {e.p, e.raised, kernel::hyperbolic_of(e.p, e.raised), e.lower};
        else {
            N const exponent = e.p / e.q;
            return {exponent, exponent, kernel::hyperbolic_of(exponent, exponent), e.lower};
        }
    }

    template <class N, class P> static XACT_INLINE auto value_of(N const& x, P const& of) {
        auto const raised = kernel::raised_where_small(x);
        return kernel::lowered(raised.value * of.h.tangent, raised.lower * of.lower);
    }
    template <class N, class P> static XACT_INLINE auto slope_of(N const& x, P const& of) {
        N const y = fma(x * of.raised, kernel::scaled(of.h.square, of.h.lower), of.h.tangent);
        return kernel::lowered(kernel::split_root(kernel::roots_constants::tanh_exp_slope, x, y), of.lower);
    }
    template <class N, class P> static XACT_INLINE auto curvature_of(N const& x, P const& of) {
        using namespace kernel::roots_constants;
        N const product = kernel::scaled(of.exponent * kernel::scaled(of.h.tangent, of.lower), -2.0);
        N const bracket = fma(x, product + N(1.0), N(2.0));
        N const y = of.raised * of.h.square * bracket;
        N const split = kernel::split_root(tanh_exp_curvature_below, x, y);
        return kernel::lowered(kernel::split_root(tanh_exp_curvature_above, x, split, 0x1p-5), of.lower * of.h.lower);
    }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::value ? 1 : 0;
    static constexpr bool follows_x = true;

    /// Next to the zero of f' what remains of the sum is less than its error.
    template <class V> static XACT_INLINE V slope_doubt(V const& x, V const& y) {
        return kernel::doubt_near_zero(y, x + 1.08, 0x1p-46);
    }
};

using tanh_exp = basic_tanh_exp<accuracy::precise>; ///< basic_tanh_exp of the precise tier.
namespace exact {
using tanh_exp = basic_tanh_exp<accuracy::exact>; ///< basic_tanh_exp of the exact tier.
}
namespace fast {
using xact::tanh_exp;
}

} // namespace xact

#endif
