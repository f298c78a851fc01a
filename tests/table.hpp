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
    static reference::relu expected() { return {}; }
    static std::vector<point> points() {
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
    static reference::relu6 expected() { return {}; }
    static std::vector<point> points() {
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
    static constexpr float slope = 0.01f; // the default, as float has it
    static reference::leaky_relu expected() { return {slope}; }
    static std::vector<point> points() {
        return {{0.0, 0.0, slope, 0.0},
                {-0.0, -0.0, slope, 0.0},
                {infinity, infinity, 1.0, 0.0},
                {-infinity, -infinity, slope, 0.0}};
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
    static reference::sigmoid expected() { return {}; }
    static std::vector<point> points() {
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
    static reference::tanh expected() { return {}; }
    static std::vector<point> points() {
        return {{0.0, 0.0, 1.0, -0.0}, {-0.0, -0.0, 1.0, 0.0}, {infinity, 1.0, 0.0, -0.0}, {-infinity, -1.0, 0.0, 0.0}};
    }
};

using rows = std::tuple<relu, relu6, leaky_relu, sigmoid, tanh>;

/// Calls f(row{}) for every row.
template <class F> void for_each_row(F f) {
    std::apply([&](auto... row) { (f(row), ...); }, rows{});
}

/// True when an activation type stands in the table.
template <class Activation, class... Rows> constexpr bool has_row_in(std::tuple<Rows...>*) {
    return (std::is_same_v<Activation, typename Rows::precise> || ...);
}
template <class Activation> inline constexpr bool has_row = has_row_in<Activation>(static_cast<rows*>(nullptr));

} // namespace table

#endif
