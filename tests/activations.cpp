// The contract of every row of the table, at single points: what holds for one element of any type.

#include "bits.hpp"
#include "catch.hpp"
#include "functions.hpp"

#include <xact/xact.hpp>

namespace {

using table::derivative;
using table::second_derivative;
using table::value;

template <class T, class Check> void in_every_tier(Check check) {
    for (auto const& row : table::rows<T>())
        for (auto const& f : row.tiers)
            DYNAMIC_SECTION(row.name << ", " << table::tier_names[static_cast<int>(f.tier)]
                                     << (sizeof(T) == 4 ? ", float" : ", double")) {
                check(row, f, T{});
            }
}

/// Runs `check(row, functions, T{})` in every tier and element type of every row, in a section that names them.
template <class Check> void in_every_form(Check check) {
    in_every_tier<float>(check);
    in_every_tier<double>(check);
}

/// Requires that out[i] is f(in[i]) to the bit.
template <class T> void require_scalar_bits(T (*f)(T), T const* in, T const* out, std::size_t n) {
    std::size_t i = 0;
    while (i < n && same(out[i], f(in[i]))) ++i;
    INFO("lane " << i << (i < n ? ", x = " + exactly(in[i]) : ""));
    REQUIRE(i == n);
}

} // namespace

TEST_CASE("NaN in, NaN out, in every member") {
    in_every_form([](auto const&, auto const& f, auto type) {
        using T = decltype(type);
        for (auto const x : uncomfortable<T>()) {
            if (!std::isnan(x)) continue;
            INFO("bits " << bits_of(x));
            CHECK(std::isnan(f.scalar[value](x)));
            CHECK(std::isnan(f.scalar[derivative](x)));
            CHECK(std::isnan(f.scalar[second_derivative](x)));
            CHECK(std::isnan(f.scalar_value_and_derivative(x).value));
            CHECK(std::isnan(f.scalar_value_and_derivative(x).derivative));
            if (f.scalar_from_output) CHECK(std::isnan(f.scalar_from_output(x)));
        }
    });
}

TEST_CASE("Zeros, infinities and kinks have the documented value and sign") {
    in_every_form([](auto const& row, auto const& f, auto type) {
        using T = decltype(type);
        CHECK(!row.points.empty());
        for (auto const& at : row.points) {
            auto const x = static_cast<T>(at.x);
            INFO("x = " << exactly(x) << ": f = " << f.scalar[value](x) << ", f' = " << f.scalar[derivative](x)
                        << ", f'' = " << f.scalar[second_derivative](x));
            CHECK(same(f.scalar[value](x), static_cast<T>(at.f)));
            CHECK(same(f.scalar[derivative](x), static_cast<T>(at.df)));
            CHECK(same(f.scalar[second_derivative](x), static_cast<T>(at.d2f)));
        }
    });
}

TEST_CASE("Values stay in their range, and symmetry holds to the bit") {
    in_every_form([](auto const& row, auto const& f, auto type) {
        using T = decltype(type);
        for (auto const x : uncomfortable<T>()) {
            if (std::isnan(x)) continue;
            INFO("x = " << exactly(x));
            CHECK(f.scalar[value](x) >= static_cast<T>(row.lowest));
            CHECK(f.scalar[value](x) <= static_cast<T>(row.highest));
            T const slope = f.scalar[derivative](x);
            if (std::isfinite(x) || !std::isnan(slope)) { // at infinity there may be no limit: the row's points tell
                CHECK(slope >= static_cast<T>(row.least_slope));
                CHECK(slope <= static_cast<T>(row.greatest_slope));
            }
            if (row.symmetry != table::parity::none) {
                T const sign = row.symmetry == table::parity::odd ? T(-1) : T(1);
                CHECK(same(f.scalar[value](-x), sign * f.scalar[value](x)));
                CHECK(same(f.scalar[derivative](-x), -sign * f.scalar[derivative](x)));
                CHECK(same(f.scalar[second_derivative](-x), sign * f.scalar[second_derivative](x)));
            }
        }
    });
}

TEST_CASE("A lane gives the bits of the scalar call, whatever its neighbours hold") {
    in_every_form([](auto const& row, auto const& f, auto type) {
        using T = decltype(type);
        auto const inputs = uncomfortable<T>();
        std::vector<T> in(2 * row.lanes), out(2 * row.lanes);
        for (std::size_t first = 0; first < inputs.size(); ++first) {
            for (std::size_t i = 0; i < in.size(); ++i) in[i] = inputs[(first + i * 7) % inputs.size()];
            for (int const order : {value, derivative, second_derivative}) {
                INFO(table::order_names[order] << " of a batch");
                f.batch[order](in.data(), out.data());
                require_scalar_bits(f.scalar[order], in.data(), out.data(), row.lanes);
            }
            if (f.batch_from_output) {
                INFO("f' from the output of a batch");
                f.batch_from_output(in.data(), out.data());
                require_scalar_bits(f.scalar_from_output, in.data(), out.data(), row.lanes);
            }
            INFO("f of two registers");
            f.two_registers(in.data(), out.data());
            require_scalar_bits(f.scalar[value], in.data(), out.data(), in.size());
        }
    });
}

TEST_CASE("value_and_derivative gives the bits of the two calls") {
    in_every_form([](auto const&, auto const& f, auto type) {
        using T = decltype(type);
        for (auto const x : uncomfortable<T>()) {
            INFO("x = " << exactly(x));
            auto const both = f.scalar_value_and_derivative(x);
            CHECK(same(both.value, f.scalar[value](x)));
            CHECK(same(both.derivative, f.scalar[derivative](x)));
        }
    });
}

namespace {

/// The contract of the rows with other parameters, which are called through arrays.
template <class T> void check_variants() {
    auto const inputs = uncomfortable<T>();
    std::size_t const n = inputs.size(), half = n / 2; // the second half is the first with the other sign
    for (auto const& row : table::variants<T>())
        for (auto const& f : row.tiers)
            DYNAMIC_SECTION(row.name << ", " << table::tier_names[static_cast<int>(f.tier)]
                                     << (sizeof(T) == 4 ? ", float" : ", double")) {
                std::vector<T> y[3] = {inputs, inputs, inputs}, fused(n), fused_slope(n);
                for (int const order : {value, derivative, second_derivative})
                    f.range[order](inputs.data(), y[order].data(), n);
                f.range_value_and_derivative(inputs.data(), fused.data(), fused_slope.data(), n);
                for (std::size_t i = 0; i < n; ++i) {
                    INFO("x = " << exactly(inputs[i]));
                    CHECK(same(fused[i], y[value][i]));
                    CHECK(same(fused_slope[i], y[derivative][i]));
                    if (std::isnan(inputs[i])) {
                        CHECK((std::isnan(y[0][i]) && std::isnan(y[1][i]) && std::isnan(y[2][i])));
                        continue;
                    }
                    CHECK(y[value][i] >= static_cast<T>(row.lowest));
                    CHECK(y[value][i] <= static_cast<T>(row.highest));
                    if (row.symmetry != table::parity::none && i < half) {
                        T const sign = row.symmetry == table::parity::odd ? T(-1) : T(1);
                        CHECK(same(y[value][i + half], sign * y[value][i]));
                        CHECK(same(y[derivative][i + half], -sign * y[derivative][i]));
                        CHECK(same(y[second_derivative][i + half], sign * y[second_derivative][i]));
                    }
                }
                CHECK(!row.points.empty());
                for (auto const& at : row.points) {
                    auto const x = static_cast<T>(at.x);
                    INFO("x = " << exactly(x));
                    T result[3];
                    for (int const order : {value, derivative, second_derivative})
                        f.range[order](&x, &result[order], 1);
                    CHECK(same(result[value], static_cast<T>(at.f)));
                    CHECK(same(result[derivative], static_cast<T>(at.df)));
                    CHECK(same(result[second_derivative], static_cast<T>(at.d2f)));
                }
            }
}

} // namespace

TEST_CASE("With other parameters than the defaults the contract is the same") {
    check_variants<float>();
    check_variants<double>();
}

TEST_CASE("derivative_from_output agrees with derivative where f has not saturated") {
    in_every_form([](auto const&, auto const& f, auto type) {
        using T = decltype(type);
        if (!f.scalar_from_output) return;
        for (T x = T(-1.9); x < T(2.0); x += T(0.0625)) {
            INFO("x = " << exactly(x));
            CHECK(std::abs(f.scalar_from_output(f.scalar[value](x)) - f.scalar[derivative](x)) <= T(1e-3));
        }
    });
}

TEST_CASE("derivative_from_output has the derivative's value at kinks and infinities, or NaN") {
    in_every_form([](auto const& row, auto const& f, auto type) {
        using T = decltype(type);
        if (!f.scalar_from_output) return;
        for (auto const& at : row.points) {
            auto const x = static_cast<T>(at.x);
            T const slope = f.scalar_from_output(f.scalar[value](x));
            INFO("x = " << exactly(x) << ": " << slope);
            CHECK((std::isnan(slope) || slope == f.scalar[derivative](x)));
        }
    });
}

TEST_CASE("derivative_of is the derivative, and its derivative the second") {
    in_every_form([](auto const&, auto const& f, auto type) {
        using T = decltype(type);
        for (auto const x : uncomfortable<T>()) {
            INFO("x = " << exactly(x));
            CHECK(same(f.derivative_of[0](x), f.scalar[derivative](x)));
            CHECK(same(f.derivative_of[1](x), f.scalar[second_derivative](x)));
        }
    });
}

TEST_CASE("The exact tier knows on which side of the middle between two floats a result lies") {
    // A single float of all: 5e-10 of the distance between floats decides.
    CHECK(xact::exact::sigmoid{}(-0x1.250c02p-10f) == 0x1.ffb6bep-2f);
    // 1/2 + x/4 is the middle, -x^3/48 decides.
    CHECK(xact::exact::sigmoid{}(0x1p-23f) == 0.5f);
    CHECK(xact::exact::sigmoid{}(0x1.8p-22f) == 0x1.000002p-1f);
    CHECK(xact::exact::sigmoid{}.value_and_derivative(0x1.8p-22f).value == 0x1.000002p-1f);
    // x/2 is the middle between subnormal numbers, the square decides.
    constexpr float least = std::numeric_limits<float>::denorm_min();
    CHECK(xact::exact::gelu{}(least) == least);
    CHECK(xact::exact::gelu{}(5 * least) == 3 * least);
    CHECK(same(xact::exact::gelu{}(-least), -0.0f));
    CHECK(xact::exact::gelu{}(-3 * least) == -least);
}

TEST_CASE("snake knows its angle for the largest arguments and parameters") {
    CHECK(xact::snake{0x1.fffffep127}.derivative(0x1.fffffffffffffp1023) ==
          Approx(0x1.ea3e8cde60da9p-10).epsilon(3e-16));
    CHECK(xact::snake{0x1.3456789abcdefp100}.derivative(0x1.23456789abcdep1000) ==
          Approx(0x1.21cf808f25e44p0).epsilon(3e-16));
    CHECK(xact::exact::snake{0x1.fffffep127}.derivative(-0x1.fffffep127f) == 0x1.e863eep0f);
}

TEST_CASE("Derivatives from the input live to the last subnormal") {
    CHECK(xact::exact::tanh{}.derivative(40.0f) == static_cast<float>(4 * std::exp(-80.0)));
    CHECK(xact::tanh{}.derivative(40.0f) == Approx(7.2194e-35f).epsilon(1e-4));
    CHECK(xact::tanh{}.derivative(52.6f) > 0.0f);
    CHECK(xact::sigmoid{}.derivative(-103.9f) == std::numeric_limits<float>::denorm_min());
    CHECK(xact::sigmoid{}(-103.9f) == std::numeric_limits<float>::denorm_min());
    CHECK(xact::tanh{}.derivative(40.0) == Approx(4 * std::exp(-80.0)).epsilon(1e-15));
    CHECK(xact::sigmoid{}.derivative(745.0) == std::numeric_limits<double>::denorm_min());
}

TEST_CASE("leaky_relu takes any finite slope and says so of others") {
    CHECK(xact::leaky_relu{}(-100.0f) == -1.0f);
    CHECK(xact::leaky_relu{0.2}(-10.0) == -2.0);
    CHECK(xact::leaky_relu{0.2}.derivative(-3.0f) == 0.2f);
    CHECK(xact::leaky_relu{0.2}.slope_parameter() == 0.2);
    CHECK(same(xact::leaky_relu{0.0}(-std::numeric_limits<float>::infinity()), 0.0f));
    CHECK(xact::leaky_relu{-1.0}(-2.0f) == 2.0f);
    CHECK(std::isnan(xact::leaky_relu{-1.0}.derivative_from_output(2.0f)));
    CHECK(xact::leaky_relu{0.2}.derivative_from_output(-2.0f) == 0.2f);

    double const infinite = std::numeric_limits<double>::infinity();
    for (double const slope : {infinite, -infinite, std::nan(""), 1e300})
        CHECK_THROWS_WITH(xact::leaky_relu{slope}, "xact: leaky_relu needs a slope that is finite as a float");
}

TEST_CASE("softplus, elu and celu take a parameter that is positive and finite as a float and say so of others") {
    CHECK(xact::softplus{2.0}.beta_parameter() == 2.0);
    CHECK(xact::softplus{2.0}(100.0f) == 100.0f);
    CHECK(xact::elu{2.0}.alpha_parameter() == 2.0);
    CHECK(xact::elu{2.0}(-1e30f) == -2.0f);
    CHECK(xact::elu{0.1}.derivative(0.0f) == 0.1f);
    CHECK(xact::elu{0.1}.derivative_from_output(-0.025f) == -0.025f + 0.1f);
    CHECK(xact::celu{2.0}.alpha_parameter() == 2.0);
    CHECK(xact::celu{2.0}(-1e30) == -2.0);
    CHECK(xact::celu{2.0}.derivative_from_output(-1.0) == 0.5);

    double const infinite = std::numeric_limits<double>::infinity();
    for (double const parameter : {0.0, -1.0, 1e-40, 1e300, infinite, std::nan("")}) {
        CHECK_THROWS_WITH(xact::softplus{parameter},
                          "xact: softplus needs a beta that is positive and finite as a float");
        CHECK_THROWS_WITH(xact::elu{parameter}, "xact: elu needs an alpha that is positive and finite as a float");
        CHECK_THROWS_WITH(xact::celu{parameter}, "xact: celu needs an alpha that is positive and finite as a float");
    }
}

TEST_CASE("softplus has no threshold above which it is x") {
    CHECK(xact::softplus{}(30.0) == 30.0 + std::exp(-30.0));
    CHECK(xact::softplus{0.125}(240.0) == 240.0 + 8 * std::exp(-30.0));
    CHECK(xact::softplus{0.001}(25.0f) == Approx(1000 * std::log1p(std::exp(0.025))).epsilon(1e-6));
}

TEST_CASE("exponential and selu are infinite only where their result rounds to it") {
    using of_float = std::numeric_limits<float>;
    using of_double = std::numeric_limits<double>;
    CHECK(xact::exponential{}(0x1.62e42ep6f) <= of_float::max());
    CHECK(xact::exponential{}(0x1.62e43p6f) == of_float::infinity());
    CHECK(xact::exponential{}(0x1.62e42fefa39efp9) <= of_double::max());
    CHECK(xact::exponential{}(0x1.62e42fefa39f0p9) == of_double::infinity());
    CHECK(xact::selu{}(0x1.e7p127f) <= of_float::max());
    CHECK(xact::selu{}(0x1.e8p127f) == of_float::infinity());
    CHECK(xact::selu{}(0x1.e7p1023) <= of_double::max());
    CHECK(xact::selu{}(0x1.e8p1023) == of_double::infinity());
}

TEST_CASE("squareplus, isru, isrlu and scaled_tanh take positive parameters and say so of others") {
    CHECK(xact::squareplus{0.25}(0.0f) == 0.25f);
    CHECK(xact::squareplus{0.25}.b_parameter() == 0.25);
    CHECK(xact::isru{4.0}(1e30f) == 0.5f);
    CHECK(xact::isrlu{4.0}(-1e300) == -0.5);
    CHECK(xact::isrlu{4.0}.alpha_parameter() == 4.0);
    CHECK(xact::scaled_tanh{3.0, 0.5}(-1e30f) == -3.0f);
    CHECK(xact::scaled_tanh{3.0, 0.5}.a_parameter() == 3.0);
    CHECK(xact::scaled_tanh{3.0, 0.5}.b_parameter() == 0.5);

    double const infinite = std::numeric_limits<double>::infinity();
    for (double const wrong : {0.0, -1.0, 1e-39, 1e39, infinite, std::nan("")}) {
        CHECK_THROWS_WITH(xact::squareplus{wrong}, "xact: squareplus needs a b that is positive and finite as a float");
        CHECK_THROWS_WITH(xact::isru{wrong}, "xact: isru needs an alpha that is positive and finite as a float");
        CHECK_THROWS_WITH(xact::isrlu{wrong}, "xact: isrlu needs an alpha that is positive and finite as a float");
        CHECK_THROWS_WITH((xact::scaled_tanh{wrong, 1.0}),
                          "xact: scaled_tanh needs a and b that are positive and at most 2^20");
        CHECK_THROWS_WITH((xact::scaled_tanh{1.0, wrong}),
                          "xact: scaled_tanh needs a and b that are positive and at most 2^20");
    }
}

TEST_CASE("The piecewise linear family bears its three names for one type") {
    CHECK(std::is_same_v<xact::relu, xact::exact::relu>);
    CHECK(std::is_same_v<xact::relu6, xact::fast::relu6>);
    CHECK(std::is_same_v<xact::leaky_relu, xact::exact::leaky_relu>);
}
