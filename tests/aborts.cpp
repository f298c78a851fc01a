// What ends a program: mistakes found by assertions, and, without exceptions, bad sizes and parameters. Prints the
// message as the library does; the tests match it.

#include <xact/xact.hpp>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

int main(int argc, char** argv) {
    std::signal(SIGABRT, [](int) { std::_Exit(0); });
    char const* const what = argc == 2 ? argv[1] : "";
    std::vector<float> in(5), out(4);
    if (std::strcmp(what, "sizes") == 0) xact::transform(in, out, xact::tanh{});
    if (std::strcmp(what, "parameter") == 0) static_cast<void>(xact::leaky_relu{1e300});
    if (std::strcmp(what, "overlap") == 0) xact::transform(in.data(), in.data() + 1, 4, xact::tanh{});
    return 1; // it should have aborted
}
