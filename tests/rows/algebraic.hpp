#ifndef XACT_TESTS_ROWS_ALGEBRAIC_HPP
#define XACT_TESTS_ROWS_ALGEBRAIC_HPP

// Quotients and square roots of polynomials.

#include "../row.hpp"

#include <tuple>

namespace reference {

struct softsign {
    template <class Real> Real f(Real const& x) const { return x / (Real(1) + abs_of(x)); }
    template <class Real> Real df(Real const& x) const {
        Real const d = Real(1) + abs_of(x);
        return Real(1) / d / d;
    }
    template <class Real> Real d2f(Real const& x) const {
        Real const d = Real(1) + abs_of(x);
        return Real(x < Real(0) ? 2 : x > Real(0) ? -2 : 0) / d / d / d;
    }
};

struct squareplus {
    double b; // as the element type rounds it

    template <class Real> Real f(Real const& x) const {
        return x < Real(0) ? Real(b) / (root(x) - x) / Real(2) : (x + root(x)) / Real(2);
    }
    template <class Real> Real df(Real const& x) const { return f(x) / root(x); }
    template <class Real> Real d2f(Real const& x) const { return Real(b) / Real(2) / root(x) / root(x) / root(x); }

private:
    template <class Real> Real root(Real const& x) const {
        using std::sqrt;
        return sqrt(x * x + Real(b));
    }
};

struct isru {
    double alpha; // as the element type rounds it

    template <class Real> Real f(Real const& x) const { return x / root(x); }
    template <class Real> Real df(Real const& x) const { return Real(1) / root(x) / root(x) / root(x); }
    template <class Real> Real d2f(Real const& x) const { return Real(-3) * Real(alpha) * f(x) * df(x) / root(x); }

private:
    template <class Real> Real root(Real const& x) const {
        using std::sqrt;
        return sqrt(Real(1) + Real(alpha) * x * x);
    }
};

struct isrlu {
    double alpha;

    template <class Real> Real f(Real const& x) const { return x < Real(0) ? isru{alpha}.f(x) : x; }
    template <class Real> Real df(Real const& x) const { return x < Real(0) ? isru{alpha}.df(x) : Real(1); }
    template <class Real> Real d2f(Real const& x) const { return x < Real(0) ? isru{alpha}.d2f(x) : Real(0); }
};

} // namespace reference

namespace table {

struct softsign : row<xact::softsign, xact::exact::softsign> {
    static constexpr char const* name = "softsign";
    static constexpr parity symmetry = parity::odd;
    static constexpr double lowest = -1, highest = 1, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::softsign expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 1.0, -0.0},
                {-0.0, -0.0, 1.0, 0.0},
                {1.0, 0.5, 0.25, -0.25},
                {infinity, 1.0, 0.0, -0.0},
                {-infinity, -1.0, 0.0, 0.0}};
    }
};

struct squareplus : row<xact::squareplus, xact::exact::squareplus> {
    static constexpr char const* name = "squareplus";
    static constexpr double lowest = 0, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::squareplus expected() { return {4.0}; }
    template <class T> static std::vector<point> points() {
        return {
            {0.0, 1.0, 0.5, 0.25}, {-0.0, 1.0, 0.5, 0.25}, {infinity, infinity, 1.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct isru : row<xact::isru, xact::exact::isru> {
    static constexpr char const* name = "isru";
    static constexpr parity symmetry = parity::odd;
    static constexpr double lowest = -1, highest = 1, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::isru expected() { return {1.0}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 1.0, -0.0}, {-0.0, -0.0, 1.0, 0.0}, {infinity, 1.0, 0.0, -0.0}, {-infinity, -1.0, 0.0, 0.0}};
    }
};

struct isrlu : row<xact::isrlu, xact::exact::isrlu> {
    static constexpr char const* name = "isrlu";
    static constexpr double lowest = -1, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::isrlu expected() { return {1.0}; }
    template <class T> static std::vector<point> points() {
        return {
            {0.0, 0.0, 1.0, 0.0}, {-0.0, -0.0, 1.0, 0.0}, {infinity, infinity, 1.0, 0.0}, {-infinity, -1.0, 0.0, 0.0}};
    }
};

using algebraic_rows = std::tuple<softsign, squareplus, isru, isrlu>;

// Parameters other than the defaults, each with its own name.

struct squareplus_small : squareplus {
    static constexpr char const* name = "squareplus(0.1)";
    template <class Activation> static Activation make() { return Activation{0.1}; }
    template <class T> static reference::squareplus expected() { return {static_cast<double>(static_cast<T>(0.1))}; }
    template <class T> static std::vector<point> points() {
        return {{infinity, infinity, 1.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};
struct squareplus_large : squareplus_small {
    static constexpr char const* name = "squareplus(1e30)";
    template <class Activation> static Activation make() { return Activation{1e30}; }
    template <class T> static reference::squareplus expected() { return {static_cast<double>(static_cast<T>(1e30))}; }
};
struct squareplus_tiny : squareplus_small {
    static constexpr char const* name = "squareplus(1e-37)";
    template <class Activation> static Activation make() { return Activation{1e-37}; }
    template <class T> static reference::squareplus expected() { return {static_cast<double>(static_cast<T>(1e-37))}; }
};

struct isru_quarter : isru {
    static constexpr char const* name = "isru(0.25)";
    static constexpr double lowest = -2, highest = 2;
    template <class Activation> static Activation make() { return Activation{0.25}; }
    template <class T> static reference::isru expected() { return {0.25}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 1.0, -0.0}, {-0.0, -0.0, 1.0, 0.0}, {infinity, 2.0, 0.0, -0.0}, {-infinity, -2.0, 0.0, 0.0}};
    }
};
struct isru_large : isru {
    static constexpr char const* name = "isru(3e30)";
    template <class Activation> static Activation make() { return Activation{3e30}; }
    template <class T> static reference::isru expected() { return {static_cast<double>(static_cast<T>(3e30))}; }
    template <class T> static std::vector<point> points() { return {{0.0, 0.0, 1.0, -0.0}, {-0.0, -0.0, 1.0, 0.0}}; }
};
struct isru_tiny : isru_large {
    static constexpr char const* name = "isru(1e-36)";
    static constexpr double lowest = -infinity, highest = infinity;
    template <class Activation> static Activation make() { return Activation{1e-36}; }
    template <class T> static reference::isru expected() { return {static_cast<double>(static_cast<T>(1e-36))}; }
};

struct isrlu_quarter : isrlu {
    static constexpr char const* name = "isrlu(0.25)";
    static constexpr double lowest = -2;
    template <class Activation> static Activation make() { return Activation{0.25}; }
    template <class T> static reference::isrlu expected() { return {0.25}; }
    template <class T> static std::vector<point> points() {
        return {{infinity, infinity, 1.0, 0.0}, {-infinity, -2.0, 0.0, 0.0}};
    }
};
struct isrlu_large : isrlu {
    static constexpr char const* name = "isrlu(3e30)";
    template <class Activation> static Activation make() { return Activation{3e30}; }
    template <class T> static reference::isrlu expected() { return {static_cast<double>(static_cast<T>(3e30))}; }
    template <class T> static std::vector<point> points() { return {{infinity, infinity, 1.0, 0.0}}; }
};
struct isrlu_tiny : isrlu_large {
    static constexpr char const* name = "isrlu(1e-36)";
    static constexpr double lowest = -infinity;
    template <class Activation> static Activation make() { return Activation{1e-36}; }
    template <class T> static reference::isrlu expected() { return {static_cast<double>(static_cast<T>(1e-36))}; }
};

template <> struct variants_of<squareplus> {
    using type = std::tuple<squareplus_small, squareplus_large, squareplus_tiny>;
};
template <> struct variants_of<isru> { using type = std::tuple<isru_quarter, isru_large, isru_tiny>; };
template <> struct variants_of<isrlu> { using type = std::tuple<isrlu_quarter, isrlu_large, isrlu_tiny>; };

} // namespace table

#endif
