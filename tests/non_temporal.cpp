// Stores past the caches: the same results as ordinary ones from every address, to every length, beside other memory.

// As soon as one line and one step of the loop are there.
#define XACT_NON_TEMPORAL_BYTES 1

#include "bits.hpp"
#include "catch.hpp"
#include "guarded.hpp"
#include "rows/logistic.hpp"
#include "rows/piecewise.hpp"

namespace {

using arch = xsimd::default_arch;
/// One row for each way in which the loop is compiled.
using rows = std::tuple<table::leaky_relu, table::tanh>;

template <class T> constexpr std::size_t line = 64 / sizeof(T);

/// The identity, counting the lanes in which it is evaluated.
template <bool Short> struct counting {
    std::size_t* lanes;

    template <class V> V operator()(V const& x) const {
        *lanes += V::size;
        return x;
    }
    template <class V> xact::value_with_derivative<V> value_and_derivative(V const& x) const { return {(*this)(x), x}; }
};

} // namespace

template <> inline constexpr bool xact::detail::is_short<counting<true>> = true;

namespace {

/// Runs `check(activation, n, offset)` for outputs that start anywhere in a line and end anywhere in the last step.
template <class Row, class T, class Check> void at_every_place(Check check) {
    using activation = typename Row::fast;
    constexpr std::size_t step = xact::detail::registers<activation, T, arch> * xsimd::batch<T>::size;
    for (std::size_t n = line<T> + step - 1; n <= line<T> + 3 * step + 1; ++n)
        for (std::size_t offset = 0; offset < line<T>; ++offset) {
            INFO(Row::name << ", n = " << n << ", offset " << offset);
            check(activation{}, n, offset, wall::before);
            check(activation{}, n, offset, wall::after);
        }
}

template <class Row, class T> void check_one_output() {
    at_every_place<Row, T>([](auto const& f, std::size_t n, std::size_t offset, wall side) {
        using F = std::decay_t<decltype(f)>;
        guarded<T> in(n, n % 5, side), out(n, offset, side), expected(n, 0);
        fill(in, n, offset);
        xact::transform<T, F, arch, 0>(in.data(), expected.data(), n, f);
        xact::transform(in.data(), out.data(), n, f);
        bool equal = true;
        for (std::size_t i = 0; i < n; ++i) equal = equal && same(out[i], expected[i]);
        REQUIRE(equal);
        REQUIRE((in.intact() && out.intact()));
    });
}

template <class Row, class T> void check_two_outputs() {
    at_every_place<Row, T>([](auto const& f, std::size_t n, std::size_t offset, wall side) {
        using F = std::decay_t<decltype(f)>;
        guarded<T> in(n, n % 5, side), out(n, offset, side), slope(n, n % 2 == 0 ? offset : 0, side), one(n, 0),
            other(n, 0);
        fill(in, n, offset);
        xact::transform<T, F, arch, 0>(in.data(), one.data(), other.data(), n, f);
        xact::transform(in.data(), out.data(), slope.data(), n, f);
        bool equal = true;
        for (std::size_t i = 0; i < n; ++i) equal = equal && same(out[i], one[i]) && same(slope[i], other[i]);
        REQUIRE(equal);
        REQUIRE((in.intact() && out.intact() && slope.intact()));
    });
}

template <class Row, class T> void check_backward() {
    at_every_place<Row, T>([](auto const& f, std::size_t n, std::size_t offset, wall side) {
        using F = std::decay_t<decltype(f)>;
        guarded<T> in(n, n % 5, side), grad_out(n, 3, side), grad_in(n, offset, side), expected(n, 0);
        fill(in, n, offset), fill(grad_out, n, offset + 1);
        xact::backward<T, F, arch, 0>(in.data(), grad_out.data(), expected.data(), n, f);
        xact::backward(in.data(), grad_out.data(), grad_in.data(), n, f);
        bool equal = true;
        for (std::size_t i = 0; i < n; ++i) equal = equal && same(grad_in[i], expected[i]);
        REQUIRE(equal);
        REQUIRE((in.intact() && grad_out.intact() && grad_in.intact()));
    });
}

/// The lanes evaluated for `n` elements, the output `offset` elements past the beginning of a line.
template <bool Short, std::size_t NonTemporal> std::size_t lanes(std::size_t n, std::size_t offset, bool in_place) {
    std::vector<float> in(n + line<float>), memory(n + 2 * line<float>);
    float* const out = memory.data() + xact::detail::first_line(memory.data()) + offset;
    std::size_t count = 0;
    xact::transform<float, counting<Short>, arch, NonTemporal>(in_place ? out : in.data(), out, n, {&count});
    return count;
}

template <bool Short> void check_taken() {
    constexpr std::size_t step = xact::detail::registers<counting<Short>, float, arch> * xsimd::batch<float>::size;
    constexpr std::size_t n = 4 * (line < float >> step ? line<float> : step);
    CHECK(lanes<Short, 0>(n, 1, false) == n);
    // What stands before the first line is evaluated in whole steps, and the line from its beginning.
    CHECK((lanes<Short, 1>(n, 1, false) > n) == xact::simd::is_x86<arch>);
    CHECK((lanes<Short, n * sizeof(float)>(n, 1, false) > n) == xact::simd::is_x86<arch>);
    CHECK(lanes<Short, n * sizeof(float) + 1>(n, 1, false) == n);
    CHECK(lanes<Short, 1>(n, 0, false) == n);
    CHECK(lanes<Short, 1>(n, 1, true) == n);
}

} // namespace

TEMPLATE_LIST_TEST_CASE("Stores past the caches change no bit of one output", "", rows) {
    check_one_output<TestType, float>();
    check_one_output<TestType, double>();
}

TEMPLATE_LIST_TEST_CASE("Stores past the caches change no bit of two outputs", "", rows) {
    check_two_outputs<TestType, float>();
    check_two_outputs<TestType, double>();
}

TEMPLATE_LIST_TEST_CASE("Stores past the caches change no bit of a gradient", "", rows) {
    check_backward<TestType, float>();
    check_backward<TestType, double>();
}

TEST_CASE("They are used from the given size on, where an output is not an input") {
    check_taken<false>();
    check_taken<true>();
}
