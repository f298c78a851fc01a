#ifndef XACT_ACTIVATION_SCALED_TANH_HPP
#define XACT_ACTIVATION_SCALED_TANH_HPP

#include <xact/error.hpp>
#include <xact/kernel/hyperbolic.hpp>
#include <xact/smooth.hpp>

#include <limits>

namespace xact {

/// a tanh(b x), in [-a, a], odd, non-decreasing.
///
///   f'  = a b/cosh(b x)^2, in [0, a b]
///   f'' = -2 a b^2 tanh(b x)/cosh(b x)^2, odd, zero at 0 with the sign of -x
///
/// scaled_tanh(+-0) = +-0; scaled_tanh(+-inf) = +-a, f' = +0 at both, f'' = -+0; NaN gives NaN.
///
/// a is 1.7159 and b is 2/3 unless given (then f(+-1) = +-1, nearly), rounded to the type of x; both must be positive
/// and normal as floats, and not above 2^20, else std::invalid_argument is thrown.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: LeCun, Bottou, Orr, Mueller 1998; ONNX ScaledTanh.
template <accuracy Tier> class basic_scaled_tanh : public smooth<basic_scaled_tanh<Tier>, Tier> {
public:
    XACT_INLINE constexpr basic_scaled_tanh() : a(1.7159), b(2.0 / 3.0) {}
    /// With this a and b; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr basic_scaled_tanh(double a_, double b_) : a(a_), b(b_) {
        // a b^2 e^-800 is then nothing, and formulas need not be right beyond their reach.
        constexpr double largest = 0x1p20;
        if (!(detail::is_positive_float(a) && a <= largest && detail::is_positive_float(b) && b <= largest))
            detail::refuse("xact: scaled_tanh needs a and b that are positive and at most 2^20");
    }

    XACT_INLINE constexpr double a_parameter() const noexcept { return a; } ///< The a.
    XACT_INLINE constexpr double b_parameter() const noexcept { return b; } ///< The b.

private:
    friend elementwise<basic_scaled_tanh>;
    friend smooth<basic_scaled_tanh, Tier>;

    template <class T> XACT_INLINE basic_scaled_tanh with_parameters_of() const {
        basic_scaled_tanh rounded;
        rounded.a = simd::detail::rounded_to<T>(a);
        rounded.b = simd::detail::rounded_to<T>(b);
        return rounded;
    }

    template <class N> struct parts {
        kernel::hyperbolic<N> h;
        kernel::lanes_of<N> lower; // of the tangent
    };
    template <class N> XACT_INLINE parts<N> shared(N const& x) const {
        auto const raised = kernel::raised_where_small(x);
        return {kernel::hyperbolic_of(x * N(b), raised.value * N(b)), raised.lower};
    }

    template <class N, class P> XACT_INLINE auto value_of(N const&, P const& of) const {
        return kernel::lowered(N(a) * of.h.tangent, of.lower);
    }
    template <class N, class P> XACT_INLINE auto slope_of(N const&, P const& of) const {
        N const factor = kernel::scaled(N(a) * N(b), raise<N>);
        return kernel::lowered(factor * of.h.square, of.h.lower * (1.0 / raise<N>));
    }
    template <class N, class P> XACT_INLINE auto curvature_of(N const&, P const& of) const {
        N const factor = kernel::scaled(N(a) * kernel::square(N(b)), -2.0 * raise<N>);
        return kernel::lowered(factor * (of.h.tangent * of.h.square), of.lower * of.h.lower * (1.0 / raise<N>));
    }
    /// Times a b^2, which can be 2^-378, at least 1: what it multiplies does not underflow before it is lowered.
    template <class N> static constexpr double raise = kernel::number<N>::is_twofold ? 0x1p378 : 1.0;

    template <kernel::order Order>
    static constexpr int sign_at_zero = Order == kernel::order::value       ? 1
                                        : Order == kernel::order::curvature ? -1
                                                                            : 0;
    template <class T> XACT_INLINE T reach() const {
        constexpr double largest = double(std::numeric_limits<T>::max());
        double const end = 400.0 / b;
        return static_cast<T>(end < largest ? end : largest);
    }

    double a, b;
};

using scaled_tanh = basic_scaled_tanh<accuracy::precise>; ///< basic_scaled_tanh of the precise tier.
namespace exact {
using scaled_tanh = basic_scaled_tanh<accuracy::exact>; ///< basic_scaled_tanh of the exact tier.
}
namespace fast {
using xact::scaled_tanh;
}

} // namespace xact

#endif
