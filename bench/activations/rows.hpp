#ifndef XACT_BENCH_ACTIVATIONS_ROWS_HPP
#define XACT_BENCH_ACTIVATIONS_ROWS_HPP

// The rows of xact and the references of all, from the table that drives the tests: an activation of the table is in
// the list without a line here.

#include "../bench.hpp"
#include "../reference.hpp"

#include "../../tests/row.hpp"

#include <string_view>
#include <tuple>
#include <type_traits>

namespace bench {

template <class T, class Row, class Activation> void add_value(char const* tier) {
    add<T>({"xact", Row::name, tier, variant::value},
           [](arrays<T> const& a) { xact::transform(a.in, a.out, a.n, Row::template make<Activation>()); });
}

template <class T, class Row, class Activation> void add_derivative(char const* tier) {
    add<T>({"xact", Row::name, tier, variant::derivative}, [](arrays<T> const& a) {
        xact::transform(a.in, a.out, a.n, xact::derivative_of{Row::template make<Activation>()});
    });
}

/// The other variants, for the few activations by which the loops are measured.
template <class T, class Row, class Activation> void add_other_variants(char const* tier) {
    add<T>({"xact", Row::name, tier, variant::in_place},
           [](arrays<T> const& a) { xact::transform(a.in, a.out, a.n, Row::template make<Activation>()); });
    add<T>({"xact", Row::name, tier, variant::fused},
           [](arrays<T> const& a) { xact::transform(a.in, a.out, a.slope, a.n, Row::template make<Activation>()); });
    add<T>({"xact", Row::name, tier, variant::backward},
           [](arrays<T> const& a) { xact::backward(a.in, a.grad_out, a.out, a.n, Row::template make<Activation>()); });
}

/// Value and derivative in float, the value in double and in the other tiers: what compiles in a reasonable time for
/// every activation.
template <class Row> void add_activation() {
    using precise = typename Row::precise;
    using exact = typename Row::exact;
    using fast = typename Row::fast;
    // A row with other parameters than the default ones is there to test them.
    if constexpr (std::string_view(Row::name).find('(') == std::string_view::npos) {
        // The parameters that float callers get: 0.01 is no float, and the difference would count as their error.
        add_reference({Row::name, [](real x) { return Row::template expected<float>().f(x); },
                       [](real x) { return Row::template expected<float>().df(x); }});
        constexpr bool one_type = std::is_same_v<precise, exact>;
        char const* const tier = one_type ? "exact" : "precise";
        add_value<float, Row, precise>(tier);
        add_derivative<float, Row, precise>(tier);
        add_value<double, Row, precise>(tier);
        if constexpr (!one_type) add_value<float, Row, exact>("exact");
        if constexpr (!std::is_same_v<precise, fast>) add_value<float, Row, fast>("fast");
    }
}

/// One of the tuples of rows, such as table::gated_rows.
template <class Rows> void add_family() {
    std::apply([](auto... row) { (add_activation<decltype(row)>(), ...); }, Rows{});
}

} // namespace bench

#endif
