#ifndef XACT_KERNEL_SILU_SLOPE_INTERVALS_HPP
#define XACT_KERNEL_SILU_SLOPE_INTERVALS_HPP

#include <cstddef>

// The tables of silu_slope_float.hpp; gate_slope_float.hpp says what they mean.
// Regenerate with tests/coefficients/generate.py: silu_slope_intervals.

namespace xact::kernel {

struct silu_slope_intervals {
    static constexpr std::size_t degree = 6;

    static constexpr float index[2] = {0x1.cc7e08p1f, -0x1.5c15ccp-4f};
    static constexpr float origin = 0x1.160cd2p-3f;
    static constexpr float slope_low[32] = {0.0f,
                                            0.0f,
                                            0.0f,
                                            0x1.e63df4p-30f,
                                            0x1.e63df4p-30f,
                                            0x1.e63df4p-30f,
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
        0x1.1d1d5ep-3f, 0x1.aabe6cp-2f, 0x1.670f84p-1f, 0x1.474974p0f, 0x1.474974p0f, 0x1.474974p0f, 0x1.e0cdeep0f,
        0x1.170b8cp1f,  0x1.3e9266p1f,  0x1.67c472p1f,  0x1.90c1c6p1f, 0x1.bb19a4p1f, 0x1.e373a6p1f, 0x1.0854ap2f,
        0x1.1e38b8p2f,  0x1.34db66p2f,  0x1.4bbc4cp2f,  0x1.639a6cp2f, 0x1.7bb8acp2f, 0x1.95159ep2f, 0x1.add6c4p2f,
        0x1.c778e2p2f,  0x1.e34b6ap2f,  0x1.fef674p2f,  0x1.0db74cp3f, 0x1.1cf436p3f, 0x1.2c190ap3f, 0x1.3c680cp3f,
        0x1.4d789cp3f,  0x1.5f1372p3f,  0x1.71cbc8p3f,  0x1.85bbe6p3f};
    // clang-format off
    static constexpr float coefficient[7][32] = {
    {0x1.b8f36ep-2f, 0x1.30a5a6p-2f, 0x1.68abaap-3f, -0x1.848b9ep-29f, -0x1.848b9ep-29f, -0x1.848b9ep-29f, -0x1.55afd8p-4f, -0x1.8ec63p-4f, -0x1.978392p-4f, -0x1.7fcf76p-4f, -0x1.56d0aep-4f, -0x1.259f22p-4f, -0x1.ed9dfep-5f, -0x1.8d55aep-5f, -0x1.3c8d02p-5f, -0x1.edae1cp-6f, -0x1.7ba96cp-6f, -0x1.1deb82p-6f, -0x1.a9e6bcp-7f, -0x1.362ae8p-7f, -0x1.c4815p-8f, -0x1.44b144p-8f, -0x1.c29a16p-9f, -0x1.37dd82p-9f, -0x1.a95818p-10f, -0x1.192ff8p-10f, -0x1.735c9cp-11f, -0x1.d955ccp-12f, -0x1.265f64p-12f, -0x1.6777bap-13f, -0x1.a80712p-14f, -0x1.e1a95p-15f},
    {-0x1.fb0ff8p-2f, -0x1.d56886p-2f, -0x1.903f14p-2f, -0x1.be141p-3f, -0x1.be141p-3f, -0x1.be141p-3f, -0x1.2411dp-4f, -0x1.88ce2ap-6f, 0x1.f1ce36p-8f, 0x1.af34fp-6f, 0x1.1d6882p-5f, 0x1.2e4d8cp-5f, 0x1.203048p-5f, 0x1.fe3a5ap-6f, 0x1.b1c6fap-6f, 0x1.637afcp-6f, 0x1.1c0a3p-6f, 0x1.b9577ep-7f, 0x1.510a3ap-7f, 0x1.f57b92p-8f, 0x1.7422e6p-8f, 0x1.0f088ap-8f, 0x1.7d4ef4p-9f, 0x1.0afacep-9f, 0x1.6fe2fap-10f, 0x1.eb116p-11f, 0x1.46f82p-11f, 0x1.a406d8p-12f, 0x1.071b86p-12f, 0x1.43675ep-13f, 0x1.7fd9a8p-14f, 0x1.b69216p-15f},
    {0x1.1a5de6p-5f, 0x1.87718cp-4f, 0x1.19ddeep-3f, 0x1.2c571ap-3f, 0x1.2c5634p-3f, 0x1.2c55bap-3f, 0x1.7e2a4p-4f, 0x1.06612ep-4f, 0x1.413562p-5f, 0x1.498ee4p-6f, 0x1.e7d02ep-8f, -0x1.e8d4c2p-12f, -0x1.29d558p-8f, -0x1.ac46dep-8f, -0x1.c5d02ap-8f, -0x1.a972b4p-8f, -0x1.73909ep-8f, -0x1.33f2f2p-8f, -0x1.ed4378p-9f, -0x1.7d0e78p-9f, -0x1.22f6e4p-9f, -0x1.b1f4e6p-10f, -0x1.37a6ap-10f, -0x1.bbdae2p-11f, -0x1.3647ecp-11f, -0x1.a3a32cp-12f, -0x1.1a8672p-12f, -0x1.6eadaap-13f, -0x1.cfa7cp-14f, -0x1.1f5452p-14f, -0x1.57aa76p-15f, -0x1.8b79c2p-16f},
    {0x1.4b7f6ep-4f, 0x1.035436p-4f, 0x1.186a22p-5f, -0x1.34b5aep-6f, -0x1.353e08p-6f, -0x1.34f4dcp-6f, -0x1.150efcp-5f, -0x1.ec18eep-6f, -0x1.7f5f16p-6f, -0x1.0aa3a2p-6f, -0x1.534664p-7f, -0x1.7ff3a6p-8f, -0x1.852b1cp-9f, -0x1.fd552ap-11f, 0x1.a1d244p-14f, 0x1.51168ep-11f, 0x1.bcb7cep-11f, 0x1.c4d5cap-11f, 0x1.99a33cp-11f, 0x1.57e5cap-11f, 0x1.15d7fap-11f, 0x1.b09754p-12f, 0x1.41c786p-12f, 0x1.d6da5ap-13f, 0x1.5088bep-13f, 0x1.cff998p-14f, 0x1.3d5014p-14f, 0x1.a1ac12p-15f, 0x1.0b5d24p-15f, 0x1.4efa3ep-16f, 0x1.949eacp-17f, 0x1.d5d3ap-18f},
    {-0x1.17e30ep-7f, -0x1.69f37ap-6f, -0x1.c10e14p-6f, -0x1.eafb8ap-7f, -0x1.f2cecp-7f, -0x1.f727eap-7f, 0x1.19a26ep-10f, 0x1.32c67cp-8f, 0x1.767c0cp-8f, 0x1.53569ep-8f, 0x1.07ad6cp-8f, 0x1.6e459ep-9f, 0x1.dfc09cp-10f, 0x1.12e524p-10f, 0x1.228ca4p-11f, 0x1.face9p-13f, 0x1.0a0804p-14f, -0x1.04246ep-15f, -0x1.2ca3f8p-14f, -0x1.5b71fep-14f, -0x1.4909e2p-14f, -0x1.1b4ce2p-14f, -0x1.c4f09ap-15f, -0x1.5c5c82p-15f, -0x1.02aeep-15f, -0x1.6fdf6ap-16f, -0x1.01b0bcp-16f, -0x1.5a3f92p-17f, -0x1.c32656p-18f, -0x1.1ecc0ap-18f, -0x1.5ef92cp-19f, -0x1.9c57c8p-20f},
    {-0x1.818c68p-7f, -0x1.ccce56p-8f, -0x1.dc89b4p-12f, 0x1.e7d82p-8f, 0x1.af6416p-8f, 0x1.d12b54p-8f, 0x1.c42862p-9f, 0x1.75225cp-10f, 0x1.012064p-14f, -0x1.3c1f74p-11f, -0x1.909cb6p-11f, -0x1.66a266p-11f, -0x1.163e8cp-11f, -0x1.79964ap-12f, -0x1.e03d9p-13f, -0x1.197d9cp-13f, -0x1.30c444p-14f, -0x1.169142p-15f, -0x1.8f43c8p-17f, -0x1.e5b562p-21f, 0x1.29dbf2p-18f, 0x1.93bc58p-18f, 0x1.a0863cp-18f, 0x1.69092ep-18f, 0x1.21ab42p-18f, 0x1.b03ba6p-19f, 0x1.3cea5cp-19f, 0x1.b833eep-20f, 0x1.24f9dp-20f, 0x1.7eee06p-21f, 0x1.dd95aap-22f, 0x1.1cbe52p-22f},
    {0x1.92404ep-10f, 0x1.de1bc4p-9f, 0x1.015774p-8f, 0x1.8d371cp-10f, 0x1.ff18e8p-14f, -0x1.a419fp-11f, -0x1.502e2p-10f, -0x1.f3d29ep-11f, -0x1.19ab2ep-11f, -0x1.72d07ap-13f, 0x1.5293a4p-18f, 0x1.411a96p-14f, 0x1.5c81c4p-14f, 0x1.4913dcp-14f, 0x1.c744aep-15f, 0x1.388bcep-15f, 0x1.aa2f98p-16f, 0x1.c2fb22p-17f, 0x1.b9c6d8p-18f, 0x1.e94d9ap-19f, 0x1.44e5bp-20f, 0x1.db7e6cp-22f, -0x1.28cec8p-22f, -0x1.232be8p-21f, -0x1.e7f7dcp-22f, -0x1.6dad22p-22f, -0x1.274e1p-22f, -0x1.b5db56p-23f, -0x1.1eb23cp-23f, -0x1.9a793p-24f, -0x1.0983f8p-24f, -0x1.3c44b4p-25f}};
    // clang-format on
};

} // namespace xact::kernel

#endif
