// A slope per channel, and random slopes: every layout, length and alignment, in place, beside other memory.

#include "bits.hpp"
#include "catch.hpp"
#include "channel_functions.hpp"
#include "guarded.hpp"

#include <cmath>
#include <random>
#include <vector>

namespace {

/// With slope 0, what is below 0 gives +0.
template <class T> T leaky(T slope, T x) {
    if (x > T(0)) return x;
    return slope * (slope == T(0) && x < T(0) ? T(0) : x);
}

} // namespace

TEMPLATE_TEST_CASE("prelu_transform uses the slope of each channel, in every layout", "", float, double) {
    using T = TestType;
    std::vector<T> const all_slopes = {T(0.25), 0, -1, 1, T(3.5), T(1e-30), T(0.1)};
    for (std::size_t channels = 1; channels <= 40; channels += channels < 7 ? 1 : 11)
        for (std::size_t const inner : {1u, 2u, 5u, 16u, 19u, 40u})
            for (std::size_t outer = 0; outer < 4; ++outer) {
                std::size_t const n = outer * channels * inner, offset = (channels + inner) % 7;
                INFO(outer << " x " << channels << " x " << inner);
                std::vector<T> slopes(channels);
                for (std::size_t c = 0; c < channels; ++c) slopes[c] = all_slopes[c % all_slopes.size()];
                guarded<T> in(n, offset), out(n, 0), both(n, offset / 2);
                fill(in, n, channels), fill(both, n, channels);
                compiled::prelu_transform(in.data(), out.data(), slopes.data(), outer, channels, inner);
                compiled::prelu_transform(both.data(), both.data(), slopes.data(), outer, channels, inner);
                bool equal = true;
                for (std::size_t i = 0; i < n; ++i) {
                    auto const slope = slopes[i / inner % channels];
                    equal = equal && same(out[i], leaky(slope, in[i])) && same(both[i], out[i]);
                    T one;
                    compiled::prelu(static_cast<double>(slope), &in[i], &one);
                    equal = equal && same(out[i], one);
                }
                REQUIRE(equal);
                REQUIRE((in.intact() && out.intact() && both.intact()));
            }
}

TEMPLATE_TEST_CASE("prelu_backward: the derivative by x, and sums in the documented order", "", float, double) {
    using T = TestType;
    for (std::size_t const channels : {1u, 2u, 3u, 16u, 17u, 37u})
        for (std::size_t const inner : {1u, 3u, 16u, 21u, 64u})
            for (std::size_t outer = 0; outer < 4; ++outer) {
                std::size_t const n = outer * channels * inner, offset = (channels + inner) % 5;
                INFO(outer << " x " << channels << " x " << inner);
                std::vector<T> slopes(channels), all(channels), sums(channels), expected(channels);
                guarded<T> in(n, offset), grad_out(n, 0), grad_in(n, offset / 2);
                for (std::size_t c = 0; c < channels; ++c) slopes[c] = T(c) / 8 - 1, sums[c] = expected[c] = T(c);
                for (std::size_t i = 0; i < n; ++i) {
                    in[i] = T(i * 37 % 101) / 10 - 5;
                    // Products of doubles are rounded by some machines and not by others: few digits there.
                    grad_out[i] = std::is_same_v<T, float> ? T(i * 53 % 97) / 7 - 6 : T(i * 53 % 97) / 8 - 6;
                    // Large terms that cancel, in lanes that depend on the order of the sum.
                    if (std::is_same_v<T, float> && i % 5 < 2)
                        in[i] = -1, grad_out[i] = i % 5 == 0 ? 0x1p60f : -0x1p60f;
                    if (std::is_same_v<T, double>) in[i] = static_cast<float>(in[i]);
                }
                for (std::size_t c = 0; c < channels; ++c) {
                    double partial[16] = {};
                    for (std::size_t o = 0; o < outer; ++o)
                        for (std::size_t i = 0; i < inner; ++i) {
                            std::size_t const at = (o * channels + c) * inner + i;
                            double const product = in[at] <= 0 ? double(grad_out[at]) * double(in[at]) : 0.0;
                            partial[i % 16] += product;
                        }
                    double sum = 0;
                    for (double const part : partial) sum += part;
                    expected[c] = static_cast<T>(double(expected[c]) + sum);
                }
                compiled::prelu_backward(in.data(), grad_out.data(), slopes.data(), grad_in.data(), sums.data(), outer,
                                         channels, inner);
                bool equal = true;
                for (std::size_t i = 0; i < n; ++i)
                    equal = equal && same(grad_in[i], grad_out[i] * (in[i] > 0 ? T(1) : slopes[i / inner % channels]));
                REQUIRE(equal);
                REQUIRE(sums == expected);
                REQUIRE((in.intact() && grad_out.intact() && grad_in.intact()));

                compiled::prelu_backward(in.data(), grad_out.data(), slopes.data(), grad_out.data(), all.data(), outer,
                                         channels, inner);
                for (std::size_t i = 0; i < n; ++i) equal = equal && same(grad_out[i], grad_in[i]);
                REQUIRE(equal);
            }
}

TEMPLATE_TEST_CASE("prelu and rrelu stay between their walls, at every length and alignment", "", float, double) {
    using T = TestType;
    std::size_t const lanes = compiled::lanes<T>();
    struct layout {
        std::size_t outer, channels, inner;
    };
    auto const at = [&](std::size_t n, std::size_t distance, wall side, std::size_t bytes) {
        for (auto const [outer, channels, inner] :
             {layout{1, n, 1}, layout{2, n, 1}, layout{1, 1, n}, layout{2, 3, n}}) {
            std::size_t const all = outer * channels * inner;
            INFO(outer << " x " << channels << " x " << inner << ", " << distance << " elements and " << bytes
                       << " bytes from the wall " << (side == wall::before ? "before" : "after"));
            guarded<T> in(all, distance, side, bytes), out(all, distance, side, bytes),
                both(all, distance, side, bytes);
            guarded<T> grad_out(all, distance, side, bytes), slopes(channels, distance, side, bytes);
            guarded<T> sums(channels, distance, side, bytes);
            std::vector<T> x(all), g(all), a(channels), zeros(channels);
            for (std::size_t i = 0; i < all; ++i) x[i] = T(i * 37 % 101) / 8 - 5, g[i] = T(i * 53 % 97) / 8 - 6;
            for (std::size_t c = 0; c < channels; ++c) a[c] = T(c) / 8 - 1;
            in.assign(x.data()), both.assign(x.data()), grad_out.assign(g.data()), slopes.assign(a.data());
            compiled::prelu_transform(in.data(), out.data(), slopes.data(), outer, channels, inner);
            compiled::prelu_transform(both.data(), both.data(), slopes.data(), outer, channels, inner);
            bool equal = true;
            for (std::size_t i = 0; i < all; ++i)
                equal =
                    equal && same(out.get(i), leaky(a[i / inner % channels], x[i])) && same(both.get(i), out.get(i));
            sums.assign(zeros.data());
            compiled::prelu_backward(in.data(), grad_out.data(), slopes.data(), out.data(), sums.data(), outer,
                                     channels, inner);
            compiled::prelu_backward(in.data(), grad_out.data(), slopes.data(), grad_out.data(), sums.data(), outer,
                                     channels, inner);
            for (std::size_t i = 0; i < all; ++i)
                equal = equal && same(out.get(i), g[i] * (x[i] > 0 ? T(1) : a[i / inner % channels])) &&
                        same(grad_out.get(i), out.get(i));
            if (!equal || !in.intact() || !out.intact() || !both.intact() || !grad_out.intact() || !slopes.intact() ||
                !sums.intact())
                FAIL("prelu: " << (equal ? "written outside of the ranges" : "another result"));
        }
        guarded<T> in(n, distance, side, bytes), out(n, distance, side, bytes), slopes(n, distance, side, bytes);
        std::vector<T> const x(n, T(-1));
        in.assign(x.data());
        std::mt19937 generator(5), again(5);
        compiled::rrelu_transform(in.data(), out.data(), slopes.data(), n, 0.125, 0.5, generator);
        compiled::rrelu_transform(in.data(), in.data(), slopes.data(), n, 0.125, 0.5, again);
        bool equal = true;
        for (std::size_t i = 0; i < n; ++i)
            equal = equal && same(out.get(i), -slopes.get(i)) && same(in.get(i), out.get(i));
        if (!equal || !in.intact() || !out.intact() || !slopes.intact())
            FAIL("rrelu: " << (equal ? "written outside of the ranges" : "another result") << ", n = " << n);
    };
    for (std::size_t n = 0; n <= 4 * lanes + 3; ++n) {
        at(n, 0, wall::before, 0);
        for (std::size_t distance = 0; distance < lanes; ++distance) at(n, distance, wall::after, 0);
        for (std::size_t bytes = 1; bytes < sizeof(T); ++bytes) at(n, 0, wall::after, bytes);
    }
    SUCCEED();
}

TEST_CASE("prelu_backward: NaN shows in the gradients") {
    std::vector<float> const in = {std::nanf(""), -1.0f}, grad_out = {1.0f, 1.0f}, slopes = {0.5f, 0.5f};
    std::vector<float> grad_in(2), grad_slopes(2);
    compiled::prelu_backward(in.data(), grad_out.data(), slopes.data(), grad_in.data(), grad_slopes.data(), 1, 2, 1);
    CHECK(std::isnan(grad_in[0]));
    CHECK(std::isnan(grad_slopes[0]));
    CHECK(grad_in[1] == 0.5f);
    CHECK(grad_slopes[1] == -1.0f);
}

TEMPLATE_TEST_CASE("rrelu in training draws one slope per element as documented", "", float, double) {
    using T = TestType;
    for (double const lower : {0.125, 0.1})
        for (std::size_t const n : {0u, 1u, 3u, 16u, 17u, 100u}) {
            INFO("n = " << n << ", from " << lower);
            double const upper = lower + 1.0 / 3, width = static_cast<float>(upper - lower);
            guarded<T> in(n, 3), out(n, 0), slopes(n, 1), both(n, 2);
            fill(in, n, 1), fill(both, n, 1);
            std::mt19937 generator(5), again(5), documented(5);
            compiled::rrelu_transform(in.data(), out.data(), slopes.data(), n, lower, upper, generator);
            bool equal = true;
            for (std::size_t i = 0; i < n; ++i) {
                auto const highest_bits = static_cast<std::uint32_t>(documented() >> 8);
                T const drawn = static_cast<T>(lower + width * (highest_bits / 16777216.0));
                T const slope = std::isnan(in[i]) ? in[i] : in[i] > 0 ? T(1) : drawn;
                equal = equal && same(slopes[i], slope) && same(out[i], leaky(drawn, in[i]));
                CHECK(drawn >= static_cast<T>(lower));
                CHECK(drawn < static_cast<T>(upper));
            }
            REQUIRE(equal);
            REQUIRE((in.intact() && out.intact() && slopes.intact()));
            CHECK(generator == documented);

            compiled::rrelu_transform(both.data(), both.data(), slopes.data(), n, lower, upper, again);
            for (std::size_t i = 0; i < n; ++i) equal = equal && same(both[i], out[i]);
            REQUIRE(equal);
            REQUIRE((both.intact() && slopes.intact()));
        }
}
