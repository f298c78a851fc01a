#ifndef XACT_BENCH_CHECK_HPP
#define XACT_BENCH_CHECK_HPP

#include "bench.hpp"

namespace bench {

/// Throws std::runtime_error if a row computes something else than it says, to a tolerance that tells functions
/// apart and not libraries.
template <class T> void check(entry<T> const& row);

/// Prints the largest errors in ULP of all float value rows, as JSON.
void print_accuracy();

} // namespace bench

#endif
