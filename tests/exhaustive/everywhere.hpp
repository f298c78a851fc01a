#ifndef XACT_TESTS_EXHAUSTIVE_EVERYWHERE_HPP
#define XACT_TESTS_EXHAUSTIVE_EVERYWHERE_HPP

// What is promised to be the same on every instruction set, f and f' of every row in the exact tier, and what is held
// against it. Compiled without the rest of the table, a source per family, which CMake generates: emulated and
// cross-compiled sets cost enough.

#include <cstddef>
#include <vector>

struct exact_row {
    char const* name;
    void (*f[2])(float const* in, float* out, std::size_t n);       // f and f'
    void (*precise[2])(float const* in, float* out, std::size_t n); // null where that tier is the same type
};

/// Those of every row.
std::vector<exact_row> exact_rows();

#endif
