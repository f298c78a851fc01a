#ifndef XACT_TESTS_TABLE_HPP
#define XACT_TESTS_TABLE_HPP

// One row per activation: what tests/ and tests/exhaustive/ are driven from. An activation header without a row
// does not compile (tests/CMakeLists.txt asks for the row of every header).

#include "reference.hpp"

#include <xact/xact.hpp>

#include <limits>
#include <tuple>
#include <type_traits>
#include <vector>

namespace table {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// f, f' and f'' at a point where they follow a convention rather than a formula.
struct point {
    double x, f, df, d2f;
};

/// What f does as x grows, what |f'| does as |x| grows.
enum class shape { none, non_decreasing, non_increasing };

struct relu {
    static constexpr char const* name = "relu";
    using precise = xact::relu;
    using exact = xact::relu;
    using fast = xact::relu;
    static constexpr bool odd = false;
    static constexpr double lowest = 0, highest = infinity, steepest = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::none;
    template <class T> static reference::relu expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {
            {0.0, 0.0, 0.0, 0.0}, {-0.0, 0.0, 0.0, 0.0}, {infinity, infinity, 1.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct relu6 {
    static constexpr char const* name = "relu6";
    using precise = xact::relu6;
    using exact = xact::relu6;
    using fast = xact::relu6;
    static constexpr bool odd = false;
    static constexpr double lowest = 0, highest = 6, steepest = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::none;
    template <class T> static reference::relu6 expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 0.0},      {-0.0, 0.0, 0.0, 0.0},      {6.0, 6.0, 0.0, 0.0},
                {infinity, 6.0, 0.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}, {3.0, 3.0, 1.0, 0.0}};
    }
};

struct leaky_relu {
    static constexpr char const* name = "leaky_relu";
    using precise = xact::leaky_relu;
    using exact = xact::leaky_relu;
    using fast = xact::leaky_relu;
    static constexpr bool odd = false;
    static constexpr double lowest = -infinity, highest = infinity, steepest = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::none;
    template <class T> static constexpr T slope = T(0.01); // the default, as the element type has it
    template <class T> static reference::leaky_relu expected() { return {slope<T>}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, slope<T>, 0.0},
                {-0.0, -0.0, slope<T>, 0.0},
                {infinity, infinity, 1.0, 0.0},
                {-infinity, -infinity, slope<T>, 0.0}};
    }
};

struct sigmoid {
    static constexpr char const* name = "sigmoid";
    using precise = xact::sigmoid;
    using exact = xact::exact::sigmoid;
    using fast = xact::fast::sigmoid;
    static constexpr bool odd = false;
    static constexpr double lowest = 0, highest = 1, steepest = 0.25;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::sigmoid expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.5, 0.25, -0.0}, {-0.0, 0.5, 0.25, 0.0}, {infinity, 1.0, 0.0, -0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct tanh {
    static constexpr char const* name = "tanh";
    using precise = xact::tanh;
    using exact = xact::exact::tanh;
    using fast = xact::fast::tanh;
    static constexpr bool odd = true;
    static constexpr double lowest = -1, highest = 1, steepest = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::tanh expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 1.0, -0.0}, {-0.0, -0.0, 1.0, 0.0}, {infinity, 1.0, 0.0, -0.0}, {-infinity, -1.0, 0.0, 0.0}};
    }
};

using rows = std::tuple<relu, relu6, leaky_relu, sigmoid, tanh>;

/// Calls f(row{}) for every row.
template <class F> void for_each_row(F f) {
    std::apply([&](auto... row) { (f(row), ...); }, rows{});
}

/// Calls f(tier name, tier, activation) for every tier in which the row has its own type for elements T.
template <class Row, class T, class F> void for_each_tier(F f) {
    using xact::accuracy;
    f("precise", accuracy::precise, typename Row::precise{});
    if constexpr (!std::is_same_v<typename Row::precise, typename Row::fast>)
        f("fast", accuracy::fast, typename Row::fast{});
    if constexpr (std::is_same_v<T, float> && !std::is_same_v<typename Row::precise, typename Row::exact>)
        f("exact", accuracy::exact, typename Row::exact{});
}

/// True when an activation type stands in the table.
template <class Activation, class... Rows> constexpr bool has_row_in(std::tuple<Rows...>*) {
    return (std::is_same_v<Activation, typename Rows::precise> || ...);
}
template <class Activation> inline constexpr bool has_row = has_row_in<Activation>(static_cast<rows*>(nullptr));

} // namespace table

#endif
