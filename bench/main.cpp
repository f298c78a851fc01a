#include "check.hpp"
#include "data.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>

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

template <class T> void register_rows(inputs const& from) {
    static memory<T> data(from);
    for (auto const& row : entries<T>()) {
        check(row);
        benchmark::RegisterBenchmark(row.name().c_str(), [&row](benchmark::State& state) { measure(state, row, data); })
            ->Arg(8)
            ->Arg(64)
            ->Arg(4096)
            ->Arg(1 << 20)
            ->Arg(64 << 20);
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
    auto const& from = inputs_named(options.inputs);
    if (options.accuracy) {
        print_accuracy();
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::AddCustomContext("isa", XACT_BENCH_ISA);
    benchmark::AddCustomContext("compiler", XACT_BENCH_COMPILER);
    benchmark::AddCustomContext("inputs", from.text);
    register_rows<float>(from);
    register_rows<double>(from);
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
