#ifndef XACT_TESTS_EXHAUSTIVE_REAL_REFERENCE_OF_HPP
#define XACT_TESTS_EXHAUSTIVE_REAL_REFERENCE_OF_HPP

#include "real.hpp"
#include "real_reference.hpp"

#include <tuple>

template <class Row> struct in_real {
    static decided both(real const& y) { return {y.rounded(), y.approximated()}; }
    static real exactly(float x) { return real(static_cast<double>(x)); }

    static decided value(float x) { return both(Row::template expected<float>().f(exactly(x))); }
    static decided derivative(float x) { return both(Row::template expected<float>().df(exactly(x))); }
    static decided second_derivative(float x) { return both(Row::template expected<float>().d2f(exactly(x))); }
};

template <class Row> void append_real_reference(std::vector<real_reference>& all);

template <class... Rows> void append_real_references(std::vector<real_reference>& all, std::tuple<Rows...>*) {
    (append_real_reference<Rows>(all), ...);
}

/// Those of the row and of its variants.
template <class Row> void append_real_reference(std::vector<real_reference>& all) {
    all.push_back({Row::name, {in_real<Row>::value, in_real<Row>::derivative, in_real<Row>::second_derivative}});
    append_real_references(all, static_cast<typename table::variants_of<Row>::type*>(nullptr));
}

#endif
