#ifndef XACT_SIMD_RARE_HPP
#define XACT_SIMD_RARE_HPP

#include <xact/simd/bits.hpp>

namespace xact::simd {

namespace detail {

#if XSIMD_WITH_AVX512F // elsewhere the names of its instructions are errors: they depend on no parameter
/// The lanes of N registers that are below a limit, 16 at most, in one register, and back: each where it is, if no two
/// of them are in the same place, or side by side. Compressed in registers: processors that are slow to compress to
/// memory are quick at that.
template <std::size_t N, class Arch> class gathered_lanes {
public:
    using batch = xsimd::batch<float, Arch>;

    XACT_INLINE gathered_lanes(pack<float, N, Arch> const& x, float limit)
        : gathered_lanes(x < pack<float, N, Arch>(limit)) {}
    explicit XACT_INLINE gathered_lanes(simd::mask<float, N, Arch> const& chosen)
        : gathered_lanes(chosen, std::make_index_sequence<N>{}) {}

    XACT_INLINE bool fit_in_one() const { return !collide || begin[N] <= 16; }

    /// Other lanes hold `rest`.
    XACT_INLINE pack<float, 1, Arch> gather(pack<float, N, Arch> const& x, float rest) const {
        batch all(rest);
        if (collide) {
            all = _mm512_mask_compress_ps(all, mask[0], x.reg[0]);
            for (std::size_t i = 1; i < N; ++i)
                all = _mm512_mask_expand_ps(all, from(i), _mm512_mask_compress_ps(batch(rest), mask[i], x.reg[i]));
        } else
            for (std::size_t i = 0; i < N; ++i) all = _mm512_mask_mov_ps(all, mask[i], x.reg[i]);
        return all;
    }

    XACT_INLINE pack<float, N, Arch> scatter(pack<float, 1, Arch> const& all, pack<float, N, Arch> y) const {
        if (collide) {
            y.reg[0] = _mm512_mask_expand_ps(y.reg[0], mask[0], all.reg[0]);
            for (std::size_t i = 1; i < N; ++i)
                y.reg[i] = _mm512_mask_expand_ps(y.reg[i], mask[i], _mm512_maskz_compress_ps(from(i), all.reg[0]));
        } else
            for (std::size_t i = 0; i < N; ++i) y.reg[i] = _mm512_mask_mov_ps(y.reg[i], mask[i], all.reg[0]);
        return y;
    }

private:
    template <std::size_t... I>
    XACT_INLINE gathered_lanes(simd::mask<float, N, Arch> const& chosen, std::index_sequence<I...>)
        : mask{static_cast<__mmask16>(chosen.reg[I])...} {
        begin[0] = 0;
        ((begin[I + 1] = begin[I] + static_cast<unsigned>(_mm_popcnt_u32(mask[I]))), ...);
        collide = begin[N] != static_cast<unsigned>(_mm_popcnt_u32((0u | ... | mask[I])));
    }

    /// The lanes from where those of register i begin.
    XACT_INLINE __mmask16 from(std::size_t i) const { return static_cast<__mmask16>(0xffffu << begin[i]); }

    __mmask16 mask[N];
    unsigned begin[N + 1];
    bool collide;
};
#endif

} // namespace detail

/// f(x) where x is below `limit`, which is negative, and y elsewhere. f sees `limit` or x in other lanes. For a part of
/// the domain that is rare but not so rare that its time does not matter: with AVX-512 f is computed once for all lanes
/// that need it if they fit in a register, elsewhere for the registers that have such a lane.
template <class F, std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> replaced_below(float limit, pack<float, N, Arch> const& x,
                                                pack<float, N, Arch> const& y, F const& f) {
    if (XACT_LIKELY(!any_below(x, limit))) return y;
    if constexpr (is_avx512<Arch>) {
#if XSIMD_WITH_AVX512F
        if constexpr (N > 1) {
            detail::gathered_lanes<N, Arch> const lanes(x, limit);
            if (XACT_LIKELY(lanes.fit_in_one())) return lanes.scatter(f(lanes.gather(x, limit)), y);
        }
#endif
        return select(x < pack<float, N, Arch>(limit), f(x), y);
    } else {
        using one = pack<float, 1, Arch>;
        pack<float, N, Arch> result = y;
        for (std::size_t i = 0; i < N; ++i) {
            one const xi(x.reg[i]);
            if (any_below(xi, limit)) result.reg[i] = select(xi < one(limit), f(xi), one(y.reg[i])).reg[0];
        }
        return result;
    }
}

/// least where it is most, f(x) elsewhere, by the same means. f sees x or 1 in other lanes.
template <class F, std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> replaced_unless_equal(pack<float, N, Arch> const& least,
                                                       pack<float, N, Arch> const& most, pack<float, N, Arch> const& x,
                                                       F const& f) {
    static_assert(is_avx512<Arch>, "comparisons are cheap where they give mask registers");
#if XSIMD_WITH_AVX512F
    auto const differ = least < most;
    if (XACT_LIKELY(!any(differ))) return least;
    if constexpr (N > 1) {
        detail::gathered_lanes<N, Arch> const lanes(differ);
        if (XACT_LIKELY(lanes.fit_in_one())) return lanes.scatter(f(lanes.gather(x, 1.0f)), least);
    }
    return select(differ, f(x), least);
#else
    static_cast<void>(most), static_cast<void>(x), static_cast<void>(f);
    return least;
#endif
}

} // namespace xact::simd

#endif
