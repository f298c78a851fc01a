#include "check.hpp"
#include "data.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstring>
#include <exception>
#include <iostream>
#include <list>
#include <new>
#include <numeric>

namespace bench {

namespace {

char const* name_of(variant what) {
    switch (what) {
    case variant::value:
        return "value";
    case variant::derivative:
        return "derivative";
    case variant::fused:
        return "fused";
    case variant::backward:
        return "backward";
    case variant::in_place:
        return "in_place";
    case variant::latency:
        return "latency";
    case variant::step:
        return "step";
    }
    return "";
}

template <class T> void measure(benchmark::State& state, entry<T> const& row, memory<T>& data) try {
    auto const n = static_cast<std::size_t>(state.range(0));
    auto const a = data.of(n, row.is.what);
    auto const call = row.bind(a);
    benchmark::DoNotOptimize(a);
    for (auto _ : state) {
        call();
        benchmark::ClobberMemory();
    }
    using counter = benchmark::Counter;
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(n));
    state.counters["ns_per_element"] =
        counter(static_cast<double>(n) * 1e-9, counter::kIsIterationInvariantRate | counter::kInvert);
} catch (std::bad_alloc const&) {
    state.SkipWithError("not enough memory for arrays of this length");
}

/// Where a call costs more than its elements is plotted at every length, for one function.
template <class T> std::vector<std::int64_t> lengths_for(description const& is) {
    std::vector<std::int64_t> lengths{8, 64};
    if (is.function == "tanh" && is.what == variant::value && sizeof(T) == sizeof(float)) {
        lengths.resize(256);
        std::iota(lengths.begin(), lengths.end(), 1);
    }
    lengths.insert(lengths.end(), {4096, 1 << 20, 64 << 20});
    return lengths;
}

template <class T> void register_rows(std::vector<inputs> const& distributions) {
    static std::list<memory<T>> data;
    for (auto const& row : entries<T>()) check(row);
    for (auto const& from : distributions) {
        memory<T>& arrays = data.emplace_back(from);
        for (auto const& row : entries<T>()) {
            std::string const name = row.name() + '/' + from.name;
            auto const run = [&](benchmark::State& state) { measure(state, row, arrays); };
            // One benchmark each: Google Benchmark warns of those with many arguments.
            for (auto const n : lengths_for<T>(row.is)) benchmark::RegisterBenchmark(name.c_str(), run)->Arg(n);
        }
    }
}

struct options {
    std::string inputs = "uniform8";
    bool accuracy = false;
};

/// Takes our own two options out of the argument list; what remains is Google Benchmark's.
options take_options(int& argc, char** argv) {
    options result;
    int kept = 1;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--accuracy") == 0)
            result.accuracy = true;
        else if (std::strncmp(argv[i], "--inputs=", 9) == 0)
            result.inputs = argv[i] + 9;
        else
            argv[kept++] = argv[i];
    }
    argv[argc = kept] = nullptr;
    return result;
}

int run(int argc, char** argv) {
    auto const options = take_options(argc, argv);
    std::vector<inputs> const distributions = inputs_listed(options.inputs);
    if (options.accuracy) {
        print_accuracy();
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::AddCustomContext("isa", XACT_BENCH_ISA);
    benchmark::AddCustomContext("compiler", XACT_BENCH_COMPILER);
    for (auto const& from : distributions) benchmark::AddCustomContext(std::string("inputs ") + from.name, from.text);
    for (auto const& [library, version] : versions()) benchmark::AddCustomContext("version " + library, version);
    register_rows<float>(distributions);
    register_rows<double>(distributions);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}

} // namespace

template <class T> std::vector<entry<T>>& entries() {
    static std::vector<entry<T>> list;
    return list;
}
template std::vector<entry<float>>& entries<float>();
template std::vector<entry<double>>& entries<double>();

std::map<std::string, std::string>& versions() {
    static std::map<std::string, std::string> by_library;
    return by_library;
}

template <class T> std::string entry<T>::name() const {
    std::string const tier = is.tier.empty() ? "" : is.tier + '/';
    return is.library + '/' + is.function + '/' + tier + name_of(is.what) + (sizeof(T) == 4 ? "/f32" : "/f64");
}
template struct entry<float>;
template struct entry<double>;

} // namespace bench

int main(int argc, char** argv) try { return bench::run(argc, argv); } catch (std::exception const& e) {
    std::cerr << argv[0] << ": " << e.what() << '\n';
    return 2;
}
