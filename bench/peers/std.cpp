#include "../bench.hpp"

#include <algorithm>
#include <cmath>

// The loop that everybody writes first.

namespace {

using bench::arrays;
using bench::variant;

template <class T, class F> void add_loop(char const* function, variant what, F f) {
    bench::add<T>({"std", function, "", what}, [f](arrays<T> const& a) {
        for (std::size_t i = 0; i < a.n; ++i) a.out[i] = f(a.in[i], a.grad_out[i]);
    });
}

template <class T> T sigmoid(T x) { return 1 / (1 + std::exp(-x)); }

template <class T> void add() {
    add_loop<T>("relu", variant::value, [](T x, T) { return std::max(x, T(0)); });
    add_loop<T>("relu", variant::backward, [](T x, T g) { return x > 0 ? g : T(0); });
    add_loop<T>("leaky_relu", variant::value, [](T x, T) { return x > 0 ? x : T(0.01) * x; });
    add_loop<T>("relu6", variant::value, [](T x, T) { return std::min(std::max(x, T(0)), T(6)); });
    add_loop<T>("sigmoid", variant::value, [](T x, T) { return sigmoid(x); });
    add_loop<T>("sigmoid", variant::backward, [](T x, T g) {
        T const s = sigmoid(x);
        return g * s * (1 - s);
    });
    add_loop<T>("exponential", variant::value, [](T x, T) { return std::exp(x); });
    add_loop<T>("silu", variant::value, [](T x, T) { return x / (1 + std::exp(-x)); });
    add_loop<T>("gelu", variant::value, [](T x, T) { return T(0.5) * x * (1 + std::erf(x * T(0.70710678118654752))); });
    add_loop<T>("softplus", variant::value, [](T x, T) { return std::log1p(std::exp(x)); });
    add_loop<T>("mish", variant::value, [](T x, T) { return x * std::tanh(std::log1p(std::exp(x))); });
    add_loop<T>("elu", variant::value, [](T x, T) { return x > 0 ? x : std::expm1(x); });
    add_loop<T>("hard_swish", variant::value, [](T x, T) { return x * std::min(std::max(x + 3, T(0)), T(6)) / 6; });
    add_loop<T>("tanh", variant::value, [](T x, T) { return std::tanh(x); });
    add_loop<T>("tanh", variant::backward, [](T x, T g) {
        T const t = std::tanh(x);
        return g * (1 - t * t);
    });
}

bench::library const std_loops([] {
    add<float>();
    add<double>();
});

} // namespace
