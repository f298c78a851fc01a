#include "../bench.hpp"

#include <dlfcn.h>
#include <oneapi/dnnl/dnnl.hpp>

#include <stdexcept>

namespace {

using bench::arrays;
using bench::variant;

/// What oneDNN may use must be said before its first primitive is made; it looks at the CPU otherwise.
dnnl::engine const& engine() {
    static dnnl::engine const single_threaded = [] {
#if defined(__AVX512F__)
        auto const widest = dnnl::cpu_isa::avx512_core;
#elif defined(__AVX2__)
        auto const widest = dnnl::cpu_isa::avx2;
#else
        auto const widest = dnnl::cpu_isa::sse41;
#endif
        if (dnnl::set_max_cpu_isa(widest) != dnnl::status::success || dnnl::get_effective_cpu_isa() != widest)
            throw std::runtime_error("oneDNN cannot be held to this program's instruction set");
        // oneDNN may have been linked with any OpenMP runtime; the one that it brought is the one to ask.
        if (void* const set = dlsym(RTLD_DEFAULT, "omp_set_num_threads")) reinterpret_cast<void (*)(int)>(set)(1);
        return dnnl::engine(dnnl::engine::kind::cpu, 0);
    }();
    return single_threaded;
}

dnnl::memory view(arrays<float> const& a, float const* data) {
    dnnl::memory::desc const shape({static_cast<dnnl::memory::dim>(a.n)}, dnnl::memory::data_type::f32,
                                   dnnl::memory::format_tag::a);
    return dnnl::memory(shape, engine(), const_cast<float*>(data));
}

void add(char const* function, dnnl::algorithm algorithm, float alpha = 0, float beta = 0) {
    using forward = dnnl::eltwise_forward;
    using backward = dnnl::eltwise_backward;
    auto const plan = [=](arrays<float> const& a) {
        forward::desc const wanted(dnnl::prop_kind::forward_training, algorithm, view(a, a.in).get_desc(), alpha, beta);
        return forward::primitive_desc(wanted, engine());
    };

    bench::entries<float>().push_back({{"onednn", function, "", variant::value}, [=](arrays<float> const& a) {
                                           return [f = forward(plan(a)), in = view(a, a.in), out = view(a, a.out),
                                                   stream = dnnl::stream(engine())] {
                                               auto queue = stream;
                                               f.execute(queue, {{DNNL_ARG_SRC, in}, {DNNL_ARG_DST, out}});
                                               queue.wait();
                                           };
                                       }});

    bench::entries<float>().push_back(
        {{"onednn", function, "", variant::backward}, [=](arrays<float> const& a) {
             auto const shape = view(a, a.in).get_desc();
             backward::primitive_desc const planned(backward::desc(algorithm, shape, shape, alpha, beta), engine(),
                                                    plan(a));
             return [f = backward(planned), in = view(a, a.in), grad_out = view(a, a.grad_out),
                     grad_in = view(a, a.out), stream = dnnl::stream(engine())] {
                 auto queue = stream;
                 f.execute(queue, {{DNNL_ARG_SRC, in}, {DNNL_ARG_DIFF_DST, grad_out}, {DNNL_ARG_DIFF_SRC, grad_in}});
                 queue.wait();
             };
         }});
}

bench::library const onednn([] {
    using dnnl::algorithm;
    auto const* const version = dnnl::version();
    bench::versions()["onednn"] = bench::dotted(version->major, version->minor, version->patch);
    add("relu", algorithm::eltwise_relu);
    add("leaky_relu", algorithm::eltwise_relu, 0.01f);
    add("relu6", algorithm::eltwise_clip, 0, 6);
    add("sigmoid", algorithm::eltwise_logistic);
    add("tanh", algorithm::eltwise_tanh);
    add("exponential", algorithm::eltwise_exp);
    add("silu", algorithm::eltwise_swish, 1);
    add("gelu", algorithm::eltwise_gelu_erf);
    add("gelu_tanh", algorithm::eltwise_gelu_tanh);
    add("softplus", algorithm::eltwise_soft_relu);
    add("mish", algorithm::eltwise_mish);
    add("elu", algorithm::eltwise_elu, 1);
    add("hard_swish", algorithm::eltwise_hardswish);
});

} // namespace
