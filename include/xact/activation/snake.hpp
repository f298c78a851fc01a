#ifndef XACT_ACTIVATION_SNAKE_HPP
#define XACT_ACTIVATION_SNAKE_HPP

#include <xact/error.hpp>
#include <xact/kernel/sine.hpp>
#include <xact/smooth.hpp>

namespace xact {

/// Snake, x + sin(a x)^2/a: rises by waves of frequency a.
///
///   f'  = 1 + sin(2 a x) = 2 sin(a x + pi/4)^2, in [0, 2]; double zeros at a x = -pi/4 + k pi
///   f'' = 2 a cos(2 a x)
///
/// snake(+-0) = +-0, snake(+-inf) = +-inf; f' and f'' have no limit there and give NaN; NaN gives NaN. Arguments are
/// reduced exactly, however large a x is.
///
/// a is 1 unless given, rounded to the type of x; it must be finite and positive as a float, else
/// std::invalid_argument is thrown. (The authors allow a = 0 as the limit, the identity.)
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Ziyin, Hartwig, Ueda 2020.
template <accuracy Tier> class basic_snake : public smooth<basic_snake<Tier>, Tier> {
public:
    XACT_INLINE constexpr basic_snake() : a(1.0) {}
    /// With this a; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit basic_snake(double a_) : a(a_) {
        if (!detail::is_positive_float(a))
            detail::refuse("xact: snake needs an a that is positive and finite as a float");
    }

    XACT_INLINE constexpr double a_parameter() const noexcept { return a; } ///< The a.

private:
    friend elementwise<basic_snake>;
    friend smooth<basic_snake, Tier>;

    template <class T> XACT_INLINE basic_snake with_parameters_of() const {
        basic_snake rounded;
        rounded.a = simd::detail::rounded_to<T>(a);
        return rounded;
    }

    template <class N> XACT_INLINE auto shared(N const& x) const { return kernel::angle_of(x, 2.0 * a); }

    template <class N, class S> XACT_INLINE N value_of(N const& x, S const& z) const {
        // 2 sin(z/2)^2 = 1 - cos z = 1 + sin(z - pi/2)
        return x + kernel::one_plus_sine(z, z.quadrant - 1.0) / N(2.0 * a);
    }
    template <class N, class S> XACT_INLINE N slope_of(N const&, S const& z) const {
        return kernel::one_plus_sine(z, z.quadrant);
    }
    template <class N, class S> XACT_INLINE N curvature_of(N const&, S const& z) const {
        return N(2.0 * a) * kernel::cosine(z);
    }

    /// What is infinite reaches the formulas, and f' and f'' become NaN.
    static constexpr bool has_reach = false;
    /// Keeps the sign of zero, and infinity.
    template <class V> static XACT_INLINE V value_beyond(V const& x, V const& y) {
        using T = typename V::value_type;
        return select((x == V(T(0))) | (simd::abs(x) == simd::infinity<V>()), x, y);
    }

    double a;
};

using snake = basic_snake<accuracy::precise>; ///< basic_snake of the precise tier.
namespace exact {
using snake = basic_snake<accuracy::exact>; ///< basic_snake of the exact tier.
}
namespace fast {
using xact::snake;
}

} // namespace xact

#endif
