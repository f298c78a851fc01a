// curves NAME [FIRST LAST STEP]
//
// An activation of any name that xact::visit knows, its derivative and its second derivative as a table: for the inputs
// -19, -18, ..., 19, or others.

#include <xact/visit.hpp>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace {

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

    auto const print = [&](auto const& f) {
        std::printf("#%9s %15s %15s %15s\n", "x", "f(x)", "f'(x)", "f''(x)");
        for (int i = 0; first + static_cast<float>(i) * step <= last; ++i) {
            float const x = first + static_cast<float>(i) * step;
            std::printf("%10g %15.9g %15.9g %15.9g\n", x, f(x), f.derivative(x), f.second_derivative(x));
        }
    };
    if (!understood) {
        std::fprintf(stderr, "usage: curves NAME [FIRST LAST STEP], with the name of an activation\n");
        return 2;
    }
    try {
        xact::visit(argv[1], {}, print);
    } catch (std::invalid_argument const& unknown) {
        std::fprintf(stderr, "%s\n", unknown.what());
        return 2;
    }
}
