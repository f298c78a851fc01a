// The piecewise functions beyond their rows: parameters, what is refused, the results that rounding decides.

#include "bits.hpp"
#include "catch.hpp"

#include <xact/xact.hpp>

#include <random>
#include <string>

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Bad as any parameter.
std::vector<double> const not_finite = {infinity, -infinity, std::nan(""), 1e300, -1e300};

} // namespace

TEST_CASE("threshold: where, and what then") {
    xact::threshold const f{-2.0, 7.0};
    CHECK(f.theta_parameter() == -2.0);
    CHECK(f.value_parameter() == 7.0);
    CHECK(f(-2.0f) == 7.0f);
    CHECK(f(-1.5) == -1.5);
    CHECK(f.derivative(-2.0) == 0.0);
    CHECK(f.derivative(-1.5f) == 1.0f);
    CHECK(f.derivative_from_output(-1.5f) == 1.0f);
    CHECK(is_nan(f.derivative_from_output(7.0f))); // x may have been 7, or anything below -2
    CHECK(xact::threshold{0.0, -1.0}.derivative_from_output(-1.0) == 0.0);
    CHECK(xact::threshold{0.1}(0.1f) == 0.0f); // theta as float has it
    CHECK(xact::threshold{0.1}(std::nextafter(0.1f, 1.0f)) == std::nextafter(0.1f, 1.0f));
    for (double const bad : not_finite) {
        CHECK_THROWS_WITH(xact::threshold{bad}, "xact: threshold needs a theta that is finite as a float");
        CHECK_THROWS_WITH((xact::threshold{1.0, bad}), "xact: threshold needs a value that is finite as a float");
    }
}

TEST_CASE("hardtanh: any bounds in their order, and the name clip") {
    CHECK(std::is_same_v<xact::clip, xact::hardtanh>);
    CHECK(std::is_same_v<xact::fast::clip, xact::exact::hardtanh>);
    xact::clip const f{-0.5, 2.0};
    CHECK(f.min_parameter() == -0.5);
    CHECK(f.max_parameter() == 2.0);
    CHECK(f(-3.0f) == -0.5f);
    CHECK(f(1.25) == 1.25);
    CHECK(f(infinity) == 2.0);
    CHECK(f.derivative(-0.5f) == 0.0f);
    CHECK(f.derivative(0.0f) == 1.0f);
    CHECK(f.derivative(2.0) == 0.0);
    CHECK(f.derivative_from_output(2.0f) == 0.0f);
    CHECK(same(xact::clip{0.0, 6.0}(-0.0f), -0.0f));
    for (double const bound : {0x1p-20, 1.0, 3.0, 3e38}) {
        auto const at = static_cast<float>(bound), below = std::nextafter(at, 0.0f),
                   above = std::nextafter(at, 3.4e38f);
        for (float const x : {at, -at, above, -above}) CHECK(xact::clip{-bound, bound}.derivative(x) == 0.0f);
        for (float const x : {below, -below, 0.0f}) CHECK(xact::clip{-bound, bound}.derivative(x) == 1.0f);
    }
    auto const least = std::numeric_limits<float>::denorm_min();
    CHECK(xact::clip{0.0, 6.0}.derivative(least) == 1.0f);
    CHECK(xact::clip{0.0, 6.0}.derivative(-0.0f) == 0.0f);
    CHECK(xact::clip{1e-38, 6.0}.derivative(std::nextafter(1e-38f, 1.0f)) == 1.0f);
    CHECK(xact::clip{1e-38, 6.0}.derivative(1e-38f) == 0.0f);
    CHECK(xact::clip{-3e38, -2e38}.derivative(infinity) == 0.0);
    CHECK(xact::clip{1.0, 1.0}(-5.0f) == 1.0f);
    CHECK_THROWS_WITH((xact::hardtanh{1.0, -1.0}), "xact: hardtanh needs a min that is not above max");
    CHECK_THROWS_WITH((xact::hardtanh{1.5, 1.0}), "xact: hardtanh needs a min that is not above max");
    for (double const bad : not_finite) {
        CHECK_THROWS_WITH((xact::hardtanh{bad, 1.0}), "xact: hardtanh needs a min and a max that are finite as floats");
        CHECK_THROWS_WITH((xact::hardtanh{-1.0, bad}),
                          "xact: hardtanh needs a min and a max that are finite as floats");
    }
}

TEST_CASE("hard_shrink and soft_shrink take a lambda from 0 on") {
    CHECK(xact::hard_shrink{2.0}(1.5f) == 0.0f);
    CHECK(xact::hard_shrink{2.0}(-2.5) == -2.5);
    CHECK(xact::hard_shrink{2.0}.derivative(2.0f) == 0.0f);
    CHECK(xact::hard_shrink{2.0}.derivative_from_output(2.5f) == 1.0f);
    CHECK(xact::soft_shrink{2.0}(1.5f) == 0.0f);
    CHECK(xact::soft_shrink{2.0}(-2.5) == -0.5);
    CHECK(xact::soft_shrink{2.0}.derivative(-2.0) == 0.0);
    CHECK(xact::soft_shrink{2.0}.derivative_from_output(0.5f) == 1.0f);
    CHECK(xact::soft_shrink{2.0}.lambda_parameter() == 2.0);
    CHECK(xact::hard_shrink{2.0}.lambda_parameter() == 2.0);
    auto const least = std::numeric_limits<float>::denorm_min();
    CHECK(xact::hard_shrink{0.0}(least) == least);
    CHECK(xact::soft_shrink{0.0}(-least) == -least);
    CHECK(xact::soft_shrink{0.0}.derivative_from_output(-least) == 1.0f);
    auto bad = not_finite;
    bad.push_back(-0.5);
    for (double const lambda : bad) {
        CHECK_THROWS_WITH(xact::hard_shrink{lambda},
                          "xact: hard_shrink needs a lambda that is not negative and finite as a float");
        CHECK_THROWS_WITH(xact::soft_shrink{lambda},
                          "xact: soft_shrink needs a lambda that is not negative and finite as a float");
    }
}

TEST_CASE("hard_sigmoid: a sixth is a sixth, and other slopes are what they are") {
    CHECK(xact::hard_sigmoid{1.0 / 6, 0.5}(1.0f) == static_cast<float>(2.0 / 3));
    CHECK(xact::hard_sigmoid{}.alpha_parameter() == 1.0 / 6);
    CHECK(xact::hard_sigmoid{0.2, 0.25}.beta_parameter() == 0.25);
    xact::hard_sigmoid const f{0.25, 0.25};
    CHECK(f(1.0f) == 0.5f);
    CHECK(f(-1.0) == 0.0);
    CHECK(f(3.0) == 1.0);
    CHECK(f.derivative(-1.0f) == 0.0f);
    CHECK(f.derivative(std::nextafter(-1.0f, 0.0f)) == 0.25f);
    CHECK(f.derivative(std::nextafter(3.0, 0.0)) == 0.25);
    CHECK(f.derivative(3.0) == 0.0);
    CHECK(f.derivative_from_output(0.5f) == 0.25f);

    // A sum that is a tie of two floats but for what a double does not hold.
    xact::hard_sigmoid const sum{1.0, 0.5 + 0x1p-24};
    CHECK(sum(0x1p-25f) == 0.5f + 0x1p-23f);
    CHECK(sum(std::nextafter(0x1p-25f, 0.0f)) == 0.5f + 0x1p-24f);
    CHECK(xact::hard_sigmoid{1.0 + 0x1p-15, 0.5 + 0x1p-24}(0x1p-25f - 0x1p-40f) == 0.5f + 0x1p-24f);
    xact::hard_sigmoid const above{1.0, 0x1p-80};
    CHECK(above(0.5f + 0x1p-24f) == 0.5f + 0x1p-24f);
    CHECK(xact::hard_sigmoid{0.5, 0x1p-80}.derivative(2.0f) == 0.0f); // just beyond 1
    CHECK(xact::hard_sigmoid{0.5, -0x1p-80}.derivative(2.0f) == 0.5f);
    CHECK(xact::hard_sigmoid{0.5, -0x1p-80}.derivative(2.0) == 0.5);
    CHECK(xact::hard_sigmoid{0x1p-120, 0.0}(0x1p100f) == 0x1p-20f);
    CHECK(xact::hard_sigmoid{0x1p-120, 0.0}.derivative(std::numeric_limits<float>::denorm_min()) == 0x1p-120f);
    CHECK(xact::hard_sigmoid{0x1p-120, -0x1p120}(infinity) == 1.0);
    double const subnormal = std::numeric_limits<double>::min() * 0.7;
    CHECK(xact::hard_sigmoid{1.0, 0.0}(subnormal) == subnormal);
    CHECK(xact::hard_sigmoid{1.0, 0.0}.derivative(std::numeric_limits<double>::denorm_min()) == 1.0);
    CHECK(xact::hard_sigmoid{0x1p-120, -0x1p120}(std::numeric_limits<float>::infinity()) == 1.0f);

    auto bad = not_finite;
    for (double const alpha : {0.0, -0.2, 1e-40}) bad.push_back(alpha);
    for (double const alpha : bad)
        CHECK_THROWS_WITH((xact::hard_sigmoid{alpha, 0.5}),
                          "xact: hard_sigmoid needs an alpha that is a positive normal number as a float");
    for (double const beta : not_finite)
        CHECK_THROWS_WITH((xact::hard_sigmoid{0.2, beta}), "xact: hard_sigmoid needs a beta that is finite as a float");
}

TEST_CASE("A sum rounded to odd rounds once more as the exact sum does") {
    // 1 + 2^-24 is the tie between 1 and the next float; a double does not hold the 2^-60 that decides.
    using lanes = xact::simd::pack<double, 1, xsimd::default_arch>;
    double const tie = 1.0 + 0x1p-24, next_tie = 1.0 + 0x3p-24;
    auto const rounded = [](double high, double low) {
        return static_cast<float>(
            xact::simd::first_lane(xact::kernel::round_to_odd(xact::kernel::twofold<lanes>{lanes(high), lanes(low)})));
    };
    for (float const sign : {1.0f, -1.0f}) {
        CHECK(rounded(sign * tie, 0.0) == sign * 1.0f);
        CHECK(rounded(sign * tie, sign * 0x1p-60) == sign * (1.0f + 0x1p-23f));
        CHECK(rounded(sign * tie, sign * -0x1p-60) == sign * 1.0f);
        CHECK(rounded(sign * next_tie, 0.0) == sign * (1.0f + 0x1p-22f));
        CHECK(rounded(sign * next_tie, sign * -0x1p-60) == sign * (1.0f + 0x1p-23f));
    }
}

TEST_CASE("hard_swish, its derivative and hard_sigmoid keep all digits next to their zeros") {
    float const x = std::nextafter(-3.0f, 0.0f), bend = std::nextafter(-1.5f, 0.0f);
    auto const least = std::numeric_limits<float>::denorm_min();
    CHECK(same(xact::hard_swish{}(least), least)); // c^2/6 decides
    CHECK(same(xact::hard_swish{}(-least), -0.0f));
    CHECK(same(xact::hard_swish{}(-5 * least), -2 * least));
    CHECK(xact::hard_sigmoid{}(x) == static_cast<float>(0x1p-22 / 6));
    CHECK(xact::hard_swish{}(x) == static_cast<float>(static_cast<double>(x) * 0x1p-22 / 6));
    CHECK(xact::hard_swish{}.derivative(bend) == static_cast<float>(0x1p-22 / 6));
    double const y = std::nextafter(-3.0, 0.0), wide_bend = std::nextafter(-1.5, 0.0);
    CHECK(xact::hard_sigmoid{}(y) == 0x1p-51 / 6);
    CHECK(xact::hard_swish{}(y) == y * 0x1p-51 / 6);
    CHECK(xact::hard_swish{}.derivative(wide_bend) == 0x1p-51 / 6);
}

TEST_CASE("hard_swish and sparse_plus: results that are, or almost are, ties of two floats") {
    // x with few significant bits, for which double arithmetic, but for the division by 6, is exact. A square far below
    // the last place may decide: of sparse_plus(2^-25) it does.
    std::vector<float> x;
    for (int exponent = -25; exponent <= 1; ++exponent)
        for (int m = 1; m < 64; m += 2)
            for (float const sign : {1.0f, -1.0f}) x.push_back(sign * std::ldexp(static_cast<float>(m), exponent));
    std::vector<float> y(x.size()), z(x.size());
    xact::transform(x, y, xact::hard_swish{});
    xact::transform(x, z, xact::sparse_plus{});
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        double const w = x[i];
        double const swish = w < -3  ? 0
                             : w < 3 ? w * (w + 3) / 6
                                     : w,
                     plus = w < -1  ? 0
                            : w < 1 ? (w + 1) * (w + 1) / 4
                                    : w;
        wrong += y[i] != static_cast<float>(swish) || z[i] != static_cast<float>(plus);
    }
    CHECK(wrong == 0);
    CHECK(xact::sparse_plus{}(0x1p-25f) == 0x1.000002p-2f);
}

TEST_CASE("prelu is leaky_relu with a gradient for its slope") {
    CHECK(xact::prelu{}(-4.0f) == -1.0f);
    CHECK(xact::prelu{0.5}.slope_parameter() == 0.5);
    CHECK(same(xact::prelu{0.0}(-infinity), 0.0));
    CHECK(xact::prelu{2.0}(-3.0) == -6.0);
    CHECK(xact::prelu::slope_gradient(-3.0f) == -3.0f);
    CHECK(xact::prelu::slope_gradient(3.0) == 0.0);
    CHECK(xact::prelu::slope_gradient(0.0f) == 0.0f);
    CHECK(xact::prelu::slope_gradient(-infinity) == -infinity);
    CHECK(is_nan(xact::prelu::slope_gradient(std::nan(""))));
    CHECK(is_nan(xact::prelu::slope_gradient(-std::nan(""))));
    for (double const bad : not_finite)
        CHECK_THROWS_WITH(xact::prelu{bad}, "xact: prelu needs a slope that is finite as a float");
}

TEST_CASE("prelu's ranges: sizes that do not fit are refused, naming them, before anything is written") {
    std::vector<float> const in(12, -1.0f), slopes(3, 0.5f), none;
    std::vector<float> out(12), small(11, 7.0f), grad_slopes(3), four(4);
    CHECK_THROWS_WITH(xact::prelu_transform(in, small, slopes),
                      "xact: the input has 12 elements, but the output has 11");
    CHECK_THROWS_WITH(xact::prelu_transform(in, out, slopes, 3),
                      "xact: the input has 12 elements, no multiple of 3 channels of 3");
    CHECK_THROWS_WITH(xact::prelu_transform(in, out, slopes, 0),
                      "xact: the input has 12 elements, no multiple of 3 channels of 0");
    CHECK_THROWS_WITH(xact::prelu_transform(in, out, none),
                      "xact: the input has 12 elements, no multiple of 0 channels of 1");
    CHECK_THROWS_AS(xact::prelu_transform(small, small, slopes), std::invalid_argument);
    CHECK_THROWS_WITH(xact::prelu_backward(in, small, slopes, out, grad_slopes),
                      "xact: the input has 12 elements, but grad_out has 11");
    CHECK_THROWS_WITH(xact::prelu_backward(in, in, slopes, small, grad_slopes),
                      "xact: the input has 12 elements, but grad_in has 11");
    CHECK_THROWS_WITH(xact::prelu_backward(in, in, slopes, out, four),
                      "xact: the range of slopes has 3 elements, but grad_slopes has 4");
    CHECK_THROWS_WITH(xact::prelu_backward(in, in, slopes, out, grad_slopes, 5),
                      "xact: the input has 12 elements, no multiple of 3 channels of 5");
    CHECK(small == std::vector<float>(11, 7.0f));
    CHECK(out == std::vector<float>(12));

    xact::prelu_transform(in, out, slopes, 2);
    CHECK(out == std::vector<float>(12, -0.5f));
    std::vector<float> empty;
    xact::prelu_transform(empty, empty, none);
    xact::prelu_backward(empty, empty, none, empty, empty);
}

TEST_CASE("rrelu evaluates with the middle of its slopes and refuses what is none") {
    CHECK(xact::rrelu{0.25, 0.75}(-2.0f) == -1.0f);
    CHECK(xact::rrelu{0.25, 0.75}.derivative(-2.0) == 0.5);
    CHECK(xact::rrelu{0.25, 0.75}.lower_parameter() == 0.25);
    CHECK(xact::rrelu{}.upper_parameter() == 1.0 / 3);
    CHECK(xact::rrelu{0.5, 0.5}(-1.0) == -0.5);
    CHECK(xact::rrelu{-0x1p127, 0x1p127}(-1.0) == 0.0);
    CHECK_THROWS_WITH((xact::rrelu{0.5, 0.25}), "xact: rrelu needs a lower slope that is not above the upper");
    for (double const bad : not_finite) {
        CHECK_THROWS_WITH((xact::rrelu{bad, 1.0}),
                          "xact: rrelu needs a lower and an upper slope that are finite as floats");
        CHECK_THROWS_WITH((xact::rrelu{0.0, bad}),
                          "xact: rrelu needs a lower and an upper slope that are finite as floats");
    }
}

TEST_CASE("rrelu draws the same slopes from any generator with the same highest bits") {
    std::vector<float> const in(3, -1.0f);
    std::vector<float> out(3), slopes(3);
    std::mt19937_64 wide;
    xact::rrelu_transform(in, out, slopes, xact::rrelu{0.0, 1.0}, wide);
    std::mt19937_64 same_wide;
    for (float const slope : slopes) CHECK(slope == static_cast<float>(same_wide() >> 40) * 0x1p-24f);
    std::ranlux48 other;
    xact::rrelu_transform(in, out, slopes, xact::rrelu{0.0, 1.0}, other);
    std::ranlux48 same_other;
    for (float const slope : slopes) CHECK(slope == static_cast<float>(same_other() >> 24) * 0x1p-24f);

    // The ends: the highest bits of all ones stay below upper, before the rounding to T.
    CHECK(xact::rrelu{0.0, 1.0}.drawn_slope<double>(0) == 0.0);
    CHECK(xact::rrelu{0.0, 1.0}.drawn_slope<double>((1u << 24) - 1) == 1.0 - 0x1p-24);
    CHECK(xact::rrelu{0.125, 1.0 / 3}.drawn_slope<double>((1u << 24) - 1) < 1.0 / 3);
    CHECK(xact::rrelu{0.125, 1.0 / 3}.drawn_slope<float>((1u << 24) - 1) <= static_cast<float>(1.0 / 3));

    CHECK_THROWS_WITH(xact::rrelu_transform(in, std::vector<float>(2), slopes, xact::rrelu{}, wide),
                      "xact: the input has 3 elements, but the output has 2");
    CHECK_THROWS_WITH(xact::rrelu_transform(in, out, std::vector<float>(4), xact::rrelu{}, wide),
                      "xact: the input has 3 elements, but the range for the slopes has 4");
}

TEST_CASE("f' is told from the output only where the output tells it") {
    CHECK(xact::hard_sigmoid::has_derivative_from_output());
    CHECK(xact::prelu::has_derivative_from_output());
    CHECK_FALSE(xact::hard_swish::has_derivative_from_output());
    CHECK_FALSE(xact::abs::has_derivative_from_output());
    CHECK_FALSE(xact::squared_relu::has_derivative_from_output());
    CHECK_FALSE(xact::sparse_plus::has_derivative_from_output());
}

TEST_CASE("The parameters are constants where they are given as such") {
    constexpr xact::hardtanh f{-2.0, 2.0};
    constexpr xact::hard_sigmoid g{0.2, 0.5};
    constexpr xact::rrelu h;
    static_assert(f.max_parameter() == 2.0 && g.beta_parameter() == 0.5 && h.lower_parameter() == 0.125);
    CHECK(f(3.0f) == 2.0f);
}
