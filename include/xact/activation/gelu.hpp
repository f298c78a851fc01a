#ifndef XACT_ACTIVATION_GELU_HPP
#define XACT_ACTIVATION_GELU_HPP

#include <xact/kernel/cubic_gate_slope.hpp>
#include <xact/kernel/cubic_gelu.hpp>
#include <xact/kernel/gelu_float.hpp>
#include <xact/kernel/gelu_slope_float.hpp>
#include <xact/kernel/normal.hpp>
#include <xact/kernel/roots.hpp>
#include <xact/smooth.hpp>

namespace xact {

/// The Gaussian error linear unit x Phi(x), Phi the standard normal distribution; least value -0.1700.
///
///   f'  = Phi(x) + x phi(x), phi the density e^(-x^2/2)/sqrt(2 pi); zero at -0.7518, in [-0.1289, 1.1289]
///   f'' = phi(x) (2 - x^2), even; zero at +-sqrt(2)
///
/// gelu(+-0) = +-0, gelu(inf) = inf, gelu(-inf) = -0; f'(-inf) = -0, f'(inf) = 1, f'' = -0 at both; NaN gives NaN.
///
/// With Phi(-a) = e^(-a^2/2) R(a) (kernel/normal.hpp), results fall to the last subnormal number, which float has at
/// -14.2 and double at -38.5.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Hendrycks, Gimpel 2016; torch.nn.GELU, keras gelu(approximate=False).
template <accuracy Tier> class basic_gelu : public smooth<basic_gelu<Tier>, Tier> {
    friend elementwise<basic_gelu>;
    friend smooth<basic_gelu, Tier>;

    template <kernel::order Order, class Arch> static constexpr bool in_float_lanes = Order != kernel::order::curvature;
    template <kernel::order Order> static constexpr bool in_rows = Order != kernel::order::curvature;
    template <kernel::order Order>
    static constexpr kernel::row_range served_by_rows = {Order == kernel::order::value ? -kernel::gelu_rows_end
                                                                                       : -kernel::gelu_slope_rows_end};
    template <class V> static XACT_INLINE V float_value(V const& x) {
        if constexpr (simd::has_any_rows<typename V::arch>)
            return kernel::cubic_gelu(x);
        else
            return kernel::gelu_float(x);
    }
    template <class V> static XACT_INLINE V float_slope(V const& x) {
        if constexpr (simd::has_any_rows<typename V::arch>)
            return kernel::cubic_gelu_slope(x);
        else
            return kernel::gelu_slope_float(x);
    }

    /// Phi(-|x|) = p n/(q d), e^(-x^2/2) = p/q.
    template <class N> struct tail {
        kernel::exponential<N> e;
        N n, d;
    };

    template <class N> static XACT_INLINE tail<N> shared(N const& x) {
        auto const ratio = kernel::normal_ratio_of(kernel::magnitude(x));
        return {kernel::exponential_of(kernel::scaled(kernel::square(x), -0.5)), ratio.n, ratio.d};
    }

    template <class N, class S> static XACT_INLINE auto value_of(N const& x, S const& s) {
        N const sum = s.e.q * s.d;
        auto const negative = is_negative(x);
        N const phi = select(negative, s.e.raised * s.n, fma(kernel::negated(s.e.p), s.n, sum));
        using V = kernel::lanes_of<N>;
        auto const raised = kernel::raised_where_small(x);
        return kernel::lowered(raised.value * phi / sum, raised.lower * select(negative, s.e.lower, V(1.0)));
    }
    template <class N, class S> static XACT_INLINE auto slope_of(N const& x, S const& s) {
        N const sum = s.e.q * s.d;
        auto const negative = is_negative(x);
        // f'(-a) = e^(-a^2/2) (R - a/sqrt(2 pi)), f'(a) = 1 - f'(-a)
        N const below = fma(kernel::minus_magnitude(x) * kernel::normal_density<N>(), s.d, s.n);
        N const y = select(negative, s.e.raised * below, fma(kernel::negated(s.e.p), below, sum)) / sum;
        return s.e.lowered_where(negative, kernel::split_root(kernel::roots_constants::gelu_slope, x, y));
    }
    template <class N, class S> static XACT_INLINE auto curvature_of(N const& x, S const& s) {
        N const bracket = fma(kernel::negated(x), x, N(2.0)); // x^2 is exact
        return s.e.lowered(s.e.raised * kernel::normal_density<N>() * bracket / s.e.q);
    }

    template <class N> static XACT_INLINE auto is_negative(N const& x) {
        return kernel::leading(x) < kernel::lanes_of<N>(0.0);
    }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::value ? 1 : 0;
    template <class T> static XACT_INLINE constexpr T reach() { return std::is_same_v<T, float> ? T(15) : T(39); }
    static constexpr bool follows_x = true;

    /// Next to the zero of f' what remains of the difference is less than its error.
    template <class V> static XACT_INLINE V slope_doubt(V const& x, V const& y) {
        return kernel::doubt_near_zero(y, x + 0.75, 0x1p-46);
    }
};

using gelu = basic_gelu<accuracy::precise>; ///< basic_gelu of the precise tier.
namespace exact {
using gelu = basic_gelu<accuracy::exact>; ///< basic_gelu of the exact tier.
}
namespace fast {
using xact::gelu;
}

} // namespace xact

#endif
