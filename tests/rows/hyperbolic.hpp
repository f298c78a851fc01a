#ifndef XACT_TESTS_ROWS_HYPERBOLIC_HPP
#define XACT_TESTS_ROWS_HYPERBOLIC_HPP

// Made of the hyperbolic tangent.

#include "../row.hpp"

#include <limits>
#include <tuple>
#include <type_traits>
#include <utility>

namespace reference {

/// 1/cosh(x)^2.
template <class Real> Real sech_squared_of(Real const& x) {
    using std::exp;
    Real const e = exp(Real(-2) * abs_of(x));
    return Real(4) * e / (Real(1) + e) / (Real(1) + e);
}

struct scaled_tanh {
    double a, b; // as the element type rounds them

    template <class Real> Real f(Real const& x) const { return Real(a) * tanh_of(Real(b) * x); }
    template <class Real> Real df(Real const& x) const { return Real(a) * Real(b) * sech_squared_of(Real(b) * x); }
    template <class Real> Real d2f(Real const& x) const { return Real(-2) * Real(b) * df(x) * tanh_of(Real(b) * x); }
};

struct tanh_shrink {
    template <class Real> Real f(Real const& x) const {
        return abs_of(x) < Real(1) ? difference(x) / cosh_of(x) : x - tanh_above(x);
    }
    template <class Real> Real df(Real const& x) const { return tanh_of(x) * tanh_of(x); }
    template <class Real> Real d2f(Real const& x) const { return Real(2) * tanh_of(x) * sech_squared_of(x); }

private:
    /// tanh(x), but for large x, where it is nearer to 1 than numbers show and still decides how x - 1 is rounded.
    template <class Real> static Real tanh_above(Real const& x) {
        if (abs_of(x) < Real(40)) return tanh_of(x);
        return (x < Real(0) ? Real(-1) : Real(1)) * (Real(1) - Real(0x1p-115));
    }

    // x - tanh(x) = (x cosh(x) - sinh(x))/cosh(x), both of them sums of terms of one sign. For |x| < 1 what the sums
    // leave out is below 2^-60 of them in double arithmetic, 2^-87 in long double, 2^-390 in 300 bits. In Horner's rule
    // each step keeps at most half of the error before it, so that a sum is off by less than 2^-50, or 2^-61 in long
    // double.

    template <class Real>
    static constexpr int terms = std::is_same_v<Real, double>        ? 10
                                 : std::is_same_v<Real, long double> ? 13
                                                                     : 40;

    /// The factors 2k/(2k + 1)! for k from 1, and 1/(2k)! for k from 0.
    template <class Real> struct factors { Real of_difference[terms<Real>], of_cosh[terms<Real>]; };
    template <class Real, std::size_t... K> static constexpr factors<Real> make_factors(std::index_sequence<K...>) {
        return {{odd_factor<Real>(K + 1)...}, {even_factor<Real>(K)...}};
    }
    template <class Real> static constexpr Real even_factor(std::size_t k) {
        Real product(1);
        for (std::size_t i = 2; i <= 2 * k; ++i) product = product * Real(static_cast<double>(i));
        return Real(1) / product;
    }
    template <class Real> static constexpr Real odd_factor(std::size_t k) {
        return even_factor<Real>(k) * Real(static_cast<double>(2 * k)) / Real(static_cast<double>(2 * k + 1));
    }
    template <class Real> static auto const& all_factors() {
        // A number of 106 bits is PowerPC's long double, two doubles, of which no quotient is a constant expression.
        if constexpr (std::is_floating_point_v<Real> && std::numeric_limits<Real>::digits != 106) {
            return constants<Real>;
        } else {
            static auto const made = make_factors<Real>(std::make_index_sequence<terms<Real>>());
            return made;
        }
    }
    template <class Real>
    static constexpr factors<Real> constants = make_factors<Real>(std::make_index_sequence<terms<Real>>());

    template <class Real> static Real sum(Real const* factor, Real const& square) {
        Real result = factor[terms<Real> - 1];
        for (int k = terms<Real> - 2; k >= 0; --k) result = result * square + factor[k];
        return result;
    }
    /// x cosh(x) - sinh(x): the sum of x^(2k + 1) 2k/(2k + 1)!.
    template <class Real> static Real difference(Real const& x) {
        return sum(all_factors<Real>().of_difference, x * x) * (x * x) * x;
    }
    /// cosh(x): the sum of x^2k/(2k)!.
    template <class Real> static Real cosh_of(Real const& x) { return sum(all_factors<Real>().of_cosh, x * x); }
};

struct lisht {
    template <class Real> Real f(Real const& x) const { return x * tanh_of(x); }
    template <class Real> Real df(Real const& x) const { return tanh_of(x) + x * sech_squared_of(x); }
    template <class Real> Real d2f(Real const& x) const { return Real(2) * sech_squared_of(x) * (Real(1) - f(x)); }
};

struct tanh_exp {
    template <class Real> Real f(Real const& x) const { return x * tanh_of(e(x)); }
    template <class Real> Real df(Real const& x) const { return tanh_of(e(x)) + x * e(x) * sech_squared_of(e(x)); }
    template <class Real> Real d2f(Real const& x) const {
        return e(x) * sech_squared_of(e(x)) * (Real(2) + x * (Real(1) - Real(2) * e(x) * tanh_of(e(x))));
    }

private:
    /// e^x, but for large x, where tanh(e^x) is 1.
    template <class Real> static Real e(Real const& x) {
        using std::exp;
        return exp(x < Real(9) ? x : Real(9));
    }
};

} // namespace reference

namespace table {

struct scaled_tanh : row<xact::scaled_tanh, xact::exact::scaled_tanh> {
    static constexpr char const* name = "scaled_tanh";
    static constexpr double reference_error = 0x1p-45; // e^-2z, z = b x rounded, for z up to 52
    static constexpr parity symmetry = parity::odd;
    static constexpr double lowest = -1.71590005, highest = 1.71590005, least_slope = 0, greatest_slope = 1.1439335;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static constexpr double a = static_cast<double>(static_cast<T>(1.7159));
    template <class T> static constexpr double b = static_cast<double>(static_cast<T>(2.0 / 3.0));
    template <class T> static reference::scaled_tanh expected() { return {a<T>, b<T>}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, a<T> * b<T>, -0.0},
                {-0.0, -0.0, a<T> * b<T>, 0.0},
                {infinity, a<T>, 0.0, -0.0},
                {-infinity, -a<T>, 0.0, 0.0}};
    }
};

struct tanh_shrink : row<xact::tanh_shrink, xact::exact::tanh_shrink> {
    static constexpr char const* name = "tanh_shrink";
    static constexpr parity symmetry = parity::odd;
    static constexpr double least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    static constexpr double reference_error = 0x1p-46; // of x - tanh(x) near 1, where it is a quarter of x
    template <class T> static reference::tanh_shrink expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 0.0},
                {-0.0, -0.0, 0.0, -0.0},
                {infinity, infinity, 1.0, 0.0},
                {-infinity, -infinity, 1.0, -0.0}};
    }
};

struct lisht : row<xact::lisht, xact::exact::lisht> {
    static constexpr char const* name = "lisht";
    static constexpr parity symmetry = parity::even;
    static constexpr double lowest = 0, least_slope = -1.1996787, greatest_slope = 1.1996787;
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order > 1 && x > -4 && x < 4 ? 0x1p-50 : 0;
    }
    template <class T> static reference::lisht expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 2.0},
                {-0.0, 0.0, -0.0, 2.0},
                {infinity, infinity, 1.0, -0.0},
                {-infinity, infinity, -1.0, -0.0}};
    }
};

struct tanh_exp : row<xact::tanh_exp, xact::exact::tanh_exp> {
    static constexpr char const* name = "tanh_exp";
    static constexpr double lowest = -0.3532859, least_slope = -0.1315701, greatest_slope = 1.0619755;
    static constexpr double reference_error = 0x1p-44; // e^-2e for e = e^x up to 52
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order > 0 && x > -4 && x < 4 ? 0x1p-50 : 0;
    }
    template <class T> static reference::tanh_exp expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{infinity, infinity, 1.0, -0.0}, {-infinity, -0.0, -0.0, -0.0}};
    }
};

using hyperbolic_rows = std::tuple<scaled_tanh, tanh_shrink, lisht, tanh_exp>;

// Parameters other than the defaults, each with its own name.

template <class Numbers> struct scaled_tanh_with : scaled_tanh {
    static constexpr double lowest = -Numbers::a, highest = Numbers::a;
    static constexpr double greatest_slope = Numbers::a * Numbers::b * (1 + 0x1p-22);
    template <class Activation> static Activation make() { return Activation{Numbers::a, Numbers::b}; }
    template <class T> static reference::scaled_tanh expected() {
        return {static_cast<double>(static_cast<T>(Numbers::a)), static_cast<double>(static_cast<T>(Numbers::b))};
    }
    template <class T> static std::vector<point> points() {
        return {{infinity, Numbers::a, 0.0, -0.0}, {-infinity, -Numbers::a, 0.0, 0.0}};
    }
};
namespace parameters {
struct half {
    static constexpr double a = 1.0, b = 0.5;
};
struct large {
    static constexpr double a = 1e6, b = 1e6;
};
struct tiny {
    static constexpr double a = 1e6, b = 1e-36;
};
} // namespace parameters
struct scaled_tanh_half : scaled_tanh_with<parameters::half> {
    static constexpr char const* name = "scaled_tanh(1, 0.5)";
};
struct scaled_tanh_large : scaled_tanh_with<parameters::large> {
    static constexpr char const* name = "scaled_tanh(1e6, 1e6)";
};
struct scaled_tanh_tiny : scaled_tanh_with<parameters::tiny> {
    static constexpr char const* name = "scaled_tanh(1e6, 1e-36)";
};

template <> struct variants_of<scaled_tanh> {
    using type = std::tuple<scaled_tanh_half, scaled_tanh_large, scaled_tanh_tiny>;
};

} // namespace table

#endif
