#ifndef XACT_TESTS_REFERENCE_HPP
#define XACT_TESTS_REFERENCE_HPP

// What the activations are, written independently of how the library computes them: over any real type
// with exp, expm1 and abs (double, long double, mpfr), in forms that neither cancel nor overflow.

#include <cmath>

namespace reference {

template <class Real> Real abs_of(Real const& x) { return x < Real(0) ? Real(0) - x : x; }

/// x/(1 + x) for x = e^-2|t| - 1 is -tanh|t|.
template <class Real> Real tanh_of(Real const& x) {
    using std::expm1;
    Real const m = expm1(Real(-2) * abs_of(x));
    Real const t = (Real(0) - m) / (m + Real(2));
    return x < Real(0) ? Real(0) - t : t;
}

/// Each step leaves a sixth of the cube of the error: 300 bits are right after two.
template <class Real> Real const& pi() {
    static Real const value = [] {
        using std::sin;
        Real const once = Real(0x1.921fb54442d18p1) + sin(Real(0x1.921fb54442d18p1));
        return once + sin(once);
    }();
    return value;
}

} // namespace reference

#endif
