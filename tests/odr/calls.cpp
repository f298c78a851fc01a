// Compiled for a baseline processor and for a wide one, with the name of its function in ODR_CALLS: what a program does
// whose files have different -m flags.

#include <xact/visit.hpp>
#include <xact/xact.hpp>

#if defined(ODR_EIGEN)
#include <xact/eigen.hpp>
#endif

#include <cstdint>

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

/// One for rrelu_transform.
struct generator {
    using result_type = std::uint32_t;
    std::uint32_t state = 1;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return 0xffffffff; }
    XACT_INLINE result_type operator()() { return state = state * 1664525 + 1013904223; }
};

template <class T, class Activation> XACT_INLINE double through(Activation const& f) {
    T in[37], out[37], slope[37];
    for (int i = 0; i < 37; ++i) in[i] = static_cast<T>(i) / 4 - 4;
    xact::transform(in, out, f);
    xact::transform(in, out, slope, f);
    xact::transform(in, out, xact::derivative_of{f});
    xact::backward(in, out, slope, f);
    return static_cast<double>(out[3] + slope[5] + f(T(0.5)) + f.derivative(T(0.5)) + f.second_derivative(T(0.5)));
}

} // namespace program

/// `everything` includes what executes code of the standard library, which may be wide: strings and exceptions.
double ODR_CALLS(bool everything) {
    using namespace program;
    double sum = through<float>(xact::relu{}) + through<float>(xact::tanh{}) + through<double>(xact::softplus{2.0}) +
                 through<float>(xact::function{square{}, twice{}, twice{}});
    sum += static_cast<double>(xact::exact::silu{2.0}(0.5f)) + static_cast<double>(xact::snake{}.derivative(1e9f)) +
           xact::hardtanh{-2.0, 2.0}(3.0) + xact::hardtanh{}(0.5) + static_cast<double>(xact::hard_shrink{0.25}(1.0f)) +
           xact::leaky_relu{0.1}(-3.0);
    sum += xact::visit("LeakyReLU", {0.2}, parameters_of{});

    float in[24], out[24], slopes[24], by_channel[4] = {0.5f, 0.5f, 0.25f, 0.25f};
    for (float& x : in) x = -1.0f;
    generator random;
    xact::rrelu_transform(in, out, slopes, xact::rrelu{}, random);
    xact::prelu_transform(in, out, by_channel, 6);
    sum += static_cast<double>(out[7] + slopes[3]);
    if (!everything) return sum;

    try {
        xact::visit("no such name", {}, parameters_of{});
    } catch (std::invalid_argument const&) {
        sum += 1.0;
    }
    try {
        xact::transform(in, by_channel, xact::relu{});
    } catch (std::invalid_argument const&) {
        sum += 1.0;
    }
    return sum;
}

#if defined(ODR_EIGEN)
// Not called: only its symbols are looked at. Eigen's own functions allocate otherwise in each of the files.
float ODR_EIGEN(Eigen::ArrayXf const& x) {
    Eigen::ArrayXf const y = xact::eigen::apply(x, xact::tanh{});
    return y.sum();
}
#endif
