// The range functions: every length and alignment, in place, beside other memory, and what they refuse.

#include "bits.hpp"
#include "catch.hpp"
#include "functions.hpp"
#include "guarded.hpp"

#include <xact/xact.hpp>

#include <array>
#include <functional>
#include <random>
#include <string>

namespace {

using table::derivative;
using table::second_derivative;
using table::value;

/// A range function of one activation, with its inputs and what the scalar calls make of them: one element more than a
/// register longer than the longest range, so that every value is tried in every lane.
template <class T> struct call {
    std::string name;
    std::function<void(T const* in, T const* in2, T* out, T* out2, std::size_t n)> run;
    std::vector<T> in, in2, out, out2; // in2 and out2 are empty where there are none
};

/// The first element of n that is not `expected`, n if there is none.
template <class T> std::size_t first_difference(guarded<T> const& found, T const* expected, std::size_t n) {
    std::size_t i = 0;
    while (i < n && same(found.get(i), expected[i])) ++i;
    return i;
}

/// What memory the output shares with an input.
enum class in_place { no, first_input, second_input, second_output };
constexpr char const* in_place_names[] = {"separate", "in place", "in place of the second input",
                                          "the second output in place"};

/// Calls with ranges at one distance from their walls, on the elements from `from` on. Returns what went wrong, if
/// anything.
template <class T>
std::string problem(call<T> const& f, in_place where, std::size_t n, std::size_t from, std::size_t distance, wall side,
                    std::size_t bytes) {
    guarded<T> in(n, distance, side, bytes), in2(f.in2.empty() ? 0 : n, distance, side, bytes);
    guarded<T> out(where == in_place::first_input || where == in_place::second_input ? 0 : n, distance, side, bytes);
    guarded<T> out2(f.out2.empty() || where == in_place::second_output ? 0 : n, distance, side, bytes);
    in.assign(f.in.data() + from);
    if (!f.in2.empty()) in2.assign(f.in2.data() + from);
    auto& y = where == in_place::first_input ? in : where == in_place::second_input ? in2 : out;
    auto& y2 = where == in_place::second_output ? in : out2;
    f.run(in.data(), in2.data(), y.data(), y2.data(), n);

    auto const wrong = [&](char const* which, guarded<T> const& found, std::vector<T> const& expected) {
        if (expected.empty()) return std::string();
        std::size_t const i = first_difference(found, expected.data() + from, n);
        return i == n ? std::string()
                      : std::string(which) + ": element " + std::to_string(i) + ", " + exactly(found.get(i)) +
                            ", should be " + exactly(expected[from + i]) + " for x = " + exactly(f.in[from + i]);
    };
    if (auto const text = wrong("the output", y, f.out); !text.empty()) return text;
    if (auto const text = wrong("the second output", y2, f.out2); !text.empty()) return text;
    if (&y != &in && &y2 != &in)
        if (auto const text = wrong("the input", in, f.in); !text.empty()) return text;
    if (&y != &in2)
        if (auto const text = wrong("the second input", in2, f.in2); !text.empty()) return text;
    return in.intact() && in2.intact() && out.intact() && out2.intact() ? "" : "written outside of the ranges";
}

/// Up to this length: every number of steps of several registers, of one and of a part of one.
std::size_t longest(std::size_t lanes) { return 4 * lanes + 3; }

/// Checks every length, every distance from the wall behind, and so every alignment, and the wall before.
template <class T> void check_everywhere(call<T> const& f, std::size_t lanes) {
    for (auto const where : {in_place::no, in_place::first_input, in_place::second_input, in_place::second_output}) {
        if (where == in_place::second_input && f.in2.empty()) continue;
        if (where == in_place::second_output && f.out2.empty()) continue;
        for (std::size_t n = 0; n <= longest(lanes); ++n) {
            INFO(f.name << ", " << in_place_names[static_cast<int>(where)] << ", n = " << n);
            std::string found = problem(f, where, n, n % lanes, 0, wall::before, 0);
            for (std::size_t distance = 0; distance < lanes && found.empty(); ++distance)
                found = problem(f, where, n, distance, distance, wall::after, 0);
            for (std::size_t bytes = 1; bytes < sizeof(T) && found.empty(); ++bytes) {
                found = problem(f, where, n, bytes % lanes, 0, wall::after, bytes);
                if (found.empty()) found = problem(f, where, n, bytes % lanes, 0, wall::before, bytes);
            }
            if (!found.empty()) FAIL(found);
        }
    }
    SUCCEED();
}

/// The range functions of a row in one tier.
template <class T> std::vector<call<T>> calls_of(table::functions<T> const& f, std::size_t lanes) {
    std::size_t const count = longest(lanes) + lanes;
    static auto const hard = uncomfortable<T>();
    std::vector<T> x(count), g(count), y(count), dy(count), d2y(count), grad(count), grad_from_output;
    for (std::size_t i = 0; i < count; ++i) {
        x[i] = i % 3 == 0 ? hard[i * 11 % hard.size()] : T(i % 23) / 2 - T(5.3);
        g[i] = T(i) - T(7.25);
        y[i] = f.scalar[value](x[i]);
        dy[i] = f.scalar[derivative](x[i]);
        d2y[i] = f.scalar[second_derivative](x[i]);
        grad[i] = g[i] * dy[i];
        if (f.backward_from_output) grad_from_output.push_back(g[i] * f.scalar_from_output(y[i]));
    }
    std::vector<call<T>> calls;
    char const* const names[] = {"transform", "transform, derivative_of", "transform, derivative_of derivative_of"};
    std::vector<T> const* const expected[] = {&y, &dy, &d2y};
    for (int order = 0; order < 3; ++order)
        calls.push_back(
            {names[order],
             [range = f.range[order]](T const* in, T const*, T* out, T*, std::size_t n) { range(in, out, n); },
             x,
             {},
             *expected[order],
             {}});
    calls.push_back({"transform to two ranges",
                     [&f](T const* in, T const*, T* out, T* slope, std::size_t n) {
                         f.range_value_and_derivative(in, out, slope, n);
                     },
                     x,
                     {},
                     y,
                     dy});
    auto const from = [](auto backward) {
        return [backward](T const* in, T const* grad_out, T* grad_in, T*, std::size_t n) {
            backward(in, grad_out, grad_in, n);
        };
    };
    calls.push_back({"backward", from(f.backward), x, g, grad, {}});
    if (f.backward_from_output)
        calls.push_back({"backward_from_output", from(f.backward_from_output), y, g, grad_from_output, {}});
    return calls;
}

template <class T> void check_rows() {
    for (auto const& row : table::rows<T>())
        for (auto const& f : row.tiers)
            DYNAMIC_SECTION(row.name << ", " << table::tier_names[static_cast<int>(f.tier)]
                                     << (sizeof(T) == 4 ? ", float" : ", double")) {
                for (auto const& each : calls_of(f, row.lanes)) check_everywhere(each, row.lanes);
            }
}

/// One element after the other takes each uncomfortable value among plain ones: a path that is there for few inputs,
/// and is taken for the sake of one lane, must not show in the others, nor be missed.
template <class T> void check_one_among_others() {
    static auto const inputs = uncomfortable<T>();
    T const plain = T(0.5);
    for (auto const& row : table::rows<T>())
        for (auto const& f : row.tiers)
            for (int const order : {value, derivative}) {
                std::size_t const n = 4 * row.lanes;
                std::vector<T> in(n, plain), out(n);
                for (T const x : inputs) {
                    T const expected = f.scalar[order](x), others = f.scalar[order](plain);
                    std::size_t wrong = 0;
                    for (std::size_t at = 0; at < n; ++at) {
                        in[at] = x;
                        f.range[order](in.data(), out.data(), n);
                        in[at] = plain;
                        for (std::size_t i = 0; i < n; ++i) wrong += !same(out[i], i == at ? expected : others);
                    }
                    INFO(row.name << ", " << table::tier_names[static_cast<int>(f.tier)] << ", "
                                  << table::order_names[order] << ", x = " << exactly(x));
                    REQUIRE(wrong == 0);
                }
            }
}

/// Few, many, and nearly all elements are uncomfortable ones, each another, at random places: lanes that take another
/// path may be gathered from several registers and put back.
template <class T> void check_several_among_others() {
    static auto const inputs = uncomfortable<T>();
    std::mt19937 random(1);
    for (auto const& row : table::rows<T>())
        for (auto const& f : row.tiers)
            for (int const order : {value, derivative}) {
                std::size_t const n = 4 * row.lanes;
                std::vector<T> in(n), out(n);
                for (unsigned const of_16 : {1u, 2u, 4u, 8u, 15u})
                    for (int draw = 0; draw < 20; ++draw) {
                        for (T& x : in) x = random() % 16 < of_16 ? inputs[random() % inputs.size()] : T(0.5);
                        f.range[order](in.data(), out.data(), n);
                        std::size_t i = 0;
                        while (i < n && same(out[i], f.scalar[order](in[i]))) ++i;
                        INFO(row.name << ", " << table::tier_names[static_cast<int>(f.tier)] << ", "
                                      << table::order_names[order] << ", " << of_16 << " of 16, element " << i);
                        REQUIRE(i == n);
                    }
            }
}

/// The least that the library asks of a range.
struct two_members {
    std::vector<float> values;
    float const* data() const { return values.data(); }
    float* data() { return values.data(); }
    std::size_t size() const { return values.size(); }
};

} // namespace

TEST_CASE("Every range function gives the scalar call's results and stays between its walls") {
    check_rows<float>();
    check_rows<double>();
}

TEST_CASE("One element that needs another path than the rest gets it, and the rest keep theirs") {
    check_one_among_others<float>();
    check_one_among_others<double>();
}

TEST_CASE("Elements that need another path than the rest get it, however many they are") {
    check_several_among_others<float>();
    check_several_among_others<double>();
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
    CHECK_THROWS_WITH(xact::backward_from_output(in, in, out, xact::tanh{}),
                      "xact: the output has 5 elements, but grad_in has 4");
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
