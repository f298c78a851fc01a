#ifndef XACT_ACTIVATION_ELU_HPP
#define XACT_ACTIVATION_ELU_HPP

#include <xact/error.hpp>
#include <xact/kernel/cubic_elu.hpp>
#include <xact/kernel/exponential_linear.hpp>

namespace xact {

/// The exponential linear unit: x for x > 0, else alpha (e^x - 1); in [-alpha, inf], non-decreasing.
///
///   f'  = 1 for x > 0, else alpha e^x; f'(0) = alpha
///   f'' = 0 for x > 0, else alpha e^x; f''(0) = alpha
///   from the output: 1 for y > 0, else y + alpha
///
/// elu(+-0) = +-0, elu(-inf) = -alpha, elu(inf) = inf; f' = f'' = +0 at -inf; NaN gives NaN.
///
/// alpha is 1 unless given, rounded to the type of x; it must be positive and finite as a float, else
/// std::invalid_argument is thrown.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Clevert, Unterthiner, Hochreiter 2015; torch.nn.ELU, keras elu, ONNX Elu.
template <accuracy Tier> class basic_elu : public kernel::exponential_linear<basic_elu<Tier>, Tier> {
    using base = kernel::exponential_linear<basic_elu<Tier>, Tier>;

public:
    XACT_INLINE constexpr basic_elu() : base({1.0, 0.0}, {1.0, 0.0}, 1.0) {}
    /// With this alpha; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit basic_elu(double alpha)
        : base({1.0, 0.0},
               {detail::positive_float(alpha, "xact: elu needs an alpha that is positive and finite as a float"), 0.0},
               1.0) {}

    XACT_INLINE constexpr double alpha_parameter() const noexcept { return this->fall.high; } ///< The alpha.

private:
    friend smooth<basic_elu, Tier>;

    template <kernel::order Order, class Arch> static constexpr bool in_float_lanes = Order != kernel::order::curvature;
    template <kernel::order Order> static constexpr bool in_rows = Order != kernel::order::curvature;
    XACT_INLINE constexpr bool float_kernels_serve() const { return alpha_parameter() == 1.0; }
    template <class V> static XACT_INLINE V float_value(V const& x) { return kernel::unit_elu(x); }
    template <class V> static XACT_INLINE V float_slope(V const& x) { return kernel::unit_elu_slope(x); }

    template <class T> XACT_INLINE basic_elu with_parameters_of() const {
        basic_elu rounded;
        rounded.fall.high = simd::detail::rounded_to<T>(alpha_parameter());
        return rounded;
    }
};

using elu = basic_elu<accuracy::precise>; ///< basic_elu of the precise tier.
namespace exact {
using elu = basic_elu<accuracy::exact>; ///< basic_elu of the exact tier.
}
namespace fast {
using xact::elu;
}

} // namespace xact

#endif
