#ifndef XACT_ACTIVATION_HARD_SWISH_HPP
#define XACT_ACTIVATION_HARD_SWISH_HPP

#include <xact/elementwise.hpp>
#include <xact/kernel/sixth.hpp>
#include <xact/simd/piecewise.hpp>

namespace xact {

/// x clamp(x/6 + 1/2, 0, 1), a silu of straight pieces and a parabola; one type in every tier.
///
///   f'  = 0 for x <= -3, x/3 + 1/2 between, 1 for x >= 3; zero at -3/2
///   f'' = 1/3 for -3 < x < 3, else 0; 0 at +-3
///   not from the output: f takes values twice below 0
///
/// hard_swish(x) = -0 for x <= -3, -inf included; hard_swish(+-0) = +-0; hard_swish(inf) = inf; NaN gives NaN, in f, f'
/// and f''.
///
/// float: f and f' correctly rounded, with FMA in float lanes (but for subnormal results), else in double lanes.
/// double: both within 1 ULP, the neighbourhood of the zeros at -3 and -3/2 included.
///
/// Definition: Howard et al. 2019 (MobileNetV3); torch.nn.Hardswish, ONNX HardSwish, keras hard_silu.
class hard_swish : public elementwise<hard_swish> {
    friend elementwise<hard_swish>;

    template <class V> static XACT_INLINE V value(V const& x) {
        using value_type = typename V::value_type;
        V const low = simd::at_least(x, value_type(-3)), c = simd::at_most(low, value_type(3));
        if constexpr (std::is_same_v<value_type, float> && simd::has_fma<typename V::arch>) {
            V const sixth_of_c = simd::rounded_product(c, V(kernel::float_sixth));
            // Of these the result is subnormal, and x/2 may be a tie that x^2/6 decides.
            if (XACT_LIKELY(!simd::any_next_to_zero(x, sixth_of_c, 0x1p-125f)))
                return kernel::times_half_plus_sixth(low, c, sixth_of_c);
        }
        return select(x < V(3), parabola(c), x);
    }
    template <class V> static XACT_INLINE V slope(V const& x) {
        using value_type = typename V::value_type;
        if constexpr (std::is_same_v<value_type, float> && simd::has_range<typename V::arch>)
            return simd::step_around<3>(x,
                                        [](auto const& c) XACT_INLINE_LAMBDA { return kernel::half_plus_sixth<2>(c); });
        else if constexpr (std::is_same_v<value_type, float> && simd::has_fma<typename V::arch>)
            return zero_where(x <= V(-3), select(V(3) <= x, V(1), kernel::half_plus_sixth<2>(x)));
        else {
            V const c = simd::clamp(x, value_type(-3), value_type(3));
            return zero_where(x <= V(-3), select(V(3) <= x, V(1), line(c)));
        }
    }
    template <class V> static XACT_INLINE V curvature(V const& x) {
        using value_type = typename V::value_type;
        return simd::value_within<3>(x, value_type(1) / value_type(3));
    }
    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        return {value(x), slope(x)};
    }

    /// c (c + 3)/6 for |c| <= 3; the sum is exact near its zero.
    template <class V> static XACT_INLINE V parabola(V const& c) {
        if constexpr (std::is_same_v<typename V::value_type, float>) {
            // Where the result is subnormal, c/2 is a tie that c^2/6 decides: so does 2^-170, which changes nothing
            // else but the sign of -0.
            auto const w = simd::widen(c) + 0x1p-170;
            return narrow(w * (w + 3.0) * kernel::sixth) | simd::sign_of(c);
        } else {
            // Scaled, so that the lower part of the product does not underflow; the sum forgets the sign of -0.
            auto const t = kernel::fast_two_sum(V(3), c);
            V const scaled = c * V(0x1p60);
            auto const product = kernel::two_product(t.high, scaled);
            auto const sixfold = kernel::twofold<V>{product.high, product.low + t.low * scaled};
            return sum(kernel::over_six(sixfold)) * V(0x1p-60) | simd::sign_of(c);
        }
    }

    /// (2c + 3)/6.
    template <class V> static XACT_INLINE V line(V const& c) {
        if constexpr (std::is_same_v<typename V::value_type, float>) {
            auto const w = simd::widen(c);
            return narrow((w + w + 3.0) * kernel::sixth);
        } else
            return sum(kernel::over_six(kernel::two_sum(c + c, V(3))));
    }
};

namespace exact {
using xact::hard_swish;
}
namespace fast {
using xact::hard_swish;
}

} // namespace xact

#endif
