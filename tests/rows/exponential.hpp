#ifndef XACT_TESTS_ROWS_EXPONENTIAL_HPP
#define XACT_TESTS_ROWS_EXPONENTIAL_HPP

// The exponential itself, and what is made of it and of the logarithm of 1 + e^x.

#include "logistic.hpp"

#include <cmath>
#include <tuple>

namespace reference {

struct softplus {
    double beta; // as the element type rounds it

    template <class Real> Real f(Real const& x) const {
        using std::exp;
        using std::log1p;
        Real const z = Real(beta) * x;
        return ((z > Real(0) ? z : Real(0)) + log1p(exp(Real(0) - abs_of(z)))) / Real(beta);
    }
    template <class Real> Real df(Real const& x) const { return sigmoid{}.f(Real(beta) * x); }
    template <class Real> Real d2f(Real const& x) const { return Real(beta) * sigmoid{}.df(Real(beta) * x); }
};

struct log_sigmoid {
    template <class Real> Real f(Real const& x) const {
        using std::exp;
        using std::log1p;
        return (x < Real(0) ? x : Real(0)) - log1p(exp(Real(0) - abs_of(x)));
    }
    template <class Real> Real df(Real const& x) const { return sigmoid{}.f(Real(0) - x); }
    template <class Real> Real d2f(Real const& x) const { return Real(0) - sigmoid{}.df(x); }
};

/// ln(1 + m/2), m = e^x - 1; the e^x taken out where it could overflow.
struct shifted_softplus {
    template <class Real> Real f(Real const& x) const {
        using std::expm1;
        using std::log1p;
        if (x > Real(1)) return x + log1p(expm1(Real(0) - x) / Real(2));
        return log1p(expm1(x) / Real(2));
    }
    template <class Real> Real df(Real const& x) const { return sigmoid{}.f(x); }
    template <class Real> Real d2f(Real const& x) const { return sigmoid{}.df(x); }
};

struct elu {
    double alpha; // as the element type rounds it

    template <class Real> Real f(Real const& x) const {
        using std::expm1;
        return x > Real(0) ? x : Real(alpha) * expm1(x);
    }
    template <class Real> Real df(Real const& x) const {
        using std::exp;
        return x > Real(0) ? Real(1) : Real(alpha) * exp(x);
    }
    template <class Real> Real d2f(Real const& x) const { return x > Real(0) ? Real(0) : df(x); }
};

struct celu {
    double alpha; // as the element type rounds it

    template <class Real> Real f(Real const& x) const {
        using std::expm1;
        return x > Real(0) ? x : Real(alpha) * expm1(x / Real(alpha));
    }
    template <class Real> Real df(Real const& x) const {
        using std::exp;
        return x > Real(0) ? Real(1) : exp(x / Real(alpha));
    }
    template <class Real> Real d2f(Real const& x) const { return x > Real(0) ? Real(0) : df(x) / Real(alpha); }
};

/// The constants as the sums of two doubles: 1.0507009873554804934193349852946 and this times
/// 1.6732632423543772848170429916717.
struct selu {
    template <class Real> static Real lambda() { return Real(1.0507009873554805) + Real(3.987484766715414541e-17); }
    template <class Real> static Real lambda_alpha() {
        return Real(1.7580993408473768) + Real(1.4153519380084497605e-17);
    }

    template <class Real> Real f(Real const& x) const {
        using std::expm1;
        return x > Real(0) ? lambda<Real>() * x : lambda_alpha<Real>() * expm1(x);
    }
    template <class Real> Real df(Real const& x) const {
        using std::exp;
        return x > Real(0) ? lambda<Real>() : lambda_alpha<Real>() * exp(x);
    }
    template <class Real> Real d2f(Real const& x) const { return x > Real(0) ? Real(0) : df(x); }
};

struct exponential {
    template <class Real> Real f(Real const& x) const {
        using std::exp;
        return exp(x);
    }
    template <class Real> Real df(Real const& x) const { return f(x); }
    template <class Real> Real d2f(Real const& x) const { return f(x); }
};

struct gaussian {
    /// x = high + low, high of so few bits that its square is exact.
    template <class Real> struct parts { Real high, low; };
    template <class Real> static parts<Real> split(Real const& x) {
        Real const t = x * Real(0x1p38 + 1), high = t - (t - x);
        return {high, x - high};
    }
    /// Beyond, all is zero, even multiplied by its 4x^2.
    template <class Real> static Real limited(Real const& x) {
        return x < Real(-100) ? Real(-100) : x > Real(100) ? Real(100) : x;
    }

    template <class Real> Real f(Real const& argument) const {
        using std::exp;
        Real const x = limited(argument);
        auto const p = split(x);
        return exp(Real(0) - p.high * p.high) * exp(Real(0) - p.low * (x + p.high));
    }
    template <class Real> Real df(Real const& x) const { return Real(-2) * limited(x) * f(x); }
    template <class Real> Real d2f(Real const& argument) const {
        Real const x = limited(argument);
        auto const p = split(x);
        return (Real(4) * p.high * p.high - Real(2) + Real(4) * p.low * (x + p.high)) * f(x);
    }
};

} // namespace reference

namespace table {

struct log_sigmoid : row<xact::log_sigmoid, xact::exact::log_sigmoid> {
    static constexpr char const* name = "log_sigmoid";
    static constexpr double highest = 0, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::log_sigmoid expected() { return {}; }
    template <class T> static std::vector<point> points() {
        constexpr double ln2 = 0.69314718055994531;
        return {{0.0, -ln2, 0.5, -0.25},
                {-0.0, -ln2, 0.5, -0.25},
                {infinity, -0.0, 0.0, -0.0},
                {-infinity, -infinity, 1.0, -0.0}};
    }
};

struct softplus : row<xact::softplus, xact::exact::softplus> {
    static constexpr char const* name = "softplus";
    static constexpr double lowest = 0, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::softplus expected() { return {1.0}; }
    template <class T> static std::vector<point> points() { return points_with(1.0); }

    static std::vector<point> points_with(double beta) {
        double const at_zero = static_cast<double>(0.693147180559945309417232L / beta); // rounded once
        return {{0.0, at_zero, 0.5, beta / 4},
                {-0.0, at_zero, 0.5, beta / 4},
                {infinity, infinity, 1.0, 0.0},
                {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct shifted_softplus : row<xact::shifted_softplus, xact::exact::shifted_softplus> {
    static constexpr char const* name = "shifted_softplus";
    static constexpr double lowest = -0x1.62e43p-1, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::shifted_softplus expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.5, 0.25},
                {-0.0, -0.0, 0.5, 0.25},
                {infinity, infinity, 1.0, 0.0},
                {-infinity, -0.69314718055994531, 0.0, 0.0}};
    }
};

struct elu : row<xact::elu, xact::exact::elu> {
    static constexpr char const* name = "elu";
    static constexpr double lowest = -1, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::elu expected() { return {1.0}; }
    template <class T> static std::vector<point> points() { return points_with(1.0); }

    static std::vector<point> points_with(double alpha) {
        return {{0.0, 0.0, alpha, alpha},
                {-0.0, -0.0, alpha, alpha},
                {infinity, infinity, 1.0, 0.0},
                {-infinity, -alpha, 0.0, 0.0}};
    }
};

struct celu : row<xact::celu, xact::exact::celu> {
    static constexpr char const* name = "celu";
    static constexpr double lowest = -1, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    static constexpr double reference_error = 0x1p-45; // x/alpha, down to -104
    template <class T> static reference::celu expected() { return {1.0}; }
    template <class T> static std::vector<point> points() { return points_with(1.0); }

    static std::vector<point> points_with(double alpha) {
        return {{0.0, 0.0, 1.0, 1 / alpha},
                {-0.0, -0.0, 1.0, 1 / alpha},
                {infinity, infinity, 1.0, 0.0},
                {-infinity, -alpha, 0.0, 0.0}};
    }
};

struct selu : row<xact::selu, xact::exact::selu> {
    static constexpr char const* name = "selu";
    static constexpr double lowest = -1.7580994, least_slope = 0, greatest_slope = 1.7580994;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::selu expected() { return {}; }
    template <class T> static std::vector<point> points() {
        constexpr double lambda = 1.0507009873554805, lambda_alpha = 1.7580993408473768;
        return {{0.0, 0.0, lambda_alpha, lambda_alpha},
                {-0.0, -0.0, lambda_alpha, lambda_alpha},
                {infinity, infinity, lambda, 0.0},
                {-infinity, -lambda_alpha, 0.0, 0.0}};
    }
};

struct exponential : row<xact::exponential, xact::exact::exponential> {
    static constexpr char const* name = "exponential";
    static constexpr double lowest = 0, least_slope = 0;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::exponential expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 1.0, 1.0, 1.0},
                {-0.0, 1.0, 1.0, 1.0},
                {infinity, infinity, infinity, infinity},
                {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct gaussian : row<xact::gaussian, xact::exact::gaussian> {
    static constexpr char const* name = "gaussian";
    static constexpr parity symmetry = parity::even;
    static constexpr double lowest = 0, highest = 1, least_slope = -0.8577640, greatest_slope = 0.8577640;
    template <class T> static reference::gaussian expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 1.0, -0.0, -2.0}, {-0.0, 1.0, 0.0, -2.0}, {infinity, 0.0, -0.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

using exponential_rows = std::tuple<log_sigmoid, softplus, shifted_softplus, elu, selu, celu, exponential, gaussian>;

/// The row `Base` with another parameter, Self::parameter.
template <class Self, class Base> struct with_parameter : Base {
    template <class Activation> static Activation make() { return Activation{Self::parameter}; }
    template <class T> static auto expected() {
        return decltype(Base::template expected<T>()){static_cast<T>(Self::parameter)};
    }
    template <class T> static std::vector<point> points() { return Base::points_with(static_cast<T>(Self::parameter)); }
};

struct softplus_tenth : with_parameter<softplus_tenth, softplus> {
    static constexpr char const* name = "softplus(0.1)";
    static constexpr double parameter = 0.1;
};
struct softplus_3 : with_parameter<softplus_3, softplus> {
    static constexpr char const* name = "softplus(3)";
    static constexpr double parameter = 3;
};
struct softplus_large : with_parameter<softplus_large, softplus> {
    static constexpr char const* name = "softplus(2^100)";
    static constexpr double parameter = 0x1p100;
};
struct elu_half : with_parameter<elu_half, elu> {
    static constexpr char const* name = "elu(0.5)";
    static constexpr double parameter = 0.5;
};
struct elu_3 : with_parameter<elu_3, elu> {
    static constexpr char const* name = "elu(3)";
    static constexpr double parameter = 3, lowest = -parameter, greatest_slope = parameter;
};
struct elu_small : with_parameter<elu_small, elu> {
    static constexpr char const* name = "elu(2^-100)";
    static constexpr double parameter = 0x1p-100;
};
struct celu_tenth : with_parameter<celu_tenth, celu> {
    static constexpr char const* name = "celu(0.1)";
    static constexpr double parameter = 0.1;
};
struct celu_3 : with_parameter<celu_3, celu> {
    static constexpr char const* name = "celu(3)";
    static constexpr double parameter = 3, lowest = -parameter;
};
struct celu_large : with_parameter<celu_large, celu> {
    static constexpr char const* name = "celu(2^100)";
    static constexpr double parameter = 0x1p100, lowest = -parameter;
};

template <> struct variants_of<softplus> { using type = std::tuple<softplus_tenth, softplus_3, softplus_large>; };
template <> struct variants_of<elu> { using type = std::tuple<elu_half, elu_3, elu_small>; };
template <> struct variants_of<celu> { using type = std::tuple<celu_tenth, celu_3, celu_large>; };

} // namespace table

#endif
