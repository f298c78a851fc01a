#include "../../tests/rows/piecewise.hpp"

#include "rows.hpp"

namespace {

template <class Row> void add_every_variant() {
    using activation = typename Row::exact;
    bench::add_other_variants<float, Row, activation>("exact");
    bench::add_derivative<double, Row, activation>("exact");
    bench::add_other_variants<double, Row, activation>("exact");
}

bench::library const piecewise([] {
    bench::add_family<table::piecewise_rows>();
    add_every_variant<table::relu>();
    add_every_variant<table::leaky_relu>();
    add_every_variant<table::relu6>();
});

} // namespace
