#ifndef XACT_KERNEL_FAST_INTERVALS_HPP
#define XACT_KERNEL_FAST_INTERVALS_HPP

#include <cstddef>

// Tables of 32 of fast.hpp, which says what they mean.
// Regenerate with tests/coefficients/generate.py: fast_tanh_intervals, exp2_steps.

namespace xact::kernel {

struct fast_tanh_intervals {
    static constexpr std::size_t degree = 2;
    // clang-format off
    static constexpr float coefficient[3][32] = {
    {0x1.0da854p-2f, 0x1.a55d96p-2f, 0x1.189e92p-1f, 0x1.539a1ap-1f, 0x1.827b6cp-1f, 0x1.a63e3ep-1f, 0x1.c0ba48p-1f, 0x1.d3ea14p-1f, 0x1.e66328p-1f, 0x1.f42bf8p-1f, 0x1.faaa62p-1f, 0x1.fda3bp-1f, 0x1.fef8bap-1f, 0x1.ff8ecep-1f, 0x1.ffcfep-1f, 0x1.ffebbcp-1f, 0x1.fffa3p-1f, 0x1p0f, 0.0f, -0x1.e7219ap-13f, -0x1.2ac30ep-10f, -0x1.8d0e24p-9f, -0x1.8aafd8p-8f, -0x1.485d68p-7f, -0x1.1416bep-6f, -0x1.a211bcp-6f, -0x1.cbb056p-6f, -0x1.3c1b04p-6f, 0x1.07a5dp-8f, 0x1.5d399cp-5f, 0x1.85402ap-4f, 0x1.441726p-3f},
    {0x1.59186cp-1f, 0x1.f6d1d4p-2f, 0x1.6112d6p-2f, 0x1.e34d46p-3f, 0x1.44db32p-3f, 0x1.af0d4cp-4f, 0x1.1b39ccp-4f, 0x1.7170cp-5f, 0x1.876eeap-6f, 0x1.436edcp-7f, 0x1.07d682p-8f, 0x1.aa2f0ep-10f, 0x1.55722ep-11f, 0x1.0fb8b2p-12f, 0x1.ae005cp-14f, 0x1.52908ep-15f, 0x1.61a4cap-17f, 0.0f, 0x1.000ab6p0f, 0x1.0210dap0f, 0x1.05d00cp0f, 0x1.0aff3cp0f, 0x1.11265ep0f, 0x1.17b92p0f, 0x1.20d6e6p0f, 0x1.29ddbcp0f, 0x1.2c11b4p0f, 0x1.262c3ap0f, 0x1.1894d6p0f, 0x1.04d6aap0f, 0x1.d9fc8ep-1f, 0x1.a62e4ap-1f},
    {-0x1.500ffp-3f, -0x1.b89832p-4f, -0x1.183892p-4f, -0x1.5de5acp-5f, -0x1.affa3cp-6f, -0x1.08d286p-6f, -0x1.43563ap-7f, -0x1.89c66ap-8f, -0x1.7b07c4p-9f, -0x1.1765bep-10f, -0x1.9b6bacp-12f, -0x1.2ec86cp-13f, -0x1.bd976cp-15f, -0x1.47de76p-16f, -0x1.e27adp-18f, -0x1.62eda8p-19f, -0x1.51191cp-21f, 0.0f, -0x1.553f56p-6f, -0x1.74430ap-4f, -0x1.33ae2p-3f, -0x1.a3116cp-3f, -0x1.030184p-2f, -0x1.2d40b4p-2f, -0x1.5cd308p-2f, -0x1.8197f6p-2f, -0x1.890a7ep-2f, -0x1.7989eap-2f, -0x1.5a943p-2f, -0x1.3320d8p-2f, -0x1.08bb5ep-2f, -0x1.be86a2p-3f}};
    // clang-format on
};

inline constexpr float exp2_step[32] = {
    0x1p0f,         0x1.fd9b0ep-1f, 0x1.fb5586p-1f, 0x1.f9301ep-1f, 0x1.f72b84p-1f, 0x1.f54874p-1f, 0x1.f387a6p-1f,
    0x1.f1e9ep-1f,  0x1.f06fep-1f,  0x1.ef1a74p-1f, 0x1.edea64p-1f, 0x1.ece086p-1f, 0x1.ebfdaep-1f, 0x1.eb42b6p-1f,
    0x1.eab07ep-1f, 0x1.ea47ecp-1f, 0x1.ea09e6p-1f, 0x1.e9f75ep-1f, 0x1.ea1148p-1f, 0x1.ea589ap-1f, 0x1.eace54p-1f,
    0x1.eb737cp-1f, 0x1.ec4918p-1f, 0x1.ed503cp-1f, 0x1.ee89fap-1f, 0x1.eff77p-1f,  0x1.f199bep-1f, 0x1.f3720ep-1f,
    0x1.f5818ep-1f, 0x1.f7c974p-1f, 0x1.fa4afap-1f, 0x1.fd0766p-1f};

} // namespace xact::kernel

#endif
