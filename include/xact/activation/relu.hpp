#ifndef XACT_ACTIVATION_RELU_HPP
#define XACT_ACTIVATION_RELU_HPP

#include <xact/elementwise.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// The rectified linear unit max(x, 0), in [0, inf], exact; one type in every tier.
///
///   f'  = 1 for x > 0, else 0; f'(0) = 0
///   f'' = 0
///   from the output: 1 for y > 0, else 0
///
/// relu(-0) = +0; relu(inf) = inf, relu(-inf) = +0; NaN gives NaN, in f, f' and f''.
///
/// Largest error: 0. Definition: Nair and Hinton 2010; torch.nn.ReLU, keras relu, ONNX Relu.
class relu : public elementwise<relu> {
    friend elementwise<relu>;

    template <class V> static XACT_INLINE V value(V const& x) { return simd::positive_part(x); }
    template <class V> static XACT_INLINE V slope(V const& x) {
        return simd::value_above_zero(x, typename V::value_type(1));
    }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }
    template <class V> static XACT_INLINE V slope_from_output(V const& y) { return slope(y); }
};

template <> inline constexpr bool detail::is_short<relu> = true;

namespace exact {
using xact::relu;
}
namespace fast {
using xact::relu;
}

} // namespace xact

#endif
