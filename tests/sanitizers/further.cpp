// The other tables and kinds of kernels.

#include "ranges_of.hpp"

#include <xact/activation/elu.hpp>
#include <xact/activation/gelu.hpp>
#include <xact/activation/isru.hpp>
#include <xact/activation/serf.hpp>
#include <xact/activation/sigmoid.hpp>
#include <xact/activation/silu.hpp>
#include <xact/activation/snake.hpp>
#include <xact/activation/softplus.hpp>

void further() {
    using namespace sanitizers;
    drive_value<float, xact::sigmoid>("sigmoid");
    drive_value<float, xact::fast::sigmoid>("fast::sigmoid");
    drive_value<float, xact::exact::sigmoid>("exact::sigmoid");
    drive_value<float, xact::derivative_of<xact::sigmoid>>("sigmoid'");
    drive_value<float, xact::silu>("silu");
    drive_value<float, xact::elu>("elu");
    drive_value<float, xact::gelu>("gelu");
    drive_value<float, xact::softplus>("softplus");
    drive_value<float, xact::snake>("snake");
    drive_value<float, xact::serf>("serf");
    drive_value<double, xact::isru>("isru of doubles");
}
