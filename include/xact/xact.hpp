#ifndef XACT_XACT_HPP
#define XACT_XACT_HPP

/// \mainpage
/// xact: neural-network activation functions and their derivatives, vectorised through xsimd.
///
/// Every activation is a type, in three tiers of accuracy (accuracy.hpp):
///
///   xact::tanh         precise, the default: error at most 1 ULP
///   xact::exact::tanh  correctly rounded, the same bits on every machine
///   xact::fast::tanh   relative error at most 2^-11
///
/// Each has operator(), derivative, second_derivative, value_and_derivative and derivative_from_output, for float,
/// double and xsimd::batch (xact::elementwise). Over arrays: transform, backward, backward_from_output (transform.hpp).
/// Your own: function (function.hpp), or a class of your own over elementwise or smooth. Not included: visit.hpp (from
/// names to types), presets.hpp (the defaults of frameworks), eigen.hpp.
///
/// NaN, infinities, signed zeros and kinks are treated as each activation's header says, in every tier and call form.
///
/// \namespace xact
/// The activations in the precise tier, and all else that is public.
///
/// \namespace xact::exact
/// The activations in the exact tier: correctly rounded, for float. Those that have no rounding, or one, are the same
/// type as in xact.
///
/// \namespace xact::fast
/// The activations in the fast tier: within 2^-11. Those without a kernel of their own are the same type as in xact.

#include <xact/accuracy.hpp>
#include <xact/activation/abs.hpp>
#include <xact/activation/celu.hpp>
#include <xact/activation/elu.hpp>
#include <xact/activation/exponential.hpp>
#include <xact/activation/gaussian.hpp>
#include <xact/activation/gelu.hpp>
#include <xact/activation/gelu_quick.hpp>
#include <xact/activation/gelu_tanh.hpp>
#include <xact/activation/hard_shrink.hpp>
#include <xact/activation/hard_sigmoid.hpp>
#include <xact/activation/hard_swish.hpp>
#include <xact/activation/hardtanh.hpp>
#include <xact/activation/identity.hpp>
#include <xact/activation/isrlu.hpp>
#include <xact/activation/isru.hpp>
#include <xact/activation/leaky_relu.hpp>
#include <xact/activation/lisht.hpp>
#include <xact/activation/log_sigmoid.hpp>
#include <xact/activation/mish.hpp>
#include <xact/activation/prelu.hpp>
#include <xact/activation/relu.hpp>
#include <xact/activation/relu6.hpp>
#include <xact/activation/rrelu.hpp>
#include <xact/activation/scaled_tanh.hpp>
#include <xact/activation/selu.hpp>
#include <xact/activation/serf.hpp>
#include <xact/activation/shifted_softplus.hpp>
#include <xact/activation/sigmoid.hpp>
#include <xact/activation/sign.hpp>
#include <xact/activation/silu.hpp>
#include <xact/activation/snake.hpp>
#include <xact/activation/soft_shrink.hpp>
#include <xact/activation/softplus.hpp>
#include <xact/activation/softsign.hpp>
#include <xact/activation/sparse_plus.hpp>
#include <xact/activation/sparse_sigmoid.hpp>
#include <xact/activation/squared_relu.hpp>
#include <xact/activation/squareplus.hpp>
#include <xact/activation/step.hpp>
#include <xact/activation/tanh.hpp>
#include <xact/activation/tanh_exp.hpp>
#include <xact/activation/tanh_shrink.hpp>
#include <xact/activation/threshold.hpp>
#include <xact/channelwise.hpp>
#include <xact/derivative_of.hpp>
#include <xact/function.hpp>
#include <xact/transform.hpp>
#include <xact/version.hpp>

#endif
