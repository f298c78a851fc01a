#ifndef XACT_KERNEL_EXPONENTIAL_LINEAR_HPP
#define XACT_KERNEL_EXPONENTIAL_LINEAR_HPP

#include <xact/kernel/cubic_exponential.hpp>
#include <xact/smooth.hpp>

#include <limits>

namespace xact::kernel {

namespace selu_constants { // tests/coefficients/generate.py: selu
inline constexpr coefficient lambda = {0x1.0cfabd6a91132p0, 0x1.6fc7d272f2696p-55};
inline constexpr coefficient lambda_alpha = {0x1.c212cc640f031p0, 0x1.05161b045a1f1p-56};
} // namespace selu_constants

/// What elu, selu and celu are:
///
///   f   = rise x for x > 0, else fall (e^(x/width) - 1)
///   f'  = rise for x > 0, else fall/width e^(x/width)
///   f'' = 0 for x > 0, else fall/width^2 e^(x/width)
///   from the output: rise for y > 0, else (y + fall)/width
///
/// rise, fall and width are positive; f(+-0) = +-0, f(inf) = inf, f(-inf) = -fall.
template <class Activation, accuracy Tier> class exponential_linear : public smooth<Activation, Tier> {
    friend elementwise<Activation>;
    friend smooth<Activation, Tier>;
    friend Activation;

    XACT_INLINE constexpr exponential_linear(coefficient rise_, coefficient fall_, double width_)
        : rise(rise_), fall(fall_), width(width_) {}

    template <class N> static XACT_INLINE N as_number(coefficient const& c) {
        return number<N>::constant(c.high, c.low);
    }
    template <class N> XACT_INLINE N over_width(N const& x) const { return x * (N(1.0) / N(width)); }

    template <class N> XACT_INLINE auto shared(N const& x) const {
        double const end = number<N>::is_twofold ? 900.0 : 200.0; // where exponential_of ends
        return exponential_of(over_width(N(simd::clamp(leading(x), -end * width, 0.0))));
    }

    template <class N> XACT_INLINE auto value_of(N const& x, exponential<N> const& e) const {
        using V = lanes_of<N>;
        auto const negative = leading(x) < V(0.0);
        if constexpr (number<N>::is_twofold) {
            // A product of the smallest doubles has no low part, one of the largest may have no high one.
            auto const small = simd::abs(x.high) < V(0x1p-800), large = V(0x1p800) < x.high;
            V const raise = select(small, V(0x1p200), select(large, V(0x1p-200), V(1.0)));
            V const lower = select(small, V(0x1p-200), select(large, V(0x1p200), V(1.0)));
            N const t = scaled(x, raise);
            N const expm1 = select(small, over_width(t), e.p_minus_q);
            return lowered_result<N>{select(negative, as_number<N>(fall) * expm1, as_number<N>(rise) * t), lower};
        } else
            return select(negative, as_number<N>(fall) * e.over_q(e.p_minus_q), as_number<N>(rise) * x);
    }
    template <class N> XACT_INLINE auto slope_of(N const& x, exponential<N> const& e) const {
        N const below = as_number<N>(fall) / N(width) * e.over_q(e.raised);
        return e.lowered(select(lanes_of<N>(0.0) < leading(x), as_number<N>(rise), below));
    }
    template <class N> XACT_INLINE auto curvature_of(N const& x, exponential<N> const& e) const {
        N const below = as_number<N>(fall) / N(width) / N(width) * e.over_q(e.raised);
        return e.lowered(select(lanes_of<N>(0.0) < leading(x), N(0.0), below));
    }
    template <class V> XACT_INLINE V slope_from_output(V const& y) const {
        using T = typename V::value_type;
        V const below = y + static_cast<T>(fall.high);
        return select(V(T(0)) < y, V(static_cast<T>(rise.high)), width == 1 ? below : below / V(static_cast<T>(width)));
    }

    template <order Order> static constexpr int sign_at_zero = Order == order::value ? 1 : 0;
    /// Of the kernels that elu and celu have.
    template <order Order>
    static constexpr row_range served_by_rows = Order == order::value ? row_range{} : row_range{-exponential_rows_end};
    template <class T> static XACT_INLINE constexpr T reach() { return std::numeric_limits<T>::max(); }
    static constexpr bool follows_x = true;
    /// x/width is off by 2^-52 of itself, and down to -104 the exponential counts.
    template <class V> static XACT_INLINE V value_doubt(V const&, V const& y) { return simd::abs(y) * 0x1p-44; }
    template <class V> static XACT_INLINE V slope_doubt(V const&, V const& y) { return simd::abs(y) * 0x1p-44; }

    coefficient rise, fall;
    double width;
};

} // namespace xact::kernel

#endif
