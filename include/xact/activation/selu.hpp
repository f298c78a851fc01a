#ifndef XACT_ACTIVATION_SELU_HPP
#define XACT_ACTIVATION_SELU_HPP

#include <xact/kernel/elu_float.hpp>
#include <xact/kernel/exponential_linear.hpp>

namespace xact {

/// The scaled exponential linear unit: lambda x for x > 0, else lambda alpha (e^x - 1), with lambda
/// = 1.0507009873554805 and alpha = 1.6732632423543773 to twice the digits of a double; in [-1.7581, inf],
/// non-decreasing.
///
///   f'  = lambda for x > 0, else lambda alpha e^x; f'(0) = lambda alpha
///   f'' = 0 for x > 0, else lambda alpha e^x; f''(0) = lambda alpha
///   from the output: lambda for y > 0, else y + lambda alpha
///
/// selu(+-0) = +-0, selu(-inf) = -lambda alpha, selu(inf) = inf, as is selu(x) where lambda x is beyond the largest
/// number; f' = f'' = +0 at -inf; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Klambauer, Unterthiner, Mayr, Hochreiter 2017; torch.nn.SELU, keras selu, ONNX Selu.
template <accuracy Tier> class basic_selu : public kernel::exponential_linear<basic_selu<Tier>, Tier> {
    using base = kernel::exponential_linear<basic_selu<Tier>, Tier>;

public:
    XACT_INLINE constexpr basic_selu()
        : base(kernel::selu_constants::lambda, kernel::selu_constants::lambda_alpha, 1.0) {}

private:
    friend smooth<basic_selu, Tier>;

    template <kernel::order Order, class Arch> static constexpr bool in_float_lanes = Order == kernel::order::value;
    template <class V> static XACT_INLINE V float_value(V const& x) {
        constexpr kernel::float_sum rise(kernel::selu_constants::lambda.high),
            fall(kernel::selu_constants::lambda_alpha.high);
        return kernel::scaled_elu_float(x, rise, fall);
    }
};

using selu = basic_selu<accuracy::precise>; ///< basic_selu of the precise tier.
namespace exact {
using selu = basic_selu<accuracy::exact>; ///< basic_selu of the exact tier.
}
namespace fast {
using xact::selu;
}

} // namespace xact

#endif
