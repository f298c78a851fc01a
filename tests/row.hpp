#ifndef XACT_TESTS_ROW_HPP
#define XACT_TESTS_ROW_HPP

// What a row of the table says of its activation, and what is assumed where it says nothing.

#include "functions.hpp"
#include "reference.hpp"

#include <xact/xact.hpp>

#include <tuple>
#include <vector>

namespace table {

/// The activation in its three tiers, which may be one type.
///
/// A row adds: name; expected<T>(), the reference (f, df, d2f over any Real) with parameters as type T has them;
/// points<T>(), the special values. Where they hold: shapes, symmetry and the ranges of f and f'.
template <class Precise, class Exact = Precise, class Fast = Precise> struct row {
    using precise = Precise;
    using exact = Exact;
    using fast = Fast;

    static constexpr parity symmetry = parity::none;
    static constexpr double lowest = -infinity, highest = infinity;
    static constexpr double least_slope = -infinity, greatest_slope = infinity;
    static constexpr shape value_shape = shape::none, slope_shape = shape::none;

    /// The relative error of the reference in double arithmetic, and the absolute one near the zeros of a derivative.
    static constexpr double reference_error = 0x1p-48;
    static constexpr double reference_error_near_zeros(int /* order */, double /* x */) { return 0; }

    /// The activation of a tier with the row's parameters.
    template <class Activation> static Activation make() { return Activation{}; }
};

/// The rows that are a row with other parameters than the defaults.
template <class Row> struct variants_of { using type = std::tuple<>; };

} // namespace table

#endif
