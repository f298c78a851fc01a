#ifndef XACT_SIMD_BITS_HPP
#define XACT_SIMD_BITS_HPP

#include <xact/simd/pack.hpp>

#include <limits>

namespace xact::simd {

namespace detail {

template <int Count, class I, class Arch> XACT_INLINE xsimd::batch<I, Arch> shift_left(xsimd::batch<I, Arch> const& x) {
    if constexpr (is_avx512<Arch> && sizeof(I) == 4)
        return _mm512_maskz_slli_epi32(every_lane<I>, x, Count);
    else if constexpr (is_avx512<Arch>)
        return _mm512_maskz_slli_epi64(every_lane<I>, x, Count);
    else
        return x << Count;
}

template <int Count, class I, class Arch>
XACT_INLINE xsimd::batch<I, Arch> shift_right(xsimd::batch<I, Arch> const& x) {
    if constexpr (is_avx512<Arch> && sizeof(I) == 4)
        return _mm512_maskz_srai_epi32(every_lane<I>, x, Count);
    else
        return x >> Count;
}

} // namespace detail

/// The lanes' bit patterns as integers, and back.
template <class T, std::size_t N, class Arch> XACT_INLINE auto bits(pack<T, N, Arch> const& x) {
    return detail::zip([](auto r) XACT_INLINE_LAMBDA { return detail::bit_cast<same_size_int<T>>(r); }, x);
}
template <class T, class I, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> from_bits(pack<I, N, Arch> const& x) {
    static_assert(sizeof(T) == sizeof(I), "from_bits keeps the element size");
    return detail::zip([](auto r) XACT_INLINE_LAMBDA { return detail::bit_cast<T>(r); }, x);
}

template <int Count, class I, std::size_t N, class Arch>
XACT_INLINE pack<I, N, Arch> shift_left(pack<I, N, Arch> const& x) {
    return detail::zip([](auto r) XACT_INLINE_LAMBDA { return detail::shift_left<Count>(r); }, x);
}

template <int Count, class I, std::size_t N, class Arch>
XACT_INLINE pack<I, N, Arch> shift_right(pack<I, N, Arch> const& x) {
    return detail::zip([](auto r) XACT_INLINE_LAMBDA { return detail::shift_right<Count>(r); }, x);
}

/// True where multiplying by a power of two that is given by its logarithm is one instruction.
template <class Arch> inline constexpr bool has_scaling = is_avx512<Arch>;

/// x 2^floor(k).
template <std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> scaled_by_octaves(pack<float, N, Arch> const& x, pack<float, N, Arch> const& k) {
    static_assert(has_scaling<Arch>, "the instruction is one of AVX-512");
    return detail::zip(
        [](auto a, auto b) XACT_INLINE_LAMBDA {
            return detail::opaque(xsimd::batch<float, Arch>(_mm512_maskz_scalef_ps(detail::every_lane<float>, a, b)));
        },
        x, k);
}

/// x, of which the compiler knows nothing where XACT_FAST_MATH, and x elsewhere.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> opaque(pack<T, N, Arch> const& x) {
    return detail::zip([](auto r) XACT_INLINE_LAMBDA { return detail::opaque(r); }, x);
}

/// +inf and NaN in every lane.
template <class V> XACT_INLINE V infinity() {
    using T = typename V::value_type;
    using ints = pack<same_size_int<T>, V::registers, typename V::arch>;
    return opaque(from_bits<T>(ints(detail::special_bits<T>::infinity)));
}
template <class V> XACT_INLINE V not_a_number() {
    using T = typename V::value_type;
    using ints = pack<same_size_int<T>, V::registers, typename V::arch>;
    return opaque(from_bits<T>(ints(detail::special_bits<T>::not_a_number)));
}

/// -0 or +0: the sign bit alone.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> sign_of(pack<T, N, Arch> const& x) {
    return x & pack<T, N, Arch>(T(-0.0));
}

/// The sign of -x alone.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> opposite_sign_of(pack<T, N, Arch> const& x) {
    return sign_of(x ^ pack<T, N, Arch>(T(-0.0)));
}

/// -|x|.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> minus_abs(pack<T, N, Arch> const& x) {
    return x | pack<T, N, Arch>(T(-0.0));
}

template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> abs(pack<T, N, Arch> const& x) {
    using ints = pack<same_size_int<T>, N, Arch>;
    return x & from_bits<T>(ints(static_cast<same_size_int<T>>(~(same_size_int<T>(1) << (sizeof(T) * 8 - 1)))));
}

/// The square root, correctly rounded.
template <std::size_t N, class Arch> XACT_INLINE pack<double, N, Arch> square_root(pack<double, N, Arch> const& x) {
    return detail::zip(
        [](auto r) XACT_INLINE_LAMBDA {
            if constexpr (is_avx512<Arch>)
                return detail::opaque(decltype(r)(_mm512_maskz_sqrt_pd(detail::every_lane<double>, r)));
            else
                return detail::opaque(decltype(r)(xsimd::sqrt(r)));
        },
        x);
}

namespace detail {

/// The larger of two patterns that have no sign bit.
template <class Arch>
XACT_INLINE xsimd::batch<std::int32_t, Arch> larger(xsimd::batch<std::int32_t, Arch> const& a,
                                                    xsimd::batch<std::int32_t, Arch> const& b) {
    if constexpr (is_avx512<Arch>)
        return _mm512_maskz_max_epu32(every_lane<float>, a, b);
    else
        return xsimd::max(a, b);
}

/// The smaller of two integers.
template <class Arch>
XACT_INLINE xsimd::batch<std::int32_t, Arch> smaller(xsimd::batch<std::int32_t, Arch> const& a,
                                                     xsimd::batch<std::int32_t, Arch> const& b) {
    if constexpr (is_avx512<Arch>)
        return _mm512_maskz_min_epi32(every_lane<float>, a, b);
    else
        return xsimd::min(a, b);
}

template <class T, class Arch, std::size_t... I>
XACT_INLINE bool any(mask<T, sizeof...(I), Arch> const& m, std::index_sequence<I...>) {
    auto some = m.reg[0];
    ((I == 0 ? void() : void(some = some | m.reg[I])), ...);
    return xsimd::any(some);
}

template <std::size_t N, class Arch, std::size_t... I>
XACT_INLINE xsimd::batch<std::int32_t, Arch> largest(pack<std::int32_t, N, Arch> const& x, std::index_sequence<I...>) {
    xsimd::batch<std::int32_t, Arch> most = x.reg[0];
    ((I == 0 ? void() : void(most = larger(most, x.reg[I]))), ...);
    return most;
}

} // namespace detail

/// True when some lane of `magnitude`, which has no sign bits, is above `limit` or NaN.
template <std::size_t N, class Arch> XACT_INLINE bool any_above(pack<float, N, Arch> const& magnitude, float limit) {
    auto const most = detail::largest(bits(magnitude), std::make_index_sequence<N>{});
    auto const bound = detail::bit_cast<std::int32_t>(xsimd::batch<float, Arch>(limit));
    if constexpr (is_avx512<Arch>)
        return _mm512_cmpgt_epu32_mask(most, bound) != 0;
    else
        return xsimd::any(most > bound);
}

/// True when some lane of `magnitude`, which has no sign bits, is below `low` or above `high` or NaN, 0 <= low <= high.
template <std::size_t N, class Arch>
XACT_INLINE bool any_outside(pack<float, N, Arch> const& magnitude, float low, float high) {
    auto const first = detail::bit_cast<std::int32_t>(xsimd::batch<float, Arch>(low));
    auto const last = detail::bit_cast<std::int32_t>(xsimd::batch<float, Arch>(high));
    if constexpr (is_avx512<Arch>) { // patterns without sign, counted from that of `low` on: one comparison for all
        pack<std::int32_t, N, Arch> const from_first =
            detail::zip([&](auto r) XACT_INLINE_LAMBDA { return r - first; }, bits(magnitude));
        return _mm512_cmpgt_epu32_mask(detail::largest(from_first, std::make_index_sequence<N>{}), last - first) != 0;
    } else {
        return any_above(magnitude, high) || any(magnitude < pack<float, N, Arch>(low));
    }
}

/// True when some lane of `m` holds.
template <class T, std::size_t N, class Arch> XACT_INLINE bool any(mask<T, N, Arch> const& m) {
    return detail::any(m, std::make_index_sequence<N>{});
}

/// True when some lane of x is below `limit`, which is negative. With AVX-512 also when one is a NaN with its sign bit.
template <std::size_t N, class Arch> XACT_INLINE bool any_below(pack<float, N, Arch> const& x, float limit) {
    if constexpr (is_avx512<Arch>) // patterns without sign: one comparison for all registers
        return any_above(x, limit);
    else
        return any(x < pack<float, N, Arch>(limit));
}

/// f where x has its sign bit, 1 - f elsewhere.
template <std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> complement_unless_negative(pack<float, N, Arch> const& x,
                                                            pack<float, N, Arch> const& f) {
    return detail::zip(
        [](auto s, auto y) XACT_INLINE_LAMBDA {
            using batch = xsimd::batch<float, Arch>;
            if constexpr (is_avx512<Arch>) {
                auto const at_least_zero =
                    _mm512_cmpge_epi32_mask(_mm512_castps_si512(s), _mm512_castps_si512(batch(0.0f)));
                return detail::opaque(batch(_mm512_mask_sub_ps(y, at_least_zero, batch(1.0f), y)));
            } else if constexpr (is_avx<Arch>)
                return batch(_mm256_blendv_ps(detail::difference(batch(1.0f), y), y, s));
            else
                return xsimd::select(detail::is_less(s, batch(0.0f)), y, detail::difference(batch(1.0f), y));
        },
        x, f);
}

/// The larger of x and y; x when they are equal or one is NaN.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> larger(pack<T, N, Arch> const& x, pack<T, N, Arch> const& y) {
    return detail::zip([](auto a, auto b) XACT_INLINE_LAMBDA { return detail::at_least(a, b); }, x, y);
}

/// max(x, low) and min(x, high) that pass NaN through.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> at_least(pack<T, N, Arch> const& x, T low) {
    return detail::zip([](auto a, auto b) XACT_INLINE_LAMBDA { return detail::at_least(a, b); }, x,
                       pack<T, N, Arch>(low));
}
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> at_most(pack<T, N, Arch> const& x, T high) {
    return detail::zip([](auto a, auto b) XACT_INLINE_LAMBDA { return detail::at_most(a, b); }, x,
                       pack<T, N, Arch>(high));
}
/// x where low < x < 0 or x is -0; low everywhere else, also for NaN; low < 0. Of floats with their sign bit, the
/// larger magnitude is the larger integer, and all others are larger still.
template <std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> negative_at_least(pack<float, N, Arch> const& x, float low) {
    auto const lowest = detail::bit_cast<std::int32_t>(xsimd::batch<float, Arch>(low));
    return from_bits<float>(
        detail::zip([&](auto r) XACT_INLINE_LAMBDA { return detail::smaller(r, lowest); }, bits(x)));
}
/// x limited to [low, high]; NaN stays NaN.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> clamp(pack<T, N, Arch> const& x, T low, T high) {
    return at_most(at_least(x, low), high);
}

namespace detail {

/// What lowers the exponents, and sets the sign.
template <int Places> inline constexpr std::int32_t lowering = -(Places << 23);
template <int Places>
inline constexpr std::int32_t minus_lowering = std::numeric_limits<std::int32_t>::max() - (Places << 23) + 1;

/// Of lowered(x), before the exponents are.
template <int Places, std::size_t N, class Arch>
XACT_INLINE pack<std::int32_t, N, Arch> raised_pattern(pack<float, N, Arch> const& x) {
    static_assert(0 < Places && Places <= 127, "c and half of it are normal numbers");
    using floats = pack<float, N, Arch>;
    floats const mean = fma(x, floats(0.5f), from_bits<float>(pack<std::int32_t, N, Arch>(Places << 23)));
    return bits(zip([](auto a, auto b) XACT_INLINE_LAMBDA { return at_least(a, b); }, x, mean));
}

/// pattern + term where m holds, y elsewhere: with AVX-512 one instruction, which gcc does not see in two.
template <std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> sum_where(mask<float, N, Arch> const& m, pack<std::int32_t, N, Arch> const& pattern,
                                           std::int32_t term, pack<float, N, Arch> const& y) {
    if constexpr (is_avx512<Arch>)
        return zip(
            [&](auto where, auto a, auto other) XACT_INLINE_LAMBDA {
                return xsimd::batch<float, Arch>(_mm512_castsi512_ps(_mm512_mask_add_epi32(
                    _mm512_castps_si512(other), where, a, xsimd::batch<std::int32_t, Arch>(term))));
            },
            m, pattern, y);
    else
        return select(m, from_bits<float>(pattern + pack<std::int32_t, N, Arch>(term)), y);
}

} // namespace detail

/// x 2^-Places for 0 <= x < infinity, rounded to nearest even; NaN gives a number. Products and fused sums whose result
/// is subnormal take more than a hundred cycles on some processors, so no operation has it as its result. With c =
/// 2^(Places - 126), of which the result is normal,
///
///   x >= c: the pattern of x less Places exponents is that of the result
///   x < c: so is that of the mean of x and c, which is larger than x, where its last place is 2^Places times that of a
///          subnormal: as c/2 is the smallest such mean, its fraction is all of the result's pattern
template <int Places, std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> lowered(pack<float, N, Arch> const& x) {
    using ints = pack<std::int32_t, N, Arch>;
    return from_bits<float>(detail::raised_pattern<Places>(x) + ints(detail::lowering<Places>));
}

/// -x 2^-Places, likewise.
template <int Places, std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> minus_lowered(pack<float, N, Arch> const& x) {
    using ints = pack<std::int32_t, N, Arch>;
    return from_bits<float>(detail::raised_pattern<Places>(x) + ints(detail::minus_lowering<Places>));
}

/// The same where m holds, y elsewhere.
template <int Places, std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> lowered_where(mask<float, N, Arch> const& m, pack<float, N, Arch> const& x,
                                               pack<float, N, Arch> const& y) {
    return detail::sum_where(m, detail::raised_pattern<Places>(x), detail::lowering<Places>, y);
}
template <int Places, std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> minus_lowered_where(mask<float, N, Arch> const& m, pack<float, N, Arch> const& x,
                                                     pack<float, N, Arch> const& y) {
    return detail::sum_where(m, detail::raised_pattern<Places>(x), detail::minus_lowering<Places>, y);
}

/// x 2^-n for x > 0 or NaN; n, 0 <= n <= 127, stands where the exponent of a float does. A product whose result is
/// subnormal takes dozens of cycles on some processors: where x is below 2^(n - 126), whose last place is that of the
/// result, a sum rounds it.
template <std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> lowered(pack<float, N, Arch> const& x, pack<std::int32_t, N, Arch> const& n) {
    using floats = pack<float, N, Arch>;
    auto const limit_bits = n + pack<std::int32_t, N, Arch>(1 << 23);
    floats const limit = from_bits<float>(limit_bits);
    floats const power = from_bits<float>(bits(floats(1.0f)) - n);
    floats const rounded = from_bits<float>(bits(x + limit) - limit_bits);
    return select(x < limit, rounded,
                  detail::zip([](auto a, auto b) XACT_INLINE_LAMBDA { return detail::at_least(a, b); }, x, limit) *
                      power);
}

} // namespace xact::simd

#endif
