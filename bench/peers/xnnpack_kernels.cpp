#include "../bench.hpp"

// XNNPACK's operators take the widest instructions of the CPU; its micro-kernels can be had for the instruction set of
// this program. These are the ones that the operators of that instruction set use.

#if defined(__AVX512F__)
#define XNNPACK_TANH xnn_f32_vtanh_ukernel__avx512f_rational_9_8_div_u32
#define XNNPACK_SIGMOID xnn_f32_vsigmoid_ukernel__avx512f_rr2_lut32_p2_perm2_scalef_div_u64
#elif defined(__AVX2__)
#define XNNPACK_TANH xnn_f32_vtanh_ukernel__fma3_rational_9_8_div_u16
#define XNNPACK_SIGMOID xnn_f32_vsigmoid_ukernel__avx2_rr1_p5_div_u16
#else
#define XNNPACK_TANH xnn_f32_vtanh_ukernel__sse2_rational_9_8_div_u8
#define XNNPACK_SIGMOID xnn_f32_vsigmoid_ukernel__sse2_rr2_lut64_p2_div_u8
#endif

// No installed header declares them. They ignore their parameters.
extern "C" {
void XNNPACK_TANH(std::size_t bytes, float const* in, float* out, void const* parameters);
void XNNPACK_SIGMOID(std::size_t bytes, float const* in, float* out, void const* parameters);
}

namespace {

using bench::arrays;

bench::library const xnnpack_kernels([] {
    bench::versions()["xnnpack"] = XACT_BENCH_XNNPACK_VERSION;
    bench::add<float>({"xnnpack", "tanh", ""},
                      [](arrays<float> const& a) { XNNPACK_TANH(a.n * sizeof(float), a.in, a.out, nullptr); });
    bench::add<float>({"xnnpack", "sigmoid", ""},
                      [](arrays<float> const& a) { XNNPACK_SIGMOID(a.n * sizeof(float), a.in, a.out, nullptr); });
});

} // namespace
