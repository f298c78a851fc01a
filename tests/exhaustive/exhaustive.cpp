// Every float there is, through every function of every row of the table, against an independent reference.
//
//   exhaustive                    proves: one line of JSON per activation, derivative and tier; status 1 where a
//                                 bound of the tier is exceeded
//   exhaustive --digest DIR       no reference: digests of the results in 256 blocks (digests.hpp), held against those
//                                 recorded in DIR; status 1 where one differs or none is recorded
//   exhaustive --record-digests DIR  writes them; those of other functions, instruction sets and blocks are kept
//
//   --part K/N                    only block K and every N-th after it; in a proof, one of N stretches of 4096 floats,
//                                 and the lines say how many floats that were. K may be `day`: the number of the day,
//                                 or what XACT_DIGEST_PART says in the environment
//   --blocks A,B,C                only these blocks of digests
//   --threads N                   N threads instead of one for each processor
//   NAME...                       only these rows of the table; NAME/f, NAME/f' or NAME/f'' only this of a row
//
// The reference is the double formula of the row. Where its error (row.hpp) leaves open to which float it rounds,
// 300-bit arithmetic decides.

#include "../functions.hpp"
#include "digests.hpp"
#include "real_reference.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cinttypes>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
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
    std::uint64_t floats = 0, misrounded = 0, shape_violations = 0, nan_faults = 0, out_of_range = 0, not_symmetric = 0,
                  fused_differs = 0;

    void merge(findings const& other) {
        if (other.max_ulp > max_ulp) max_ulp = other.max_ulp, max_ulp_at = other.max_ulp_at;
        max_relative = std::max(max_relative, other.max_relative);
        floats += other.floats;
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
truth truth_of(entry const& row, int order, decided (*in_real)(float), float x, double value) {
    double const unit = last_place(value);

    // The distance to the nearest integer is 1/2 in the middle between two floats; at most 2^24 + 1 is rounded here.
    double const scaled = std::fabs(value) / unit;
    double const to_integer = std::fabs(scaled - ((scaled + 0x1p52) - 0x1p52));
    truth result{value, unit, static_cast<float>(value)};
    double const doubt = row.reference_error_near_zeros(order, static_cast<double>(x)) / unit; // in last places
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
    if (std::isinf(x)) return; // the row's points say what is expected there, and the unit tests check it
    found.out_of_range += !(y >= range.lowest && y <= range.highest);
    found.misrounded += y != t.rounded;
    if (std::isinf(t.rounded) || std::isinf(y)) {
        if (y != t.rounded) found.max_ulp = table::infinity, found.max_ulp_at = x;
        return;
    }
    double const error = std::fabs(static_cast<double>(y) - t.value);
    if (error > found.max_ulp * t.unit) found.max_ulp = error / t.unit, found.max_ulp_at = x;
    double const size = std::fabs(t.value);
    if (size >= 0x1p-126 && error > found.max_relative * size) found.max_relative = error / size;
}

/// Runs `work(i)` for i < n on several threads.
template <class Work> void for_each_index(std::uint32_t n, unsigned threads, Work work) {
    std::atomic<std::uint32_t> next{0};
    std::vector<std::thread> running;
    for (unsigned t = 0; t < threads; ++t)
        running.emplace_back([&] {
            for (std::uint32_t i; (i = next++) < n;) work(i);
        });
    for (auto& thread : running) thread.join();
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
};

/// Prints what was found; false where the tier promises better.
bool report(entry const& row, demands const& demand, subject const& subject) {
    char const* const tier = table::tier_names[static_cast<int>(subject.f->tier)];
    char const* const order = table::order_names[demand.order];
    auto const& found = subject.found;
    bool const has_shape = demand.shape != table::shape::none;
    std::printf("{\"isa\": \"%s\", \"function\": \"%s\", \"order\": \"%s\", \"tier\": \"%s\", \"floats\": %" PRIu64
                ", \"max_ulp\": %.4f, "
                "\"at\": \"%a\", \"misrounded\": %" PRIu64 ", \"max_relative_log2\": %.2f, \"shape_violations\": %s"
                ", \"nan_faults\": %" PRIu64 ", \"out_of_range\": %" PRIu64 ", \"not_symmetric\": %" PRIu64
                ", \"fused_differs\": %" PRIu64 "}\n",
                XACT_ISA, row.name, order, tier, found.floats, found.max_ulp, static_cast<double>(found.max_ulp_at),
                found.misrounded, found.max_relative > 0 ? std::log2(found.max_relative) : -999.0,
                has_shape ? std::to_string(found.shape_violations).c_str() : "null", found.nan_faults,
                found.out_of_range, found.not_symmetric, found.fused_differs);
    std::fflush(stdout);
    char const* const what = broken_promise(subject.f->tier, demand.order, found);
    if (what) std::fprintf(stderr, "exhaustive: %s %s, %s: not kept: %s\n", row.name, order, tier, what);
    return !what;
}

decided (*reference_in_real(char const* name, int order))(float) {
#if XACT_HAVE_MPFR
    static auto const all = real_references();
    for (auto const& r : all)
        if (std::strcmp(r.name, name) == 0) return r.in_real[order];
#endif
    static_cast<void>(name), static_cast<void>(order);
    return nullptr;
}

/// Which of N stretches of floats a proof takes: all, unless a part was asked for.
struct portion {
    std::uint32_t first = 0, of = 1;
};

/// Runs every float of the portion through the function of one order in every tier; false where one breaks its promise.
bool prove(entry const& row, int order, portion const& portion, unsigned threads) {
    auto const in_real = reference_in_real(row.name, order);
    demands const demand(row, order);
    std::vector<subject> subjects;
    for (auto const& f : row.tiers) subjects.push_back({&f});
    std::mutex guard;
    for_each_index(chunks, threads, [&](std::uint32_t c) {
        for (std::uint32_t const sign : {0u, 0x80000000u}) {
            std::uint32_t const first = c * chunk;
            block in, out;
            std::array<double, step> wide, values;
            std::array<truth, step> truths;
            std::vector<findings> found(subjects.size());
            std::vector<float> previous(subjects.size());
            for (std::uint32_t offset = 0; offset < chunk; offset += step) {
                // c: else the same part of every binade
                if ((offset / step + c) % portion.of != portion.first) continue;
                if (first + offset != 0 && (offset == 0 || portion.of != 1)) {
                    float const before = float_of((first + offset - 1) | sign);
                    for (std::size_t s = 0; s < subjects.size(); ++s)
                        subjects[s].f->range[order](&before, &previous[s], 1);
                }
                for (std::uint32_t i = 0; i < step; ++i) in[i] = float_of((first + offset + i) | sign);
                std::copy(in.begin(), in.end(), wide.begin());
                row.in_double[order](wide.data(), values.data(), step);
                for (std::uint32_t i = 0; i < step; ++i) truths[i] = truth_of(row, order, in_real, in[i], values[i]);
                for (std::size_t s = 0; s < subjects.size(); ++s) {
                    functions const& f = *subjects[s].f;
                    f.range[order](in.data(), out.data(), step);
                    found[s].floats += step;
                    examine(found[s], demand, f, in, out, truths, previous[s], first + offset != 0);
                    previous[s] = out.back();
                }
            }
            std::lock_guard<std::mutex> const lock(guard);
            for (std::size_t s = 0; s < subjects.size(); ++s) subjects[s].found.merge(found[s]);
        }
    });
    bool kept = true;
    for (auto const& subject : subjects) kept = report(row, demand, subject) && kept;
    return kept;
}

/// The digests of some blocks of the results of one function.
digests digests_of(void (*f)(float const*, float*, std::size_t), std::vector<std::uint32_t> const& blocks,
                   unsigned threads) {
    constexpr std::uint32_t slices = 64, slice = block_size / slices;
    std::array<std::atomic<std::uint32_t>, block_count> sums{};
    for_each_index(static_cast<std::uint32_t>(blocks.size()) * slices, threads, [&](std::uint32_t index) {
        std::uint32_t const b = blocks[index / slices];
        std::uint32_t sum = 0;
        for (std::uint32_t first = index % slices * slice, end = first + slice; first < end; first += step) {
            block in, out;
            for (std::uint32_t i = 0; i < step; ++i) in[i] = float_of(member(b, first + i));
            f(in.data(), out.data(), step);
            for (std::uint32_t i = 0; i < step; ++i) sum += contribution(member(b, first + i), bits_of(out[i]));
        }
        sums[b] += sum;
    });
    digests result = no_digests();
    for (auto const b : blocks) result[b] = sums[b];
    return result;
}

enum class task { prove, verify, record };

struct options {
    task what = task::prove;
    std::string directory;
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::uint32_t> blocks;
    portion part;
    std::vector<std::string> names;
};

/// Verifies or records the digests of one function; false where they differ from, or are missing in, what is recorded.
bool digest(options const& options, entry const& row, int order, functions const& f) {
    std::string const tier = table::tier_names[static_cast<int>(f.tier)], name = table::order_names[order];
    // Correctly rounded results are the same on every instruction set.
    bool const everywhere = f.tier == table::tier::exact && order != table::second_derivative;
    std::string const set = everywhere ? "every" : XACT_ISA;
    digest_file const before(options.directory, row.name);
    auto const* const recorded = before.find(name, tier, set);
    bool const verify = options.what == task::verify;
    auto blocks = options.blocks;
    if (verify && recorded)
        blocks.erase(std::remove_if(blocks.begin(), blocks.end(), [&](auto b) { return (*recorded)[b] == unrecorded; }),
                     blocks.end());
    if (verify && !recorded) {
        std::fprintf(stderr, "exhaustive: %s %s, %s: no digests recorded (--record-digests %s %s)\n", row.name,
                     name.c_str(), tier.c_str(), options.directory.c_str(), row.name);
        return false;
    }
    digests const found = digests_of(f.range[order], blocks, options.threads);
    std::string differing;
    if (recorded)
        for (auto const b : blocks)
            if ((*recorded)[b] != unrecorded && found[b] != (*recorded)[b])
                differing += (differing.empty() ? "" : ",") + std::to_string(b);
    std::printf("%s %s, %s: %zu blocks of %zu%s\n", row.name, name.c_str(), tier.c_str(), blocks.size(),
                options.blocks.size(), differing.empty() ? "" : ", not all as recorded");
    std::fflush(stdout);
    if (!differing.empty() && (verify || everywhere)) {
        std::fprintf(stderr, "exhaustive: %s %s, %s: results differ from the recorded ones%s (--blocks %s)\n", row.name,
                     name.c_str(), tier.c_str(), everywhere ? ", which are those of every instruction set" : "",
                     differing.c_str());
        return false;
    }
    if (verify) return true;
    digest_file file(options.directory, row.name); // again: another instruction set may be at it
    file.put(name, tier, set, found);
    if (file.write()) return true;
    std::fprintf(stderr, "exhaustive: cannot write to %s\n", options.directory.c_str());
    return false;
}

[[noreturn]] void refuse(char const* what) {
    std::fprintf(stderr, "exhaustive: %s\n", what);
    std::exit(2);
}

/// The number that a text is, at least `least` and at most `most`.
std::uint32_t number(std::string const& text, std::uint32_t least, std::uint32_t most, char const* otherwise) {
    char* end = nullptr;
    unsigned long const n = std::strtoul(text.c_str(), &end, 10);
    if (text.empty() || text[0] == '-' || *end != '\0' || n < least || n > most) refuse(otherwise);
    return static_cast<std::uint32_t>(n);
}

/// The portion `K/N`, which it prints, so that a run can be repeated.
portion part(std::string const& text) {
    constexpr char const* usage = "--part needs K/N or day/N, K < N <= 256";
    auto const slash = text.find('/');
    if (slash == std::string::npos) refuse(usage);
    std::uint32_t const n = number(text.substr(slash + 1), 1, block_count, usage);
    std::string first = text.substr(0, slash);
    if (first == "day") {
        char const* const fixed = std::getenv("XACT_DIGEST_PART");
        first = fixed ? fixed : std::to_string(std::time(nullptr) / 86400 % n);
    }
    std::uint32_t const k = number(first, 0, n - 1, usage);
    std::fprintf(stderr, "part %u/%u (to repeat: --part %u/%u, or XACT_DIGEST_PART=%u in the environment)\n", k, n, k,
                 n, k);
    return {k, n};
}

options read_options(int argc, char** argv) {
    options result;
    for (int i = 1; i < argc; ++i) {
        std::string const option = argv[i];
        if (option.compare(0, 2, "--") != 0) {
            result.names.push_back(option);
            continue;
        }
        if (++i == argc) refuse((option + " needs a value").c_str());
        std::string const text = argv[i];
        if (option == "--digest" || option == "--record-digests") {
            result.what = option == "--digest" ? task::verify : task::record;
            result.directory = text;
        } else if (option == "--threads")
            result.threads = number(text, 1, 1024, "--threads needs a number from 1 to 1024");
        else if (option == "--part") {
            result.part = part(text);
            for (std::uint32_t b = result.part.first; b < block_count; b += result.part.of) result.blocks.push_back(b);
        } else if (option == "--blocks") {
            std::istringstream list(text);
            for (std::string b; std::getline(list, b, ',');)
                result.blocks.push_back(number(b, 0, block_count - 1, "--blocks needs numbers from 0 to 255"));
        } else
            refuse(("no option " + option).c_str());
    }
    if (!result.blocks.empty() && result.part.of == 1 && result.what == task::prove)
        refuse("--blocks goes with --digest and --record-digests");
    if (result.blocks.empty())
        for (std::uint32_t b = 0; b < block_count; ++b) result.blocks.push_back(b);
    if (result.what == task::prove && !XACT_HAVE_MPFR)
        refuse("built without MPFR, which decides the ties (Debian: libmpfr-dev); only --digest");
    return result;
}

} // namespace

int main(int argc, char** argv) {
    options const options = read_options(argc, argv);
    std::vector<std::string> known;
    for (auto const& row : table::rows<float>()) {
        known.emplace_back(row.name);
        for (auto const* order : table::order_names) known.push_back(std::string(row.name) + "/" + order);
    }
    for (auto const& name : options.names)
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            std::fprintf(stderr, "exhaustive: no row '%s' in the table; there are:", name.c_str());
            for (auto const& k : known) std::fprintf(stderr, " %s", k.c_str());
            std::fprintf(stderr, "\n");
            return 2;
        }
    auto const is_wanted = [&](std::string const& name) {
        return options.names.empty() ||
               std::find(options.names.begin(), options.names.end(), name) != options.names.end();
    };
    bool passed = true;
    for (auto const& row : table::rows<float>())
        for (int const order : {table::value, table::derivative, table::second_derivative}) {
            if (!is_wanted(row.name) && !is_wanted(std::string(row.name) + "/" + table::order_names[order])) continue;
            if (options.what == task::prove)
                passed = prove(row, order, options.part, options.threads) && passed;
            else
                for (auto const& f : row.tiers) passed = digest(options, row, order, f) && passed;
        }
    return passed ? 0 : 1;
}
