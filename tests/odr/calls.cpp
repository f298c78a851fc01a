// Compiled for a baseline processor and for a wide one, with the name of its function in ODR_CALLS: what a program does
// whose files have different -m flags.

#include <xact/visit.hpp>
#include <xact/xact.hpp>

#if defined(ODR_EIGEN)
#include <xact/eigen.hpp>
#endif

#include <random>
#include <vector>

namespace program {

/// A function object of the user's with external linkage, as from a header that both files include.
struct parameters_of {
    template <class Activation> XACT_INLINE double operator()(Activation const& f) const {
        return static_cast<double>(sizeof f);
    }
};
struct square {
    template <class X> XACT_INLINE X operator()(X const& x) const { return x * x; }
};
struct twice {
    template <class X> XACT_INLINE X operator()(X const& x) const { return x + x; }
};

template <class T, class Activation> XACT_INLINE double through(Activation const& f) {
    std::vector<T> in(37), out(37), slope(37);
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<T>(i) / 4 - 4;
    xact::transform(in, out, f);
    xact::transform(in.data(), out.data(), slope.data(), in.size(), f);
    xact::transform(in, out, xact::derivative_of{f});
    xact::backward(in, out, slope, f);
    return static_cast<double>(out[3] + slope[5] + f(T(0.5)) + f.derivative(T(0.5)) + f.second_derivative(T(0.5)));
}

} // namespace program

double ODR_CALLS() {
    using namespace program;
    double sum = through<float>(xact::leaky_relu{0.1}) + through<float>(xact::tanh{}) +
                 through<float>(xact::exact::silu{2.0}) + through<double>(xact::softplus{2.0}) +
                 through<float>(xact::function{square{}, twice{}, twice{}});
    sum += static_cast<double>(xact::snake{}(1e9f)) + xact::hardtanh{-2.0, 2.0}(3.0) + xact::hardtanh{}(0.5) +
           static_cast<double>(xact::hard_shrink{0.25}(1.0f)) + xact::scaled_tanh{1.5, 0.5}(0.5);
    sum += xact::visit("LeakyReLU", {0.2}, parameters_of{});
    try {
        xact::visit("no such name", {}, parameters_of{});
    } catch (std::invalid_argument const&) {
        sum += 1.0;
    }
    try {
        std::vector<float> in(3), out(4);
        xact::transform(in, out, xact::relu{});
    } catch (std::invalid_argument const&) {
        sum += 1.0;
    }

    std::vector<float> in(24, -1.0f), out(24), slopes(24);
    std::mt19937 generator(1);
    xact::rrelu_transform(in, out, slopes, xact::rrelu{}, generator);
    std::vector<float> const by_channel(4, 0.5f);
    xact::prelu_transform(in, out, by_channel, 6);
    sum += static_cast<double>(out[7]);
#if defined(ODR_EIGEN)
    Eigen::ArrayXf const x = Eigen::ArrayXf::LinSpaced(21, -2.0f, 2.0f);
    Eigen::ArrayXf const y = xact::eigen::apply(x, xact::tanh{});
    sum += static_cast<double>(y.sum());
#endif
    return sum;
}
