// A physics-informed network: u(t) = sum of c tanh(w t + b) learns to solve
//
//   u'' = -u,  u(0) = 0,  u'(0) = 1      on [0, pi], where the solution is sin t
//
// from the equation alone, without one value of the solution. What it minimises is made of u'', so that it needs
// tanh''; its gradient for w and b needs tanh''', which follows from tanh' = 1 - tanh^2: tanh'' = -2 tanh tanh',
// tanh''' = -2 (tanh'^2 + tanh tanh'').

#include <xact/xact.hpp>

#include <Eigen/Dense>

#include <cmath>
#include <cstdio>

namespace {

using Eigen::ArrayXd, Eigen::MatrixXd, Eigen::VectorXd, Eigen::Index;

constexpr Index units = 8, points = 32, unknowns = 3 * units;
constexpr double pi = 3.141592653589793;

/// A number that the network computes, and its gradient for w, b and c, one below the other.
struct quantity {
    double value;
    Eigen::RowVectorXd gradient;
};

/// u, u' and u'' at one t.
struct solution {
    quantity u, du, d2u;
};

solution evaluate(VectorXd const& parameters, double t) {
    ArrayXd const w = parameters.head(units), b = parameters.segment(units, units), c = parameters.tail(units);
    ArrayXd const z = w * t + b;
    ArrayXd f(units), df(units), d2f(units);
    xact::transform(z, f, df, xact::tanh{});
    xact::transform(z, d2f, [](auto const& x) { return xact::tanh{}.second_derivative(x); });
    ArrayXd const d3f = -2.0 * (df * df + f * d2f);

    auto const sum = [](ArrayXd const& value, ArrayXd const& by_w, ArrayXd const& by_b, ArrayXd const& by_c) {
        quantity q{value.sum(), Eigen::RowVectorXd(unknowns)};
        q.gradient << by_w.transpose().matrix(), by_b.transpose().matrix(), by_c.transpose().matrix();
        return q;
    };
    return {sum(c * f, c * df * t, c * df, f), sum(c * w * df, c * (df + w * d2f * t), c * w * d2f, w * df),
            sum(c * w * w * d2f, c * w * (2.0 * d2f + w * d3f * t), c * w * w * d3f, w * w * d2f)};
}

/// What is to become zero, and its gradients: the equation at the points, and the two conditions at t = 0.
struct equations {
    VectorXd residuals{points + 2};
    MatrixXd jacobian{points + 2, unknowns};
};

equations equations_of(VectorXd const& parameters) {
    equations s;
    for (Index i = 0; i < points; ++i) {
        solution const at = evaluate(parameters, pi * static_cast<double>(i) / (points - 1));
        s.residuals[i] = at.d2u.value + at.u.value;
        s.jacobian.row(i) = at.d2u.gradient + at.u.gradient;
    }
    solution const start = evaluate(parameters, 0.0);
    s.residuals.tail(2) << start.u.value, start.du.value - 1.0;
    s.jacobian.row(points) = start.u.gradient;
    s.jacobian.row(points + 1) = start.du.gradient;
    return s;
}

double largest_error(VectorXd const& parameters) {
    double largest = 0.0;
    for (double t = 0.0; t <= pi; t += 0.01)
        largest = std::max(largest, std::abs(evaluate(parameters, t).u.value - std::sin(t)));
    return largest;
}

} // namespace

int main() {
    // Each unit bends in another place, and counts nothing at first.
    VectorXd parameters = VectorXd::Zero(unknowns);
    for (Index i = 0; i < units; ++i) {
        parameters[i] = i % 2 == 0 ? 1.0 : -1.0;
        parameters[units + i] = -parameters[i] * pi * (static_cast<double>(i) + 0.5) / units;
    }

    // Levenberg-Marquardt: Gauss-Newton steps, damped where the last one led uphill.
    std::printf("# step  sum of squares  largest error of u\n");
    double damping = 1e-2;
    equations now = equations_of(parameters);
    for (int step = 0; step <= 100; ++step) {
        if (step % 10 == 0)
            std::printf("%6d %15.2e %19.2e\n", step, now.residuals.squaredNorm(), largest_error(parameters));
        MatrixXd normal = now.jacobian.transpose() * now.jacobian;
        normal.diagonal().array() += damping;
        VectorXd const moved = parameters - normal.ldlt().solve(now.jacobian.transpose() * now.residuals);
        equations const next = equations_of(moved);
        bool const better = next.residuals.squaredNorm() < now.residuals.squaredNorm();
        damping *= better ? 0.3 : 10.0;
        if (better) parameters = moved, now = next;
    }

    std::printf("\n\n#      t          u          sin t         u - sin t\n");
    for (int i = 0; i <= 64; ++i) {
        double const t = pi * i / 64, u = evaluate(parameters, t).u.value;
        std::printf("%8.5f %12.9f %12.9f %17.2e\n", t, u, std::sin(t), u - std::sin(t));
    }
    return largest_error(parameters) < 1e-4 ? 0 : 1;
}
