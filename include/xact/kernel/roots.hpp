#ifndef XACT_KERNEL_ROOTS_HPP
#define XACT_KERNEL_ROOTS_HPP

#include <xact/kernel/number.hpp>

// Zeros of derivatives that are no floats. A formula that cancels there keeps an absolute error, so its relative error
// grows without bound; next to a zero, twofold lanes take
//
//   f(x) = d P(d), d = x - zero, |d| < 1/16, P of degree 11, relative error 2^-60
//
// instead. In double lanes the float next to a zero is far enough from it.

namespace xact::kernel {

struct root {
    double high, low; // the zero
    coefficient series[12];
};

namespace roots_constants { // tests/coefficients/generate.py: roots
inline constexpr root silu_slope = {-0x1.474973c84120bp0,
                                    -0x1.f8d74bc9ac154p-54,
                                    {{0x1.be1410460527fp-3, -0x1.2541062177473p-58},
                                     {0x1.2c563458cc0adp-3, -0x1.ae4095936c303p-57},
                                     {0x1.353eb573ca457p-6, 0.0},
                                     {-0x1.f2d0e32bc2994p-7, 0.0},
                                     {-0x1.b0f82c498fd2fp-8, 0.0},
                                     {0x1.098e92b8f076dp-13, 0.0},
                                     {0x1.a2a7caf0ee747p-11, 0.0},
                                     {0x1.8574d136d4cb4p-13, 0.0},
                                     {-0x1.57238dca12615p-15, 0.0},
                                     {-0x1.f2d8976600f6fp-16, 0.0},
                                     {-0x1.8af40fd30a2bcp-19, 0.0},
                                     {0x1.3ae0f751df483p-19, 0.0}}};
inline constexpr root silu_curvature = {0x1.331e23ad9de11p1,
                                        0x1.a9c55ef03c74ap-53,
                                        {{-0x1.76e8b4eb0ea41p-4, 0x1.70c4911c32fadp-58},
                                         {0x1.388203715b23ep-4, 0x1.17a8829cf57fep-60},
                                         {-0x1.706e66bf3603bp-6, 0.0},
                                         {-0x1.e178d8d2391d6p-10, 0.0},
                                         {0x1.fa4e9f742fa77p-9, 0.0},
                                         {-0x1.662f848d6c11cp-10, 0.0},
                                         {0x1.e2e4a6611bf4bp-14, 0.0},
                                         {0x1.94804c550c0fcp-14, 0.0},
                                         {-0x1.8e0bb1b9411e3p-15, 0.0},
                                         {0x1.1af1925d34d7ep-17, 0.0},
                                         {0x1.4e83911395334p-20, 0.0},
                                         {-0x1.3f8fd2d4427b6p-20, 0.0}}};
inline constexpr root gelu_tanh_slope = {-0x1.81429f9e97e4dp-1,
                                         0x1.4f523ed77dbdcp-55,
                                         {{0x1.b8bacd2c96b91p-2, 0x1.7625a206be83dp-56},
                                          {0x1.8cd1a2b2fff33p-2, -0x1.d8ac0572d1edbp-56},
                                          {-0x1.029615edb077ap-6, 0.0},
                                          {-0x1.d2b77346470abp-4, 0.0},
                                          {-0x1.104a83edc0ddcp-6, 0.0},
                                          {0x1.427996dc249cep-6, 0.0},
                                          {0x1.58c9ed713486cp-8, 0.0},
                                          {-0x1.3d8d64170bb72p-9, 0.0},
                                          {-0x1.e63f294331885p-11, 0.0},
                                          {0x1.14bf895a69517p-12, 0.0},
                                          {0x1.04936f0ef73dbp-13, 0.0},
                                          {-0x1.253bce9ecae48p-15, 0.0}}};
inline constexpr root gelu_tanh_curvature = {0x1.6b23142700629p0,
                                             0x1.750d2fad2c04bp-54,
                                             {{-0x1.a360c3e39b758p-2, 0x1.bec10da937575p-57},
                                              {0x1.ba73788e0f42ep-2, 0x1.c7a9d2efcc877p-56},
                                              {-0x1.0bae229791eaap-7, 0.0},
                                              {-0x1.49ec14523aa05p-3, 0.0},
                                              {0x1.d0e682b09898dp-5, 0.0},
                                              {0x1.4842653d453b1p-6, 0.0},
                                              {-0x1.11cd249c34d3cp-6, 0.0},
                                              {0x1.9022fc3a97577p-11, 0.0},
                                              {0x1.5a7bd658bbef1p-9, 0.0},
                                              {-0x1.89f5e54488091p-11, 0.0},
                                              {-0x1.1273a4c11227dp-12, 0.0},
                                              {0x1.718457f626c8cp-13, 0.0}}};
inline constexpr root gelu_slope = {-0x1.80ead197f00b4p-1,
                                    0x1.13e74c58cada8p-56,
                                    {{0x1.b9d98fa5a3215p-2, 0x1.f7c1a23190c7cp-56},
                                     {0x1.8d9a941de3ac5p-2, 0x1.aea2e6afd7fdbp-56},
                                     {-0x1.2a2ef9bb865aep-6, 0.0},
                                     {-0x1.d2fa4c17c7e84p-4, 0.0},
                                     {-0x1.e4088244f901dp-7, 0.0},
                                     {0x1.3e346def42057p-6, 0.0},
                                     {0x1.297b9d6ffaacdp-8, 0.0},
                                     {-0x1.258a6d85633afp-9, 0.0},
                                     {-0x1.8680f74e6b6bap-11, 0.0},
                                     {0x1.86c863b66083cp-13, 0.0},
                                     {0x1.69610924deba8p-14, 0.0},
                                     {-0x1.784acad4b941ep-17, 0.0}}};
} // namespace roots_constants

/// y, or f(x) from its series next to `zero`.
template <class N> XACT_INLINE N split_root(root const& zero, N const& x, N const& y) {
    if constexpr (number<N>::is_twofold) {
        using V = lanes_of<N>;
        N const d = x - N(V(zero.high), V(zero.low));
        return select(simd::abs(d.high) < V(0x1p-4), d * polynomial<2>(zero.series, d), y);
    } else
        return y;
}

} // namespace xact::kernel

#endif
