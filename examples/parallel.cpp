// parallel [ELEMENTS [THREADS]]
//
// xact starts no threads, and needs nothing to be told of yours: a slice is a range. As f(x) depends on x alone, the
// bits do not depend on where the slices begin and end.

#include <xact/xact.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

namespace {

void tanh_in_slices(std::vector<float> const& x, std::vector<float>& y, std::size_t threads) {
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < threads; ++i) {
        std::size_t const begin = x.size() * i / threads, end = x.size() * (i + 1) / threads;
        workers.emplace_back(
            [&, begin, end] { xact::transform(x.data() + begin, y.data() + begin, end - begin, xact::tanh{}); });
    }
    for (std::thread& worker : workers) worker.join();
}

template <class F> double milliseconds(F work) {
    auto const start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int argc, char** argv) {
    // A number that no number of lanes divides, so that every slice ends in the middle of a register.
    std::size_t const n = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000'019;
    std::size_t const threads =
        argc > 2 ? std::strtoull(argv[2], nullptr, 10) : std::max<std::size_t>(1, std::thread::hardware_concurrency());

    std::vector<float> x(n), serial(n), parallel(n);
    for (std::size_t i = 0; i < n; ++i) x[i] = static_cast<float>(i % 20011) / 1000.0f - 10.0f;

    double const alone = milliseconds([&] { xact::transform(x, serial, xact::tanh{}); });
    double const together = milliseconds([&] { tanh_in_slices(x, parallel, threads); });
    bool const same_bits = std::memcmp(serial.data(), parallel.data(), n * sizeof(float)) == 0;
    std::printf("tanh of %zu floats: %.2f ms in one thread, %.2f ms in %zu; the bits are %s\n", n, alone, together,
                threads, same_bits ? "the same" : "NOT the same");
    return same_bits ? 0 : 1;
}
