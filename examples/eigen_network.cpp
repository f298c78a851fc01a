// A network that learns XOR, which no single layer can, written in Eigen's expressions: <xact/eigen.hpp> makes
// activations a part of them, so that the sum and the function of it are one pass over memory.

#include <xact/eigen.hpp>
#include <xact/xact.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstdio>
#include <random>

int main() {
    using Eigen::MatrixXf, Eigen::VectorXf;
    using xact::eigen::apply;

    // Features are rows, examples are columns.
    Eigen::Matrix<float, 2, 4> const x{{0, 0, 1, 1}, {0, 1, 0, 1}};
    Eigen::Matrix<float, 1, 4> const wanted{{0, 1, 1, 0}};

    constexpr int hidden = 4;
    std::mt19937 random(1);
    std::uniform_real_distribution<float> uniform(-1.0f, 1.0f);
    MatrixXf w1 = MatrixXf::NullaryExpr(hidden, 2, [&] { return uniform(random); });
    MatrixXf w2 = MatrixXf::NullaryExpr(1, hidden, [&] { return uniform(random); });
    VectorXf b1 = VectorXf::Zero(hidden), b2 = VectorXf::Zero(1);

    MatrixXf y;
    std::printf("# step  cross-entropy  outputs for 00, 01, 10, 11\n");
    for (int step = 0; step <= 500; ++step) {
        MatrixXf const z1 = (w1 * x).colwise() + b1;
        MatrixXf const h = apply(z1, xact::tanh{});
        y = apply((w2 * h).colwise() + b2, xact::sigmoid{});

        if (step % 100 == 0) {
            float const loss = -(1.0f - (y - wanted).array().abs()).log().mean();
            std::printf("%6d %14.6f %8.4f %7.4f %7.4f %7.4f\n", step, loss, y(0), y(1), y(2), y(3));
        }

        // Sigmoid and cross-entropy together have the gradient y - wanted.
        MatrixXf const d2 = y - wanted;
        MatrixXf const d1 = (w2.transpose() * d2).cwiseProduct(apply(z1, xact::derivative_of{xact::tanh{}}));
        w2 -= 0.5f * d2 * h.transpose();
        b2 -= 0.5f * d2.rowwise().sum();
        w1 -= 0.5f * d1 * x.transpose();
        b1 -= 0.5f * d1.rowwise().sum();
    }
    return (y - wanted).cwiseAbs().maxCoeff() < 0.05f ? 0 : 1;
}
