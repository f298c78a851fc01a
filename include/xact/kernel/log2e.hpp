#ifndef XACT_KERNEL_LOG2E_HPP
#define XACT_KERNEL_LOG2E_HPP

namespace xact::kernel {

// tests/coefficients/generate.py: log2e_float
inline constexpr float log2e_float = 0x1.715476p0f;
inline constexpr float log2e_float_low = 0x1.4ae0cp-26f; // log2(e) - log2e_float
inline constexpr float ln2_float = 0x1.62e43p-1f;        // off by 2^-29 only

} // namespace xact::kernel

#endif
