#ifndef XACT_PRESETS_HPP
#define XACT_PRESETS_HPP

#include <xact/xact.hpp>

/// \file
/// Activations under the names, and with the defaults, of the frameworks where those differ from xact's (which are
/// PyTorch's). xact::visit knows them as keras.leaky_relu, onnx.HardSigmoid and so on.

namespace xact {

/// Names and defaults of Keras, where they differ.
namespace keras {
/// keras.activations.leaky_relu: slope 0.2.
inline xact::leaky_relu leaky_relu() { return xact::leaky_relu(0.2); }
/// keras.activations.threshold has no default: f(x) = x > threshold ? x : value.
inline xact::threshold threshold(double theta, double value) { return xact::threshold(theta, value); }
using hard_silu = xact::hard_swish; ///< xact::hard_swish.
using hard_tanh = xact::hardtanh;   ///< xact::hardtanh.
using linear = xact::identity;      ///< xact::identity.
using gelu = xact::gelu;            ///< xact::gelu.
} // namespace keras

/// Names and defaults of ONNX, where they differ.
namespace onnx {
/// HardSigmoid: alpha 0.2, beta 0.5.
inline xact::hard_sigmoid hard_sigmoid() { return xact::hard_sigmoid(0.2, 0.5); }
/// ThresholdedRelu: x > alpha ? x : 0, alpha 1.
inline xact::threshold thresholded_relu(double alpha = 1.0) { return xact::threshold(alpha, 0.0); }
} // namespace onnx

/// Names and defaults of jax.nn, where they differ.
namespace jax {
/// jax.nn.gelu: the approximation with tanh, unless approximate=False.
using gelu = xact::gelu_tanh;       ///< xact::gelu_tanh.
using soft_sign = xact::softsign;   ///< xact::softsign.
using hard_silu = xact::hard_swish; ///< xact::hard_swish.
using hard_tanh = xact::hardtanh;   ///< xact::hardtanh.
} // namespace jax

} // namespace xact

#endif
