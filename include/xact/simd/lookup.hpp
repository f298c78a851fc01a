#ifndef XACT_SIMD_LOOKUP_HPP
#define XACT_SIMD_LOOKUP_HPP

#include <xact/simd/bits.hpp>

namespace xact::simd {

/// The largest table of float that the architecture looks up in registers in one instruction.
template <class Arch> inline constexpr std::size_t lookup_entries = is_avx512<Arch> ? 32 : is_avx2<Arch> ? 8 : 0;

namespace detail {

template <std::size_t Size, class Arch>
XACT_INLINE xsimd::batch<float, Arch> lookup(float const* table, xsimd::batch<float, Arch> const& index) {
    static_assert(Size == 8 || (Size == 16 && is_avx512<Arch>) || Size == lookup_entries<Arch>,
                  "no instruction of this architecture looks up a table of this size");
    using batch = xsimd::batch<float, Arch>;
    if constexpr (Size == 32)
        return _mm512_permutex2var_ps(batch::load_unaligned(table), _mm512_castps_si512(index),
                                      batch::load_unaligned(table + 16));
    else if constexpr (Size == 16)
        return _mm512_maskz_permutexvar_ps(every_lane<float>, _mm512_castps_si512(index), batch::load_unaligned(table));
    else if constexpr (is_avx512<Arch>) { // the table twice, so that one more bit of the index does not matter
        batch const half = _mm512_maskz_loadu_ps(typename xsimd::batch_bool<float, Arch>::register_type(0xff), table);
        batch const twice = _mm512_maskz_shuffle_f32x4(every_lane<float>, half, half, 0x44);
        return _mm512_maskz_permutexvar_ps(every_lane<float>, _mm512_castps_si512(index), twice);
    } else
        return _mm256_permutevar8x32_ps(batch::load_unaligned(table), _mm256_castps_si256(index));
}

} // namespace detail

/// table[low bits of the bit pattern of `index`], Size a power of two. The index is taken as the raw
/// pattern because it usually stands in the low bits of a sum with a large constant.
template <std::size_t Size, std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> lookup(float const (&table)[Size], pack<float, N, Arch> const& index) {
    return detail::zip([&](auto i) XACT_INLINE_LAMBDA { return detail::lookup<Size>(table, i); }, index);
}

} // namespace xact::simd

#endif
