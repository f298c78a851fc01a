// The share of the units that are exactly 0, layer by layer, in a network with random weights: half of them for relu,
// none for sigmoid and tanh.

#include <xact/xact.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstdio>
#include <random>
#include <vector>

namespace {

constexpr int width = 128, depth = 8, examples = 128;

/// Zeros per layer. The variance of the weights is `gain` / width, which keeps signals from growing or fading.
template <class F> std::vector<double> share_of_zeros(F f, float gain) {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    auto const draw = [&] { return normal(random); };

    Eigen::MatrixXf units = Eigen::MatrixXf::NullaryExpr(width, examples, draw);
    std::vector<double> shares;
    for (int layer = 0; layer < depth; ++layer) {
        Eigen::MatrixXf const weights = std::sqrt(gain / width) * Eigen::MatrixXf::NullaryExpr(width, width, draw);
        Eigen::MatrixXf const sums = weights * units;
        xact::transform(sums, units, f);
        shares.push_back(static_cast<double>((units.array() == 0.0f).count()) / static_cast<double>(units.size()));
    }
    return shares;
}

} // namespace

int main() {
    auto const relu = share_of_zeros(xact::relu{}, 2.0f), sigmoid = share_of_zeros(xact::sigmoid{}, 1.0f),
               tanh = share_of_zeros(xact::tanh{}, 1.0f);
    bool holds = true;
    std::printf("# share of the units that are exactly 0, in %%\n# layer  relu  sigmoid  tanh\n");
    for (std::size_t layer = 0; layer < depth; ++layer) {
        std::printf("%7zu %5.1f %8.1f %5.1f\n", layer + 1, 100.0 * relu[layer], 100.0 * sigmoid[layer],
                    100.0 * tanh[layer]);
        holds = holds && std::abs(relu[layer] - 0.5) < 0.1 && sigmoid[layer] == 0.0 && tanh[layer] == 0.0;
    }
    return holds ? 0 : 1;
}
