#ifndef TRAIN_DIGITS_TRAINING_HPP
#define TRAIN_DIGITS_TRAINING_HPP

#include "dataset.hpp"
#include "network.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

struct settings {
    int width, epochs, batch;
    double learning_rate;
    std::uint64_t seed;
};

/// What the training of one network showed.
struct training_record {
    std::string activation;
    int depth = 0;
    Eigen::Index correct = 0, tested = 0;
    std::vector<double> accuracy; // on the test images, in percent: before training, then after each epoch
    double loss = 0.0;            // mean over the last epoch
    std::vector<double> gradient_at_start, gradient_at_end; // norm for each layer's weights, output layer last
    std::vector<double> zeros;                              // share for each hidden layer, on the test images
    double seconds = 0.0, activation_seconds = 0.0;
};

inline Eigen::Index count_correct(network& net, image_set const& set) {
    matrix const& logits = net.forward(set.images);
    Eigen::Index correct = 0;
    for (Eigen::Index i = 0; i < logits.cols(); ++i) {
        Eigen::Index best = 0;
        logits.col(i).maxCoeff(&best);
        correct += best == set.labels[static_cast<std::size_t>(i)];
    }
    return correct;
}

/// `on_epoch` is called after each epoch with its number and the test accuracy in percent.
template <class OnEpoch>
training_record train(dataset const& data, activation const& f, int depth, settings const& s, OnEpoch&& on_epoch) {
    auto const start = std::chrono::steady_clock::now();
    training_record record;
    record.activation = f.name;
    record.depth = depth;
    record.tested = data.test.size();

    random_source random(s.seed);
    network net(data.train.images.rows(), s.width, depth, class_count, f, random);

    // The gradient norms are those of one large batch, the same before and after, so that they can be compared.
    image_set probe, batch;
    Eigen::Index const images = data.train.size();
    data.train.gather(random.permutation(images), 0, std::min<Eigen::Index>(images, 2048), probe);
    auto const gradient_norms = [&] {
        net.forward(probe.images);
        net.backward(probe.images, probe.labels);
        return net.gradient_norms();
    };
    auto const test = [&] {
        record.correct = count_correct(net, data.test);
        record.accuracy.push_back(100.0 * static_cast<double>(record.correct) / static_cast<double>(record.tested));
    };

    record.gradient_at_start = gradient_norms();
    test();
    for (int epoch = 1; epoch <= s.epochs; ++epoch) {
        double const remaining = 1.0 - static_cast<double>(epoch - 1) / s.epochs;
        std::vector<std::ptrdiff_t> const order = random.permutation(images);
        double loss = 0.0;
        for (Eigen::Index first = 0; first < images; first += s.batch) {
            Eigen::Index const count = std::min<Eigen::Index>(s.batch, images - first);
            data.train.gather(order, first, count, batch);
            net.forward(batch.images);
            loss += static_cast<double>(net.backward(batch.images, batch.labels)) * static_cast<double>(count);
            net.step(static_cast<float>(s.learning_rate * remaining));
        }
        record.loss = loss / static_cast<double>(images);
        test();
        on_epoch(epoch, record.accuracy.back());
    }
    record.zeros = net.zero_shares();
    record.gradient_at_end = gradient_norms();
    record.activation_seconds = net.activation_seconds();
    record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return record;
}

#endif
