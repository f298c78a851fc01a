// xtensor's containers are ranges like any other, and its vectorize takes an activation as a function of numbers.

#include "bits.hpp"
#include "catch.hpp"

#include <xact/xact.hpp>

#include <xtensor/xarray.hpp>
#include <xtensor/xtensor.hpp>
#include <xtensor/xvectorize.hpp>

#include <algorithm>

namespace {

xt::xtensor<float, 2> inputs() { return xt::reshape_view(xt::linspace<float>(-9.0f, 9.0f, 77), {7, 11}); }

template <class A, class B> bool same_elements(A const& a, B const& b) {
    return a.shape() == b.shape() && std::equal(a.begin(), a.end(), b.begin(), same<float>);
}

TEST_CASE("xact::transform and xact::backward take an xtensor") {
    xt::xtensor<float, 2> const x = inputs();
    xt::xtensor<float, 2> expected = x, y = xt::zeros_like(x), gradient = xt::ones_like(x);
    std::transform(x.begin(), x.end(), expected.begin(), xact::tanh{});
    xact::transform(x, y, xact::tanh{});
    CHECK(same_elements(y, expected));

    std::transform(x.begin(), x.end(), expected.begin(), xact::derivative_of{xact::tanh{}});
    xact::backward(x, gradient, gradient, xact::tanh{});
    CHECK(same_elements(gradient, expected));
}

TEST_CASE("xt::vectorize takes an activation, element by element") {
    xt::xtensor<float, 2> const x = inputs();
    xt::xtensor<float, 2> y = xt::zeros_like(x);
    auto const tanh = xt::vectorize([](float element) { return xact::tanh{}(element); });
    xt::xtensor<float, 2> const of_expression = tanh(x + 1.0f);
    xact::transform(xt::xtensor<float, 2>(x + 1.0f), y, xact::tanh{});
    CHECK(same_elements(of_expression, y));
}

} // namespace
