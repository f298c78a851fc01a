#ifndef XACT_ACTIVATION_HARD_SHRINK_HPP
#define XACT_ACTIVATION_HARD_SHRINK_HPP

#include <xact/kernel/shrink.hpp>

namespace xact {

/// x for |x| > lambda, else 0; odd; one type in every tier.
///
///   f'  = 1 for |x| > lambda, else 0; 0 at +-lambda
///   f'' = 0, with the sign of x
///   from the output: 1 for |y| > lambda, else 0
///
/// The zeros have the sign of x; hard_shrink(+-inf) = +-inf; NaN gives NaN, in f, f' and f''.
///
/// lambda is 0.5 unless given, rounded to the type of x where x is float; one that is negative or not finite throws
/// std::invalid_argument.
/// Largest error: 0. Definition: Donoho and Johnstone 1994; torch.nn.Hardshrink, ONNX Shrink.
class hard_shrink : public kernel::shrink_activation<hard_shrink> {
public:
    XACT_INLINE constexpr hard_shrink() {}
    /// With this lambda; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr explicit hard_shrink(double lambda)
        : shrink_activation(lambda, "xact: hard_shrink needs a lambda that is not negative and finite as a float") {}

private:
    friend elementwise<hard_shrink>;
    friend shrink_activation;

    template <class V> XACT_INLINE V value(V const& x) const { return simd::zero_within(x, lambda<V>()); }
    template <class V> XACT_INLINE V slope_from_output(V const& y) const { return slope(y); }
};

template <> inline constexpr bool detail::is_short<hard_shrink> = true;
template <> inline constexpr bool detail::is_stored_at_once<hard_shrink> = true;

namespace exact {
using xact::hard_shrink;
}
namespace fast {
using xact::hard_shrink;
}

} // namespace xact

#endif
