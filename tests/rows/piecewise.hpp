#ifndef XACT_TESTS_ROWS_PIECEWISE_HPP
#define XACT_TESTS_ROWS_PIECEWISE_HPP

// The piecewise polynomial activations: exact but for the rounding of their one or two operations.

#include "../row.hpp"

#include <tuple>

namespace reference {

struct relu {
    template <class Real> Real f(Real const& x) const { return x > Real(0) ? x : Real(0); }
    template <class Real> Real df(Real const& x) const { return Real(x > Real(0) ? 1 : 0); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct relu6 {
    template <class Real> Real f(Real const& x) const { return x > Real(0) ? (x < Real(6) ? x : Real(6)) : Real(0); }
    template <class Real> Real df(Real const& x) const { return Real(x > Real(0) && x < Real(6) ? 1 : 0); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct leaky_relu {
    double slope; // as the element type rounds it

    template <class Real> Real f(Real const& x) const { return x > Real(0) ? x : Real(slope) * x; }
    template <class Real> Real df(Real const& x) const { return x > Real(0) ? Real(1) : Real(slope); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

} // namespace reference

namespace table {

struct relu : row<xact::relu> {
    static constexpr char const* name = "relu";
    static constexpr double lowest = 0, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::relu expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {
            {0.0, 0.0, 0.0, 0.0}, {-0.0, 0.0, 0.0, 0.0}, {infinity, infinity, 1.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct relu6 : row<xact::relu6> {
    static constexpr char const* name = "relu6";
    static constexpr double lowest = 0, highest = 6, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::relu6 expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 0.0},      {-0.0, 0.0, 0.0, 0.0},      {6.0, 6.0, 0.0, 0.0},
                {infinity, 6.0, 0.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}, {3.0, 3.0, 1.0, 0.0}};
    }
};

struct leaky_relu : row<xact::leaky_relu> {
    static constexpr char const* name = "leaky_relu";
    static constexpr double least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static constexpr T slope = T(0.01); // the default, as the element type has it
    template <class T> static reference::leaky_relu expected() { return {slope<T>}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, slope<T>, 0.0},
                {-0.0, -0.0, slope<T>, 0.0},
                {infinity, infinity, 1.0, 0.0},
                {-infinity, -infinity, slope<T>, 0.0}};
    }
};

using piecewise_rows = std::tuple<relu, relu6, leaky_relu>;

} // namespace table

#endif
