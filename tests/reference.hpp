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

struct leaky_relu {
    double slope; // as the element type rounds it

    template <class Real> Real f(Real const& x) const { return x > Real(0) ? x : Real(slope) * x; }
    template <class Real> Real df(Real const& x) const { return x > Real(0) ? Real(1) : Real(slope); }
    template <class Real> Real d2f(Real const&) const { return Real(0); }
};

struct sigmoid {
    template <class Real> Real f(Real const& x) const {
        using std::exp;
        Real const e = exp(Real(0) - abs_of(x));
        return (x < Real(0) ? e : Real(1)) / (Real(1) + e);
    }
    template <class Real> Real df(Real const& x) const {
        using std::exp;
        Real const e = exp(Real(0) - abs_of(x));
        return e / ((Real(1) + e) * (Real(1) + e));
    }
    template <class Real> Real d2f(Real const& x) const { return Real(0) - df(x) * tanh_of(x / Real(2)); }
};

struct tanh {
    template <class Real> Real f(Real const& x) const { return tanh_of(x); }
    template <class Real> Real df(Real const& x) const { return Real(4) * sigmoid{}.df(x + x); }
    template <class Real> Real d2f(Real const& x) const { return Real(8) * sigmoid{}.d2f(x + x); }
};

} // namespace reference

#endif
