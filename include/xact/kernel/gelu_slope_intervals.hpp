#ifndef XACT_KERNEL_GELU_SLOPE_INTERVALS_HPP
#define XACT_KERNEL_GELU_SLOPE_INTERVALS_HPP

#include <cstddef>

// The tables of gelu_slope_float.hpp; gate_slope_float.hpp says what they mean.
// Regenerate with tests/coefficients/generate.py: gelu_slope_intervals.

namespace xact::kernel {

struct gelu_slope_intervals {
    static constexpr std::size_t degree = 6;

    static constexpr float index[2] = {0x1.9d3bc8p1f, 0x1.7a26bap-2f};
    static constexpr float origin = 0x1.3c6f6ap-3f;
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
        0x1.3a3ff4p-3f, 0x1.80ead2p-1f, 0x1.80ead2p-1f, 0x1.80ead2p-1f, 0x1.3f672p0f,  0x1.7ef802p0f, 0x1.badd36p0f,
        0x1.f38374p0f,  0x1.151bcep1f,  0x1.2fcf72p1f,  0x1.49af74p1f,  0x1.633224p1f, 0x1.7be486p1f, 0x1.9391dep1f,
        0x1.aaf54p1f,   0x1.c16412p1f,  0x1.d7e362p1f,  0x1.ed30d8p1f,  0x1.01477cp2f, 0x1.0bb44p2f,  0x1.15e2d6p2f,
        0x1.20085ap2f,  0x1.29c266p2f,  0x1.338a02p2f,  0x1.3cafbcp2f,  0x1.468806p2f, 0x1.4fb662p2f, 0x1.58bdbp2f,
        0x1.61a1dcp2f,  0x1.6a86ap2f,   0x1.734bcep2f,  0x1.7bce24p2f};
    // clang-format off
    static constexpr float coefficient[7][32] = {
    {0x1.839c76p-2f, -0x1.6737d8p-28f, -0x1.6737d8p-28f, -0x1.6737d8p-28f, -0x1.f5a6f2p-4f, -0x1.05518p-3f, -0x1.cdc41p-4f, -0x1.72a5b4p-4f, -0x1.155bbep-4f, -0x1.87ad4ep-5f, -0x1.083f3cp-5f, -0x1.54a8aap-6f, -0x1.a931a6p-7f, -0x1.039512p-7f, -0x1.32b50cp-8f, -0x1.654e92p-9f, -0x1.9184d8p-10f, -0x1.c2d3dep-11f, -0x1.ea29fap-12f, -0x1.06ac82p-12f, -0x1.15e326p-13f, -0x1.1ecf22p-14f, -0x1.28b164p-15f, -0x1.2a5f3ep-16f, -0x1.32c9fap-17f, -0x1.24bc96p-18f, -0x1.1f2304p-19f, -0x1.1716d2p-20f, -0x1.0cc29p-21f, -0x1.fb3fdcp-23f, -0x1.da4e76p-24f, -0x1.bd4ee6p-25f},
    {-0x1.8efba8p-1f, -0x1.b9d99p-2f, -0x1.b9d99p-2f, -0x1.b9d99p-2f, -0x1.4ca232p-4f, 0x1.fbf35cp-6f, 0x1.6b44d6p-4f, 0x1.b81a8ep-4f, 0x1.a57bp-4f, 0x1.630c62p-4f, 0x1.1293aap-4f, 0x1.8c5978p-5f, 0x1.1006ap-5f, 0x1.683d66p-6f, 0x1.c9bb54p-7f, 0x1.1c4076p-7f, 0x1.5304d6p-8f, 0x1.91406p-9f, 0x1.ca84dp-10f, 0x1.0142fep-10f, 0x1.1c0322p-11f, 0x1.313fbap-12f, 0x1.47b9c2p-13f, 0x1.559e58p-14f, 0x1.6aca1p-15f, 0x1.65f9fep-16f, 0x1.69e4c4p-17f, 0x1.6a0342p-18f, 0x1.6652c2p-19f, 0x1.5b49e4p-20f, 0x1.4d264p-21f, 0x1.406edap-22f},
    {0x1.ecaf32p-4f, 0x1.8d9ab2p-2f, 0x1.8d9a96p-2f, 0x1.8d9944p-2f, 0x1.1de98ep-2f, 0x1.5fb8p-3f, 0x1.3ed8d8p-4f, 0x1.6e4b4p-7f, -0x1.d282a4p-6f, -0x1.7addfep-5f, -0x1.91fe04p-5f, -0x1.64fc78p-5f, -0x1.1d1846p-5f, -0x1.a8dd12p-6f, -0x1.2a0decp-6f, -0x1.92572cp-7f, -0x1.028bc4p-7f, -0x1.4655b4p-8f, -0x1.8bb9acp-9f, -0x1.d49b0ap-10f, -0x1.0fb4d2p-10f, -0x1.31d0d6p-11f, -0x1.56610ap-12f, -0x1.737a5ap-13f, -0x1.98df2p-14f, -0x1.a29a36p-15f, -0x1.b5611cp-16f, -0x1.c36952p-17f, -0x1.cc482p-18f, -0x1.cb1bbep-19f, -0x1.c4aa58p-20f, -0x1.bec69ap-21f},
    {0x1.021a08p-2f, 0x1.2a6ce8p-6f, 0x1.2a30f4p-6f, 0x1.2c09f2p-6f, -0x1.17b53ep-3f, -0x1.281608p-3f, -0x1.e779c4p-4f, -0x1.4b0182p-4f, -0x1.65bbf2p-5f, -0x1.e1c174p-7f, 0x1.f0bccep-9f, 0x1.b36e42p-7f, 0x1.096b42p-6f, 0x1.f68b7p-7f, 0x1.a1361cp-7f, 0x1.3f8c44p-7f, 0x1.c82f12p-8f, 0x1.399cf4p-8f, 0x1.9a3dfp-9f, 0x1.039b1ep-9f, 0x1.3f7036p-10f, 0x1.7bac06p-11f, 0x1.be4198p-12f, 0x1.faeaaap-13f, 0x1.2281p-13f, 0x1.35f778p-14f, 0x1.4ff548p-15f, 0x1.66e3dep-16f, 0x1.7a0ad8p-17f, 0x1.850ed8p-18f, 0x1.8b2a6ep-19f, 0x1.9107fp-20f},
    {-0x1.6e6c8ep-5f, -0x1.d2405p-4f, -0x1.d302e8p-4f, -0x1.d6f7aep-4f, -0x1.0166c6p-5f, 0x1.ac27eap-7f, 0x1.3a9b1p-5f, 0x1.739ed4p-5f, 0x1.47f762p-5f, 0x1.d8c3p-6f, 0x1.16f65ep-6f, 0x1.dc680ep-8f, 0x1.9cec1cp-11f, -0x1.6403dap-9f, -0x1.0e819ap-8f, -0x1.1487c2p-8f, -0x1.de2f8cp-9f, -0x1.78a558p-9f, -0x1.12f26ep-9f, -0x1.7cfaep-10f, -0x1.fa4d74p-11f, -0x1.4213fcp-11f, -0x1.91ab84p-12f, -0x1.e1eb42p-13f, -0x1.21935p-13f, -0x1.4405fcp-14f, -0x1.6e208ap-15f, -0x1.96932p-16f, -0x1.bc13ccp-17f, -0x1.d91656p-18f, -0x1.f06f66p-19f, -0x1.03a98cp-19f},
    {-0x1.c1df3cp-5f, 0x1.02de78p-6f, 0x1.e0e6a4p-7f, 0x1.331cd4p-6f, 0x1.48edeep-5f, 0x1.e342fp-6f, 0x1.b9952ap-7f, -0x1.d88f4cp-13f, -0x1.1e2a3p-7f, -0x1.848af2p-7f, -0x1.67ec72p-7f, -0x1.1032f2p-7f, -0x1.4e9d9p-8f, -0x1.4bb6d6p-9f, -0x1.6ba286p-11f, 0x1.8bd09ep-12f, 0x1.becb5ap-11f, 0x1.f54754p-11f, 0x1.ca2faap-11f, 0x1.6fe8dep-11f, 0x1.123bcp-11f, 0x1.81e9a2p-12f, 0x1.040868p-12f, 0x1.4dcafp-13f, 0x1.a9874cp-14f, 0x1.f7fa88p-15f, 0x1.2b6cap-15f, 0x1.5ba9ep-16f, 0x1.8bcafap-17f, 0x1.b69ce6p-18f, 0x1.dd7354p-19f, 0x1.0284fep-19f},
    {0x1.4931eap-7f, 0x1.70dba2p-6f, 0x1.45777p-6f, 0x1.856e32p-7f, -0x1.a0818cp-9f, -0x1.518decp-7f, -0x1.7bf736p-7f, -0x1.21184cp-7f, -0x1.1ffc62p-8f, -0x1.aeacd4p-12f, 0x1.5015c8p-10f, 0x1.65b6p-9f, 0x1.4c03f2p-9f, 0x1.015fbap-9f, 0x1.51c036p-10f, 0x1.30eecep-11f, 0x1.0903bcp-12f, 0x1.e9322ep-16f, -0x1.4d5152p-13f, -0x1.787f8ap-13f, -0x1.62329cp-13f, -0x1.4630c8p-13f, -0x1.e78aep-14f, -0x1.4d1de6p-14f, -0x1.c8a876p-15f, -0x1.26bap-15f, -0x1.7505a6p-16f, -0x1.c63316p-17f, -0x1.0f1f0ap-17f, -0x1.3b7c78p-18f, -0x1.671c1ap-19f, -0x1.9567f4p-20f}};
    // clang-format on
};

} // namespace xact::kernel

#endif
