#ifndef TRAIN_DIGITS_NETWORK_HPP
#define TRAIN_DIGITS_NETWORK_HPP

#include "activation.hpp"
#include "random.hpp"

#include <chrono>
#include <cmath>
#include <cstddef>
#include <vector>

/// A multilayer perceptron: `depth` hidden layers of `width` units, then one unit a class, softmax and cross-entropy.
class network {
public:
    network(Eigen::Index inputs, Eigen::Index width, int depth, Eigen::Index classes, activation const& hidden,
            random_source& random)
        : f(hidden), before(static_cast<std::size_t>(depth) + 1), after(static_cast<std::size_t>(depth)) {
        Eigen::Index fan_in = inputs;
        for (int layer = 0; layer <= depth; ++layer) {
            Eigen::Index const fan_out = layer == depth ? classes : width;
            float const limit = f.weight_limit(static_cast<float>(fan_in), static_cast<float>(fan_out));
            weights.emplace_back(matrix(fan_out, fan_in).unaryExpr([&](float) { return random.uniform(limit); }));
            biases.emplace_back(matrix::Zero(fan_out, 1));
            fan_in = fan_out;
        }
    }

    /// The logits: one column for each column of images.
    matrix const& forward(matrix const& images) {
        for (std::size_t layer = 0; layer < weights.size(); ++layer) {
            before[layer].noalias() = weights[layer].value * input_of(layer, images);
            before[layer].colwise() += biases[layer].value.col(0);
            if (layer == after.size()) break;
            after[layer].resizeLike(before[layer]);
            auto const start = clock::now();
            f.forward(before[layer], after[layer]);
            in_activations += clock::now() - start;
        }
        return before.back();
    }

    /// Gradients of the mean cross-entropy for the images of the last forward(). Returns that mean.
    float backward(matrix const& images, std::vector<int> const& labels) {
        float const loss = softmax_cross_entropy(labels);
        for (std::size_t layer = weights.size(); layer-- > 0;) {
            weights[layer].gradient.noalias() = delta * input_of(layer, images).transpose();
            biases[layer].gradient = delta.rowwise().sum();
            if (layer == 0) break;
            next_delta.noalias() = weights[layer].value.transpose() * delta;
            delta.swap(next_delta);
            auto const start = clock::now();
            f.backward(before[layer - 1], delta);
            in_activations += clock::now() - start;
        }
        return loss;
    }

    /// One step of Adam (Kingma and Ba 2015, with their constants) along the gradients of the last backward().
    void step(float learning_rate) {
        ++steps;
        float const mean_correction = 1.0f - std::pow(0.9f, static_cast<float>(steps));
        float const square_correction = 1.0f - std::pow(0.999f, static_cast<float>(steps));
        auto const update = [&](parameter& p) {
            p.mean += 0.1f * (p.gradient - p.mean);
            p.square += 0.001f * (p.gradient.cwiseAbs2() - p.square);
            p.value.array() -= (learning_rate / mean_correction) * p.mean.array() /
                               ((p.square.array() / square_correction).sqrt() + 1e-8f);
        };
        for (parameter& p : weights) update(p);
        for (parameter& p : biases) update(p);
    }

    /// The norm of the gradient of each layer's weights, as the last backward() left it; the output layer is last.
    std::vector<double> gradient_norms() const {
        std::vector<double> norms;
        for (parameter const& p : weights) norms.push_back(p.gradient.cast<double>().norm());
        return norms;
    }

    /// The share of each hidden layer's activations that the last forward() left at exactly 0.
    std::vector<double> zero_shares() const {
        std::vector<double> shares;
        for (matrix const& values : after)
            shares.push_back(static_cast<double>((values.array() == 0.0f).count()) /
                             static_cast<double>(values.size()));
        return shares;
    }

    /// Time spent in xact so far, forward and backward.
    double activation_seconds() const { return std::chrono::duration<double>(in_activations).count(); }

private:
    using clock = std::chrono::steady_clock;

    struct parameter {
        explicit parameter(matrix start)
            : value(std::move(start)), gradient(matrix::Zero(value.rows(), value.cols())), mean(gradient),
              square(gradient) {}
        matrix value, gradient, mean, square;
    };

    matrix const& input_of(std::size_t layer, matrix const& images) const {
        return layer == 0 ? images : after[layer - 1];
    }

    /// Leaves the gradient for the logits in delta: softmax(logits), less 1 for the right class, over the batch size.
    float softmax_cross_entropy(std::vector<int> const& labels) {
        matrix const& logits = before.back();
        auto const images = static_cast<float>(logits.cols());
        float loss = 0.0f;
        delta = logits.rowwise() - logits.colwise().maxCoeff();
        for (Eigen::Index i = 0; i < delta.cols(); ++i) {
            auto column = delta.col(i);
            int const label = labels[static_cast<std::size_t>(i)];
            float const right = column[label];
            column = column.array().exp();
            float const sum = column.sum();
            loss += std::log(sum) - right;
            column /= sum;
            column[label] -= 1.0f;
        }
        delta /= images;
        return loss / images;
    }

    activation f;
    std::vector<parameter> weights, biases;
    std::vector<matrix> before, after; // each layer's values before and after its activation
    matrix delta, next_delta;
    long steps = 0;
    clock::duration in_activations{};
};

#endif
