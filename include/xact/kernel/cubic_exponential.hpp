#ifndef XACT_KERNEL_CUBIC_EXPONENTIAL_HPP
#define XACT_KERNEL_CUBIC_EXPONENTIAL_HPP

#include <xact/kernel/cubic_rows.hpp>

// e^x without FMA, -87 <= x <= 87: 2^m times a row (cubic_rows.hpp) of 2^(j/64) e^r,
//
//   x = (64 m + j) ln 2/64 + r, |r| <= 17/32 ln 2/64
//
// ln 2/64 is in two parts: with the first, of 11 bits, the product is exact, and so is what it leaves of x. Elsewhere
// the result is not this function's: `smooth` computes it in double lanes.

namespace xact::kernel {

namespace cubic_exponential_constants { // tests/coefficients/generate.py: cubic_exponential
inline constexpr float steps = 0x1.715476p6f;
inline constexpr float step_high = 0x1.63p-7f;
inline constexpr float step_low = -0x1.bd0106p-19f;
inline constexpr float rows[64][4] = {{0x1p0f, 0x1p0f, 0x1.00002ep-1f, 0x1.556p-3f},
                                      {0x1.02c9a4p0f, 0x1.02c9a4p0f, 0x1.02c9d2p-1f, 0x1.591638p-3f},
                                      {0x1.059b0ep0f, 0x1.059b0ep0f, 0x1.059b3cp-1f, 0x1.5cd66ap-3f},
                                      {0x1.087452p0f, 0x1.087452p0f, 0x1.087482p-1f, 0x1.60965ep-3f},
                                      {0x1.0b5586p0f, 0x1.0b5586p0f, 0x1.0b55b8p-1f, 0x1.64666ap-3f},
                                      {0x1.0e3ec4p0f, 0x1.0e3ec4p0f, 0x1.0e3ef4p-1f, 0x1.68566ap-3f},
                                      {0x1.11301ep0f, 0x1.11301ep0f, 0x1.11304ep-1f, 0x1.6c367p-3f},
                                      {0x1.1429aap0f, 0x1.1429aap0f, 0x1.1429dcp-1f, 0x1.70466ep-3f},
                                      {0x1.172b84p0f, 0x1.172b84p0f, 0x1.172bb6p-1f, 0x1.74364cp-3f},
                                      {0x1.1a35bep0f, 0x1.1a35bep0f, 0x1.1a35f2p-1f, 0x1.784666p-3f},
                                      {0x1.1d4874p0f, 0x1.1d4874p0f, 0x1.1d48a6p-1f, 0x1.7c566ep-3f},
                                      {0x1.2063b8p0f, 0x1.2063b8p0f, 0x1.2063ecp-1f, 0x1.80866p-3f},
                                      {0x1.2387a6p0f, 0x1.2387a6p0f, 0x1.2387dcp-1f, 0x1.84a66cp-3f},
                                      {0x1.26b456p0f, 0x1.26b456p0f, 0x1.26b48cp-1f, 0x1.88e658p-3f},
                                      {0x1.29e9ep0f, 0x1.29e9ep0f, 0x1.29ea16p-1f, 0x1.8d3666p-3f},
                                      {0x1.2d285ap0f, 0x1.2d285ap0f, 0x1.2d289p-1f, 0x1.91865cp-3f},
                                      {0x1.306fep0f, 0x1.306fep0f, 0x1.307018p-1f, 0x1.95e664p-3f},
                                      {0x1.33c08cp0f, 0x1.33c08cp0f, 0x1.33c0c2p-1f, 0x1.9a566cp-3f},
                                      {0x1.371a74p0f, 0x1.371a74p0f, 0x1.371aacp-1f, 0x1.9ed662p-3f},
                                      {0x1.3a7db4p0f, 0x1.3a7db4p0f, 0x1.3a7decp-1f, 0x1.a35666p-3f},
                                      {0x1.3dea64p0f, 0x1.3dea64p0f, 0x1.3dea9ep-1f, 0x1.a7e668p-3f},
                                      {0x1.4160a2p0f, 0x1.4160a2p0f, 0x1.4160dcp-1f, 0x1.ac864p-3f},
                                      {0x1.44e086p0f, 0x1.44e086p0f, 0x1.44e0cp-1f, 0x1.b12618p-3f},
                                      {0x1.486a2cp0f, 0x1.486a2cp0f, 0x1.486a66p-1f, 0x1.b5d664p-3f},
                                      {0x1.4bfdaep0f, 0x1.4bfdaep0f, 0x1.4bfdeap-1f, 0x1.bab666p-3f},
                                      {0x1.4f9b28p0f, 0x1.4f9b28p0f, 0x1.4f9b64p-1f, 0x1.bf7662p-3f},
                                      {0x1.5342b6p0f, 0x1.5342b6p0f, 0x1.5342f2p-1f, 0x1.c45662p-3f},
                                      {0x1.56f474p0f, 0x1.56f474p0f, 0x1.56f4b2p-1f, 0x1.c93662p-3f},
                                      {0x1.5ab07ep0f, 0x1.5ab07ep0f, 0x1.5ab0bcp-1f, 0x1.ce3646p-3f},
                                      {0x1.5e76f2p0f, 0x1.5e76f2p0f, 0x1.5e773p-1f, 0x1.d35664p-3f},
                                      {0x1.6247ecp0f, 0x1.6247ecp0f, 0x1.62482cp-1f, 0x1.d8567p-3f},
                                      {0x1.662388p0f, 0x1.662388p0f, 0x1.6623c8p-1f, 0x1.dd8642p-3f},
                                      {0x1.6a09e6p0f, 0x1.6a09e6p0f, 0x1.6a0a28p-1f, 0x1.e2c65ap-3f},
                                      {0x1.6dfb24p0f, 0x1.6dfb24p0f, 0x1.6dfb66p-1f, 0x1.e7f64cp-3f},
                                      {0x1.71f75ep0f, 0x1.71f75ep0f, 0x1.71f7a2p-1f, 0x1.ed4662p-3f},
                                      {0x1.75feb6p0f, 0x1.75feb6p0f, 0x1.75fefap-1f, 0x1.f2b664p-3f},
                                      {0x1.7a1148p0f, 0x1.7a1148p0f, 0x1.7a118cp-1f, 0x1.f81668p-3f},
                                      {0x1.7e2f34p0f, 0x1.7e2f34p0f, 0x1.7e2f78p-1f, 0x1.fd9662p-3f},
                                      {0x1.82589ap0f, 0x1.82589ap0f, 0x1.8258ep-1f, 0x1.01965ap-2f},
                                      {0x1.868d9ap0f, 0x1.868d9ap0f, 0x1.868dep-1f, 0x1.045652p-2f},
                                      {0x1.8ace54p0f, 0x1.8ace54p0f, 0x1.8ace9cp-1f, 0x1.072642p-2f},
                                      {0x1.8f1aeap0f, 0x1.8f1aeap0f, 0x1.8f1b32p-1f, 0x1.0a165cp-2f},
                                      {0x1.93737cp0f, 0x1.93737cp0f, 0x1.9373c4p-1f, 0x1.0cf66ep-2f},
                                      {0x1.97d82ap0f, 0x1.97d82ap0f, 0x1.97d874p-1f, 0x1.0fd602p-2f},
                                      {0x1.9c4918p0f, 0x1.9c4918p0f, 0x1.9c4962p-1f, 0x1.12e646p-2f},
                                      {0x1.a0c668p0f, 0x1.a0c668p0f, 0x1.a0c6b4p-1f, 0x1.15d652p-2f},
                                      {0x1.a5503cp0f, 0x1.a5503cp0f, 0x1.a55088p-1f, 0x1.18d66cp-2f},
                                      {0x1.a9e6b6p0f, 0x1.a9e6b6p0f, 0x1.a9e702p-1f, 0x1.1bf666p-2f},
                                      {0x1.ae89fap0f, 0x1.ae89fap0f, 0x1.ae8a48p-1f, 0x1.1f165ap-2f},
                                      {0x1.b33a2cp0f, 0x1.b33a2cp0f, 0x1.b33a7ap-1f, 0x1.22365ep-2f},
                                      {0x1.b7f77p0f, 0x1.b7f77p0f, 0x1.b7f7bep-1f, 0x1.25566ap-2f},
                                      {0x1.bcc1eap0f, 0x1.bcc1eap0f, 0x1.bcc23ap-1f, 0x1.28767p-2f},
                                      {0x1.c199bep0f, 0x1.c199bep0f, 0x1.c19a1p-1f, 0x1.2bb644p-2f},
                                      {0x1.c67f12p0f, 0x1.c67f12p0f, 0x1.c67f66p-1f, 0x1.2f066cp-2f},
                                      {0x1.cb720ep0f, 0x1.cb720ep0f, 0x1.cb726p-1f, 0x1.325648p-2f},
                                      {0x1.d072d4p0f, 0x1.d072d4p0f, 0x1.d07328p-1f, 0x1.35a664p-2f},
                                      {0x1.d5818ep0f, 0x1.d5818ep0f, 0x1.d581e2p-1f, 0x1.38f648p-2f},
                                      {0x1.da9e6p0f, 0x1.da9e6p0f, 0x1.da9eb6p-1f, 0x1.3c664ep-2f},
                                      {0x1.dfc974p0f, 0x1.dfc974p0f, 0x1.dfc9cap-1f, 0x1.3fd66ap-2f},
                                      {0x1.e502eep0f, 0x1.e502eep0f, 0x1.e50346p-1f, 0x1.43665ep-2f},
                                      {0x1.ea4afap0f, 0x1.ea4afap0f, 0x1.ea4b52p-1f, 0x1.46e646p-2f},
                                      {0x1.efa1bep0f, 0x1.efa1bep0f, 0x1.efa218p-1f, 0x1.4a666cp-2f},
                                      {0x1.f50766p0f, 0x1.f50766p0f, 0x1.f507cp-1f, 0x1.4df652p-2f},
                                      {0x1.fa7c18p0f, 0x1.fa7c18p0f, 0x1.fa7c74p-1f, 0x1.51a63ap-2f}};
} // namespace cubic_exponential_constants

template <class Arch>
inline constexpr simd::row_table<64> exponential_row_table = make_row_table<64, 0>(cubic_exponential_constants::rows);

inline constexpr float exponential_rows_end = 87.0f;

namespace detail {

template <class V> XACT_INLINE V one_cubic_exponential(V const& unlimited) {
    using namespace cubic_exponential_constants;
    V const x = simd::clamp(unlimited, -exponential_rows_end, exponential_rows_end); // overflows nowhere
    auto const offset = locate_row<0>(x * V(steps)).offset;
    using integers = std::decay_t<decltype(offset)>;
    V const k = simd::from_bits<float>(offset & integers(~15)) - rows_origin<0>;
    V const r = (x - k * V(step_high)) - k * V(step_low);
    V const power = simd::from_bits<float>(simd::shift_left<13>(offset & integers(~1023)) + integers(127 << 23));
    return cubic(simd::rows_at(exponential_row_table<typename V::arch>, offset), r) * power;
}

} // namespace detail

/// e^x for |x| <= exponential_rows_end, with an error below 0.55 ULP (measured over all floats). NaN gives NaN.
template <class V> XACT_INLINE V cubic_exponential(V const& x) {
    return simd::one_by_one([](auto const& one) XACT_INLINE_LAMBDA { return detail::one_cubic_exponential(one); }, x);
}

} // namespace xact::kernel

#endif
