#ifndef XACT_KERNEL_SHRINK_HPP
#define XACT_KERNEL_SHRINK_HPP

#include <xact/elementwise.hpp>
#include <xact/error.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact::kernel {

/// What hard_shrink and soft_shrink share: the bound lambda of an odd function that is 0 within +-lambda and has slope
/// 1 outside of it.
template <class Activation> class shrink_activation : public elementwise<Activation> {
public:
    XACT_INLINE constexpr double lambda_parameter() const noexcept { return bound; }

protected:
    XACT_INLINE constexpr shrink_activation() {}
    /// Refuses with `message` a lambda that is negative or not finite as a float.
    XACT_INLINE constexpr shrink_activation(double lambda_, char const* message) : bound(lambda_) {
        if (!(xact::detail::is_finite_as_float(lambda_) && lambda_ >= 0.0)) xact::detail::refuse(message);
    }

    template <class V> XACT_INLINE typename V::value_type lambda() const {
        return static_cast<typename V::value_type>(bound);
    }
    template <class V> XACT_INLINE V slope(V const& x) const {
        return simd::value_beyond(x, lambda<V>(), typename V::value_type(1));
    }

private:
    friend elementwise<Activation>;

    template <class V> static XACT_INLINE V curvature(V const& x) { return simd::unless_nan(x, simd::sign_of(x)); }
    template <class V> XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) const {
        return {static_cast<Activation const&>(*this).value(x), slope(x)};
    }

    double bound = 0.5;
};

} // namespace xact::kernel

#endif
