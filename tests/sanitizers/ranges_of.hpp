#ifndef XACT_TESTS_SANITIZERS_RANGES_OF_HPP
#define XACT_TESTS_SANITIZERS_RANGES_OF_HPP

#include "drive.hpp"

#include <xact/transform.hpp>

namespace sanitizers {

/// The range functions of an activation whose address can be taken. NonTemporal as for transform.
template <class T, class F, std::size_t NonTemporal> struct calls {
    using arch = xsimd::default_arch;
    using slope = xact::derivative_of<F>;

    static void value(T const* in, T* out, std::size_t n) { xact::transform<T, F, arch, NonTemporal>(in, out, n, F{}); }
    static void derivative(T const* in, T* out, std::size_t n) {
        xact::transform<T, slope, arch, NonTemporal>(in, out, n, slope{});
    }
    static void second_derivative(T const* in, T* out, std::size_t n) {
        using curvature = xact::derivative_of<slope>;
        xact::transform<T, curvature, arch, NonTemporal>(in, out, n, curvature{});
    }
    static void both(T const* in, T* out, T* derivative, std::size_t n) {
        xact::transform<T, F, arch, NonTemporal>(in, out, derivative, n, F{});
    }
    static void backward(T const* in, T const* grad_out, T* grad_in, std::size_t n) {
        xact::backward<T, F, arch, NonTemporal>(in, grad_out, grad_in, n, F{});
    }
    static void backward_from_output(T const* out, T const* grad_out, T* grad_in, std::size_t n) {
        xact::backward_from_output<T, F, arch, NonTemporal>(out, grad_out, grad_in, n, F{});
    }
};

/// All of them.
template <class T, class F, std::size_t NonTemporal = 0> void drive_all(char const* name) {
    using c = calls<T, F, NonTemporal>;
    drive<T>({name,
              xsimd::batch<T>::size,
              {c::value, c::derivative, c::second_derivative},
              c::both,
              c::backward,
              c::backward_from_output});
}

/// The value alone: each kernel costs a sanitizing compiler seconds.
template <class T, class F> void drive_value(char const* name) {
    drive<T>({name, xsimd::batch<T>::size, {calls<T, F, 0>::value, nullptr, nullptr}, nullptr, nullptr, nullptr});
}

} // namespace sanitizers

#endif
