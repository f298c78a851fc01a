#ifndef XACT_ACTIVATION_SHIFTED_SOFTPLUS_HPP
#define XACT_ACTIVATION_SHIFTED_SOFTPLUS_HPP

#include <xact/kernel/log1p.hpp>
#include <xact/kernel/logistic.hpp>
#include <xact/smooth.hpp>

namespace xact {

/// The softplus moved through the origin: ln(1/2 + e^x/2) = max(x, 0) + ln(1 + (e^-|x| - 1)/2), in [-ln 2, inf],
/// non-decreasing.
///
///   f'  = s(x), s the logistic function, in [0, 1]
///   f'' = s(x) s(-x), in [0, 1/4], even
///
/// shifted_softplus(+-0) = +-0, shifted_softplus(-inf) = -ln 2, shifted_softplus(inf) = inf; f'(-inf) = +0, f'(inf) =
/// 1, f'' = +0 at both; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Schuett et al. 2017 (SchNet).
template <accuracy Tier> class basic_shifted_softplus : public smooth<basic_shifted_softplus<Tier>, Tier> {
    friend elementwise<basic_shifted_softplus>;
    friend smooth<basic_shifted_softplus, Tier>;

    template <class N> static XACT_INLINE auto shared(N const& x) { return kernel::logistic_of(x); }

    template <class N, class S> static XACT_INLINE auto value_of(N const& x, S const& s) {
        using V = kernel::lanes_of<N>;
        N const log = kernel::log1p_of_quotient(s.e.p_minus_q, kernel::scaled(s.e.q, 2.0), s.e.p_minus_q);
        // Below the range of floats the low parts underflow, and at zero the sign would be lost.
        auto const tiny = simd::abs(kernel::leading(x)) < V(0x1p-800);
        return select(tiny, kernel::scaled(x, 0.5), log + select(s.negative, N(0.0), x));
    }
    template <class N, class S> static XACT_INLINE auto slope_of(N const&, S const& s) { return s.value(); }
    template <class N, class S> static XACT_INLINE auto curvature_of(N const&, S const& s) { return s.slope(N(1.0)); }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::value ? 1 : 0;
    /// From where on f = x - ln 2 rounds to x.
    template <class T> static XACT_INLINE constexpr T reach() { return T(0x1p60); }
    static constexpr bool follows_x = true;
};

using shifted_softplus = basic_shifted_softplus<accuracy::precise>; ///< basic_shifted_softplus of the precise tier.
namespace exact {
using shifted_softplus = basic_shifted_softplus<accuracy::exact>; ///< basic_shifted_softplus of the exact tier.
}
namespace fast {
using xact::shifted_softplus;
}

} // namespace xact

#endif
