#include "../bench.hpp"

#include <xact/eigen.hpp>
#include <xact/xact.hpp>

#include <Eigen/Core>
#include <unsupported/Eigen/SpecialFunctions>

namespace {

using bench::arrays;
using bench::variant;

template <class T> using input = Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1> const>;
template <class T> using output = Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1>>;

/// `f` maps (x, grad_out) to an expression, which is evaluated into out.
template <class T, class F> void add_expression(char const* function, variant what, F f) {
    bench::add<T>({"eigen", function, "", what}, [f](arrays<T> const& a) {
        auto const n = static_cast<Eigen::Index>(a.n);
        output<T>(a.out, n) = f(input<T>(a.in, n), input<T>(a.grad_out, n));
    });
}

/// f in one expression, f' from its output in the next: Eigen writes one array at a time.
template <class T, class F, class Slope> void add_fused(char const* function, F f, Slope slope) {
    bench::add<T>({"eigen", function, "", variant::fused}, [f, slope](arrays<T> const& a) {
        auto const n = static_cast<Eigen::Index>(a.n);
        output<T>(a.out, n) = f(input<T>(a.in, n));
        output<T>(a.slope, n) = slope(input<T>(a.out, n));
    });
}

/// An activation of xact in an expression of Eigen, which does the looping.
template <class T, class Activation> void add_xact(char const* function, char const* tier) {
    auto const add = [&](variant what, auto f) {
        bench::add<T>({"xact_in_eigen", function, tier, what}, [f](arrays<T> const& a) {
            auto const n = static_cast<Eigen::Index>(a.n);
            output<T>(a.out, n) = xact::eigen::apply(input<T>(a.in, n), f);
        });
    };
    add(variant::value, Activation{});
    add(variant::derivative, xact::derivative_of{Activation{}});
}

template <class T> void add() {
    using x_type = input<T> const&;
    add_expression<T>("relu", variant::value, [](x_type x, x_type) { return x.cwiseMax(T(0)); });
    add_expression<T>("relu", variant::derivative, [](x_type x, x_type) { return (x > T(0)).template cast<T>(); });
    add_expression<T>("relu", variant::backward, [](x_type x, x_type g) { return (x > T(0)).select(g, T(0)); });
    add_expression<T>("leaky_relu", variant::value, [](x_type x, x_type) { return x.cwiseMax(x * T(0.01)); });
    add_expression<T>("relu6", variant::value, [](x_type x, x_type) { return x.cwiseMax(T(0)).cwiseMin(T(6)); });

    add_expression<T>("sigmoid", variant::value, [](x_type x, x_type) { return x.logistic(); });
    add_expression<T>("sigmoid", variant::derivative,
                      [](x_type x, x_type) { return x.logistic() * (T(1) - x.logistic()); });
    add_expression<T>("sigmoid", variant::backward,
                      [](x_type x, x_type g) { return g * x.logistic() * (T(1) - x.logistic()); });
    add_fused<T>(
        "sigmoid", [](x_type x) { return x.logistic(); }, [](x_type y) { return y * (T(1) - y); });

    add_expression<T>("tanh", variant::value, [](x_type x, x_type) { return x.tanh(); });
    add_expression<T>("tanh", variant::derivative, [](x_type x, x_type) { return T(1) - x.tanh().square(); });
    add_expression<T>("tanh", variant::backward, [](x_type x, x_type g) { return g * (T(1) - x.tanh().square()); });
    add_fused<T>(
        "tanh", [](x_type x) { return x.tanh(); }, [](x_type y) { return T(1) - y.square(); });

    add_expression<T>("exponential", variant::value, [](x_type x, x_type) { return x.exp(); });
    add_expression<T>("silu", variant::value, [](x_type x, x_type) { return x * x.logistic(); });
    add_expression<T>("gelu", variant::value,
                      [](x_type x, x_type) { return T(0.5) * x * (T(1) + (x * T(0.70710678118654752)).erf()); });
    add_expression<T>("gelu_tanh", variant::value, [](x_type x, x_type) {
        return T(0.5) * x * (T(1) + (T(0.79788456080286536) * (x + T(0.044715) * x.cube())).tanh());
    });
    add_expression<T>("softplus", variant::value, [](x_type x, x_type) { return x.exp().log1p(); });
    add_expression<T>("mish", variant::value, [](x_type x, x_type) { return x * x.exp().log1p().tanh(); });
    add_expression<T>("elu", variant::value, [](x_type x, x_type) { return (x > T(0)).select(x, x.expm1()); });
    add_expression<T>("hard_swish", variant::value,
                      [](x_type x, x_type) { return x * (x + T(3)).cwiseMax(T(0)).cwiseMin(T(6)) * (T(1) / T(6)); });
}

bench::library const eigen([] {
#if defined(EIGEN_VERSION_STRING)
    bench::versions()["eigen"] = EIGEN_VERSION_STRING;
#else
    bench::versions()["eigen"] = bench::dotted(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION);
#endif
    add<float>();
    add<double>();
    add_xact<float, xact::relu>("relu", "exact");
    add_xact<float, xact::sigmoid>("sigmoid", "precise");
    add_xact<float, xact::tanh>("tanh", "precise");
    add_xact<double, xact::tanh>("tanh", "precise");
});

} // namespace
