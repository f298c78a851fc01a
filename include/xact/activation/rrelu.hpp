#ifndef XACT_ACTIVATION_RRELU_HPP
#define XACT_ACTIVATION_RRELU_HPP

#include <xact/kernel/leaky.hpp>
#include <xact/transform.hpp>

namespace xact {

/// The randomized leaky rectified linear unit, as it is in evaluation: x for x > 0, else slope * x with the slope
/// (lower + upper)/2; one type in every tier. In training slopes are drawn from [lower, upper): rrelu_transform.
///
///   f'  = 1 for x > 0, else slope; f'(0) = slope
///   f'' = 0
///   from the output: 1 for y > 0, else slope; NaN for slope < 0, where y does not tell x
///
/// rrelu(inf) = inf, rrelu(-inf) = -inf for slope > 0, +0 for slope = 0; NaN gives NaN.
///
/// lower is 1/8 and upper 1/3 unless given; one that is not finite, or lower > upper, throws std::invalid_argument. The
/// slope is rounded to the type of x where x is float.
/// Largest error in ULP: 0.5 (one multiplication). Definition: Xu, Wang, Chen, Li 2015; torch.nn.RReLU.
class rrelu : public kernel::leaky_activation<rrelu> {
public:
    XACT_INLINE constexpr rrelu() : rrelu(1.0 / 8, 1.0 / 3) {}
    /// With this lower and upper; throws std::invalid_argument as the class says.
    XACT_INLINE constexpr rrelu(double lower, double upper)
        : leaky_activation(lower / 2 + upper / 2), lowest(lower), highest(upper) {
        if (!detail::is_finite_as_float(lower) || !detail::is_finite_as_float(upper))
            detail::refuse("xact: rrelu needs a lower and an upper slope that are finite as floats");
        if (lower > upper) detail::refuse("xact: rrelu needs a lower slope that is not above the upper");
    }

    XACT_INLINE constexpr double lower_parameter() const noexcept { return lowest; }  ///< The lower.
    XACT_INLINE constexpr double upper_parameter() const noexcept { return highest; } ///< The upper.

    /// The slope for 24 random bits k: lower + (upper - lower) k/2^24, the difference rounded to float so that the
    /// product is exact and contraction to FMA changes nothing; rounded to T.
    template <class T> XACT_INLINE T drawn_slope(std::uint32_t k) const noexcept {
        double const width = simd::detail::rounded_to<float>(highest / 2 - lowest / 2);
        return static_cast<T>(lowest + width * (k * 0x1p-23));
    }

private:
    double lowest, highest;
};

template <> inline constexpr bool detail::is_short<rrelu> = true;

namespace detail {

/// How many bits a generator gives at a call, where its results are 0 to 2^bits - 1; else 0.
template <class Generator> constexpr int bits_of_generator() {
    auto rest = Generator::max();
    int bits = 0;
    for (; (rest & 1) != 0; rest = static_cast<decltype(rest)>(rest >> 1)) ++bits;
    return rest == 0 && Generator::min() == 0 ? bits : 0;
}

} // namespace detail

/// rrelu in training: out[i] = x for x > 0, else slopes[i] * x, and slopes[i] is what the backward pass multiplies
/// with: grad_in[i] = grad_out[i] * slopes[i]. It is 1 for x > 0, NaN for NaN, else drawn from [lower, upper).
///
/// The drawing is the same everywhere: one call of the generator for each element, from the first to the last,
/// whatever the element is; its highest 24 bits, k, give the slope lower + (upper - lower) k/2^24 (drawn_slope). The
/// generator is any that gives 0 to 2^b - 1 with b >= 24: std::mt19937, std::mt19937_64, std::ranlux48, ...
/// `slopes` shares memory with no other range; `out` may be `in`.
template <class T, class Generator, class Arch = xsimd::default_arch>
void rrelu_transform(T const* in, T* out, T* slopes, std::size_t n, rrelu const& f, Generator& generator) {
    detail::require_lane<T>();
    constexpr int bits = detail::bits_of_generator<Generator>();
    static_assert(bits >= 24, "xact: rrelu_transform needs a generator of whole bits, 24 or more, such as std::mt19937 "
                              "or std::mt19937_64");
    assert(detail::equal_or_disjoint(in, out, n));
    assert(n == 0 || (in != slopes && out != slopes));
    for (std::size_t i = 0; i < n; ++i)
        simd::store_element(slopes + i, f.drawn_slope<T>(static_cast<std::uint32_t>(generator() >> (bits - 24))));
    detail::loop<Arch, rrelu, 0, T>(
        n,
        [](auto const& x, auto const& slope) XACT_INLINE_LAMBDA {
            return value_with_derivative<std::decay_t<decltype(x)>>{kernel::leaky(x, slope),
                                                                    kernel::leaky_slope(x, slope)};
        },
        detail::two_outputs<T>{out, slopes}, in, static_cast<T const*>(slopes));
}

/// The same for ranges.
template <class In, class Out, class Slopes, class Generator, class Arch = xsimd::default_arch,
          class = detail::element_of<In const>, class = detail::element_of<Out>, class = detail::element_of<Slopes>>
void rrelu_transform(In const& in, Out&& out, Slopes&& slopes, rrelu const& f, Generator& generator) {
    std::size_t const n = detail::same_size("the input", in, "the output", out);
    detail::same_size("the input", in, "the range for the slopes", slopes);
    using T = detail::element_of<Out>;
    rrelu_transform<T, Generator, Arch>(std::data(in), std::data(out), std::data(slopes), n, f, generator);
}

namespace exact {
using xact::rrelu;
}
namespace fast {
using xact::rrelu;
}

} // namespace xact

#endif
