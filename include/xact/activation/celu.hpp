#ifndef XACT_ACTIVATION_CELU_HPP
#define XACT_ACTIVATION_CELU_HPP

#include <xact/error.hpp>
#include <xact/kernel/cubic_elu.hpp>
#include <xact/kernel/exponential_linear.hpp>

namespace xact {

/// The exponential linear unit with a continuous derivative: x for x > 0, else alpha (e^(x/alpha) - 1); in [-alpha,
/// inf], non-decreasing.
///
///   f'  = 1 for x > 0, else e^(x/alpha); f'(0) = 1
///   f'' = 0 for x > 0, else e^(x/alpha)/alpha; f''(0) = 1/alpha
///   from the output: 1 for y > 0, else (y + alpha)/alpha
///
/// celu(+-0) = +-0, celu(-inf) = -alpha, celu(inf) = inf; f' = f'' = +0 at -inf; NaN gives NaN.
///
/// alpha is 1 unless given, rounded to the type of x; it must be positive and finite as a float, else
/// std::invalid_argument is thrown.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Barron 2017; torch.nn.CELU, keras celu, ONNX Celu.
template <accuracy Tier> class basic_celu : public kernel::exponential_linear<basic_celu<Tier>, Tier> {
    using base = kernel::exponential_linear<basic_celu<Tier>, Tier>;

public:
    XACT_INLINE constexpr basic_celu() : base({1.0, 0.0}, {1.0, 0.0}, 1.0) {}
    /// With this alpha; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit basic_celu(double alpha)
        : base({1.0, 0.0},
               {detail::positive_float(alpha, "xact: celu needs an alpha that is positive and finite as a float"), 0.0},
               alpha) {}

    XACT_INLINE constexpr double alpha_parameter() const noexcept { return this->width; } ///< The alpha.

private:
    friend smooth<basic_celu, Tier>;

    template <kernel::order Order, class Arch> static constexpr bool in_float_lanes = Order != kernel::order::curvature;
    template <kernel::order Order> static constexpr bool in_rows = Order != kernel::order::curvature;
    XACT_INLINE constexpr bool float_kernels_serve() const { return alpha_parameter() == 1.0; }
    template <class V> static XACT_INLINE V float_value(V const& x) { return kernel::unit_elu(x); }
    template <class V> static XACT_INLINE V float_slope(V const& x) { return kernel::unit_elu_slope(x); }

    template <class T> XACT_INLINE basic_celu with_parameters_of() const {
        basic_celu rounded;
        rounded.fall.high = rounded.width = simd::detail::rounded_to<T>(alpha_parameter());
        return rounded;
    }
};

using celu = basic_celu<accuracy::precise>; ///< basic_celu of the precise tier.
namespace exact {
using celu = basic_celu<accuracy::exact>; ///< basic_celu of the exact tier.
}
namespace fast {
using xact::celu;
}

} // namespace xact

#endif
