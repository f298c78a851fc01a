#ifndef XACT_ACTIVATION_HARD_SIGMOID_HPP
#define XACT_ACTIVATION_HARD_SIGMOID_HPP

#include <xact/derivative_of.hpp>
#include <xact/error.hpp>
#include <xact/kernel/sixth.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// clamp(alpha x + beta, 0, 1), in [0, 1], non-decreasing; one type in every tier.
///
///   f'  = alpha for 0 < alpha x + beta < 1, else 0; 0 at both ends
///   f'' = 0
///   from the output: alpha for 0 < y < 1, else 0
///
/// hard_sigmoid(-inf) = +0, hard_sigmoid(inf) = 1; NaN gives NaN, in f, f' and f''.
///
/// alpha is 1/6 and beta 1/2 unless given (PyTorch; ONNX: 0.2 and 0.5). This default, also when given as 1.0/6, is x/6
/// + 1/2 with the very sixth, in (-3, 3); other parameters are rounded to the type of x where x is float. An alpha that
/// is not a positive normal number as a float, or a beta that is not finite as one, throws std::invalid_argument.
///
/// float: correctly rounded, in float lanes with FMA, else in double lanes. double: within 1 ULP, the neighbourhood of
/// the zero included. f': 0, but for the rounding of 1/6.
///
/// Definition: Courbariaux, Bengio, David 2015; torch.nn.Hardsigmoid, ONNX HardSigmoid.
class hard_sigmoid : public elementwise<hard_sigmoid> {
public:
    XACT_INLINE constexpr hard_sigmoid() {}
    /// With this alpha and beta; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr hard_sigmoid(double alpha, double beta) : factor(alpha), offset(beta) {
        if (!detail::is_positive_float(alpha))
            detail::refuse("xact: hard_sigmoid needs an alpha that is a positive normal number as a float");
        if (!detail::is_finite_as_float(beta))
            detail::refuse("xact: hard_sigmoid needs a beta that is finite as a float");
    }

    XACT_INLINE constexpr double alpha_parameter() const noexcept { return factor; } ///< The alpha.
    XACT_INLINE constexpr double beta_parameter() const noexcept { return offset; }  ///< The beta.

private:
    friend elementwise<hard_sigmoid>;

    template <class V> XACT_INLINE V value(V const& x) const {
        using value_type = typename V::value_type;
        if (XACT_LIKELY(is_default())) {
            V const c = simd::clamp(x, value_type(-3), value_type(3));
            if constexpr (std::is_same_v<value_type, float> && simd::has_fma<typename V::arch>)
                return kernel::half_plus_sixth<1>(c);
            else if constexpr (std::is_same_v<value_type, float>)
                return narrow((simd::widen(c) + 3.0) * kernel::sixth);
            else
                return sum(kernel::over_six(kernel::fast_two_sum(V(3), c)));
        }
        if constexpr (std::is_same_v<value_type, float> && simd::has_fma<typename V::arch>)
            return unit(fma(x, V(static_cast<float>(factor)), V(static_cast<float>(offset))));
        else if constexpr (std::is_same_v<value_type, float>)
            return narrow(simd::clamp(kernel::round_to_odd(line(x)), 0.0, 1.0));
        else
            return simd::clamp(sum(line(x)), 0.0, line_scale<double>) * V(1 / line_scale<double>);
    }
    template <class V> XACT_INLINE V slope(V const& x) const {
        using value_type = typename V::value_type;
        if (XACT_LIKELY(is_default())) return simd::value_within<3>(x, static_cast<value_type>(factor));
        auto const t = line(x);
        using lanes = decltype(t.high);
        auto const inside = (lanes(0.0) < sum(t)) & ((t.high - line_scale<value_type>)+t.low < lanes(0.0));
        auto const result = select(inside, lanes(simd::detail::rounded_to<value_type>(factor)), lanes(0.0));
        if constexpr (std::is_same_v<value_type, float>)
            return simd::unless_nan(x, narrow(result));
        else
            return simd::unless_nan(x, result);
    }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) const {
        return {value(x), slope(x)};
    }
    template <class V> XACT_INLINE V slope_from_output(V const& y) const {
        using value_type = typename V::value_type;
        return simd::value_above_zero_below(y, value_type(1), static_cast<value_type>(factor));
    }

    /// t limited to [0, 1], also where it is -0.
    template <class V> static XACT_INLINE V unit(V const& t) { return simd::positive_part(simd::at_most(t, 1.0f)); }

    XACT_INLINE constexpr bool is_default() const { return (factor == kernel::sixth) & (offset == 0.5); }

    /// What `line` multiplies with: for double, lower parts of products that would underflow otherwise.
    template <class T> static constexpr double line_scale = std::is_same_v<T, float> ? 1.0 : 0x1p60;

    /// line_scale (alpha x + beta) in double lanes: exactly for float, to twice a double's digits for double. Beyond
    /// 2^800 all x are saturated, and products stay finite.
    template <class V> XACT_INLINE auto line(V const& x) const {
        using value_type = typename V::value_type;
        double const alpha = simd::detail::rounded_to<value_type>(factor);
        double const beta = simd::detail::rounded_to<value_type>(offset);
        if constexpr (std::is_same_v<value_type, float>) {
            auto const w = simd::clamp(simd::widen(x), -0x1p800, 0x1p800);
            return kernel::two_sum(w * alpha, decltype(w * alpha)(beta));
        } else {
            V const scaled = simd::clamp(x, -0x1p800, 0x1p800) * V(line_scale<double>);
            auto const product = kernel::two_product(V(alpha), scaled);
            auto const t = kernel::two_sum(product.high, V(beta * line_scale<double>));
            return kernel::twofold<V>{t.high, t.low + product.low};
        }
    }

    double factor = 1.0 / 6, offset = 0.5;
};

template <> inline constexpr bool detail::is_short<derivative_of<hard_sigmoid>> = true;
template <> inline constexpr bool detail::is_stored_at_once<derivative_of<hard_sigmoid>> = true;

namespace exact {
using xact::hard_sigmoid;
}
namespace fast {
using xact::hard_sigmoid;
}

} // namespace xact

#endif
