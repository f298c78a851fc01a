#ifndef XACT_ACTIVATION_SOFT_SHRINK_HPP
#define XACT_ACTIVATION_SOFT_SHRINK_HPP

#include <xact/kernel/shrink.hpp>

namespace xact {

/// x - lambda for x > lambda, x + lambda for x < -lambda, else 0; odd; one type in every tier.
///
///   f'  = 1 for |x| > lambda, else 0; 0 at +-lambda
///   f'' = 0, with the sign of x
///   from the output: 1 for y other than 0, else 0
///
/// The zeros have the sign of x; soft_shrink(+-inf) = +-inf; NaN gives NaN, in f, f' and f''.
///
/// lambda is 0.5 unless given, rounded to the type of x where x is float; one that is negative or not finite throws
/// std::invalid_argument.
/// Largest error in ULP: 0.5 (one subtraction). Definition: Donoho 1995; torch.nn.Softshrink, ONNX Shrink.
class soft_shrink : public kernel::shrink_activation<soft_shrink> {
public:
    XACT_INLINE constexpr soft_shrink() {}
    /// With this lambda; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit soft_shrink(double lambda)
        : shrink_activation(lambda, "xact: soft_shrink needs a lambda that is not negative and finite as a float") {}

private:
    friend elementwise<soft_shrink>;
    friend shrink_activation;

    template <class V> XACT_INLINE V value(V const& x) const { return simd::nearer_by(x, lambda<V>()); }
    template <class V> static XACT_INLINE V slope_from_output(V const& y) { return simd::one_unless_zero(y); }
};

template <> inline constexpr bool detail::is_short<soft_shrink> = true;

namespace exact {
using xact::soft_shrink;
}
namespace fast {
using xact::soft_shrink;
}

} // namespace xact

#endif
