#ifndef XACT_TESTS_LINT_CALLS_HPP
#define XACT_TESTS_LINT_CALLS_HPP

// What makes clang-tidy see the headers as a program instantiates them. Nothing here is linked or run.

#include <xact/transform.hpp>

#include <cstddef>

namespace lint {

/// An activation of scalars, batches and ranges.
template <class Activation, class T> void call(T* x, std::size_t n) {
    Activation const f{};
    auto const [value, derivative] = f.value_and_derivative(*x);
    *x = f(*x) + value + f.derivative(*x) + derivative + f.second_derivative(*x);
    f(xsimd::batch<T>::load_unaligned(x)).store_unaligned(x);
    if constexpr (Activation::has_derivative_from_output()) *x = f.derivative_from_output(*x);
    xact::transform(x, x, n, f);
    xact::transform(x, x, x + n, n, f);
    xact::backward(x, x + n, x, n, f);
}

/// Its three tiers, which may be one type.
template <class Precise, class Exact, class Fast> void call_tiers(float* x, double* y, std::size_t n) {
    call<Precise>(x, n);
    call<Precise>(y, n);
    call<Exact>(x, n);
    call<Fast>(x, n);
}

} // namespace lint

#endif
