// What reaches the first layer of a deep network is a product of as many derivatives as there are layers. It vanishes
// for three reasons, which this table keeps apart, for networks whose layers are one unit each:
//
//   mathematics   derivatives below 1 multiply: the column log10 is the logarithm of the true product
//   the format    a product below 1.4e-45 is not a float: xact is 0 where log10 is below -45.2
//   cancellation  1 - y*y and y(1 - y) are 0 once y has been rounded to 1, and with them the whole product, although
//                 the true one is far from 0: the columns that are named after the formulas

#include <xact/xact.hpp>

#include <cmath>
#include <cstdio>
#include <vector>

namespace {

struct product {
    double log10 = 0.0; // of the true product: a sum of logarithms does not underflow
    float xact = 1.0f, from_output = 1.0f;
};

/// The product of f'(x) over all layers; `slope` is what books give for f' in terms of y = f(x).
template <class F, class Slope> product through(std::vector<float> const& inputs, F f, Slope slope) {
    product p;
    for (float x : inputs) {
        p.log10 += std::log10(f.derivative(static_cast<double>(x)));
        p.xact *= f.derivative(x);
        p.from_output *= slope(f(x));
    }
    return p;
}

product sigmoid(std::vector<float> const& inputs) {
    return through(inputs, xact::sigmoid{}, [](float y) { return y * (1.0f - y); });
}
product tanh(std::vector<float> const& inputs) {
    return through(inputs, xact::tanh{}, [](float y) { return 1.0f - y * y; });
}
product relu(std::vector<float> const& inputs) {
    return through(inputs, xact::relu{}, [](float y) { return y > 0.0f ? 1.0f : 0.0f; });
}

/// y does not tell x, so books have nothing for it.
product gelu(std::vector<float> const& inputs) {
    return through(inputs, xact::gelu{}, [](float) { return 0.0f; });
}

/// xact's product is the true one, to the rounding of the multiplications, as far as floats reach.
bool is_right(product const& p) {
    double const distance = std::abs(std::log10(static_cast<double>(p.xact)) - p.log10);
    return p.log10 < -37.9 || distance < 1e-5;
}

/// One block of the table; true if all is as the head of this file says.
bool table(char const* title, float x_of_first_layer) {
    bool holds = true;
    std::printf("# %s\n", title);
    std::printf("# layers | sigmoid:  log10       xact     y(1-y) | tanh:  log10       xact      1-y*y | relu: xact | "
                "gelu: xact\n");
    for (std::size_t layers = 2; layers <= 64; layers *= 2) {
        std::vector<float> inputs(layers, 1.0f);
        inputs[0] = x_of_first_layer;
        product const s = sigmoid(inputs), t = tanh(inputs), r = relu(inputs), g = gelu(inputs);
        std::printf("%8zu %16.2f %10.3g %10.3g %15.2f %10.3g %10.3g %12g %12.4g\n", layers, s.log10, s.xact,
                    s.from_output, t.log10, t.xact, t.from_output, r.xact, g.xact);
        bool const saturated = x_of_first_layer > 17.4f;
        holds = holds && is_right(s) && is_right(t) && is_right(g) && r.xact == 1.0f &&
                (!saturated || s.from_output == 0.0f) && (!saturated || t.from_output == 0.0f);
    }
    return holds;
}

} // namespace

int main() {
    bool const mathematics = table("Every layer sees x = 1: the mathematics, and in the end the format", 1.0f);
    std::printf("\n\n");
    bool const cancellation = table("The same, but the first layer sees x = 18: cancellation", 18.0f);
    return mathematics && cancellation ? 0 : 1;
}
