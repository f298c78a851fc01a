#ifndef XACT_SIMD_RARE_HPP
#define XACT_SIMD_RARE_HPP

#include <xact/simd/bits.hpp>

// What few lanes need, as the tails of functions that a table serves elsewhere.

namespace xact::simd {

namespace detail {

/// True when a lane position holds in two registers of `m`.
template <class T, class Arch, std::size_t... I>
XACT_INLINE bool collide(mask<T, sizeof...(I) + 1, Arch> const& m, std::index_sequence<I...>) {
    auto once = m.reg[0];
    auto twice = m.reg[0] & m.reg[1];
    ((twice = I == 0 ? twice : twice | (once & m.reg[I + 1]), once = once | m.reg[I + 1]), ...);
    return xsimd::any(twice);
}

/// In each lane, that of the last register in which `m` holds there, else of the first.
template <class T, class Arch, std::size_t... I>
XACT_INLINE pack<T, 1, Arch> merged(mask<T, sizeof...(I) + 1, Arch> const& m, pack<T, sizeof...(I) + 1, Arch> const& x,
                                    std::index_sequence<I...>) {
    auto result = x.reg[0];
    ((result = xsimd::select(m.reg[I + 1], x.reg[I + 1], result)), ...);
    return result;
}

} // namespace detail

/// Where `m` holds, f(x), else y. f is called only if `m` holds somewhere; for a single register where no lane position
/// holds in two of them, as few lanes seldom do. It may get any x, and its lanes are independent.
template <class T, std::size_t N, class Arch, class F>
XACT_INLINE pack<T, N, Arch> replace_rare(mask<T, N, Arch> const& m, pack<T, N, Arch> const& y,
                                          pack<T, N, Arch> const& x, F const& f) {
    if (XACT_LIKELY(!any(m))) return y;
    if constexpr (N > 1) {
        constexpr auto others = std::make_index_sequence<N - 1>{};
        if (!detail::collide(m, others)) {
            auto const fx = f(detail::merged(m, x, others)).reg[0];
            return detail::zip([&](auto c, auto r) XACT_INLINE_LAMBDA { return xsimd::select(c, fx, r); }, m, y);
        }
    }
    return select(m, f(x), y);
}

} // namespace xact::simd

#endif
