#ifndef XACT_ACTIVATION_ISRU_HPP
#define XACT_ACTIVATION_ISRU_HPP

#include <xact/kernel/inverse_square_root.hpp>

namespace xact {

/// The inverse square root unit x/r, r = sqrt(1 + alpha x^2), in [-1, 1]/sqrt(alpha), odd, non-decreasing.
///
///   f'  = 1/r^3, in [0, 1]
///   f'' = -3 alpha x/r^5, odd, zero at 0 with the sign of -x
///
/// isru(+-0) = +-0; isru(+-inf) = +-1/sqrt(alpha), f' = +0 at both, f'' = -+0; NaN gives NaN.
///
/// alpha is 1 unless given, rounded to the type of x; it must be finite and positive as a float, else
/// std::invalid_argument is thrown.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Carlile, Delamarter, Kinney, Marti, Whitney 2017.
template <accuracy Tier> class basic_isru : public kernel::inverse_square_root<basic_isru<Tier>, Tier> {
    using base = kernel::inverse_square_root<basic_isru, Tier>;

public:
    XACT_INLINE constexpr basic_isru() : basic_isru(1.0) {}
    /// With this alpha; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit basic_isru(double alpha_)
        : base(alpha_, "xact: isru needs an alpha that is positive and finite as a float") {}

private:
    friend elementwise<basic_isru>;
    friend smooth<basic_isru, Tier>;
    friend base;

    template <class N, class P> static XACT_INLINE auto value_of(N const&, P const& of) { return base::curve(of); }
    template <class N, class P> static XACT_INLINE auto slope_of(N const&, P const& of) {
        return base::curve_slope(of);
    }
    template <class N, class P> XACT_INLINE auto curvature_of(N const&, P const& of) const {
        return base::curve_curvature(of);
    }

    template <kernel::order Order>
    static constexpr int sign_at_zero = Order == kernel::order::value       ? 1
                                        : Order == kernel::order::curvature ? -1
                                                                            : 0;
};

using isru = basic_isru<accuracy::precise>; ///< basic_isru of the precise tier.
namespace exact {
using isru = basic_isru<accuracy::exact>; ///< basic_isru of the exact tier.
}
namespace fast {
using xact::isru;
}

} // namespace xact

#endif
