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

/// x for x > 0, else slope x.
struct leaky {
    double slope; // as the element type rounds it

    template <class Real> Real f(Real const& x) const { return x > Real(0) ? x : Real(slope) * x; }
    template <class Real> Real df(Real const& x) const { return x > Real(0) ? Real(1) : Real(slope); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct threshold {
    double theta, value;

    template <class Real> Real f(Real const& x) const { return x > Real(theta) ? x : Real(value); }
    template <class Real> Real df(Real const& x) const { return Real(x > Real(theta) ? 1 : 0); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct hardtanh {
    double min, max;

    template <class Real> Real f(Real const& x) const {
        return x < Real(min) ? Real(min) : x > Real(max) ? Real(max) : x;
    }
    template <class Real> Real df(Real const& x) const { return Real(x > Real(min) && x < Real(max) ? 1 : 0); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

/// clamp((numerator x + shift)/denominator, 0, 1).
struct hard_sigmoid {
    double numerator, shift, denominator;

    template <class Real> Real f(Real const& x) const {
        if (t(x) < Real(0)) return Real(0);
        if (t(x) > Real(denominator)) return Real(1);
        return t(x) / Real(denominator);
    }
    template <class Real> Real df(Real const& x) const {
        if (t(x) > Real(0) && t(x) < Real(denominator)) return Real(numerator) / Real(denominator);
        return Real(0);
    }
    template <class Real> Real d2f(Real const&) const { return Real(0); }

    /// Rounded once: the sum is zero somewhere.
    template <class Real> Real t(Real const& x) const {
        if constexpr (std::is_same_v<Real, long double>)
            return std::fma(Real(numerator), x, Real(shift));
        else
            return Real(numerator) * x + Real(shift);
    }
};

struct hard_swish {
    template <class Real> Real f(Real const& x) const {
        if (x < Real(-3)) return Real(0);
        return x > Real(3) ? x : x * (x + Real(3)) / Real(6);
    }
    template <class Real> Real df(Real const& x) const {
        if (!(x > Real(-3))) return Real(0);
        return x < Real(3) ? (x + x + Real(3)) / Real(6) : Real(1);
    }
    template <class Real> Real d2f(Real const& x) const {
        return x > Real(-3) && x < Real(3) ? Real(1) / Real(3) : Real(0);
    }
};

struct hard_shrink {
    double lambda;

    template <class Real> Real f(Real const& x) const { return abs_of(x) > Real(lambda) ? x : Real(0); }
    template <class Real> Real df(Real const& x) const { return Real(abs_of(x) > Real(lambda) ? 1 : 0); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct soft_shrink {
    double lambda;

    template <class Real> Real f(Real const& x) const {
        if (x > Real(lambda)) return x - Real(lambda);
        return x < Real(-lambda) ? x + Real(lambda) : Real(0);
    }
    template <class Real> Real df(Real const& x) const { return Real(abs_of(x) > Real(lambda) ? 1 : 0); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct squared_relu {
    double largest; // of the element type; no result lies between it and where rounding gives infinity

    template <class Real> Real f(Real const& x) const { return x > Real(0) ? or_infinity(x * x) : Real(0); }
    template <class Real> Real df(Real const& x) const { return x > Real(0) ? or_infinity(x + x) : Real(0); }
    template <class Real> Real d2f(Real const& x) const { return Real(x > Real(0) ? 2 : 0); }

    template <class Real> Real or_infinity(Real const& y) const {
        return y > Real(largest) ? Real(std::numeric_limits<double>::infinity()) : y;
    }
};

struct identity {
    template <class Real> Real f(Real const& x) const { return x; }
    template <class Real> Real df(Real const&) const { return Real(1); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct sign {
    template <class Real> Real f(Real const& x) const { return Real(x > Real(0) ? 1 : x < Real(0) ? -1 : 0); }
    template <class Real> Real df(Real const&) const { return Real(0); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct abs {
    template <class Real> Real f(Real const& x) const { return abs_of(x); }
    template <class Real> Real df(Real const& x) const { return sign{}.f(x); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct step {
    template <class Real> Real f(Real const& x) const { return Real(x > Real(0) ? 1 : 0); }
    template <class Real> Real df(Real const&) const { return Real(0); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct sparse_plus {
    template <class Real> Real f(Real const& x) const {
        if (x < Real(-1)) return Real(0);
        return x < Real(1) ? (x + Real(1)) * (x + Real(1)) / Real(4) : x;
    }
    template <class Real> Real df(Real const& x) const {
        if (x < Real(-1)) return Real(0);
        return x < Real(1) ? (x + Real(1)) / Real(2) : Real(1);
    }
    template <class Real> Real d2f(Real const& x) const { return Real(x > Real(-1) && x < Real(1) ? 1 : 0) / Real(2); }
};

struct sparse_sigmoid {
    template <class Real> Real f(Real const& x) const { return sparse_plus{}.df(x); }
    template <class Real> Real df(Real const& x) const { return sparse_plus{}.d2f(x); }
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
    template <class T> static reference::leaky expected() { return {slope<T>}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, slope<T>, 0.0},
                {-0.0, -0.0, slope<T>, 0.0},
                {infinity, infinity, 1.0, 0.0},
                {-infinity, -infinity, slope<T>, 0.0}};
    }
};

struct threshold : row<xact::threshold> {
    static constexpr char const* name = "threshold";
    static constexpr double lowest = 0, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::threshold expected() { return {1.0, 0.0}; }
    template <class T> static std::vector<point> points() {
        return {{1.0, 0.0, 0.0, 0.0},  {1.5, 1.5, 1.0, 0.0},           {0.0, 0.0, 0.0, 0.0},
                {-0.0, 0.0, 0.0, 0.0}, {infinity, infinity, 1.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct hardtanh : row<xact::hardtanh> {
    static constexpr char const* name = "hardtanh";
    static constexpr parity symmetry = parity::odd;
    static constexpr double lowest = -1, highest = 1, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::hardtanh expected() { return {-1.0, 1.0}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 1.0, 0.0},      {-0.0, -0.0, 1.0, -0.0},     {1.0, 1.0, 0.0, 0.0},
                {-1.0, -1.0, 0.0, -0.0},   {0.75, 0.75, 1.0, 0.0},      {-0.75, -0.75, 1.0, -0.0},
                {infinity, 1.0, 0.0, 0.0}, {-infinity, -1.0, 0.0, -0.0}};
    }
};

struct hard_sigmoid : row<xact::hard_sigmoid> {
    static constexpr char const* name = "hard_sigmoid";
    static constexpr double lowest = 0, highest = 1, least_slope = 0, greatest_slope = 1.0f / 6;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    static constexpr double sixth = 1.0 / 6;
    template <class T> static reference::hard_sigmoid expected() { return {1.0, 3.0, 6.0}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.5, sixth, 0.0},    {-0.0, 0.5, sixth, 0.0},   {3.0, 1.0, 0.0, 0.0},
                {-3.0, 0.0, 0.0, 0.0},     {1.5, 0.75, sixth, 0.0},   {-1.5, 0.25, sixth, 0.0},
                {infinity, 1.0, 0.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

/// The parameters of ONNX: another path than the default's.
struct hard_sigmoid_of_onnx : row<xact::hard_sigmoid> {
    static constexpr char const* name = "hard_sigmoid(0.2, 0.5)";
    static constexpr double lowest = 0, highest = 1, least_slope = 0, greatest_slope = 0.2f;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static constexpr T alpha = T(0.2);
    template <class Activation> static Activation make() { return Activation{0.2, 0.5}; }
    template <class T> static reference::hard_sigmoid expected() { return {alpha<T>, 0.5, 1.0}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.5, alpha<T>, 0.0}, {-0.0, 0.5, alpha<T>, 0.0}, {3.0, 1.0, 0.0, 0.0},
                {-3.0, 0.0, 0.0, 0.0},     {infinity, 1.0, 0.0, 0.0},  {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct hard_swish : row<xact::hard_swish> {
    static constexpr char const* name = "hard_swish";
    static constexpr double lowest = -0.375, least_slope = -0.5, greatest_slope = 1.5;
    static constexpr double third = 1.0 / 3;
    template <class T> static reference::hard_swish expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.5, third}, {-0.0, -0.0, 0.5, third},       {3.0, 3.0, 1.0, 0.0},
                {-3.0, -0.0, 0.0, 0.0}, {-1.5, -0.375, 0.0, third},     {1.5, 1.125, 1.0, third},
                {-4.0, -0.0, 0.0, 0.0}, {infinity, infinity, 1.0, 0.0}, {-infinity, -0.0, 0.0, 0.0}};
    }
};

struct hard_shrink : row<xact::hard_shrink> {
    static constexpr char const* name = "hard_shrink";
    static constexpr parity symmetry = parity::odd;
    static constexpr double least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::hard_shrink expected() { return {0.5}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 0.0},           {-0.0, -0.0, 0.0, -0.0},
                {0.25, 0.0, 0.0, 0.0},          {-0.25, -0.0, 0.0, -0.0},
                {0.5, 0.0, 0.0, 0.0},           {-0.5, -0.0, 0.0, -0.0},
                {0.75, 0.75, 1.0, 0.0},         {-0.75, -0.75, 1.0, -0.0},
                {infinity, infinity, 1.0, 0.0}, {-infinity, -infinity, 1.0, -0.0}};
    }
};

struct soft_shrink : row<xact::soft_shrink> {
    static constexpr char const* name = "soft_shrink";
    static constexpr parity symmetry = parity::odd;
    static constexpr double least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::soft_shrink expected() { return {0.5}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 0.0},           {-0.0, -0.0, 0.0, -0.0},
                {0.25, 0.0, 0.0, 0.0},          {-0.25, -0.0, 0.0, -0.0},
                {0.5, 0.0, 0.0, 0.0},           {-0.5, -0.0, 0.0, -0.0},
                {0.75, 0.25, 1.0, 0.0},         {-0.75, -0.25, 1.0, -0.0},
                {infinity, infinity, 1.0, 0.0}, {-infinity, -infinity, 1.0, -0.0}};
    }
};

struct squared_relu : row<xact::squared_relu> {
    static constexpr char const* name = "squared_relu";
    static constexpr double lowest = 0, least_slope = 0;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::squared_relu expected() { return {std::numeric_limits<T>::max()}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 0.0},
                {-0.0, 0.0, 0.0, 0.0},
                {3.0, 9.0, 6.0, 2.0},
                {-3.0, 0.0, 0.0, 0.0},
                {infinity, infinity, infinity, 2.0},
                {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct identity : row<xact::identity> {
    static constexpr char const* name = "identity";
    static constexpr parity symmetry = parity::odd;
    static constexpr double least_slope = 1, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::identity expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 1.0, 0.0},    {-0.0, -0.0, 1.0, -0.0},        {2.5, 2.5, 1.0, 0.0},
                {-2.5, -2.5, 1.0, -0.0}, {infinity, infinity, 1.0, 0.0}, {-infinity, -infinity, 1.0, -0.0}};
    }
};

struct abs : row<xact::abs> {
    static constexpr char const* name = "abs";
    static constexpr parity symmetry = parity::even;
    static constexpr double lowest = 0, least_slope = -1, greatest_slope = 1;
    template <class T> static reference::abs expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 0.0},   {-0.0, 0.0, -0.0, 0.0},         {2.5, 2.5, 1.0, 0.0},
                {-2.5, 2.5, -1.0, 0.0}, {infinity, infinity, 1.0, 0.0}, {-infinity, infinity, -1.0, 0.0}};
    }
};

struct step : row<xact::step> {
    static constexpr char const* name = "step";
    static constexpr double lowest = 0, highest = 1, least_slope = 0, greatest_slope = 0;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::step expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 0.0},  {-0.0, 0.0, 0.0, 0.0},     {2.5, 1.0, 0.0, 0.0},
                {-2.5, 0.0, 0.0, 0.0}, {infinity, 1.0, 0.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct sign : row<xact::sign> {
    static constexpr char const* name = "sign";
    static constexpr parity symmetry = parity::odd;
    static constexpr double lowest = -1, highest = 1, least_slope = 0, greatest_slope = 0;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::sign expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, 0.0, 0.0},    {-0.0, -0.0, 0.0, -0.0},   {2.5, 1.0, 0.0, 0.0},
                {-2.5, -1.0, 0.0, -0.0}, {infinity, 1.0, 0.0, 0.0}, {-infinity, -1.0, 0.0, -0.0}};
    }
};

struct sparse_plus : row<xact::sparse_plus> {
    static constexpr char const* name = "sparse_plus";
    static constexpr double lowest = 0, least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static reference::sparse_plus expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.25, 0.5, 0.5},     {-0.0, 0.25, 0.5, 0.5},   {1.0, 1.0, 1.0, 0.0},
                {-1.0, 0.0, 0.0, 0.0},     {0.5, 0.5625, 0.75, 0.5}, {infinity, infinity, 1.0, 0.0},
                {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct sparse_sigmoid : row<xact::sparse_sigmoid> {
    static constexpr char const* name = "sparse_sigmoid";
    static constexpr double lowest = 0, highest = 1, least_slope = 0, greatest_slope = 0.5;
    static constexpr shape value_shape = shape::non_decreasing, slope_shape = shape::non_increasing;
    template <class T> static reference::sparse_sigmoid expected() { return {}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.5, 0.5, 0.0},  {-0.0, 0.5, 0.5, 0.0},     {1.0, 1.0, 0.0, 0.0},      {-1.0, 0.0, 0.0, 0.0},
                {0.5, 0.75, 0.5, 0.0}, {infinity, 1.0, 0.0, 0.0}, {-infinity, 0.0, 0.0, 0.0}};
    }
};

struct prelu : row<xact::prelu> {
    static constexpr char const* name = "prelu";
    static constexpr double least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static constexpr T slope = T(0.25); // the default, as the element type has it
    template <class T> static reference::leaky expected() { return {slope<T>}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, slope<T>, 0.0}, {-0.0, -0.0, slope<T>, 0.0},    {-4.0, -4 * slope<T>, slope<T>, 0.0},
                {2.5, 2.5, 1.0, 0.0},      {infinity, infinity, 1.0, 0.0}, {-infinity, -infinity, slope<T>, 0.0}};
    }
};

struct rrelu : row<xact::rrelu> {
    static constexpr char const* name = "rrelu";
    static constexpr double least_slope = 0, greatest_slope = 1;
    static constexpr shape value_shape = shape::non_decreasing;
    template <class T> static constexpr T slope = T(1.0 / 16 + 1.0 / 6); // the default, as the element type has it
    template <class T> static reference::leaky expected() { return {slope<T>}; }
    template <class T> static std::vector<point> points() {
        return {{0.0, 0.0, slope<T>, 0.0}, {-0.0, -0.0, slope<T>, 0.0},    {-4.0, -4 * slope<T>, slope<T>, 0.0},
                {2.5, 2.5, 1.0, 0.0},      {infinity, infinity, 1.0, 0.0}, {-infinity, -infinity, slope<T>, 0.0}};
    }
};

using piecewise_rows = std::tuple<relu, relu6, leaky_relu, prelu, rrelu, threshold, hardtanh, hard_sigmoid,
                                  hard_sigmoid_of_onnx, hard_swish, hard_shrink, soft_shrink, squared_relu, identity,
                                  abs, step, sign, sparse_plus, sparse_sigmoid>;

} // namespace table

#endif
