#ifndef XACT_ACTIVATION_SOFTPLUS_HPP
#define XACT_ACTIVATION_SOFTPLUS_HPP

#include <xact/error.hpp>
#include <xact/kernel/cubic_logistic.hpp>
#include <xact/kernel/cubic_softplus.hpp>
#include <xact/kernel/log1p.hpp>
#include <xact/kernel/logistic.hpp>
#include <xact/kernel/softplus_float.hpp>
#include <xact/smooth.hpp>

#include <limits>

namespace xact {

/// The smooth rectifier ln(1 + e^(beta x))/beta = max(x, 0) + ln(1 + e^-|beta x|)/beta, in [0, inf], non-decreasing.
///
///   f'  = s(beta x), s the logistic function, in [0, 1]
///   f'' = beta s(beta x) s(-beta x), in [0, beta/4], even
///
/// softplus(0) = ln(2)/beta, softplus(-inf) = +0, softplus(inf) = inf; f'(-inf) = +0, f'(inf) = 1, f'' = +0 at both;
/// NaN gives NaN. There is no threshold above which it is x (PyTorch: 20): it is x where it rounds to x.
///
/// beta is 1 unless given, rounded to the type of x; it must be positive and finite as a float, else
/// std::invalid_argument is thrown.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Dugas et al. 2001; torch.nn.Softplus, keras softplus, ONNX Softplus.
template <accuracy Tier> class basic_softplus : public smooth<basic_softplus<Tier>, Tier> {
public:
    XACT_INLINE constexpr basic_softplus() : beta(1.0) {}
    /// With this beta; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit basic_softplus(double beta_)
        : beta(detail::positive_float(beta_, "xact: softplus needs a beta that is positive and finite as a float")) {}

    XACT_INLINE constexpr double beta_parameter() const noexcept { return beta; } ///< The beta.

private:
    friend elementwise<basic_softplus>;
    friend smooth<basic_softplus, Tier>;

    template <kernel::order Order, class Arch> static constexpr bool in_float_lanes = Order != kernel::order::curvature;
    template <kernel::order Order> static constexpr bool in_rows = Order != kernel::order::curvature;
    template <kernel::order Order>
    static constexpr kernel::row_range served_by_rows =
        Order == kernel::order::value ? kernel::row_range{kernel::softplus_rows_begin} : kernel::row_range{};
    XACT_INLINE constexpr bool float_kernels_serve() const { return beta == 1.0; }
    template <class V> static XACT_INLINE V float_value(V const& x) {
        if constexpr (simd::has_any_rows<typename V::arch>)
            return kernel::cubic_softplus(x);
        else
            return kernel::softplus_float(x);
    }
    template <class V> static XACT_INLINE V float_slope(V const& x) {
        if constexpr (simd::has_rows<typename V::arch>)
            return kernel::cubic_logistic(x);
        else
            return kernel::logistic(x);
    }

    template <class T> XACT_INLINE basic_softplus with_parameters_of() const {
        basic_softplus rounded;
        rounded.beta = simd::detail::rounded_to<T>(beta);
        return rounded;
    }

    template <class N> XACT_INLINE auto shared(N const& x) const { return kernel::logistic_of(x * N(beta)); }

    template <class N, class S> XACT_INLINE auto value_of(N const& x, S const& s) const {
        N const log = kernel::log1p_of_quotient(s.e.p, s.e.q, select(s.negative, s.e.raised, s.e.p));
        return s.lowered(fma(log, N(1.0) / N(beta), select(s.negative, N(0.0), x)));
    }
    template <class N, class S> static XACT_INLINE auto slope_of(N const&, S const& s) { return s.value(); }
    template <class N, class S> XACT_INLINE auto curvature_of(N const&, S const& s) const { return s.slope(N(beta)); }

    template <class T> XACT_INLINE T reach() const {
        double const end = std::is_same_v<T, float> ? 200.0 : 900.0;
        constexpr double largest = static_cast<double>(std::numeric_limits<T>::max());
        double const limit = end / beta;
        return static_cast<T>(limit < largest ? limit : largest);
    }
    static constexpr bool follows_x = true;

    double beta;
};

using softplus = basic_softplus<accuracy::precise>; ///< basic_softplus of the precise tier.
namespace exact {
using softplus = basic_softplus<accuracy::exact>; ///< basic_softplus of the exact tier.
}
namespace fast {
using xact::softplus;
}

} // namespace xact

#endif
