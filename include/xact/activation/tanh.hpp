#ifndef XACT_ACTIVATION_TANH_HPP
#define XACT_ACTIVATION_TANH_HPP

#include <xact/accuracy.hpp>
#include <xact/derivative_of.hpp>
#include <xact/kernel/cubic_logistic.hpp>
#include <xact/kernel/exact_table.hpp>
#include <xact/kernel/exp_ratio.hpp>
#include <xact/kernel/exp_twofold.hpp>
#include <xact/kernel/fast.hpp>
#include <xact/kernel/tanh_table.hpp>

namespace xact {

/// The hyperbolic tangent (e^2x - 1)/(e^2x + 1), in [-1, 1], odd, non-decreasing.
///
///   f'  = 1/cosh(x)^2 = 4 e^-2|x| / (1 + e^-2|x|)^2, in [0, 1], above zero to |x| = 52.67 (float), 373.2 (double)
///   f'' = -2 tanh(x)/cosh(x)^2, odd, zero at 0 with the sign of -x
///   from the output: (1 - y)(1 + y), rounded once; 0 where y has been rounded to 1
///
/// tanh(+-0) = +-0; tanh(+-inf) = +-1, f' = +0 at both; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); fast 2^-11 relative; double 1 (f, f'), 2 (f'').
/// Definition: torch.nn.Tanh, keras tanh, ONNX Tanh.
template <accuracy Tier> class basic_tanh : public elementwise<basic_tanh<Tier>> {
    friend elementwise<basic_tanh>;
    using evaluation = kernel::evaluation;

    template <class V> static XACT_INLINE V value(V const& x) {
        constexpr auto method = kernel::method<Tier, V>;
        if constexpr (method == evaluation::widened && simd::lookup_entries<typename V::arch> == 32)
            return kernel::exact_tanh_table(
                       simd::abs(x),
                       [](auto const& a) XACT_INLINE_LAMBDA {
                           return narrow(kernel::exp_ratio_in_parts<2>(simd::widen(a)).difference_over_sum());
                       }) |
                   simd::sign_of(x);
        else if constexpr (method == evaluation::widened) {
            auto const e = kernel::exp_ratio_in_parts<2>(simd::widen(simd::at_most(simd::abs(x), 55.0f)));
            return narrow(e.difference_over_sum()) | simd::sign_of(x);
        } else if constexpr (method == evaluation::float_lanes)
            return kernel::tanh_table<simd::lookup_entries<typename V::arch>>(simd::abs(x)) | simd::sign_of(x);
        else if constexpr (method == evaluation::cubic_rows)
            return kernel::cubic_tanh(x);
        else if constexpr (method == evaluation::estimate)
            return kernel::fast_tanh(x);
        else
            return from_exp(x, kernel::reduce_exp(simd::minus_abs(x + x)));
    }

    template <class V> static XACT_INLINE V slope(V const& x) {
        constexpr auto method = kernel::method<Tier, V>;
        if constexpr (method == evaluation::widened) {
            auto const e = kernel::exp_ratio<2>(simd::widen(simd::at_most(simd::abs(x), 55.0f)));
            auto const d = e.p + e.q;
            return narrow(4.0 * e.p * e.q / (d * d));
        } else if constexpr (method == evaluation::float_lanes)
            return kernel::logistic_slope<2, 4>(x);
        else if constexpr (method == evaluation::cubic_rows)
            return kernel::cubic_tanh_slope(x);
        else if constexpr (method == evaluation::estimate)
            return kernel::fast_logistic_slope<2, 4>(x);
        else
            return slope_from_parts(kernel::exp_twofold(simd::minus_abs(x + x)));
    }

    template <class V> static XACT_INLINE V curvature(V const& x) {
        if constexpr (kernel::method<Tier, V> == evaluation::twofold) {
            auto const e = kernel::exp_twofold(simd::minus_abs(x + x));
            kernel::twofold<V> const r{e.reciprocal.high + e.reciprocal.high, e.reciprocal.low + e.reciprocal.low};
            V const magnitude = simd::abs(sum((e.significand * e.minus_one) * (r * (r * r)))) * e.power * e.rest;
            return magnitude | simd::opposite_sign_of(x);
        } else {
            auto const e = kernel::exp_ratio<2>(simd::widen(simd::at_most(simd::abs(x), 55.0f)));
            auto const d = e.p + e.q;
            V const magnitude = narrow(8.0 * e.p * e.q * e.p_minus_q / (d * d * d));
            return magnitude | simd::opposite_sign_of(x);
        }
    }

    template <class V> static XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) {
        constexpr auto method = kernel::method<Tier, V>;
        if constexpr (method == evaluation::widened) {
            auto const e = kernel::exp_ratio<2>(simd::widen(simd::at_most(simd::abs(x), 55.0f)));
            auto const inverse = 1.0 / (e.p + e.q);
            return {narrow(e.p_minus_q * inverse) | simd::sign_of(x), narrow((4.0 * e.p * inverse) * (e.q * inverse))};
        } else if constexpr (method == evaluation::twofold) {
            auto const e = kernel::reduce_exp(simd::minus_abs(x + x));
            return {from_exp(x, e), slope_from_parts(kernel::exp_twofold(e))};
        } else if constexpr (method == evaluation::cubic_rows) {
            auto const both = kernel::cubic_tanh_with_slope(x);
            return {both.first, both.second};
        } else
            return {value(x), slope(x)};
    }

    template <class V> static XACT_INLINE V slope_from_output(V const& y) { return kernel::minus_square(V(1), y); }

    template <class V> static XACT_INLINE V from_exp(V const& x, kernel::reduced_exp<V> const& e) {
        return kernel::one_minus_exp_over_one_plus(e) | simd::sign_of(x);
    }

    template <class V> static XACT_INLINE V slope_from_parts(kernel::exp_parts<V> const& e) {
        return sum(e.significand * (e.reciprocal * e.reciprocal)) * e.power * (4.0 * e.rest);
    }
};

namespace detail {

// Tables fill the registers.
template <class Arch>
inline constexpr std::size_t registers<basic_tanh<accuracy::precise>, float, Arch> = simd::is_neon64<Arch>   ? 4
                                                                                     : simd::is_avx512<Arch> ? 3
                                                                                                             : 2;
template <class Arch>
inline constexpr std::size_t registers<derivative_of<basic_tanh<accuracy::precise>>, float, Arch> =
    simd::is_avx512<Arch>                                      ? 3
    : kernel::has_float_kernels<Arch> || simd::is_neon64<Arch> ? 4
                                                               : 2;
template <class Arch>
inline constexpr bool in_two_passes<basic_tanh<accuracy::precise>, float, Arch> = kernel::has_float_kernels<Arch>;

// In double lanes more would fill the registers.
template <class Arch>
inline constexpr std::size_t registers<basic_tanh<accuracy::exact>, float, Arch> = simd::is_avx512<Arch> ? 4 : 2;

// Long chains of double lanes: with two registers the processor waits.
template <accuracy Tier, class Arch>
inline constexpr std::size_t registers<basic_tanh<Tier>, double, Arch> = simd::has_fma<Arch> ? 4 : 2;
template <accuracy Tier, class Arch>
inline constexpr std::size_t registers<derivative_of<basic_tanh<Tier>>, double, Arch> =
    registers<basic_tanh<Tier>, double, Arch>;

} // namespace detail

using tanh = basic_tanh<accuracy::precise>; ///< basic_tanh of the precise tier.
namespace exact {
using tanh = basic_tanh<accuracy::exact>; ///< basic_tanh of the exact tier.
}
namespace fast {
using tanh = basic_tanh<accuracy::fast>; ///< basic_tanh of the fast tier.
}

} // namespace xact

#endif
