#include "../composed.hpp"

// xsimd has no activation but tanh; this is what its users compose.

namespace {

struct math {
    template <class Batch> static XACT_INLINE Batch exp(Batch const& x) { return xsimd::exp(x); }
    template <class Batch> static XACT_INLINE Batch expm1(Batch const& x) { return xsimd::expm1(x); }
    template <class Batch> static XACT_INLINE Batch log1p(Batch const& x) { return xsimd::log1p(x); }
    template <class Batch> static XACT_INLINE Batch tanh(Batch const& x) { return xsimd::tanh(x); }
    template <class Batch> static XACT_INLINE Batch erf(Batch const& x) { return xsimd::erf(x); }
};

template <class T> void add() {
    using x_type = xsimd::batch<T> const&;
    bench::add_vector<T>("xsimd", "relu", "", [](x_type x) { return xsimd::max(x, xsimd::batch<T>(T(0))); });
    bench::add_vector<T>("xsimd", "leaky_relu", "",
                         [](x_type x) { return xsimd::max(x, x * xsimd::batch<T>(T(0.01))); });
    bench::add_vector<T>("xsimd", "relu6", "",
                         [](x_type x) { return xsimd::clip(x, xsimd::batch<T>(T(0)), xsimd::batch<T>(T(6))); });
    bench::add_vector<T>("xsimd", "hard_swish", "", [](x_type x) {
        using batch = xsimd::batch<T>;
        return x * xsimd::clip(x + batch(T(3)), batch(T(0)), batch(T(6))) * batch(T(1) / T(6));
    });
    bench::add_vector<T>("xsimd", "sigmoid", "via_exp",
                         [](x_type x) { return bench::logistic_via_exp(x, [](x_type y) { return xsimd::exp(y); }); });
    bench::add_vector<T>("xsimd", "tanh", "", [](x_type x) { return xsimd::tanh(x); });
    bench::add_composed<T>("xsimd", "", math{});
}

bench::library const xsimd_functions([] {
    bench::versions()["xsimd"] = bench::dotted(XSIMD_VERSION_MAJOR, XSIMD_VERSION_MINOR, XSIMD_VERSION_PATCH);
    add<float>();
    add<double>();
    using floats = xsimd::batch<float> const&;
    bench::add_latency<float>("xsimd", "sigmoid", "via_exp", [](floats x) XACT_INLINE_LAMBDA {
        return bench::logistic_via_exp(x, [](floats y) { return xsimd::exp(y); });
    });
    bench::add_latency<float>("xsimd", "tanh", "", [](floats x) XACT_INLINE_LAMBDA { return xsimd::tanh(x); });
});

} // namespace
