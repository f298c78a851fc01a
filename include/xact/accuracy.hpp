#ifndef XACT_ACCURACY_HPP
#define XACT_ACCURACY_HPP

#include <xact/elementwise.hpp>
#include <xact/kernel/logistic_float.hpp>
#include <xact/simd/rows.hpp>

namespace xact {

/// What an activation promises, and with it how it is computed.
///
/// | tier    | float                                                              | double               |
/// |---------|--------------------------------------------------------------------|----------------------|
/// | exact   | correctly rounded: the same bits on every machine                  | refused              |
/// | precise | error at most 1 ULP, subnormal results included                    | error at most 1 ULP  |
/// | fast    | relative error at most 2^-11 where the result is normal            | as precise           |
///
/// Every tier keeps the special values: NaN, infinities, signed zeros, kinks, ranges and oddness.
enum class accuracy {
    exact,   ///< Correct rounding.
    precise, ///< Within 1 ULP; the default.
    fast     ///< Within 2^-11.
};

namespace kernel {

/// The five ways in which a smooth activation is evaluated; `method` is the one place that chooses.
enum class evaluation {
    widened,     // float in double-precision lanes, rounded once: correct rounding
    float_lanes, // float with tables and FMA
    cubic_rows,  // float with tables in memory, without FMA
    estimate,    // float, few terms
    twofold      // double as unevaluated sums
};

/// True when the kernels in float lanes exist for this architecture.
template <class Arch> inline constexpr bool has_float_kernels = simd::has_fma<Arch>&& simd::lookup_entries<Arch> != 0;

template <accuracy Tier, class V> constexpr evaluation choose_evaluation() {
    using value = typename V::value_type;
    static_assert(Tier != accuracy::exact || std::is_same_v<value, float>,
                  "xact: the exact tier promises correct rounding, which is proved for float only; for double use the "
                  "precise tier (xact::tanh, ...), whose error is at most 1 ULP");
    if (std::is_same_v<value, double>) return evaluation::twofold;
    if (Tier == accuracy::fast) return evaluation::estimate;
    if (Tier == accuracy::precise && has_float_kernels<typename V::arch>) return evaluation::float_lanes;
    if (Tier == accuracy::precise && simd::has_rows<typename V::arch>) return evaluation::cubic_rows;
    return evaluation::widened;
}

template <accuracy Tier, class V> inline constexpr evaluation method = choose_evaluation<Tier, V>();

} // namespace kernel

namespace detail {

template <class Activation, class T, class Arch> constexpr bool is_long_here() {
    if constexpr (is_long<Activation>)
        return !Activation::template has_short_kernel<T, Arch>();
    else
        return false;
}

/// Kernels in double lanes hold two registers for each of float.
template <template <accuracy> class Activation, accuracy Tier, class T, class Arch>
inline constexpr std::size_t registers<Activation<Tier>, T, Arch> =
    is_long_here<Activation<Tier>, T, Arch>() ? 2
    : simd::is_avx512<Arch> || simd::is_neon64<Arch> ||
            kernel::method<Tier, simd::pack<T, 1, Arch>> == kernel::evaluation::float_lanes
        ? 4
        : 2;

} // namespace detail

} // namespace xact

#endif
