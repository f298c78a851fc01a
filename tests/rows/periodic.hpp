#ifndef XACT_TESTS_ROWS_PERIODIC_HPP
#define XACT_TESTS_ROWS_PERIODIC_HPP

// What is made of sines.

#include "../row.hpp"

#include <tuple>

namespace reference {

struct snake {
    double a; // as the element type rounds it

    template <class Real> Real f(Real const& x) const {
        using std::sin;
        Real const s = sin(Real(a) * x);
        return x + s * s / Real(a);
    }
    template <class Real> Real df(Real const& x) const { // 1 + sin(2 a x)
        using std::cos;
        using std::sin;
        Real const root = sin(Real(a) * x) + cos(Real(a) * x);
        return root * root;
    }
    template <class Real> Real d2f(Real const& x) const {
        using std::cos;
        return Real(2) * Real(a) * cos(Real(2) * Real(a) * x);
    }
};

} // namespace reference

namespace table {

struct snake : row<xact::snake, xact::exact::snake> {
    static constexpr char const* name = "snake";
    static constexpr double least_slope = 0, greatest_slope = 2;
    static constexpr shape value_shape = shape::non_decreasing;
    static constexpr double reference_error_near_zeros(int order, double) { return order == 1 ? 0x1p-51 : 0; }
    template <class T> static reference::snake expected() { return {1.0}; }
    template <class T> static std::vector<point> points() { return waves(1.0); }

    /// f' and f'' have no limit at infinity.
    static std::vector<point> waves(double a) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        return {{0.0, 0.0, 1.0, 2 * a},
                {-0.0, -0.0, 1.0, 2 * a},
                {infinity, infinity, none, none},
                {-infinity, -infinity, none, none}};
    }
};

struct snake_half : snake {
    static constexpr char const* name = "snake(0.5)";
    template <class Activation> static Activation make() { return Activation(0.5); }
    template <class T> static reference::snake expected() { return {0.5}; }
    template <class T> static std::vector<point> points() { return waves(0.5); }
};
struct snake_tenth : snake {
    static constexpr char const* name = "snake(0.1)";
    static constexpr double tenth(float) { return 0.1f; }
    static constexpr double tenth(double) { return 0.1; }
    /// x/10 is not a number of the reference's, which matters to f' and f'' the more the larger x is.
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order == 0 ? 0 : (x < 0 ? -x : x) * 0x1p-54 + 0x1p-51;
    }
    template <class Activation> static Activation make() { return Activation(0.1); }
    template <class T> static reference::snake expected() { return {tenth(T())}; }
    template <class T> static std::vector<point> points() { return waves(tenth(T())); }
};
struct snake_10 : snake {
    static constexpr char const* name = "snake(10)";
    template <class Activation> static Activation make() { return Activation(10.0); }
    template <class T> static reference::snake expected() { return {10.0}; }
    template <class T> static std::vector<point> points() { return waves(10.0); }
};

using periodic_rows = std::tuple<snake>;
template <> struct variants_of<snake> { using type = std::tuple<snake_half, snake_tenth, snake_10>; };

} // namespace table

#endif
