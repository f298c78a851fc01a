#include "../../tests/rows/gated.hpp"

#include "rows.hpp"

namespace {

bench::library const gated([] { bench::add_family<table::gated_rows>(); });

} // namespace
