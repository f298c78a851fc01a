#ifndef XACT_TRANSFORM_HPP
#define XACT_TRANSFORM_HPP

#include <xact/derivative_of.hpp>
#include <xact/error.hpp>

#include <cassert>
#include <cstdint>
#include <functional>

/// From how many bytes on an output that is not an input is written past the caches (0: never), by functions that may
/// be faster than memory. 32 MiB is what leaves no line of such an output in a last-level cache of that size: measured
/// there (Zen 4), relu gains from 12 MiB on, and from 24 MiB on even when the output is read right afterwards. The
/// value stands in the symbols of the range functions, so that files compiled with different ones can be linked
/// together.
#if !defined(XACT_NON_TEMPORAL_BYTES)
#define XACT_NON_TEMPORAL_BYTES 33554432
#endif

namespace xact {

namespace detail {

inline constexpr std::size_t cache_line = 64, nowhere = static_cast<std::size_t>(-1);

/// True where the arithmetic may take less time than the memory, so that writing past the caches can pay.
template <class Activation, class T, std::size_t Outputs>
inline constexpr bool outruns_memory = is_short<Activation> || (std::is_same_v<T, float> && Outputs == 1);

/// The first index at which a cache line begins in `to`.
template <class T> XACT_INLINE std::size_t first_line(T const* to) {
    auto const beyond = reinterpret_cast<std::uintptr_t>(to) % cache_line;
    return beyond % sizeof(T) != 0 ? nowhere : (cache_line - beyond) % cache_line / sizeof(T);
}

/// Writes past the caches or not; `past_caches` is a bool, or std::false_type where that is known.
template <class T, std::size_t N, class Arch, class Bool>
XACT_INLINE void put(T* to, simd::pack<T, N, Arch> const& y, Bool past_caches) {
    if constexpr (!std::is_same_v<Bool, std::false_type>)
        if (past_caches) return simd::stream(to, y);
    simd::store(to, y);
}

template <class F, std::size_t... I> XACT_INLINE void one_by_one(F const& f, std::index_sequence<I...>) {
    (f(std::integral_constant<std::size_t, I>{}), ...);
}
/// f(0), f(1), ..., N of them, of constants.
template <std::size_t N, class F> XACT_INLINE void one_by_one(F const& f) {
    one_by_one(f, std::make_index_sequence<N>{});
}

/// Keeps gcc from knowing which object p points into: not knowing its length as well, gcc 12 warns of loads that the
/// length excludes.
template <class T> XACT_INLINE T* into_any_object(T* p) {
#if defined(__GNUC__) && !defined(__clang__)
    asm("" : "+r"(p));
#endif
    return p;
}

/// The one loop over memory. `step` takes a pack of each input and returns the packs of the outputs, as a
/// value_with_derivative or one pack. It sees several registers at a time, then one, then one that is
/// partly filled; as lanes are independent, each element gets the same bits wherever it falls.
template <class Arch, class Activation, std::size_t NonTemporal, class T, class Step, class Out, class... In>
XACT_INLINE void loop(std::size_t n, Step const& step, Out const& out, In const*... in) {
    constexpr std::size_t width = xsimd::batch<T, Arch>::size, stride = registers<Activation, T, Arch> * width;
    using many = simd::pack<T, registers<Activation, T, Arch>, Arch>;
    using one = simd::pack<T, 1, Arch>;
    std::size_t i = 0;
    auto const run = [&](std::size_t end, auto past_caches) XACT_INLINE_LAMBDA {
        for (; i < end; i += stride) {
            if constexpr (is_stored_at_once<Activation>)
                one_by_one<stride / width>([&](auto k) XACT_INLINE_LAMBDA {
                    std::size_t const at = i + k * width;
                    out.all(at, step(simd::load<one>(in + at)...), past_caches);
                });
            else
                out.all(i, step(simd::load<many>(in + i)...), past_caches);
        }
    };
    // With mask registers a partly filled register costs no more than a whole one, and two at once less than one by
    // one.
    constexpr bool in_pairs = simd::is_avx512<Arch> && !is_long<Activation> && !is_short<Activation>;
    // Instead of three registers and one, two and two.
    std::size_t const rest = n % stride,
                      whole = n - rest -
                              (in_pairs && stride == 3 * width && 0 < rest && rest <= width && n > stride ? stride : 0);
    if (in_pairs && n <= 2 * width) {
        // Nothing for the loop over many.
    } else if constexpr (NonTemporal == 0 || !simd::is_x86<Arch> || !outruns_memory<Activation, T, Out::outputs>)
        run(whole, std::false_type{});
    else {
        // What stands before the first whole line is written by ordinary stores of whole packs; what they cover
        // beyond it is computed and written again.
        constexpr std::size_t wanted = NonTemporal / sizeof(T) + (NonTemporal % sizeof(T) != 0);
        constexpr std::size_t possible = cache_line / sizeof(T) + stride;
        bool const streamed = n >= (wanted > possible ? wanted : possible) && out.is_apart(in...);
        std::size_t const lines = streamed ? out.lines() : nowhere;
        if constexpr (is_short<Activation>) {
            if (lines != nowhere) {
                run(lines, std::false_type{});
                i = lines;
                run(n - (n - i) % stride, std::true_type{});
                simd::stream_fence<Arch>();
            } else
                run(whole, std::false_type{});
        } else {
            // A branch for each step instead of three copies of a long kernel.
            bool past_caches = false;
            for (std::size_t end = lines == nowhere ? whole : lines;; end = n - (n - i) % stride) {
                run(end, past_caches);
                if (past_caches == (lines != nowhere)) break;
                i = lines, past_caches = true;
            }
            if (past_caches) simd::stream_fence<Arch>();
        }
    }
    if constexpr (is_long<Activation>) { // whole and partly filled registers through one copy of the function
        while (i < n) {
            std::size_t const count = n - i < width ? n - i : width;
            auto const x = [&](T const* from) XACT_INLINE_LAMBDA {
                return count == width ? simd::load<one>(from) : simd::load_some<T, Arch>(from, count);
            };
            auto const y = step(x(in + i)...);
            if (count == width)
                out.all(i, y, std::false_type{});
            else
                out.some(i, count, y);
            i += count;
        }
        return;
    }
    if constexpr (in_pairs) {
        while (n - i > width) {
            std::size_t const left = n - i - width, count = left < width ? left : width;
            out.some(i, count, step(simd::load_pair<T, Arch>(in + i, count)...));
            i += width + count;
        }
    } else if (n >= width) {
        // Without mask registers, a partly filled vector costs more than a whole one that goes back over what is done.
        bool const may_overlap = !simd::is_avx512<Arch> && out.is_apart(in...);
        while (i < n) {
            if (i > n - width) {
                if (!may_overlap) break;
                i = n - width;
            }
            out.all(i, step(simd::load<one>(in + i)...), std::false_type{});
            i += width;
        }
    }
    if (i != n) out.some(i, n - i, step(simd::load_some<T, Arch>(in + i, n - i)...));
}

template <class T> struct one_output {
    static constexpr std::size_t outputs = 1;
    T* to;

    /// True if the output is not an input: elements can then be computed and written again.
    template <class... In> XACT_INLINE bool is_apart(In const*... in) const { return ((in != to) && ...); }
    /// Where the whole cache lines begin.
    XACT_INLINE std::size_t lines() const { return first_line(to); }

    template <class Pack, class Bool> XACT_INLINE void all(std::size_t i, Pack const& y, Bool past_caches) const {
        put(to + i, y, past_caches);
    }
    template <class Pack> XACT_INLINE void some(std::size_t i, std::size_t count, Pack const& y) const {
        simd::store_some(to + i, y, count);
    }
};

template <class T> struct two_outputs {
    static constexpr std::size_t outputs = 2;
    T *value, *derivative;

    template <class... In> XACT_INLINE bool is_apart(In const*... in) const {
        return ((in != value && in != derivative) && ...);
    }
    /// Where the whole cache lines of both begin, if they begin together.
    XACT_INLINE std::size_t lines() const {
        return first_line(value) == first_line(derivative) ? first_line(value) : nowhere;
    }

    template <class Both, class Bool> XACT_INLINE void all(std::size_t i, Both const& y, Bool past_caches) const {
        put(value + i, y.value, past_caches);
        put(derivative + i, y.derivative, past_caches);
    }
    template <class Both> XACT_INLINE void some(std::size_t i, std::size_t count, Both const& y) const {
        simd::store_some(value + i, y.value, count);
        simd::store_some(derivative + i, y.derivative, count);
    }
};

/// A copy of the function, where it is one of numbers: to the compiler, a store to an output could change the original.
template <class Activation>
using local = std::conditional_t<std::is_trivially_copyable_v<Activation> && sizeof(Activation) <= 64, Activation,
                                 Activation const&>;

// What range functions ask of their arguments, said here in a line instead of by errors inside the loop: by classes, as
// those are instantiated before what follows. The functions of activations are declared for all types, so that asking
// instantiates none of them.

template <class T> struct lane {
    static_assert(is_lane<T>, "xact: the ranges hold float or double elements (and the output ranges are not const)");
    using type = T;
};
template <class T> XACT_INLINE constexpr void require_lane() { static_cast<void>(sizeof(lane<T>)); }

template <class F, class X> struct called {
    static_assert(std::is_invocable_v<F const&, X const&>,
                  "xact: transform calls its last argument with whole registers: give it an activation (xact::tanh{}), "
                  "or xact::function{...} of a generic lambda over xsimd::batch");
    using type = F;
};

template <class F, class X, class = void> inline constexpr bool has_derivative = false;
template <class F, class X>
inline constexpr bool
    has_derivative<F, X, std::void_t<decltype(std::declval<F const&>().derivative(std::declval<X const&>()))>> = true;

template <class F, class X, class = void> inline constexpr bool has_both = false;
template <class F, class X>
inline constexpr bool
    has_both<F, X, std::void_t<decltype(std::declval<F const&>().value_and_derivative(std::declval<X const&>()))>> =
        true;

template <class F, bool HasDerivative> struct differentiated {
    static_assert(HasDerivative, "xact: the last argument has no derivative: give an activation (xact::tanh{}), or "
                                 "xact::function{...} with a derivative after the value");
    using type = F;
};

/// Equal ranges are served; ranges that share only a part are not.
template <class T> XACT_INLINE bool equal_or_disjoint(T const* a, T const* b, std::size_t n) noexcept {
    std::less_equal<T const*> const at_or_before;
    return a == b || n == 0 || at_or_before(a + n, b) || at_or_before(b + n, a);
}

template <class Range> using element_of = std::remove_pointer_t<decltype(std::data(std::declval<Range&>()))>;

template <class Range> XACT_INLINE std::size_t size_of(Range const& range) noexcept {
    return static_cast<std::size_t>(std::size(range));
}

template <class Range, class = void> inline constexpr bool is_range = false;
template <class Range>
inline constexpr bool
    is_range<Range, std::void_t<element_of<Range>, decltype(std::size(std::declval<Range const&>()))>> = true;

/// The type of the elements, if it is one.
template <class Output, class... Range> struct elements {
    using type = element_of<Output>;
    static_assert((std::is_same_v<std::remove_const_t<element_of<Range const>>, std::remove_const_t<type>> && ...),
                  "xact: the ranges hold elements of one type, all float or all double");
};

template <class First, class Second>
XACT_INLINE std::size_t same_size(char const* first_name, First const& first, char const* second_name,
                                  Second const& second) {
    if (size_of(first) != size_of(second)) refuse_sizes(first_name, size_of(first), second_name, size_of(second));
    return size_of(first);
}

} // namespace detail

/// \file
/// The range functions. They take pointers and a length, or ranges: anything that std::data and std::size take (vector,
/// array, C array, span, an Eigen vector or plain matrix). In all of them
///
/// - an output may be the very range of an input (in place); ranges that overlap partly are a mistake of the caller,
///   asserted in debug builds;
/// - ranges of different sizes throw std::invalid_argument, naming both sizes, before anything is written;
/// - no byte outside the ranges is read or written; n = 0 with null pointers does nothing;
/// - no alignment is asked for: a T* that points to an odd byte, as into a file in memory, is served on x86 and
/// AArch64;
/// - Arch, a template parameter, is the architecture that the code is made for. It stands in the symbol, so that code
///   for different architectures never merges; leave it at its default, and NonTemporal likewise
///   (XACT_NON_TEMPORAL_BYTES sets it).

/// out[i] = f(in[i]), f an activation, a derivative_of one, or any functor over xsimd-like packs.
template <class T, class Activation, class Arch = xsimd::default_arch,
          std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES>
void transform(T const* in, T* out, std::size_t n, Activation const& f) noexcept {
    using V = simd::pack<typename detail::lane<T>::type, 1, Arch>;
    using F = typename detail::called<Activation, V>::type;
    assert(detail::equal_or_disjoint(in, out, n));
    detail::local<F> const function = f;
    detail::loop<Arch, Activation, NonTemporal, T>(
        n, [&](auto const& x) XACT_INLINE_LAMBDA { return function(x); }, detail::one_output<T>{out},
        detail::into_any_object(in));
}

/// out[i] = f(in[i]) and slope[i] = f'(in[i]) in one pass.
template <class T, class Activation, class Arch = xsimd::default_arch,
          std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES>
void transform(T const* in, T* out, T* slope, std::size_t n, Activation const& f) noexcept {
    using V = simd::pack<typename detail::lane<T>::type, 1, Arch>;
    using F = typename detail::differentiated<Activation, detail::has_both<Activation, V>>::type;
    assert(detail::equal_or_disjoint(in, out, n) && detail::equal_or_disjoint(in, slope, n));
    assert((n == 0 || out != slope) && detail::equal_or_disjoint(out, slope, n));
    detail::local<F> const function = f;
    if constexpr (detail::in_two_passes<Activation, T, Arch>) {
        // Block by block, while the input is in the first cache; an output that is the input comes last.
        constexpr std::size_t stride = detail::registers<Activation, T, Arch> * xsimd::batch<T, Arch>::size;
        constexpr std::size_t block = 1024 / stride * stride;
        auto const pass = [&](T* to, std::size_t i, std::size_t count, auto const& step) XACT_INLINE_LAMBDA {
            detail::loop<Arch, Activation, 0, T>(count, step, detail::one_output<T>{to + i}, in + i);
        };
        auto const value = [&](auto const& x) XACT_INLINE_LAMBDA { return function(x); };
        auto const derivative = [&](auto const& x) XACT_INLINE_LAMBDA { return function.derivative(x); };
        for (std::size_t i = 0; i < n; i += block) {
            std::size_t const count = n - i < block ? n - i : block;
            if (out != in) pass(out, i, count, value);
            pass(slope, i, count, derivative);
            if (out == in) pass(out, i, count, value);
        }
    } else
        detail::loop<Arch, Activation, NonTemporal, T>(
            n, [&](auto const& x) XACT_INLINE_LAMBDA { return function.value_and_derivative(x); },
            detail::two_outputs<T>{out, slope}, detail::into_any_object(in));
}

/// grad_in[i] = grad_out[i] * f'(in[i]) in one pass; `in` is what the forward pass was given.
template <class T, class Activation, class Arch = xsimd::default_arch,
          std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES>
void backward(T const* in, T const* grad_out, T* grad_in, std::size_t n, Activation const& f) noexcept {
    using V = simd::pack<typename detail::lane<T>::type, 1, Arch>;
    using F = typename detail::differentiated<Activation, detail::has_derivative<Activation, V>>::type;
    assert(detail::equal_or_disjoint(in, grad_in, n) && detail::equal_or_disjoint(grad_out, grad_in, n));
    detail::local<F> const function = f;
    detail::loop<Arch, derivative_of<Activation>, NonTemporal, T>(
        n, [&](auto const& x, auto const& g) XACT_INLINE_LAMBDA { return g * function.derivative(x); },
        detail::one_output<T>{grad_in}, detail::into_any_object(in), detail::into_any_object(grad_out));
}

/// grad_in[i] = grad_out[i] * f'(x) from out[i] = f(x): what the forward pass gave. Cheaper, and less accurate
/// where f saturates (elementwise::derivative_from_output).
template <class T, class Activation, class Arch = xsimd::default_arch,
          std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES>
void backward_from_output(T const* out, T const* grad_out, T* grad_in, std::size_t n, Activation const& f) noexcept {
    detail::require_lane<T>();
    assert(detail::equal_or_disjoint(out, grad_in, n) && detail::equal_or_disjoint(grad_out, grad_in, n));
    detail::local<Activation> const function = f;
    detail::loop<Arch, Activation, NonTemporal, T>(
        n, [&](auto const& y, auto const& g) XACT_INLINE_LAMBDA { return g * function.derivative_from_output(y); },
        detail::one_output<T>{grad_in}, detail::into_any_object(out), detail::into_any_object(grad_out));
}

/// out[i] = f(in[i]), for ranges.
template <class In, class Out, class Activation, class Arch = xsimd::default_arch,
          std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES>
void transform(In const& in, Out&& out, Activation const& f) {
    constexpr bool ranges = detail::is_range<In const> && detail::is_range<Out>;
    if constexpr (ranges) {
        std::size_t const n = detail::same_size("the input", in, "the output", out);
        using T = typename detail::elements<Out, In>::type;
        transform<T, Activation, Arch, NonTemporal>(std::data(in), std::data(out), n, f);
    } else
        static_assert(ranges,
                      "xact: transform takes ranges that lie in one piece, with std::data and std::size (vector, "
                      "array, span), or pointers and a length");
}

/// out[i] = f(in[i]) and slope[i] = f'(in[i]) in one pass, for ranges.
template <class In, class Out, class Slope, class Activation, class Arch = xsimd::default_arch,
          std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES, class = detail::element_of<In const>,
          class = detail::element_of<Out>, class = detail::element_of<Slope>>
void transform(In const& in, Out&& out, Slope&& slope, Activation const& f) {
    std::size_t const n = detail::same_size("the input", in, "the output", out);
    detail::same_size("the input", in, "the range for the derivative", slope);
    using T = typename detail::elements<Out, In, Slope>::type;
    transform<T, Activation, Arch, NonTemporal>(std::data(in), std::data(out), std::data(slope), n, f);
}

/// grad_in[i] = grad_out[i] * f'(in[i]) in one pass, for ranges.
template <class In, class GradOut, class GradIn, class Activation, class Arch = xsimd::default_arch,
          std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES, class = detail::element_of<In const>,
          class = detail::element_of<GradOut const>, class = detail::element_of<GradIn>>
void backward(In const& in, GradOut const& grad_out, GradIn&& grad_in, Activation const& f) {
    std::size_t const n = detail::same_size("the input", in, "grad_out", grad_out);
    detail::same_size("the input", in, "grad_in", grad_in);
    using T = typename detail::elements<GradIn, In, GradOut>::type;
    backward<T, Activation, Arch, NonTemporal>(std::data(in), std::data(grad_out), std::data(grad_in), n, f);
}

/// grad_in[i] = grad_out[i] * f'(x) from out[i] = f(x), for ranges.
template <class Out, class GradOut, class GradIn, class Activation, class Arch = xsimd::default_arch,
          std::size_t NonTemporal = XACT_NON_TEMPORAL_BYTES, class = detail::element_of<Out const>,
          class = detail::element_of<GradOut const>, class = detail::element_of<GradIn>>
void backward_from_output(Out const& out, GradOut const& grad_out, GradIn&& grad_in, Activation const& f) {
    std::size_t const n = detail::same_size("the output", out, "grad_out", grad_out);
    detail::same_size("the output", out, "grad_in", grad_in);
    using T = typename detail::elements<GradIn, Out, GradOut>::type;
    backward_from_output<T, Activation, Arch, NonTemporal>(std::data(out), std::data(grad_out), std::data(grad_in), n,
                                                           f);
}

} // namespace xact

#endif
