#include "../../tests/rows/logistic.hpp"

#include "../vector_loop.hpp"
#include "rows.hpp"

namespace {

template <class Activation> void add_latency(char const* function, char const* tier) {
    bench::add_latency<float>("xact", function, tier, [](xsimd::batch<float> const& x) { return Activation{}(x); });
}

template <class T, class Row, class Activation> void add_training(char const* tier) {
    bench::add_derivative<T, Row, Activation>(tier);
    bench::add_other_variants<T, Row, Activation>(tier);
}

template <class Row> void add_every_variant() {
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

bench::library const logistic([] {
    bench::add_family<table::logistic_rows>();
    add_every_variant<table::sigmoid>();
    add_every_variant<table::tanh>();
});

} // namespace
