#ifndef XACT_ACCURACY_HPP
#define XACT_ACCURACY_HPP

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
enum class accuracy { exact, precise, fast };

namespace kernel {

/// The five ways in which a smooth activation is evaluated; `method` is the one place that chooses.
enum class evaluation {
    widened,     // float in double-precision lanes, rounded once: correct rounding
    float_lanes, // float with tables and FMA
    cubic_rows,  // float with tables in memory, without FMA
    estimate,    // float, few terms
    twofold      // double as unevaluated sums
};

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

} // namespace xact

#endif
