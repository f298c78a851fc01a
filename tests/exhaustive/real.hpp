#ifndef XACT_TESTS_EXHAUSTIVE_REAL_HPP
#define XACT_TESTS_EXHAUSTIVE_REAL_HPP

#include <mpfr.h>

#include <cstddef>

/// A real number of 300 bits: what reference.hpp needs of MPFR. Its digits are part of it, so that nothing is
/// allocated.
class real {
public:
    static constexpr mpfr_prec_t precision = 300;

    real(double x) {
        mpfr_custom_init(digits, precision);
        mpfr_custom_init_set(value, MPFR_ZERO_KIND, 0, precision, digits);
        mpfr_set_d(value, x, MPFR_RNDN);
    }
    real(real const& other) { *this = other; }
    real& operator=(real const& other) {
        for (std::size_t i = 0; i < sizeof digits / sizeof digits[0]; ++i) digits[i] = other.digits[i];
        value[0] = other.value[0];
        mpfr_custom_move(value, digits);
        return *this;
    }

    friend real operator+(real a, real const& b) { return mpfr_add(a.value, a.value, b.value, MPFR_RNDN), a; }
    friend real operator-(real a, real const& b) { return mpfr_sub(a.value, a.value, b.value, MPFR_RNDN), a; }
    friend real operator*(real a, real const& b) { return mpfr_mul(a.value, a.value, b.value, MPFR_RNDN), a; }
    friend real operator/(real a, real const& b) { return mpfr_div(a.value, a.value, b.value, MPFR_RNDN), a; }
    friend bool operator<(real const& a, real const& b) { return mpfr_less_p(a.value, b.value) != 0; }
    friend bool operator>(real const& a, real const& b) { return b < a; }
    friend real exp(real a) { return mpfr_exp(a.value, a.value, MPFR_RNDN), a; }
    friend real expm1(real a) { return mpfr_expm1(a.value, a.value, MPFR_RNDN), a; }
    friend real log1p(real a) { return mpfr_log1p(a.value, a.value, MPFR_RNDN), a; }
    friend real sqrt(real a) { return mpfr_sqrt(a.value, a.value, MPFR_RNDN), a; }
    friend real erf(real a) { return mpfr_erf(a.value, a.value, MPFR_RNDN), a; }
    friend real erfc(real a) { return mpfr_erfc(a.value, a.value, MPFR_RNDN), a; }
    friend real sin(real a) { return mpfr_sin(a.value, a.value, MPFR_RNDN), a; }
    friend real cos(real a) { return mpfr_cos(a.value, a.value, MPFR_RNDN), a; }

    /// The nearest float, ties to even, subnormal range included.
    float rounded() const { return mpfr_get_flt(value, MPFR_RNDN); }
    double approximated() const { return mpfr_get_d(value, MPFR_RNDN); }

private:
    mpfr_t value;
    mp_limb_t digits[(precision - 1) / (8 * sizeof(mp_limb_t)) + 1];
};

#endif
