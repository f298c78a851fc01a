#include "../vector_loop.hpp"

#include <cstdint>

// What inference engines of today use for exp and silu, ggml's among them, written as the algorithm and not as the code
// of any: exp(x) = 2^n (1 + r q(r)) with n = round(x log2(e)), q of degree 4 by Estrin's scheme; the divisions are true
// ones.

#if defined(__SSE2__)

namespace {

using vector = xsimd::batch<float>::register_type;
using integers = std::int32_t __attribute__((vector_size(sizeof(vector))));

XACT_INLINE vector constant(float c) { return xsimd::batch<float>(c); }

// The second operand where one is NaN.
#if defined(__AVX512F__)
XACT_INLINE vector least_of(vector a, vector b) { return _mm512_min_ps(a, b); }
XACT_INLINE vector largest_of(vector a, vector b) { return _mm512_max_ps(a, b); }
#elif defined(__AVX__)
XACT_INLINE vector least_of(vector a, vector b) { return _mm256_min_ps(a, b); }
XACT_INLINE vector largest_of(vector a, vector b) { return _mm256_max_ps(a, b); }
XACT_INLINE bool any(vector mask) { return _mm256_movemask_ps(mask) != 0; }
#else
XACT_INLINE vector least_of(vector a, vector b) { return _mm_min_ps(a, b); }
XACT_INLINE vector largest_of(vector a, vector b) { return _mm_max_ps(a, b); }
XACT_INLINE bool any(vector mask) { return _mm_movemask_ps(mask) != 0; }
#endif

/// 1.5 * 2^23: added to a float below 2^22 it leaves the nearest integer in the low bits.
constexpr float shift = 0x1.8p23f;

#if !defined(__AVX512F__)
/// 2^n for an integer n that was rounded by adding `shift`.
XACT_INLINE vector power_of_two(vector shifted) {
    return reinterpret_cast<vector>((reinterpret_cast<integers>(shifted) << 23) +
                                    reinterpret_cast<integers>(constant(1)));
}
#endif

XACT_INLINE vector exponential(vector x) {
    // From where the result is infinite and to where it is 0, so that n stays small.
    x = largest_of(constant(-105), least_of(constant(89), x));
    vector const shifted = x * constant(0x1.715476p0f) + constant(shift);
    vector const n = shifted - constant(shift);
    // log(2), its first 15 bits apart: n times those is exact with FMA and without.
    vector const reduced = x - n * constant(0x1.62e4p-1f);
    vector const r = reduced - n * constant(0x1.7f7d1cp-20f);
    // The least relative error of 1 + c1 r + ... + c5 r^5 on |r| <= log(2)/2 is 2^-23.4, by Lawson's iteration; the
    // coefficients from c1 on rounded one after the other, those that follow fitted anew.
    vector const square = r * r;
    vector const high = (constant(0x1.0fa358p-7f) * r + constant(0x1.573a3p-5f)) * square +
                        (constant(0x1.555a7ap-3f) * r + constant(0x1.fffdc6p-2f));
    vector const minus_one = high * square + r * constant(0x1.fffff6p-1f);
#if defined(__AVX512F__)
    return _mm512_scalef_ps(constant(1) + minus_one, n);
#else
    vector const magnitude = largest_of(n, constant(0) - n);
    if (__builtin_expect(any(reinterpret_cast<vector>(magnitude > constant(126))), 0)) {
        // 2^n is no normal float, but its halves are.
        vector const half = n * constant(0.5f) + constant(shift);
        vector const rest = n - (half - constant(shift)) + constant(shift);
        vector const scaled = power_of_two(half) * minus_one + power_of_two(half);
        return scaled * power_of_two(rest);
    }
    vector const power = power_of_two(shifted);
    return power * minus_one + power;
#endif
}

bench::library const forms([] {
    using floats = xsimd::batch<float>;
    bench::add_vector<float>("forms", "exponential", "estrin", [](floats const& x) { return floats(exponential(x)); });
    bench::add_vector<float>("forms", "silu", "exp_divide", [](floats const& x) {
        return floats(vector(x) / (constant(1) + exponential(constant(0) - vector(x))));
    });
});

} // namespace

#endif
