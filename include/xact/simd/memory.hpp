#ifndef XACT_SIMD_MEMORY_HPP
#define XACT_SIMD_MEMORY_HPP

#include <xact/simd/pack.hpp>

#include <cstring>

namespace xact::simd {

/// One element at any address, also one that is not aligned for its type.
template <class T> XACT_INLINE T load_element(T const* from) {
    T x;
    std::memcpy(&x, static_cast<void const*>(from), sizeof x);
    return x;
}
template <class T> XACT_INLINE void store_element(T* to, T x) { std::memcpy(static_cast<void*>(to), &x, sizeof x); }
/// `count` elements, at most those of a few registers.
template <class T> XACT_INLINE void copy_elements(T* to, T const* from, std::size_t count) {
#if defined(__ARM_FEATURE_SVE) && defined(__GNUC__) && !defined(__clang__)
    // gcc 12's vectoriser makes wrong code of the loop, as seen in ranges.cpp, where it knows the count and the
    // numbers.
    std::memcpy(static_cast<void*>(to), static_cast<void const*>(from), count * sizeof(T));
#else
    for (std::size_t i = 0; i < count; ++i) store_element(to + i, load_element(from + i));
#endif
}

namespace detail {

/// A register at any alignment, read once.
template <class Batch> XACT_INLINE Batch load_one(typename Batch::value_type const* from) {
    Batch const loaded = Batch::load_unaligned(from);
#if defined(__GNUC__) && !defined(__clang__) && defined(__SSE2__)
    // gcc makes the load an operand of each instruction that uses the value, and the second load costs what
    // short functions take; emulated architectures keep no register.
    if constexpr (is_x86<typename Batch::arch_type>) {
        typename Batch::register_type value = loaded;
        asm("" : "+v"(value));
        return value;
    }
#endif
    return loaded;
}

} // namespace detail

/// N registers from consecutive elements at any alignment.
template <class Pack> XACT_INLINE Pack load(typename Pack::value_type const* from) {
    using batch = typename Pack::register_type;
    return detail::generate<Pack::registers>(
        [&](auto i) XACT_INLINE_LAMBDA { return detail::load_one<batch>(from + i * batch::size); });
}

template <class T, std::size_t N, class Arch, std::size_t... I>
XACT_INLINE void store(T* to, pack<T, N, Arch> const& x, std::index_sequence<I...>) {
    (x.reg[I].store_unaligned(to + I * xsimd::batch<T, Arch>::size), ...);
}
template <class T, std::size_t N, class Arch> XACT_INLINE void store(T* to, pack<T, N, Arch> const& x) {
    store(to, x, std::make_index_sequence<N>{});
}

/// As store, to an address aligned to the register, past the caches: the memory is not read first, and what the
/// caches hold stays there. Such stores become visible in no order until stream_fence.
template <class T, std::size_t N, class Arch, std::size_t... I>
XACT_INLINE void stream(T* to, pack<T, N, Arch> const& x, std::index_sequence<I...>) {
    static_assert(is_x86<Arch>, "the architecture has no such stores");
    constexpr std::size_t size = xsimd::batch<T, Arch>::size;
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        (_mm512_stream_ps(to + I * size, x.reg[I]), ...);
    else if constexpr (is_avx512<Arch>)
        (_mm512_stream_pd(to + I * size, x.reg[I]), ...);
    else if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
        (_mm256_stream_ps(to + I * size, x.reg[I]), ...);
    else if constexpr (is_avx<Arch>)
        (_mm256_stream_pd(to + I * size, x.reg[I]), ...);
    else if constexpr (std::is_same_v<T, float>)
        (_mm_stream_ps(to + I * size, x.reg[I]), ...);
    else
        (_mm_stream_pd(to + I * size, x.reg[I]), ...);
}
template <class T, std::size_t N, class Arch> XACT_INLINE void stream(T* to, pack<T, N, Arch> const& x) {
    stream(to, x, std::make_index_sequence<N>{});
}

template <class Arch> XACT_INLINE void stream_fence() {
    static_assert(is_x86<Arch>, "the architecture has no such stores");
#if XSIMD_WITH_SSE2 // elsewhere the name alone is an error: it depends on no parameter
    _mm_sfence();
#endif
}

namespace detail {

/// Reading 8 words at `lane_mask + 8 - count` gives `count` words of ones, then zeros.
alignas(64) inline constexpr std::int32_t lane_mask[16] = {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0};

/// A VMASKMOV mask for the first `count` lanes of T. A template, so that nothing wide is compiled
/// where it is not used.
template <class T, class Arch> XACT_INLINE auto first_lanes(std::size_t count) {
    auto const* words = lane_mask + 8 - count * (sizeof(T) / 4);
    return _mm256_loadu_si256(reinterpret_cast<typename xsimd::batch<std::int32_t, Arch>::register_type const*>(words));
}

} // namespace detail

/// The first `count` lanes from memory, zeros in the others; 0 < count < lanes of the register, with AVX-512 also all
/// of them. Not a byte beyond them is read.
template <class T, class Arch> XACT_INLINE pack<T, 1, Arch> load_some(T const* from, std::size_t count) {
    using batch = xsimd::batch<T, Arch>;
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return batch(_mm512_maskz_loadu_ps(static_cast<std::uint16_t>((1u << count) - 1), from));
    else if constexpr (is_avx512<Arch>)
        return batch(_mm512_maskz_loadu_pd(static_cast<std::uint8_t>((1u << count) - 1), from));
    else if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
        return batch(_mm256_maskload_ps(from, detail::first_lanes<T, Arch>(count)));
    else if constexpr (is_avx<Arch>)
        return batch(_mm256_maskload_pd(from, detail::first_lanes<T, Arch>(count)));
    else if constexpr (is_sse<Arch> && std::is_same_v<T, float>) {
        if (count == 1) return batch(_mm_set_ss(load_element(from)));
        auto const two = _mm_castsi128_ps(_mm_loadu_si64(from));
        return batch(count == 2 ? two : _mm_movelh_ps(two, _mm_set_ss(load_element(from + 2))));
    } else if constexpr (is_sse<Arch>)
        return batch(_mm_set_sd(load_element(from)));
    else {
        T lanes[batch::size] = {};
        copy_elements(lanes, from, count);
        return batch::load_unaligned(lanes);
    }
}

/// The first `count` lanes to memory; not a byte beyond them is written.
template <class T, class Arch> XACT_INLINE void store_some(T* to, pack<T, 1, Arch> const& x, std::size_t count) {
    auto const value = x.reg[0];
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        _mm512_mask_storeu_ps(to, static_cast<std::uint16_t>((1u << count) - 1), value);
    else if constexpr (is_avx512<Arch>)
        _mm512_mask_storeu_pd(to, static_cast<std::uint8_t>((1u << count) - 1), value);
    else if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
        _mm256_maskstore_ps(to, detail::first_lanes<T, Arch>(count), value);
    else if constexpr (is_avx<Arch>)
        _mm256_maskstore_pd(to, detail::first_lanes<T, Arch>(count), value);
    else if constexpr (is_sse<Arch> && std::is_same_v<T, float>) {
        if (count == 1) return store_element(to, _mm_cvtss_f32(value));
        _mm_storeu_si64(to, _mm_castps_si128(value));
        if (count == 3) store_element(to + 2, _mm_cvtss_f32(_mm_movehl_ps(value, value)));
    } else if constexpr (is_sse<Arch>)
        store_element(to, _mm_cvtsd_f64(value));
    else {
        T lanes[xsimd::batch<T, Arch>::size];
        value.store_unaligned(lanes);
        copy_elements(to, lanes, count);
    }
}

/// Two registers of which `count` lanes of the second are from memory, zeros in the others; 0 < count <= lanes of the
/// register. With AVX-512.
template <class T, class Arch> XACT_INLINE pack<T, 2, Arch> load_pair(T const* from, std::size_t count) {
    static_assert(is_avx512<Arch>, "the architecture has no mask registers");
    constexpr std::size_t width = xsimd::batch<T, Arch>::size;
    return {load<pack<T, 1, Arch>>(from).reg[0], load_some<T, Arch>(from + width, count).reg[0]};
}
/// The same lanes to memory.
template <class T, class Arch> XACT_INLINE void store_some(T* to, pack<T, 2, Arch> const& x, std::size_t count) {
    static_assert(is_avx512<Arch>, "the architecture has no mask registers");
    constexpr std::size_t width = xsimd::batch<T, Arch>::size;
    store(to, pack<T, 1, Arch>(x.reg[0]));
    store_some(to + width, pack<T, 1, Arch>(x.reg[1]), count);
}

/// Lane 0.
template <class T, class Arch> XACT_INLINE T first_lane(pack<T, 1, Arch> const& x) {
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return _mm512_cvtss_f32(x.reg[0]);
    else if constexpr (is_avx512<Arch>)
        return _mm512_cvtsd_f64(x.reg[0]);
    else if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
        return _mm256_cvtss_f32(x.reg[0]);
    else if constexpr (is_avx<Arch>)
        return _mm256_cvtsd_f64(x.reg[0]);
    else if constexpr (is_sse<Arch> && std::is_same_v<T, float>)
        return _mm_cvtss_f32(x.reg[0]);
    else if constexpr (is_sse<Arch>)
        return _mm_cvtsd_f64(x.reg[0]);
    else {
        T lanes[xsimd::batch<T, Arch>::size];
        x.reg[0].store_unaligned(lanes);
        return lanes[0];
    }
}

} // namespace xact::simd

#endif
