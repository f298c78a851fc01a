#ifndef XACT_TESTS_EXHAUSTIVE_REFERENCES_HPP
#define XACT_TESTS_EXHAUSTIVE_REFERENCES_HPP

// The references of the table for proofs, in double and in 300-bit arithmetic, with the parameters that a row has for
// float: compiled once for all instruction sets, a source per family, which CMake generates.

#include <cstddef>
#include <vector>

/// A result as 300 bits give it: rounded once to float, and to double.
struct decided {
    float rounded;
    double approximated;
};

/// The references of a row.
struct row_references {
    char const* name;
    void (*value)(double const* x, double* f, std::size_t n);
    void (*value_and_derivative)(double const* x, double* f, double* df, std::size_t n);
    void (*derivative)(double const* x, double* df, std::size_t n);
    void (*second_derivative)(double const* x, double* d2f, std::size_t n);
    /// How much the one of an order may be off near zeros, beside its relative error.
    void (*doubt)(int order, double const* x, double* doubts, std::size_t n);
    decided (*in_real[3])(float x);
};

/// Those of every row and variant.
std::vector<row_references> all_references();

#endif
