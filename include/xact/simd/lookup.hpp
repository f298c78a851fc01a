#ifndef XACT_SIMD_LOOKUP_HPP
#define XACT_SIMD_LOOKUP_HPP

#include <xact/simd/bits.hpp>

namespace xact::simd {

/// The largest table of float that the architecture looks up in registers in one instruction.
template <class Arch> inline constexpr std::size_t lookup_entries = is_avx512<Arch> ? 32 : is_avx2<Arch> ? 8 : 0;

namespace detail {

/// A table of float in as many registers as it fills; one of 8 twice, so that one more bit of the index does not
/// matter. Shared: by several registers that are looked up.
template <std::size_t Size, bool Shared, class Arch> struct table_registers {
    static_assert(Size == 8 || (Size == 16 && is_avx512<Arch>) || Size == lookup_entries<Arch>,
                  "no instruction of this architecture looks up a table of this size");
    using batch = xsimd::batch<float, Arch>;

    explicit XACT_INLINE table_registers(float const* table) {
#if XSIMD_WITH_AVX512F // elsewhere the names of its instructions are errors: they depend on no parameter
        if constexpr (is_avx512<Arch> && Size == 8) {
            auto const half = _mm256_castps_pd(_mm256_loadu_ps(table));
            reg[0] = _mm512_castpd_ps(_mm512_maskz_broadcast_f64x4(every_lane<double>, half));
            return;
        }
#endif
        if constexpr (!(is_avx512<Arch> && Size == 8))
            for (std::size_t i = 0; i < count; ++i)
                reg[i] = loaded_once(batch::load_unaligned(table + i * batch::size));
    }

    XACT_INLINE batch operator[](batch const& index) const {
        if constexpr (Size == 32)
            return _mm512_permutex2var_ps(reg[0], _mm512_castps_si512(index), reg[1]);
        else if constexpr (is_avx512<Arch>)
            return _mm512_maskz_permutexvar_ps(every_lane<float>, _mm512_castps_si512(index), reg[0]);
        else
            return _mm256_permutevar8x32_ps(reg[0], _mm256_castps_si256(index));
    }

private:
    /// gcc makes the load an operand of each instruction that uses the table, and kernels of several registers wait for
    /// loads.
    static XACT_INLINE batch loaded_once(batch const& x) {
#if defined(__GNUC__) && !defined(__clang__)
        if constexpr (Shared && is_avx512<Arch>) {
            typename batch::register_type value = x;
            asm volatile("" : "+v"(value));
            return value;
        }
#endif
        return x;
    }

    static constexpr std::size_t count = Size == 32 ? 2 : 1;
    batch reg[count];
};

} // namespace detail

/// table[low bits of the bit pattern of `index`], Size a power of two. The index is taken as the raw
/// pattern because it usually stands in the low bits of a sum with a large constant.
template <std::size_t Size, std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> lookup(float const (&table)[Size], pack<float, N, Arch> const& index) {
    detail::table_registers<Size, (N > 1), Arch> const entries(table);
    return detail::zip([&](auto i) XACT_INLINE_LAMBDA { return entries[i]; }, index);
}

/// True where a table of 16 doubles is looked up in registers in one instruction.
template <class Arch> inline constexpr bool has_double_lookup = is_avx512<Arch>;

/// The same for 16 doubles.
template <std::size_t N, class Arch>
XACT_INLINE pack<double, N, Arch> lookup(double const (&table)[16], pack<double, N, Arch> const& index) {
    static_assert(has_double_lookup<Arch>, "no instruction of this architecture looks up a table of doubles");
#if XSIMD_WITH_AVX512F // elsewhere the names of its instructions are errors: they depend on no parameter
    using batch = xsimd::batch<double, Arch>;
    batch const low = batch::load_unaligned(table), high = batch::load_unaligned(table + 8);
    return detail::zip(
        [&](auto i) XACT_INLINE_LAMBDA { return batch(_mm512_permutex2var_pd(low, _mm512_castpd_si512(i), high)); },
        index);
#else
    static_cast<void>(table), static_cast<void>(index);
#endif
}

} // namespace xact::simd

#endif
