#ifndef XACT_ACTIVATION_IDENTITY_HPP
#define XACT_ACTIVATION_IDENTITY_HPP

#include <xact/elementwise.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// x itself; one type in every tier.
///
///   f'  = 1
///   f'' = 0, with the sign of x
///   from the output: 1
///
/// Zeros keep their sign; NaN gives NaN, in f, f' and f''.
///
/// Largest error: 0. Definition: torch.nn.Identity, keras linear, ONNX Identity.
class identity : public elementwise<identity> {
    friend elementwise<identity>;

    template <class V> static XACT_INLINE V value(V const& x) { return x; }
    template <class V> static XACT_INLINE V slope(V const& x) { return simd::unless_nan(x, V(1)); }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, simd::sign_of(x)); }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }
    template <class V> static XACT_INLINE V slope_from_output(V const& y) { return slope(y); }
};

template <> inline constexpr bool detail::is_short<identity> = true;

namespace exact {
using xact::identity;
}
namespace fast {
using xact::identity;
}

} // namespace xact

#endif
