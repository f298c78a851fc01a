#ifndef XACT_TESTS_EXHAUSTIVE_EXPANSION_HPP
#define XACT_TESTS_EXHAUSTIVE_EXPANSION_HPP

#include "real.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

/// c1 x + c2 x^2 + ... of a reference on one side of zero, where c1 x is a number of double's for every float x: there
/// c1 x may lie in the middle between two floats for millions of x, as x/2 does where x is subnormal, and the sign of
/// the other terms decides. It decides them without evaluating the reference in 300 bits.
class expansion {
public:
    using function = real (*)(real const& x);

    /// That of f for the x of a sign, 1 or -1; one without reach where there is none of this kind.
    ///
    /// The coefficients are those of the polynomial through five points next to zero, where 300 bits show c1 to 2^-230,
    /// the others to double precision. How next to zero depends on the parameters of f: nearer and nearer, until the
    /// expansion gives what f gives in 300 bits for several floats of every binade within its reach.
    expansion(function f, double sign) {
        real const at_zero = f(real(0.0));
        if (at_zero < real(0.0) || at_zero > real(0.0)) return;
        for (int nearer = 0; nearer <= 136; nearer += 8)
            if (interpolate(f, sign * std::ldexp(1.0, -60 - nearer))) {
                reach = std::ldexp(1.0, -12 - nearer);
                if (holds(f, sign)) return;
                reach = -1;
            }
    }

    /// f(x), rounded to float; false where this does not decide it.
    bool decide(double x, float& rounded, double& value) const {
        double const size = std::fabs(x);
        if (!(size <= reach)) return false;
        double const first = c[0] * x;
        double const rest = x * x * (c[1] + x * (c[2] + x * (c[3] + x * c[4])));
        // What double arithmetic leaves out, and the terms from the sixth on: the fourth and fifth times x^2 at least.
        double const terms =
            std::fabs(c[1]) + size * (std::fabs(c[2]) + size * (std::fabs(c[3]) + size * std::fabs(c[4])));
        double const last = size * size * (std::fabs(c[3]) + size * std::fabs(c[4]));
        double const doubt = x * x * (terms * 0x1p-45 + last * 0x1p-16);
        rounded = sum(first, rest + doubt);
        value = first + rest;
        return rounded == sum(first, rest - doubt);
    }

private:
    static constexpr int count = 5;
    double reach = -1, c[count] = {};

    /// False where f is not of the form described above.
    bool interpolate(function f, double h) {
        std::array<real, count> d{real(0.0), real(0.0), real(0.0), real(0.0), real(0.0)}, a = d;
        for (int i = 0; i < count; ++i) d[at(i)] = f(real(h * (i + 1))) / real(h * (i + 1));
        for (int k = 1; k < count; ++k) // divided differences
            for (int i = count - 1; i >= k; --i) d[at(i)] = (d[at(i)] - d[at(i - 1)]) / real(k);
        for (int k = count - 1; k >= 0; --k) { // times (x/h - (k + 1)), plus d[k]
            for (int m = count - 1; m >= 0; --m) a[at(m)] = (m > 0 ? a[at(m - 1)] : real(0.0)) - a[at(m)] * real(k + 1);
            a[0] = a[0] + d[at(k)];
        }
        c[0] = a[0].approximated();
        if (c[0] == 0 || !is_short(c[0])) return false;
        double const off = std::fabs((a[0] - real(c[0])).approximated());
        if (off > 0x1p-230 * std::fabs(c[0])) return false;
        real power(1.0);
        for (int m = 1; m < count; ++m) {
            power = power * real(h);
            double const term = a[at(m)].approximated();
            if (std::fabs(term) > std::ldexp(std::fabs(c[0]), -50 * m)) return false;
            // What is left of zero by the rounding of 300 bits
            c[m] = std::fabs(term) < 0x1p-275 * std::fabs(c[0]) ? 0.0 : (a[at(m)] / power).approximated();
        }
        return true;
    }

    static std::size_t at(int i) { return static_cast<std::size_t>(i); }

    /// So that its product with a float is exact.
    static bool is_short(double x) {
        std::uint64_t bits;
        std::memcpy(&bits, &x, sizeof bits);
        return (bits & ((std::uint64_t(1) << 24) - 1)) == 0;
    }

    bool holds(function f, double sign) const {
        for (int e = -149; std::ldexp(2.0, e) <= reach; ++e)
            for (double const mantissa : {1.0, 0x1.000002p0, 0x1.800002p0, 0x1.5p0, 0x1.fffffep0, 0x1.abcdeep0}) {
                double const x = static_cast<double>(static_cast<float>(sign * std::ldexp(mantissa, e)));
                float rounded;
                double value;
                if (decide(x, rounded, value) && rounded != f(real(x)).rounded()) return false;
            }
        return true;
    }

    /// a + b rounded once to float, for |b| < |a|: their sum in double arithmetic, made odd where it is not exact.
    static float sum(double a, double b) {
        double s = a + b;
        double const error = b - (s - a);
        std::uint64_t bits;
        std::memcpy(&bits, &s, sizeof bits);
        if (error != 0 && (bits & 1) == 0) s = std::nextafter(s, error > 0 ? HUGE_VAL : -HUGE_VAL);
        return static_cast<float>(s);
    }
};

#endif
