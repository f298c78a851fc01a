#ifndef XACT_KERNEL_TANH_INTERVALS_HPP
#define XACT_KERNEL_TANH_INTERVALS_HPP

#include <cstddef>

// The tables of tanh_table.hpp, which says what they mean. An entry stands where the low bits of the bit pattern
// of u = scale a + origin, shifted right by index_shift, point; so the first interval is not the first entry.
// Regenerate with tests/coefficients/generate.py: tanh_table.

namespace xact::kernel {

template <std::size_t Size> struct tanh_intervals;

template <> struct tanh_intervals<8> {
    static constexpr std::size_t degree = 7;
    static constexpr int index_shift = 22;
    static constexpr float scale = 1.6f, origin = 1.0f;
    static constexpr float first_end = 0.3125f;
    static constexpr float saturated = 9.3f; // tanh(9.3) rounds to 1

    static constexpr float centre[8] = {0x1.e0b3fap-1f, 0x1.91f3fp0f,  0x1.411cf8p1f, 0x1.e05efep1f,
                                        0x1.6840fep2f,  0x1.03a972p3f, 0.0f,          0x1.dff6p-2f};
    // clang-format off
    static constexpr float coefficient[8][8] = {
        {0x1.782b22p-1f, 0x1.d58714p-1f, 0x1.f9439p-1f, 0x1.ff6feep-1f, 0x1.fffc9ep-1f, 0x1.fffffap-1f, 0.0f, 0x1.bfa654p-2f},
        {0x1.d74144p-2f, 0x1.45af94p-3f, 0x1.ac462ep-6f, 0x1.1ffb6cp-9f, 0x1.b0e7cap-15f, 0x1.805fep-22f, -0.0f, 0x1.9e2738p-1f},
        {-0x1.5a3c04p-2f, -0x1.2aab2ap-3f, -0x1.a6a15cp-6f, -0x1.1face2p-9f, -0x1.b21b6p-15f, -0x1.829104p-22f, -0x1.6b417cp-23f, -0x1.6a19c8p-2f},
        {0x1.852e94p-4f, 0x1.4aa8ecp-4f, 0x1.124c9ap-6f, 0x1.7eb92ep-10f, 0x1.215882p-15f, 0x1.01001ap-22f, -0x1.5552aap-2f, -0x1.d73f86p-4f},
        {0x1.602b9ep-5f, -0x1.a0a7e6p-6f, -0x1.03ebbap-7f, -0x1.7c76dep-11f, -0x1.18131ep-16f, -0x1.ec31bp-24f, -0x1.a9433ap-13f, 0x1.58645p-3f},
        {-0x1.b255a2p-5f, -0x1.a223b4p-15f, 0x1.7306cep-9f, 0x1.2dba06p-12f, 0x1.c15e6cp-18f, 0x1.8e34d2p-25f, 0x1.14cbeap-3f, -0x1.13ccccp-6f},
        {0x1.fc0116p-7f, 0x1.676eb2p-8f, -0x1.659e7ap-11f, -0x1.9f0f0ap-14f, -0x1.7c54a4p-19f, -0x1.59182ep-26f, -0x1.0230e8p-7f, -0x1.ca20d6p-5f},
        {0x1.c6376cp-8f, -0x1.c5ef0ep-9f, 0x1.a03fbcp-15f, 0x1.c7313ap-16f, 0x1.ad7c26p-21f, 0x1.81c30ap-28f, -0x1.455b76p-5f, 0x1.28286ap-6f}};
    // clang-format on
};

template <> struct tanh_intervals<32> {
    static constexpr std::size_t degree = 4;
    static constexpr int index_shift = 20;
    static constexpr float scale = 1.0f, origin = 0.625f;
    static constexpr float first_end = 0.6875f; // of u
    static constexpr float saturated = 9.2f;    // tanh(9.2) rounds to 1

    static constexpr float centre[32] = {
        0x1.805bfep0f,  0x1.c01ap0f,    0x1.0065fcp1f,  0x1.20acfap1f,  0x1.3fe3p1f,    0x1.5f4306p1f,  0x1.7fb702p1f,
        0x1.a07efcp1f,  0x1.cf5e06p1f,  0x1.081p2f,     0x1.282cfep2f,  0x1.47ep2f,     0x1.682dfep2f,  0x1.87b702p2f,
        0x1.a809p2f,    0x1.c79c04p2f,  0x1.f70a08p2f,  0x1.155236p3f,  0.0f,           0x1.7dd812p-4f, 0x1.4057fep-3f,
        0x1.c21bfp-3f,  0x1.20b7fap-2f, 0x1.5f4606p-2f, 0x1.c2a3eap-2f, 0x1.1fd202p-1f, 0x1.5fdc02p-1f, 0x1.a111f8p-1f,
        0x1.e0b3fap-1f, 0x1.0fa302p0f,  0x1.2f4806p0f,  0x1.4fbc02p0f};
    // clang-format off
    static constexpr float coefficient[5][32] = {
    {0x1.cf90ccp-1f, 0x1.e201e4p-1f, 0x1.edb1c2p-1f, 0x1.f4ddc2p-1f, 0x1.f9226cp-1f, 0x1.fbc8b6p-1f, 0x1.fd74eep-1f, 0x1.fe7982p-1f, 0x1.ff441ep-1f, 0x1.ffbbaap-1f, 0x1.ffe6f2p-1f, 0x1.fff6b2p-1f, 0x1.fffc9cp-1f, 0x1.fffebcp-1f, 0x1.ffff8ap-1f, 0x1.ffffd4p-1f, 0x1.fffff6p-1f, 0x1.fffffep-1f, 0.0f, 0x1.7cbdep-4f, 0x1.3dc1a8p-3f, 0x1.baffcep-3f, 0x1.194dbap-2f, 0x1.521d1cp-2f, 0x1.a7a372p-2f, 0x1.04e664p-1f, 0x1.3140aep-1f, 0x1.581f6ap-1f, 0x1.782b22p-1f, 0x1.9278b8p-1f, 0x1.a868fp-1f, 0x1.bab2cp-1f},
    {0x1.7125f4p-3f, 0x1.d1d33ap-4f, 0x1.1fa71cp-4f, 0x1.60677p-5f, 0x1.b471eap-6f, 0x1.0cb58p-6f, 0x1.44b93cp-7f, 0x1.85e82p-8f, 0x1.776fc2p-9f, 0x1.113a56p-10f, 0x1.90c56cp-12f, 0x1.29b0f8p-13f, 0x1.b1ed18p-15f, 0x1.43f0fep-16f, 0x1.d7f0e6p-18f, 0x1.5fe042p-19f, 0x1.3ee50ep-21f, 0x1.ff688ep-24f, -0.0f, 0x1.fb9376p-1f, 0x1.f3acb6p-1f, 0x1.e80b3cp-1f, 0x1.d95c88p-1f, 0x1.c82de4p-1f, 0x1.a85e5p-1f, 0x1.7b0da2p-1f, 0x1.4a0272p-1f, 0x1.18b5d2p-1f, 0x1.d74156p-2f, 0x1.8740b2p-2f, 0x1.406442p-2f, 0x1.027248p-2f},
    {-0x1.4e3a96p-3f, -0x1.b68a1p-4f, -0x1.155e12p-4f, -0x1.58bc5ep-5f, -0x1.ae988ap-6f, -0x1.0a8104p-6f, -0x1.431d56p-7f, -0x1.84be1p-8f, -0x1.76f858p-9f, -0x1.1119b2p-10f, -0x1.90b69ap-12f, -0x1.29b978p-13f, -0x1.b2090ep-15f, -0x1.43e0dap-16f, -0x1.d89aeap-18f, -0x1.5e2e56p-19f, -0x1.3de904p-21f, -0x1.f66b62p-24f, 0x1.9742e2p-18f, -0x1.7973bep-4f, -0x1.361b6ep-3f, -0x1.a6456ep-3f, -0x1.041326p-2f, -0x1.2d4046p-2f, -0x1.5f214cp-2f, -0x1.824ed4p-2f, -0x1.898022p-2f, -0x1.79570ap-2f, -0x1.5a3bdcp-2f, -0x1.338dd6p-2f, -0x1.099488p-2f, -0x1.beedaep-3f},
    {0x1.66e83p-4f, 0x1.01de46p-4f, 0x1.57e5bcp-5f, 0x1.b8cff8p-6f, 0x1.18412ap-6f, 0x1.5eaf16p-7f, 0x1.ac196ap-8f, 0x1.0296e8p-8f, 0x1.fa2c8ap-10f, 0x1.717a6ap-11f, 0x1.0f437ap-12f, 0x1.932064p-14f, 0x1.25de68p-15f, 0x1.b6c75p-17f, 0x1.3fa2a2p-18f, 0x1.dd47dcp-20f, 0x1.c5c866p-22f, 0x1.37e804p-24f, -0x1.55ee42p-2f, -0x1.497294p-2f, -0x1.34f15p-2f, -0x1.1790c4p-2f, -0x1.e81924p-3f, -0x1.994158p-3f, -0x1.135ddp-3f, -0x1.c09144p-5f, 0x1.c960c2p-7f, 0x1.08a368p-4f, 0x1.841d3ap-4f, 0x1.bc96cp-4f, 0x1.c4e4e2p-4f, 0x1.ac01dep-4f},
    {-0x1.968c18p-6f, -0x1.80908ep-6f, -0x1.24e5c6p-6f, -0x1.93a10ep-7f, -0x1.085e5p-7f, -0x1.4fe792p-8f, -0x1.a1e72cp-9f, -0x1.007f46p-9f, -0x1.f147acp-11f, -0x1.6ffba6p-12f, -0x1.0effaep-13f, -0x1.8f5a64p-15f, -0x1.233acp-16f, -0x1.b800ccp-18f, -0x1.2e868cp-19f, -0x1.18a6dp-20f, -0x1.cbf202p-23f, -0x1.ae1b24p-26f, 0x1.0693cap-6f, 0x1.f1baaap-5f, 0x1.8e2134p-4f, 0x1.0516acp-3f, 0x1.333d5cp-3f, 0x1.504c3p-3f, 0x1.5b6098p-3f, 0x1.39e31ap-3f, 0x1.e9258cp-4f, 0x1.469cd4p-4f, 0x1.62a584p-5f, 0x1.da697ap-7f, -0x1.675a44p-8f, -0x1.217a9ap-6f}};
    // clang-format on
};

} // namespace xact::kernel

#endif
