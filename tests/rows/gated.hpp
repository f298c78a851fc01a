#ifndef XACT_TESTS_ROWS_GATED_HPP
#define XACT_TESTS_ROWS_GATED_HPP

// x times a sigmoid of x: the logistic function or the normal distribution.

#include "../row.hpp"

#include <tuple>

namespace reference {

template <class Real> Real logistic_of(Real const& z) {
    using std::exp;
    Real const e = exp(Real(0) - abs_of(z));
    return (z < Real(0) ? e : Real(1)) / (Real(1) + e);
}

struct silu {
    double beta; // as the element type rounds it

    template <class Real> Real f(Real const& x) const { return x * logistic_of(Real(beta) * x); }
    template <class Real> Real df(Real const& x) const {
        Real const z = Real(beta) * x;
        return logistic_of(z) * (Real(1) + z * logistic_of(Real(0) - z));
    }
    template <class Real> Real d2f(Real const& x) const {
        Real const z = Real(beta) * x, s = logistic_of(z), t = logistic_of(Real(0) - z);
        return Real(beta) * s * t * (Real(2) - z * tanh_of(z / Real(2)));
    }
};

struct gelu_tanh {
    template <class Real> static Real root() {
        using std::sqrt;
        return sqrt(Real(8) / pi<Real>());
    }
    template <class Real> static Real cubic() { return Real(44715) / Real(1000000); }
    template <class Real> static Real z(Real const& x) { return root<Real>() * x * (Real(1) + cubic<Real>() * x * x); }
    template <class Real> static Real dz(Real const& x) {
        return root<Real>() * (Real(1) + Real(3) * cubic<Real>() * x * x);
    }

    template <class Real> Real f(Real const& x) const { return x * logistic_of(z(x)); }
    template <class Real> Real df(Real const& x) const {
        return logistic_of(z(x)) * (Real(1) + x * dz(x) * logistic_of(Real(0) - z(x)));
    }
    template <class Real> Real d2f(Real const& x) const {
        Real const d2z = Real(6) * root<Real>() * cubic<Real>() * x;
        Real const bracket = Real(2) * dz(x) + x * d2z - x * dz(x) * dz(x) * tanh_of(z(x) / Real(2));
        return logistic_of(z(x)) * logistic_of(Real(0) - z(x)) * bracket;
    }
};

struct gelu {
    template <class Real> static Real distribution(Real const& x) {
        using std::erfc;
        using std::sqrt;
        return erfc((Real(0) - x) / sqrt(Real(2))) / Real(2);
    }
    template <class Real> static Real density(Real const& x) {
        using std::exp;
        using std::sqrt;
        return exp((Real(0) - x * x) / Real(2)) / sqrt(Real(2) * pi<Real>());
    }

    template <class Real> Real f(Real const& x) const { return x * distribution(x); }
    template <class Real> Real df(Real const& x) const { return distribution(x) + x * density(x); }
    template <class Real> Real d2f(Real const& x) const { return (Real(2) - x * x) * density(x); }
};

/// x n/(n + 2), n = e^x (e^x + 2); for x > 0 over e^2x.
struct mish {
    template <class Real> Real f(Real const& x) const { return x * gate(x); }
    template <class Real> Real df(Real const& x) const { return gate(x) + x * logistic_of(x) * one_less_square(x); }
    template <class Real> Real d2f(Real const& x) const {
        Real const s = logistic_of(x), t = logistic_of(Real(0) - x);
        return one_less_square(x) * s * (Real(2) + x * (t - Real(2) * gate(x) * s));
    }

private:
    /// tanh(ln(1 + e^x)).
    template <class Real> static Real gate(Real const& x) {
        using std::exp;
        Real const e = exp(Real(0) - abs_of(x));
        Real const n = x < Real(0) ? e * (e + Real(2)) : Real(1) + Real(2) * e;
        return n / (n + Real(2) * (x < Real(0) ? Real(1) : e * e));
    }
    /// 1 - gate^2.
    template <class Real> static Real one_less_square(Real const& x) {
        using std::exp;
        Real const e = exp(Real(0) - abs_of(x));
        Real const u = x < Real(0) ? e : Real(1), l = x < Real(0) ? Real(1) : e;
        Real const d = (u + l) * (u + l) + l * l;
        return Real(4) * (l / d) * (l / d) * (u + l) * (u + l);
    }
};

struct serf {
    template <class Real> static Real softplus(Real const& x) {
        using std::exp;
        using std::log1p;
        return (x < Real(0) ? Real(0) : x) + log1p(exp(Real(0) - abs_of(x)));
    }
    template <class Real> static Real slope(Real const& x) { // of erf(softplus)
        using std::exp;
        using std::sqrt;
        Real const y = softplus(x);
        return Real(2) * exp(Real(0) - y * y) * logistic_of(x) / sqrt(pi<Real>());
    }

    template <class Real> Real f(Real const& x) const {
        using std::erf;
        return x * erf(softplus(x));
    }
    template <class Real> Real df(Real const& x) const {
        using std::erf;
        return erf(softplus(x)) + x * slope(x);
    }
    template <class Real> Real d2f(Real const& x) const {
        Real const inner = logistic_of(Real(0) - x) - Real(2) * softplus(x) * logistic_of(x);
        return slope(x) * (Real(2) + x * inner);
    }
};

} // namespace reference

namespace table {

/// Of an activation x S(x), S a sigmoid, that has this f''(0).
inline std::vector<point> gate_points(double curvature) {
    return {{0.0, 0.0, 0.5, curvature},
            {-0.0, -0.0, 0.5, curvature},
            {infinity, infinity, 1.0, -0.0},
            {-infinity, -0.0, -0.0, -0.0}};
}

struct silu : row<xact::silu, xact::exact::silu> {
    static constexpr char const* name = "silu";
    static constexpr double lowest = -0.2784646, least_slope = -0.0998394, greatest_slope = 1.0998394;
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order > 0 && x > -4 && x < 4 ? 0x1p-50 : 0;
    }
    template <class T> static reference::silu expected() { return {1.0}; }
    template <class T> static std::vector<point> points() { return gate_points(0.5); }
};

struct gelu_quick : row<xact::gelu_quick, xact::exact::gelu_quick> {
    static constexpr char const* name = "gelu_quick";
    static constexpr double lowest = -0.1636102, least_slope = -0.0998394, greatest_slope = 1.0998394;
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order > 0 && x > -4 && x < 4 ? 0x1p-50 : 0;
    }
    template <class T> static reference::silu expected() { return {static_cast<double>(static_cast<T>(1.702))}; }
    template <class T> static std::vector<point> points() { return gate_points(static_cast<T>(1.702) / 2); }
};

struct gelu_tanh : row<xact::gelu_tanh, xact::exact::gelu_tanh> {
    static constexpr char const* name = "gelu_tanh";
    static constexpr double lowest = -0.1700408, least_slope = -0.1289931, greatest_slope = 1.1289931;
    static constexpr double reference_error = 0x1p-43; // of exp, as z = -100 is rounded
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order > 0 && x > -4 && x < 4 ? 0x1p-48 : 0;
    }
    template <class T> static reference::gelu_tanh expected() { return {}; }
    template <class T> static std::vector<point> points() { return gate_points(0x1.9884533d43651p-1); }
};

struct gelu : row<xact::gelu, xact::exact::gelu> {
    static constexpr char const* name = "gelu";
    static constexpr double lowest = -0.1699713, least_slope = -0.1289042, greatest_slope = 1.1289042;
    static constexpr double reference_error = 0x1p-43; // of erfc, as the square of its argument is rounded
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order > 0 && x > -4 && x < 4 ? 0x1p-48 : 0;
    }
    template <class T> static reference::gelu expected() { return {}; }
    template <class T> static std::vector<point> points() { return gate_points(0x1.9884533d43651p-1); }
};

struct mish : row<xact::mish, xact::exact::mish> {
    static constexpr char const* name = "mish";
    static constexpr double lowest = -0.3088435, least_slope = -0.1125262, greatest_slope = 1.0884982;
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order > 0 && x > -4 && x < 4 ? 0x1p-50 : 0;
    }
    template <class T> static reference::mish expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, T(0.6), T(0.64)},
                {-0.0, -0.0, T(0.6), T(0.64)},
                {infinity, infinity, 1.0, -0.0},
                {-infinity, -0.0, -0.0, -0.0}};
    }
};

struct serf : row<xact::serf, xact::exact::serf> {
    static constexpr char const* name = "serf";
    static constexpr double lowest = -0.3484375, least_slope = -0.1269686, greatest_slope = 1.0861255;
    static constexpr double reference_error = 0x1p-43; // of exp, as the square of the softplus is rounded
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order > 0 && x > -4 && x < 4 ? 0x1p-48 : 0;
    }
    template <class T> static reference::serf expected() { return {}; }
    template <class T> static std::vector<point> points() {
        constexpr double slope = 0x1.5898de309a863p-1, curvature = 0x1.6553f147ebcb1p-1;
        return {{0.0, 0.0, slope, curvature},
                {-0.0, -0.0, slope, curvature},
                {infinity, infinity, 1.0, -0.0},
                {-infinity, -0.0, -0.0, -0.0}};
    }
};

using gated_rows = std::tuple<silu, mish, gelu_quick, gelu_tanh, gelu, serf>;

/// silu with another beta, Self::parameter.
template <class Self> struct silu_with : silu {
    static constexpr double reference_error_near_zeros(int order, double x) {
        double const z = Self::parameter * x;
        return order > 0 && z > -4 && z < 4 ? 0x1p-50 * (order > 1 ? Self::parameter : 1) : 0;
    }
    template <class Activation> static Activation make() { return Activation{Self::parameter}; }
    template <class T> static reference::silu expected() { return {static_cast<T>(Self::parameter)}; }
    template <class T> static std::vector<point> points() {
        return gate_points(static_cast<T>(Self::parameter) / T(2));
    }
};
struct silu_tenth : silu_with<silu_tenth> {
    static constexpr char const* name = "silu(0.1)";
    static constexpr double parameter = 0.1, lowest = -2.784646;
};
struct silu_3 : silu_with<silu_3> {
    static constexpr char const* name = "silu(3)";
    static constexpr double parameter = 3;
};
struct silu_large : silu_with<silu_large> {
    static constexpr char const* name = "silu(2^100)";
    static constexpr double parameter = 0x1p100;
};
template <> struct variants_of<silu> { using type = std::tuple<silu_tenth, silu_3, silu_large>; };

} // namespace table

#endif
