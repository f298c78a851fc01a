#ifndef XACT_TESTS_EXHAUSTIVE_REFERENCES_OF_HPP
#define XACT_TESTS_EXHAUSTIVE_REFERENCES_OF_HPP

// Included before the rows: glibc has these functions for vectors too, within 4 units of the last place, which the
// compiler may then call. The proofs take the double references for four times less exact than the rows say.
#if XACT_HAVE_VECTOR_MATH
#include <cmath>
extern "C" {
__attribute__((__simd__("notinbranch"))) double exp(double) noexcept;
__attribute__((__simd__("notinbranch"))) double expm1(double) noexcept;
__attribute__((__simd__("notinbranch"))) double log1p(double) noexcept;
__attribute__((__simd__("notinbranch"))) double erf(double) noexcept;
__attribute__((__simd__("notinbranch"))) double erfc(double) noexcept;
__attribute__((__simd__("notinbranch"))) double sin(double) noexcept;
__attribute__((__simd__("notinbranch"))) double cos(double) noexcept;
}
#endif

#include "expansion.hpp"
#include "real.hpp"
#include "references.hpp"

#include "../row.hpp"

#include <tuple>

template <class Row> struct references_of {
    static auto expected() { return Row::template expected<float>(); }

    static void value(double const* x, double* f, std::size_t n) {
        auto const reference = expected();
        for (std::size_t i = 0; i < n; ++i) f[i] = reference.f(x[i]);
    }
    static void derivative(double const* x, double* df, std::size_t n) {
        auto const reference = expected();
        for (std::size_t i = 0; i < n; ++i) df[i] = reference.df(x[i]);
    }
    /// In one loop, so that what they have in common is computed once.
    static void value_and_derivative(double const* x, double* __restrict f, double* __restrict df, std::size_t n) {
        auto const reference = expected();
        for (std::size_t i = 0; i < n; ++i) {
            f[i] = reference.f(x[i]);
            df[i] = reference.df(x[i]);
        }
    }
    static void second_derivative(double const* x, double* d2f, std::size_t n) {
        auto const reference = expected();
        for (std::size_t i = 0; i < n; ++i) d2f[i] = reference.d2f(x[i]);
    }
    static void doubt(int order, double const* x, double* doubts, std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) doubts[i] = Row::reference_error_near_zeros(order, x[i]);
    }

    static real real_value(real const& x) { return expected().f(x); }
    static real real_derivative(real const& x) { return expected().df(x); }
    static real real_second_derivative(real const& x) { return expected().d2f(x); }

    template <real (*f)(real const&)> static decided in_real(float x) {
        static expansion const above(f, 1), below(f, -1);
        double const wide = static_cast<double>(x);
        decided result;
        if ((wide < 0 ? below : above).decide(wide, result.rounded, result.approximated)) return result;
        real const y = f(real(wide));
        return {y.rounded(), y.approximated()};
    }
};

template <class... Rows> void append_references(std::vector<row_references>& all, std::tuple<Rows...>*);

/// Those of the row and of its variants.
template <class Row> void append_references_of(std::vector<row_references>& all) {
    using r = references_of<Row>;
    all.push_back({Row::name,
                   r::value,
                   r::value_and_derivative,
                   r::derivative,
                   r::second_derivative,
                   r::doubt,
                   {r::template in_real<r::real_value>, r::template in_real<r::real_derivative>,
                    r::template in_real<r::real_second_derivative>}});
    append_references(all, static_cast<typename table::variants_of<Row>::type*>(nullptr));
}

template <class... Rows> void append_references(std::vector<row_references>& all, std::tuple<Rows...>*) {
    (append_references_of<Rows>(all), ...);
}

#endif
