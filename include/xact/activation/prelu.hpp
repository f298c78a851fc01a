#ifndef XACT_ACTIVATION_PRELU_HPP
#define XACT_ACTIVATION_PRELU_HPP

#include <xact/kernel/leaky.hpp>

namespace xact {

/// The parametric rectified linear unit: x for x > 0, else slope * x, the slope being learned; one type in every tier.
/// For a slope per channel: prelu_transform and prelu_backward (channelwise.hpp).
///
///   f'  = 1 for x > 0, else slope; f'(0) = slope
///   f'' = 0
///   d/dslope = x for x <= 0, else 0 (slope_gradient)
///   from the output: 1 for y > 0, else slope; NaN for slope < 0, where y does not tell x
///
/// prelu(inf) = inf, prelu(-inf) = -inf for slope > 0, +0 for slope = 0; NaN gives NaN.
///
/// The slope is 0.25 unless given, rounded to the type of x where x is float; a slope that is not finite throws
/// std::invalid_argument.
/// Largest error in ULP: 0.5 (one multiplication). Definition: He, Zhang, Ren, Sun 2015; torch.nn.PReLU, ONNX PRelu.
class prelu : public kernel::leaky_activation<prelu> {
public:
    XACT_INLINE constexpr prelu() : leaky_activation(0.25) {}
    /// With this slope; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit prelu(double slope) : leaky_activation(slope) {
        if (!detail::is_finite_as_float(slope)) detail::refuse("xact: prelu needs a slope that is finite as a float");
    }

    XACT_INLINE constexpr double slope_parameter() const noexcept { return negative_slope; } ///< The slope.

    /// The derivative of f(x) by the slope: x for x <= 0, else 0.
    template <class X> static XACT_INLINE X slope_gradient(X const& x) noexcept {
        using argument = detail::supported_argument<X>;
        return argument::out(kernel::leaky_slope_gradient(argument::in(x)));
    }
};

template <> inline constexpr bool detail::is_short<prelu> = true;

namespace exact {
using xact::prelu;
}
namespace fast {
using xact::prelu;
}

} // namespace xact

#endif
