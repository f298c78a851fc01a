// The contract of every row of the table, at single points: what holds for one element of any type.

#include "bits.hpp"
#include "calls.hpp"
#include "catch.hpp"
#include "table.hpp"

namespace {

using xsimd::default_arch;
template <class T, std::size_t N> using pack = xact::simd::pack<T, N, default_arch>;

/// Runs `check(activation, T{})` in every tier and element type of a row.
template <class Row, class Check> void in_every_form(Check check) {
    table::for_each_tier<Row, float>([&](char const* tier, xact::accuracy, auto const& f) {
        INFO(Row::name << ", " << tier << ", float");
        check(f, float{});
    });
    table::for_each_tier<Row, double>([&](char const* tier, xact::accuracy, auto const& f) {
        INFO(Row::name << ", " << tier << ", double");
        check(f, double{});
    });
}

} // namespace

TEMPLATE_LIST_TEST_CASE("NaN in, NaN out, in every member", "", table::rows) {
    in_every_form<TestType>([](auto const& f, auto type) {
        for (auto const x : uncomfortable<decltype(type)>()) {
            if (!std::isnan(x)) continue;
            INFO("bits " << bits_of(x));
            CHECK(std::isnan(call::value(f, x)));
            CHECK(std::isnan(call::derivative(f, x)));
            CHECK(std::isnan(call::second_derivative(f, x)));
            CHECK(std::isnan(call::value_and_derivative(f, x).value));
            CHECK(std::isnan(call::value_and_derivative(f, x).derivative));
            if constexpr (std::decay_t<decltype(f)>::has_derivative_from_output())
                CHECK(std::isnan(call::derivative_from_output(f, x)));
        }
    });
}

TEMPLATE_LIST_TEST_CASE("Zeros, infinities and kinks have the documented value and sign", "", table::rows) {
    in_every_form<TestType>([](auto const& f, auto type) {
        using T = decltype(type);
        for (auto const& at : TestType::template points<T>()) {
            T const x = static_cast<T>(at.x);
            INFO("x = " << x << ": f = " << call::value(f, x) << ", f' = " << call::derivative(f, x)
                        << ", f'' = " << call::second_derivative(f, x));
            CHECK(same(call::value(f, x), static_cast<T>(at.f)));
            CHECK(same(call::derivative(f, x), static_cast<T>(at.df)));
            CHECK(same(call::second_derivative(f, x), static_cast<T>(at.d2f)));
        }
    });
}

TEMPLATE_LIST_TEST_CASE("Values stay in their range, and symmetry holds to the bit", "", table::rows) {
    in_every_form<TestType>([](auto const& f, auto type) {
        using T = decltype(type);
        for (auto const x : uncomfortable<T>()) {
            if (std::isnan(x)) continue;
            INFO("x = " << x);
            CHECK(call::value(f, x) >= static_cast<T>(TestType::lowest));
            CHECK(call::value(f, x) <= static_cast<T>(TestType::highest));
            CHECK(call::derivative(f, x) >= static_cast<T>(TestType::least_slope));
            CHECK(call::derivative(f, x) <= static_cast<T>(TestType::greatest_slope));
            if (TestType::symmetry != table::parity::none) {
                T const sign = TestType::symmetry == table::parity::odd ? T(-1) : T(1);
                CHECK(same(call::value(f, -x), sign * call::value(f, x)));
                CHECK(same(call::derivative(f, -x), -sign * call::derivative(f, x)));
                CHECK(same(call::second_derivative(f, -x), sign * call::second_derivative(f, x)));
            }
        }
    });
}

TEMPLATE_LIST_TEST_CASE("A lane gives the bits of the scalar call, whatever its neighbours hold", "", table::rows) {
    in_every_form<TestType>([](auto const& f, auto type) {
        using T = decltype(type);
        using batch = xsimd::batch<T>;
        auto const inputs = uncomfortable<T>();
        constexpr std::size_t lanes = batch::size;
        for (std::size_t first = 0; first < inputs.size(); ++first) {
            T in[2 * lanes], out[2 * lanes];
            for (std::size_t i = 0; i < 2 * lanes; ++i) in[i] = inputs[(first + i * 7) % inputs.size()];

            call::value(f, batch::load_unaligned(in)).store_unaligned(out);
            for (std::size_t i = 0; i < lanes; ++i) REQUIRE(same(out[i], call::value(f, in[i])));
            call::derivative(f, batch::load_unaligned(in)).store_unaligned(out);
            for (std::size_t i = 0; i < lanes; ++i) REQUIRE(same(out[i], call::derivative(f, in[i])));
            call::second_derivative(f, batch::load_unaligned(in)).store_unaligned(out);
            for (std::size_t i = 0; i < lanes; ++i) REQUIRE(same(out[i], call::second_derivative(f, in[i])));
            if constexpr (std::decay_t<decltype(f)>::has_derivative_from_output()) {
                call::derivative_from_output(f, batch::load_unaligned(in)).store_unaligned(out);
                for (std::size_t i = 0; i < lanes; ++i) REQUIRE(same(out[i], call::derivative_from_output(f, in[i])));
            }

            auto const two = xact::simd::load<pack<T, 2>>(in);
            xact::simd::store(out, call::value(f, two));
            for (std::size_t i = 0; i < 2 * lanes; ++i) REQUIRE(same(out[i], call::value(f, in[i])));
        }
    });
}

TEMPLATE_LIST_TEST_CASE("value_and_derivative gives the bits of the two calls", "", table::rows) {
    in_every_form<TestType>([](auto const& f, auto type) {
        for (auto const x : uncomfortable<decltype(type)>()) {
            INFO("x = " << x);
            auto const [value, derivative] = call::value_and_derivative(f, x);
            CHECK(same(value, call::value(f, x)));
            CHECK(same(derivative, call::derivative(f, x)));
        }
    });
}

TEMPLATE_LIST_TEST_CASE("derivative_from_output agrees with derivative where f has not saturated", "", table::rows) {
    in_every_form<TestType>([](auto const& f, auto type) {
        using T = decltype(type);
        if constexpr (std::decay_t<decltype(f)>::has_derivative_from_output())
            for (T x = T(-1.9); x < T(2.0); x += T(0.0625)) {
                INFO("x = " << x);
                CHECK(std::abs(call::derivative_from_output(f, call::value(f, x)) - call::derivative(f, x)) <= T(1e-3));
            }
    });
}

TEMPLATE_LIST_TEST_CASE("derivative_of is the derivative, and its derivative the second", "", table::rows) {
    in_every_form<TestType>([](auto const& f, auto type) {
        xact::derivative_of const df{f};
        for (auto const x : uncomfortable<decltype(type)>()) {
            CHECK(same(df(x), call::derivative(f, x)));
            CHECK(same(df.derivative(x), call::second_derivative(f, x)));
        }
    });
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
