#ifndef XACT_ACTIVATION_GELU_TANH_HPP
#define XACT_ACTIVATION_GELU_TANH_HPP

#include <xact/kernel/cubic_gate_slope.hpp>
#include <xact/kernel/cubic_gelu_tanh.hpp>
#include <xact/kernel/gelu_tanh_float.hpp>
#include <xact/kernel/gelu_tanh_slope_float.hpp>
#include <xact/kernel/logistic_gate.hpp>
#include <xact/kernel/roots.hpp>

namespace xact {

namespace kernel {

namespace gelu_tanh_constants { // tests/coefficients/generate.py: gelu_tanh
inline constexpr double linear_high = 0x1.9884533d43651p0;
inline constexpr double linear_low = -0x1.cbc0d30ebfd15p-54;
inline constexpr double cubic_high = 0x1.2444f2a4d8b4bp-4;
inline constexpr double cubic_low = -0x1.6c843a29d1c7p-61;
inline constexpr double cubic_3_high = 0x1.b6676bf7450fp-3;
inline constexpr double cubic_3_low = 0x1.bba7351828aabp-57;
} // namespace gelu_tanh_constants

} // namespace kernel

/// The Gaussian error linear unit with a logistic function for Phi: x (1 + tanh u)/2 = x s(z), s the logistic
/// function, z = 2 u = 2 sqrt(2/pi) (x + 0.044715 x^3); least value -0.1701.
///
///   f'  = s (1 + x z' s-), z' = 2 sqrt(2/pi) (1 + 0.134145 x^2), s- = s(-z); zero at -0.7525, in [-0.1290, 1.1290]
///   f'' = s s- (2 z' + x z'' + x z'^2 (s- - s)), even; zero at +-1.4185
///
/// gelu_tanh(+-0) = +-0, gelu_tanh(inf) = inf, gelu_tanh(-inf) = -0; f'(-inf) = -0, f'(inf) = 1, f'' = -0 at both; NaN
/// gives NaN. sqrt(2/pi) and 0.044715 are these numbers themselves, not rounded to the type of x.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Hendrycks, Gimpel 2016; torch.nn.GELU(approximate="tanh"), jax.nn.gelu.
template <accuracy Tier> class basic_gelu_tanh : public kernel::logistic_gate<basic_gelu_tanh<Tier>, Tier> {
    friend elementwise<basic_gelu_tanh>;
    friend smooth<basic_gelu_tanh, Tier>;
    friend kernel::logistic_gate<basic_gelu_tanh, Tier>;

    template <kernel::order Order, class Arch> static constexpr bool in_float_lanes = Order != kernel::order::curvature;
    template <kernel::order Order> static constexpr bool in_rows = Order != kernel::order::curvature;
    template <kernel::order Order>
    static constexpr kernel::row_range served_by_rows = {
        Order == kernel::order::value ? -kernel::gelu_tanh_rows_end : -kernel::gelu_tanh_slope_rows_end};
    template <class V> static XACT_INLINE V float_value(V const& x) {
        if constexpr (simd::has_rows<typename V::arch>)
            return kernel::cubic_gelu_tanh(x);
        else
            return kernel::gelu_tanh_float(x);
    }
    template <class V> static XACT_INLINE V float_slope(V const& x) {
        if constexpr (simd::has_any_rows<typename V::arch>)
            return kernel::cubic_gelu_tanh_slope(x);
        else
            return kernel::gelu_tanh_slope_float(x);
    }

    template <class N> static XACT_INLINE N z(N const& x) {
        using namespace kernel::gelu_tanh_constants;
        using number = kernel::number<N>;
        return x * fma(number::constant(cubic_high, cubic_low), kernel::square(x),
                       number::constant(linear_high, linear_low));
    }
    template <class N> static XACT_INLINE N dz(N const& x) {
        using namespace kernel::gelu_tanh_constants;
        using number = kernel::number<N>;
        return fma(number::constant(cubic_3_high, cubic_3_low), kernel::square(x),
                   number::constant(linear_high, linear_low));
    }
    template <class N> static XACT_INLINE N x_dz(N const& x) { return x * dz(x); }
    /// 2 z' + x z'' = 2 (z' + 3 cubic x^2).
    template <class N> static XACT_INLINE N bracket(N const& a, N const& n, N const& d) {
        using namespace kernel::gelu_tanh_constants;
        using number = kernel::number<N>;
        N const slope = dz(a);
        N const sum = fma(number::constant(cubic_3_high, cubic_3_low), kernel::square(a), slope);
        return fma(a * kernel::square(slope), n, kernel::scaled(sum, 2.0) * d);
    }
    template <class N> static XACT_INLINE N slope_near_zero(N const& x, N const& y) {
        return kernel::split_root(kernel::roots_constants::gelu_tanh_slope, x, y);
    }
    template <class N> static XACT_INLINE N curvature_near_zero(N const& a, N const& y) {
        return kernel::split_root(kernel::roots_constants::gelu_tanh_curvature, a, y);
    }

    /// The error of z, |z| 2^-51, is that of e^z where it is small; and next to the zero of f' what remains of the sum
    /// is less than its error.
    template <class V> static XACT_INLINE V value_doubt(V const&, V const& y) { return simd::abs(y) * 0x1p-43; }
    template <class V> static XACT_INLINE V slope_doubt(V const& x, V const& y) {
        return kernel::doubt_near_zero(y, x + 0.75, 0x1p-43);
    }
};

using gelu_tanh = basic_gelu_tanh<accuracy::precise>; ///< basic_gelu_tanh of the precise tier.
namespace exact {
using gelu_tanh = basic_gelu_tanh<accuracy::exact>; ///< basic_gelu_tanh of the exact tier.
}
namespace fast {
using xact::gelu_tanh;
}

} // namespace xact

#endif
