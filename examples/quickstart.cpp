#include <xact/xact.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::printf("tanh(0.5) = %.9g, tanh'(40) = %.9g\n", xact::tanh{}(0.5f), xact::tanh{}.derivative(40.0f));

    std::vector<float> const x{-2.0f, -0.5f, 0.0f, 0.5f, 2.0f};
    std::vector<float> y(x.size()), slope(x.size());
    xact::transform(x, y, slope, xact::tanh{}); // values and derivatives in one pass
    for (std::size_t i = 0; i < x.size(); ++i)
        std::printf("x = %-4g  tanh = %-12.9g  tanh' = %.9g\n", x[i], y[i], slope[i]);
}
