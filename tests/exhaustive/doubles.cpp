// double results on many stratified points against long double (64 bits of significand on x86, 113 on AArch64,
// with C library functions good to about a unit in its last place: the ULP shown are right to 0.01).
//
//   doubles [--points N] [--threads N] [NAME...]     10^8 points per function and all rows, if not given
//
// One half of the points is uniform on [-750, 750], the other takes every binade from the subnormals to 2^10 equally.

#include "../bits.hpp"
#include "../functions.hpp"
#include "../ulp.hpp"

#include <algorithm>
#include <atomic>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <random>
#include <string>
#include <thread>

namespace {

constexpr std::size_t block = 4096;

struct worst_case {
    double ulp = 0, x = 0;
};

void draw(std::mt19937_64& random, std::vector<double>& x) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        std::uint64_t const bits = random();
        if (i % 2 == 0)
            x[i] = (static_cast<double>(bits >> 11) * 0x1p-53 - 0.5) * 1500.0;
        else
            x[i] = from_bits<double>((bits & 1) << 63 | (bits >> 53) % 1034 << 52 | (bits >> 1 & ((1ull << 52) - 1)));
    }
}

void run(table::entry<double> const& row, int order, std::size_t points, unsigned threads) {
    auto const& f = row.tiers.front(); // precise; fast is the same in double
    std::atomic<std::size_t> next{0};
    std::mutex guard;
    worst_case worst;
    std::size_t const blocks = (points + block - 1) / block;
    auto work = [&] {
        std::vector<double> in(block), out(block);
        std::vector<long double> x(block), truth(block);
        worst_case mine;
        for (std::size_t b; (b = next++) < blocks;) {
            std::mt19937_64 random(b);
            draw(random, in);
            f.range[order](in.data(), out.data(), block);
            std::copy(in.begin(), in.end(), x.begin());
            row.in_long_double[order](x.data(), truth.data(), block);
            for (std::size_t i = 0; i < block; ++i) {
                // Without what the reference itself may be off by, in arithmetic with 11 bits more.
                long double const doubt = row.reference_doubt(order, in[i], truth[i]) * 0x1p-11L;
                double const ulp = std::max(0.0, ulp_error(out[i], truth[i]) - in_last_places<double>(doubt, truth[i]));
                if (!(ulp <= mine.ulp)) mine = {ulp, in[i]};
            }
        }
        std::lock_guard<std::mutex> const lock(guard);
        if (!(mine.ulp <= worst.ulp)) worst = mine;
    };
    std::vector<std::thread> running;
    for (unsigned i = 0; i < threads; ++i) running.emplace_back(work);
    for (auto& thread : running) thread.join();
    std::printf("{\"isa\": \"%s\", \"function\": \"%s\", \"order\": \"%s\", \"tier\": \"double\", \"points\": %zu, "
                "\"max_ulp\": %.4f, \"at\": \"%a\"}\n",
                XACT_ISA, row.name, table::order_names[order], blocks * block, worst.ulp, worst.x);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    std::size_t points = 100'000'000;
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::string> names;
    for (int i = 1; i < argc; ++i) {
        std::string const option = argv[i];
        unsigned long long const n = i + 1 < argc ? std::strtoull(argv[i + 1], nullptr, 10) : 0;
        if (option.compare(0, 2, "--") != 0)
            names.push_back(option);
        else if (option == "--points" && n != 0)
            points = n, ++i;
        else if (option == "--threads" && n != 0)
            threads = static_cast<unsigned>(n), ++i;
        else {
            std::fprintf(stderr, "doubles: expected --points or --threads with a number, at least 1, not %s\n",
                         argv[i]);
            return 2;
        }
    }
    auto const all = table::rows_and_variants<double>();
    for (auto const& name : names)
        if (std::none_of(all.begin(), all.end(), [&](auto const& row) { return name == row.name; })) {
            std::fprintf(stderr, "doubles: no row '%s' in the table\n", name.c_str());
            return 2;
        }
    for (auto const& row : all) {
        if (!names.empty() && std::find(names.begin(), names.end(), row.name) == names.end()) continue;
        for (int const order : {table::value, table::derivative, table::second_derivative})
            run(row, order, points, threads);
    }
}
