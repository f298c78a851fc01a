#ifndef XACT_TESTS_BITS_HPP
#define XACT_TESTS_BITS_HPP

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

template <class T> using bits_type = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

template <class T> bits_type<T> bits_of(T x) {
    bits_type<T> bits;
    std::memcpy(&bits, &x, sizeof bits);
    return bits;
}

template <class T> T from_bits(bits_type<T> bits) {
    T x;
    std::memcpy(&x, &bits, sizeof x);
    return x;
}

/// Told from the bits: compiled under -ffast-math, std::isnan is false.
template <class T> bool is_nan(T x) {
    return (bits_of(x) & ~(bits_type<T>(1) << (sizeof(T) * 8 - 1))) > bits_of(std::numeric_limits<T>::infinity());
}

/// The same number with the same sign of zero, or both NaN.
template <class T> bool same(T a, T b) { return bits_of(a) == bits_of(b) || (is_nan(a) && is_nan(b)); }

/// x with all its digits and in hexadecimal, for messages.
template <class T> std::string exactly(T x) {
    char text[80];
    double const wide = static_cast<double>(x);
    std::snprintf(text, sizeof text, "%.*g (%a)", std::numeric_limits<T>::max_digits10, wide, wide);
    return text;
}

/// Numbers on which activations have gone wrong: zeros, infinities, NaN of both signs and several payloads, the ends of
/// the normal and subnormal ranges, saturation, and plain ones of both signs.
template <class T> std::vector<T> uncomfortable() {
    using limits = std::numeric_limits<T>;
    constexpr bits_type<T> quiet = bits_type<T>(1) << (limits::digits - 2);
    constexpr bits_type<T> exponent = ((bits_type<T>(1) << (sizeof(T) * 8 - limits::digits)) - 1)
                                      << (limits::digits - 1);
    std::vector<T> x = {0,
                        limits::denorm_min(),
                        limits::min(),
                        limits::min() / 2,
                        limits::epsilon(),
                        T(0.1),
                        T(0.5),
                        1,
                        T(1.5),
                        2,
                        T(3.25),
                        5.9f,
                        6,
                        7,
                        8,
                        T(8.75),
                        9,
                        T(9.5),
                        T(11),
                        T(14),
                        17,
                        20,
                        T(36.5),
                        T(52.6),
                        55,
                        T(87.4),
                        T(88.8),
                        T(103.9),
                        T(110),
                        373,
                        709,
                        745,
                        750,
                        1e5f,
                        limits::max(),
                        limits::infinity(),
                        limits::quiet_NaN(),
                        from_bits<T>(exponent | quiet | 1),
                        from_bits<T>(exponent | ((quiet << 1) - 1)),
                        from_bits<T>(exponent | 1)};
    for (std::size_t i = 0, n = x.size(); i < n; ++i) x.push_back(-x[i]);
    return x;
}

#endif
