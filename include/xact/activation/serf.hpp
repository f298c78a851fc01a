#ifndef XACT_ACTIVATION_SERF_HPP
#define XACT_ACTIVATION_SERF_HPP

#include <xact/kernel/erf.hpp>
#include <xact/kernel/log1p.hpp>
#include <xact/kernel/logistic.hpp>
#include <xact/kernel/roots.hpp>
#include <xact/smooth.hpp>

namespace xact {

/// The log-softplus error function x erf(L), L = ln(1 + e^x); least value -0.3484.
///
///   f'  = erf(L) + x s g, s = L' the logistic function, g = 2/sqrt(pi) e^(-L^2); zero at -1.1931, in [-0.1270, 1.0862]
///   f'' = s g (2 + x (s- - 2 L s)), s- = 1 - s; zeros at -2.2565 and 1.0960
///
/// serf(+-0) = +-0, serf(inf) = inf, serf(-inf) = -0; f'(-inf) = -0, f'(inf) = 1, f'' = -0 at both; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Nag, Bhattacharyya, Mukherjee, Kundu 2023.
template <accuracy Tier> class basic_serf : public smooth<basic_serf<Tier>, Tier> {
    friend elementwise<basic_serf>;
    friend smooth<basic_serf, Tier>;

    template <class N> struct parts {
        kernel::logistic_fraction<N> s;
        N plus; // ln(1 + e^x)
        kernel::erf_result<N> erf;
    };

    template <class N> static XACT_INLINE parts<N> shared(N const& x) {
        auto const s = kernel::logistic_of(x);
        N const zero(kernel::lanes_of<N>(0.0));
        N const plus = select(s.negative, zero, x) + kernel::log1p_of_quotient(s.e.p, s.e.q, s.e.p);
        // Where e^x is raised, it is the softplus.
        N const raised = select(is_raised(s), s.e.raised, plus);
        return {s, plus, kernel::erf_of(plus, raised)};
    }

    template <class N, class S> static XACT_INLINE auto value_of(N const& x, S const& shared) {
        using V = kernel::lanes_of<N>;
        auto const raised = kernel::raised_where_small(x);
        return kernel::lowered(raised.value * shared.erf.value,
                               raised.lower * select(shared.s.negative, shared.s.e.lower, V(1.0)));
    }
    template <class N, class S> static XACT_INLINE auto slope_of(N const& x, S const& shared) {
        auto const& s = shared.s;
        N const sg = s.raised * kernel::erf_slope_at_zero<N>() * shared.erf.e.p / (s.sum * shared.erf.e.q);
        N const y = fma(x, sg, shared.erf.value);
        return s.lowered(kernel::split_root(kernel::roots_constants::serf_slope, x, y));
    }
    template <class N, class S> static XACT_INLINE auto curvature_of(N const& x, S const& shared) {
        using namespace kernel::roots_constants;
        auto const& s = shared.s;
        auto const& e = shared.erf.e;
        // s- - 2 L s is this divided by the sum
        N const inner = fma(kernel::scaled(shared.plus, -2.0), s.upper, s.lower);
        N const bracket = fma(x, inner, kernel::scaled(s.sum, 2.0));
        N const sg = s.raised * kernel::erf_slope_at_zero<N>() * e.raised / (kernel::square(s.sum) * e.q);
        N const y =
            kernel::split_root(serf_curvature_below, x, kernel::split_root(serf_curvature_above, x, sg * bracket));
        if constexpr (kernel::number<N>::is_twofold) // one of the two is 1
            return kernel::lowered_result<N>{y, select(s.negative, s.e.lower, e.lower)};
        else
            return y;
    }

    template <class S> static XACT_INLINE auto is_raised(S const& s) {
        using V = std::decay_t<decltype(s.e.lower)>;
        return s.negative & (s.e.lower < V(1.0));
    }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::value ? 1 : 0;
    static constexpr bool follows_x = true;

    /// Next to the zero of f' what remains of the sum is less than its error.
    template <class V> static XACT_INLINE V slope_doubt(V const& x, V const& y) {
        return kernel::doubt_near_zero(y, x + 1.2, 0x1p-44, 0x1p-48, 0.5);
    }
};

using serf = basic_serf<accuracy::precise>; ///< basic_serf of the precise tier.
namespace exact {
using serf = basic_serf<accuracy::exact>; ///< basic_serf of the exact tier.
}
namespace fast {
using xact::serf;
}

} // namespace xact

#endif
