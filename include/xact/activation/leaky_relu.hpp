#ifndef XACT_ACTIVATION_LEAKY_RELU_HPP
#define XACT_ACTIVATION_LEAKY_RELU_HPP

#include <xact/elementwise.hpp>
#include <xact/error.hpp>
#include <xact/simd/piecewise.hpp>

#include <limits>

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
class leaky_relu : public elementwise<leaky_relu> {
public:
    XACT_INLINE constexpr leaky_relu() : negative_slope(0.01) {}
    XACT_INLINE constexpr explicit leaky_relu(double slope) : negative_slope(slope) {
        constexpr double largest = std::numeric_limits<float>::max();
        if (!(slope >= -largest && slope <= largest))
            detail::refuse("xact: leaky_relu needs a slope that is finite as a float");
    }

    XACT_INLINE constexpr double slope_parameter() const noexcept { return negative_slope; }

private:
    friend elementwise<leaky_relu>;

    template <class V> XACT_INLINE V value(V const& x) const {
        using value_type = typename V::value_type;
        auto const a = parameter<value_type>();
        // One condition, so that a loop keeps its result and tests that.
        bool const below_one = (a != 0) & (a <= 1);
        if (XACT_LIKELY(below_one)) return simd::larger(V(a) * x, x);
        // For slope 0, keeps -inf from becoming 0 * inf.
        value_type const low = a == 0 ? value_type(0) : -std::numeric_limits<value_type>::infinity();
        return select(x > V(0), x, V(a) * simd::at_least(x, low));
    }
    template <class V> XACT_INLINE V slope(V const& x) const {
        return simd::unless_nan(x, choose(simd::above_zero(x), V(1), V(parameter<typename V::value_type>())));
    }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) const {
        return {value(x), slope(x)};
    }
    template <class V> XACT_INLINE V slope_from_output(V const& y) const {
        using value_type = typename V::value_type;
        return negative_slope < 0.0 ? V(std::numeric_limits<value_type>::quiet_NaN()) : slope(y);
    }

    template <class T> XACT_INLINE T parameter() const { return static_cast<T>(negative_slope); }

    double negative_slope;
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
