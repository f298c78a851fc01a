#ifndef XACT_SIMD_PIECEWISE_HPP
#define XACT_SIMD_PIECEWISE_HPP

#include <xact/simd/bits.hpp>

#include <limits>

// What functions made of straight pieces choose with. They are as fast as memory or nearly, so it counts on which
// execution units an operation runs: on x86 comparisons, minima and maxima of floats share two of four, while
// integer comparisons and blends have others.

namespace xact::simd {

namespace detail {

// The predicates of VCMPPS, whose names are there only where the instruction is.
inline constexpr int greater_ordered_quiet = 0x1e, less_ordered_quiet = 0x11;

/// x > y of integers as a mask of floats.
template <class T, class I, class Arch>
XACT_INLINE xsimd::batch_bool<T, Arch> integer_greater(xsimd::batch<I, Arch> x, xsimd::batch<I, Arch> y) {
    if constexpr (is_avx2<Arch> && std::is_same_v<T, float>)
        return _mm256_castsi256_ps(_mm256_cmpgt_epi32(x, y));
    else if constexpr (is_avx2<Arch>)
        return _mm256_castsi256_pd(_mm256_cmpgt_epi64(x, y));
    else
        return _mm_castsi128_ps(_mm_cmpgt_epi32(x, y));
}
template <class T, class Arch>
inline constexpr bool has_integer_greater = is_avx2<Arch> || (is_sse<Arch> && std::is_same_v<T, float>);

template <class T, class Arch> XACT_INLINE xsimd::batch_bool<T, Arch> above_zero(xsimd::batch<T, Arch> x) {
    using integer = same_size_int<T>;
    if constexpr (has_integer_greater<T, Arch>)
        return integer_greater<T>(bit_cast<integer>(x), xsimd::batch<integer, Arch>(integer(0)));
    else
        return is_less(xsimd::batch<T, Arch>(T(0)), x);
}

template <class T, class Arch>
XACT_INLINE xsimd::batch_bool<T, Arch> above_zero_below(xsimd::batch<T, Arch> x, T high) {
    using batch = xsimd::batch<T, Arch>;
    batch const zero(T(0)), bound(high);
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return _mm512_mask_cmp_ps_mask(_mm512_cmp_ps_mask(x, zero, greater_ordered_quiet), x, bound,
                                       less_ordered_quiet);
    else if constexpr (is_avx512<Arch>)
        return _mm512_mask_cmp_pd_mask(_mm512_cmp_pd_mask(x, zero, greater_ordered_quiet), x, bound,
                                       less_ordered_quiet);
    else if constexpr (has_integer_greater<T, Arch>) {
        // The bit patterns of the floats in question are 1, 2, ..., that of `high` less 1: one comparison once
        // 1 has become the lowest integer.
        using integer = same_size_int<T>;
        xsimd::batch<integer, Arch> const offset(std::numeric_limits<integer>::max());
        return integer_greater<T>(bit_cast<integer>(bound) + offset, bit_cast<integer>(x) + offset);
    } else
        return is_less(zero, x) & is_less(x, bound);
}

template <class T, class Arch>
XACT_INLINE xsimd::batch_bool<T, Arch> between(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> low,
                                               xsimd::batch<T, Arch> high) {
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return _mm512_mask_cmp_ps_mask(_mm512_cmp_ps_mask(x, low, greater_ordered_quiet), x, high, less_ordered_quiet);
    else if constexpr (is_avx512<Arch>)
        return _mm512_mask_cmp_pd_mask(_mm512_cmp_pd_mask(x, low, greater_ordered_quiet), x, high, less_ordered_quiet);
    else
        return is_less(low, x) & is_less(x, high);
}

template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> zero_where(xsimd::batch_bool<T, Arch> m, xsimd::batch<T, Arch> x) {
    // Elsewhere the compilers see the AND in a selection of zero.
    if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
        return _mm256_andnot_ps(m, x);
    else if constexpr (is_avx<Arch>)
        return _mm256_andnot_pd(m, x);
    else
        return xsimd::select(m, xsimd::batch<T, Arch>(T(0)), x);
}

template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> choose(xsimd::batch_bool<T, Arch> m, xsimd::batch<T, Arch> a,
                                         xsimd::batch<T, Arch> b) {
    // Without a blend instruction a selection is three operations; of them, a ^ b leaves the loop.
    if constexpr (is_sse<Arch> && std::is_same_v<T, float>)
        return _mm_xor_ps(b, _mm_and_ps(m, _mm_xor_ps(a, b)));
    else if constexpr (is_sse<Arch>)
        return _mm_xor_pd(b, _mm_and_pd(m, _mm_xor_pd(a, b)));
    else
        return xsimd::select(m, a, b);
}

template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> unless_nan(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> value) {
    if constexpr (is_avx512<Arch> || is_sse<Arch>)
        return at_most(
            at_least(x, opaque(bit_cast<T>(xsimd::batch<same_size_int<T>, Arch>(special_bits<T>::infinity)))), value);
    else
        return xsimd::select(is_equal(x, x), value, x);
}

} // namespace detail

/// x > 0; either answer where x is NaN.
template <class T, std::size_t N, class Arch> XACT_INLINE mask<T, N, Arch> above_zero(pack<T, N, Arch> const& x) {
    return detail::zip([](auto r) XACT_INLINE_LAMBDA { return detail::above_zero(r); }, x);
}

/// 0 < x < high; either answer where x is NaN.
template <class T, std::size_t N, class Arch>
XACT_INLINE mask<T, N, Arch> above_zero_below(pack<T, N, Arch> const& x, T high) {
    return detail::zip([&](auto r) XACT_INLINE_LAMBDA { return detail::above_zero_below(r, high); }, x);
}

/// low < x < high; false where x is NaN.
template <class T, std::size_t N, class Arch>
XACT_INLINE mask<T, N, Arch> between(pack<T, N, Arch> const& x, T low, T high) {
    return detail::zip([](auto r, auto l, auto h) XACT_INLINE_LAMBDA { return detail::between(r, l, h); }, x,
                       pack<T, N, Arch>(low), pack<T, N, Arch>(high));
}

/// Where `m` holds, +0, else x.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> zero_where(mask<T, N, Arch> const& m, pack<T, N, Arch> const& x) {
    return detail::zip([](auto c, auto r) XACT_INLINE_LAMBDA { return detail::zero_where(c, r); }, m, x);
}

/// Where `m` holds, `a`, else `b`: select for operands that stay the same from register to register.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> choose(mask<T, N, Arch> const& m, pack<T, N, Arch> const& a, pack<T, N, Arch> const& b) {
    return detail::zip([](auto c, auto x, auto y) XACT_INLINE_LAMBDA { return detail::choose(c, x, y); }, m, a, b);
}

/// `value` where x is a number, x where it is NaN; `value` must be a number where x is one.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> unless_nan(pack<T, N, Arch> const& x, pack<T, N, Arch> const& value) {
    return detail::zip([](auto r, auto v) XACT_INLINE_LAMBDA { return detail::unless_nan(r, v); }, x, value);
}

/// The larger of x and y; x when they are equal or one is NaN.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> larger(pack<T, N, Arch> const& x, pack<T, N, Arch> const& y) {
    return detail::zip([](auto a, auto b) XACT_INLINE_LAMBDA { return detail::at_least(a, b); }, x, y);
}

/// 1 with the sign of x; x itself where it is a zero or NaN.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> signum(pack<T, N, Arch> const& x) {
    using lanes = pack<T, N, Arch>;
    return select(lanes(T(0)) < abs(x), sign_of(x) | lanes(T(1)), x);
}

} // namespace xact::simd

#endif
