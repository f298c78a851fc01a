#ifndef XACT_ACTIVATION_HARDTANH_HPP
#define XACT_ACTIVATION_HARDTANH_HPP

#include <xact/elementwise.hpp>
#include <xact/error.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// x limited to [min, max]; one type in every tier. Also named clip.
///
///   f'  = 1 for min < x < max, else 0; f'(min) = f'(max) = 0
///   f'' = 0, with the sign of x
///   from the output: 1 for min < y < max, else 0
///
/// hardtanh(-inf) = min, hardtanh(inf) = max; hardtanh(-0) = -0 where min <= 0 <= max; odd where min = -max;
/// NaN gives NaN, in f, f' and f''.
///
/// The bounds are -1 and 1 unless given, rounded to the type of x where x is float; one that is not finite, or
/// min > max, throws std::invalid_argument.
/// Largest error: 0. Definition: Collobert 2004; torch.nn.Hardtanh, ONNX Clip.
class hardtanh : public elementwise<hardtanh> {
public:
    XACT_INLINE constexpr hardtanh() {}
    /// With this min and max; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr hardtanh(double min, double max) : low(min), high(max) {
        if (!detail::is_finite_as_float(min) || !detail::is_finite_as_float(max))
            detail::refuse("xact: hardtanh needs a min and a max that are finite as floats");
        if (min > max) detail::refuse("xact: hardtanh needs a min that is not above max");
    }

    XACT_INLINE constexpr double min_parameter() const noexcept { return low; }  ///< The min.
    XACT_INLINE constexpr double max_parameter() const noexcept { return high; } ///< The max.

private:
    friend elementwise<hardtanh>;

    template <class V> XACT_INLINE V value(V const& x) const { return simd::clamp(x, as<V>(low), as<V>(high)); }
    template <class V> XACT_INLINE V slope(V const& x) const {
        using value_type = typename V::value_type;
        value_type const from = as<V>(low), to = as<V>(high);
        if constexpr (simd::is_avx512<typename V::arch>)
            if ((from == value_type(-1)) & (to == value_type(1))) return simd::value_within<1>(x, value_type(1));
        return simd::value_between(x, from, to, value_type(1));
    }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, simd::sign_of(x)); }
    template <class V> XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) const {
        return {value(x), slope(x)};
    }
    template <class V> XACT_INLINE V slope_from_output(V const& y) const { return slope(y); }

    template <class V> static XACT_INLINE typename V::value_type as(double parameter) {
        return static_cast<typename V::value_type>(parameter);
    }

    double low = -1.0, high = 1.0;
};

/// The name of NumPy and ONNX.
using clip = hardtanh; ///< Another name.

template <> inline constexpr bool detail::is_short<hardtanh> = true;

namespace exact {
using xact::clip;
using xact::hardtanh;
} // namespace exact
namespace fast {
using xact::clip;
using xact::hardtanh;
} // namespace fast

} // namespace xact

#endif
