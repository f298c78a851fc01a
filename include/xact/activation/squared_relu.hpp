#ifndef XACT_ACTIVATION_SQUARED_RELU_HPP
#define XACT_ACTIVATION_SQUARED_RELU_HPP

#include <xact/elementwise.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// max(x, 0)^2, in [0, inf], correctly rounded; one type in every tier.
///
///   f'  = 2 max(x, 0)
///   f'' = 2 for x > 0, else 0; f''(0) = 0
///   not from the output: y has overflowed or underflowed where f' is an ordinary number
///
/// squared_relu(-0) = squared_relu(-inf) = +0, squared_relu(inf) = inf; f' is likewise; NaN gives NaN, in f, f' and
/// f''.
///
/// Largest error in ULP: 0.5 (one multiplication); f': 0. Definition: So et al. 2021 (Primer); keras relu_squared.
class squared_relu : public elementwise<squared_relu> {
    friend elementwise<squared_relu>;

    template <class V> static XACT_INLINE V value(V const& x) { return simd::square_above_zero(x); }
    template <class V> static XACT_INLINE V slope(V const& x) { return simd::positive_part(x + x); }
    template <class V> static XACT_INLINE V curvature(V const& x) {
        return simd::value_above_zero(x, typename V::value_type(2));
    }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }
};

template <> inline constexpr bool detail::is_short<squared_relu> = true;

namespace exact {
using xact::squared_relu;
}
namespace fast {
using xact::squared_relu;
}

} // namespace xact

#endif
