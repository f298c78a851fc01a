#ifndef XACT_SIMD_PIECEWISE_HPP
#define XACT_SIMD_PIECEWISE_HPP

#include <xact/simd/bits.hpp>

#include <limits>

// What functions made of straight pieces choose with. They are as fast as memory or nearly, so it counts on which of
// four execution units an operation runs, and how many registers it reads. On Zen 4, as measured, while one register is
// copied there is time for two of additions, minima, maxima and shifts (and, without mask registers, comparisons), two
// of multiplications and blends (with mask registers, comparisons in their place), and some of logical and integer
// operations, which all four units do: four in all. An operation that reads three registers (FMA, VFIXUPIMM, VPTERNLOG)
// takes the time of about one and a half, as it reads where stores do. On Intel (Sapphire Rapids, as measured), two of
// three vector units run 512-bit operations, comparisons on one of them: a function of one or two operations takes the
// time of a copy (0.9 to 1.1 of it), three take 1.3, four 1.7. A product, or an FMA, with a subnormal operand or result
// takes 150 cycles there, which sums, comparisons, VFIXUPIMM, VGETEXP and VRANGE do not: nothing that tells where x
// is multiplies with AVX-512.

namespace xact::simd {

namespace detail {

// The predicates of VCMPPS, whose names are there only where the instruction is.
inline constexpr int greater_ordered_quiet = 0x1e, less_ordered_quiet = 0x11, not_below_or_equal_quiet = 0x16,
                     not_above_or_equal_quiet = 0x19, not_equal_quiet = 0x4, unordered_quiet = 0x3;
// _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC
inline constexpr int nearest_and_quiet = 0x8;

/// True where a mask is a register of lanes with all bits set or none. With AVX-512 it is not, nor in the narrow
/// registers that xsimd 14 has there (avx512vl_256, avx512vl_128).
template <class T, class Arch>
inline constexpr bool has_masks_of_lanes =
    std::is_same_v<typename xsimd::batch_bool<T, Arch>::register_type, typename xsimd::batch<T, Arch>::register_type>;

/// x > y of integers as a mask of floats.
template <class T, class I, class Arch>
XACT_INLINE xsimd::batch_bool<T, Arch> integer_greater(xsimd::batch<I, Arch> x, xsimd::batch<I, Arch> y) {
    if constexpr (!has_masks_of_lanes<T, Arch>)
        return xsimd::batch_bool<T, Arch>((x > y).data);
    else if constexpr (is_avx2<Arch> && std::is_same_v<T, float>)
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
    return is_less(low, x) & is_less(x, high);
}

template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> zero_where(xsimd::batch_bool<T, Arch> m, xsimd::batch<T, Arch> x) {
    // Elsewhere the compilers see the AND in a selection of zero.
    if constexpr (!has_masks_of_lanes<T, Arch>)
        return xsimd::select(m, xsimd::batch<T, Arch>(T(0)), x);
    else if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
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
    if constexpr (!has_masks_of_lanes<T, Arch>)
        return xsimd::select(m, a, b);
    else if constexpr (is_sse<Arch> && std::is_same_v<T, float>)
        return _mm_xor_ps(b, _mm_and_ps(m, _mm_xor_ps(a, b)));
    else if constexpr (is_sse<Arch>)
        return _mm_xor_pd(b, _mm_and_pd(m, _mm_xor_pd(a, b)));
    else
        return xsimd::select(m, a, b);
}

/// What VFIXUPIMM can answer with, as it numbers the answers.
enum class answer : std::uint32_t { destination = 0, operand = 1, plus_zero = 8, minus_one = 9, plus_one = 10 };

/// The answers to NaN, numbers below 0, zeros and numbers above it, by one instruction that raises no flag.
template <answer Nan, answer Negative, answer Zero, answer Positive> struct by_sign {
    // Of the kinds that the instruction knows, from the lowest digit on: quiet and signaling NaN, 0, 1, -inf, inf,
    // other negative and other positive numbers.
    static constexpr std::uint32_t in_digits(answer a, std::uint32_t digits) {
        return static_cast<std::uint32_t>(a) * digits;
    }
    static constexpr std::uint32_t table = in_digits(Nan, 0x11) | in_digits(Zero, 0x100) | in_digits(Positive, 0x1000) |
                                           in_digits(Negative, 0x10000) | in_digits(Positive, 0x100000) |
                                           in_digits(Negative, 0x1000000) | in_digits(Positive, 0x10000000);

    template <class T, class Arch>
    static XACT_INLINE xsimd::batch<T, Arch> of(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> destination) {
        xsimd::batch<same_size_int<T>, Arch> const answers(
            static_cast<same_size_int<T>>(static_cast<std::int32_t>(table)));
        if constexpr (std::is_same_v<T, float>)
            return opaque(xsimd::batch<T, Arch>(_mm512_fixupimm_ps(destination, x, answers, 0)));
        else
            return opaque(xsimd::batch<T, Arch>(_mm512_fixupimm_pd(destination, x, answers, 0)));
    }
    template <class T, std::size_t N, class Arch>
    static XACT_INLINE pack<T, N, Arch> of(pack<T, N, Arch> const& x, pack<T, N, Arch> const& destination) {
        return zip([](auto r, auto d) XACT_INLINE_LAMBDA { return of(r, d); }, x, destination);
    }
    /// The same where `m` holds, else +0.
    template <class T, class Arch>
    static XACT_INLINE xsimd::batch<T, Arch> where(xsimd::batch_bool<T, Arch> m, xsimd::batch<T, Arch> x,
                                                   xsimd::batch<T, Arch> destination) {
        xsimd::batch<same_size_int<T>, Arch> const answers(
            static_cast<same_size_int<T>>(static_cast<std::int32_t>(table)));
        if constexpr (std::is_same_v<T, float>)
            return _mm512_maskz_fixupimm_ps(m, destination, x, answers, 0);
        else
            return _mm512_maskz_fixupimm_pd(m, destination, x, answers, 0);
    }
};
/// The destination of a number above 0, +0 of another, NaN of NaN.
using destination_if_positive = by_sign<answer::operand, answer::plus_zero, answer::plus_zero, answer::destination>;
/// The destination of a number, NaN of NaN.
using destination_unless_nan = by_sign<answer::operand, answer::destination, answer::destination, answer::destination>;

template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> unless_nan(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> value) {
    if constexpr (is_avx512<Arch>)
        return destination_unless_nan::of(x, value);
    else if constexpr (XACT_FAST_MATH || !is_x86<Arch>)
        return xsimd::select(is_equal(x, x), value, x);
    // A mask is a NaN.
    else if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
        return _mm256_or_ps(_mm256_cmp_ps(x, x, unordered_quiet), value);
    else if constexpr (is_avx<Arch>)
        return _mm256_or_pd(_mm256_cmp_pd(x, x, unordered_quiet), value);
    else if constexpr (std::is_same_v<T, float>)
        return _mm_or_ps(_mm_cmpunord_ps(x, x), value);
    else
        return _mm_or_pd(_mm_cmpunord_pd(x, x), value);
}

/// True where comparisons to a mask and a minimum under it are instructions, which the compiler leaves as they are.
template <class Arch> inline constexpr bool has_masked_minimum = is_avx512<Arch> && !XACT_FAST_MATH;

template <class T, class Arch>
XACT_INLINE xsimd::batch_bool<T, Arch> above_or_nan(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> bound) {
    if constexpr (std::is_same_v<T, float>)
        return _mm512_cmp_ps_mask(x, bound, not_below_or_equal_quiet);
    else
        return _mm512_cmp_pd_mask(x, bound, not_below_or_equal_quiet);
}
template <class T, class Arch>
XACT_INLINE xsimd::batch_bool<T, Arch> below_or_nan(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> bound) {
    if constexpr (std::is_same_v<T, float>)
        return _mm512_cmp_ps_mask(x, bound, not_above_or_equal_quiet);
    else
        return _mm512_cmp_pd_mask(x, bound, not_above_or_equal_quiet);
}

/// `value` where `m` holds, which it does where x is NaN, x where it is NaN, else 0.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> value_where(xsimd::batch_bool<T, Arch> m, xsimd::batch<T, Arch> value,
                                              xsimd::batch<T, Arch> x) {
    return destination_unless_nan::where(m, x, value);
}

/// x - bound, rounded to nearest, that raises no flag.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> excess(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> bound) {
    if constexpr (std::is_same_v<T, float>)
        return _mm512_maskz_sub_round_ps(every_lane<T>, x, bound, nearest_and_quiet);
    else
        return _mm512_maskz_sub_round_pd(every_lane<T>, x, bound, nearest_and_quiet);
}

/// All bits where x > bound or x is NaN, else none.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> above_or_nan_bits(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> bound) {
    if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
        return _mm256_cmp_ps(x, bound, not_below_or_equal_quiet);
    else if constexpr (is_avx<Arch>)
        return _mm256_cmp_pd(x, bound, not_below_or_equal_quiet);
    else if constexpr (std::is_same_v<T, float>)
        return _mm_cmpnle_ps(x, bound);
    else
        return _mm_cmpnle_pd(x, bound);
}

/// The exponent of x as a number; -inf of a zero, inf and NaN of themselves.
template <class T, class Arch> XACT_INLINE xsimd::batch<T, Arch> exponent(xsimd::batch<T, Arch> x) {
    if constexpr (std::is_same_v<T, float>)
        return opaque(xsimd::batch<T, Arch>(_mm512_maskz_getexp_ps(every_lane<T>, x)));
    else
        return opaque(xsimd::batch<T, Arch>(_mm512_maskz_getexp_pd(every_lane<T>, x)));
}

/// The one of x and y that is nearer to zero, with the sign of x; the other one where one is NaN.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> nearer_to_zero(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y) {
    constexpr int smaller_magnitude_sign_of_first = 0x2;
    if constexpr (std::is_same_v<T, float>)
        return opaque(
            xsimd::batch<T, Arch>(_mm512_maskz_range_ps(every_lane<T>, x, y, smaller_magnitude_sign_of_first)));
    else
        return opaque(
            xsimd::batch<T, Arch>(_mm512_maskz_range_pd(every_lane<T>, x, y, smaller_magnitude_sign_of_first)));
}

/// x > y of numbers without sign bits; either answer where one is NaN.
template <class T, class Arch>
XACT_INLINE xsimd::batch_bool<T, Arch> magnitude_above(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y) {
    using integer = same_size_int<T>;
    if constexpr (has_integer_greater<T, Arch>)
        return integer_greater<T>(bit_cast<integer>(x), bit_cast<integer>(y));
    else
        return is_less(y, x);
}

/// Where the last bit of x is set.
template <class Arch> XACT_INLINE xsimd::batch_bool<float, Arch> has_last_bit(xsimd::batch<float, Arch> x) {
    using integers = xsimd::batch<std::int32_t, Arch>;
    return integer_greater<float>(bit_cast<std::int32_t>(x) & integers(1), integers(0));
}

/// The smallest magnitude, in each lane, of numbers and quiet NaN, which count as large.
template <std::size_t N, class Arch, std::size_t... I>
XACT_INLINE xsimd::batch<float, Arch> nearest_to_zero(pack<float, N, Arch> const& x, std::index_sequence<I...>) {
    constexpr int smaller_magnitude_without_sign = 0xa;
    auto least = x.reg[0];
    ((I == 0 ? void()
             : void(least = _mm512_maskz_range_ps(every_lane<float>, least, x.reg[I], smaller_magnitude_without_sign))),
     ...);
    return opaque(least);
}

/// The smallest of patterns without sign bits.
template <std::size_t N, class Arch, std::size_t... I>
XACT_INLINE xsimd::batch<std::int32_t, Arch> smallest(pack<std::int32_t, N, Arch> const& x, std::index_sequence<I...>) {
    auto least = x.reg[0];
    auto const smaller = [](auto a, auto b) XACT_INLINE_LAMBDA {
        if constexpr (is_avx512<Arch>)
            return decltype(a)(_mm512_maskz_min_epi32(every_lane<float>, a, b));
        else
            return xsimd::min(a, b);
    };
    ((I == 0 ? void() : void(least = smaller(least, x.reg[I]))), ...);
    return least;
}

} // namespace detail

/// x > 0; either answer where x is NaN.
template <class T, std::size_t N, class Arch> XACT_INLINE mask<T, N, Arch> above_zero(pack<T, N, Arch> const& x) {
    return detail::zip([](auto r) XACT_INLINE_LAMBDA { return detail::above_zero(r); }, x);
}

/// True where the last bit of the significand is set; on AVX2.
template <std::size_t N, class Arch> XACT_INLINE mask<float, N, Arch> has_last_bit(pack<float, N, Arch> const& x) {
    return detail::zip([](auto r) XACT_INLINE_LAMBDA { return detail::has_last_bit(r); }, x);
}

/// x > y of packs without sign bits; either answer where one is NaN.
template <class T, std::size_t N, class Arch>
XACT_INLINE mask<T, N, Arch> magnitude_above(pack<T, N, Arch> const& x, pack<T, N, Arch> const& y) {
    return detail::zip([](auto a, auto b) XACT_INLINE_LAMBDA { return detail::magnitude_above(a, b); }, x, y);
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

/// The larger of x and y, x when one is NaN; where x is `at`, `value`.
template <std::size_t N, class Arch>
XACT_INLINE pack<float, N, Arch> larger_but_at(float at, float value, pack<float, N, Arch> const& x,
                                               pack<float, N, Arch> const& y) {
    using lanes = pack<float, N, Arch>;
    if constexpr (detail::has_masked_minimum<Arch>)
        return detail::zip(
            [](auto r, auto other, auto a, auto v) XACT_INLINE_LAMBDA {
                return decltype(r)(_mm512_mask_max_ps(v, _mm512_cmp_ps_mask(r, a, detail::not_equal_quiet), other, r));
            },
            x, y, lanes(at), lanes(value));
    else
        return select(x == lanes(at), lanes(value), larger(x, y));
}

/// x where x > 0 or NaN, else +0.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> positive_part(pack<T, N, Arch> const& x) {
    if constexpr (is_avx512<Arch>)
        return detail::by_sign<detail::answer::operand, detail::answer::plus_zero, detail::answer::plus_zero,
                               detail::answer::operand>::of(x, pack<T, N, Arch>(T(0)));
    else
        return zero_where(x <= pack<T, N, Arch>(T(0)), x);
}
/// x where x <= 0 or NaN, else +0.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> negative_part(pack<T, N, Arch> const& x) {
    if constexpr (is_avx512<Arch>)
        return detail::by_sign<detail::answer::operand, detail::answer::operand, detail::answer::operand,
                               detail::answer::plus_zero>::of(x, pack<T, N, Arch>(T(0)));
    else
        return zero_where(pack<T, N, Arch>(T(0)) < x, x);
}
/// x where x > 0, else y, which is NaN where x is.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> positive_or(pack<T, N, Arch> const& x, pack<T, N, Arch> const& y) {
    if constexpr (is_avx512<Arch>)
        return detail::by_sign<detail::answer::destination, detail::answer::destination, detail::answer::destination,
                               detail::answer::operand>::of(x, y);
    else
        return select(pack<T, N, Arch>(T(0)) < x, x, y);
}
/// 1 where x > 0, x where it is NaN, else y, a number where x is one.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> one_above_zero_or(pack<T, N, Arch> const& x, pack<T, N, Arch> const& y) {
    if constexpr (is_avx512<Arch>)
        return detail::by_sign<detail::answer::operand, detail::answer::destination, detail::answer::destination,
                               detail::answer::plus_one>::of(x, y);
    else
        return unless_nan(x, choose(above_zero(x), pack<T, N, Arch>(T(1)), y));
}
/// 1 where x is not 0, x where it is NaN, else +0.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> one_unless_zero(pack<T, N, Arch> const& x) {
    using lanes = pack<T, N, Arch>;
    if constexpr (is_avx512<Arch>)
        return detail::by_sign<detail::answer::operand, detail::answer::plus_one, detail::answer::plus_zero,
                               detail::answer::plus_one>::of(x, lanes(T(1)));
    else
        return unless_nan(x, select(x == lanes(T(0)), lanes(T(0)), lanes(T(1))));
}

/// x where |x| > bound or x is NaN, else a zero with the sign of x.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> zero_within(pack<T, N, Arch> const& x, T bound) {
    using lanes = pack<T, N, Arch>;
    if constexpr (is_avx512<Arch>)
        return detail::zip(
            [](auto m, auto r, auto sign) XACT_INLINE_LAMBDA {
                using integer = same_size_int<T>;
                auto const pattern = detail::bit_cast<integer>(r), sign_bit = detail::bit_cast<integer>(sign);
                if constexpr (std::is_same_v<T, float>)
                    return detail::bit_cast<T>(decltype(pattern)(_mm512_mask_and_epi32(pattern, m, pattern, sign_bit)));
                else
                    return detail::bit_cast<T>(decltype(pattern)(_mm512_mask_and_epi64(pattern, m, pattern, sign_bit)));
            },
            abs(x) <= lanes(bound), x, lanes(T(-0.0)));
    else if constexpr (!XACT_FAST_MATH && is_x86<Arch>)
        return x & detail::zip([](auto a, auto b, auto sign)
                                   XACT_INLINE_LAMBDA { return detail::above_or_nan_bits(a, b) | sign; },
                               abs(x), lanes(bound), lanes(T(-0.0)));
    else
        return select(abs(x) <= lanes(bound), sign_of(x), x);
}
/// x less `bound` in magnitude where |x| > bound, NaN where it is NaN, else a zero with the sign of x; bound >= 0.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> nearer_by(pack<T, N, Arch> const& x, T bound) {
    using lanes = pack<T, N, Arch>;
    if constexpr (has_range<Arch>) {
        auto const nearer = [](auto a, auto b) XACT_INLINE_LAMBDA { return detail::nearer_to_zero(a, b); };
        // The second one is for the sign of zeros.
        return detail::zip(nearer, x, x - detail::zip(nearer, x, lanes(bound)));
    } else
        return at_least(abs(x) - lanes(bound), T(0)) | sign_of(x);
}

/// x limited to [-bound, bound]; of NaN, anything.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> limit_number(pack<T, N, Arch> const& x, T bound) {
    if constexpr (has_range<Arch>)
        return detail::zip([](auto a, auto b) XACT_INLINE_LAMBDA { return detail::nearer_to_zero(a, b); }, x,
                           pack<T, N, Arch>(bound));
    else
        return clamp(x, -bound, bound);
}
/// f(x) where |x| < Bound, 0 below and 1 above, NaN where x is NaN; f is called with numbers of this interval.
template <int Bound, class T, std::size_t N, class Arch, class F>
XACT_INLINE pack<T, N, Arch> step_around(pack<T, N, Arch> const& x, F const& f) {
    static_assert(has_range<Arch>, "otherwise the selections cost less than the limits");
    constexpr T last = T(Bound) * (1 - std::numeric_limits<T>::epsilon() / 2);
    static_assert(last < T(Bound), "the product is the number below the bound");
    pack<T, N, Arch> const c = limit_number(x, last);
    return detail::by_sign<detail::answer::operand, detail::answer::plus_zero, detail::answer::destination,
                           detail::answer::plus_one>::of(x - c, f(c));
}

/// 1 with the sign of x; x itself where it is a zero or NaN.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> signum(pack<T, N, Arch> const& x) {
    using lanes = pack<T, N, Arch>;
    if constexpr (is_avx512<Arch>)
        return detail::by_sign<detail::answer::operand, detail::answer::minus_one, detail::answer::operand,
                               detail::answer::plus_one>::of(x, lanes(T(1)));
    else
        return select(lanes(T(0)) < abs(x), sign_of(x) | lanes(T(1)), x);
}

/// `value` where x > bound, x where it is NaN, else 0.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> value_above(pack<T, N, Arch> const& x, T bound, T value) {
    using lanes = pack<T, N, Arch>;
    if constexpr (detail::has_masked_minimum<Arch>)
        return detail::zip([](auto r, auto b, auto v)
                               XACT_INLINE_LAMBDA { return detail::value_where(detail::above_or_nan(r, b), v, r); },
                           x, lanes(bound), lanes(value));
    else
        return unless_nan(x, select(lanes(bound) < x, lanes(value), lanes(T(0))));
}
/// The same with bound 0.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> value_above_zero(pack<T, N, Arch> const& x, T value) {
    using lanes = pack<T, N, Arch>;
    if constexpr (is_avx512<Arch>)
        return detail::destination_if_positive::of(x, lanes(value));
    else
        return unless_nan(x, select(above_zero(x), lanes(value), lanes(T(0))));
}

/// `value` where 0 < x < high, x where it is NaN, else 0.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> value_above_zero_below(pack<T, N, Arch> const& x, T high, T value) {
    using lanes = pack<T, N, Arch>;
    if constexpr (detail::has_masked_minimum<Arch>)
        return detail::zip(
            [](auto r, auto h, auto v)
                XACT_INLINE_LAMBDA { return detail::destination_if_positive::where(detail::below_or_nan(r, h), r, v); },
            x, lanes(high), lanes(value));
    else
        return unless_nan(x, select(above_zero_below(x, high), lanes(value), lanes(T(0))));
}

/// `value` where |x| < bound, x where it is NaN, else 0; bound >= 0.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> value_within(pack<T, N, Arch> const& x, T bound, T value) {
    using lanes = pack<T, N, Arch>;
    if constexpr (detail::has_masked_minimum<Arch>)
        return detail::zip([](auto r, auto a, auto b, auto v)
                               XACT_INLINE_LAMBDA { return detail::value_where(detail::below_or_nan(a, b), v, r); },
                           x, abs(x), lanes(bound), lanes(value));
    else
        return unless_nan(x, select(magnitude_above(lanes(bound), abs(x)), lanes(value), lanes(T(0))));
}
/// The same for a bound that is a constant, of 1 or more.
template <int Bound, class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> value_within(pack<T, N, Arch> const& x, T value) {
    if constexpr (is_avx512<Arch> && Bound == 1)
        // The exponents of these x alone are below 0.
        return detail::by_sign<
            detail::answer::operand, detail::answer::destination, detail::answer::plus_zero,
            detail::answer::plus_zero>::of(detail::zip([](auto r) XACT_INLINE_LAMBDA { return detail::exponent(r); },
                                                       x),
                                           pack<T, N, Arch>(value));
    else if constexpr (is_avx2<Arch> && has_fma<Arch>) {
        // A line through the bound, at least 1 next to it, cut off at 0 and at the value.
        constexpr T steep = T(std::int64_t(1) << std::numeric_limits<T>::digits);
        return clamp(fnma(abs(x), pack<T, N, Arch>(steep), pack<T, N, Arch>(Bound * steep)), T(0), value);
    } else
        return value_within(x, T(Bound), value);
}
/// `value` where low < x < high, x where it is NaN, else 0. With AVX-512 x - low is to have a sign: where the program
/// has subnormals flushed, it has none next to a low other than 0 that is below 2^-102 (for double 2^-969).
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> value_between(pack<T, N, Arch> const& x, T low, T high, T value) {
    using lanes = pack<T, N, Arch>;
    if constexpr (detail::has_masked_minimum<Arch>)
        return detail::zip(
            [](auto r, auto l, auto h, auto v) XACT_INLINE_LAMBDA {
                return detail::destination_if_positive::where(detail::below_or_nan(r, h), detail::excess(r, l), v);
            },
            x, lanes(low), lanes(high), lanes(value));
    else {
        if (low == -high) return value_within(x, high, value); // an operation less
        return unless_nan(x, select(between(x, low, high), lanes(value), lanes(T(0))));
    }
}
/// `value` where |x| > bound, x where it is NaN, else 0; bound >= 0.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> value_beyond(pack<T, N, Arch> const& x, T bound, T value) {
    using lanes = pack<T, N, Arch>;
    if constexpr (detail::has_masked_minimum<Arch>)
        return detail::zip([](auto r, auto a, auto b, auto v)
                               XACT_INLINE_LAMBDA { return detail::value_where(detail::above_or_nan(a, b), v, r); },
                           x, abs(x), lanes(bound), lanes(value));
    else
        return unless_nan(x, select(magnitude_above(abs(x), lanes(bound)), lanes(value), lanes(T(0))));
}

/// True when some lane of x is not zero but nearer to it than `limit`, in one comparison of all registers if none is.
/// `product` is a multiple of x, and of one of less magnitude where x is beyond 1; its NaN are quiet.
template <std::size_t N, class Arch>
XACT_INLINE bool any_next_to_zero(pack<float, N, Arch> const& x, pack<float, N, Arch> const& product, float limit) {
    using lanes = pack<float, N, Arch>;
    lanes const magnitude = abs(x);
    auto const bound = detail::bit_cast<std::int32_t>(xsimd::batch<float, Arch>(limit));
    auto const least = [&]() XACT_INLINE_LAMBDA {
        // The magnitudes and their minimum in one operation, which of a signaling NaN would be it.
        if constexpr (has_range<Arch> && N > 1)
            return detail::bit_cast<std::int32_t>(detail::nearest_to_zero(product, std::make_index_sequence<N>{}));
        else
            return detail::smallest(bits(magnitude), std::make_index_sequence<N>{});
    }();
    if (XACT_LIKELY(!xsimd::any(least < bound))) return false;
    pack<std::int32_t, N, Arch> const zero(0),
        bounds(detail::generate<N>([&](auto) XACT_INLINE_LAMBDA { return bound; }));
    return any((bits(magnitude) < bounds) & (zero < bits(magnitude)));
}

namespace detail {

/// x, of which the compiler does not know where it comes from.
template <class T, class Arch> XACT_INLINE xsimd::batch<T, Arch> of_unknown_origin(xsimd::batch<T, Arch> const& x) {
#if defined(__GNUC__)
    typename xsimd::batch<T, Arch>::register_type value = x;
#if defined(__x86_64__) || defined(__i386__)
    if constexpr (is_x86<Arch>) asm("" : "+v"(value));
#elif defined(__aarch64__)
    if constexpr (is_neon64<Arch>) asm("" : "+w"(value));
#elif defined(__VSX__)
    if constexpr (is_vsx<Arch>) asm("" : "+wa"(value));
#elif defined(__s390x__)
    if constexpr (is_vxe<Arch>) asm("" : "+v"(value));
#endif
    return value;
#else
    return x;
#endif
}

} // namespace detail

/// x * y, rounded by itself: gcc, and clang with -ffp-contract=fast, fuse other products with the sums that they become
/// part of.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> rounded_product(pack<T, N, Arch> const& x, pack<T, N, Arch> const& y) {
    return detail::zip(
        [](auto a, auto b) XACT_INLINE_LAMBDA { return detail::of_unknown_origin(detail::product(a, b)); }, x, y);
}

/// x^2 where x > 0, NaN where it is NaN, else 0.
template <class T, std::size_t N, class Arch>
XACT_INLINE pack<T, N, Arch> square_above_zero(pack<T, N, Arch> const& x) {
    using lanes = pack<T, N, Arch>;
    if constexpr (detail::has_masked_minimum<Arch>)
        return detail::zip(
            [](auto r) XACT_INLINE_LAMBDA {
                using batch = decltype(r);
                auto const positive = detail::above_or_nan(r, batch(T(0)));
                // clang multiplies all lanes, of which those below 0 may overflow: without flags, then.
                if constexpr (std::is_same_v<T, float>)
                    return batch(_mm512_maskz_mul_round_ps(positive, r, r, detail::nearest_and_quiet));
                else
                    return batch(_mm512_maskz_mul_round_pd(positive, r, r, detail::nearest_and_quiet));
            },
            x);
    else {
        lanes const r = zero_where(x <= lanes(T(0)), x);
        return r * r;
    }
}

/// clamp((x + 1)/2, 0, 1), rounded once.
template <class T, std::size_t N, class Arch> XACT_INLINE pack<T, N, Arch> half_of_one_plus(pack<T, N, Arch> const& x) {
    using lanes = pack<T, N, Arch>;
    lanes const half(T(0.5));
    if constexpr (detail::has_masked_minimum<Arch>)
        return detail::zip(
            [](auto r, auto sum, auto h) XACT_INLINE_LAMBDA {
                using batch = decltype(r);
                auto const inside = detail::above_or_nan(r, batch(T(-1)));
                if constexpr (std::is_same_v<T, float>)
                    return batch(_mm512_maskz_mul_ps(inside, sum, h));
                else
                    return batch(_mm512_maskz_mul_pd(inside, sum, h));
            },
            x, at_most(x, T(1)) + lanes(T(1)), half);
    else if constexpr (has_fma<Arch>)
        return fma(clamp(x, T(-1), T(1)), half, half);
    else
        return (clamp(x, T(-1), T(1)) + lanes(T(1))) * half;
}

} // namespace xact::simd

#endif
