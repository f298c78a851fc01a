#ifndef XACT_SIMD_CONVERT_HPP
#define XACT_SIMD_CONVERT_HPP

#include <xact/simd/bits.hpp>

namespace xact::simd {

namespace detail {

/// The lower (0) or upper (1) half of the lanes.
template <int Half, class Arch> XACT_INLINE auto half_of(xsimd::batch<float, Arch> const& x) {
    using wide = xsimd::batch<double, Arch>;
    if constexpr (is_avx512<Arch>) // the 64-bit form of the extraction needs no more than AVX-512F
        return wide(_mm512_maskz_cvtps_pd(every_lane<double>, _mm256_castpd_ps(_mm512_maskz_extractf64x4_pd(
                                                                  every_lane<double>, _mm512_castps_pd(x), Half))));
    else if constexpr (is_avx<Arch>)
        return wide(_mm256_cvtps_pd(_mm256_extractf128_ps(x, Half)));
    else if constexpr (is_sse<Arch>)
        return wide(_mm_cvtps_pd(Half == 0 ? x.data : _mm_movehl_ps(x, x)));
    else if constexpr (is_neon64<Arch> && Half == 0)
        return wide(vcvt_f64_f32(vget_low_f32(x)));
    else if constexpr (is_neon64<Arch>)
        return wide(vcvt_high_f64_f32(x));
    else {
        float lanes[xsimd::batch<float, Arch>::size];
        double wide_lanes[wide::size];
        x.store_unaligned(lanes);
        for (std::size_t i = 0; i < wide::size; ++i) wide_lanes[i] = static_cast<double>(lanes[Half * wide::size + i]);
        return wide::load_unaligned(wide_lanes);
    }
}

template <class Arch>
XACT_INLINE auto join_halves(xsimd::batch<double, Arch> const& low, xsimd::batch<double, Arch> const& high) {
    using narrow = xsimd::batch<float, Arch>;
    if constexpr (is_avx512<Arch>)
        return narrow(_mm512_castpd_ps(_mm512_maskz_insertf64x4(
            every_lane<double>,
            _mm512_castpd256_pd512(_mm256_castps_pd(_mm512_maskz_cvtpd_ps(every_lane<double>, low))),
            _mm256_castps_pd(_mm512_maskz_cvtpd_ps(every_lane<double>, high)), 1)));
    else if constexpr (is_avx<Arch>)
        return narrow(_mm256_insertf128_ps(_mm256_castps128_ps256(_mm256_cvtpd_ps(low)), _mm256_cvtpd_ps(high), 1));
    else if constexpr (is_sse<Arch>)
        return narrow(_mm_movelh_ps(_mm_cvtpd_ps(low), _mm_cvtpd_ps(high)));
    else if constexpr (is_neon64<Arch>)
        return narrow(vcvt_high_f32_f64(vcvt_f32_f64(low), high));
    else {
        constexpr std::size_t half = xsimd::batch<double, Arch>::size;
        double halves[2 * half];
        float lanes[2 * half];
        low.store_unaligned(halves);
        high.store_unaligned(halves + half);
        for (std::size_t i = 0; i < 2 * half; ++i) lanes[i] = static_cast<float>(halves[i]);
        return narrow::load_unaligned(lanes);
    }
}

} // namespace detail

/// The same lanes in double precision: twice as many registers.
template <std::size_t N, class Arch> XACT_INLINE pack<double, 2 * N, Arch> widen(pack<float, N, Arch> const& x) {
    static_assert(xsimd::batch<float, Arch>::size == 2 * xsimd::batch<double, Arch>::size,
                  "a register of float holds the lanes of two registers of double");
    return detail::generate<2 * N>([&](auto i) XACT_INLINE_LAMBDA { return detail::half_of<i % 2>(x.reg[i / 2]); });
}

/// The inverse of widen: each lane rounded once, to nearest even, into the subnormal range too.
template <std::size_t N, class Arch> XACT_INLINE pack<float, N / 2, Arch> narrow(pack<double, N, Arch> const& x) {
    return detail::generate<N / 2>(
        [&](auto i) XACT_INLINE_LAMBDA { return detail::opaque(detail::join_halves(x.reg[2 * i], x.reg[2 * i + 1])); });
}

} // namespace xact::simd

#endif
