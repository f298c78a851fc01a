#ifndef XACT_ACTIVATION_SPARSE_SIGMOID_HPP
#define XACT_ACTIVATION_SPARSE_SIGMOID_HPP

#include <xact/elementwise.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// clamp((x + 1)/2, 0, 1), the derivative of sparse_plus, correctly rounded; one type in every tier.
///
///   f'  = 1/2 for -1 < x < 1, else 0; f'(-1) = f'(1) = 0
///   f'' = 0
///   from the output: 1/2 for 0 < y < 1, else 0; y rounds to 1 at the last number below x = 1
///
/// sparse_sigmoid(-inf) = +0, sparse_sigmoid(inf) = 1; NaN gives NaN, in f, f' and f''.
///
/// Largest error in ULP: 0.5 (one addition). Definition: jax.nn.sparse_sigmoid, keras sparse_sigmoid.
class sparse_sigmoid : public elementwise<sparse_sigmoid> {
    friend elementwise<sparse_sigmoid>;

    template <class V> static XACT_INLINE V value(V const& x) { return simd::half_of_one_plus(x); }
    template <class V> static XACT_INLINE V slope(V const& x) {
        return simd::value_within<1>(x, typename V::value_type(0.5));
    }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }
    template <class V> static XACT_INLINE V slope_from_output(V const& y) {
        using value_type = typename V::value_type;
        return simd::value_above_zero_below(y, value_type(1), value_type(0.5));
    }
};

template <> inline constexpr bool detail::is_short<sparse_sigmoid> = true;
template <> inline constexpr bool detail::is_stored_at_once<sparse_sigmoid> = true;

namespace exact {
using xact::sparse_sigmoid;
}
namespace fast {
using xact::sparse_sigmoid;
}

} // namespace xact

#endif
