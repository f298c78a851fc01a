#ifndef XACT_ACTIVATION_MISH_HPP
#define XACT_ACTIVATION_MISH_HPP

#include <xact/kernel/cubic_gate_slope.hpp>
#include <xact/kernel/cubic_mish.hpp>
#include <xact/kernel/logistic.hpp>
#include <xact/kernel/mish_float.hpp>
#include <xact/kernel/mish_slope_float.hpp>
#include <xact/kernel/roots.hpp>
#include <xact/smooth.hpp>

namespace xact {

/// The self-regularised unit x t, t = tanh(ln(1 + e^x)); least value -0.3088. With e^x = u/l and D = (u + l)^2 + l^2:
///
///   f   = x t, t = u (u + 2l)/D
///   f'  = t + x s (1 - t^2) = u ((u + 2l) D + 4x l^2 (u + l))/D^2, s the logistic function; zero at x = -1.1924,
///         in [-0.1126, 1.0885]
///   f'' = 4u l^2 (2 (u + l) D + x (l D - 2u^2 (u + 2l)))/D^3; zero at -2.2564 and 1.4906
///
/// mish(+-0) = +-0, mish(inf) = inf, mish(-inf) = -0; f'(-inf) = -0, f'(inf) = 1, f'' = -0 at both; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Misra 2019; torch.nn.Mish, keras mish, ONNX Mish.
template <accuracy Tier> class basic_mish : public smooth<basic_mish<Tier>, Tier> {
    friend elementwise<basic_mish>;
    friend smooth<basic_mish, Tier>;

    template <kernel::order Order, class Arch> static constexpr bool in_float_lanes = Order != kernel::order::curvature;
    template <kernel::order Order> static constexpr bool in_rows = Order == kernel::order::value;
    template <kernel::order> static constexpr kernel::row_range served_by_rows = {kernel::mish_rows_begin};
    template <class V> static XACT_INLINE V float_value(V const& x) {
        if constexpr (simd::has_any_rows<typename V::arch>)
            return kernel::cubic_mish(x);
        else
            return kernel::mish_float(x);
    }
    template <class V> static XACT_INLINE V float_slope(V const& x) {
        if constexpr (simd::has_fused_rows<typename V::arch>)
            return kernel::cubic_mish_slope(x);
        else
            return kernel::mish_slope_float(x);
    }

    template <class N> struct parts {
        kernel::logistic_fraction<N> s;
        N lower_squared, divisor; // l^2, D
    };
    template <class N> static XACT_INLINE parts<N> shared(N const& x) {
        // f'' is zero for doubles beyond, and its factors do not underflow before.
        auto const s = kernel::logistic_of(kernel::at_most(x, 400.0));
        N const lower_squared = kernel::square(s.lower);
        return {s, lower_squared, fma(s.sum, s.sum, lower_squared)};
    }

    template <class N, class P> static XACT_INLINE auto value_of(N const& x, P const& of) {
        using V = kernel::lanes_of<N>;
        auto const raised = kernel::raised_where_small(x);
        return kernel::lowered(raised.value * of.s.raised * (of.s.sum + of.s.lower) / of.divisor,
                               raised.lower * select(of.s.negative, of.s.e.lower, V(1.0)));
    }
    template <class N, class P> static XACT_INLINE auto slope_of(N const& x, P const& of) {
        N const bracket = fma(of.s.sum + of.s.lower, of.divisor, kernel::scaled(x * of.lower_squared * of.s.sum, 4.0));
        N const y = of.s.raised * bracket / kernel::square(of.divisor);
        return of.s.lowered(kernel::split_root(kernel::roots_constants::mish_slope, x, y));
    }
    template <class N, class P> static XACT_INLINE auto curvature_of(N const& x, P const& of) {
        using V = kernel::lanes_of<N>;
        using namespace kernel::roots_constants;
        N const twice_square = kernel::scaled(kernel::square(of.s.upper), 2.0);
        N const second = fma(of.s.lower, of.divisor, kernel::negated(twice_square * (of.s.sum + of.s.lower)));
        N const bracket = fma(x, second, kernel::scaled(of.s.sum * of.divisor, 2.0));
        N const shape = bracket / (kernel::square(of.divisor) * of.divisor);
        auto const split = [&](N const& y) XACT_INLINE_LAMBDA {
            return kernel::split_root(mish_curvature_above, x, kernel::split_root(mish_curvature_below, x, y));
        };
        if constexpr (kernel::number<N>::is_twofold) {
            // Above zero the result is a multiple of l^2, whose low part would underflow.
            V const raise = select(of.s.negative, V(1.0), V(0x1p250));
            N const raised_lower = kernel::scaled(of.s.lower, raise);
            N const y = kernel::scaled(of.s.raised * kernel::square(raised_lower), 4.0) * shape;
            N const close = split(kernel::scaled(of.s.upper * of.lower_squared, 4.0) * shape);
            auto const near_root = simd::abs(x.high) < V(4.0);
            V const lower = select(of.s.negative, of.s.e.lower, V(0x1p-500));
            return kernel::lowered_result<N>{select(near_root, close, y), select(near_root, V(1.0), lower)};
        } else
            return kernel::scaled(of.s.upper * of.lower_squared, 4.0) * shape;
    }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::value ? 1 : 0;
    static constexpr bool follows_x = true;

    /// Next to the zero of f' what remains of the sum is less than its error.
    template <class V> static XACT_INLINE V slope_doubt(V const& x, V const& y) {
        return kernel::doubt_near_zero(y, x + 1.19, 0x1p-46);
    }
};

using mish = basic_mish<accuracy::precise>; ///< basic_mish of the precise tier.
namespace exact {
using mish = basic_mish<accuracy::exact>; ///< basic_mish of the exact tier.
}
namespace fast {
using xact::mish;
}

} // namespace xact

#endif
