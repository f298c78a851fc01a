#ifndef XACT_ACTIVATION_ISRLU_HPP
#define XACT_ACTIVATION_ISRLU_HPP

#include <xact/kernel/inverse_square_root.hpp>

namespace xact {

/// The inverse square root linear unit: x for x >= 0, else x/r, r = sqrt(1 + alpha x^2); not below -1/sqrt(alpha),
/// non-decreasing.
///
///   f'  = 1 for x >= 0, else 1/r^3, in [0, 1]
///   f'' = 0 for x >= 0, else -3 alpha x/r^5; continuous, f''(+-0) = +0
///
/// isrlu(+-0) = +-0, isrlu(inf) = inf, isrlu(-inf) = -1/sqrt(alpha); f'(inf) = 1, f'(-inf) = +0, f'' = +0 at both; NaN
/// gives NaN.
///
/// alpha is 1 unless given, rounded to the type of x; it must be finite and positive as a float, else
/// std::invalid_argument is thrown.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Carlile, Delamarter, Kinney, Marti, Whitney 2017.
template <accuracy Tier> class basic_isrlu : public kernel::inverse_square_root<basic_isrlu<Tier>, Tier> {
    using base = kernel::inverse_square_root<basic_isrlu, Tier>;

public:
    XACT_INLINE constexpr basic_isrlu() : basic_isrlu(1.0) {}
    /// With this alpha; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit basic_isrlu(double alpha_)
        : base(alpha_, "xact: isrlu needs an alpha that is positive and finite as a float") {}

private:
    friend elementwise<basic_isrlu>;
    friend smooth<basic_isrlu, Tier>;
    friend base;

    template <class N> static XACT_INLINE auto above(N const& x) {
        return kernel::lanes_of<N>(0.0) <= kernel::leading(x);
    }
    /// y, or `constant` for x >= 0.
    template <class N> static XACT_INLINE N or_above(N const& x, double constant, N const& y) {
        return select(above(x), N(constant), y);
    }
    template <class N>
    static XACT_INLINE auto or_above(N const& x, double constant, kernel::lowered_result<N> const& y) {
        return kernel::lowered_result<N>{or_above(x, constant, y.value),
                                         select(above(x), kernel::lanes_of<N>(1.0), y.lower)};
    }

    template <class N, class P> static XACT_INLINE N value_of(N const& x, P const& of) {
        return select(above(x), x, base::curve(of));
    }
    template <class N, class P> static XACT_INLINE auto slope_of(N const& x, P const& of) {
        return or_above(x, 1.0, base::curve_slope(of));
    }
    template <class N, class P> XACT_INLINE auto curvature_of(N const& x, P const& of) const {
        return or_above(x, 0.0, base::curve_curvature(of));
    }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::value ? 1 : 0;
    static constexpr bool follows_x = true;
};

using isrlu = basic_isrlu<accuracy::precise>; ///< basic_isrlu of the precise tier.
namespace exact {
using isrlu = basic_isrlu<accuracy::exact>; ///< basic_isrlu of the exact tier.
}
namespace fast {
using xact::isrlu;
}

} // namespace xact

#endif
