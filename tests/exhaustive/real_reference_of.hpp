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

template <class... Rows> void append_real_references(std::vector<real_reference>& all, std::tuple<Rows...>) {
    (all.push_back({Rows::name, {in_real<Rows>::value, in_real<Rows>::derivative, in_real<Rows>::second_derivative}}),
     ...);
}

#endif
