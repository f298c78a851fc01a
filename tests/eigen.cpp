// Activations in Eigen's expressions: vectorised, and the bits of the scalar call wherever an element falls.

#include "bits.hpp"
#include "catch.hpp"
#include "guarded.hpp"

#include <xact/eigen.hpp>
#include <xact/xact.hpp>

namespace {

using Eigen::Dynamic;
using Eigen::Index;
template <class T> using array = Eigen::Array<T, Dynamic, 1>;
template <class T> using matrix = Eigen::Matrix<T, Dynamic, Dynamic>;

/// Uncomfortable numbers with plain ones between them, so that each stands in any lane.
template <class T> T element(Index i) {
    static std::vector<T> const hard = uncomfortable<T>();
    return i % 3 == 1 ? hard[static_cast<std::size_t>(i / 3 * 7) % hard.size()] : T(0.37) * T(i % 41) - T(7);
}

/// The first position at which y differs from f of x, -1 if there is none.
template <class X, class Y, class F> Index first_difference(X const& x, Y const& y, F const& f) {
    if (x.rows() != y.rows() || x.cols() != y.cols()) return 0;
    for (Index i = 0; i < x.size(); ++i) {
        Index const row = i % x.rows(), column = i / x.rows();
        using scalar = typename X::Scalar;
        if (!same<scalar>(y(row, column), f(scalar(x(row, column))))) return i;
    }
    return -1;
}

/// True where Eigen evaluates the expression a packet at a time.
template <class Expression>
constexpr bool vectorised = [] {
    using plain = typename Expression::PlainObject;
    using Eigen::internal::evaluator;
    using scalar = typename Expression::Scalar;
    return Eigen::internal::copy_using_evaluator_traits<evaluator<plain>, evaluator<Expression>,
                                                        Eigen::internal::assign_op<scalar, scalar>>::Vectorized != 0;
}();

template <class T, class F> void check(F const& f) {
    for (Index n = 0; n <= 67; ++n) {
        array<T> const x = array<T>::NullaryExpr(n, [](Index i) { return element<T>(i); });
        array<T> const y = xact::eigen::apply(x, f);
        CAPTURE(n);
        CHECK(first_difference(x, y, f) == -1);
    }

    // Columns that begin at any address, and elements that are not neighbours.
    matrix<T> const m = matrix<T>::NullaryExpr(37, 11, [](Index i, Index j) { return element<T>(37 * j + i); });
    auto const block = m.block(1, 2, 35, 7);
    matrix<T> from_block = xact::eigen::apply(block, f);
    CHECK(first_difference(block, from_block, f) == -1);
    matrix<T> const transposed = xact::eigen::apply(m.transpose(), f);
    CHECK(first_difference(m.transpose(), transposed, f) == -1);
    array<T> const strided = xact::eigen::apply(m.row(5).transpose().array(), f);
    CHECK(first_difference(m.row(5).transpose(), strided, f) == -1);

    // In place, and inside a larger expression.
    from_block = block;
    from_block.array() = xact::eigen::apply(from_block.array(), f);
    CHECK(first_difference(block, from_block, f) == -1);
    array<T> const a = array<T>::LinSpaced(53, T(-9), T(9)), b = array<T>::Constant(53, T(0.25));
    array<T> const sum = a + b, of_sum = T(2) * xact::eigen::apply(a + b, f);
    CHECK(first_difference(sum, array<T>(of_sum / T(2)), f) == -1);

    // Vectors of a size that the compiler knows: whole packets, parts of one, and neither.
    auto const fixed = [&](auto v) {
        for (Index i = 0; i < v.size(); ++i) v[i] = element<T>(i + 1);
        decltype(v) const y = xact::eigen::apply(v, f);
        CAPTURE(v.size());
        CHECK(first_difference(v, y, f) == -1);
    };
    fixed(Eigen::Matrix<T, 1, 1>());
    fixed(Eigen::Matrix<T, 2, 1>());
    fixed(Eigen::Matrix<T, 3, 1>());
    fixed(Eigen::Matrix<T, 4, 1>());
    fixed(Eigen::Matrix<T, 8, 1>());
    fixed(Eigen::Matrix<T, 16, 1>());
    fixed(Eigen::Matrix<T, 24, 1>());
}

// That a batch has the scalar call's bits is tested for every activation; here a few stand for all.
TEMPLATE_TEST_CASE("An activation in an Eigen expression gives the bits of the scalar call", "", float, double) {
    check<TestType>(xact::tanh{});
    check<TestType>(xact::derivative_of{xact::sigmoid{}});
    check<TestType>(xact::leaky_relu{0.25});
}

TEMPLATE_TEST_CASE("Expressions over memory of others stay between its walls", "", float, double) {
    using T = TestType;
    constexpr std::size_t lanes = xsimd::batch<T>::size;
    xact::tanh const f;
    for (std::size_t n = 0; n <= 4 * lanes + 3; ++n)
        for (std::size_t distance = 0; distance < lanes; ++distance)
            for (auto const side : {wall::before, wall::after}) {
                INFO("n = " << n << ", " << distance << " elements from the wall");
                guarded<T> in(n, distance, side), out(n, distance, side), both(n, distance, side);
                fill(in, n, n), fill(both, n, n);
                auto const map = [&](guarded<T>& x) { return Eigen::Map<array<T>>(x.data(), static_cast<Index>(n)); };
                map(out) = xact::eigen::apply(map(in), f);
                map(both) = xact::eigen::apply(map(both), f);
                REQUIRE(first_difference(map(in), map(out), f) == -1);
                REQUIRE(first_difference(map(in), map(both), f) == -1);
                REQUIRE((in.intact() && out.intact() && both.intact()));
            }
}

TEST_CASE("So do the tiers") {
    check<float>(xact::exact::sigmoid{});
    check<float>(xact::fast::tanh{});
}

TEMPLATE_TEST_CASE("Eigen vectorises activations, alone and among its own operations", "", float, double) {
    using expected = Eigen::internal::packet_traits<TestType>;
    array<TestType> const x(1);
    matrix<TestType> const m(1, 1);
    auto const alone = xact::eigen::apply(x, xact::tanh{});
    auto const among = x + TestType(2) * xact::eigen::apply(x * x, xact::derivative_of{xact::sigmoid{}});
    auto const of_matrix = xact::eigen::apply(m, xact::relu{});
    STATIC_REQUIRE(vectorised<decltype(alone)> == bool(expected::Vectorizable));
    STATIC_REQUIRE(vectorised<decltype(among)> == bool(expected::Vectorizable));
    STATIC_REQUIRE(vectorised<decltype(of_matrix)> == bool(expected::Vectorizable));
}

TEST_CASE("A bare activation is a functor that Eigen takes") {
    Eigen::ArrayXf const x = Eigen::ArrayXf::LinSpaced(37, -5.0f, 5.0f);
    Eigen::ArrayXf const y = x.unaryExpr(xact::tanh{});
    CHECK(first_difference(x, y, xact::tanh{}) == -1);
}

} // namespace
