#ifndef XACT_KERNEL_TANH_INTERVALS_HPP
#define XACT_KERNEL_TANH_INTERVALS_HPP

#include <cstddef>

// The tables of tanh_table.hpp, which says what they mean. An entry stands where the low bits of the bit pattern
// of 1 + a, shifted right by index_shift, point; so the first interval is not the first entry.
// Regenerate with tests/coefficients/generate.py: tanh_table.

namespace xact::kernel {

template <std::size_t Size> struct tanh_intervals;

template <> struct tanh_intervals<8> {
    static constexpr std::size_t degree = 8;
    static constexpr int index_shift = 22;
    static constexpr float first_end = 1.5f; // of u
    static constexpr float saturated = 9.3f; // tanh(9.3) rounds to 1

    static constexpr float centre[8] = {0x1.7e380ep0f, 0x1.3d2c16p1f, 0x1.fda812p1f, 0x1.7f9004p2f,
                                        0x1.03b1fp3f,  0x1.6p3f,      0.0f,          0x1.7c581ep-1f};
    // clang-format off
    static constexpr float coefficient[9][8] = {
        {0x1.cec9c4p-1f, 0x1.f8d6cep-1f, 0x1.ffa4dp-1f, 0x1.fffe5ep-1f, 0x1.fffffap-1f, 0x1p0f, 0.0f, 0x1.43016p-1f},
        {0x1.76c63ep-3f, 0x1.c7181p-6f, 0x1.6c9da4p-10f, 0x1.a1fd76p-16f, 0x1.7f985ep-22f, 0.0f, -0.0f, 0x1.3439c4p-1f},
        {-0x1.52c08ep-3f, -0x1.c0ba9ap-6f, -0x1.6c5f2cp-10f, -0x1.a204cp-16f, -0x1.7e053ap-22f, 0.0f, 0x1.d60f04p-24f, -0x1.84e688p-2f},
        {0x1.6a8b46p-4f, 0x1.22c02ap-6f, 0x1.e5597p-11f, 0x1.16cdfap-16f, 0x1.005f7cp-22f, 0.0f, -0x1.5556ecp-2f, 0x1.3ee4p-5f},
        {-0x1.97774cp-6f, -0x1.1239b8p-7f, -0x1.e3c4acp-12f, -0x1.1684fcp-17f, -0x1.088cd2p-23f, 0.0f, 0x1.e6b0ecp-14f, 0x1.a1f026p-4f},
        {-0x1.87fd74p-9f, 0x1.8399a8p-9f, 0x1.7dff98p-13f, 0x1.b98dd4p-19f, 0x1.8e5a68p-25f, 0.0f, 0x1.0eda36p-3f, -0x1.05edb8p-4f},
        {0x1.e03842p-8f, -0x1.7f5aa6p-11f, -0x1.fb265cp-15f, -0x1.297896p-20f, -0x1.946cdap-27f, 0.0f, 0x1.6d9888p-8f, -0x1.1157f2p-9f},
        {-0x1.faa272p-9f, 0x1.b7b506p-15f, 0x1.3a3556p-16f, 0x1.7ff624p-22f, 0x1.7e84f8p-28f, 0.0f, -0x1.2134dap-4f, 0x1.65e0bap-6f},
        {0x1.a384eep-11f, 0x1.97e04ap-15f, -0x1.1a032cp-18f, -0x1.676f22p-24f, -0x1.63e336p-29f, 0.0f, 0x1.c8a78ep-6f, -0x1.44c924p-7f}};
    // clang-format on
};

template <> struct tanh_intervals<32> {
    static constexpr std::size_t degree = 5;
    static constexpr int index_shift = 20;
    static constexpr float first_end = 1.125f;
    static constexpr float saturated = 9.5f; // in an interval that is 1 throughout

    static constexpr float centre[32] = {
        0x1.1fa002p0f,  0x1.5f2e06p0f,  0x1.9feep0f,    0x1.e075fcp0f, 0x1.1047fep1f, 0x1.303dfep1f,  0x1.4fep1f,
        0x1.6ffdp1f,    0x1.a121f6p1f,  0x1.e02p1f,     0x1.0fb102p2f, 0x1.307afcp2f, 0x1.502bfep2f,  0x1.702dfep2f,
        0x1.9003p2f,    0x1.bp2f,       0x1.e0d3fap2f,  0x1.1532d6p3f, 0x1.2p3f,      0x1.4p3f,       0x1.6p3f,
        0x1.8p3f,       0x1.ap3f,       0x1.cp3f,       0.0f,          0x1.7fe8p-3f,  0x1.3adc2ap-2f, 0x1.c2a3eap-2f,
        0x1.1fd202p-1f, 0x1.5fdc02p-1f, 0x1.a111f8p-1f, 0x1.e0b3fap-1f};
    // clang-format off
    static constexpr float coefficient[6][32] = {
        {0x1.9e1a64p-1f, 0x1.c21982p-1f, 0x1.d9c1cep-1f, 0x1.e88dc6p-1f, 0x1.f1a93ep-1f, 0x1.f73fe2p-1f, 0x1.faa4eap-1f, 0x1.fcc026p-1f,
         0x1.fe7d5ep-1f, 0x1.ff6f6p-1f, 0x1.ffca28p-1f, 0x1.ffecacp-1f, 0x1.fff8d2p-1f, 0x1.fffd5cp-1f, 0x1.ffff06p-1f, 0x1.ffffa4p-1f,
         0x1.ffffecp-1f, 0x1.fffffep-1f, 0x1p0f, 0x1p0f, 0x1p0f, 0x1p0f, 0x1p0f, 0x1p0f,
         0.0f, 0x1.7b78ccp-3f, 0x1.314c78p-2f, 0x1.a7a372p-2f, 0x1.04e664p-1f, 0x1.3140aep-1f, 0x1.581f6ap-1f, 0x1.782b22p-1f},
        {0x1.6226a2p-2f, 0x1.d144a2p-3f, 0x1.268484p-3f, 0x1.6e8cbap-4f, 0x1.c46b6ap-5f, 0x1.159f3p-5f, 0x1.54fa8cp-6f, 0x1.9e9b2p-7f,
         0x1.82103cp-8f, 0x1.211732p-9f, 0x1.aea946p-11f, 0x1.353a7cp-12f, 0x1.cb7c58p-14f, 0x1.52002p-15f, 0x1.f3ff08p-17f, 0x1.70035ep-18f,
         0x1.401a76p-20f, 0x1.00d4ap-23f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f,
         -0.0f, 0x1.ee6c08p-1f, 0x1.d27d16p-1f, 0x1.a85e4ep-1f, 0x1.7b0d9ap-1f, 0x1.4a0268p-1f, 0x1.18b5c8p-1f, 0x1.d74144p-2f},
        {-0x1.1e7006p-2f, -0x1.99051cp-3f, -0x1.108522p-3f, -0x1.5dc3bap-4f, -0x1.b7bf96p-5f, -0x1.10e056p-5f, -0x1.516948p-6f, -0x1.9bf99p-7f,
         -0x1.80e5dap-8f, -0x1.20c03cp-9f, -0x1.ae743p-11f, -0x1.352c7cp-12f, -0x1.cb5d46p-14f, -0x1.52114ap-15f, -0x1.f3e336p-17f, -0x1.706aa6p-18f,
         -0x1.403c9ap-20f, -0x1.0dcaf4p-23f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f,
         0x1.43794ap-22f, -0x1.6e7168p-3f, -0x1.162918p-2f, -0x1.5f214p-2f, -0x1.824edep-2f, -0x1.89802ep-2f, -0x1.7956b8p-2f, -0x1.5a3baap-2f},
        {0x1.c676d6p-4f, 0x1.98f21ap-4f, 0x1.33fcp-4f, 0x1.a721fep-5f, 0x1.14a146p-5f, 0x1.5f578p-6f, 0x1.b8722ep-7f, 0x1.0f2834p-7f,
         0x1.fe0dp-9f, 0x1.8024cep-10f, 0x1.1ec6e2p-11f, 0x1.9bf9d6p-13f, 0x1.323fe6p-14f, 0x1.c27feap-16f, 0x1.4d4d4ep-17f, 0x1.eaa59ep-19f,
         0x1.a92b72p-21f, 0x1.47c444p-24f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f,
         -0x1.555b08p-2f, -0x1.27a4f2p-2f, -0x1.c817d2p-3f, -0x1.13440ep-3f, -0x1.bea7aep-5f, 0x1.d3882cp-7f, 0x1.09dd0ep-4f, 0x1.853808p-4f},
        {0x1.002deep-8f, -0x1.576856p-6f, -0x1.9bb95ap-6f, -0x1.54e7e4p-6f, -0x1.e9ae86p-7f, -0x1.4768bap-7f, -0x1.a69b56p-8f, -0x1.08b13p-8f,
         -0x1.fd8e78p-10f, -0x1.82cddep-11f, -0x1.218cfp-12f, -0x1.9fdee2p-14f, -0x1.375a8p-15f, -0x1.c2b992p-17f, -0x1.52ecd8p-18f, -0x1.da45bcp-20f,
         -0x1.b7ab1cp-22f, -0x1.9802aap-28f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f,
         0x1.e735e6p-12f, 0x1.ce1618p-4f, 0x1.40b826p-3f, 0x1.5b3b28p-3f, 0x1.3a0352p-3f, 0x1.e971c4p-4f, 0x1.448f88p-4f, 0x1.602abep-5f},
        {-0x1.06ad0ap-5f, -0x1.36d7b4p-7f, 0x1.6e8f96p-10f, 0x1.2ceac2p-8f, 0x1.247db4p-8f, 0x1.c09a32p-9f, 0x1.34146ap-9f, 0x1.919b1p-10f,
         0x1.95229cp-11f, 0x1.32ff6ep-12f, 0x1.c7f4p-14f, 0x1.5425a6p-15f, 0x1.ef49dp-17f, 0x1.7337fap-18f, 0x1.0d674ap-19f, 0x1.8cade8p-21f,
         0x1.761362p-23f, 0x1.06f9e4p-24f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f,
         0x1.0a486p-3f, 0x1.7c12cep-4f, 0x1.6ba6a6p-5f, -0x1.28ee34p-7f, -0x1.800aap-5f, -0x1.05a896p-4f, -0x1.f443f6p-5f, -0x1.c20a4p-5f}};
    // clang-format on
};

} // namespace xact::kernel

#endif
