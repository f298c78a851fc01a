#include <xact/xact.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::printf("scalar      tanh(0.5)  = %.9g\n", static_cast<double>(xact::tanh{}(0.5f)));
    std::printf("derivative  tanh'(40)  = %.9g\n", static_cast<double>(xact::tanh{}.derivative(40.0f)));

    xsimd::batch<float> const lanes = xact::sigmoid{}(xsimd::batch<float>(0.5f));
    std::printf("batch       sigmoid    = %.9g in each of %zu lanes\n", static_cast<double>(lanes.get(0)), lanes.size);

    std::vector<float> x{-2.0f, -0.5f, 0.0f, 0.5f, 2.0f}, y(x.size()), slope(x.size());
    xact::transform(x, y, slope, xact::exact::tanh{}); // array: values and derivatives in one pass
    xact::transform(x, x, xact::relu{});               // in place
    for (std::size_t i = 0; i < x.size(); ++i)
        std::printf("array       relu = %-4g  tanh = %-12.9g  tanh' = %.9g\n", static_cast<double>(x[i]),
                    static_cast<double>(y[i]), static_cast<double>(slope[i]));
}
