#ifndef XACT_ACTIVATION_STEP_HPP
#define XACT_ACTIVATION_STEP_HPP

#include <xact/elementwise.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// The unit step: 1 for x > 0, else 0; step(0) = 0 (torch.heaviside takes the value at 0 as an argument); one type in
/// every tier.
///
///   f'  = 0, at the jump too
///   f'' = 0
///   from the output: 0
///
/// step(inf) = 1, step(-inf) = +0; NaN gives NaN, in f, f' and f''.
///
/// Largest error: 0. Definition: Heaviside; torch.heaviside, numpy.heaviside.
class step : public elementwise<step> {
    friend elementwise<step>;

    template <class V> static XACT_INLINE V value(V const& x) {
        return simd::value_above_zero(x, typename V::value_type(1));
    }
    template <class V> static XACT_INLINE V slope(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> static XACT_INLINE V curvature(V const& x) { return slope(x); }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }
    template <class V> static XACT_INLINE V slope_from_output(V const& y) { return slope(y); }
};

template <> inline constexpr bool detail::is_short<step> = true;

namespace exact {
using xact::step;
}
namespace fast {
using xact::step;
}

} // namespace xact

#endif
