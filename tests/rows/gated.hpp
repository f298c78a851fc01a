#ifndef XACT_TESTS_ROWS_GATED_HPP
#define XACT_TESTS_ROWS_GATED_HPP

// x times a sigmoid of x.

#include "../row.hpp"

#include <tuple>

namespace reference {

/// x s(z), s the logistic function, from z(x), z'(x) and z''(x).
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

} // namespace reference

namespace table {

struct silu : row<xact::silu, xact::exact::silu> {
    static constexpr char const* name = "silu";
    static constexpr double lowest = -0.2784646, least_slope = -0.0998394, greatest_slope = 1.0998394;
    static constexpr double reference_error_near_zeros(int order, double x) {
        return order > 0 && x > -4 && x < 4 ? 0x1p-50 : 0;
    }
    template <class T> static reference::silu expected() { return {1.0}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.5, 0.5},
                {-0.0, -0.0, 0.5, 0.5},
                {infinity, infinity, 1.0, -0.0},
                {-infinity, -0.0, -0.0, -0.0}};
    }
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

using gated_rows = std::tuple<silu, mish>;

} // namespace table

#endif
