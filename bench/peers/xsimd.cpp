#include "../vector_loop.hpp"

// xsimd has no sigmoid; this is what its users compose.

namespace {

template <class T> void add() {
    using x_type = xsimd::batch<T> const&;
    bench::add_vector<T>("xsimd", "relu", "", [](x_type x) { return xsimd::max(x, xsimd::batch<T>(T(0))); });
    bench::add_vector<T>("xsimd", "leaky_relu", "",
                         [](x_type x) { return xsimd::max(x, x * xsimd::batch<T>(T(0.01))); });
    bench::add_vector<T>("xsimd", "relu6", "",
                         [](x_type x) { return xsimd::clip(x, xsimd::batch<T>(T(0)), xsimd::batch<T>(T(6))); });
    bench::add_vector<T>("xsimd", "sigmoid", "via_exp",
                         [](x_type x) { return bench::logistic_via_exp(x, [](x_type y) { return xsimd::exp(y); }); });
    bench::add_vector<T>("xsimd", "tanh", "", [](x_type x) { return xsimd::tanh(x); });
}

bench::library const xsimd_functions([] {
    bench::versions()["xsimd"] = bench::dotted(XSIMD_VERSION_MAJOR, XSIMD_VERSION_MINOR, XSIMD_VERSION_PATCH);
    add<float>();
    add<double>();
    using floats = xsimd::batch<float> const&;
    bench::add_latency<float>("xsimd", "sigmoid", "via_exp", [](floats x) {
        return bench::logistic_via_exp(x, [](floats y) { return xsimd::exp(y); });
    });
    bench::add_latency<float>("xsimd", "tanh", "", [](floats x) { return xsimd::tanh(x); });
});

} // namespace
