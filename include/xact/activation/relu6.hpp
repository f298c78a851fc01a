#ifndef XACT_ACTIVATION_RELU6_HPP
#define XACT_ACTIVATION_RELU6_HPP

#include <xact/elementwise.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// The rectified linear unit with a ceiling, min(max(x, 0), 6), in [0, 6], exact; one type in every tier.
///
///   f'  = 1 for 0 < x < 6, else 0; f'(0) = f'(6) = 0
///   f'' = 0
///   from the output: 1 for 0 < y < 6, else 0
///
/// relu6(-0) = +0; relu6(inf) = 6, relu6(-inf) = +0; NaN gives NaN, in f, f' and f''.
///
/// Largest error: 0. Definition: Krizhevsky 2010; torch.nn.ReLU6, keras relu6.
class relu6 : public elementwise<relu6> {
    friend elementwise<relu6>;

    template <class V> static XACT_INLINE V value(V const& x) {
        return simd::positive_part(simd::at_most(x, typename V::value_type(6)));
    }
    template <class V> static XACT_INLINE V slope(V const& x) {
        using value_type = typename V::value_type;
        return simd::value_above_zero_below(x, value_type(6), value_type(1));
    }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }
    template <class V> static XACT_INLINE V slope_from_output(V const& y) { return slope(y); }
};

template <> inline constexpr bool detail::is_short<relu6> = true;

namespace exact {
using xact::relu6;
}
namespace fast {
using xact::relu6;
}

} // namespace xact

#endif
