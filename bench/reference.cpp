#include "reference.hpp"

#include <cmath>
#include <map>
#include <stdexcept>

namespace bench {

namespace {

real logistic(real x) { return 1 / (1 + std::exp(-x)); }

real identity(real x) { return x; }
real one(real) { return 1; }

real exponential(real x) { return std::exp(x); }

real softplus(real x) { return (x > 0 ? x : 0) + std::log1p(std::exp(-std::abs(x))); }

real elu(real x) { return x > 0 ? x : std::expm1(x); }
real elu_derivative(real x) { return x > 0 ? 1 : std::exp(x); }

/// What peers have and the table of the tests has not.
constexpr reference of_peers[] = {{"copy", identity, one},
                                  {"exponential", exponential, exponential},
                                  {"softplus", softplus, logistic},
                                  {"elu", elu, elu_derivative}};

std::map<std::string, reference>& of_the_table() {
    static std::map<std::string, reference> by_function;
    return by_function;
}

} // namespace

void add_reference(reference const& added) { of_the_table().emplace(added.function, added); }

reference const& reference_of(std::string const& function) {
    if (auto const found = of_the_table().find(function); found != of_the_table().end()) return found->second;
    for (auto const& r : of_peers)
        if (function == r.function) return r;
    throw std::invalid_argument("no reference for the function " + function);
}

} // namespace bench
