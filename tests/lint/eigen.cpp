// eigen.hpp, with packets of a whole register and of a part of one.

#include <xact/activation/relu.hpp>
#include <xact/derivative_of.hpp>
#include <xact/eigen.hpp>

void lint_eigen(Eigen::ArrayXf& x, Eigen::ArrayXd& y, Eigen::Array4f& part) {
    x = xact::eigen::apply(x, xact::relu{});
    y = xact::eigen::apply(y, xact::derivative_of{xact::relu{}});
    part = xact::eigen::apply(part, xact::relu{});
}
