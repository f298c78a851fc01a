// One activation for each of the loops: few operations, a table in float lanes, many operations in double lanes.

#include "ranges_of.hpp"

#include <xact/activation/leaky_relu.hpp>
#include <xact/activation/softsign.hpp>
#include <xact/activation/tanh.hpp>

void loops() {
    using namespace sanitizers;
    using leaky_relu = calls<float, xact::leaky_relu, 0>;
    drive<float>({"leaky_relu",
                  xsimd::batch<float>::size,
                  {leaky_relu::value, nullptr, nullptr},
                  leaky_relu::both,
                  leaky_relu::backward,
                  nullptr});
    drive_value<double, xact::leaky_relu>("leaky_relu of doubles");
    drive_value<float, xact::tanh>("tanh");
    drive_value<float, xact::softsign>("softsign");
}
