#ifndef XACT_BENCH_VECTOR_LOOP_HPP
#define XACT_BENCH_VECTOR_LOOP_HPP

#include "bench.hpp"

#include <xact/simd/memory.hpp>

#include <algorithm>

namespace bench {

/// The array loop around functions of one vector, with xact's own masked tail, so that at short lengths
/// the libraries without array functions are not charged for a worse one.
template <class T, class F> XACT_INLINE void vector_loop(arrays<T> const a, F const& f) {
    using batch = xsimd::batch<T>;
    using pack = xact::simd::pack<T, 1, xsimd::default_arch>;
    std::size_t i = 0;
    for (; a.n - i >= batch::size; i += batch::size) f(batch::load_unaligned(a.in + i)).store_unaligned(a.out + i);
    if (i != a.n) {
        auto const rest = xact::simd::load_some<T, xsimd::default_arch>(a.in + i, a.n - i);
        xact::simd::store_some(a.out + i, pack(f(rest.reg[0])), a.n - i);
    }
}

/// Adds a row for a function from one xsimd::batch<T> to another.
template <class T, class F> void add_vector(char const* library, char const* function, char const* tier, F f) {
    add<T>({library, function, tier}, [f](arrays<T> const& a) { vector_loop(a, f); });
}

/// Adds a row for a function of one register, called n times in a chain. Each call is given the last result and,
/// because iterating f alone ends where all lanes take the easiest of its branches, a register of new inputs added to
/// it.
template <class T, class F> void add_latency(char const* library, char const* function, char const* tier, F f) {
    add<T>({library, function, tier, variant::latency}, [f](arrays<T> const& a) {
        using batch = xsimd::batch<T>;
        // At lengths below one register, this reads and writes the spare bytes of the arrays.
        std::size_t const last = a.n - std::min(a.n, batch::size);
        batch y(T(0));
        for (std::size_t i = 0; i < a.n; ++i) y = f(y + batch::load_unaligned(a.in + std::min(i, last)));
        y.store_unaligned(a.out);
    });
}

/// The logistic function as users of a library without it write it.
template <class Batch, class Exp> XACT_INLINE Batch logistic_via_exp(Batch const& x, Exp exp) {
    Batch const one(1);
    return one / (one + exp(-x));
}

} // namespace bench

#endif
