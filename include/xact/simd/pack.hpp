#ifndef XACT_SIMD_PACK_HPP
#define XACT_SIMD_PACK_HPP

#include <xact/simd/config.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace xact::simd {

template <class T, std::size_t N, class Arch> struct pack;
template <class T, std::size_t N, class Arch> struct mask;

namespace detail {

template <class Register, std::size_t N> struct holder;
template <class T, class Arch, std::size_t N> struct holder<xsimd::batch<T, Arch>, N> {
    using type = pack<T, N, Arch>;
};
template <class T, class Arch, std::size_t N> struct holder<xsimd::batch_bool<T, Arch>, N> {
    using type = mask<T, N, Arch>;
};

// A fold instead of a loop: compilers at -O2 keep small loops over registers rolled, and with them
// the registers in memory.
template <std::size_t N, class F, std::size_t... I> XACT_INLINE auto generate(F f, std::index_sequence<I...>) {
    using result = typename holder<decltype(f(std::integral_constant<std::size_t, 0>{})), N>::type;
    return result{f(std::integral_constant<std::size_t, I>{})...};
}

template <std::size_t N, class F> XACT_INLINE auto generate(F f) {
    return generate<N>(f, std::make_index_sequence<N>{});
}

/// Applies f to the registers of the operands, index by index.
template <class F, template <class, std::size_t, class> class P, class T, std::size_t N, class Arch, class... Rest>
XACT_INLINE auto zip(F f, P<T, N, Arch> const& first, Rest const&... rest) {
    return generate<N>([&](auto i) XACT_INLINE_LAMBDA { return f(first.reg[i], rest.reg[i]...); });
}

/// x * y, rounded, beyond x86. gcc fuses a product with the sum that it becomes part of, which a sum of two does not
/// survive. (On x86 it does too, and there every function is proved as it is compiled.)
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> multiply(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y) {
    xsimd::batch<T, Arch> product = x * y;
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 12 // clang fuses within an expression only
    if constexpr (std::is_floating_point_v<T> && is_emulated<Arch>)
        for (auto& lane : product.data) lane = __builtin_assoc_barrier(lane);
    else if constexpr (std::is_floating_point_v<T> && (is_neon64<Arch> || is_vsx<Arch> || is_vxe<Arch>))
        product.data = __builtin_assoc_barrier(product.data);
#endif
    return product;
}

/// True for emulated registers, whose lanes the compiler may fuse or not, from one loop to the next.
template <class Arch> inline constexpr bool fuses_at_will = !has_fma<Arch> && !is_x86<Arch>;

/// x * y + z with one rounding where the architecture has the instruction, with two where it has not.
/// xsimd 8.1 has no kernel for AVX-512 and leaves the choice to the compiler's contraction flag.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> fma(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y, xsimd::batch<T, Arch> z) {
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return _mm512_fmadd_ps(x, y, z);
    else if constexpr (is_avx512<Arch>)
        return _mm512_fmadd_pd(x, y, z);
    else if constexpr (fuses_at_will<Arch>)
        return multiply(x, y) + z;
    else
        return xsimd::fma(x, y, z);
}

/// True where of xsimd's fused operations only fma is taken: it has no fnma for NEON, VSX and VXE (`-x * y + z`, which
/// the compiler may fuse or not), and its fms for SVE and RVV gives -0 where it should give +0.
template <class Arch> inline constexpr bool fuses_fma_alone = has_fma<Arch> && !is_x86<Arch>;

/// x * y - z, rounded as fma.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> fms(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y, xsimd::batch<T, Arch> z) {
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return _mm512_fmsub_ps(x, y, z);
    else if constexpr (is_avx512<Arch>)
        return _mm512_fmsub_pd(x, y, z);
    else if constexpr (fuses_fma_alone<Arch>)
        return xsimd::fma(x, y, -z);
    else if constexpr (fuses_at_will<Arch>)
        return multiply(x, y) - z;
    else
        return xsimd::fms(x, y, z);
}

/// z - x * y, rounded as fma.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> fnma(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y, xsimd::batch<T, Arch> z) {
    if constexpr (is_avx512<Arch> && std::is_same_v<T, float>)
        return _mm512_fnmadd_ps(x, y, z);
    else if constexpr (is_avx512<Arch>)
        return _mm512_fnmadd_pd(x, y, z);
    else if constexpr (fuses_fma_alone<Arch>)
        return xsimd::fma(-x, y, z);
    else if constexpr (fuses_at_will<Arch>)
        return z - multiply(x, y);
    else
        return xsimd::fnma(x, y, z);
}

/// x / y, correctly rounded, on AArch64, where xsimd's division of float multiplies with an estimate of the reciprocal
/// after two Newton steps: a quotient of equals is not always 1.
template <class T, class Arch>
XACT_INLINE xsimd::batch<T, Arch> divide(xsimd::batch<T, Arch> x, xsimd::batch<T, Arch> y) {
    if constexpr (std::is_same_v<T, float>)
        return vdivq_f32(x, y);
    else
        return x / y;
}

} // namespace detail

/// N boolean registers: the result of a comparison of packs.
template <class T, std::size_t N, class Arch> struct mask {
    using register_type = xsimd::batch_bool<T, Arch>;

    register_type reg[N];

    friend XACT_INLINE mask operator|(mask const& a, mask const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return x | y; }, a, b);
    }
    friend XACT_INLINE mask operator&(mask const& a, mask const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return x & y; }, a, b);
    }
};

/// N xsimd registers that behave as one value: the type every kernel and every activation is
/// written over. An operation on a pack is the same operation on each register, so a kernel over a
/// pack of 4 runs four interleaved dependency chains, and its lanes cannot tell how many others
/// there are. The scalar call is lane 0 of a pack of 1, a user's xsimd::batch is a pack of 1.
template <class T, std::size_t N, class Arch> struct pack {
    using value_type = T;
    using arch = Arch;
    using register_type = xsimd::batch<T, Arch>;
    using mask_type = mask<T, N, Arch>;
    static constexpr std::size_t registers = N;
    static constexpr std::size_t size = N * register_type::size;

    register_type reg[N];

    pack() = default;

    /// Every lane holds `value`; implicit, so that constants stand in formulas as they do on paper.
    XACT_INLINE pack(T value) : pack(register_type(value), std::make_index_sequence<N>{}) {}

    template <class... Registers,
              class = std::enable_if_t<sizeof...(Registers) == N && (std::is_same_v<Registers, register_type> && ...)>>
    XACT_INLINE pack(Registers... registers_) : reg{registers_...} {}

    // Register by register: gcc copies a struct of many arrays as bytes, through the stack.
    XACT_INLINE pack(pack const& other) : pack(other, std::make_index_sequence<N>{}) {}
    XACT_INLINE pack& operator=(pack const& other) {
        assign(other, std::make_index_sequence<N>{});
        return *this;
    }

    friend XACT_INLINE pack operator+(pack const& a, pack const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return register_type(x + y); }, a, b);
    }
    friend XACT_INLINE pack operator-(pack const& a, pack const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return register_type(x - y); }, a, b);
    }
    friend XACT_INLINE pack operator*(pack const& a, pack const& b) {
        if constexpr (is_x86<Arch>)
            return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return register_type(x * y); }, a, b);
        else
            return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return detail::multiply(x, y); }, a, b);
    }
    friend XACT_INLINE pack operator/(pack const& a, pack const& b) {
        if constexpr (is_neon64<Arch>)
            return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return detail::divide(x, y); }, a, b);
        else
            return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return register_type(x / y); }, a, b);
    }
    friend XACT_INLINE pack operator&(pack const& a, pack const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return register_type(x & y); }, a, b);
    }
    friend XACT_INLINE pack operator|(pack const& a, pack const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return register_type(x | y); }, a, b);
    }
    friend XACT_INLINE pack operator^(pack const& a, pack const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return register_type(x ^ y); }, a, b);
    }
    friend XACT_INLINE mask_type operator<(pack const& a, pack const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return x < y; }, a, b);
    }
    friend XACT_INLINE mask_type operator<=(pack const& a, pack const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return x <= y; }, a, b);
    }
    friend XACT_INLINE mask_type operator>(pack const& a, pack const& b) { return b < a; }
    friend XACT_INLINE mask_type operator==(pack const& a, pack const& b) {
        return detail::zip([](auto x, auto y) XACT_INLINE_LAMBDA { return x == y; }, a, b);
    }

    /// a * b + c: one rounding where has_fma<Arch>, else two.
    friend XACT_INLINE pack fma(pack const& a, pack const& b, pack const& c) {
        return detail::zip([](auto x, auto y, auto z) XACT_INLINE_LAMBDA { return detail::fma(x, y, z); }, a, b, c);
    }
    /// a * b - c, rounded as fma.
    friend XACT_INLINE pack fms(pack const& a, pack const& b, pack const& c) {
        return detail::zip([](auto x, auto y, auto z) XACT_INLINE_LAMBDA { return detail::fms(x, y, z); }, a, b, c);
    }
    /// c - a * b, rounded as fma.
    friend XACT_INLINE pack fnma(pack const& a, pack const& b, pack const& c) {
        return detail::zip([](auto x, auto y, auto z) XACT_INLINE_LAMBDA { return detail::fnma(x, y, z); }, a, b, c);
    }
    /// Where `m` holds, `a`, else `b`.
    friend XACT_INLINE pack select(mask_type const& m, pack const& a, pack const& b) {
        return detail::zip([](auto c, auto x, auto y) XACT_INLINE_LAMBDA { return xsimd::select(c, x, y); }, m, a, b);
    }

private:
    template <std::size_t... I>
    XACT_INLINE pack(register_type const& all, std::index_sequence<I...>) : reg{((void)I, all)...} {}

    template <std::size_t... I> XACT_INLINE pack(pack const& other, std::index_sequence<I...>) : reg{other.reg[I]...} {}

    template <std::size_t... I> XACT_INLINE void assign(pack const& other, std::index_sequence<I...>) {
        ((reg[I] = other.reg[I]), ...);
    }
};

} // namespace xact::simd

#endif
