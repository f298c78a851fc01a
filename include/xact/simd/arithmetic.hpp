#ifndef XACT_SIMD_ARITHMETIC_HPP
#define XACT_SIMD_ARITHMETIC_HPP

#include <xact/simd/config.hpp>

// Operations on one register that are done as they are written, whatever -ffast-math permits the compiler.
//
// Error-free sums, roundings by a large constant, NaN and the sign of zero do not survive a compiler that takes
// floating-point numbers for real ones. Where it says that it does (XACT_FAST_MATH, config.hpp), it is kept from
// looking into them: the result of each operation and each constant pass through an empty instruction. clang has no
// macro for -fassociative-math and its like; there the operations stand under a pragma that takes the permission back,
// and are its own on vectors, because the bodies of intrinsics do not stand under it. (Of -fno-signed-zeros by itself,
// selections in intrinsics still make use there.)

#if XACT_FAST_MATH
#if defined(__AVX__)
#define XACT_INSTRUCTION(name, to, from) asm("{v" name " %1, %0, %0|v" name " %0, %0, %1}" : "+v"(to) : "v"(from))
#else
#define XACT_INSTRUCTION(name, to, from) asm("{" name " %1, %0|" name " %0, %1}" : "+x"(to) : "x"(from))
#endif
#endif

XACT_PRECISE_BEGIN

namespace xact::simd {

template <class T> using same_size_int = std::conditional_t<sizeof(T) == 4, std::int32_t, std::int64_t>;

namespace detail {

template <class To, class From, class Arch>
XACT_INLINE xsimd::batch<To, Arch> bit_cast(xsimd::batch<From, Arch> const& x) {
#if XSIMD_VERSION_MAJOR >= 11
    return xsimd::bitwise_cast<To>(x);
#else
    return xsimd::bitwise_cast<xsimd::batch<To, Arch>>(x);
#endif
}

/// x, of which the compiler knows nothing where XACT_FAST_MATH, and x elsewhere.
template <class T, class Arch> XACT_INLINE xsimd::batch<T, Arch> opaque(xsimd::batch<T, Arch> const& x) {
#if XACT_FAST_MATH
    if constexpr (std::is_floating_point_v<T>) {
        typename xsimd::batch<T, Arch>::register_type value = x;
        asm("" : "+v"(value));
        return value;
    }
#endif
    return x;
}
template <class T, class Arch> XACT_INLINE xsimd::batch_bool<T, Arch> opaque(xsimd::batch_bool<T, Arch> const& m) {
#if XACT_FAST_MATH
    typename xsimd::batch_bool<T, Arch>::register_type value = m;
    if constexpr (is_avx512<Arch>) {
        auto bits = static_cast<std::uint16_t>(value);
        asm("" : "+Yk"(bits));
        return static_cast<decltype(value)>(bits);
    } else {
        asm("" : "+v"(value));
        return value;
    }
#else
    return m;
#endif
}

/// Every lane holds `value`; made of its bits where to the compiler -0 may be 0.
template <class T, class Arch> XACT_INLINE xsimd::batch<T, Arch> every(T value) {
#if XACT_FAST_MATH
    if constexpr (std::is_floating_point_v<T>) {
        using integer = same_size_int<T>;
        return opaque(bit_cast<T>(xsimd::batch<integer, Arch>(__builtin_bit_cast(integer, value))));
    }
#endif
    return xsimd::batch<T, Arch>(value);
}

/// x, of which the compiler knows nothing where XACT_FAST_MATH.
XACT_INLINE double opaque(double x) {
#if XACT_FAST_MATH
    asm("" : "+x"(x));
#endif
    return x;
}

/// a + b in double arithmetic.
XACT_INLINE double sum(double a, double b) { return opaque(a + b); }

/// x rounded to T. gcc 12 makes two such roundings side by side one of a register, from -O2 on, and then drops it, as
/// if a conversion to float and back changed nothing.
template <class T> XACT_INLINE double rounded_to(double x) {
    T rounded = static_cast<T>(x);
#if defined(__GNUC__) && !defined(__clang__) && defined(__SSE2__)
    if (std::is_same_v<T, float> && !__builtin_constant_p(rounded)) asm("" : "+x"(rounded));
#endif
    return static_cast<double>(rounded);
}

/// +inf and NaN, made of bits: compilers that are told of no such numbers may drop them as arguments and results.
template <class T> struct special_bits;
template <> struct special_bits<float> {
    static constexpr std::int32_t infinity = 0x7f800000, not_a_number = 0x7fc00000;
};
template <> struct special_bits<double> {
    static constexpr std::int64_t infinity = 0x7ff0000000000000, not_a_number = 0x7ff8000000000000;
};

/// True where the compiler's own vectors are used.
template <class T, class Arch>
inline constexpr bool is_vector =
#if defined(__clang__)
    std::is_floating_point_v<T> && (is_x86<Arch> || is_neon64<Arch>);
#else
    false;
#endif

template <class T, class Arch> XACT_INLINE auto sum(xsimd::batch<T, Arch> const& x, xsimd::batch<T, Arch> const& y) {
    using batch = xsimd::batch<T, Arch>;
    if constexpr (is_vector<T, Arch>)
        return opaque(batch(x.data + y.data));
    else
        return opaque(batch(x + y));
}
template <class T, class Arch>
XACT_INLINE auto difference(xsimd::batch<T, Arch> const& x, xsimd::batch<T, Arch> const& y) {
    using batch = xsimd::batch<T, Arch>;
    if constexpr (is_vector<T, Arch>)
        return opaque(batch(x.data - y.data));
    else
        return opaque(batch(x - y));
}
/// A product that is to be rounded, beyond x86. gcc fuses it with the sum that it becomes part of, which a sum of two
/// does not survive. (On x86 it does too, and there every function is proved as it is compiled.)
template <class T, class Arch> XACT_INLINE xsimd::batch<T, Arch> unfused(xsimd::batch<T, Arch> product) {
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 12 // clang fuses within an expression only
    if constexpr (std::is_floating_point_v<T> && is_emulated<Arch>)
        for (auto& lane : product.data) lane = __builtin_assoc_barrier(lane);
    else if constexpr (std::is_floating_point_v<T> && (is_neon64<Arch> || is_vsx<Arch> || is_vxe<Arch>))
        product.data = __builtin_assoc_barrier(product.data);
#endif
    return product;
}

template <class T, class Arch>
XACT_INLINE auto product(xsimd::batch<T, Arch> const& x, xsimd::batch<T, Arch> const& y) {
    using batch = xsimd::batch<T, Arch>;
    if constexpr (is_vector<T, Arch>)
        return opaque(batch(x.data * y.data));
    else
        return opaque(unfused(batch(x * y)));
}

template <class T, class Arch>
XACT_INLINE auto quotient(xsimd::batch<T, Arch> const& x, xsimd::batch<T, Arch> const& y) {
    using batch = xsimd::batch<T, Arch>;
#if XACT_FAST_MATH
    // Even a quotient by itself may become an estimate.
    typename batch::register_type value = x;
    typename batch::register_type const divisor = y;
    if constexpr (std::is_same_v<T, float>)
        XACT_INSTRUCTION("divps", value, divisor);
    else
        XACT_INSTRUCTION("divpd", value, divisor);
    return batch(value);
#else
    if constexpr (is_vector<T, Arch>)
        return batch(x.data / y.data);
    else if constexpr (is_neon64<Arch> && std::is_same_v<T, float>)
        // xsimd's multiplies with an estimate of the reciprocal: a quotient of equals is not always 1.
        return batch(vdivq_f32(x, y));
    else
        return batch(x / y);
#endif
}

/// True where fma is a product and a sum: for emulated registers, whose lanes the compiler may fuse or not, from one
/// loop to the next.
template <class T, class Arch>
inline constexpr bool rounds_twice = !has_fma<Arch> && (is_vector<T, Arch> || !is_x86<Arch>);

namespace detail {

/// x as registers for which xsimd has fused operations: to xsimd 13, AVX-VNNI is AVX2 without FMA.
template <class T, class Arch> XACT_INLINE auto fusing(xsimd::batch<T, Arch> const& x) {
    if constexpr (is_avxvnni<Arch>)
        return xsimd::batch<T, xsimd::fma3<xsimd::avx2>>(x.data);
    else
        return x;
}

} // namespace detail

/// x * y + z with one rounding where the architecture has the instruction, with two where it has not.
/// xsimd 8.1 has no kernel for AVX-512 and leaves the choice to the compiler's contraction flag.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> fma(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y, xsimd::batch<T, Arch> z) {
    if constexpr (rounds_twice<T, Arch>) return sum(product(x, y), z);
#if defined(__clang__) && __has_builtin(__builtin_elementwise_fma)
    else if constexpr (is_vector<T, Arch>)
        return opaque(xsimd::batch<T, Arch>(__builtin_elementwise_fma(x.data, y.data, z.data)));
#endif
    else if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return opaque(xsimd::batch<T, Arch>(_mm512_fmadd_ps(x, y, z)));
    else if constexpr (is_avx512<Arch>)
        return opaque(xsimd::batch<T, Arch>(_mm512_fmadd_pd(x, y, z)));
    else
        return opaque(xsimd::batch<T, Arch>(xsimd::fma(detail::fusing(x), detail::fusing(y), detail::fusing(z)).data));
}

/// True where of xsimd's fused operations only fma is taken: it has no fnma for NEON, VSX and VXE (`-x * y + z`, which
/// the compiler may fuse or not), and its fms for SVE and RVV gives -0 where it should give +0.
template <class Arch> inline constexpr bool fuses_fma_alone = has_fma<Arch> && !is_x86<Arch>;

/// x * y - z, rounded as fma.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> fms(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y, xsimd::batch<T, Arch> z) {
    if constexpr (rounds_twice<T, Arch>) return difference(product(x, y), z);
#if defined(__clang__) && __has_builtin(__builtin_elementwise_fma)
    else if constexpr (is_vector<T, Arch>)
        return opaque(xsimd::batch<T, Arch>(__builtin_elementwise_fma(x.data, y.data, -z.data)));
#endif
    else if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return opaque(xsimd::batch<T, Arch>(_mm512_fmsub_ps(x, y, z)));
    else if constexpr (is_avx512<Arch>)
        return opaque(xsimd::batch<T, Arch>(_mm512_fmsub_pd(x, y, z)));
    else if constexpr (fuses_fma_alone<Arch>)
        return xsimd::fma(x, y, -z);
    else
        return opaque(xsimd::batch<T, Arch>(xsimd::fms(detail::fusing(x), detail::fusing(y), detail::fusing(z)).data));
}

/// z - x * y, rounded as fma.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> fnma(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y, xsimd::batch<T, Arch> z) {
    if constexpr (rounds_twice<T, Arch>) return difference(z, product(x, y));
#if defined(__clang__) && __has_builtin(__builtin_elementwise_fma)
    else if constexpr (is_vector<T, Arch>)
        return opaque(xsimd::batch<T, Arch>(__builtin_elementwise_fma(-x.data, y.data, z.data)));
#endif
    else if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return opaque(xsimd::batch<T, Arch>(_mm512_fnmadd_ps(x, y, z)));
    else if constexpr (is_avx512<Arch>)
        return opaque(xsimd::batch<T, Arch>(_mm512_fnmadd_pd(x, y, z)));
    else if constexpr (fuses_fma_alone<Arch>)
        return xsimd::fma(-x, y, z);
    else
        return opaque(xsimd::batch<T, Arch>(xsimd::fnma(detail::fusing(x), detail::fusing(y), detail::fusing(z)).data));
}

template <class T, class Arch>
XACT_INLINE auto is_less(xsimd::batch<T, Arch> const& x, xsimd::batch<T, Arch> const& y) {
    return opaque(x < y);
}
template <class T, class Arch>
XACT_INLINE auto is_at_most(xsimd::batch<T, Arch> const& x, xsimd::batch<T, Arch> const& y) {
    return opaque(x <= y);
}
/// False where x is NaN, also if y is x.
template <class T, class Arch>
XACT_INLINE auto is_equal(xsimd::batch<T, Arch> const& x, xsimd::batch<T, Arch> const& y) {
    return opaque(opaque(x) == y);
}

/// The larger of x and low; x when x is NaN (plain `max` gives either, by version and architecture).
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> at_least(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> low) {
    // MAXPS returns its second operand when the comparison is unordered.
#if XACT_FAST_MATH
    // Compilers exchange the operands of an instruction that they know.
    typename xsimd::batch<T, Arch>::register_type value = low;
    typename xsimd::batch<T, Arch>::register_type const second = x;
    if constexpr (std::is_same_v<T, float>)
        XACT_INSTRUCTION("maxps", value, second);
    else
        XACT_INSTRUCTION("maxpd", value, second);
    return value;
#else
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return _mm512_maskz_max_ps(every_lane<T>, low, x);
    else if constexpr (is_avx512<Arch>)
        return _mm512_maskz_max_pd(every_lane<T>, low, x);
    else if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
        return _mm256_max_ps(low, x);
    else if constexpr (is_avx<Arch>)
        return _mm256_max_pd(low, x);
    else if constexpr (is_sse<Arch> && std::is_same_v<T, float>)
        return _mm_max_ps(low, x);
    else if constexpr (is_sse<Arch>)
        return _mm_max_pd(low, x);
    else
        return xsimd::select(x < low, low, x);
#endif
}

/// The smaller of x and high; x when x is NaN.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> at_most(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> high) {
#if XACT_FAST_MATH
    typename xsimd::batch<T, Arch>::register_type value = high;
    typename xsimd::batch<T, Arch>::register_type const second = x;
    if constexpr (std::is_same_v<T, float>)
        XACT_INSTRUCTION("minps", value, second);
    else
        XACT_INSTRUCTION("minpd", value, second);
    return value;
#else
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return _mm512_maskz_min_ps(every_lane<T>, high, x);
    else if constexpr (is_avx512<Arch>)
        return _mm512_maskz_min_pd(every_lane<T>, high, x);
    else if constexpr (is_avx<Arch> && std::is_same_v<T, float>)
        return _mm256_min_ps(high, x);
    else if constexpr (is_avx<Arch>)
        return _mm256_min_pd(high, x);
    else if constexpr (is_sse<Arch> && std::is_same_v<T, float>)
        return _mm_min_ps(high, x);
    else if constexpr (is_sse<Arch>)
        return _mm_min_pd(high, x);
    else
        return xsimd::select(high < x, high, x);
#endif
}

} // namespace detail

} // namespace xact::simd

XACT_PRECISE_END

#endif
