#ifndef XACT_ACTIVATION_ABS_HPP
#define XACT_ACTIVATION_ABS_HPP

#include <xact/elementwise.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// The absolute value |x|, in [0, inf]; even; one type in every tier.
///
///   f'  = sign(x); f'(+-0) = +-0
///   f'' = 0
///   not from the output, which does not tell the sign
///
/// abs(+-0) = +0, abs(+-inf) = inf; NaN gives NaN, in f, f' and f''.
///
/// Largest error: 0. Definition: torch.abs, ONNX Abs.
class abs : public elementwise<abs> {
    friend elementwise<abs>;

    template <class V> static XACT_INLINE V value(V const& x) { return simd::abs(x); }
    template <class V> static XACT_INLINE V slope(V const& x) { return simd::signum(x); }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }
};

template <> inline constexpr bool detail::is_short<abs> = true;

namespace exact {
using xact::abs;
}
namespace fast {
using xact::abs;
}

} // namespace xact

#endif
