#ifndef XACT_ACTIVATION_SOFTSIGN_HPP
#define XACT_ACTIVATION_SOFTSIGN_HPP

#include <xact/smooth.hpp>

#include <limits>

namespace xact {

/// x/(1 + |x|), in [-1, 1], odd, non-decreasing.
///
///   f'  = 1/(1 + |x|)^2, in [0, 1]
///   f'' = -2 sign(x)/(1 + |x|)^3, odd; it jumps from 2 to -2 at 0, where it is zero with the sign of -x
///   from the output: (1 - |y|)^2; 0 where y has been rounded to 1
///
/// softsign(+-0) = +-0; softsign(+-inf) = +-1, f' = +0 at both, f'' = -+0; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Also named elliot. Definition: Elliott 1993; torch.nn.Softsign, keras softsign, ONNX Softsign.
template <accuracy Tier> class basic_softsign : public smooth<basic_softsign<Tier>, Tier> {
    friend elementwise<basic_softsign>;
    friend smooth<basic_softsign, Tier>;

    /// 1/(1 + |x|) = inverse * scale; scale is not 1 where the powers of the inverse would underflow.
    template <class N> struct parts {
        N inverse;
        kernel::lanes_of<N> scale;
    };
    template <class N> static XACT_INLINE parts<N> shared(N const& x) {
        using V = kernel::lanes_of<N>;
        N const d = N(1.0) + kernel::magnitude(x);
        if constexpr (kernel::number<N>::is_twofold) {
            V const scale = select(V(0x1p100) < d.high, V(0x1p-300), V(1.0));
            return {N(1.0) / kernel::scaled(d, scale), scale};
        } else
            return {N(1.0) / d, V(1.0)};
    }

    template <class N, class P> static XACT_INLINE N value_of(N const& x, P const& of) {
        return kernel::scaled(x, of.scale) * of.inverse;
    }
    template <class N, class P> static XACT_INLINE auto slope_of(N const&, P const& of) {
        return kernel::lowered(kernel::square(of.inverse), of.scale * of.scale);
    }
    template <class N, class P> static XACT_INLINE auto curvature_of(N const& x, P const& of) {
        using V = kernel::lanes_of<N>;
        V const& v = kernel::leading(x);
        V const sign = select(v == V(0.0), V(0.0), V(2.0)) | simd::opposite_sign_of(v);
        return kernel::lowered(N(sign) * (kernel::square(of.inverse) * of.inverse), of.scale * of.scale * of.scale);
    }
    template <class V> static XACT_INLINE V slope_from_output(V const& y) {
        V const rest = V(1) - simd::abs(y);
        return rest * rest;
    }

    template <kernel::order Order>
    static constexpr int sign_at_zero = Order == kernel::order::value       ? 1
                                        : Order == kernel::order::curvature ? -1
                                                                            : 0;
    template <class T> static XACT_INLINE constexpr T reach() {
        return std::is_same_v<T, float> ? std::numeric_limits<T>::max() : static_cast<T>(0x1p540);
    }
};

using softsign = basic_softsign<accuracy::precise>; ///< basic_softsign of the precise tier.
using elliot = softsign;                            ///< Another name.
namespace exact {
using softsign = basic_softsign<accuracy::exact>; ///< basic_softsign of the exact tier.
using elliot = softsign;                          ///< Another name.
} // namespace exact
namespace fast {
using xact::elliot;
using xact::softsign;
} // namespace fast

} // namespace xact

#endif
