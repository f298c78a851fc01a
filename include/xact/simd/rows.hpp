#ifndef XACT_SIMD_ROWS_HPP
#define XACT_SIMD_ROWS_HPP

#include <xact/simd/bits.hpp>

namespace xact::simd {

/// True where a register of float is one row of four and neither tables in registers nor FMA exist: SSE to SSE4.2.
template <class Arch> inline constexpr bool has_rows = is_sse<Arch> && !is_avx<Arch> && !has_fma<Arch>;

/// True where two registers' halves are such rows and FMA exists, but tables in registers have no more than 8 entries.
template <class Arch> inline constexpr bool has_fused_rows = is_avx2<Arch>&& has_fma<Arch> && !is_avx512<Arch>;

/// A table of Size rows of four floats, Size a power of two.
template <std::size_t Size> struct row_table {
    static_assert((Size & (Size - 1)) == 0 && Size <= 4096, "the row is found by the low bits of a 16-bit offset");

    alignas(64) float row[Size][4];
};

/// Two results of one operation.
template <class V> struct two { V first, second; };

/// Lane i of the four packs is row i of those that were looked up.
template <class V> struct columns { V c0, c1, c2, c3; };

/// The rows at the given byte offsets, of which only those bits count that lead to a row of the table: whatever the
/// lanes hold, nothing outside the table is read.
template <std::size_t Size, class Arch>
XACT_INLINE columns<pack<float, 1, Arch>> rows_at(row_table<Size> const& table,
                                                  pack<std::int32_t, 1, Arch> const& offset) {
    static_assert(has_rows<Arch>, "rows are looked up where a register has four lanes");
    // Scalar instructions find the addresses: the vector units are what the kernels wait for.
    constexpr std::uint64_t inside = (Size - 1) * 16;
    auto const row = [&](std::uint64_t bytes)
                         XACT_INLINE_LAMBDA { return _mm_load_ps(table.row[static_cast<std::size_t>(bytes) / 16]); };
    auto const lanes = offset.reg[0];
#if defined(__x86_64__) || defined(_M_X64)
    constexpr std::uint64_t both_inside = inside << 32 | inside;
    auto const low = static_cast<std::uint64_t>(_mm_cvtsi128_si64(lanes)) & both_inside;
    // Not an unpacking of the upper half: gcc makes it a MOVHLPS, which waits for what its destination held before.
    auto const high = static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_shuffle_epi32(lanes, 0xee))) & both_inside;
    auto const r0 = row(static_cast<std::uint32_t>(low)), r1 = row(low >> 32);
    auto const r2 = row(static_cast<std::uint32_t>(high)), r3 = row(high >> 32);
#else
    auto const r0 = row(static_cast<std::uint64_t>(_mm_extract_epi16(lanes, 0)) & inside);
    auto const r1 = row(static_cast<std::uint64_t>(_mm_extract_epi16(lanes, 2)) & inside);
    auto const r2 = row(static_cast<std::uint64_t>(_mm_extract_epi16(lanes, 4)) & inside);
    auto const r3 = row(static_cast<std::uint64_t>(_mm_extract_epi16(lanes, 6)) & inside);
#endif
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
    constexpr int inside = (Size - 1) * 16;
    auto const lanes = _mm256_and_si256(offset.reg[0], _mm256_set1_epi32(inside));
    auto const row = [&](std::uint64_t bytes)
                         XACT_INLINE_LAMBDA { return _mm_load_ps(table.row[static_cast<std::size_t>(bytes) / 16]); };
    auto const two_rows = [&](std::uint64_t low, std::uint64_t high) XACT_INLINE_LAMBDA {
        return _mm256_insertf128_ps(_mm256_castps128_ps256(row(low)), row(high), 1);
    };
    auto const low = _mm256_castsi256_si128(lanes), high = _mm256_extracti128_si256(lanes, 1);
    auto const word = [](__m128i const& from, auto upper) XACT_INLINE_LAMBDA {
        constexpr int index = decltype(upper)::value;
#if defined(__x86_64__) || defined(_M_X64)
        return static_cast<std::uint64_t>(_mm_extract_epi64(from, index));
#else
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_extract_epi32(from, 2 * index))) |
               static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_extract_epi32(from, 2 * index + 1))) << 32;
#endif
    };
    constexpr std::integral_constant<int, 0> first{};
    constexpr std::integral_constant<int, 1> second{};
    auto const w0 = word(low, first), w1 = word(low, second), w2 = word(high, first), w3 = word(high, second);
    auto const r0 = two_rows(static_cast<std::uint32_t>(w0), static_cast<std::uint32_t>(w2));
    auto const r1 = two_rows(w0 >> 32, w2 >> 32);
    auto const r2 = two_rows(static_cast<std::uint32_t>(w1), static_cast<std::uint32_t>(w3));
    auto const r3 = two_rows(w1 >> 32, w3 >> 32);
    using batch = xsimd::batch<float, Arch>;
    auto const low_even = _mm256_unpacklo_ps(r0, r2), low_odd = _mm256_unpacklo_ps(r1, r3);
    auto const high_even = _mm256_unpackhi_ps(r0, r2), high_odd = _mm256_unpackhi_ps(r1, r3);
    return {batch(_mm256_unpacklo_ps(low_even, low_odd)), batch(_mm256_unpackhi_ps(low_even, low_odd)),
            batch(_mm256_unpacklo_ps(high_even, high_odd)), batch(_mm256_unpackhi_ps(high_even, high_odd))};
#else
    static_cast<void>(table), static_cast<void>(offset);
#endif
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
