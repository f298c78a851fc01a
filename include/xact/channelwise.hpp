#ifndef XACT_CHANNELWISE_HPP
#define XACT_CHANNELWISE_HPP

#include <xact/activation/prelu.hpp>
#include <xact/simd/convert.hpp>
#include <xact/transform.hpp>

/// \file
/// Activations with a learned parameter per channel, over arrays laid out as [outer][channels][inner], inner fastest:
///
///   images, channels first    outer = images, inner = height * width
///   channels last, dense      outer = all positions, inner = 1
///
/// channels is the size of the range of parameters; outer follows from the size of the array.
///
/// As for the functions of transform.hpp: an output may be the very range of an input, ranges that overlap partly are a
/// mistake of the caller; sizes that do not fit throw std::invalid_argument, naming them, before anything is written;
/// no byte outside the ranges is read or written. Parameters are used as they are: one that is NaN or infinite shows.

namespace xact {

namespace detail {

/// How many accumulators share the sum of a row, whatever the registers hold.
inline constexpr std::size_t partial_sums = 16;

template <class T, class Arch> using sum_block = simd::pack<T, partial_sums / xsimd::batch<T, Arch>::size, Arch>;
template <class Arch> using sums = simd::pack<double, partial_sums / xsimd::batch<double, Arch>::size, Arch>;

template <class Arch> XACT_INLINE sums<Arch> as_double(sum_block<float, Arch> const& x) { return simd::widen(x); }
template <class Arch> XACT_INLINE sums<Arch> as_double(sums<Arch> const& x) { return x; }

/// grad_in of `partial_sums` elements, whose parts of the gradient of the slope go to `all`.
template <class Arch, class T>
XACT_INLINE void prelu_block(T const* in, T const* grad_out, T* grad_in, sum_block<T, Arch> const& slope,
                             sums<Arch>& all) {
    using block = sum_block<T, Arch>;
    block const x = simd::load<block>(in), g = simd::load<block>(grad_out);
    all = fma(as_double<Arch>(g), as_double<Arch>(kernel::leaky_slope_gradient(x)), all);
    simd::store(grad_in, g * kernel::leaky_slope(x, slope));
}

/// The same for the last `count` elements of a row. The lanes beyond them add +0, which changes no sum.
template <class Arch, class T>
XACT_INLINE void prelu_block(T const* in, T const* grad_out, T* grad_in, sum_block<T, Arch> const& slope,
                             sums<Arch>& all, std::size_t count) {
    T x[partial_sums] = {}, g[partial_sums] = {}, result[partial_sums];
    simd::copy_elements(x, in, count), simd::copy_elements(g, grad_out, count);
    prelu_block<Arch>(x, g, result, slope, all);
    simd::copy_elements(grad_in, result, count);
}

template <class T> XACT_INLINE void add_to(T* total, double sum) {
    simd::store_element(total, static_cast<T>(static_cast<double>(simd::load_element(total)) + sum));
}

template <class Range>
std::size_t outer_of(char const* name, Range const& range, std::size_t channels, std::size_t inner) {
    std::size_t const n = size_of(range);
    if (n == 0) return 0;
    if (channels == 0 || inner == 0 || n % channels != 0 || n / channels % inner != 0)
        refuse_channels(name, n, channels, inner);
    return n / channels / inner;
}

} // namespace detail

/// out = prelu(in) with the slope of each element's channel: the bits of prelu{slope}(x).
template <class T, class Arch = xsimd::default_arch, std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES>
void prelu_transform(T const* in, T* out, T const* slopes, std::size_t outer, std::size_t channels,
                     std::size_t inner) noexcept {
    detail::require_lane<T>();
    assert(detail::equal_or_disjoint(in, out, outer * channels * inner));
    if (channels == 1) inner *= outer, outer = inner != 0;
    for (std::size_t o = 0; o < outer; ++o) {
        if (inner == 1) {
            detail::loop<Arch, prelu, 0, T>(
                channels, [](auto const& x, auto const& slope) XACT_INLINE_LAMBDA { return kernel::leaky(x, slope); },
                detail::one_output<T>{out}, in, slopes);
            in += channels, out += channels;
        } else
            for (std::size_t c = 0; c < channels; ++c, in += inner, out += inner) {
                T const slope = simd::load_element(slopes + c);
                detail::loop<Arch, prelu, NonTemporal, T>(
                    inner, [&](auto const& x) XACT_INLINE_LAMBDA { return kernel::leaky(x, slope); },
                    detail::one_output<T>{out}, in);
            }
    }
}

/// grad_in = grad_out * prelu'(in), and grad_slopes[c] += sum of grad_out * d prelu(in)/d slope over channel c, in one
/// pass; `in` is what the forward pass was given. grad_slopes shares memory with no other range.
///
/// The sum is reproducible: element i of every row (the inner elements of one outer index) goes to accumulator i mod 16
/// of its channel, row after row, in double; the 16 are added from the first to the last, the result to grad_slopes[c],
/// and that is rounded to T. For float the products are exact, so all machines give the same bits; for double they are
/// fused with the additions where the architecture can. For inner = 1 this is the plain sum in the order of memory.
template <class T, class Arch = xsimd::default_arch>
void prelu_backward(T const* in, T const* grad_out, T const* slopes, T* grad_in, T* grad_slopes, std::size_t outer,
                    std::size_t channels, std::size_t inner) noexcept {
    detail::require_lane<T>();
    std::size_t const n = outer * channels * inner;
    assert(detail::equal_or_disjoint(in, grad_in, n) && detail::equal_or_disjoint(grad_out, grad_in, n));
    static_cast<void>(n);
    constexpr std::size_t block = detail::partial_sums;
    using elements = detail::sum_block<T, Arch>;
    if (inner == 1) {
        // Channels side by side in the lanes; each lane is accumulator 0 of its channel.
        for (std::size_t first = 0; first < channels; first += block) {
            std::size_t const count = channels - first < block ? channels - first : block;
            T slope[block] = {};
            simd::copy_elements(slope, slopes + first, count);
            auto const a = simd::load<elements>(slope);
            detail::sums<Arch> all(0.0);
            for (std::size_t o = 0; o < outer; ++o) {
                std::size_t const at = o * channels + first;
                if (count == block)
                    detail::prelu_block<Arch>(in + at, grad_out + at, grad_in + at, a, all);
                else
                    detail::prelu_block<Arch>(in + at, grad_out + at, grad_in + at, a, all, count);
            }
            double sum[block];
            simd::store(sum, all);
            for (std::size_t i = 0; i < count; ++i) detail::add_to(grad_slopes + first + i, sum[i]);
        }
        return;
    }
    for (std::size_t c = 0; c < channels; ++c) {
        elements const a(simd::load_element(slopes + c));
        detail::sums<Arch> all(0.0);
        for (std::size_t o = 0; o < outer; ++o) {
            std::size_t const at = (o * channels + c) * inner;
            std::size_t i = 0;
            for (; i + block <= inner; i += block)
                detail::prelu_block<Arch>(in + at + i, grad_out + at + i, grad_in + at + i, a, all);
            if (i != inner)
                detail::prelu_block<Arch>(in + at + i, grad_out + at + i, grad_in + at + i, a, all, inner - i);
        }
        double parts[block];
        simd::store(parts, all);
        double sum = 0.0;
        for (double const part : parts) sum = simd::detail::sum(sum, part);
        detail::add_to(grad_slopes + c, sum);
    }
}

/// For ranges: prelu_transform(in, out, slopes) has the channels last, prelu_transform(in, out, slopes, height * width)
/// has them first.
template <class In, class Out, class Slopes, class Arch = xsimd::default_arch,
          std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES, class = detail::element_of<In const>,
          class = detail::element_of<Out>, class = detail::element_of<Slopes const>>
void prelu_transform(In const& in, Out&& out, Slopes const& slopes, std::size_t inner = 1) {
    detail::same_size("the input", in, "the output", out);
    std::size_t const channels = detail::size_of(slopes);
    std::size_t const outer = detail::outer_of("the input", in, channels, inner);
    using T = detail::element_of<Out>;
    prelu_transform<T, Arch, NonTemporal>(std::data(in), std::data(out), std::data(slopes), outer, channels, inner);
}

/// For ranges: prelu_backward(in, grad_out, slopes, grad_in, grad_slopes), with the channels last or, with `inner`,
/// first.
template <class In, class GradOut, class Slopes, class GradIn, class GradSlopes, class Arch = xsimd::default_arch,
          class = detail::element_of<In const>, class = detail::element_of<GradOut const>,
          class = detail::element_of<Slopes const>, class = detail::element_of<GradIn>,
          class = detail::element_of<GradSlopes>>
void prelu_backward(In const& in, GradOut const& grad_out, Slopes const& slopes, GradIn&& grad_in,
                    GradSlopes&& grad_slopes, std::size_t inner = 1) {
    detail::same_size("the input", in, "grad_out", grad_out);
    detail::same_size("the input", in, "grad_in", grad_in);
    std::size_t const channels = detail::same_size("the range of slopes", slopes, "grad_slopes", grad_slopes);
    std::size_t const outer = detail::outer_of("the input", in, channels, inner);
    using T = detail::element_of<GradIn>;
    prelu_backward<T, Arch>(std::data(in), std::data(grad_out), std::data(slopes), std::data(grad_in),
                            std::data(grad_slopes), outer, channels, inner);
}

} // namespace xact

#endif
