#ifndef XACT_KERNEL_GELU_TANH_SLOPE_INTERVALS_HPP
#define XACT_KERNEL_GELU_TANH_SLOPE_INTERVALS_HPP

#include <cstddef>

// The tables of gelu_tanh_slope_float.hpp; gate_slope_float.hpp says what they mean.
// Regenerate with tests/coefficients/generate.py: gelu_tanh_slope_intervals.

namespace xact::kernel {

struct gelu_tanh_slope_intervals {
    static constexpr std::size_t degree = 6;

    static constexpr float index[2] = {0x1.b0463ap1f, 0x1.bb8418p-2f};
    static constexpr float origin = 0x1.2ee55cp-3f;
    static constexpr float slope_low[32] = {0.0f,
                                            -0x1.2b33d6p-27f,
                                            -0x1.2b33d6p-27f,
                                            -0x1.2b33d6p-27f,
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
        0x1.30d366p-3f, 0x1.8142ap-1f, 0x1.8142ap-1f, 0x1.8142ap-1f, 0x1.30772ep0f, 0x1.6b47c2p0f, 0x1.a2fbc6p0f,
        0x1.d8cbdcp0f,  0x1.06a2f6p1f, 0x1.1fcdc8p1f, 0x1.37b8ecp1f, 0x1.4f0c94p1f, 0x1.662fa2p1f, 0x1.7cb4d4p1f,
        0x1.92350cp1f,  0x1.a76d18p1f, 0x1.bba9cap1f, 0x1.d05f8ap1f, 0x1.e4974p1f,  0x1.f744ecp1f, 0x1.056f24p2f,
        0x1.0e5942p2f,  0x1.17f3f6p2f, 0x1.20e548p2f, 0x1.29b112p2f, 0x1.32869p2f,  0x1.3b00b8p2f, 0x1.439d14p2f,
        0x1.4bd242p2f,  0x1.5406bcp2f, 0x1.5c3c0cp2f, 0x1.64419cp2f};
    // clang-format off
    static constexpr float coefficient[7][32] = {
    {0x1.874a3ep-2f, -0x1.4f6404p-28f, -0x1.4f6404p-28f, -0x1.4f6404p-28f, -0x1.dd434ep-4f, -0x1.082d7cp-3f, -0x1.ee7cp-4f, -0x1.a2e5aap-4f, -0x1.49c2ecp-4f, -0x1.ec0e4p-5f, -0x1.60f598p-5f, -0x1.e616b8p-6f, -0x1.401cc8p-6f, -0x1.9723fep-7f, -0x1.fa2466p-8f, -0x1.2f5d62p-8f, -0x1.65885p-9f, -0x1.8ee744p-10f, -0x1.b060acp-11f, -0x1.d858d2p-12f, -0x1.e090d4p-13f, -0x1.f45e18p-14f, -0x1.db1df2p-15f, -0x1.c84a88p-16f, -0x1.aab142p-17f, -0x1.7e4116p-18f, -0x1.546fccp-19f, -0x1.1fca6ep-20f, -0x1.e7c582p-22f, -0x1.8e2506p-23f, -0x1.388d4ap-24f, -0x1.e27baap-26f},
    {-0x1.8f7f9ep-1f, -0x1.b8baccp-2f, -0x1.b8baccp-2f, -0x1.b8baccp-2f, -0x1.dbdf1ep-4f, 0x1.e06a3ep-13f, 0x1.1b71f6p-4f, 0x1.9efe14p-4f, 0x1.b8ca92p-4f, 0x1.936834p-4f, 0x1.51f61cp-4f, 0x1.08db36p-4f, 0x1.87003ep-5f, 0x1.1331c8p-5f, 0x1.766724p-6f, 0x1.e822eap-7f, 0x1.36732ap-7f, 0x1.7543e4p-8f, 0x1.b200dep-9f, 0x1.f8c432p-10f, 0x1.11a57cp-10f, 0x1.2d637ap-11f, 0x1.2f8608p-12f, 0x1.33753ep-13f, 0x1.2e9872p-14f, 0x1.1d02ecp-15f, 0x1.0a0a9ap-16f, 0x1.d74972p-18f, 0x1.a12892p-19f, 0x1.635684p-20f, 0x1.22db2cp-21f, 0x1.d358d2p-23f},
    {0x1.e0a268p-4f, 0x1.8cd1cp-2f, 0x1.8cd1a4p-2f, 0x1.8cd136p-2f, 0x1.336d3p-2f, 0x1.a2e1fcp-3f, 0x1.d3597p-4f, 0x1.57bc62p-5f, -0x1.f5b11p-8f, -0x1.2516a6p-5f, -0x1.8624c4p-5f, -0x1.90fdd2p-5f, -0x1.682a6cp-5f, -0x1.27b632p-5f, -0x1.c8703p-6f, -0x1.4c7c78p-6f, -0x1.d1e058p-7f, -0x1.33061cp-7f, -0x1.844e5ep-8f, -0x1.e61c8ep-9f, -0x1.1ba8b2p-9f, -0x1.4d1972p-10f, -0x1.667a2ep-11f, -0x1.8164bp-12f, -0x1.916244p-13f, -0x1.8f7458p-14f, -0x1.887b08p-15f, -0x1.6daf28p-16f, -0x1.533fe2p-17f, -0x1.2e82d6p-18f, -0x1.02eec4p-19f, -0x1.b22feep-21f},
    {0x1.03f9aep-2f, 0x1.02e18p-6f, 0x1.029424p-6f, 0x1.036204p-6f, -0x1.04322p-3f, -0x1.26f4fep-3f, -0x1.0849d4p-3f, -0x1.91b882p-4f, -0x1.0341d4p-4f, -0x1.0e1c9ep-5f, -0x1.572e74p-7f, 0x1.25a4ap-8f, 0x1.a77adcp-7f, 0x1.0953fcp-6f, 0x1.079a9p-6f, 0x1.ce9d12p-7f, 0x1.76b2dcp-7f, 0x1.188de8p-7f, 0x1.8c4af2p-8f, 0x1.1037f6p-8f, 0x1.5ba7dcp-9f, 0x1.b8c136p-10f, 0x1.005a12p-10f, 0x1.272afep-11f, 0x1.47d7b8p-12f, 0x1.5b16f2p-13f, 0x1.690bdap-14f, 0x1.63b658p-15f, 0x1.5b68a8p-16f, 0x1.45989ap-17f, 0x1.247d02p-18f, 0x1.00bcb6p-19f},
    {-0x1.6bd132p-5f, -0x1.d1cc2cp-4f, -0x1.d2c258p-4f, -0x1.d4ef4p-4f, -0x1.4d9676p-5f, 0x1.175d14p-9f, 0x1.e6da1p-6f, 0x1.550af2p-5f, 0x1.54e6aep-5f, 0x1.1c419ep-5f, 0x1.9e29a4p-6f, 0x1.03faccp-6f, 0x1.fe0344p-8f, 0x1.e5f72ep-10f, -0x1.e6b8e4p-10f, -0x1.f66162p-9f, -0x1.25b712p-8f, -0x1.18ea8ep-8f, -0x1.db08bep-9f, -0x1.7617bp-9f, -0x1.0e4644p-9f, -0x1.7a8704p-10f, -0x1.e5715cp-11f, -0x1.2fc39p-11f, -0x1.6c1eeap-12f, -0x1.9e4bb6p-13f, -0x1.cc0c2ap-14f, -0x1.e2c8bep-15f, -0x1.f36c24p-16f, -0x1.ee8e9ap-17f, -0x1.d4789ap-18f, -0x1.b04456p-19f},
    {-0x1.ccda4cp-5f, 0x1.25567ap-6f, 0x1.113532p-6f, 0x1.3e4f1p-6f, 0x1.4c549ep-5f, 0x1.072a5cp-5f, 0x1.29d0bep-6f, 0x1.440fbcp-8f, -0x1.16e4acp-8f, -0x1.2aeap-7f, -0x1.5b4b78p-7f, -0x1.3ea07p-7f, -0x1.0283f2p-7f, -0x1.6f115ap-8f, -0x1.b39bfep-9f, -0x1.898a9p-10f, -0x1.d94faep-13f, 0x1.3c35a4p-11f, 0x1.067eccp-10f, 0x1.18b55p-10f, 0x1.fc3a22p-11f, 0x1.a26bc4p-11f, 0x1.334efp-11f, 0x1.ae7b34p-12f, 0x1.1d31fap-12f, 0x1.6286b6p-13f, 0x1.aa0d12p-14f, 0x1.e16128p-15f, 0x1.0a14eap-15f, 0x1.18ded4p-16f, 0x1.1a4b54p-17f, 0x1.13a67ap-18f},
    {0x1.42b43ap-7f, 0x1.7fb9c6p-6f, 0x1.595e46p-6f, 0x1.a8d85ep-7f, -0x1.ffd008p-10f, -0x1.3424b4p-7f, -0x1.7234fap-7f, -0x1.24551cp-7f, -0x1.6892f8p-8f, -0x1.5256fcp-9f, 0x1.f17494p-13f, 0x1.74ac2cp-11f, 0x1.1f0a78p-9f, 0x1.483fd4p-9f, 0x1.f7076cp-10f, 0x1.85d77cp-10f, 0x1.37401ep-10f, 0x1.555e84p-11f, 0x1.dfbccep-13f, -0x1.60b0aep-17f, -0x1.637c74p-13f, -0x1.14066p-12f, -0x1.d35f8ep-13f, -0x1.89fc38p-13f, -0x1.3a71ap-13f, -0x1.b19464p-14f, -0x1.208e3ep-14f, -0x1.63b3ap-15f, -0x1.a56162p-16f, -0x1.e3abbap-17f, -0x1.03d7c6p-17f, -0x1.103a1ap-18f}};
    // clang-format on
};

} // namespace xact::kernel

#endif
