// The range functions: every length and alignment, in place, beside other memory, and what they refuse.

#include "bits.hpp"
#include "catch.hpp"
#include "functions.hpp"
#include "guarded.hpp"

#include <xact/xact.hpp>

#include <algorithm>
#include <array>
#include <string>

#if __has_include(<sys/mman.h>)
#define XACT_TESTS_HAVE_MMAP
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace {

using table::derivative;
using table::value;

/// Runs `check(functions, n, offset)` for the lengths and alignments at which loops go wrong, in every tier of every
/// row, in a section that names them.
template <class T, class Check> void at_every_length_and_alignment(Check check) {
    for (auto const& row : table::rows<T>())
        for (auto const& f : row.tiers)
            DYNAMIC_SECTION(row.name << ", " << table::tier_names[static_cast<int>(f.tier)]
                                     << (sizeof(T) == 4 ? ", float" : ", double")) {
                for (std::size_t n = 0; n <= 4 * row.lanes + 3; ++n)
                    for (std::size_t offset = 0; offset < row.lanes; ++offset) {
                        INFO("n = " << n << ", offset " << offset);
                        check(f, n, offset);
                    }
            }
}

/// Requires `holds(i)` for i < n, naming the first input where it does not.
template <class T, class Holds> void require_each(guarded<T>& in, std::size_t n, Holds holds) {
    std::size_t first = 0;
    while (first < n && holds(first)) ++first;
    INFO("element " << first << (first < n ? ", x = " + exactly(in[first]) : ""));
    REQUIRE(first == n);
}

template <class T> void check_transform() {
    at_every_length_and_alignment<T>([](auto const& f, std::size_t n, std::size_t offset) {
        guarded<T> in(n, offset), out(n, offset / 2), both(n, offset);
        fill(in, n, offset), fill(both, n, offset);
        f.range[value](in.data(), out.data(), n);
        f.range[value](both.data(), both.data(), n);
        require_each(in, n,
                     [&](std::size_t i) { return same(out[i], f.scalar[value](in[i])) && same(both[i], out[i]); });
        REQUIRE((in.intact() && out.intact() && both.intact()));
    });
}

template <class T> void check_two_outputs() {
    at_every_length_and_alignment<T>([](auto const& f, std::size_t n, std::size_t offset) {
        guarded<T> in(n, offset), out(n, 0), slope(n, offset / 2), both(n, offset);
        fill(in, n, offset), fill(both, n, offset);
        f.range_value_and_derivative(in.data(), out.data(), slope.data(), n);
        require_each(in, n, [&](std::size_t i) {
            return same(out[i], f.scalar[value](in[i])) && same(slope[i], f.scalar[derivative](in[i]));
        });
        f.range_value_and_derivative(both.data(), out.data(), both.data(), n);
        require_each(in, n, [&](std::size_t i) { return same(both[i], slope[i]); });
        fill(both, n, offset);
        f.range_value_and_derivative(both.data(), both.data(), slope.data(), n);
        require_each(
            in, n, [&](std::size_t i) { return same(both[i], out[i]) && same(slope[i], f.scalar[derivative](in[i])); });
        REQUIRE((in.intact() && out.intact() && slope.intact() && both.intact()));
    });
}

template <class T> void check_backward() {
    at_every_length_and_alignment<T>([](auto const& f, std::size_t n, std::size_t offset) {
        guarded<T> in(n, offset), out(n, 0), grad_out(n, offset / 2), grad_in(n, offset);
        fill(in, n, offset);
        for (std::size_t i = 0; i < n; ++i) grad_out[i] = T(i) - T(7.25);
        f.range[value](in.data(), out.data(), n);
        f.backward(in.data(), grad_out.data(), grad_in.data(), n);
        require_each(in, n, [&](std::size_t i) { return same(grad_in[i], grad_out[i] * f.scalar[derivative](in[i])); });
        if (f.backward_from_output) {
            f.backward_from_output(out.data(), grad_out.data(), grad_in.data(), n);
            require_each(in, n,
                         [&](std::size_t i) { return same(grad_in[i], grad_out[i] * f.scalar_from_output(out[i])); });
        }
        REQUIRE((in.intact() && grad_out.intact() && grad_in.intact()));
        f.backward(in.data(), grad_out.data(), grad_out.data(), n);
        require_each(in, n,
                     [&](std::size_t i) { return same(grad_out[i], (T(i) - T(7.25)) * f.scalar[derivative](in[i])); });
        REQUIRE(grad_out.intact());
    });
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

#if defined(XACT_TESTS_HAVE_MMAP)
/// Elements that end, or begin, where memory ends that may be touched.
template <class T> class island {
public:
    island() {
        REQUIRE(all != MAP_FAILED);
        REQUIRE(mprotect(all + page, page, PROT_READ | PROT_WRITE) == 0);
    }
    island(island const&) = delete;
    island& operator=(island const&) = delete;
    ~island() { munmap(all, 3 * page); }

    /// The last n, or the first.
    T* place(std::size_t n, bool at_end) {
        return reinterpret_cast<T*>(all + (at_end ? 2 * page - n * sizeof(T) : page));
    }

private:
    std::size_t const page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    char* const all = static_cast<char*>(mmap(nullptr, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
};

template <class T> void check_ends() {
    island<T> first, second, third;
    for (auto const& row : table::rows<T>())
        for (auto const& f : row.tiers)
            for (std::size_t n = 0; n <= 4 * row.lanes + 3; ++n)
                for (bool const at_end : {false, true}) {
                    INFO(row.name << ", " << table::tier_names[static_cast<int>(f.tier)] << ", n = " << n);
                    T *const in = first.place(n, at_end), *const out = second.place(n, at_end),
                             *const other = third.place(n, at_end);
                    std::fill(in, in + n, T(0.75)), std::fill(other, other + n, T(1));
                    f.range[value](in, out, n);
                    f.range[value](in, in, n);
                    if (f.backward_from_output) f.backward_from_output(out, other, other, n);
                    f.backward(in, other, out, n);
                    f.range_value_and_derivative(in, out, other, n);
                }
    SUCCEED();
}
#endif

/// The least that the library asks of a range.
struct two_members {
    std::vector<float> values;
    float const* data() const { return values.data(); }
    float* data() { return values.data(); }
    std::size_t size() const { return values.size(); }
};

} // namespace

TEST_CASE("transform equals the scalar call at every index, length and alignment") {
    check_transform<float>();
    check_transform<double>();
}

TEST_CASE("One element that needs another path than the rest gets it, and the rest keep theirs") {
    check_one_among_others<float>();
    check_one_among_others<double>();
}

TEST_CASE("transform to two ranges equals value and derivative") {
    check_two_outputs<float>();
    check_two_outputs<double>();
}

TEST_CASE("backward multiplies with the derivative, from input or output") {
    check_backward<float>();
    check_backward<double>();
}

#if defined(XACT_TESTS_HAVE_MMAP)
TEST_CASE("Not a byte beside the ranges is read or written, where that would end the program") {
    check_ends<float>();
    check_ends<double>();
}
#endif

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
