// An activation is a function object like any other: for the standard's algorithms, views and std::function.

#include "bits.hpp"
#include "catch.hpp"

#include <xact/xact.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <ranges>
#include <vector>

namespace {

std::vector<float> const x = uncomfortable<float>();

/// y[i] is f(x[i]) as xact::transform has it.
template <class F> bool is_transform_of_x(std::vector<float> const& y, F const& f) {
    std::vector<float> expected(x.size());
    xact::transform(x, expected, f);
    return std::ranges::equal(y, expected, same<float>);
}

TEST_CASE("std::transform and std::ranges::transform take an activation") {
    std::vector<float> y(x.size());
    std::transform(x.begin(), x.end(), y.begin(), xact::tanh{});
    CHECK(is_transform_of_x(y, xact::tanh{}));

    std::ranges::transform(x, y.begin(), xact::derivative_of{xact::sigmoid{}});
    CHECK(is_transform_of_x(y, xact::derivative_of{xact::sigmoid{}}));
}

#if !defined(__clang__) || __clang_major__ >= 16 // older ones do not compile libstdc++'s views
TEST_CASE("A view through activations, one after the other") {
    std::vector<float> y;
    for (float element : x | std::views::transform(xact::relu{}) | std::views::transform(xact::leaky_relu{0.5}))
        y.push_back(element);
    CHECK(is_transform_of_x(y, xact::relu{}));
}
#endif

TEST_CASE("std::function and std::invoke take an activation") {
    std::function<float(float)> const f = xact::leaky_relu{0.25};
    CHECK(f(-2.0f) == -0.5f);
    CHECK(std::invoke(xact::relu6{}, 7.0) == 6.0);
    STATIC_REQUIRE(std::regular_invocable<xact::tanh const&, double>);
}

// The README's lines for those who come from elsewhere say so.
TEST_CASE("An activation keeps what the formula written by hand loses") {
    CHECK(1.0f / (1.0f + std::exp(89.0f)) == 0.0f);
    CHECK(xact::sigmoid{}(-89.0f) == Approx(2.2274e-39f).epsilon(1e-4));

    float const y = std::tanh(9.1f);
    CHECK(1.0f - y * y == 0.0f);
    CHECK(xact::tanh{}.derivative(9.1f) == Approx(4.9877e-8f).epsilon(1e-4));
    CHECK(xact::tanh{}.derivative_from_output(y) == 0.0f);
}

} // namespace
