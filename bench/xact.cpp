#include "vector_loop.hpp"

#include <xact/xact.hpp>

namespace {

using bench::arrays;
using bench::variant;

template <class T, class Activation> void add(char const* function, char const* tier) {
    bench::add<T>({"xact", function, tier, variant::value},
                  [](arrays<T> const& a) { xact::transform(a.in, a.out, a.n, Activation{}); });
    bench::add<T>({"xact", function, tier, variant::in_place},
                  [](arrays<T> const& a) { xact::transform(a.in, a.out, a.n, Activation{}); });
    bench::add<T>({"xact", function, tier, variant::derivative},
                  [](arrays<T> const& a) { xact::transform(a.in, a.out, a.n, xact::derivative_of{Activation{}}); });
    bench::add<T>({"xact", function, tier, variant::fused},
                  [](arrays<T> const& a) { xact::transform(a.in, a.out, a.slope, a.n, Activation{}); });
    bench::add<T>({"xact", function, tier, variant::backward},
                  [](arrays<T> const& a) { xact::backward(a.in, a.grad_out, a.out, a.n, Activation{}); });
}

template <class Activation> void add_latency(char const* function, char const* tier) {
    bench::add_latency<float>("xact", function, tier, [](xsimd::batch<float> const& x) { return Activation{}(x); });
}

template <class T> void add_type() {
    // One type in every tier, so one row each.
    add<T, xact::relu>("relu", "exact");
    add<T, xact::leaky_relu>("leaky_relu", "exact");
    add<T, xact::relu6>("relu6", "exact");

    add<T, xact::sigmoid>("sigmoid", "precise");
    add<T, xact::fast::sigmoid>("sigmoid", "fast");
    add<T, xact::tanh>("tanh", "precise");
    add<T, xact::fast::tanh>("tanh", "fast");
}

bench::library const xact_rows([] {
    add_type<float>();
    add_type<double>();
    add<float, xact::exact::sigmoid>("sigmoid", "exact");
    add<float, xact::exact::tanh>("tanh", "exact");
    add_latency<xact::sigmoid>("sigmoid", "precise");
    add_latency<xact::tanh>("tanh", "precise");
    add_latency<xact::fast::sigmoid>("sigmoid", "fast");
    add_latency<xact::fast::tanh>("tanh", "fast");
});

} // namespace
