#include "../bench.hpp"

// XNNPACK's operators take the widest instructions of the CPU; its micro-kernels can be had for the instruction set of
// this program. These are the ones that the operators of that instruction set use.

#if defined(__AVX512F__)
#define XNNPACK_TANH xnn_f32_vtanh_ukernel__avx512f_rational_9_8_div_u32
#define XNNPACK_SIGMOID xnn_f32_vsigmoid_ukernel__avx512f_rr2_lut32_p2_perm2_scalef_div_u64
#define XNNPACK_EXP xnn_f32_vexp_ukernel__avx512f_rational_3_2_div_u16
#define XNNPACK_GELU xnn_f32_vgelu_ukernel__avx512f_rational_12_10_div_u32
#define XNNPACK_GELU_TANH xnn_f32_vapproxgelu_ukernel__avx512f_rational_12_10_div_u32
#define XNNPACK_ELU xnn_f32_velu_ukernel__avx512f_rr1_p6_u64
#define XNNPACK_HARD_SWISH xnn_f32_vhswish_ukernel__avx512f_u32
#define XNNPACK_LEAKY_RELU xnn_f32_vlrelu_ukernel__avx512f_u16
#elif defined(__AVX2__)
#define XNNPACK_TANH xnn_f32_vtanh_ukernel__fma3_rational_9_8_div_u16
#define XNNPACK_SIGMOID xnn_f32_vsigmoid_ukernel__avx2_rr1_p5_div_u16
#define XNNPACK_EXP xnn_f32_vexp_ukernel__fma3_rational_3_2_div_u32
#define XNNPACK_GELU xnn_f32_vgelu_ukernel__fma3_rational_12_10_div_u16
#define XNNPACK_GELU_TANH xnn_f32_vapproxgelu_ukernel__fma3_rational_12_10_div_u16
#define XNNPACK_ELU xnn_f32_velu_ukernel__avx2_rr1_lut4_p4_perm_u32
#define XNNPACK_HARD_SWISH xnn_f32_vhswish_ukernel__fma3_u16
#define XNNPACK_LEAKY_RELU xnn_f32_vlrelu_ukernel__avx_u16
#else
#define XNNPACK_TANH xnn_f32_vtanh_ukernel__sse2_rational_9_8_div_u8
#define XNNPACK_SIGMOID xnn_f32_vsigmoid_ukernel__sse2_rr2_lut64_p2_div_u8
#define XNNPACK_EXP xnn_f32_vexp_ukernel__sse2_rational_3_2_div_u16
#define XNNPACK_GELU xnn_f32_vgelu_ukernel__sse2_rational_12_10_div_u12
#define XNNPACK_GELU_TANH xnn_f32_vapproxgelu_ukernel__sse2_rational_12_10_div_u12
#define XNNPACK_ELU xnn_f32_velu_ukernel__sse2_rr2_lut16_p3_u12
#define XNNPACK_HARD_SWISH xnn_f32_vhswish_ukernel__sse2_u8
#define XNNPACK_LEAKY_RELU xnn_f32_vlrelu_ukernel__sse_u8
#endif

// No installed header declares them.
extern "C" {
using micro_kernel = void(std::size_t bytes, float const* in, float* out, void const* parameters);
micro_kernel XNNPACK_TANH, XNNPACK_SIGMOID, XNNPACK_EXP, XNNPACK_GELU, XNNPACK_GELU_TANH, XNNPACK_ELU,
    XNNPACK_HARD_SWISH, XNNPACK_LEAKY_RELU;
}

namespace {

using bench::arrays;

// As the headers of XNNPACK's sources lay them out.
struct elu_parameters {
    float prescale, alpha, beta;
};
struct leaky_relu_parameters {
    float slope;
};
struct no_parameters {};

template <micro_kernel* Kernel, class Parameters = no_parameters>
void add(char const* function, Parameters const& parameters = {}) {
    bench::add<float>({"xnnpack", function, ""},
                      [parameters](arrays<float> const& a) { Kernel(a.n * sizeof(float), a.in, a.out, &parameters); });
}

bench::library const xnnpack_kernels([] {
    bench::versions()["xnnpack"] = XACT_BENCH_XNNPACK_VERSION;
    add<XNNPACK_TANH>("tanh");
    add<XNNPACK_SIGMOID>("sigmoid");
    add<XNNPACK_EXP>("exponential");
    add<XNNPACK_GELU>("gelu");
    add<XNNPACK_GELU_TANH>("gelu_tanh");
    add<XNNPACK_ELU>("elu", elu_parameters{1, 1, 1});
    add<XNNPACK_HARD_SWISH>("hard_swish");
    add<XNNPACK_LEAKY_RELU>("leaky_relu", leaky_relu_parameters{0.01f});
});

} // namespace
