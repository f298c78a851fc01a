// The range functions: every length and alignment, in place, beside other memory, and what they refuse.

#include "bits.hpp"
#include "calls.hpp"
#include "catch.hpp"
#include "guarded.hpp"
#include "table.hpp"

#include <array>
#include <string>

namespace {

/// Runs `check(activation, n, offset)` for the lengths and alignments at which loops go wrong.
template <class Row, class T, class Check> void at_every_length_and_alignment(Check check) {
    constexpr std::size_t lanes = xsimd::batch<T>::size;
    table::for_each_tier<Row, T>([&](char const* tier, xact::accuracy, auto const& f) {
        for (std::size_t n = 0; n <= 4 * lanes + 3; ++n)
            for (std::size_t offset = 0; offset < lanes; ++offset) {
                INFO(Row::name << ", " << tier << ", n = " << n << ", offset " << offset);
                check(f, n, offset);
            }
    });
}

template <class Row, class T> void check_transform() {
    at_every_length_and_alignment<Row, T>([](auto const& f, std::size_t n, std::size_t offset) {
        guarded<T> in(n, offset), out(n, offset / 2), both(n, offset);
        fill(in, n, offset), fill(both, n, offset);
        xact::transform(in.data(), out.data(), n, f);
        xact::transform(both.data(), both.data(), n, f);
        bool equal = true;
        for (std::size_t i = 0; i < n; ++i)
            equal = equal && same(out[i], call::value(f, in[i])) && same(both[i], out[i]);
        REQUIRE(equal);
        REQUIRE((in.intact() && out.intact() && both.intact()));
    });
}

template <class Row, class T> void check_two_outputs() {
    at_every_length_and_alignment<Row, T>([](auto const& f, std::size_t n, std::size_t offset) {
        guarded<T> in(n, offset), out(n, 0), slope(n, offset / 2), both(n, offset);
        fill(in, n, offset), fill(both, n, offset);
        xact::transform(in.data(), out.data(), slope.data(), n, f);
        bool equal = true;
        for (std::size_t i = 0; i < n; ++i)
            equal = equal && same(out[i], call::value(f, in[i])) && same(slope[i], call::derivative(f, in[i]));
        REQUIRE(equal);
        xact::transform(both.data(), out.data(), both.data(), n, f);
        for (std::size_t i = 0; i < n; ++i) equal = equal && same(both[i], slope[i]);
        REQUIRE(equal);
        REQUIRE((in.intact() && out.intact() && slope.intact() && both.intact()));
    });
}

template <class Row, class T> void check_backward() {
    at_every_length_and_alignment<Row, T>([](auto const& f, std::size_t n, std::size_t offset) {
        guarded<T> in(n, offset), out(n, 0), grad_out(n, offset / 2), grad_in(n, offset);
        fill(in, n, offset);
        for (std::size_t i = 0; i < n; ++i) grad_out[i] = T(i) - T(7.25);
        xact::transform(in.data(), out.data(), n, f);
        bool equal = true;
        xact::backward(in.data(), grad_out.data(), grad_in.data(), n, f);
        for (std::size_t i = 0; i < n; ++i) equal = equal && same(grad_in[i], grad_out[i] * call::derivative(f, in[i]));
        REQUIRE(equal);
        if constexpr (std::decay_t<decltype(f)>::has_derivative_from_output()) {
            xact::backward_from_output(out.data(), grad_out.data(), grad_in.data(), n, f);
            for (std::size_t i = 0; i < n; ++i)
                equal = equal && same(grad_in[i], grad_out[i] * call::derivative_from_output(f, out[i]));
            REQUIRE(equal);
        }
        REQUIRE((in.intact() && grad_out.intact() && grad_in.intact()));
        xact::backward(in.data(), grad_out.data(), grad_out.data(), n, f);
        for (std::size_t i = 0; i < n; ++i)
            equal = equal && same(grad_out[i], (T(i) - T(7.25)) * call::derivative(f, in[i]));
        REQUIRE(equal);
        REQUIRE(grad_out.intact());
    });
}

/// The least that the library asks of a range.
struct two_members {
    std::vector<float> values;
    float const* data() const { return values.data(); }
    float* data() { return values.data(); }
    std::size_t size() const { return values.size(); }
};

} // namespace

TEMPLATE_LIST_TEST_CASE("transform equals the scalar call at every index, length and alignment", "", table::rows) {
    check_transform<TestType, float>();
    check_transform<TestType, double>();
}

TEMPLATE_LIST_TEST_CASE("transform to two ranges equals value and derivative", "", table::rows) {
    check_two_outputs<TestType, float>();
    check_two_outputs<TestType, double>();
}

TEMPLATE_LIST_TEST_CASE("backward multiplies with the derivative, from input or output", "", table::rows) {
    check_backward<TestType, float>();
    check_backward<TestType, double>();
}

TEST_CASE("Anything with data and size is a range") {
    std::vector<float> const in = {-1.0f, -0.5f, 0.0f, 2.0f, 7.0f};
    std::vector<float> const expected = {0.0f, 0.0f, 0.0f, 2.0f, 6.0f};

    std::vector<float> vector(5);
    xact::transform(in, vector, xact::relu6{});
    CHECK(vector == expected);

    std::array<float, 5> array{};
    xact::transform(in, array, xact::relu6{});
    CHECK(std::equal(array.begin(), array.end(), expected.begin()));

    float c_array[5] = {-1.0f, -0.5f, 0.0f, 2.0f, 7.0f};
    xact::transform(c_array, c_array, xact::relu6{});
    CHECK(std::equal(c_array, c_array + 5, expected.begin()));

    two_members own{in};
    xact::transform(own, own, xact::relu6{});
    CHECK(own.values == expected);

    std::vector<float> slope(5), grad(5);
    xact::transform(in, vector, slope, xact::relu6{});
    CHECK(slope == std::vector<float>{0.0f, 0.0f, 0.0f, 1.0f, 0.0f});
    xact::transform(in, vector, xact::derivative_of{xact::relu6{}});
    CHECK(vector == slope);
    xact::backward(in, expected, grad, xact::relu6{});
    CHECK(grad == std::vector<float>{0.0f, 0.0f, 0.0f, 2.0f, 0.0f});
    xact::backward_from_output(expected, in, grad, xact::relu6{});
    CHECK(grad == std::vector<float>{-0.0f, -0.0f, 0.0f, 2.0f, 0.0f});
}

TEST_CASE("Ranges of different sizes are refused, naming both, before anything is written") {
    std::vector<float> const in(5, 1.0f), other(4, 1.0f);
    std::vector<float> out(4, -1.0f), right(5);
    auto const untouched = out;

    CHECK_THROWS_WITH(xact::transform(in, out, xact::tanh{}), "xact: the input has 5 elements, but the output has 4");
    CHECK_THROWS_WITH(xact::transform(in, right, out, xact::tanh{}),
                      "xact: the input has 5 elements, but the range for the derivative has 4");
    CHECK_THROWS_WITH(xact::backward(in, other, right, xact::tanh{}),
                      "xact: the input has 5 elements, but grad_out has 4");
    CHECK_THROWS_WITH(xact::backward(in, in, out, xact::tanh{}), "xact: the input has 5 elements, but grad_in has 4");
    CHECK_THROWS_WITH(xact::backward_from_output(in, other, right, xact::tanh{}),
                      "xact: the output has 5 elements, but grad_out has 4");
    CHECK_THROWS_AS(xact::transform(in, out, xact::tanh{}), std::invalid_argument);
    CHECK(out == untouched);
}

TEST_CASE("Nothing at all is a range too") {
    float* const nothing = nullptr;
    xact::transform(nothing, nothing, 0, xact::tanh{});
    xact::transform(nothing, nothing, nothing, 0, xact::tanh{});
    xact::backward(nothing, nothing, nothing, 0, xact::tanh{});
    std::vector<float> empty;
    xact::transform(empty, empty, xact::sigmoid{});
    SUCCEED();
}
