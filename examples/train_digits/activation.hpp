#ifndef TRAIN_DIGITS_ACTIVATION_HPP
#define TRAIN_DIGITS_ACTIVATION_HPP

#include <xact/xact.hpp>

#include <Eigen/Core>

#include <cmath>
#include <string>
#include <vector>

/// Features are rows, images are columns, so that a layer's values for a mini-batch are one contiguous range.
using matrix = Eigen::MatrixXf;

/// An activation chosen at run time. One indirect call a layer and mini-batch is all that the choice costs: the loop
/// over the elements is inside, made for the activation's type.
struct activation {
    std::string name;

    /// out = f(in).
    void (*forward)(matrix const& in, matrix& out);

    /// grad = grad * f'(in): what comes back from the layer above becomes, in place, what goes on to the layer below.
    void (*backward)(matrix const& in, matrix& grad);

    /// Weights are drawn uniformly from [-limit, limit), so that signals keep their size from layer to layer.
    float (*weight_limit)(float fan_in, float fan_out);
};

/// He et al. 2015: for activations that let half of their inputs through.
inline float he_limit(float fan_in, float /*fan_out*/) { return std::sqrt(6.0f / fan_in); }

/// Glorot and Bengio 2010: for activations that are close to linear around 0.
inline float glorot_limit(float fan_in, float fan_out) { return std::sqrt(6.0f / (fan_in + fan_out)); }

template <class F> activation make_activation(char const* name, float (*weight_limit)(float, float)) {
    return {name, [](matrix const& in, matrix& out) { xact::transform(in, out, F{}); },
            [](matrix const& in, matrix& grad) { xact::backward(in, grad, grad, F{}); }, weight_limit};
}

template <xact::accuracy Tier> std::vector<activation> activations_of_tier() {
    return {make_activation<xact::relu>("relu", he_limit), make_activation<xact::leaky_relu>("leaky_relu", he_limit),
            make_activation<xact::relu6>("relu6", he_limit),
            make_activation<xact::basic_sigmoid<Tier>>("sigmoid", glorot_limit),
            make_activation<xact::basic_tanh<Tier>>("tanh", glorot_limit)};
}

/// All that this program knows by name.
inline std::vector<activation> activations(xact::accuracy tier) {
    switch (tier) {
    case xact::accuracy::exact:
        return activations_of_tier<xact::accuracy::exact>();
    case xact::accuracy::fast:
        return activations_of_tier<xact::accuracy::fast>();
    default:
        return activations_of_tier<xact::accuracy::precise>();
    }
}

#endif
