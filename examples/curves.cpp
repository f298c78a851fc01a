// curves NAME [FIRST LAST STEP]
//
// An activation, its derivative and its second derivative as a table: for the inputs -19, -18, ..., 19, or others.

#include <xact/xact.hpp>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

/// Calls use(activation) with the activation of that name; false if there is none.
template <class F> bool visit(std::string_view name, F use) {
    auto const take = [&](char const* known, auto activation) { return name == known && (use(activation), true); };
    return take("relu", xact::relu{}) || take("relu6", xact::relu6{}) || take("leaky_relu", xact::leaky_relu{}) ||
           take("sigmoid", xact::sigmoid{}) || take("tanh", xact::tanh{}) || take("silu", xact::silu{});
}

bool is_number(char const* text, float& number) {
    char* end = nullptr;
    number = std::strtof(text, &end);
    return end != text && *end == '\0';
}

} // namespace

int main(int argc, char** argv) {
    float first = -19.0f, last = 19.0f, step = 1.0f;
    bool const understood = argc == 2 || (argc == 5 && is_number(argv[2], first) && is_number(argv[3], last) &&
                                          is_number(argv[4], step) && (last - first) / step < 1e6f && step > 0.0f);

    auto const print = [&](auto f) {
        std::printf("#%9s %15s %15s %15s\n", "x", "f(x)", "f'(x)", "f''(x)");
        for (int i = 0; first + static_cast<float>(i) * step <= last; ++i) {
            float const x = first + static_cast<float>(i) * step;
            std::printf("%10g %15.9g %15.9g %15.9g\n", x, f(x), f.derivative(x), f.second_derivative(x));
        }
    };
    bool const found = understood && visit(argv[1], print);
    if (!found) std::fprintf(stderr, "usage: curves relu|relu6|leaky_relu|sigmoid|tanh|silu [FIRST LAST STEP]\n");
    return found ? 0 : 2;
}
