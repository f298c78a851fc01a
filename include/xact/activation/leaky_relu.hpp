#ifndef XACT_ACTIVATION_LEAKY_RELU_HPP
#define XACT_ACTIVATION_LEAKY_RELU_HPP

#include <xact/kernel/leaky.hpp>

namespace xact {

/// The leaky rectified linear unit: x for x > 0, else slope * x; one type in every tier.
///
///   f'  = 1 for x > 0, else slope; f'(0) = slope
///   f'' = 0
///   from the output: 1 for y > 0, else slope; NaN for slope < 0, where y does not tell x
///
/// leaky_relu(inf) = inf, leaky_relu(-inf) = -inf for slope > 0, +0 for slope = 0; NaN gives NaN.
///
/// The slope is 0.01 unless given (PyTorch; Keras takes 0.2), rounded to the type of x where x is float;
/// a slope that is not finite throws std::invalid_argument.
/// Largest error in ULP: 0.5 (one multiplication). Definition: Maas, Hannun, Ng 2013; torch.nn.LeakyReLU.
class leaky_relu : public kernel::leaky_activation<leaky_relu> {
public:
    XACT_INLINE constexpr leaky_relu() : leaky_activation(0.01) {}
    /// With this slope; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit leaky_relu(double slope) : leaky_activation(slope) {
        if (!detail::is_finite_as_float(slope))
            detail::refuse("xact: leaky_relu needs a slope that is finite as a float");
    }

    XACT_INLINE constexpr double slope_parameter() const noexcept { return negative_slope; } ///< The slope.
};

template <> inline constexpr bool detail::is_short<leaky_relu> = true;

namespace exact {
using xact::leaky_relu;
}
namespace fast {
using xact::leaky_relu;
}

} // namespace xact

#endif
