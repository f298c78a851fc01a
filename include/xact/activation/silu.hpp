#ifndef XACT_ACTIVATION_SILU_HPP
#define XACT_ACTIVATION_SILU_HPP

#include <xact/error.hpp>
#include <xact/kernel/cubic_gate_slope.hpp>
#include <xact/kernel/cubic_silu.hpp>
#include <xact/kernel/logistic_gate.hpp>
#include <xact/kernel/roots.hpp>
#include <xact/kernel/silu_float.hpp>
#include <xact/kernel/silu_slope_float.hpp>

#include <limits>

namespace xact {

/// The sigmoid-weighted linear unit x s(beta x), s the logistic function; least value -0.2785/beta.
///
///   f'  = s (1 + z s-), z = beta x, s- = s(-z); zero at z = -1.2785, in [-0.0998, 1.0998]
///   f'' = beta s s- (2 - |z| (1 - 2 s-(|z|))), even; zero at z = +-2.3994
///
/// silu(+-0) = +-0, silu(inf) = inf, silu(-inf) = -0; f'(-inf) = -0, f'(inf) = 1, f'' = -0 at both; NaN gives NaN.
///
/// beta is 1 unless given, rounded to the type of x; it must be finite and positive as a float, else
/// std::invalid_argument is thrown.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Also named swish. Definition: Elfwing, Uchibe, Doya 2017; Ramachandran, Zoph, Le 2017; torch.nn.SiLU, keras silu.
template <accuracy Tier> class basic_silu : public kernel::logistic_gate<basic_silu<Tier>, Tier> {
public:
    XACT_INLINE constexpr basic_silu() : beta(1.0) {}
    /// With this beta; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit basic_silu(double beta_)
        : beta(detail::positive_float(beta_, "xact: silu needs a beta that is positive and finite as a float")) {}

    XACT_INLINE constexpr double beta_parameter() const noexcept { return beta; } ///< The beta.

private:
    friend elementwise<basic_silu>;
    friend smooth<basic_silu, Tier>;
    friend kernel::logistic_gate<basic_silu, Tier>;

    template <kernel::order Order, class Arch> static constexpr bool in_float_lanes = Order != kernel::order::curvature;
    template <kernel::order Order> static constexpr bool in_rows = Order != kernel::order::curvature;
    template <kernel::order Order>
    static constexpr kernel::row_range served_by_rows =
        Order == kernel::order::value ? kernel::row_range{-kernel::silu_rows_end}
                                      : kernel::row_range{-kernel::silu_slope_rows_end, true};
    XACT_INLINE constexpr bool float_kernels_serve() const { return beta == 1.0; }
    template <class V> static XACT_INLINE V float_value(V const& x) {
        if constexpr (simd::has_rows<typename V::arch>)
            return kernel::cubic_silu(x);
        else
            return kernel::silu_float(x);
    }
    template <class V> static XACT_INLINE V float_slope(V const& x) {
        if constexpr (simd::has_any_rows<typename V::arch>)
            return kernel::cubic_silu_slope(x);
        else
            return kernel::silu_slope_float(x);
    }

    template <class T> XACT_INLINE basic_silu with_parameters_of() const {
        basic_silu rounded;
        rounded.beta = simd::detail::rounded_to<T>(beta);
        return rounded;
    }

    template <class N> XACT_INLINE N z(N const& x) const { return x * N(beta); }
    template <class N> XACT_INLINE N x_dz(N const& x) const { return z(x); }
    /// Divided by beta.
    template <class N> XACT_INLINE N bracket(N const& a, N const& n, N const& d) const {
        return fma(z(a), n, kernel::scaled(d, 2.0));
    }
    template <class N> XACT_INLINE N slope_near_zero(N const& x, N const& y) const {
        return kernel::split_root(kernel::roots_constants::silu_slope, z(x), y);
    }
    template <class N> XACT_INLINE N curvature_near_zero(N const& a, N const& y) const {
        return N(beta) * kernel::split_root(kernel::roots_constants::silu_curvature, z(a), y);
    }

    template <class T> XACT_INLINE T reach() const {
        double const end = std::is_same_v<T, float> ? 200.0 : 900.0;
        constexpr double largest = double(std::numeric_limits<T>::max());
        double const limit = end / beta;
        return static_cast<T>(limit < largest ? limit : largest);
    }

    /// Next to the zero of f' what remains of the sum is less than its error.
    template <class V> XACT_INLINE V slope_doubt(V const& x, V const& y) const {
        return kernel::doubt_near_zero(y, fma(x, V(beta), V(1.28)), 0x1p-46);
    }

    double beta;
};

using silu = basic_silu<accuracy::precise>; ///< basic_silu of the precise tier.
namespace exact {
using silu = basic_silu<accuracy::exact>; ///< basic_silu of the exact tier.
}
namespace fast {
using xact::silu;
}

} // namespace xact

#endif
