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
inline constexpr std::uint32_t two_over_pi_bits[45] = {
    0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab, 0xdebbc561, 0xb7246e3a,
    0x424dd2e0, 0x06492eea, 0x09d1921c, 0xfe1deb1c, 0xb129a73e, 0xe88235f5, 0x2ebb4484, 0xe99c7026, 0xb45f7e41,
    0x3991d639, 0x835339f4, 0x9c845f8b, 0xbdf9283b, 0x1ff897ff, 0xde05980f, 0xef2f118b, 0x5a0a6d1f, 0x6d367ecf,
    0x27cb09b7, 0x4f463f66, 0x9e5fea2d, 0x7527bac7, 0xebe5f17b, 0x3d0739f7, 0x8a5292ea, 0x6bfb5fb1, 0x1f8d5d08,
    0x56033046, 0xfc7b6bab, 0xf0cfbc20, 0x9af4361d, 0xa9e39161, 0x5ee61b08, 0x6599855f, 0x14a06840, 0x8dffd880};
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

/// x * factor 2/pi = quadrant + high + low modulo 4, |high + low| <= 1/2; |x * factor| >= 2^20. 192 bits of the
/// fraction are found: of some 2^117 products of two doubles, the nearest to an integer leaves 75 of them.
template <class Arch>
XACT_OUT_OF_LINE void quarter_turns(double const& x, double factor, double& quadrant, double& high, double& low) {
    if (!is_finite(x)) {
        quadrant = high = low = simd::detail::opaque(x) - x;
        return;
    }
    constexpr int words = 12, size = words + 4; // of 32 bits
    auto const a = taken_apart(x), b = taken_apart(factor);
    int const exponent = a.exponent + b.exponent;
    std::uint64_t const a_words[2] = {a.integer & 0xffffffff, a.integer >> 32};
    std::uint64_t const b_words[2] = {b.integer & 0xffffffff, b.integer >> 32};
    // The words of 2/pi before the first give multiples of 4.
    int const first = exponent < 2 ? 0 : (exponent - 2) / 32;
    std::uint32_t product[size] = {}; // the lowest word first
    for (int i = 0; i < words; ++i) product[i] = sine_constants::two_over_pi_bits[first + words - 1 - i];
    auto const multiply = [&product](std::uint64_t const(&by)[2]) {
        std::uint64_t carry = 0;
        std::uint32_t before = 0;
        for (auto& word : product) {
            std::uint64_t const lower = word * by[0] + (carry & 0xffffffff);
            std::uint64_t const upper = before * by[1] + (lower & 0xffffffff);
            carry = (carry >> 32) + (lower >> 32) + (upper >> 32);
            before = word;
            word = static_cast<std::uint32_t>(upper);
        }
    };
    multiply(a_words);
    multiply(b_words);

    int const point = 32 * (first + words) - exponent; // the bits below it are the fraction's
    auto const word_from = [&product](int bit) {
        int const index = bit / 32, shift = bit % 32;
        std::uint64_t const upper = index + 1 < size ? product[index + 1] : 0;
        return static_cast<std::uint32_t>((upper << 32 | product[index]) >> shift);
    };
    std::uint32_t integer = word_from(point);
    bool const is_upper_half = word_from(point - 32) >> 31 != 0;
    integer += is_upper_half;
    double const sign = (x < 0.0) != is_upper_half ? -1.0 : 1.0;
    double sum = 0.0, rest = 0.0, unit = 0x1p-32;
    std::uint32_t const inverted = is_upper_half ? 0xffffffff : 0; // 1 - fraction, but for its last bit
    for (int i = 1; i <= 6; ++i, unit *= 0x1p-32) {
        double const part = (word_from(point - 32 * i) ^ inverted) * unit;
        double const longer = simd::detail::opaque(sum + part);
        rest += part - simd::detail::opaque(longer - sum);
        sum = longer;
    }
    double const whole = simd::detail::opaque(sum + rest);
    high = sign * whole;
    low = sign * (rest - simd::detail::opaque(whole - sum));
    quadrant = (x < 0.0 ? -1.0 : 1.0) * (integer & 3);
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
