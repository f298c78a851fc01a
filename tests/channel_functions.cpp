#include "channel_functions.hpp"

#include <xact/activation/rrelu.hpp>
#include <xact/channelwise.hpp>

namespace compiled {

template <class T> std::size_t lanes() { return xsimd::batch<T>::size; }

template <class T> void prelu(double slope, T const* in, T* out) { xact::transform(in, out, 1, xact::prelu{slope}); }

template <class T>
void prelu_transform(T const* in, T* out, T const* slopes, std::size_t outer, std::size_t channels, std::size_t inner) {
    xact::prelu_transform(in, out, slopes, outer, channels, inner);
}

template <class T>
void prelu_backward(T const* in, T const* grad_out, T const* slopes, T* grad_in, T* grad_slopes, std::size_t outer,
                    std::size_t channels, std::size_t inner) {
    xact::prelu_backward(in, grad_out, slopes, grad_in, grad_slopes, outer, channels, inner);
}

template <class T>
void rrelu_transform(T const* in, T* out, T* slopes, std::size_t n, double lower, double upper,
                     std::mt19937& generator) {
    xact::rrelu_transform(in, out, slopes, n, xact::rrelu{lower, upper}, generator);
}

#define COMPILED(T)                                                                                                    \
    template std::size_t lanes<T>();                                                                                   \
    template void prelu(double, T const*, T*);                                                                         \
    template void prelu_transform(T const*, T*, T const*, std::size_t, std::size_t, std::size_t);                      \
    template void prelu_backward(T const*, T const*, T const*, T*, T*, std::size_t, std::size_t, std::size_t);         \
    template void rrelu_transform(T const*, T*, T*, std::size_t, double, double, std::mt19937&)
COMPILED(float);
COMPILED(double);
#undef COMPILED

} // namespace compiled
