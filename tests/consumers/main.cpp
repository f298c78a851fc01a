#include <xact/xact.hpp>

#include <cmath>
#include <vector>

// The smallest program that can tell whether what was found, included and linked is xact and works.
int main() {
    std::vector<float> const x{-1.0f, -0.0f, 0.5f, 1.0f, 40.0f};
    std::vector<float> relu(x.size()), slope(x.size());
    xact::transform(x, relu, xact::relu{});
    xact::transform(x, slope, xact::derivative_of{xact::tanh{}});

    bool const values = relu == std::vector<float>{0.0f, 0.0f, 0.5f, 1.0f, 40.0f};
    bool const far_slope = std::abs(slope[4] / 7.2194056e-35f - 1.0f) < 1e-6f;
    bool const rounding = xact::exact::tanh{}(0.5f) == 0x1.d9353ep-2f;
    return values && far_slope && rounding ? 0 : 1;
}
