#include "../bench.hpp"

#include <xnnpack.h>

#include <iostream>
#include <limits>
#include <memory>
#include <stdexcept>

// This version has no operators for tanh, gelu and exp.

namespace {

using bench::arrays;

void expect_success(xnn_status status, char const* what) {
    if (status != xnn_status_success) throw std::runtime_error(std::string("XNNPACK: failed to ") + what);
}

/// `create` makes the operator for n channels, `setup` gives it one batch of them.
template <class Create, class Setup> void add(char const* function, Create create, Setup setup) {
    bench::entries<float>().push_back({{"xnnpack", function, ""}, [=](arrays<float> const& a) {
                                           static xnn_status const initialised = xnn_initialize(nullptr);
                                           expect_success(initialised, "initialise");
                                           xnn_operator_t op = nullptr;
                                           expect_success(create(a.n, &op), "create an operator");
                                           std::shared_ptr<xnn_operator> const owner(op, xnn_delete_operator);
                                           expect_success(setup(op, 1, a.in, a.out, nullptr), "set up an operator");
                                           return [owner] { xnn_run_operator(owner.get(), nullptr); };
                                       }});
}

/// XNNPACK takes the widest instructions of the CPU, which would be listed under a wrong name in other binaries.
bool matches_this_binary() {
#if defined(__AVX512F__) || !defined(__x86_64__)
    return true;
#else
    __builtin_cpu_init();
#if defined(__AVX2__)
    return !__builtin_cpu_supports("avx512f");
#else
    return !__builtin_cpu_supports("avx");
#endif
#endif
}

bench::library const xnnpack([] {
    if (!matches_this_binary()) {
        std::cerr << "xnnpack skipped: it uses wider instructions of this CPU than this binary\n";
        return;
    }
    bench::versions()["xnnpack"] = XACT_BENCH_XNNPACK_VERSION;
    add(
        "relu",
        [](std::size_t n, xnn_operator_t* op) {
            return xnn_create_clamp_nc_f32(n, n, n, 0, std::numeric_limits<float>::infinity(), 0, op);
        },
        xnn_setup_clamp_nc_f32);
    add(
        "relu6", [](std::size_t n, xnn_operator_t* op) { return xnn_create_clamp_nc_f32(n, n, n, 0, 6, 0, op); },
        xnn_setup_clamp_nc_f32);
    add(
        "leaky_relu",
        [](std::size_t n, xnn_operator_t* op) { return xnn_create_leaky_relu_nc_f32(n, n, n, 0.01f, 0, op); },
        xnn_setup_leaky_relu_nc_f32);
    add(
        "sigmoid", [](std::size_t n, xnn_operator_t* op) { return xnn_create_sigmoid_nc_f32(n, n, n, 0, op); },
        xnn_setup_sigmoid_nc_f32);
    add(
        "elu", [](std::size_t n, xnn_operator_t* op) { return xnn_create_elu_nc_f32(n, n, n, 1, 0, op); },
        xnn_setup_elu_nc_f32);
    add(
        "hard_swish", [](std::size_t n, xnn_operator_t* op) { return xnn_create_hardswish_nc_f32(n, n, n, 0, op); },
        xnn_setup_hardswish_nc_f32);
});

} // namespace
