#ifndef XACT_ERROR_HPP
#define XACT_ERROR_HPP

#include <xact/simd/config.hpp>

#if defined(__cpp_exceptions)
#include <stdexcept>
#include <string>
#else
#include <cstdio>
#include <cstdlib>
#endif

#include <cstddef>
#include <limits>

namespace xact::detail {

/// Parameters are held as double and used in the type of x: what float cannot hold is refused.
XACT_INLINE constexpr bool is_finite_as_float(double parameter) {
    constexpr double largest = std::numeric_limits<float>::max();
#if XACT_FAST_MATH // to the compiler, no comparison is one with NaN
    constexpr auto magnitude_bits = std::numeric_limits<std::uint64_t>::max() >> 1;
    return (__builtin_bit_cast(std::uint64_t, parameter) & magnitude_bits) <=
           __builtin_bit_cast(std::uint64_t, largest);
#else
    return parameter >= -largest && parameter <= largest;
#endif
}

/// Positive, finite as a float, and no subnormal of float, whose inverse need not be finite.
XACT_INLINE constexpr bool is_positive_float(double parameter) {
    constexpr double least = std::numeric_limits<float>::min();
    return is_finite_as_float(parameter) && parameter >= least;
}

// Functions of their own, so that the checks before the loops stay one comparison each. Arch stands in their symbols
// because string code is compiled to wide moves where the instruction set has them.
template <class Arch = xsimd::default_arch> [[noreturn]] void refuse(char const* message) {
#if defined(__cpp_exceptions)
    throw std::invalid_argument(message);
#else
    std::fprintf(stderr, "%s\n", message);
    std::abort();
#endif
}

/// The parameter, if it is_positive_float.
XACT_INLINE constexpr double positive_float(double parameter, char const* message) {
    if (!is_positive_float(parameter)) refuse(message);
    return parameter;
}

template <class Arch = xsimd::default_arch>
[[noreturn]] void refuse_sizes(char const* first, std::size_t first_size, char const* second, std::size_t second_size) {
#if defined(__cpp_exceptions)
    throw std::invalid_argument("xact: " + std::string(first) + " has " + std::to_string(first_size) +
                                " elements, but " + second + " has " + std::to_string(second_size));
#else
    std::fprintf(stderr, "xact: %s has %zu elements, but %s has %zu\n", first, first_size, second, second_size);
    std::abort();
#endif
}

template <class Arch = xsimd::default_arch>
[[noreturn]] void refuse_channels(char const* range, std::size_t size, std::size_t channels, std::size_t inner) {
#if defined(__cpp_exceptions)
    throw std::invalid_argument("xact: " + std::string(range) + " has " + std::to_string(size) +
                                " elements, no multiple of " + std::to_string(channels) + " channels of " +
                                std::to_string(inner));
#else
    std::fprintf(stderr, "xact: %s has %zu elements, no multiple of %zu channels of %zu\n", range, size, channels,
                 inner);
    std::abort();
#endif
}

} // namespace xact::detail

#endif
