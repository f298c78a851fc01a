#ifndef XACT_ACTIVATION_SIGMOID_HPP
#define XACT_ACTIVATION_SIGMOID_HPP

#include <xact/accuracy.hpp>
#include <xact/derivative_of.hpp>
#include <xact/elementwise.hpp>
#include <xact/kernel/cubic_logistic.hpp>
#include <xact/kernel/exp_ratio.hpp>
#include <xact/kernel/exp_twofold.hpp>
#include <xact/kernel/fast.hpp>

namespace xact {

/// The logistic function s(x) = 1/(1 + e^-x), in [0, 1], non-decreasing.
///
///   f'  = s (1 - s) = e^-|x| / (1 + e^-|x|)^2, in [0, 1/4], above zero to |x| = 103.97 (float), 745.1 (double)
///   f'' = s (1 - s)(1 - 2s), zero at 0 with the sign of -x
///   from the output: y (1 - y), rounded once; of f' it keeps what y has kept, little for y close to 1
///
/// sigmoid(0) = 1/2; sigmoid(-inf) = +0, sigmoid(inf) = 1, f' = +0 at both; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); fast 2^-11 relative; double 1 (f, f'), 2 (f'').
/// Also named logistic. Definition: Verhulst 1845; torch.nn.Sigmoid, keras sigmoid, ONNX Sigmoid.
template <accuracy Tier> class basic_sigmoid : public elementwise<basic_sigmoid<Tier>> {
    friend elementwise<basic_sigmoid>;
    using evaluation = kernel::evaluation;

    template <class V> static XACT_INLINE V value(V const& x) {
        constexpr auto method = kernel::method<Tier, V>;
        if constexpr (method == evaluation::widened) {
            auto const e = kernel::exp_ratio_in_parts<-1>(simd::widen(off_the_ties(x)));
            return narrow(e.denominator_over_sum());
        } else if constexpr (method == evaluation::float_lanes)
            return kernel::logistic(x);
        else if constexpr (method == evaluation::cubic_rows)
            return kernel::cubic_logistic(x);
        else if constexpr (method == evaluation::estimate)
            return kernel::fast_sigmoid(x);
        else
            return from_exp(x, kernel::reduce_exp(simd::minus_abs(x)));
    }

    template <class V> static XACT_INLINE V slope(V const& x) {
        constexpr auto method = kernel::method<Tier, V>;
        if constexpr (method == evaluation::widened) {
            auto const e = kernel::exp_ratio<-1>(simd::widen(simd::clamp(x, -110.0f, 110.0f)));
            auto const d = e.p + e.q;
            return narrow(e.p * e.q / (d * d));
        } else if constexpr (method == evaluation::float_lanes)
            return kernel::logistic_slope<1, 1>(x);
        else if constexpr (method == evaluation::cubic_rows)
            return kernel::cubic_logistic_slope(x);
        else if constexpr (method == evaluation::estimate)
            return kernel::fast_logistic_slope<1, 1>(x);
        else
            return slope_from_parts(kernel::exp_twofold(simd::minus_abs(x)));
    }

    template <class V> static XACT_INLINE V curvature(V const& x) {
        if constexpr (kernel::method<Tier, V> == evaluation::twofold) {
            auto const e = kernel::exp_twofold(simd::minus_abs(x));
            auto const r = e.reciprocal;
            V const magnitude = simd::abs(sum((e.significand * e.minus_one) * (r * (r * r)))) * e.power * e.rest;
            return magnitude | simd::opposite_sign_of(x);
        } else {
            auto const e = kernel::exp_ratio<-1>(simd::widen(simd::clamp(x, -110.0f, 110.0f)));
            auto const d = e.p + e.q;
            V const magnitude = simd::abs(narrow(e.p * e.q * e.p_minus_q / (d * d * d)));
            return magnitude | simd::opposite_sign_of(x);
        }
    }

    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        constexpr auto method = kernel::method<Tier, V>;
        if constexpr (method == evaluation::widened) {
            auto const e = kernel::exp_ratio<-1>(simd::widen(off_the_ties(x)));
            auto const inverse = 1.0 / (e.p + e.q);
            auto const s = e.q * inverse;
            return {narrow(s), narrow(s * (e.p * inverse))};
        } else if constexpr (method == evaluation::float_lanes) {
            auto const both = kernel::logistic_with_slope(x);
            return {both.first, both.second};
        } else if constexpr (method == evaluation::cubic_rows) {
            auto const both = kernel::cubic_logistic_with_slope(x);
            return {both.first, both.second};
        } else if constexpr (method == evaluation::estimate)
            return {value(x), slope(x)};
        else {
            auto const e = kernel::reduce_exp(simd::minus_abs(x));
            return {from_exp(x, e), slope_from_parts(kernel::exp_twofold(e))};
        }
    }

    template <class V> static XACT_INLINE V slope_from_output(V const& y) { return kernel::minus_square(y, y); }

    /// Near 0, s = 1/2 + x/4 - x^3/48 is a tie of two floats in all of a double's bits for the x with few
    /// significant bits; the last term decides it. An x moved by one ulp towards 0, unless its last bit
    /// says that it is no such x, is off the tie and rounds as x must. One x further out has its s
    /// within 2^-55 of a tie and is moved likewise. (Which x need it: the exhaustive run without this.) All of them are
    /// close to 0, so that most registers of x have none. Nor have they one of which the exponential would leave the
    /// range.
    template <class V> static XACT_INLINE V off_the_ties(V const& x) {
        constexpr float close_to_a_tie = -0x1.250c02p-10f, its_neighbour = -0x1.250cp-10f;
        if (XACT_LIKELY(!simd::any_outside(simd::abs(x), 0x1.26p-10f, 110.0f))) return x;
        V const last_bit = simd::from_bits<float>(simd::bits(V(0.0f)) + 1);
        V const moved = (x * (1.0f - 0x1p-24f)) | last_bit;
        V const off = select(simd::abs(x) < V(0x1p-12f), moved, select(x == V(close_to_a_tie), V(its_neighbour), x));
        return simd::clamp(off, -110.0f, 110.0f);
    }

    template <class V> static XACT_INLINE V from_exp(V const& x, kernel::reduced_exp<V> const& e) {
        return kernel::exp_or_one_over_one_plus(e, x < V(0.0));
    }

    template <class V> static XACT_INLINE V slope_from_parts(kernel::exp_parts<V> const& e) {
        return sum(e.significand * (e.reciprocal * e.reciprocal)) * e.power * e.rest;
    }
};

namespace detail {

// Tables fill the registers of AVX-512.
template <class Arch>
inline constexpr std::size_t registers<basic_sigmoid<accuracy::precise>, float, Arch> =
    simd::is_avx512<Arch>                                      ? 3
    : kernel::has_float_kernels<Arch> || simd::is_neon64<Arch> ? 4
                                                               : 2;
template <class Arch>
inline constexpr std::size_t registers<derivative_of<basic_sigmoid<accuracy::precise>>, float, Arch> =
    registers<basic_sigmoid<accuracy::precise>, float, Arch>;
template <class Arch>
inline constexpr bool in_two_passes<basic_sigmoid<accuracy::precise>, float, Arch> = simd::is_avx512<Arch>;

// More would fill the registers.
template <class Arch>
inline constexpr std::size_t registers<basic_sigmoid<accuracy::exact>, float, Arch> = simd::is_avx512<Arch> ? 3 : 2;

// Long chains of double lanes: with two registers the processor waits.
template <accuracy Tier, class Arch>
inline constexpr std::size_t registers<basic_sigmoid<Tier>, double, Arch> = simd::has_fma<Arch> ? 4 : 2;
template <accuracy Tier, class Arch>
inline constexpr std::size_t registers<derivative_of<basic_sigmoid<Tier>>, double, Arch> =
    registers<basic_sigmoid<Tier>, double, Arch>;

} // namespace detail

using sigmoid = basic_sigmoid<accuracy::precise>; ///< basic_sigmoid of the precise tier.
namespace exact {
using sigmoid = basic_sigmoid<accuracy::exact>; ///< basic_sigmoid of the exact tier.
}
namespace fast {
using sigmoid = basic_sigmoid<accuracy::fast>; ///< basic_sigmoid of the fast tier.
}

} // namespace xact

#endif
