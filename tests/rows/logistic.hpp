#ifndef XACT_TESTS_ROWS_LOGISTIC_HPP
#define XACT_TESTS_ROWS_LOGISTIC_HPP

// The logistic curve and its scaled forms.

#include "../row.hpp"

#include <tuple>

namespace reference {

struct sigmoid {
    template <class Real> Real f(Real const& x) const {
        using std::exp;
        Real const e = exp(Real(0) - abs_of(x));
        return (x < Real(0) ? e : Real(1)) / (Real(1) + e);
    }
    template <class Real> Real df(Real const& x) const {
        using std::exp;
        Real const e = exp(Real(0) - abs_of(x));
        return e / ((Real(1) + e) * (Real(1) + e));
    }
    template <class Real> Real d2f(Real const& x) const { return Real(0) - df(x) * tanh_of(x / Real(2)); }
};

struct tanh {
    template <class Real> Real f(Real const& x) const { return tanh_of(x); }
    template <class Real> Real df(Real const& x) const { return Real(4) * sigmoid{}.df(x + x); }
    template <class Real> Real d2f(Real const& x) const { return Real(8) * sigmoid{}.d2f(x + x); }
};

} // namespace reference

namespace table {

struct sigmoid : row<xact::sigmoid, xact::exact::sigmoid, xact::fast::sigmoid> {
    static constexpr char const* name = "sigmoid";
    static constexpr double lowest = 0, highest = 1, least_slope = 0, greatest_slope = 0.25;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::sigmoid expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.5, 0.25, -0.0}, {-0.0, 0.5, 0.25, 0.0}, {infinity, 1.0, 0.0, -0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct tanh : row<xact::tanh, xact::exact::tanh, xact::fast::tanh> {
    static constexpr char const* name = "tanh";
    static constexpr parity symmetry = parity::odd;
    static constexpr double lowest = -1, highest = 1, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::tanh expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 1.0, -0.0}, {-0.0, -0.0, 1.0, 0.0}, {infinity, 1.0, 0.0, -0.0}, {-infinity, -1.0, 0.0, 0.0}};
    }
};

using logistic_rows = std::tuple<sigmoid, tanh>;

} // namespace table

#endif
