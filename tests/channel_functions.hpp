#ifndef XACT_TESTS_CHANNEL_FUNCTIONS_HPP
#define XACT_TESTS_CHANNEL_FUNCTIONS_HPP

// The functions of slopes per channel and of random slopes, for float and double, as channel_functions.cpp is compiled:
// its flags need not be those of the checks.

#include <cstddef>
#include <random>

namespace compiled {

template <class T> std::size_t lanes();

/// One element.
template <class T> void prelu(double slope, T const* in, T* out);

template <class T>
void prelu_transform(T const* in, T* out, T const* slopes, std::size_t outer, std::size_t channels, std::size_t inner);

template <class T>
void prelu_backward(T const* in, T const* grad_out, T const* slopes, T* grad_in, T* grad_slopes, std::size_t outer,
                    std::size_t channels, std::size_t inner);

template <class T>
void rrelu_transform(T const* in, T* out, T* slopes, std::size_t n, double lower, double upper,
                     std::mt19937& generator);

} // namespace compiled

#endif
