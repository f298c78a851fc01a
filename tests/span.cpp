// std::span, which C++20 has, is a range like any other.

#include "catch.hpp"

#include <xact/xact.hpp>

#include <span>
#include <vector>

TEST_CASE("A span of const to a span, and to itself") {
    std::vector<float> const in = {-1.0f, 0.5f, 7.0f};
    std::vector<float> out(3);
    xact::transform(std::span(in), std::span(out), xact::relu6{});
    CHECK(out == std::vector<float>{0.0f, 0.5f, 6.0f});

    std::span<float> const writable(out);
    xact::backward(std::span(in).first(2), writable.first(2), writable.first(2), xact::relu{});
    CHECK(out == std::vector<float>{0.0f, 0.5f, 6.0f});
    CHECK_THROWS_WITH(xact::transform(std::span(in), writable.first(2), xact::relu{}),
                      "xact: the input has 3 elements, but the output has 2");
}
