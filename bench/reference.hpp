#ifndef XACT_BENCH_REFERENCE_HPP
#define XACT_BENCH_REFERENCE_HPP

#include <string>

namespace bench {

using real = long double;

/// What a function of the list computes, independently of every library in it.
struct reference {
    char const* function;
    real (*value)(real);
    real (*derivative)(real);
};

void add_reference(reference const& added);

reference const& reference_of(std::string const& function);

} // namespace bench

#endif
