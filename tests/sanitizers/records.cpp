// Every activation in every tier, for valgrind: it needs no instrumentation, so the kernels are those of the other
// tests.

#include "../functions.hpp"
#include "drive.hpp"

namespace {

template <class T> std::size_t drive_rows() {
    std::size_t count = 0;
    for (auto const& row : table::rows<T>())
        for (auto const& f : row.tiers) {
            sanitizers::drive_lengths<T>({row.name,
                                          row.lanes,
                                          {f.range[0], f.range[1], f.range[2]},
                                          f.range_value_and_derivative,
                                          f.backward,
                                          f.backward_from_output});
            ++count;
        }
    return count;
}

} // namespace

int main() {
    std::size_t const count = drive_rows<float>() + drive_rows<double>();
    std::printf("%zu activations in one tier and element type\n", count);
    return count != 0 ? 0 : 1;
}
