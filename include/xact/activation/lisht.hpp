#ifndef XACT_ACTIVATION_LISHT_HPP
#define XACT_ACTIVATION_LISHT_HPP

#include <xact/kernel/hyperbolic.hpp>
#include <xact/kernel/roots.hpp>
#include <xact/smooth.hpp>

namespace xact {

/// The linearly scaled hyperbolic tangent x tanh(x): non-negative, even.
///
///   f'  = tanh(x) + x/cosh(x)^2, odd, in [-1.1997, 1.1997]
///   f'' = 2 (1 - x tanh(x))/cosh(x)^2, even; zero at +-1.1997
///
/// lisht(+-0) = +0, lisht(+-inf) = inf; f'(+-0) = +-0, f'(+-inf) = +-1, f'' = -0 at both; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Roy, Manna, Dubey, Chaudhuri 2019.
template <accuracy Tier> class basic_lisht : public smooth<basic_lisht<Tier>, Tier> {
    friend elementwise<basic_lisht>;
    friend smooth<basic_lisht, Tier>;

    template <class N> struct parts {
        kernel::hyperbolic<N> h;
        kernel::lowered_result<N> raised; // x
    };
    template <class N> static XACT_INLINE parts<N> shared(N const& x) {
        auto const raised = kernel::raised_where_small(x);
        return {kernel::hyperbolic_of(x, raised.value), raised};
    }

    template <class N, class P> static XACT_INLINE auto value_of(N const&, P const& of) {
        N const y = kernel::magnitude_for_powers(of.raised.value) * kernel::magnitude_for_powers(of.h.tangent);
        return kernel::lowered(y, of.raised.lower * of.raised.lower);
    }
    template <class N, class P> static XACT_INLINE auto slope_of(N const&, P const& of) {
        N const square = kernel::scaled(of.h.square, of.h.lower);
        return kernel::lowered(fma(of.raised.value, square, of.h.tangent), of.raised.lower);
    }
    template <class N, class P> static XACT_INLINE auto curvature_of(N const& x, P const& of) {
        N const tangent = kernel::scaled(of.h.tangent, of.raised.lower);
        N const bracket = N(1.0) - kernel::magnitude(x) * kernel::magnitude(tangent);
        N const y = kernel::scaled(of.h.square * bracket, 2.0);
        return kernel::lowered(
            kernel::split_root(kernel::roots_constants::lisht_curvature, kernel::magnitude(x), y, 0x1p-5), of.h.lower);
    }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::slope ? 1 : 0;
    template <class V> static XACT_INLINE V value_beyond(V const& x, V const& y) {
        using base = smooth<basic_lisht, Tier>;
        return select(V(base::template reach<typename V::value_type>()) < simd::abs(x), simd::abs(x), y);
    }
};

using lisht = basic_lisht<accuracy::precise>; ///< basic_lisht of the precise tier.
namespace exact {
using lisht = basic_lisht<accuracy::exact>; ///< basic_lisht of the exact tier.
}
namespace fast {
using xact::lisht;
}

} // namespace xact

#endif
