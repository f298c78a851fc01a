#ifndef XACT_KERNEL_SINE_HPP
#define XACT_KERNEL_SINE_HPP

#include <xact/kernel/number.hpp>
#include <xact/simd/memory.hpp>

#include <cstdint>
#include <cstring>

// sin z of a product z = x * factor, over either number type (number.hpp), for every finite x:
//
//   z = j pi/2 + r, j an integer, |r| <= pi/4
//   |z| < 2^20: r = ((z - j c0) - j c1) - ..., c0 + c1 + c2 + c3 = pi/2, of 33 bits each, so that j c is exact
//               (Cody, Waite 1980)
//   beyond:     z 2/pi modulo 4 in integers, from those bits of 2/pi that count there (Payne, Hanek 1983)
//
//   sin r = r + r w P(w), 1 - cos r = w Q(w), w = r^2
//
// The product is taken exactly, and r keeps its relative error where z is next to a multiple of pi/2: 2^-51 in one
// lane, 2^-57 in twofold lanes.

namespace xact::kernel {

namespace sine_constants { // tests/coefficients/generate.py: sine
inline constexpr double two_over_pi = 0x1.45f306dc9c883p-1;
inline constexpr double half_pi_0 = 0x1.921fb544p0;
inline constexpr double half_pi_1 = 0x1.0b4611a6p-34;
inline constexpr double half_pi_2 = 0x1.3198a2ep-69;
inline constexpr double half_pi_3 = 0x1.b839a252049c1p-104;
inline constexpr double half_pi_high = 0x1.921fb54442d18p0;
inline constexpr double half_pi_low = 0x1.1a62633145c07p-54;
inline constexpr coefficient sine_tail[9] = {{-0x1.5555555555555p-3, -0x1.55555554247e4p-57},
                                             {0x1.1111111111111p-7, 0x1.1110c2e64a69dp-63},
                                             {-0x1.a01a01a01a01ap-13, 0.0},
                                             {0x1.71de3a556c733p-19, 0.0},
                                             {-0x1.ae64567f5415p-26, 0.0},
                                             {0x1.6124613a00d4dp-33, 0.0},
                                             {-0x1.ae7f3d029ae73p-41, 0.0},
                                             {0x1.952a27cbf0236p-49, 0.0},
                                             {-0x1.2d4a194f2b28dp-57, 0.0}};
inline constexpr coefficient versine_over_square[10] = {{0x1p-1, -0x1.118a6ca0ccb62p-96},
                                                        {-0x1.5555555555555p-5, -0x1.5555554a82534p-59},
                                                        {0x1.6c16c16c16c17p-10, -0x1.f49fdab2d26f5p-65},
                                                        {-0x1.a01a01a01a01ap-16, 0.0},
                                                        {0x1.27e4fb7789f5bp-22, 0.0},
                                                        {-0x1.1eed8eff8d5acp-29, 0.0},
                                                        {0x1.93974a8b5b8cp-37, 0.0},
                                                        {-0x1.ae7f3cea6ecb1p-45, 0.0},
                                                        {0x1.682568cb314bcp-53, 0.0},
                                                        {-0x1.e207e67b8b062p-62, 0.0}};
inline constexpr std::uint64_t two_over_pi_bits[22] = {
    0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561, 0xb7246e3a424dd2e0,
    0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4,
    0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
    0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
    0xa9e391615ee61b08, 0x6599855f14a06840};
} // namespace sine_constants

/// sin r, 1 - cos r and j, of which only j modulo 4 counts.
template <class N> struct angle {
    N sine, versine;
    lanes_of<N> quadrant;
};

namespace detail {

/// The exponent e and the integer m < 2^53 of |x| = m 2^e, x finite and normal.
struct integer_and_exponent {
    std::uint64_t integer;
    int exponent;
};
XACT_INLINE integer_and_exponent taken_apart(double const& x) {
    std::uint64_t pattern = 0;
    std::memcpy(&pattern, &x, sizeof x);
    constexpr std::uint64_t one = std::uint64_t(1) << 52;
    return {(pattern & (one - 1)) | one, static_cast<int>(pattern >> 52 & 0x7ff) - 1075};
}
XACT_INLINE bool is_finite(double const& x) { return taken_apart(x).exponent != 0x7ff - 1075; }

XACT_PRECISE_BEGIN

/// An integer of 128 bits.
struct wide_integer {
    std::uint64_t low, high;
};
XACT_INLINE wide_integer wide_product(std::uint64_t a, std::uint64_t b) {
#ifdef __SIZEOF_INT128__
    __extension__ using wide = unsigned __int128;
    wide const whole = static_cast<wide>(a) * b;
    return {static_cast<std::uint64_t>(whole), static_cast<std::uint64_t>(whole >> 64)};
#else
    constexpr std::uint64_t lower = 0xffffffff;
    std::uint64_t const lowest = (a & lower) * (b & lower);
    std::uint64_t const inner = (a >> 32) * (b & lower) + (lowest >> 32);
    std::uint64_t const other = (a & lower) * (b >> 32) + (inner & lower);
    return {other << 32 | (lowest & lower), (a >> 32) * (b >> 32) + (inner >> 32) + (other >> 32)};
#endif
}

/// x * factor 2/pi = quadrant + high + low modulo 4, |high + low| <= 1/2; |x * factor| >= 2^20. 159 bits of the
/// fraction are taken: of some 2^117 products of two doubles, the nearest to an integer leaves 75 of them.
template <class Arch>
XACT_OUT_OF_LINE void quarter_turns(double const& x, double factor, double& quadrant, double& high, double& low) {
    if (!is_finite(x)) {
        quadrant = high = low = simd::detail::opaque(x) - x;
        return;
    }
    constexpr int words = 6; // of 2/pi, of 64 bits
    auto const a = taken_apart(x), b = taken_apart(factor);
    auto const significand = wide_product(a.integer << 11, b.integer << 11);
    int const exponent = a.exponent + b.exponent - 22;
    // The words of 2/pi before the first give multiples of 4.
    int const first = exponent < 2 ? 0 : (exponent - 2) / 64;
    std::uint64_t turns[words + 3] = {}; // the lowest word first; the last remains 0
    auto const add_product = [&](std::uint64_t by, std::uint64_t* at) XACT_INLINE_LAMBDA {
        std::uint64_t carry = 0;
        for (int i = 0; i < words; ++i) {
            auto const part = wide_product(sine_constants::two_over_pi_bits[first + words - 1 - i], by);
            std::uint64_t const sum = at[i] + part.low;
            at[i] = sum + carry;
            carry = part.high + (sum < part.low) + (at[i] < carry);
        }
        at[words] = carry;
    };
    if (significand.low != 0) add_product(significand.low, turns); // not where x and factor are floats
    add_product(significand.high, turns + 1);

    int const point = 64 * (first + words) - exponent; // the bits below it are the fraction's
    auto const word_from = [&turns](int bit) XACT_INLINE_LAMBDA {
        int const index = bit / 64, shift = bit % 64;
        return turns[index] >> shift | turns[index + 1] << 1 << (63 - shift);
    };
    std::uint64_t const upper_half = word_from(point - 64) >> 63, inverted = 0 - upper_half;
    auto const integer = static_cast<int>((word_from(point) + upper_half) & 3);
    // In the upper half 1 - fraction, but for its last bit
    std::uint64_t const bits[3] = {word_from(point - 64) ^ inverted, word_from(point - 128) ^ inverted,
                                   word_from(point - 192) ^ inverted};
    auto const as_double = [](std::uint64_t of_53_bits) XACT_INLINE_LAMBDA {
        return static_cast<double>(static_cast<std::int64_t>(of_53_bits));
    };
    double const leading = as_double(bits[0] >> 11) * 0x1p-53;
    double const middle = as_double((bits[0] & 0x7ff) << 42 | bits[1] >> 22) * 0x1p-106;
    double const last = as_double((bits[1] & 0x3fffff) << 31 | bits[2] >> 33) * 0x1p-159;
    double const sum = simd::detail::opaque(leading + middle);
    double const rest = simd::detail::opaque(middle - simd::detail::opaque(sum - leading)) + last;
    double const whole = simd::detail::opaque(sum + rest);
    double const sign = (x < 0.0) != (upper_half != 0) ? -1.0 : 1.0;
    high = sign * whole;
    low = sign * (rest - simd::detail::opaque(whole - sum));
    quadrant = (x < 0.0 ? -1.0 : 1.0) * integer;
}

XACT_PRECISE_END

/// r and j in the lanes where |z| >= 2^20.
template <class N, class V>
XACT_OUT_OF_LINE void reduce_large(V const& x, double factor, V const& z, N& r, V& quadrant) {
    double argument[V::size], product[V::size], j[V::size], high[V::size], low[V::size];
    simd::store(argument, x);
    simd::store(product, z);
    simd::store(j, quadrant);
    for (std::size_t i = 0; i < V::size; ++i)
        if (0x1p20 <= product[i] || product[i] <= -0x1p20)
            quarter_turns<typename V::arch>(argument[i], factor, j[i], high[i], low[i]);
        else
            high[i] = low[i] = 0.0;
    quadrant = simd::load<V>(j);
    auto const half_pi = twofold<V>(V(sine_constants::half_pi_high), V(sine_constants::half_pi_low));
    auto const found = twofold<V>(simd::load<V>(high), simd::load<V>(low)) * half_pi;
    auto const is_large = V(0x1p20) <= simd::abs(z);
    if constexpr (number<N>::is_twofold)
        r = select(is_large, found, r);
    else
        r = select(is_large, sum(found), r);
}

} // namespace detail

/// x * factor, factor positive and normal as a float; an infinity or NaN gives NaN.
template <class N> XACT_INLINE angle<N> angle_of(N const& x, double factor) {
    using namespace sine_constants;
    using V = lanes_of<N>;
    constexpr double integer_in_low_bits = 0x1.8p52;
    N const z = x * N(factor);
    V j = fma(leading(z), V(two_over_pi), V(integer_in_low_bits)) - integer_in_low_bits;
    N r(fnma(j, V(half_pi_0), leading(z))); // exact
    if constexpr (number<N>::is_twofold) r = two_sum(r.high, z.low);
    r = r - N(j * half_pi_1);
    r = r - N(j * half_pi_2);
    r = fma(N(V(0.0) - j), N(half_pi_3), r);
    if (XACT_UNLIKELY(simd::any(V(0x1p20) <= simd::abs(leading(z)))))
        detail::reduce_large(leading(x), factor, leading(z), r, j);

    N const w = square(r);
    return {fma(r * w, polynomial<2>(sine_tail, w), r), w * polynomial<3>(versine_over_square, w), j};
}

/// 1 + sin(j pi/2 + r), without cancellation.
template <class N> XACT_INLINE N one_plus_sine(angle<N> const& a, lanes_of<N> const& j) {
    using V = lanes_of<N>;
    V const q = fma(fma(j, V(0.25), V(0x1.8p52)) - 0x1.8p52, V(-4.0), j); // j modulo 4, from -2 to 2
    N const even = N(1.0) + select(q == V(0.0), a.sine, negated(a.sine));
    N const odd = select(q == V(1.0), N(2.0) - a.versine, a.versine);
    return select(simd::abs(q) == V(1.0), odd, even);
}

/// cos(j pi/2 + r).
template <class N> XACT_INLINE N cosine(angle<N> const& a) {
    using V = lanes_of<N>;
    V const q = fma(fma(a.quadrant, V(0.25), V(0x1.8p52)) - 0x1.8p52, V(-4.0), a.quadrant);
    N const y = select(simd::abs(q) == V(1.0), a.sine, N(1.0) - a.versine);
    return select((q == V(0.0)) | (q == V(-1.0)), y, negated(y));
}

} // namespace xact::kernel

#endif
