#ifndef XACT_TESTS_EXHAUSTIVE_EVERYWHERE_OF_HPP
#define XACT_TESTS_EXHAUSTIVE_EVERYWHERE_OF_HPP

#include "../row.hpp"
#include "everywhere.hpp"

#include <tuple>

template <class Row> struct in_exact_tier {
    using activation = typename Row::exact;

    static activation make() { return Row::template make<activation>(); }

    static void value(float const* in, float* out, std::size_t n) { xact::transform(in, out, n, make()); }
    static void derivative(float const* in, float* out, std::size_t n) {
        xact::transform(in, out, n, xact::derivative_of<activation>{make()});
    }
};

template <class... Rows> void append_exact_rows(std::vector<exact_row>& all, std::tuple<Rows...>) {
    (all.push_back({Rows::name, {in_exact_tier<Rows>::value, in_exact_tier<Rows>::derivative}}), ...);
}

#endif
