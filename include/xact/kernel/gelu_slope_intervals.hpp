#ifndef XACT_KERNEL_GELU_SLOPE_INTERVALS_HPP
#define XACT_KERNEL_GELU_SLOPE_INTERVALS_HPP

#include <cstddef>

// The tables of gelu_slope_float.hpp; gate_slope_float.hpp says what they mean.
// Regenerate with tests/coefficients/generate.py: gelu_slope_intervals.

namespace xact::kernel {

struct gelu_slope_intervals {
    static constexpr std::size_t degree = 6;

    static constexpr float index[2] = {0x1.92960ep1f, 0x1.89b924p-2f};
    static constexpr float origin = 0x1.456222p-3f;
    static constexpr float slope_low[32] = {0.0f,
                                            0x1.f7f8e6p-27f,
                                            0x1.f7f8e6p-27f,
                                            0x1.f7f8e6p-27f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f,
                                            0.0f};
    static constexpr float centre[32] = {
        0x1.43c55ap-3f, 0x1.80ead2p-1f, 0x1.80ead2p-1f, 0x1.80ead2p-1f, 0x1.4671c2p0f, 0x1.84a236p0f, 0x1.c084d4p0f,
        0x1.fb62b6p0f,  0x1.18be1ap1f,  0x1.33bfap1f,   0x1.4d874ep1f,  0x1.669f18p1f, 0x1.7f4ccap1f, 0x1.96161p1f,
        0x1.adc3d8p1f,  0x1.c4c5eep1f,  0x1.dab14p1f,   0x1.f01622p1f,  0x1.029c38p2f, 0x1.0cecdap2f, 0x1.16fbb6p2f,
        0x1.20f8d2p2f,  0x1.2abd8ap2f,  0x1.3409a2p2f,  0x1.3da53ep2f,  0x1.472b4cp2f, 0x1.5016eep2f, 0x1.591ee4p2f,
        0x1.6207f4p2f,  0x1.6aced8p2f,  0x1.735b5cp2f,  0x1.7bec84p2f};
    // clang-format off
    static constexpr float coefficient[7][32] = {
    {0x1.7fe776p-2f, -0x1.6737d8p-28f, -0x1.6737d8p-28f, -0x1.6737d8p-28f, -0x1.fdf2bp-4f, -0x1.03be8cp-3f, -0x1.c5976p-4f, -0x1.65148p-4f, -0x1.097d88p-4f, -0x1.7230f4p-5f, -0x1.f03d9p-6f, -0x1.3ff38ep-6f, -0x1.8d06fcp-7f, -0x1.eb7c5p-8f, -0x1.1f322ap-8f, -0x1.485cf4p-9f, -0x1.74c8cap-10f, -0x1.9fd376p-11f, -0x1.c55c7ap-12f, -0x1.e76a8cp-13f, -0x1.0309bp-13f, -0x1.0d67f2p-14f, -0x1.153ad2p-15f, -0x1.1fe7fap-16f, -0x1.1dc354p-17f, -0x1.16cb7ap-18f, -0x1.16ba1cp-19f, -0x1.0e9fc2p-20f, -0x1.03f862p-21f, -0x1.ef2508p-23f, -0x1.d7c86p-24f, -0x1.b89486p-25f},
    {-0x1.8e66ecp-1f, -0x1.b9d99p-2f, -0x1.b9d99p-2f, -0x1.b9d99p-2f, -0x1.0effc8p-4f, 0x1.3a810ap-5f, 0x1.78a5eep-4f, 0x1.ba0094p-4f, 0x1.9e70cep-4f, 0x1.573bf6p-4f, 0x1.068e72p-4f, 0x1.797ae8p-5f, 0x1.012158p-5f, 0x1.57d324p-6f, 0x1.b02ed4p-7f, 0x1.07a5ecp-7f, 0x1.3d026p-8f, 0x1.74aad6p-9f, 0x1.aaa502p-10f, 0x1.dfdf86p-11f, 0x1.09ef08p-11f, 0x1.1fc718p-12f, 0x1.3359cep-13f, 0x1.4a3a02p-14f, 0x1.530cbp-15f, 0x1.55a798p-16f, 0x1.5fb912p-17f, 0x1.5f734ep-18f, 0x1.5b066cp-19f, 0x1.5348aep-20f, 0x1.4b6f46p-21f, 0x1.3d22e4p-22f},
    {0x1.fb0f1ep-4f, 0x1.8d9abcp-2f, 0x1.8d9a94p-2f, 0x1.8d9892p-2f, 0x1.123bfap-2f, 0x1.4c25eap-3f, 0x1.1f027ep-4f, 0x1.04df62p-8f, -0x1.062784p-5f, -0x1.84ab7ap-5f, -0x1.8e7708p-5f, -0x1.5c00dap-5f, -0x1.127a14p-5f, -0x1.9a2674p-6f, -0x1.1c86dp-6f, -0x1.7995fcp-7f, -0x1.e7cafap-8f, -0x1.319f36p-8f, -0x1.72d55p-9f, -0x1.b7b4c2p-10f, -0x1.ff6f4ap-11f, -0x1.218228p-11f, -0x1.426a2cp-12f, -0x1.67ce44p-13f, -0x1.7f84e4p-14f, -0x1.90733p-15f, -0x1.a9a6fap-16f, -0x1.b6ce66p-17f, -0x1.be5a3cp-18f, -0x1.c0eda2p-19f, -0x1.c26b72p-20f, -0x1.ba5606p-21f},
    {0x1.013bb4p-2f, 0x1.2a7636p-6f, 0x1.2a320ap-6f, 0x1.2cc458p-6f, -0x1.1e2a72p-3f, -0x1.256cdp-3f, -0x1.d952dep-4f, -0x1.342dfcp-4f, -0x1.4115acp-5f, -0x1.711308p-7f, 0x1.77fbf4p-8f, 0x1.cb050ap-7f, 0x1.0a373cp-6f, 0x1.ef3cd4p-7f, 0x1.953f9ap-7f, 0x1.3107bp-7f, 0x1.b3806ep-8f, 0x1.28e596p-8f, 0x1.83dda6p-9f, 0x1.eacbc2p-10f, 0x1.2e7a42p-10f, 0x1.692c28p-11f, 0x1.a63aa4p-12f, 0x1.ec1a78p-13f, 0x1.119dfep-13f, 0x1.294ba4p-14f, 0x1.476edcp-15f, 0x1.5d5d32p-16f, 0x1.6f2042p-17f, 0x1.7ccdb4p-18f, 0x1.894958p-19f, 0x1.8d33a8p-20f},
    {-0x1.78ce6p-5f, -0x1.d233c4p-4f, -0x1.d2f9f2p-4f, -0x1.d811e8p-4f, -0x1.a8b644p-6f, 0x1.0a6dbcp-6f, 0x1.462538p-5f, 0x1.72474cp-5f, 0x1.3d52f8p-5f, 0x1.bad0c4p-6f, 0x1.f7ecbep-7f, 0x1.9590e6p-8f, 0x1.0e6cb2p-13f, -0x1.834958p-9f, -0x1.12e38p-8f, -0x1.11006ap-8f, -0x1.d1ad5p-9f, -0x1.6a6194p-9f, -0x1.0737c2p-9f, -0x1.6ba03cp-10f, -0x1.e321eep-11f, -0x1.343ce6p-11f, -0x1.7e375ap-12f, -0x1.d51df2p-13f, -0x1.120a54p-13f, -0x1.37b0b4p-14f, -0x1.6570f2p-15f, -0x1.8c6aeep-16f, -0x1.afefaep-17f, -0x1.cf8f9ep-18f, -0x1.ee343p-19f, -0x1.014e24p-19f},
    {-0x1.be7636p-5f, 0x1.0352fp-6f, 0x1.e0087cp-7f, 0x1.3e97ep-6f, 0x1.43db18p-5f, 0x1.cc219ep-6f, 0x1.8a5cc2p-7f, -0x1.e17506p-10f, -0x1.357c84p-7f, -0x1.86bd66p-7f, -0x1.61b4fap-7f, -0x1.022412p-7f, -0x1.35b1cep-8f, -0x1.2e8e4ep-9f, -0x1.16231cp-11f, 0x1.e1098p-12f, 0x1.d0fed8p-11f, 0x1.f39a46p-11f, 0x1.bdce1cp-11f, 0x1.65dd6ap-11f, 0x1.091f42p-11f, 0x1.73f6e4p-12f, 0x1.f23772p-13f, 0x1.45be9ap-13f, 0x1.951438p-14f, 0x1.e727f4p-15f, 0x1.2498dap-15f, 0x1.536dbap-16f, 0x1.81a97ap-17f, 0x1.adf22cp-18f, 0x1.db1ce2p-19f, 0x1.ffd59ap-20f},
    {0x1.44f14ap-7f, 0x1.713e02p-6f, 0x1.3d828ep-6f, 0x1.6fac7p-7f, -0x1.09cecp-8f, -0x1.62232cp-7f, -0x1.7aa21p-7f, -0x1.10ec04p-7f, -0x1.e77e04p-9f, -0x1.250a4ap-12f, 0x1.2713aep-9f, 0x1.60f682p-9f, 0x1.4b3414p-9f, 0x1.03d66ep-9f, 0x1.4c0778p-10f, 0x1.5943a2p-11f, 0x1.bc228ep-13f, -0x1.a5aa52p-18f, -0x1.1cb2dep-13f, -0x1.9c9152p-13f, -0x1.6791b8p-13f, -0x1.35a1a4p-13f, -0x1.d43976p-14f, -0x1.3c3ccp-14f, -0x1.bb0a32p-15f, -0x1.215d6ep-15f, -0x1.68c3b8p-16f, -0x1.b997fep-17f, -0x1.0944c6p-17f, -0x1.336e6p-18f, -0x1.61ada2p-19f, -0x1.8c9308p-20f}};
    // clang-format on
};

} // namespace xact::kernel

#endif
