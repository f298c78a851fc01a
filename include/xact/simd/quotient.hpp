#ifndef XACT_SIMD_QUOTIENT_HPP
#define XACT_SIMD_QUOTIENT_HPP

#include <xact/simd/pack.hpp>

namespace xact::simd {

namespace detail {

/// n/d, but for 2^-56 of it and its last rounding, whichever bits the processor gives to its estimate, which is within
/// 2^-14 of 1/d: a step of Newton's leaves the square of that, and the correction of the quotient the square again.
template <class Arch>
XACT_INLINE pack<double, 1, Arch> multiplied_quotient(pack<double, 1, Arch> const& n, pack<double, 1, Arch> const& d) {
#if XSIMD_WITH_AVX512F // elsewhere the names of its instructions are errors: they depend on no parameter
    using one = pack<double, 1, Arch>;
    using batch = xsimd::batch<double, Arch>;
    one const estimate(opaque(batch(_mm512_maskz_rcp14_pd(every_lane<double>, d.reg[0]))));
    one const reciprocal = fma(fnma(estimate, d, one(1.0)), estimate, estimate);
    one const q = n * reciprocal;
    return fma(fnma(q, d, n), reciprocal, q);
#else
    return n / d;
#endif
}

} // namespace detail

/// n/d with an error below 0.63 ULP, n, d and 1/d far from the ends of the range. Of the two registers that a register
/// of float is widened to, AVX-512 divides one and multiplies the other one by a reciprocal, on units that a division
/// leaves idle. Which of them a lane is in may decide its last bit, and must not matter to what becomes of it.
template <std::size_t N, class Arch>
XACT_INLINE pack<double, N, Arch> quotient_of_halves(pack<double, N, Arch> const& n, pack<double, N, Arch> const& d) {
    if constexpr (is_avx512<Arch>)
        return detail::generate<N>([&](auto i) XACT_INLINE_LAMBDA {
            pack<double, 1, Arch> const ni(n.reg[i]), di(d.reg[i]);
            if constexpr (i % 2 == 0)
                return (ni / di).reg[0];
            else
                return detail::multiplied_quotient(ni, di).reg[0];
        });
    else
        return n / d;
}

} // namespace xact::simd

#endif
