#ifndef XACT_BENCH_COMPOSED_HPP
#define XACT_BENCH_COMPOSED_HPP

#include "vector_loop.hpp"

#include <string>

// The activations as users of a library of elementary functions write them.

namespace bench {

/// Adds the rows of a library. Math has static functions exp, expm1, log1p, tanh and erf of one xsimd::batch<T>; the
/// rows of composed functions end their tier with "composed".
template <class T, class Math> void add_composed(char const* library, std::string const& tier, Math) {
    using batch = xsimd::batch<T>;
    using x_type = batch const&;
    std::string const composed = tier.empty() ? "composed" : tier + "_composed";
    auto const add = [&](char const* function, auto f) { add_vector<T>(library, function, composed.c_str(), f); };

    add_vector<T>(library, "exponential", tier.c_str(), [](x_type x) { return Math::exp(x); });
    add("silu", [](x_type x) { return x / (batch(T(1)) + Math::exp(-x)); });
    add("gelu",
        [](x_type x) { return batch(T(0.5)) * x * (batch(T(1)) + Math::erf(x * batch(T(0.70710678118654752)))); });
    add("gelu_tanh", [](x_type x) {
        batch const u = batch(T(0.79788456080286536)) * (x + batch(T(0.044715)) * x * x * x);
        return batch(T(0.5)) * x * (batch(T(1)) + Math::tanh(u));
    });
    add("softplus", [](x_type x) { return Math::log1p(Math::exp(x)); });
    add("mish", [](x_type x) { return x * Math::tanh(Math::log1p(Math::exp(x))); });
    add("elu", [](x_type x) { return xsimd::select(x > batch(T(0)), x, Math::expm1(x)); });
}

} // namespace bench

#endif
