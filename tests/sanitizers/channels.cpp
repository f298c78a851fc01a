// All range functions of a function of few operations, with ordinary stores and past the caches; a slope per channel;
// odd addresses.

#include "ranges_of.hpp"

#include <xact/activation/leaky_relu.hpp>
#include <xact/activation/rrelu.hpp>
#include <xact/channelwise.hpp>

#include <random>

namespace {

using namespace sanitizers;

template <class T> void drive_channels() {
    constexpr std::size_t lanes = xsimd::batch<T>::size;
    for (std::size_t n = 1; n <= 4 * lanes + 3; ++n)
        for (std::size_t const inner : {std::size_t(1), n}) {
            std::size_t const count = inner == 1 ? n : 2, all = 2 * count * inner;
            block<T> const in(all), g(all), out(all), both(all), grad_in(all), slopes(count), sums(count), sums2(count);
            for (std::size_t i = 0; i < all; ++i) in[i] = both[i] = input<T>(i), g[i] = T(i) - 7;
            for (std::size_t c = 0; c < count; ++c) slopes[c] = T(c) / 8 - 1, sums[c] = sums2[c] = 0;
            xact::prelu_transform(in.get(), out.get(), slopes.get(), 2, count, inner);
            xact::prelu_transform(both.get(), both.get(), slopes.get(), 2, count, inner);
            expect("prelu_transform", "in place", both.get(), out.get(), all);
            xact::prelu_backward(in.get(), g.get(), slopes.get(), grad_in.get(), sums.get(), 2, count, inner);
            xact::prelu_backward(in.get(), g.get(), slopes.get(), g.get(), sums2.get(), 2, count, inner);
            expect("prelu_backward", "in place", g.get(), grad_in.get(), all);
            expect("prelu_backward", "gradient of the slopes", sums2.get(), sums.get(), count);
        }
    for (std::size_t n = 0; n <= 4 * lanes + 3; ++n) {
        block<T> const both(n), out(n), slopes(n), slopes2(n);
        std::mt19937 random(1), again(1);
        for (std::size_t i = 0; i < n; ++i) both[i] = input<T>(i);
        xact::rrelu_transform(both.get(), out.get(), slopes.get(), n, xact::rrelu{}, random);
        xact::rrelu_transform(both.get(), both.get(), slopes2.get(), n, xact::rrelu{}, again);
        expect("rrelu_transform", "in place", both.get(), out.get(), n);
        expect("rrelu_transform", "slopes", slopes2.get(), slopes.get(), n);
    }
}

/// The same elements one byte further: no alignment is asked for.
template <class T> void misaligned() {
    using c = calls<T, xact::leaky_relu, 0>;
    for (std::size_t n = 0; n <= 4 * xsimd::batch<T>::size + 3; ++n) {
        block<unsigned char> const in(n * sizeof(T) + 1), out(n * sizeof(T) + 1);
        std::vector<T> x(n), y(n), found(n);
        for (std::size_t i = 0; i < n; ++i) x[i] = input<T>(i);
        if (n != 0) std::memcpy(in.get() + 1, x.data(), n * sizeof(T));
        c::value(reinterpret_cast<T const*>(in.get() + 1), reinterpret_cast<T*>(out.get() + 1), n);
        if (n != 0) std::memcpy(found.data(), out.get() + 1, n * sizeof(T));
        c::value(x.data(), y.data(), n);
        expect("leaky_relu", "at an odd address", found.data(), y.data(), n);
    }
}

} // namespace

void channels() {
    drive_all<float, xact::leaky_relu>("leaky_relu");
    drive_all<float, xact::leaky_relu, 1>("leaky_relu past the caches");
    drive_channels<float>();
    drive_channels<double>();
    misaligned<float>();
    misaligned<double>();
}
