#ifndef XACT_ACTIVATION_THRESHOLD_HPP
#define XACT_ACTIVATION_THRESHOLD_HPP

#include <xact/elementwise.hpp>
#include <xact/error.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// x for x > theta, else value; one type in every tier.
///
///   f'  = 1 for x > theta, else 0; f'(theta) = 0
///   f'' = 0
///   from the output: 1 for y > theta, else 0; NaN where y is a value > theta, which does not tell x
///
/// threshold(inf) = inf, threshold(-inf) = value; NaN gives NaN, in f, f' and f''.
///
/// theta is 1 and value 0 unless given, both rounded to the type of x where x is float; one that is not finite throws
/// std::invalid_argument.
/// Largest error: 0. Definition: Konda, Memisevic, Krueger 2014; torch.nn.Threshold, ONNX ThresholdedRelu.
class threshold : public elementwise<threshold> {
public:
    XACT_INLINE constexpr threshold() {}
    /// With this theta and value; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit threshold(double theta, double value = 0.0) : bound(theta), replacement(value) {
        if (!detail::is_finite_as_float(theta))
            detail::refuse("xact: threshold needs a theta that is finite as a float");
        if (!detail::is_finite_as_float(value))
            detail::refuse("xact: threshold needs a value that is finite as a float");
    }

    XACT_INLINE constexpr double theta_parameter() const noexcept { return bound; }       ///< The theta.
    XACT_INLINE constexpr double value_parameter() const noexcept { return replacement; } ///< The value.

private:
    friend elementwise<threshold>;

    template <class V> XACT_INLINE V value(V const& x) const {
        return select(x <= V(as<V>(bound)), V(as<V>(replacement)), x);
    }
    template <class V> XACT_INLINE V slope(V const& x) const { return simd::value_above(x, as<V>(bound), as<V>(1.0)); }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) const {
        return {value(x), slope(x)};
    }
    template <class V> XACT_INLINE V slope_from_output(V const& y) const {
        if (as<V>(replacement) <= as<V>(bound)) return slope(y);
        return select(y == V(as<V>(replacement)), simd::not_a_number<V>(), slope(y));
    }

    template <class V> static XACT_INLINE typename V::value_type as(double parameter) {
        return static_cast<typename V::value_type>(parameter);
    }

    double bound = 1.0, replacement = 0.0;
};

template <> inline constexpr bool detail::is_short<threshold> = true;

namespace exact {
using xact::threshold;
}
namespace fast {
using xact::threshold;
}

} // namespace xact

#endif
