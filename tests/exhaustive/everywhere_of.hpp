#ifndef XACT_TESTS_EXHAUSTIVE_EVERYWHERE_OF_HPP
#define XACT_TESTS_EXHAUSTIVE_EVERYWHERE_OF_HPP

#include "../row.hpp"
#include "everywhere.hpp"

#include <tuple>
#include <type_traits>

template <class Row, class Activation> struct in_tier {
    static Activation make() { return Row::template make<Activation>(); }

    static void value(float const* in, float* out, std::size_t n) { xact::transform(in, out, n, make()); }
    static void derivative(float const* in, float* out, std::size_t n) {
        xact::transform(in, out, n, xact::derivative_of<Activation>{make()});
    }
};

template <class Row> exact_row exact_row_of() {
    using exact = in_tier<Row, typename Row::exact>;
    exact_row row{Row::name, {exact::value, exact::derivative}, {}};
    if constexpr (!std::is_same_v<typename Row::precise, typename Row::exact>) {
        using precise = in_tier<Row, typename Row::precise>;
        row.precise[0] = precise::value;
        row.precise[1] = precise::derivative;
    }
    return row;
}

template <class... Rows> void append_exact_rows(std::vector<exact_row>& all, std::tuple<Rows...>) {
    (all.push_back(exact_row_of<Rows>()), ...);
}

#endif
