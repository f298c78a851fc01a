#ifndef XACT_TESTS_GUARDED_HPP
#define XACT_TESTS_GUARDED_HPP

#include "bits.hpp"

#include <cstddef>
#include <limits>
#include <vector>

inline constexpr std::size_t margin = 80;

/// Elements surrounded by a pattern that no function writes; starts `offset` elements past an aligned address.
template <class T> class guarded {
public:
    guarded(std::size_t n, std::size_t offset)
        : size(n), all(n + offset + 2 * margin, canary()), first(margin + offset) {}

    T* data() { return all.data() + first; }
    T& operator[](std::size_t i) { return data()[i]; }
    bool intact() const {
        for (std::size_t i = 0; i < all.size(); ++i)
            if ((i < first || i >= first + size) && bits_of(all[i]) != bits_of(canary())) return false;
        return true;
    }

private:
    /// A NaN: one that a function read as a neighbour must not show anywhere.
    static T canary() { return from_bits<T>(bits_of(std::numeric_limits<T>::quiet_NaN()) | 0x2a); }

    std::size_t size;
    std::vector<T> all;
    std::size_t first;
};

template <class T> void fill(guarded<T>& range, std::size_t n, std::size_t seed) {
    static auto const inputs = uncomfortable<T>();
    for (std::size_t i = 0; i < n; ++i)
        range[i] = (i + seed) % 3 == 0 ? inputs[(i * 11 + seed) % inputs.size()] : T(i % 23) / 2 - T(5.3);
}

#endif
