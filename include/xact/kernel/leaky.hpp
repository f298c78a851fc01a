#ifndef XACT_KERNEL_LEAKY_HPP
#define XACT_KERNEL_LEAKY_HPP

#include <xact/elementwise.hpp>
#include <xact/error.hpp>
#include <xact/simd/piecewise.hpp>

// x for x > 0, else slope * x: what leaky_relu, prelu and rrelu share, with one slope for all elements or one for each.

namespace xact::kernel {

/// x > 0 ? x : slope * x, where slope 0 gives a zero at -inf too instead of 0 * inf.
template <class V> XACT_INLINE V leaky(V const& x, typename V::value_type slope) {
    // One condition, so that a loop keeps its result and tests that.
    bool const below_one = (slope != 0) & (slope <= 1);
    if (XACT_LIKELY(below_one)) return simd::larger(V(slope) * x, x);
    V const low = slope == 0 ? V(0) : simd::sign_of(V(-1)) | simd::infinity<V>();
    return simd::positive_or(x, V(slope) * simd::larger(x, low));
}

/// The same bits for a slope in each lane.
template <class V> XACT_INLINE V leaky(V const& x, V const& slope) {
    V const scaled = slope * select(slope == V(0), simd::at_least(x, typename V::value_type(0)), x);
    return simd::positive_or(x, scaled);
}

/// Its derivative by x; `slope` may be one number or one in each lane.
template <class V> XACT_INLINE V leaky_slope(V const& x, V const& slope) { return simd::one_above_zero_or(x, slope); }

/// Its derivative by the slope: x for x <= 0, else 0.
template <class V> XACT_INLINE V leaky_slope_gradient(V const& x) { return simd::negative_part(x); }

/// The activation with one slope, held as double.
template <class Activation> class leaky_activation : public elementwise<Activation> {
    friend elementwise<Activation>;

protected:
    XACT_INLINE constexpr explicit leaky_activation(double slope) : negative_slope(slope) {}

    double negative_slope;

private:
    template <class V> XACT_INLINE V value(V const& x) const { return leaky(x, parameter<V>()); }
    template <class V> XACT_INLINE V slope(V const& x) const { return leaky_slope(x, V(parameter<V>())); }
    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, V(0)); }
    template <class V> XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) const {
        return {value(x), slope(x)};
    }
    template <class V> XACT_INLINE V slope_from_output(V const& y) const {
        return negative_slope < 0.0 ? simd::not_a_number<V>() : slope(y);
    }

    template <class V> XACT_INLINE typename V::value_type parameter() const {
        return static_cast<typename V::value_type>(negative_slope);
    }
};

} // namespace xact::kernel

#endif
