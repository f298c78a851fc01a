#ifndef XACT_BENCH_DATA_HPP
#define XACT_BENCH_DATA_HPP

#include "bench.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <memory>
#include <new>
#include <random>
#include <string>
#include <vector>

namespace bench {

/// A distribution of inputs, by the name it has on the command line.
struct inputs {
    char const *name, *text;
    std::function<double(std::mt19937_64&)> draw;
};

inputs const& inputs_named(std::string const& name);

/// The distributions of a list of names, separated by commas.
std::vector<inputs> inputs_listed(std::string const& names);

/// An array that grows to the longest length asked for, and then is filled anew by `draw`.
template <class T> class growing_array {
public:
    /// The arrays of one call start at different offsets into the page: a load from where a store with the same low
    /// twelve bits is under way would wait for it, and more in some rows than in others.
    explicit growing_array(std::size_t offset_in_page) : offset(offset_in_page) {}

    template <class Draw> T* of(std::size_t n, Draw draw) {
        if (n > size) {
            size = 0;
            block.reset();
            // The spare bytes at the end are for XNNPACK and the latency loops, which go beyond it.
            std::size_t const bytes = (offset + n * sizeof(T) + 64 + page - 1) / page * page;
            block.reset(static_cast<char*>(std::aligned_alloc(page, bytes)));
            if (!block) throw std::bad_alloc();
            // A million random numbers are enough to defeat branch prediction; longer arrays repeat them.
            std::size_t const distinct = std::size_t(1) << 20;
            for (std::size_t i = 0; i < n; ++i)
                data()[i] = i < distinct ? static_cast<T>(draw()) : data()[i - distinct];
            size = n;
        }
        return data();
    }

private:
    struct release {
        void operator()(char* p) const { std::free(p); }
    };

    T* data() const { return reinterpret_cast<T*>(block.get() + offset); }

    static constexpr std::size_t page = 4096;
    std::size_t offset, size = 0;
    std::unique_ptr<char, release> block;
};

/// The arrays of one element type, which all rows share.
template <class T> class memory {
public:
    explicit memory(inputs const& from) : source(from) {}

    arrays<T> of(std::size_t n, variant what) {
        std::mt19937_64 random(20240601);
        std::uniform_real_distribution<double> gradient(-1, 1);
        auto const zero = [] { return 0.0; };
        T* const x = in.of(n, [&] { return source.draw(random); });
        T* const y = out.of(n, zero);
        if (what == variant::in_place) {
            std::copy_n(x, n, y);
            return {y, y, y, y, n};
        }
        T* const g = what == variant::backward ? grad_out.of(n, [&] { return gradient(random); }) : x;
        T* const dy = what == variant::fused ? slope.of(n, zero) : y;
        return {x, g, y, dy, n};
    }

private:
    inputs source;
    growing_array<T> in{0}, grad_out{1024}, out{2048}, slope{3072};
};

} // namespace bench

#endif
