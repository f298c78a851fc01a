#ifndef XACT_ACTIVATION_SQUAREPLUS_HPP
#define XACT_ACTIVATION_SQUAREPLUS_HPP

#include <xact/error.hpp>
#include <xact/smooth.hpp>

#include <limits>

namespace xact {

/// (x + r)/2, r = sqrt(x^2 + b): a smooth relu without exponential; non-negative, non-decreasing.
///
///   x < 0: b/(2 (r + |x|)), which does not cancel
///   f'  = (1 + x/r)/2 = (r + x)/(2r), for x < 0 b/(2r (r + |x|)); in [0, 1]
///   f'' = b/(2 r^3)
///
/// squareplus(inf) = inf, squareplus(-inf) = +0; f'(inf) = 1, f'(-inf) = +0, f'' = +0 at both; NaN gives NaN.
///
/// b is 4 unless given, rounded to the type of x; it must be finite and positive as a float, else
/// std::invalid_argument is thrown.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Barron 2021 (squareplus: a softplus-like algebraic rectifier).
template <accuracy Tier> class basic_squareplus : public smooth<basic_squareplus<Tier>, Tier> {
public:
    XACT_INLINE constexpr basic_squareplus() : b(4.0) {}
    /// With this b; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit basic_squareplus(double b_) : b(b_) {
        if (!detail::is_positive_float(b))
            detail::refuse("xact: squareplus needs a b that is positive and finite as a float");
    }

    XACT_INLINE constexpr double b_parameter() const noexcept { return b; } ///< The b.

private:
    friend elementwise<basic_squareplus>;
    friend smooth<basic_squareplus, Tier>;

    template <class T> XACT_INLINE basic_squareplus with_parameters_of() const {
        basic_squareplus rounded;
        rounded.b = simd::detail::rounded_to<T>(b);
        return rounded;
    }

    /// r and (r + |x|)/2 times `scale`, a power of two that keeps their powers from overflowing.
    template <class N> struct parts {
        N root, half;
        kernel::lanes_of<N> scale, scale_back;
        typename kernel::lanes_of<N>::mask_type above;
    };
    template <class N> XACT_INLINE parts<N> shared(N const& x) const {
        using V = kernel::lanes_of<N>;
        V scale(1.0), scale_back(1.0);
        N a = kernel::magnitude(x), constant(b);
        if constexpr (kernel::number<N>::is_twofold) {
            auto const far = V(0x1p200) < a.high;
            scale = select(far, V(0x1p-300), scale);
            scale_back = select(far, V(0x1p300), scale_back);
            a = kernel::scaled(a, scale);
            constant = kernel::scaled(constant, scale * scale);
        }
        N const root = kernel::square_root(fma(a, a, constant));
        return {root, kernel::scaled(root + a, 0.5), scale, scale_back, V(0.0) <= kernel::leading(x)};
    }

    template <class N, class P> XACT_INLINE auto value_of(N const&, P const& of) const {
        return kernel::lowered(select(of.above, of.half, N(0.25 * b) / of.half),
                               select(of.above, of.scale_back, of.scale));
    }
    template <class N, class P> XACT_INLINE auto slope_of(N const&, P const& of) const {
        N const y = select(of.above, of.half, N(0.25 * b)) / select(of.above, of.root, of.root * of.half);
        return kernel::lowered(y, select(of.above, kernel::lanes_of<N>(1.0), of.scale * of.scale));
    }
    template <class N, class P> XACT_INLINE auto curvature_of(N const&, P const& of) const {
        return kernel::lowered(N(0.5 * b) / (kernel::square(of.root) * of.root), of.scale * of.scale * of.scale);
    }

    template <class T> static XACT_INLINE constexpr T reach() {
        return std::is_same_v<T, float> ? std::numeric_limits<T>::max() : static_cast<T>(0x1p610);
    }
    template <class V> XACT_INLINE V value_beyond(V const& x, V const& y) const {
        using T = typename V::value_type;
        V const end(reach<T>()), a = simd::abs(x);
        if constexpr (std::is_same_v<T, float>) // only infinity is beyond
            return select(end < x, x, select(end < a, V(0), y));
        else
            return select(end < x, x, select(end < a, V(0.25 * b) / simd::at_least(a, reach<T>()), y));
    }

    double b;
};

using squareplus = basic_squareplus<accuracy::precise>; ///< basic_squareplus of the precise tier.
namespace exact {
using squareplus = basic_squareplus<accuracy::exact>; ///< basic_squareplus of the exact tier.
}
namespace fast {
using xact::squareplus;
}

} // namespace xact

#endif
