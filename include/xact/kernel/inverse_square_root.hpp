#ifndef XACT_KERNEL_INVERSE_SQUARE_ROOT_HPP
#define XACT_KERNEL_INVERSE_SQUARE_ROOT_HPP

#include <xact/error.hpp>
#include <xact/smooth.hpp>

#include <limits>

namespace xact::kernel {

/// What isru and isrlu share: alpha, and the curve x/r, r = sqrt(1 + alpha x^2), with its derivatives 1/r^3 and
/// -3 alpha x/r^5.
///
/// alpha x^2 is taken as (alpha/unit^2) (unit x)^2, unit a power of two near sqrt(alpha): the reach and what must be
/// scaled are then the same for every alpha.
template <class Activation, accuracy Tier> class inverse_square_root : public smooth<Activation, Tier> {
public:
    XACT_INLINE constexpr double alpha_parameter() const noexcept { return alpha; }

protected:
    XACT_INLINE constexpr inverse_square_root(double alpha_, char const* message) : alpha(alpha_), unit(1.0) {
        if (!xact::detail::is_positive_float(alpha)) xact::detail::refuse(message);
        for (double rest = alpha; rest >= 4.0; rest *= 0.25) unit *= 2.0;
        for (double rest = alpha; rest < 1.0; rest *= 4.0) unit *= 0.5;
    }

    template <class T> XACT_INLINE Activation with_parameters_of() const {
        Activation rounded = static_cast<Activation const&>(*this);
        rounded.alpha = simd::detail::rounded_to<T>(alpha);
        return rounded;
    }

    /// x and r times `scale`, a power of two that keeps the powers of r from overflowing.
    template <class N> struct parts {
        N x, root;
        lanes_of<N> scale;
    };
    template <class N> XACT_INLINE parts<N> shared(N const& x) const {
        using V = lanes_of<N>;
        N const ratio(alpha / (unit * unit)), w = scaled(x, unit);
        if constexpr (number<N>::is_twofold) {
            V const scale = select(V(0x1p50) < simd::abs(w.high), V(0x1p-180), V(1.0));
            N const s = scaled(w, scale);
            return {scaled(x, scale), square_root(fma(ratio * s, s, N(scale * scale))), scale};
        } else
            return {x, square_root(fma(ratio * w, w, N(1.0))), V(1.0)};
    }

    template <class P> static XACT_INLINE auto curve(P const& of) { return of.x / of.root; }
    template <class P> static XACT_INLINE auto curve_slope(P const& of) {
        auto const cube = square(of.root) * of.root;
        return lowered(std::decay_t<decltype(cube)>(1.0) / cube, of.scale * of.scale * of.scale);
    }
    template <class N> XACT_INLINE auto curve_curvature(parts<N> const& of) const {
        using V = lanes_of<N>;
        N const fifth = square(square(of.root)) * of.root;
        N const factor = N(-3.0) * N(alpha);
        if constexpr (number<N>::is_twofold) {
            auto const small = simd::abs(of.x.high) < V(0x1p-300);
            V const fourth = square(square(of.scale));
            N const raised = scaled(of.x, select(small, V(0x1p200), V(1.0)));
            return lowered(factor * raised / fifth, select(small, V(0x1p-200), fourth));
        } else
            return factor * of.x / fifth;
    }

    template <class T> XACT_INLINE T reach() const {
        constexpr double largest = double(std::numeric_limits<T>::max());
        double const end = 0x1p370 / unit;
        return static_cast<T>(end < largest ? end : largest);
    }

    double alpha, unit;
};

} // namespace xact::kernel

#endif
