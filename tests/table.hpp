#ifndef XACT_TESTS_TABLE_HPP
#define XACT_TESTS_TABLE_HPP

// The table has one row per activation, in rows/<family>.hpp, whose last line lists them: <family>_rows. An activation
// header without a row does not compile (tests/CMakeLists.txt asks for the row of every header).

#include <tuple>
#include <type_traits>

namespace table {

/// True when an activation type stands in a tuple of rows.
template <class Activation, class... Rows> constexpr bool has_row_in(std::tuple<Rows...>*) {
    return (std::is_same_v<Activation, typename Rows::precise> || ...);
}
template <class Activation, class Rows>
inline constexpr bool has_row = has_row_in<Activation>(static_cast<Rows*>(nullptr));

} // namespace table

#endif
