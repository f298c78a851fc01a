#include "../vector_loop.hpp"
#include "rows.hpp"

#include "../../tests/rows/logistic.hpp"
#include "../../tests/rows/piecewise.hpp"

// The few activations by which loops, tiers and latency are measured have rows of every kind.

namespace {

template <class T, class Row, class Activation> void add_training(char const* tier) {
    bench::add_derivative<T, Row, Activation>(tier);
    bench::add_other_variants<T, Row, Activation>(tier);
}

template <class Row> void add_exact() {
    using activation = typename Row::exact;
    bench::add_other_variants<float, Row, activation>("exact");
    add_training<double, Row, activation>("exact");
}

template <class Activation> void add_latency(char const* function, char const* tier) {
    bench::add_latency<float>("xact", function, tier,
                              [](xsimd::batch<float> const& x) XACT_INLINE_LAMBDA { return Activation{}(x); });
}

template <class Row> void add_smooth() {
    using precise = typename Row::precise;
    using exact = typename Row::exact;
    using fast = typename Row::fast;
    bench::add_other_variants<float, Row, precise>("precise");
    add_training<float, Row, exact>("exact");
    add_training<float, Row, fast>("fast");
    add_training<double, Row, precise>("precise");
    add_latency<precise>(Row::name, "precise");
    add_latency<fast>(Row::name, "fast");
}

bench::library const every_variant([] {
    add_exact<table::relu>();
    add_exact<table::leaky_relu>();
    add_exact<table::relu6>();
    add_smooth<table::sigmoid>();
    add_smooth<table::tanh>();
});

} // namespace
