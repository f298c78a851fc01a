#ifndef XACT_BENCH_CELLS_HPP
#define XACT_BENCH_CELLS_HPP

#include "reference.hpp"

#include <string>
#include <vector>

namespace bench {

/// The outputs of the recurrent cell of this name (lstm_8, gru_32, ...), unit by unit in long double.
std::vector<real> outputs_of_cell(std::string const& name, std::vector<real> const& in);

} // namespace bench

#endif
