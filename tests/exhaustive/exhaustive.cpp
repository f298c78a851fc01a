// Every float there is, through every function of every row of the table, against an independent reference.
//
//   exhaustive                    proves: one line of JSON per activation, derivative and tier; status 1 where a bound
//                                 of the tier is exceeded
//   exhaustive --digest FILE      no reference, in seconds per function: digests of the results, held against those
//                                 recorded in FILE (lines of JSON); status 1 where one differs
//   exhaustive [...] NAME...      only these rows of the table; NAME/f, NAME/f' or NAME/f'' only this of a row
//
// The reference is the double formula of the row. Where its error (row.hpp) leaves open to which float it rounds,
// 300-bit arithmetic decides.

#include "../functions.hpp"
#include "real_reference.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cinttypes>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

namespace {

constexpr std::uint32_t chunk = 1u << 20; // magnitudes; a chunk holds them with both signs
constexpr std::uint32_t chunks = 1u << 11;
constexpr std::uint32_t step = 1u << 12;

float float_of(std::uint32_t bits) {
    float x;
    std::memcpy(&x, &bits, sizeof x);
    return x;
}

std::uint32_t bits_of(float x) {
    std::uint32_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    return x == x ? bits : 0x7fc00000u; // one pattern for all NaN: the contract promises a NaN, not its payload
}

/// The distance between floats around x: 2^(e - 23), e the exponent of x, at least -126.
double last_place(double x) {
    std::uint64_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    std::uint64_t const exponent = std::max<std::uint64_t>(bits >> 52 & 0x7ff, 1023 - 126) - 23;
    bits = exponent << 52;
    std::memcpy(&x, &bits, sizeof x);
    return x;
}

struct findings {
    double max_ulp = 0, max_relative = 0;
    float max_ulp_at = 0;
    std::uint64_t misrounded = 0, shape_violations = 0, nan_faults = 0, out_of_range = 0, not_symmetric = 0,
                  fused_differs = 0;

    void merge(findings const& other) {
        if (other.max_ulp > max_ulp) max_ulp = other.max_ulp, max_ulp_at = other.max_ulp_at;
        max_relative = std::max(max_relative, other.max_relative);
        misrounded += other.misrounded;
        shape_violations += other.shape_violations;
        nan_faults += other.nan_faults;
        out_of_range += other.out_of_range;
        not_symmetric += other.not_symmetric;
        fused_differs += other.fused_differs;
    }
};

using functions = table::functions<float>;
using entry = table::entry<float>;

struct range_of_values {
    double lowest, highest;
};

/// The true result for one input: to double precision, and rounded to float.
struct truth {
    double value, unit; // unit: the distance between floats around value
    float rounded;
};

/// The true result for x from its value in double arithmetic. `in_real` is null without MPFR.
truth truth_of(entry const& row, decided (*in_real)(float), float x, double value) {
    double const unit = last_place(value);

    // The distance to the nearest integer is 1/2 in the middle between two floats; at most 2^24 + 1 is rounded here.
    double const scaled = std::fabs(value) / unit;
    double const to_integer = std::fabs(scaled - ((scaled + 0x1p52) - 0x1p52));
    truth result{value, unit, static_cast<float>(value)};
    double const doubt = row.absolute_reference_error / unit; // in units of the last place
    if (in_real && 0.5 - to_integer < scaled * row.reference_error + doubt + 0x1p-70) {
        decided const better = in_real(x);
        result.rounded = better.rounded;
        if (doubt > 0x1p-10) {
            result.value = better.approximated;
            result.unit = last_place(result.value);
        }
    }
    return result;
}

/// Compares one result with the truth.
inline void compare(findings& found, range_of_values range, float x, float y, truth const& t) {
    if (std::isnan(x)) {
        found.nan_faults += !std::isnan(y);
        return;
    }
    found.out_of_range += !(y >= range.lowest && y <= range.highest);
    found.misrounded += y != t.rounded;
    if (std::isinf(t.value) || std::isinf(y)) {
        if (static_cast<double>(y) != t.value) found.max_ulp = table::infinity, found.max_ulp_at = x;
        return;
    }
    double const error = std::fabs(static_cast<double>(y) - t.value);
    if (error > found.max_ulp * t.unit) found.max_ulp = error / t.unit, found.max_ulp_at = x;
    double const size = std::fabs(t.value);
    if (size >= 0x1p-126 && error > found.max_relative * size) found.max_relative = error / size;
}

/// 64 bits that change with any bit of any result and with their order.
struct digest {
    std::array<std::uint64_t, 8> lanes{};

    void add(float const* y, std::size_t n) {
        for (std::size_t i = 0; i < n; i += lanes.size())
            for (std::size_t lane = 0; lane < lanes.size(); ++lane)
                lanes[lane] = lanes[lane] * 0x9e3779b97f4a7c15u + bits_of(y[i + lane]) + 1;
    }
    std::uint64_t value() const {
        std::uint64_t sum = 0;
        for (auto const lane : lanes) sum = (sum ^ sum >> 29) * 0xbf58476d1ce4e5b9u + lane;
        return sum;
    }
};

/// Runs `work(chunk)` for every chunk on all cores.
template <class Work> void for_each_chunk(Work work) {
    std::atomic<std::uint32_t> next{0};
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back([&] {
            for (std::uint32_t c; (c = next++) < chunks;) work(c);
        });
    for (auto& thread : threads) thread.join();
}

/// What is asked of every function of one order of one row.
struct demands {
    int order;
    table::shape shape = table::shape::none;
    int mirror = 0; // what f(-x) is of f(x), for f of this order: 0 where nothing is promised
    range_of_values range{-table::infinity, table::infinity};

    demands(entry const& row, int asked) : order(asked) {
        if (row.symmetry != table::parity::none)
            mirror = (row.symmetry == table::parity::odd ? -1 : 1) * (order == table::derivative ? -1 : 1);
        if (order == table::value) {
            shape = row.value_shape;
            range = {row.lowest, row.highest};
        } else if (order == table::derivative) {
            shape = row.slope_shape;
            range = {row.least_slope, row.greatest_slope};
        }
    }
};

using block = std::array<float, step>;

/// Compares a block of results with the truth and with what the other ways to call the function give.
void examine(findings& found, demands const& demand, functions const& f, block const& in, block const& out,
             std::array<truth, step> const& truths, float previous, bool has_previous) {
    block value, slope, mirrored;
    bool const has_fused = demand.order != table::second_derivative;
    if (has_fused) f.range_value_and_derivative(in.data(), value.data(), slope.data(), step);
    block const& fused = demand.order == table::value ? value : slope;
    if (demand.mirror != 0) {
        for (std::size_t i = 0; i < step; ++i) mirrored[i] = -in[i];
        f.range[demand.order](mirrored.data(), mirrored.data(), step);
    }
    // Magnitudes ascend: where x is negative, x descends.
    bool const inverted = std::signbit(in[0]) && demand.order == table::value;
    bool const rises = (demand.shape == table::shape::non_decreasing) != inverted;
    for (std::size_t i = 0; i < step; ++i) {
        float const y = out[i];
        compare(found, demand.range, in[i], y, truths[i]);
        if (has_fused) found.fused_differs += bits_of(fused[i]) != bits_of(y);
        if (demand.mirror != 0)
            found.not_symmetric += bits_of(mirrored[i]) != bits_of(static_cast<float>(demand.mirror) * y);
        if (demand.shape != table::shape::none && has_previous)
            found.shape_violations += rises ? y < previous : y > previous;
        previous = y;
        has_previous = true;
    }
}

/// What the tier promises, broken: the name of the first thing that is, or null.
char const* broken_promise(table::tier tier, int order, findings const& found) {
    if (found.nan_faults != 0) return "NaN";
    if (found.out_of_range != 0) return "range";
    if (found.not_symmetric != 0) return "symmetry";
    if (found.fused_differs != 0) return "value_and_derivative";
    if (order == table::second_derivative) return found.max_ulp <= 2.0 ? nullptr : "2 ULP";
    if (tier == table::tier::exact)
        return found.misrounded == 0 && found.shape_violations == 0 ? nullptr : "correct rounding";
    if (tier == table::tier::precise) return found.max_ulp <= 1.0 ? nullptr : "1 ULP";
    return found.max_relative <= 0x1p-11 ? nullptr : "2^-11";
}

/// What one function of one tier has shown so far.
struct subject {
    functions const* f;
    findings found{};
    std::vector<std::uint64_t> digests = std::vector<std::uint64_t>(2 * chunks);
};

/// The lines of an earlier run, and whether anything has been found wrong.
struct record {
    bool prove = true, passed = true;
    std::vector<std::string> lines;

    void report(entry const& row, int order, subject const& subject) {
        digest all;
        for (auto const part : subject.digests)
            all.lanes[0] = (all.lanes[0] ^ all.lanes[0] >> 31) * 0x94d049bb133111ebu + part;
        char const* const tier = table::tier_names[static_cast<int>(subject.f->tier)];
        char head[200], hex[20];
        std::snprintf(head, sizeof head, "\"function\": \"%s\", \"order\": \"%s\", \"tier\": \"%s\"", row.name,
                      table::order_names[order], tier);
        std::snprintf(hex, sizeof hex, "%016" PRIx64, all.value());
        std::printf("{\"isa\": \"%s\", %s, \"digest\": \"%s\"", XACT_ISA, head, hex);
        auto const& found = subject.found;
        if (prove)
            std::printf(", \"max_ulp\": %.4f, \"at\": \"%a\", \"misrounded\": %" PRIu64
                        ", \"max_relative_log2\": %.2f, \"shape_violations\": %" PRIu64 ", \"nan_faults\": %" PRIu64
                        ", \"out_of_range\": %" PRIu64 ", \"not_symmetric\": %" PRIu64 ", \"fused_differs\": %" PRIu64,
                        found.max_ulp, static_cast<double>(found.max_ulp_at), found.misrounded,
                        found.max_relative > 0 ? std::log2(found.max_relative) : -999.0, found.shape_violations,
                        found.nan_faults, found.out_of_range, found.not_symmetric, found.fused_differs);
        std::printf("}\n");
        std::fflush(stdout);
        if (prove) {
            if (char const* what = broken_promise(subject.f->tier, order, found)) {
                std::fprintf(stderr, "exhaustive: %s %s, %s: not kept: %s\n", row.name, table::order_names[order], tier,
                             what);
                passed = false;
            }
            return;
        }
        bool const recorded = std::any_of(lines.begin(), lines.end(), [&](std::string const& line) {
            return line.find(head) != std::string::npos && line.find(hex) != std::string::npos;
        });
        if (!recorded) {
            std::fprintf(stderr, "exhaustive: %s %s, %s: results differ from the recorded ones\n", row.name,
                         table::order_names[order], tier);
            passed = false;
        }
    }
};

decided (*reference_in_real(char const* name, int order))(float) {
#if XACT_HAVE_MPFR
    static auto const all = real_references();
    for (auto const& r : all)
        if (std::strcmp(r.name, name) == 0) return r.in_real[order];
#endif
    static_cast<void>(name), static_cast<void>(order);
    return nullptr;
}

void run(record& record, entry const& row, int order) {
    bool const prove = record.prove;
    auto const in_real = reference_in_real(row.name, order);
    demands const demand(row, order);
    std::vector<subject> subjects;
    for (auto const& f : row.tiers) subjects.push_back({&f});
    std::mutex guard;
    for_each_chunk([&](std::uint32_t c) {
        for (std::uint32_t const sign : {0u, 0x80000000u}) {
            std::uint32_t const first = c * chunk;
            block in, out;
            std::array<double, step> wide, values;
            std::array<truth, step> truths;
            std::vector<findings> found(subjects.size());
            std::vector<digest> digests(subjects.size());
            std::vector<float> previous(subjects.size());
            if (first != 0) {
                float const before = float_of((first - 1) | sign);
                for (std::size_t s = 0; s < subjects.size(); ++s) subjects[s].f->range[order](&before, &previous[s], 1);
            }
            for (std::uint32_t offset = 0; offset < chunk; offset += step) {
                for (std::uint32_t i = 0; i < step; ++i) in[i] = float_of((first + offset + i) | sign);
                if (prove) {
                    std::copy(in.begin(), in.end(), wide.begin());
                    row.in_double[order](wide.data(), values.data(), step);
                    for (std::uint32_t i = 0; i < step; ++i) truths[i] = truth_of(row, in_real, in[i], values[i]);
                }
                for (std::size_t s = 0; s < subjects.size(); ++s) {
                    functions const& f = *subjects[s].f;
                    f.range[order](in.data(), out.data(), step);
                    digests[s].add(out.data(), step);
                    if (prove) examine(found[s], demand, f, in, out, truths, previous[s], first + offset != 0);
                    previous[s] = out.back();
                }
            }
            std::lock_guard<std::mutex> const lock(guard);
            for (std::size_t s = 0; s < subjects.size(); ++s) {
                subjects[s].found.merge(found[s]);
                subjects[s].digests[2 * c + (sign != 0)] = digests[s].value();
            }
        }
    });
    for (auto const& subject : subjects) record.report(row, order, subject);
}

} // namespace

int main(int argc, char** argv) {
    record record;
    std::vector<std::string> wanted;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--digest") != 0) {
            wanted.emplace_back(argv[i]);
            continue;
        }
        record.prove = false;
        std::ifstream file(++i < argc ? argv[i] : "");
        for (std::string line; std::getline(file, line);) record.lines.push_back(line);
        if (record.lines.empty()) {
            std::fprintf(stderr, "exhaustive: --digest needs a file of recorded results\n");
            return 2;
        }
    }
    if (record.prove && !XACT_HAVE_MPFR) {
        std::fprintf(stderr,
                     "exhaustive: built without MPFR, which decides the ties (Debian: libmpfr-dev); only --digest\n");
        return 2;
    }
    std::vector<std::string> known;
    for (auto const& row : table::rows<float>()) {
        known.emplace_back(row.name);
        for (auto const* order : table::order_names) known.push_back(std::string(row.name) + "/" + order);
    }
    for (auto const& name : wanted)
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            std::fprintf(stderr, "exhaustive: no row '%s' in the table; there are:", name.c_str());
            for (auto const& k : known) std::fprintf(stderr, " %s", k.c_str());
            std::fprintf(stderr, "\n");
            return 2;
        }
    auto const is_wanted = [&](std::string const& name) {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
    };
    for (auto const& row : table::rows<float>())
        for (int const order : {table::value, table::derivative, table::second_derivative})
            if (is_wanted(row.name) || is_wanted(std::string(row.name) + "/" + table::order_names[order]))
                run(record, row, order);
    return record.passed ? 0 : 1;
}
