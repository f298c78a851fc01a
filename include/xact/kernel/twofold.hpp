#ifndef XACT_KERNEL_TWOFOLD_HPP
#define XACT_KERNEL_TWOFOLD_HPP

#include <xact/simd/convert.hpp>

// Unevaluated sums high + low of two lanes: about twice the significand, for what must be rounded
// only once at the end. Dekker (1971), Knuth, with FMA where the architecture has it.

namespace xact::kernel {

template <class V> struct twofold;
template <class V> twofold<V> fast_two_sum(V const& a, V const& b);
template <class V> twofold<V> two_sum(V const& a, V const& b);
template <class V> twofold<V> two_product(V const& a, V const& b);

template <class V> struct twofold {
    V high, low;

    twofold() = default;
    XACT_INLINE twofold(V const& high_, V const& low_) : high(high_), low(low_) {}
    XACT_INLINE twofold(V const& value) : high(value), low(typename V::value_type(0)) {}
    XACT_INLINE twofold(typename V::value_type value) : twofold(V(value)) {}

    // Relative error of each: a few units of 2^-104 (of the larger operand, in sums), for operands that are finite.
    friend XACT_INLINE twofold operator+(twofold const& a, twofold const& b) {
        auto const s = kernel::two_sum(a.high, b.high);
        return kernel::fast_two_sum(s.high, s.low + (a.low + b.low));
    }
    friend XACT_INLINE twofold operator-(twofold const& a) {
        V const sign(typename V::value_type(-0.0));
        return {a.high ^ sign, a.low ^ sign};
    }
    friend XACT_INLINE twofold operator-(twofold const& a, twofold const& b) { return a + -b; }
    friend XACT_INLINE twofold operator*(twofold const& a, twofold const& b) {
        auto const product = kernel::two_product(a.high, b.high);
        return {product.high, product.low + fma(a.high, b.low, a.low * b.high)};
    }
    friend XACT_INLINE twofold operator/(twofold const& a, twofold const& b) {
        V const q = a.high / b.high;
        auto const product = kernel::two_product(q, b.high);
        V const rest = ((a.high - product.high) - product.low) + fnma(q, b.low, a.low);
        return kernel::fast_two_sum(q, rest / b.high);
    }
    friend XACT_INLINE twofold fma(twofold const& a, twofold const& b, twofold const& c) { return a * b + c; }
    friend XACT_INLINE twofold select(typename V::mask_type const& m, twofold const& a, twofold const& b) {
        return {select(m, a.high, b.high), select(m, a.low, b.low)};
    }
};

/// a + b exactly, |a| >= |b| or a = 0.
template <class V> XACT_INLINE twofold<V> fast_two_sum(V const& a, V const& b) {
    V const sum = a + b;
    return {sum, b - (sum - a)};
}

/// a + b exactly.
template <class V> XACT_INLINE twofold<V> two_sum(V const& a, V const& b) {
    V const sum = a + b;
    V const part = sum - a;
    return {sum, (a - (sum - part)) + (b - part)};
}

/// a * b exactly (barring underflow); without FMA by Veltkamp's splitting, |a|, |b| < 2^990.
template <class V> XACT_INLINE twofold<V> two_product(V const& a, V const& b) {
    V const product = a * b;
    if constexpr (simd::has_fma<typename V::arch>)
        return {product, fms(a, b, product)};
    else {
        constexpr double splitter = 0x1p27 + 1;
        auto const upper = [](V const& x) XACT_INLINE_LAMBDA {
            V const scaled = x * splitter;
            return scaled - (scaled - x);
        };
        V const a1 = upper(a), b1 = upper(b), a2 = a - a1, b2 = b - b1;
        return {product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
    }
}

template <class V> XACT_INLINE V sum(twofold<V> const& a) { return a.high + a.low; }

/// 1/d with one division.
template <class V> XACT_INLINE twofold<V> reciprocal(twofold<V> const& d) {
    V const r = V(1) / d.high;
    auto const product = two_product(r, d.high);
    return {r, fnma(r, d.low, (V(1) - product.high) - product.low) * r};
}

/// c - y^2 for |c| >= y^2: rounded once with FMA, else with an error below 0.51 ULP.
template <class V> XACT_INLINE V minus_square(V const& c, V const& y) {
    if constexpr (simd::has_fma<typename V::arch>)
        return fnma(y, y, c);
    else if constexpr (std::is_same_v<typename V::value_type, float>) {
        auto const wide = simd::widen(y);
        return narrow(simd::widen(c) - wide * wide);
    } else {
        auto const square = two_product(y, y);
        auto const difference = fast_two_sum(c, V(0) - square.high);
        return difference.high + (difference.low - square.low);
    }
}

} // namespace xact::kernel

#endif
