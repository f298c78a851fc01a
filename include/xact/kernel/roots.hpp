#ifndef XACT_KERNEL_ROOTS_HPP
#define XACT_KERNEL_ROOTS_HPP

#include <xact/kernel/number.hpp>

// Zeros of derivatives that are no floats. A formula that cancels there keeps an absolute error, so its relative error
// grows without bound; next to a zero, twofold lanes take
//
//   f(x) = d P(d), d = x - zero, |d| < 1/16, P of degree 11, relative error 2^-60
//
// instead, in a narrower neighbourhood where f has a pole within 2 of its zero. In double lanes the float next to a
// zero is far enough from it.

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
inline constexpr root mish_slope = {-0x1.31432c0d12d84p0,
                                    -0x1.bf319154da21p-55,
                                    {{0x1.115acb42500bbp-2, 0x1.1ad72de557d4cp-56},
                                     {0x1.a34a251d8ad7bp-3, 0x1.1a24b1362ba5p-58},
                                     {0x1.574f121a868dbp-5, 0.0},
                                     {-0x1.4c222fe64d4fbp-6, 0.0},
                                     {-0x1.03369d4ac90fap-6, 0.0},
                                     {-0x1.b87ddfb51b745p-9, 0.0},
                                     {0x1.1e5e184a0fep-10, 0.0},
                                     {0x1.03799182b217fp-10, 0.0},
                                     {0x1.0a7954e86867p-12, 0.0},
                                     {-0x1.5fffa067220abp-15, 0.0},
                                     {-0x1.d453aef9813dp-15, 0.0},
                                     {-0x1.223bcd6871175p-16, 0.0}}};
inline constexpr root mish_curvature_below = {-0x1.20d0f116eb001p1,
                                              -0x1.ed98c925498a2p-54,
                                              {{0x1.bd7543d635e3fp-4, -0x1.db4d963300d88p-58},
                                               {0x1.956e15ad4977cp-4, -0x1.d34209ee288aep-58},
                                               {0x1.321192f866b01p-5, 0.0},
                                               {0x1.b79f54f639c0dp-9, 0.0},
                                               {-0x1.fa00ae6565a08p-9, 0.0},
                                               {-0x1.451146d7c7c26p-9, 0.0},
                                               {-0x1.9fa64b5d84113p-11, 0.0},
                                               {-0x1.ba0303a55dc65p-14, 0.0},
                                               {0x1.4dba0d414b9b4p-15, 0.0},
                                               {0x1.0e6fa51038bd6p-15, 0.0},
                                               {0x1.86c9cde32cec6p-17, 0.0},
                                               {0x1.26e828ed46da8p-19, 0.0}}};
inline constexpr root mish_curvature_above = {0x1.7d9612a44004p0,
                                              0x1.48a1647177d43p-54,
                                              {{-0x1.d8765d356c1afp-3, 0x1.3f83647e05722p-57},
                                               {0x1.2005f89b94e15p-2, 0x1.c631748ca7448p-57},
                                               {-0x1.467b383afa813p-4, 0.0},
                                               {-0x1.11016a32bec52p-4, 0.0},
                                               {0x1.eb6dcd56f7729p-5, 0.0},
                                               {-0x1.24b1188ea3f55p-7, 0.0},
                                               {-0x1.79fcae5ae4ba7p-7, 0.0},
                                               {0x1.caeea1614b2fcp-8, 0.0},
                                               {-0x1.1990c81d8054bp-12, 0.0},
                                               {-0x1.6f584cc4a3afp-10, 0.0},
                                               {0x1.3ee8a1b2735ap-11, 0.0},
                                               {0x1.809ebdda7f117p-15, 0.0}}};
inline constexpr root lisht_curvature = {0x1.331e23ad9de11p0,
                                         0x1.a9c55ef03c74ap-54,
                                         {{-0x1.76e8b4eb0ea41p-1, 0x1.70c4911c32fadp-55},
                                          {0x1.388203715b23ep0, 0x1.17a8829cf57fep-56},
                                          {-0x1.706e66bf3603bp-1, 0.0},
                                          {-0x1.e178d8d2391d6p-4, 0.0},
                                          {0x1.fa4e9f742fa77p-2, 0.0},
                                          {-0x1.662f848d6c11cp-2, 0.0},
                                          {0x1.e2e4a6611bf4bp-5, 0.0},
                                          {0x1.94804c550c0fcp-4, 0.0},
                                          {-0x1.8e0bb1b9411e3p-4, 0.0},
                                          {0x1.1af1925d34d7ep-5, 0.0},
                                          {0x1.4e83911395334p-7, 0.0},
                                          {-0x1.3f8fd2d4427b6p-6, 0.0}}};
inline constexpr root tanh_exp_slope = {-0x1.14302c3c10f3p0,
                                        -0x1.b8c761c7b1289p-54,
                                        {{0x1.68f6b660942b4p-2, -0x1.accdac615c81fp-57},
                                         {0x1.4d0848bbb42d2p-2, 0x1.51ff9946b6a97p-58},
                                         {0x1.b9cbc0b27eec1p-4, 0.0},
                                         {-0x1.76ccc7f75d22ep-6, 0.0},
                                         {-0x1.75ed50eb6a649p-5, 0.0},
                                         {-0x1.a1972d506d2b2p-6, 0.0},
                                         {-0x1.70f433c7c74bap-8, 0.0},
                                         {0x1.6b4739aae7342p-9, 0.0},
                                         {0x1.bdae46c4aa443p-9, 0.0},
                                         {0x1.b4407e9585bf4p-10, 0.0},
                                         {0x1.3cfb94822219dp-12, 0.0},
                                         {-0x1.a75d380d7788fp-13, 0.0}}};
inline constexpr root tanh_exp_curvature_below = {-0x1.0871c46039638p1,
                                                  0x1.6137baaf8cfe7p-54,
                                                  {{0x1.18b5b425c4e5ap-3, -0x1.734336d49bdf5p-59},
                                                   {0x1.20ae973d05418p-3, 0x1.dc19775c8ccd5p-57},
                                                   {0x1.2132d6dff7668p-4, 0.0},
                                                   {0x1.44f66e5a91539p-6, 0.0},
                                                   {0x1.c69336e76f06bp-13, 0.0},
                                                   {-0x1.d3f65c13553ebp-9, 0.0},
                                                   {-0x1.52cae04f16056p-9, 0.0},
                                                   {-0x1.382e148a2022fp-10, 0.0},
                                                   {-0x1.93068956e0f92p-12, 0.0},
                                                   {-0x1.127fba1092f2ap-14, 0.0},
                                                   {0x1.27dc897498e02p-16, 0.0},
                                                   {0x1.70680ccba8beap-16, 0.0}}};
inline constexpr root tanh_exp_curvature_above = {0x1.64a4080af062fp-1,
                                                  -0x1.bdab9a3b0a7eep-55,
                                                  {{-0x1.aaea43e283bd4p-1, 0x1.a45039277d4c2p-55},
                                                   {0x1.9be7c8f57e59ep0, 0x1.2ba37a66c568dp-54},
                                                   {0x1.8762912042373p-2, 0.0},
                                                   {-0x1.2bd96c7e77a2dp1, 0.0},
                                                   {0x1.aea505df961a8p-3, 0.0},
                                                   {0x1.f50f0a5e5a228p0, 0.0},
                                                   {-0x1.bd02b6bc45f06p-2, 0.0},
                                                   {-0x1.2c0ac61a11bf1p0, 0.0},
                                                   {0x1.b51e2b61162b1p-2, 0.0},
                                                   {0x1.0f3cb1c953fd3p-1, 0.0},
                                                   {-0x1.5b3463d2a8326p-2, 0.0},
                                                   {-0x1.68eebe7f9e501p-3, 0.0}}};
inline constexpr root serf_slope = {-0x1.316c60ccb69dbp0,
                                    0x1.1d9ecd0f85993p-55,
                                    {{0x1.34bdb29d97b36p-2, -0x1.84f991267b077p-58},
                                     {0x1.da577f6c75892p-3, 0x1.ca4c3cdd27bd4p-59},
                                     {0x1.857e8a8303fb9p-5, 0.0},
                                     {-0x1.7e4ec0f21ae43p-6, 0.0},
                                     {-0x1.32985cfc85e04p-6, 0.0},
                                     {-0x1.28850b62918b7p-8, 0.0},
                                     {0x1.c90510bd10426p-11, 0.0},
                                     {0x1.12c41477b1844p-10, 0.0},
                                     {0x1.5c3c306944606p-12, 0.0},
                                     {-0x1.428b3e7e9fcc2p-20, 0.0},
                                     {-0x1.762b8a30c0347p-15, 0.0},
                                     {-0x1.33ed4a345f071p-16, 0.0}}};
inline constexpr root serf_curvature_below = {-0x1.20d4e8d0a43d7p1,
                                              0x1.c512d53a2f475p-54,
                                              {{0x1.f6c82f780fb8ap-4, -0x1.3c645026b770ap-59},
                                               {0x1.c9e57ab715f38p-4, -0x1.f4e0278ffee56p-58},
                                               {0x1.5a83c6657b6e4p-5, 0.0},
                                               {0x1.ffd0a8fbcda8ap-9, 0.0},
                                               {-0x1.192a5ca36cd54p-8, 0.0},
                                               {-0x1.6ca5831e71d27p-9, 0.0},
                                               {-0x1.d9e0413f7da6fp-11, 0.0},
                                               {-0x1.1777219f010b3p-13, 0.0},
                                               {0x1.24af17943ee5cp-15, 0.0},
                                               {0x1.0a094bdf52182p-15, 0.0},
                                               {0x1.89579388f726cp-17, 0.0},
                                               {0x1.3aa8b5a9ba9bp-19, 0.0}}};
inline constexpr root serf_curvature_above = {0x1.1896792aa7829p0,
                                              -0x1.798d237de626dp-54,
                                              {{-0x1.e8379be0522f1p-2, -0x1.ffa6279c4e028p-57},
                                               {0x1.37a180f32cab2p-1, 0x1.dcc061c2a3263p-56},
                                               {0x1.95c50543a8b3fp-4, 0.0},
                                               {-0x1.b1870a3f42dd7p-2, 0.0},
                                               {0x1.5dcc4877850aep-5, 0.0},
                                               {0x1.572942611bfdep-3, 0.0},
                                               {-0x1.0f23b925ed521p-5, 0.0},
                                               {-0x1.97ed4c7f34dcp-5, 0.0},
                                               {0x1.92cdea370649fp-7, 0.0},
                                               {0x1.91eeda08f9f5ap-7, 0.0},
                                               {-0x1.b9076997faefcp-9, 0.0},
                                               {-0x1.57e2e6716fcd4p-9, 0.0}}};
} // namespace roots_constants

/// y, or f(x) from its series next to `zero`.
template <class N> XACT_INLINE N split_root(root const& zero, N const& x, N const& y, double neighbourhood = 0x1p-4) {
    if constexpr (number<N>::is_twofold) {
        using V = lanes_of<N>;
        N const d = x - N(V(zero.high), V(zero.low));
        return select(simd::abs(d.high) < V(neighbourhood), d * polynomial<2>(zero.series, d), y);
    } else
        return y;
}

} // namespace xact::kernel

#endif
