#ifndef XACT_SIMD_CONFIG_HPP
#define XACT_SIMD_CONFIG_HPP

#if defined(__has_include)
#if !__has_include(<xsimd/xsimd.hpp>)
#error                                                                                                                 \
    "xact needs the xsimd headers (8.1 or newer): install libxsimd-dev (Debian), xsimd (vcpkg, Conan, Homebrew), or add its include directory"
#endif
#endif

#include <xsimd/xsimd.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

#if !defined(XSIMD_VERSION_MAJOR) || XSIMD_VERSION_MAJOR < 8 || (XSIMD_VERSION_MAJOR == 8 && XSIMD_VERSION_MINOR < 1)
#error "xact needs xsimd 8.1 or newer; an older one was found first on the include path"
#endif

// True where the compiler says that it may take numbers for finite, order sums anew, divide by multiplying or forget
// the sign of zero. On x86, operations are then hidden from it (simd/arithmetic.hpp), and all that xact promises holds.
#if (defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__) ||                              \
     defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__) || defined(__NO_SIGNED_ZEROS__) ||                  \
     defined(_M_FP_FAST)) &&                                                                                           \
    !defined(XACT_ALLOW_FAST_MATH)
#define XACT_FAST_MATH 1
#if !defined(__GNUC__) || !(defined(__x86_64__) || defined(__i386__)) || !defined(__SSE2__)
#error                                                                                                                 \
    "xact: for this compiler and processor drop -ffast-math, -Ofast, -ffinite-math-only, -funsafe-math-optimizations (MSVC: /fp:fast) and what they consist of, at least for the files that include xact; or define XACT_ALLOW_FAST_MATH and do without correct NaN, signed zeros and error bounds"
#endif
#else
#define XACT_FAST_MATH 0
#endif

// clang has no macro for -fassociative-math and its like: what stands between these two has no such permission.
#if defined(__clang__)
#define XACT_PRECISE_BEGIN _Pragma("float_control(precise, on, push)")
#define XACT_PRECISE_END _Pragma("float_control(pop)")
#else
#define XACT_PRECISE_BEGIN
#define XACT_PRECISE_END
#endif

// gcc computes registers whose lanes are all the same as scalars, and x87's round twice and do not overflow: results
// would depend on what the compiler knows of them.
#if defined(__GNUC__) && defined(__i386__) && defined(__SSE2__) && !defined(__SSE2_MATH__)
#error "xact: on 32-bit x86, compile with -msse2 -mfpmath=sse; x87 registers round results twice"
#endif

// Element functions are inlined by force: a weak out-of-line copy compiled with wider instructions
// could otherwise be the one that the linker keeps for a program that must run on a baseline CPU.
#if defined(__GNUC__)
#define XACT_INLINE inline __attribute__((always_inline))
#define XACT_INLINE_LAMBDA __attribute__((always_inline))
#define XACT_OUT_OF_LINE inline __attribute__((noinline))
#define XACT_COLD __attribute__((cold))
#define XACT_LIKELY(condition) __builtin_expect(condition, true)
#define XACT_UNLIKELY(condition) __builtin_expect(condition, false)
#else
#define XACT_INLINE inline
#define XACT_INLINE_LAMBDA
#define XACT_OUT_OF_LINE inline
#define XACT_COLD
#define XACT_LIKELY(condition) (condition)
#define XACT_UNLIKELY(condition) (condition)
#endif

namespace xact::simd {

template <class Arch, class Base> inline constexpr bool derives_from = std::is_base_of<Base, Arch>::value;

// Families by what a raw instruction needs. xsimd's architectures inherit from each other, so an
// architecture that is newer than this file (avx512vnni<...>, ...) lands in the family it extends.
template <class Arch> inline constexpr bool is_avx512 = derives_from<Arch, xsimd::avx512f>;
template <class Arch> inline constexpr bool has_range = derives_from<Arch, xsimd::avx512dq>; // VRANGEPS
template <class Arch> inline constexpr bool is_avx = derives_from<Arch, xsimd::avx>;
template <class Arch> inline constexpr bool is_avx2 = derives_from<Arch, xsimd::avx2>;
template <class Arch> inline constexpr bool is_sse = derives_from<Arch, xsimd::sse2>;
template <class Arch> inline constexpr bool is_x86 = is_avx512<Arch> || is_avx<Arch> || is_sse<Arch>;
template <class Arch> inline constexpr bool is_neon64 = derives_from<Arch, xsimd::neon64>;
template <class Arch> inline constexpr bool is_neon32 = derives_from<Arch, xsimd::neon> && !is_neon64<Arch>;

// Those that xsimd 8.1 does not know.
#if defined(XSIMD_WITH_SVE) && XSIMD_WITH_SVE
template <class Arch> inline constexpr bool is_sve = derives_from<Arch, xsimd::sve>;
#else
template <class Arch> inline constexpr bool is_sve = false;
#endif
#if defined(XSIMD_WITH_RVV) && XSIMD_WITH_RVV
template <class Arch> inline constexpr bool is_rvv = derives_from<Arch, xsimd::rvv>;
#else
template <class Arch> inline constexpr bool is_rvv = false;
#endif
#if defined(XSIMD_WITH_VSX) && XSIMD_WITH_VSX
template <class Arch> inline constexpr bool is_vsx = derives_from<Arch, xsimd::vsx>;
#else
template <class Arch> inline constexpr bool is_vsx = false;
#endif
#if defined(XSIMD_WITH_VXE) && XSIMD_WITH_VXE
template <class Arch> inline constexpr bool is_vxe = derives_from<Arch, xsimd::vxe>;
#else
template <class Arch> inline constexpr bool is_vxe = false;
#endif
template <class Arch> inline constexpr bool is_emulated = false;
#if defined(XSIMD_WITH_EMULATED) && XSIMD_WITH_EMULATED
template <std::size_t Bits> inline constexpr bool is_emulated<xsimd::emulated<Bits>> = true;
#endif

#if defined(XSIMD_WITH_AVXVNNI) && XSIMD_WITH_AVXVNNI
static_assert(XSIMD_WITH_FMA3_AVX2,
              "xact: a target with AVX-VNNI needs FMA beside it, which all these processors have: "
              "compile with -mfma too");
template <class Arch> inline constexpr bool is_avxvnni = XSIMD_WITH_FMA3_AVX2&& derives_from<Arch, xsimd::avxvnni>;
#else
template <class Arch> inline constexpr bool is_avxvnni = false;
#endif

static_assert(
    !XACT_FAST_MATH || is_x86<xsimd::default_arch>,
    "xact: without vector registers drop -ffast-math, -Ofast, -ffinite-math-only and what they consist of, or "
    "define XACT_ALLOW_FAST_MATH and do without correct NaN, signed zeros and error bounds");

/// True when a multiplication and an addition are one instruction with one rounding. Decides which
/// operation sequence a kernel uses, so it follows the architecture type and never a compiler flag.
template <class Arch>
inline constexpr bool has_fma =
    is_avx512<Arch> || derives_from<Arch, xsimd::fma3<xsimd::avx2>> || derives_from<Arch, xsimd::fma3<xsimd::avx>> ||
    derives_from<Arch, xsimd::fma3<xsimd::sse4_2>> || is_avxvnni<Arch> || is_neon64<Arch> || is_sve<Arch> ||
    is_rvv<Arch> || is_vsx<Arch> || is_vxe<Arch>;

/// True when xsimd has vector registers for this architecture that xact can use. It cannot use 32-bit ARM's NEON, which
/// has no lanes of double and flushes subnormals to zero whatever the program asks for.
template <class Arch>
inline constexpr bool is_supported = xsimd::types::has_simd_register<float, Arch>::value && !is_neon32<Arch>;

static_assert(
    is_supported<xsimd::default_arch>,
    "xact: xsimd has no vector registers for this target that xact can use (unknown processor, 32-bit ARM, or "
    "SIMD disabled by a compiler flag). With xsimd 13 or newer, compile with -DXSIMD_WITH_EMULATED=1 "
    "'-DXSIMD_DEFAULT_ARCH=xsimd::emulated<128>' to run xact without vector instructions.");

namespace detail {

// The plain AVX-512 intrinsics pass an undefined register to the masked instruction, of which gcc 12 warns in
// every caller; the zero-masking forms with all lanes enabled compile to the same instruction without it.
template <class T>
inline constexpr auto every_lane = static_cast<std::conditional_t<sizeof(T) == 4, std::uint16_t, std::uint8_t>>(-1);

} // namespace detail

} // namespace xact::simd

#endif
