#ifndef XACT_SIMD_ROWS_HPP
#define XACT_SIMD_ROWS_HPP

#include <xact/simd/bits.hpp>

namespace xact::simd {

/// True where a register of float is one row of four and neither tables in registers nor FMA exist: SSE to SSE4.2.
template <class Arch> inline constexpr bool has_rows = is_sse<Arch> && !is_avx<Arch> && !has_fma<Arch>;

/// True where two registers' halves are such rows and FMA exists, but tables in registers have no more than 8 entries.
template <class Arch> inline constexpr bool has_fused_rows = is_avx2<Arch>&& has_fma<Arch> && !is_avx512<Arch>;

/// True where either is.
template <class Arch> inline constexpr bool has_any_rows = has_rows<Arch> || has_fused_rows<Arch>;

/// A table of Size rows of four floats, Size a power of two.
template <std::size_t Size> struct row_table {
    static_assert((Size & (Size - 1)) == 0 && Size <= 4096, "the row is found by the low bits of a 16-bit offset");

    alignas(64) float row[Size][4];
};

/// Two results of one operation.
template <class V> struct two { V first, second; };

/// Lane i of the four packs is row i of those that were looked up.
template <class V> struct columns { V c0, c1, c2, c3; };

namespace detail {

/// The rows at the byte offsets in the lanes of a register, one after the other. Of the offsets only those bits count
/// that lead to a row of the table: whatever the lanes hold, nothing outside the table is read.
template <std::size_t Size, class Arch> class rows_of {
public:
    XACT_INLINE rows_of(row_table<Size> const& table, pack<std::int32_t, 1, Arch> const& offset)
        : first(reinterpret_cast<char const*>(table.row)) {
        (offset & pack<std::int32_t, 1, Arch>((Size - 1) * 16)).reg[0].store_aligned(at);
#if defined(__GNUC__)
        // Through memory: clang would take the lanes out of the register one by one, in twice as many instructions.
        asm("" : "+m"(at));
#endif
    }

    XACT_INLINE auto operator[](std::size_t lane) const {
        // of a dependent type: elsewhere the instruction's name is none
        using value_type = typename pack<float, 1, Arch>::value_type;
        return _mm_load_ps(reinterpret_cast<value_type const*>(first + static_cast<std::uint32_t>(at[lane])));
    }

private:
    char const* first;
    alignas(32) std::int32_t at[xsimd::batch<std::int32_t, Arch>::size];
};

} // namespace detail

/// The rows at the given byte offsets, modulo the size of the table.
template <std::size_t Size, class Arch>
XACT_INLINE columns<pack<float, 1, Arch>> rows_at(row_table<Size> const& table,
                                                  pack<std::int32_t, 1, Arch> const& offset) {
    static_assert(has_rows<Arch>, "rows are looked up where a register has four lanes");
    detail::rows_of<Size, Arch> const row(table, offset);
    auto const r0 = row[0], r1 = row[1], r2 = row[2], r3 = row[3];
    using batch = xsimd::batch<float, Arch>;
    auto const low_even = _mm_unpacklo_ps(r0, r2), low_odd = _mm_unpacklo_ps(r1, r3);
    auto const high_even = _mm_unpackhi_ps(r0, r2), high_odd = _mm_unpackhi_ps(r1, r3);
    return {batch(_mm_unpacklo_ps(low_even, low_odd)), batch(_mm_unpackhi_ps(low_even, low_odd)),
            batch(_mm_unpacklo_ps(high_even, high_odd)), batch(_mm_unpackhi_ps(high_even, high_odd))};
}

/// The same for registers of eight lanes.
template <std::size_t Size, class Arch>
XACT_INLINE columns<pack<float, 1, Arch>> wide_rows_at(row_table<Size> const& table,
                                                       pack<std::int32_t, 1, Arch> const& offset) {
    static_assert(has_fused_rows<Arch>, "two rows are looked up where a register has eight lanes");
#if XSIMD_WITH_AVX2 // elsewhere the names of its instructions are errors: they depend on no parameter
    detail::rows_of<Size, Arch> const row(table, offset);
    auto const two_rows = [&](std::size_t lane) XACT_INLINE_LAMBDA {
        return _mm256_castps_si256(_mm256_insertf128_ps(_mm256_castps128_ps256(row[lane]), row[lane + 4], 1));
    };
    auto const r0 = two_rows(0), r1 = two_rows(1), r2 = two_rows(2), r3 = two_rows(3);
    // As integers: Intel's processors have two units for these, and one for the same of floats.
    auto const low_even = _mm256_unpacklo_epi32(r0, r2), low_odd = _mm256_unpacklo_epi32(r1, r3);
    auto const high_even = _mm256_unpackhi_epi32(r0, r2), high_odd = _mm256_unpackhi_epi32(r1, r3);
    auto const column = [](auto const& x)
                            XACT_INLINE_LAMBDA { return xsimd::batch<float, Arch>(_mm256_castsi256_ps(x)); };
    return {column(_mm256_unpacklo_epi32(low_even, low_odd)), column(_mm256_unpackhi_epi32(low_even, low_odd)),
            column(_mm256_unpacklo_epi32(high_even, high_odd)), column(_mm256_unpackhi_epi32(high_even, high_odd))};
#else
    static_cast<void>(table), static_cast<void>(offset);
#endif
}

/// The same for registers of either kind.
template <std::size_t Size, class Arch>
XACT_INLINE columns<pack<float, 1, Arch>> columns_at(row_table<Size> const& table,
                                                     pack<std::int32_t, 1, Arch> const& offset) {
    if constexpr (has_rows<Arch>)
        return rows_at(table, offset);
    else
        return wide_rows_at(table, offset);
}

namespace detail {

template <class T, class Arch, std::size_t... I>
XACT_INLINE bool all(mask<T, sizeof...(I), Arch> const& m, std::index_sequence<I...>) {
    auto every = m.reg[0];
    ((every = every & m.reg[I]), ...);
    return xsimd::all(every);
}

template <class V, class... Ones> XACT_INLINE two<V> side_by_side(Ones const&... one) {
    return {V(one.first.reg[0]...), V(one.second.reg[0]...)};
}

/// Keeps gcc from putting the last operations for one register after the first ones for the next.
template <class V> XACT_INLINE two<V> completed(two<V> const& result) {
#if defined(__GNUC__) && defined(__SSE2__)
    using batch = typename V::register_type;
    typename batch::register_type first = result.first.reg[0], second = result.second.reg[0];
    asm volatile("" : "+x"(first), "+x"(second));
    return {V(batch(first)), V(batch(second))};
#else
    return result;
#endif
}

template <class F, class T, std::size_t N, class Arch, std::size_t... I>
XACT_INLINE two<pack<T, N, Arch>> two_one_by_one(F const& f, pack<T, N, Arch> const& x, std::index_sequence<I...>) {
    return side_by_side<pack<T, N, Arch>>(completed(f(pack<T, 1, Arch>(x.reg[I])))...);
}

} // namespace detail

/// True when m holds in every lane.
template <class T, std::size_t N, class Arch> XACT_INLINE bool all(mask<T, N, Arch> const& m) {
    return detail::all(m, std::make_index_sequence<N>{});
}

/// f of each register as a pack of one, the next register after the last operation of the one before. For kernels with
/// more live values than there are registers: interleaved, gcc would spill them.
template <class F, class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> one_by_one(F const& f, pack<T, N, Arch> const& x) {
    return detail::zip([&](auto r) XACT_INLINE_LAMBDA { return f(pack<T, 1, Arch>(r)).reg[0]; }, x);
}

/// The same for an f with two results.
template <class F, class T, std::size_t N, class Arch>
XACT_INLINE two<pack<T, N, Arch>> two_one_by_one(F const& f, pack<T, N, Arch> const& x) {
    return detail::two_one_by_one(f, x, std::make_index_sequence<N>{});
}

} // namespace xact::simd

#endif
