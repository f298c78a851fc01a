#ifndef XACT_ACTIVATION_SIGN_HPP
#define XACT_ACTIVATION_SIGN_HPP

#include <xact/elementwise.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// The sign of x: 1 for x > 0, -1 for x < 0, sign(+-0) = +-0; odd; one type in every tier.
///
///   f'  = 0, at the jump too
///   f'' = 0, with the sign of x
///   from the output: 0
///
/// sign(+-inf) = +-1; NaN gives NaN, in f, f' and f''.
///
/// Largest error: 0. Definition: torch.sign, ONNX Sign.
class sign : public elementwise<sign> {
    friend elementwise<sign>;

    template <class V> static XACT_INLINE V value(V const& x) { return simd::signum(x); }
    template <class V> static XACT_INLINE V slope(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, simd::sign_of(x)); }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }
    template <class V> static XACT_INLINE V slope_from_output(V const& y) { return slope(y); }
};

template <> inline constexpr bool detail::is_short<sign> = true;

namespace exact {
using xact::sign;
}
namespace fast {
using xact::sign;
}

} // namespace xact

#endif
