#include "vector_loop.hpp"

#include <cstring>

// What the memory allows: no elementwise function can be faster than the copies.

namespace {

using bench::arrays;

#if defined(__SSE2__)
void copy_past_the_caches(void const* from, void* to, std::size_t bytes) {
    auto const* in = static_cast<char const*>(from);
    auto* out = static_cast<char*>(to);
    std::size_t i = 0;
#if defined(__AVX512F__)
    using vector = __m512i;
    for (; bytes - i >= sizeof(vector); i += sizeof(vector))
        _mm512_stream_si512(reinterpret_cast<vector*>(out + i), _mm512_loadu_si512(in + i));
#elif defined(__AVX__)
    using vector = __m256i;
    for (; bytes - i >= sizeof(vector); i += sizeof(vector))
        _mm256_stream_si256(reinterpret_cast<vector*>(out + i),
                            _mm256_loadu_si256(reinterpret_cast<vector const*>(in + i)));
#else
    using vector = __m128i;
    for (; bytes - i >= sizeof(vector); i += sizeof(vector))
        _mm_stream_si128(reinterpret_cast<vector*>(out + i), _mm_loadu_si128(reinterpret_cast<vector const*>(in + i)));
#endif
    std::memcpy(out + i, in + i, bytes - i);
    _mm_sfence();
}
#endif

template <class T> void add() {
    bench::add<T>({"limit", "copy", "memcpy"}, [](arrays<T> const& a) { std::memcpy(a.out, a.in, a.n * sizeof(T)); });
#if defined(__SSE2__)
    bench::add<T>({"limit", "copy", "nontemporal"},
                  [](arrays<T> const& a) { copy_past_the_caches(a.in, a.out, a.n * sizeof(T)); });
#endif
    auto const copy = [](arrays<T> const& a) { bench::vector_loop(a, [](xsimd::batch<T> const& x) { return x; }); };
    bench::add<T>({"limit", "copy", "simd"}, copy);
    bench::add<T>({"limit", "copy", "simd", bench::variant::in_place}, copy);
}

bench::library const limits([] {
    add<float>();
    add<double>();
});

} // namespace
