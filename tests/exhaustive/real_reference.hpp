#ifndef XACT_TESTS_EXHAUSTIVE_REAL_REFERENCE_HPP
#define XACT_TESTS_EXHAUSTIVE_REAL_REFERENCE_HPP

// The references of the table in 300-bit arithmetic, compiled once for all instruction sets: a source per family, which
// CMake generates.

#include <vector>

/// A result as 300 bits give it: rounded once to float, and to double.
struct decided {
    float rounded;
    double approximated;
};

/// f, f' and f'' of a row, with the parameters that it has for float.
struct real_reference {
    char const* name;
    decided (*in_real[3])(float x);
};

/// Those of every row.
std::vector<real_reference> real_references();

#endif
