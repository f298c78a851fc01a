#ifndef XACT_ACTIVATION_GELU_QUICK_HPP
#define XACT_ACTIVATION_GELU_QUICK_HPP

#include <xact/activation/silu.hpp>

namespace xact {

/// The Gaussian error linear unit with the logistic function s(1.702 x) for Phi: silu with beta = 1.702, rounded to the
/// type of x; least value -0.1636.
///
///   f'  = s (1 + z s-), z = 1.702 x, s- = s(-z); zero at x = -0.7512, in [-0.0998, 1.0998]
///   f'' = 1.702 s s- (2 - |z| (1 - 2 s-(|z|))), even; zero at x = +-1.4097
///
/// gelu_quick(+-0) = +-0, gelu_quick(inf) = inf, gelu_quick(-inf) = -0; f'(-inf) = -0, f'(inf) = 1, f'' = -0 at both;
/// NaN gives NaN.
///
/// Largest error in ULP as silu's: exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f'').
/// The fast tier is the precise one. Definition: Hendrycks, Gimpel 2016; "quick_gelu" of CLIP and ggml.
template <accuracy Tier> class basic_gelu_quick : public basic_silu<Tier> {
public:
    XACT_INLINE constexpr basic_gelu_quick() : basic_silu<Tier>(1.702) {}
};

using gelu_quick = basic_gelu_quick<accuracy::precise>; ///< basic_gelu_quick of the precise tier.
namespace exact {
using gelu_quick = basic_gelu_quick<accuracy::exact>; ///< basic_gelu_quick of the exact tier.
}
namespace fast {
using xact::gelu_quick;
}

} // namespace xact

#endif
