#ifndef XACT_ACTIVATION_GAUSSIAN_HPP
#define XACT_ACTIVATION_GAUSSIAN_HPP

#include <xact/smooth.hpp>

namespace xact {

/// The bell curve e^(-x^2), even, in [0, 1].
///
///   f'  = -2x e^(-x^2), odd, in [-0.8578, 0.8578]
///   f'' = (4x^2 - 2) e^(-x^2), even, in [-2, 0.8926], zero at +-1/sqrt(2)
///
/// gaussian(0) = 1, gaussian(+-inf) = +0; f'(+-0) = -+0, f'(+-inf) = -+0, f'' = +0 at both; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: the radial basis function of Broomhead, Lowe 1988, for width 1.
template <accuracy Tier> class basic_gaussian : public smooth<basic_gaussian<Tier>, Tier> {
    friend elementwise<basic_gaussian>;
    friend smooth<basic_gaussian, Tier>;

    template <class N> static XACT_INLINE auto shared(N const& x) {
        return kernel::exponential_of(kernel::negated(kernel::square(x)));
    }
    template <class N> static XACT_INLINE auto value_of(N const&, kernel::exponential<N> const& e) {
        return e.lowered(e.over_q(e.raised));
    }
    template <class N> static XACT_INLINE auto slope_of(N const& x, kernel::exponential<N> const& e) {
        return e.lowered(e.over_q(kernel::scaled(x, -2.0) * e.raised));
    }
    /// The square of a float is a double, so nothing is lost where 4x^2 - 2 cancels.
    template <class N> static XACT_INLINE auto curvature_of(N const& x, kernel::exponential<N> const& e) {
        return e.lowered(e.over_q(fma(kernel::square(x), N(4.0), N(-2.0)) * e.raised));
    }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::slope ? -1 : 0;
};

using gaussian = basic_gaussian<accuracy::precise>; ///< basic_gaussian of the precise tier.
namespace exact {
using gaussian = basic_gaussian<accuracy::exact>; ///< basic_gaussian of the exact tier.
}
namespace fast {
using xact::gaussian;
}

} // namespace xact

#endif
