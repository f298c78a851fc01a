#ifndef XACT_TESTS_ULP_HPP
#define XACT_TESTS_ULP_HPP

#include <algorithm>
#include <cmath>
#include <limits>

/// A distance in units of the last place that T has at `truth`: 2^(e - p + 1) with e the exponent of truth, or the
/// smallest subnormal where that is larger.
template <class T> double in_last_places(long double distance, long double truth) {
    using limits = std::numeric_limits<T>;
    int const exponent = truth == 0 ? limits::min_exponent - 1 : std::max(std::ilogb(truth), limits::min_exponent - 1);
    return static_cast<double>(std::scalbn(distance, limits::digits - 1 - exponent));
}

/// `truth`, or infinity where it rounds to infinity as a T.
template <class T> long double overflowed(long double truth) {
    using limits = std::numeric_limits<T>;
    long double const end = std::scalbn(2.0L - std::scalbn(1.0L, -limits::digits), limits::max_exponent - 1);
    return std::fabs(truth) < end ? truth : std::copysign(std::numeric_limits<long double>::infinity(), truth);
}

/// |y - truth| in units of the last place at `truth`. An infinity or NaN in the wrong place is infinitely wrong.
template <class T> double ulp_error(T y, long double exact) {
    long double const truth = overflowed<T>(exact);
    if (std::isinf(truth) || std::isinf(y) || std::isnan(y)) return truth == y ? 0.0 : HUGE_VAL;
    return in_last_places<T>(std::fabs(y - truth), truth);
}

/// |y - truth| / |truth| where the true result is a normal number; elsewhere 0, as the fast tier promises nothing
/// there.
template <class T> double relative_error(T y, long double exact) {
    long double const truth = overflowed<T>(exact);
    if (std::isinf(truth) || std::isinf(y) || std::isnan(y)) return truth == y ? 0.0 : HUGE_VAL;
    if (std::fabs(truth) < std::numeric_limits<T>::min()) return 0.0;
    return static_cast<double>(std::fabs(y - truth) / std::fabs(truth));
}

#endif
