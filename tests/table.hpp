#ifndef XACT_TESTS_TABLE_HPP
#define XACT_TESTS_TABLE_HPP

// One row per activation: what tests/ and tests/exhaustive/ are driven from. An activation header without a row
// does not compile (tests/CMakeLists.txt asks for the row of every header).

#include "rows/gated.hpp"
#include "rows/logistic.hpp"
#include "rows/periodic.hpp"
#include "rows/piecewise.hpp"

#include <tuple>
#include <type_traits>

namespace table {

using rows = decltype(std::tuple_cat(piecewise_rows{}, logistic_rows{}, gated_rows{}, periodic_rows{}));

/// Calls f(row{}) for every row.
template <class F> void for_each_row(F f) {
    std::apply([&](auto... row) { (f(row), ...); }, rows{});
}

/// Calls f(tier name, tier, activation) for every tier in which the row has its own type for elements T.
template <class Row, class T, class F> void for_each_tier(F f) {
    using xact::accuracy;
    using precise = typename Row::precise;
    using fast = typename Row::fast;
    using exact = typename Row::exact;
    f("precise", accuracy::precise, Row::template make<precise>());
    if constexpr (!std::is_same_v<precise, fast>) f("fast", accuracy::fast, Row::template make<fast>());
    if constexpr (std::is_same_v<T, float> && !std::is_same_v<precise, exact>)
        f("exact", accuracy::exact, Row::template make<exact>());
}

/// True when an activation type stands in the table.
template <class Activation, class... Rows> constexpr bool has_row_in(std::tuple<Rows...>*) {
    return (std::is_same_v<Activation, typename Rows::precise> || ...);
}
template <class Activation> inline constexpr bool has_row = has_row_in<Activation>(static_cast<rows*>(nullptr));

} // namespace table

#endif
