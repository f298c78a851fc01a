#ifndef TRAIN_DIGITS_RANDOM_HPP
#define TRAIN_DIGITS_RANDOM_HPP

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

/// Random numbers that are the same with every standard library: the engine's sequence is fixed by the C++ standard,
/// while std::normal_distribution, std::uniform_real_distribution and std::shuffle are not.
class random_source {
public:
    explicit random_source(std::uint64_t seed) : engine(seed) {}

    /// Uniform in [-limit, limit).
    float uniform(float limit) { return (static_cast<float>(engine() >> 40) * 0x1p-23f - 1.0f) * limit; }

    /// A permutation of 0..n-1 (Fisher and Yates). The bias of the remainder is below n/2^64.
    std::vector<std::ptrdiff_t> permutation(std::ptrdiff_t n) {
        std::vector<std::ptrdiff_t> order(static_cast<std::size_t>(n));
        for (std::size_t i = 0; i < order.size(); ++i) {
            auto const j = static_cast<std::size_t>(engine() % (i + 1));
            order[i] = std::exchange(order[j], static_cast<std::ptrdiff_t>(i));
        }
        return order;
    }

private:
    std::mt19937_64 engine;
};

#endif
