#ifndef XACT_TESTS_GUARDED_HPP
#define XACT_TESTS_GUARDED_HPP

#include "bits.hpp"

#include <cstddef>
#include <limits>
#include <new>
#include <vector>

#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#include <unistd.h>
#endif

/// Memory between two pages that no instruction can read or write. It stays for the life of the program.
class walled_memory {
public:
    explicit walled_memory(std::size_t bytes) {
#if __has_include(<sys/mman.h>)
        auto const page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        length = (bytes + page - 1) / page * page;
        void* const all = mmap(nullptr, length + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (all == MAP_FAILED) throw std::bad_alloc{};
        first = static_cast<unsigned char*>(all) + page;
        if (mprotect(first, length, PROT_READ | PROT_WRITE) != 0) throw std::bad_alloc{};
#else // without walls, what is written outside a range still shows
        length = (bytes + 4095) / 4096 * 4096;
        first = static_cast<unsigned char*>(::operator new(length, std::align_val_t(4096)));
#endif
    }

    unsigned char* begin() const { return first; }
    unsigned char* end() const { return first + length; }
    std::size_t size() const { return length; }

private:
    unsigned char* first;
    std::size_t length;
};

enum class wall { before, after };

/// Elements between two walls, in a pattern that no function writes: reading or writing beyond the wall ends the
/// program, and writing short of it shows in intact(). The first element is `distance` elements and `bytes` bytes away
/// from the wall before it, which is aligned, or the last one as far from the wall after it.
template <class T> class guarded {
public:
    guarded(std::size_t n, std::size_t distance, wall side = wall::before, std::size_t bytes = 0)
        : length(n * sizeof(T)), memory(take((n + distance + 2 * margin) * sizeof(T) + bytes)),
          first(side == wall::before ? memory.begin() + distance * sizeof(T) + bytes
                                     : memory.end() - (n + distance) * sizeof(T) - bytes) {}
    guarded(guarded const&) = delete;
    guarded& operator=(guarded const&) = delete;
    ~guarded() {
        if (damaged)
            std::memcpy(memory.begin(), pattern(memory.begin()), memory.size());
        else
            std::memcpy(first, pattern(first), length);
        unused().push_back(memory);
    }

    T* data() { return reinterpret_cast<T*>(first); }
    T& operator[](std::size_t i) { return data()[i]; }

    // The elements as bytes, for ranges that are not aligned.
    void assign(T const* values) { std::memcpy(first, values, length); }
    T get(std::size_t i) const {
        T x;
        std::memcpy(&x, first + i * sizeof(T), sizeof x);
        return x;
    }

    bool intact() const {
        auto const* const last = first + length;
        damaged = std::memcmp(memory.begin(), pattern(memory.begin()), std::size_t(first - memory.begin())) != 0 ||
                  std::memcmp(last, pattern(last), std::size_t(memory.end() - last)) != 0;
        return !damaged;
    }

private:
    static constexpr std::size_t margin = 80;

    /// A NaN: one that a function read as a neighbour must not show anywhere.
    static T canary() { return from_bits<T>(bits_of(std::numeric_limits<T>::quiet_NaN()) | 0x2a); }

    /// What stands at the address when nothing was written.
    unsigned char const* pattern(unsigned char const* address) const {
        static std::vector<T> canaries;
        if (canaries.size() * sizeof(T) < memory.size()) canaries.assign(memory.size() / sizeof(T), canary());
        return reinterpret_cast<unsigned char const*>(canaries.data()) + (address - memory.begin());
    }

    /// What earlier ranges left, in the pattern again.
    static std::vector<walled_memory>& unused() {
        static std::vector<walled_memory> all;
        return all;
    }
    walled_memory take(std::size_t bytes) {
        for (auto& candidate : unused())
            if (candidate.size() >= bytes) {
                walled_memory const found = candidate;
                candidate = unused().back();
                unused().pop_back();
                return found;
            }
        walled_memory const fresh(bytes);
        for (auto* at = fresh.begin(); at != fresh.end(); at += sizeof(T)) {
            T const value = canary();
            std::memcpy(at, &value, sizeof value);
        }
        return fresh;
    }

    std::size_t length;
    walled_memory memory;
    unsigned char* first;
    mutable bool damaged = false;
};

template <class T> void fill(guarded<T>& range, std::size_t n, std::size_t seed) {
    static auto const inputs = uncomfortable<T>();
    for (std::size_t i = 0; i < n; ++i)
        range[i] = (i + seed) % 3 == 0 ? inputs[(i * 11 + seed) % inputs.size()] : T(i % 23) / 2 - T(5.3);
}

#endif
