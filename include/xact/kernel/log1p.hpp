#ifndef XACT_KERNEL_LOG1P_HPP
#define XACT_KERNEL_LOG1P_HPP

#include <xact/kernel/number.hpp>

// ln(1 + n/d) for -1/2 <= n/d <= 1, over either number type (number.hpp), with one division:
//
//   ln(1 + t) = 2 artanh(t/(2 + t)) = 2 s (1 + s^2 P(s^2)), s = n/(2 d + n), |s| <= 1/3
//
// Relative error: 2^-52 in one lane, 2^-61 in twofold lanes.

namespace xact::kernel {

namespace log1p_constants { // tests/coefficients/generate.py: log1p
inline constexpr coefficient artanh_tail[16] = {{0x1.5555555555555p-2, 0x1.5555554ffd7fdp-56},
                                                {0x1.999999999999ap-3, -0x1.9998d949b49bep-57},
                                                {0x1.2492492492492p-3, 0.0},
                                                {0x1.c71c71c71c71ep-4, 0.0},
                                                {0x1.745d1745d1674p-4, 0.0},
                                                {0x1.3b13b13b18944p-4, 0.0},
                                                {0x1.1111110fdec74p-4, 0.0},
                                                {0x1.e1e1e249517ddp-5, 0.0},
                                                {0x1.af285f5a0c50bp-5, 0.0},
                                                {0x1.86197754966cfp-5, 0.0},
                                                {0x1.641acbb7460f9p-5, 0.0},
                                                {0x1.488141392dccap-5, 0.0},
                                                {0x1.2859490dddfffp-5, 0.0},
                                                {0x1.446d6cc326c1cp-5, 0.0},
                                                {0x1.9a1a05319715p-7, 0.0},
                                                {0x1.299b7ea5ff29cp-4, 0.0}};
} // namespace log1p_constants

/// ln(1 + n/d); `raised`, a multiple of n by a constant, gives the result multiplied likewise.
template <class N> XACT_INLINE N log1p_of_quotient(N const& n, N const& d, N const& raised) {
    using namespace log1p_constants;
    N const divisor = scaled(d, 2.0) + n;
    if constexpr (number<N>::is_twofold) {
        N const s = n / divisor, w = square(s);
        N const factor = scaled(fma(w, polynomial<2>(artanh_tail, w), N(1.0)), 2.0);
        return raised / divisor * factor;
    } else {
        N const s = n / divisor, w = square(s);
        N const twice = s + s;
        return fma(twice * w, polynomial<2>(artanh_tail, w), twice);
    }
}

} // namespace xact::kernel

#endif
