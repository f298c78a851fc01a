#ifndef XACT_ACTIVATION_LOG_SIGMOID_HPP
#define XACT_ACTIVATION_LOG_SIGMOID_HPP

#include <xact/activation/softplus.hpp>

namespace xact {

/// The logarithm of the logistic function ln(1/(1 + e^-x)) = min(x, 0) - ln(1 + e^-|x|), which is minus the softplus of
/// -x; in [-inf, 0], non-decreasing.
///
///   f'  = s(-x), s the logistic function, in [0, 1]
///   f'' = -s(x) s(-x), in [-1/4, 0], even
///
/// log_sigmoid(0) = -ln 2, log_sigmoid(-inf) = -inf, log_sigmoid(inf) = -0; f'(-inf) = 1, f'(inf) = +0, f'' = -0 at
/// both; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: torch.nn.LogSigmoid, keras log_sigmoid.
template <accuracy Tier> class basic_log_sigmoid : public elementwise<basic_log_sigmoid<Tier>> {
    friend elementwise<basic_log_sigmoid>;
    using mirrored = basic_softplus<Tier>;

    template <class V> static XACT_INLINE V value(V const& x) {
        return kernel::negated(mirrored{}(kernel::negated(x)));
    }
    template <class V> static XACT_INLINE V slope(V const& x) { return mirrored{}.derivative(kernel::negated(x)); }
    template <class V> static XACT_INLINE V curvature(V const& x) {
        return kernel::negated(mirrored{}.second_derivative(kernel::negated(x)));
    }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        auto const both = mirrored{}.value_and_derivative(kernel::negated(x));
        return {kernel::negated(both.value), both.derivative};
    }
};

using log_sigmoid = basic_log_sigmoid<accuracy::precise>; ///< basic_log_sigmoid of the precise tier.
namespace exact {
using log_sigmoid = basic_log_sigmoid<accuracy::exact>; ///< basic_log_sigmoid of the exact tier.
}
namespace fast {
using xact::log_sigmoid;
}

} // namespace xact

#endif
