#ifndef XACT_TRANSFORM_HPP
#define XACT_TRANSFORM_HPP

#include <xact/elementwise.hpp>
#include <xact/error.hpp>

#include <cassert>
#include <functional>

namespace xact {

namespace detail {

/// How many registers the main loop takes at once: as many as leave the kernels their constants.
template <class Arch> inline constexpr std::size_t interleaved = simd::is_avx512<Arch> || simd::is_neon64<Arch> ? 4 : 2;

/// The one loop over memory. `step` takes a pack of each input and returns the packs of the outputs, as a
/// value_with_derivative or one pack. It sees 4 (or 2) registers at a time, then one, then one that is
/// partly filled; as lanes are independent, each element gets the same bits wherever it falls.
template <class Arch, class T, class Step, class Out, class... In>
XACT_INLINE void loop(std::size_t n, Step const& step, Out const& out, In const*... in) {
    constexpr std::size_t width = xsimd::batch<T, Arch>::size;
    constexpr std::size_t registers = interleaved<Arch>;
    using many = simd::pack<T, registers, Arch>;
    using one = simd::pack<T, 1, Arch>;
    std::size_t const many_end = n - n % (registers * width), one_end = n - n % width;
    std::size_t i = 0;
    for (; i < many_end; i += registers * width) out.all(i, step(simd::load<many>(in + i)...));
    for (; i < one_end; i += width) out.all(i, step(simd::load<one>(in + i)...));
    if (i != n) out.some(i, n - i, step(simd::load_some<T, Arch>(in + i, n - i)...));
}

template <class T> struct one_output {
    T* to;

    template <class Pack> XACT_INLINE void all(std::size_t i, Pack const& y) const { simd::store(to + i, y); }
    template <class Pack> XACT_INLINE void some(std::size_t i, std::size_t count, Pack const& y) const {
        simd::store_some(to + i, y, count);
    }
};

template <class T> struct two_outputs {
    T *value, *derivative;

    template <class Both> XACT_INLINE void all(std::size_t i, Both const& y) const {
        simd::store(value + i, y.value);
        simd::store(derivative + i, y.derivative);
    }
    template <class Both> XACT_INLINE void some(std::size_t i, std::size_t count, Both const& y) const {
        simd::store_some(value + i, y.value, count);
        simd::store_some(derivative + i, y.derivative, count);
    }
};

template <class T> XACT_INLINE constexpr void require_lane() {
    static_assert(is_lane<T>, "xact: the ranges hold float or double elements (and the output ranges are not const)");
}

/// Equal ranges are served; ranges that share only a part are not.
template <class T> XACT_INLINE bool equal_or_disjoint(T const* a, T const* b, std::size_t n) noexcept {
    std::less_equal<T const*> const at_or_before;
    return a == b || n == 0 || at_or_before(a + n, b) || at_or_before(b + n, a);
}

template <class Range> using element_of = std::remove_pointer_t<decltype(std::data(std::declval<Range&>()))>;

template <class Range> XACT_INLINE std::size_t size_of(Range const& range) noexcept {
    return static_cast<std::size_t>(std::size(range));
}

template <class First, class Second>
XACT_INLINE std::size_t same_size(char const* first_name, First const& first, char const* second_name,
                                  Second const& second) {
    if (size_of(first) != size_of(second)) refuse_sizes(first_name, size_of(first), second_name, size_of(second));
    return size_of(first);
}

} // namespace detail

// The range functions. They take pointers and a length, or ranges: anything that std::data and std::size take (vector,
// array, C array, span, an Eigen vector or plain matrix). In all of them
//   - an output may be the very range of an input (in place); ranges that overlap partly are a mistake of the
//     caller, asserted in debug builds;
//   - ranges of different sizes throw std::invalid_argument, naming both sizes, before anything is written;
//   - no byte outside the ranges is read or written; n = 0 with null pointers does nothing;
//   - Arch, the last template parameter, is the architecture that the code is made for. It stands in the
//     symbol, so that code for different architectures never merges; leave it at its default.

/// out[i] = f(in[i]), f an activation, a derivative_of one, or any functor over xsimd-like packs.
template <class T, class Activation, class Arch = xsimd::default_arch>
void transform(T const* in, T* out, std::size_t n, Activation const& f) noexcept {
    detail::require_lane<T>();
    assert(detail::equal_or_disjoint(in, out, n));
    detail::loop<Arch, T>(
        n, [&](auto const& x) XACT_INLINE_LAMBDA { return f(x); }, detail::one_output<T>{out}, in);
}

/// out[i] = f(in[i]) and slope[i] = f'(in[i]) in one pass.
template <class T, class Activation, class Arch = xsimd::default_arch>
void transform(T const* in, T* out, T* slope, std::size_t n, Activation const& f) noexcept {
    detail::require_lane<T>();
    assert(detail::equal_or_disjoint(in, out, n) && detail::equal_or_disjoint(in, slope, n));
    assert((n == 0 || out != slope) && detail::equal_or_disjoint(out, slope, n));
    detail::loop<Arch, T>(
        n, [&](auto const& x) XACT_INLINE_LAMBDA { return f.value_and_derivative(x); },
        detail::two_outputs<T>{out, slope}, in);
}

/// grad_in[i] = grad_out[i] * f'(in[i]) in one pass; `in` is what the forward pass was given.
template <class T, class Activation, class Arch = xsimd::default_arch>
void backward(T const* in, T const* grad_out, T* grad_in, std::size_t n, Activation const& f) noexcept {
    detail::require_lane<T>();
    assert(detail::equal_or_disjoint(in, grad_in, n) && detail::equal_or_disjoint(grad_out, grad_in, n));
    detail::loop<Arch, T>(
        n, [&](auto const& x, auto const& g) XACT_INLINE_LAMBDA { return g * f.derivative(x); },
        detail::one_output<T>{grad_in}, in, grad_out);
}

/// grad_in[i] = grad_out[i] * f'(x) from out[i] = f(x): what the forward pass gave. Cheaper, and less accurate
/// where f saturates (elementwise::derivative_from_output).
template <class T, class Activation, class Arch = xsimd::default_arch>
void backward_from_output(T const* out, T const* grad_out, T* grad_in, std::size_t n, Activation const& f) noexcept {
    detail::require_lane<T>();
    assert(detail::equal_or_disjoint(out, grad_in, n) && detail::equal_or_disjoint(grad_out, grad_in, n));
    detail::loop<Arch, T>(
        n, [&](auto const& y, auto const& g) XACT_INLINE_LAMBDA { return g * f.derivative_from_output(y); },
        detail::one_output<T>{grad_in}, out, grad_out);
}

template <class In, class Out, class Activation, class Arch = xsimd::default_arch, class = detail::element_of<In const>,
          class = detail::element_of<Out>>
void transform(In const& in, Out&& out, Activation const& f) {
    std::size_t const n = detail::same_size("the input", in, "the output", out);
    using T = detail::element_of<Out>;
    transform<T, Activation, Arch>(std::data(in), std::data(out), n, f);
}

template <class In, class Out, class Slope, class Activation, class Arch = xsimd::default_arch,
          class = detail::element_of<In const>, class = detail::element_of<Out>, class = detail::element_of<Slope>>
void transform(In const& in, Out&& out, Slope&& slope, Activation const& f) {
    std::size_t const n = detail::same_size("the input", in, "the output", out);
    detail::same_size("the input", in, "the range for the derivative", slope);
    using T = detail::element_of<Out>;
    transform<T, Activation, Arch>(std::data(in), std::data(out), std::data(slope), n, f);
}

template <class In, class GradOut, class GradIn, class Activation, class Arch = xsimd::default_arch,
          class = detail::element_of<In const>, class = detail::element_of<GradOut const>,
          class = detail::element_of<GradIn>>
void backward(In const& in, GradOut const& grad_out, GradIn&& grad_in, Activation const& f) {
    std::size_t const n = detail::same_size("the input", in, "grad_out", grad_out);
    detail::same_size("the input", in, "grad_in", grad_in);
    using T = detail::element_of<GradIn>;
    backward<T, Activation, Arch>(std::data(in), std::data(grad_out), std::data(grad_in), n, f);
}

template <class Out, class GradOut, class GradIn, class Activation, class Arch = xsimd::default_arch,
          class = detail::element_of<Out const>, class = detail::element_of<GradOut const>,
          class = detail::element_of<GradIn>>
void backward_from_output(Out const& out, GradOut const& grad_out, GradIn&& grad_in, Activation const& f) {
    std::size_t const n = detail::same_size("the output", out, "grad_out", grad_out);
    detail::same_size("the output", out, "grad_in", grad_in);
    using T = detail::element_of<GradIn>;
    backward_from_output<T, Activation, Arch>(std::data(out), std::data(grad_out), std::data(grad_in), n, f);
}

} // namespace xact

#endif
