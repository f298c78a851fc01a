// Activations that users make from lambdas.

#include "bits.hpp"
#include "catch.hpp"
#include "guarded.hpp"

#include <xact/derivative_of.hpp>
#include <xact/function.hpp>
#include <xact/transform.hpp>

#include <vector>

namespace {

// x^2/2 for x > 0, else x/4: products only, so that a scalar formula has the same bits.
auto const value = [](auto x) { return xsimd::select(x > 0.0f, x * x * 0.5f, x * 0.25f); };
auto const slope = [](auto x) { return xsimd::select(x > 0.0f, x, x * 0.0f + 0.25f); };

float expected(float x) { return x > 0 ? x * x * 0.5f : x * 0.25f; }

} // namespace

TEST_CASE("A lambda over xsimd::batch is an activation: scalar, batch, body and tail") {
    xact::function const f{value};
    CHECK(f(3.0f) == 4.5f);
    CHECK(f(-1.0f) == -0.25f);
    CHECK(xsimd::batch<float>(f(xsimd::batch<float>(3.0f))).get(0) == 4.5f);
    for (std::size_t n = 0; n < 6 * xsimd::batch<float>::size; ++n) {
        std::vector<float> in(n), out(n);
        for (std::size_t i = 0; i < n; ++i) in[i] = static_cast<float>(i) - 3.7f;
        xact::transform(in, out, f);
        for (std::size_t i = 0; i < n; ++i) REQUIRE(same(out[i], expected(in[i])));
    }
}

TEST_CASE("With its derivative it has backward and one pass for both") {
    xact::function const f{value, slope, [](auto x) { return xsimd::select(x > 0.0f, 1.0f + x * 0.0f, x * 0.0f); }};
    CHECK(f.derivative(2.5f) == 2.5f);
    CHECK(f.second_derivative(2.5f) == 1.0f);
    CHECK(xact::derivative_of{f}(4.0f) == 4.0f);
    CHECK_FALSE(decltype(f)::has_derivative_from_output());

    std::vector<float> const in = {-2.0f, -0.5f, 0.0f, 0.5f, 2.0f, 100.0f, 3.0f};
    std::vector<float> out(in.size()), df(in.size()), grad_in(in.size()), grad_out(in.size(), 3.0f);
    xact::transform(in, out, df, f);
    xact::backward(in, grad_out, grad_in, f);
    for (std::size_t i = 0; i < in.size(); ++i) {
        CHECK(same(out[i], expected(in[i])));
        CHECK(df[i] == (in[i] > 0 ? in[i] : 0.25f));
        CHECK(grad_in[i] == 3.0f * df[i]);
    }
}

TEST_CASE("It stays between the walls, at every length and alignment") {
    constexpr std::size_t lanes = xsimd::batch<float>::size;
    xact::function const f{value, slope};
    for (std::size_t n = 0; n <= 4 * lanes + 3; ++n)
        for (std::size_t distance = 0; distance < lanes; ++distance)
            for (auto const side : {wall::before, wall::after}) {
                INFO("n = " << n << ", " << distance << " elements from the wall");
                guarded<float> in(n, distance, side), out(n, distance, side), df(n, distance, side);
                guarded<float> g(n, distance, side), both(n, distance, side);
                fill(in, n, n), fill(both, n, n), fill(g, n, n + 1);
                xact::transform(in.data(), out.data(), df.data(), n, f);
                xact::transform(both.data(), both.data(), n, f);
                bool equal = true;
                for (std::size_t i = 0; i < n; ++i)
                    equal = equal && same(out[i], expected(in[i])) && same(both[i], out[i]);
                xact::backward(in.data(), g.data(), both.data(), n, f);
                for (std::size_t i = 0; i < n; ++i) equal = equal && same(both[i], g[i] * df[i]);
                REQUIRE(equal);
                REQUIRE((in.intact() && out.intact() && df.intact() && g.intact() && both.intact()));
            }
}

TEST_CASE("Lambdas may hold parameters") {
    float const a = 0.25f;
    xact::function const f{[a](auto x) { return x * a; }};
    std::vector<float> x = {1.0f, 2.0f, 3.0f};
    xact::transform(x, x, f);
    CHECK(x == std::vector<float>{0.25f, 0.5f, 0.75f});
}
