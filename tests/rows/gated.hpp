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

using gated_rows = std::tuple<silu>;

} // namespace table

#endif
