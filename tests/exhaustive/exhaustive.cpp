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

#include "../table.hpp"
#if XACT_HAVE_MPFR
#include "real.hpp"
#endif

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

enum class order { value, derivative, second_derivative };
constexpr char const* order_names[] = {"f", "f'", "f''"};

template <order Order, class Activation>
void evaluate(Activation const& f, float const* in, float* out, std::size_t n) {
    if constexpr (Order == order::value)
        xact::transform(in, out, n, f);
    else if constexpr (Order == order::derivative)
        xact::transform(in, out, n, xact::derivative_of{f});
    else
        xact::transform(in, out, n, xact::derivative_of<xact::derivative_of<Activation>>{xact::derivative_of{f}});
}

template <order Order, class Reference, class Real> Real expected(Reference const& reference, Real const& x) {
    if constexpr (Order == order::value)
        return reference.f(x);
    else if constexpr (Order == order::derivative)
        return reference.df(x);
    else
        return reference.d2f(x);
}

struct range_of_values {
    double lowest, highest;
};

/// The true result for one input: to double precision, and rounded to float.
struct truth {
    double value, unit; // unit: the distance between floats around value
    float rounded;
};

template <class Row, order Order, class Reference> truth truth_of(Reference const& reference, float x) {
    double const value = expected<Order>(reference, static_cast<double>(x));
    double const unit = last_place(value);

    // The distance to the nearest integer is 1/2 in the middle between two floats; at most 2^24 + 1 is rounded here.
    double const scaled = std::fabs(value) / unit;
    double const to_integer = std::fabs(scaled - ((scaled + 0x1p52) - 0x1p52));
    truth result{value, unit, static_cast<float>(value)};
#if XACT_HAVE_MPFR
    double const doubt = Row::reference_error_near_zeros(static_cast<int>(Order), static_cast<double>(x)) /
                         unit; // in units of the last place
    if (0.5 - to_integer < scaled * Row::reference_error + doubt + 0x1p-70) {
        real const better = expected<Order>(reference, real(static_cast<double>(x)));
        result.rounded = better.rounded();
        if (doubt > 0x1p-10) {
            result.value = better.approximated();
            result.unit = last_place(result.value);
        }
    }
#else
    static_cast<void>(to_integer);
#endif
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

/// What one function of one tier has shown so far.
template <class Activation> struct subject {
    char const* tier;
    Activation f;
    findings found{};
    std::vector<std::uint64_t> digests = std::vector<std::uint64_t>(2 * chunks);
};

/// What is asked of every function of one order of one row.
template <class Row, order Order> struct demands {
    static constexpr table::shape shape = Order == order::value        ? Row::value_shape
                                          : Order == order::derivative ? Row::slope_shape
                                                                       : table::shape::none;
    // What f(-x) is of f(x), for f of this order: 0 where nothing is promised.
    static constexpr int mirror = (Row::symmetry == table::parity::none  ? 0
                                   : Row::symmetry == table::parity::odd ? -1
                                                                         : 1) *
                                  (Order == order::derivative ? -1 : 1);
    static constexpr range_of_values range = Order == order::value ? range_of_values{Row::lowest, Row::highest}
                                             : Order == order::derivative
                                                 ? range_of_values{Row::least_slope, Row::greatest_slope}
                                                 : range_of_values{-table::infinity, table::infinity};
};

using block = std::array<float, step>;

/// Compares a block of results with the truth and with what the other ways to call the function give.
template <class Row, order Order, class Activation>
void examine(findings& found, Activation const& f, block const& in, block const& out,
             std::array<truth, step> const& truths, float previous, bool has_previous) {
    using demand = demands<Row, Order>;
    block value, slope, mirrored;
    if (Order != order::second_derivative) xact::transform(in.data(), value.data(), slope.data(), step, f);
    if (demand::mirror != 0) {
        for (std::size_t i = 0; i < step; ++i) mirrored[i] = -in[i];
        evaluate<Order>(f, mirrored.data(), mirrored.data(), step);
    }
    // Magnitudes ascend: where x is negative, x descends.
    bool const inverted = std::signbit(in[0]) && Order == order::value;
    bool const rises = (demand::shape == table::shape::non_decreasing) != inverted;
    for (std::size_t i = 0; i < step; ++i) {
        float const y = out[i];
        compare(found, demand::range, in[i], y, truths[i]);
        if (Order == order::value) found.fused_differs += bits_of(value[i]) != bits_of(y);
        if (Order == order::derivative) found.fused_differs += bits_of(slope[i]) != bits_of(y);
        if (demand::mirror != 0)
            found.not_symmetric += bits_of(mirrored[i]) != bits_of(static_cast<float>(demand::mirror) * y);
        if (demand::shape != table::shape::none && has_previous)
            found.shape_violations += rises ? y < previous : y > previous;
        previous = y;
        has_previous = true;
    }
}

/// What the tier promises, broken: the name of the first thing that is, or null.
template <order Order> char const* broken_promise(std::string const& tier, findings const& found) {
    if (found.nan_faults != 0) return "NaN";
    if (found.out_of_range != 0) return "range";
    if (found.not_symmetric != 0) return "symmetry";
    if (found.fused_differs != 0) return "value_and_derivative";
    if (Order == order::second_derivative) return found.max_ulp <= 2.0 ? nullptr : "2 ULP";
    if (tier == "exact") return found.misrounded == 0 && found.shape_violations == 0 ? nullptr : "correct rounding";
    if (tier == "precise") return found.max_ulp <= 1.0 ? nullptr : "1 ULP";
    return found.max_relative <= 0x1p-11 ? nullptr : "2^-11";
}

/// The lines of an earlier run, and whether anything has been found wrong.
struct record {
    bool prove = true, passed = true;
    std::vector<std::string> lines;

    template <class Row, order Order, class Subject> void report(Subject const& subject) {
        digest all;
        for (auto const part : subject.digests)
            all.lanes[0] = (all.lanes[0] ^ all.lanes[0] >> 31) * 0x94d049bb133111ebu + part;
        char head[200], hex[20];
        std::snprintf(head, sizeof head, "\"function\": \"%s\", \"order\": \"%s\", \"tier\": \"%s\"", Row::name,
                      order_names[static_cast<int>(Order)], subject.tier);
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
            if (char const* what = broken_promise<Order>(subject.tier, found)) {
                std::fprintf(stderr, "exhaustive: %s %s, %s: not kept: %s\n", Row::name,
                             order_names[static_cast<int>(Order)], subject.tier, what);
                passed = false;
            }
            return;
        }
        bool const recorded = std::any_of(lines.begin(), lines.end(), [&](std::string const& line) {
            return line.find(head) != std::string::npos && line.find(hex) != std::string::npos;
        });
        if (!recorded) {
            std::fprintf(stderr, "exhaustive: %s %s, %s: results differ from the recorded ones\n", Row::name,
                         order_names[static_cast<int>(Order)], subject.tier);
            passed = false;
        }
    }
};

template <class Row, order Order, class... Subjects> void run(record& record, Subjects... subjects) {
    bool const prove = record.prove;
    auto const reference = Row::template expected<float>();
    std::mutex guard;
    for_each_chunk([&](std::uint32_t c) {
        for (std::uint32_t const sign : {0u, 0x80000000u}) {
            std::uint32_t const first = c * chunk;
            block in, out;
            std::array<truth, step> truths;
            auto pass = [&](auto& subject, findings& found, digest& d, float& previous, bool has_previous) {
                evaluate<Order>(subject.f, in.data(), out.data(), step);
                d.add(out.data(), step);
                if (prove) examine<Row, Order>(found, subject.f, in, out, truths, previous, has_previous);
                previous = out.back();
            };
            std::array<findings, sizeof...(subjects)> found;
            std::array<digest, sizeof...(subjects)> digests;
            std::array<float, sizeof...(subjects)> previous{};
            if (first != 0) {
                float const before = float_of((first - 1) | sign);
                std::size_t i = 0;
                (evaluate<Order>(subjects.f, &before, &previous[i++], 1), ...);
            }
            for (std::uint32_t offset = 0; offset < chunk; offset += step) {
                for (std::uint32_t i = 0; i < step; ++i) in[i] = float_of((first + offset + i) | sign);
                if (prove)
                    for (std::uint32_t i = 0; i < step; ++i) truths[i] = truth_of<Row, Order>(reference, in[i]);
                std::size_t i = 0;
                ((pass(subjects, found[i], digests[i], previous[i], first + offset != 0), ++i), ...);
            }
            std::lock_guard<std::mutex> const lock(guard);
            std::size_t i = 0;
            ((subjects.found.merge(found[i]), subjects.digests[2 * c + (sign != 0)] = digests[i].value(), ++i), ...);
        }
    });
    (record.template report<Row, Order>(subjects), ...);
}

template <class Row, order Order> void run_tiers(record& record) {
    using exact = typename Row::exact;
    using precise = typename Row::precise;
    using fast = typename Row::fast;
    subject<exact> const first{"exact", Row::template make<exact>()};
    if constexpr (std::is_same_v<exact, precise>)
        run<Row, Order>(record, first);
    else if constexpr (std::is_same_v<fast, precise>)
        run<Row, Order>(record, first, subject<precise>{"precise", Row::template make<precise>()});
    else
        run<Row, Order>(record, first, subject<precise>{"precise", Row::template make<precise>()},
                        subject<fast>{"fast", Row::template make<fast>()});
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
    table::for_each_row([&](auto row) {
        known.emplace_back(row.name);
        for (auto const* order : order_names) known.push_back(std::string(row.name) + "/" + order);
    });
    for (auto const& name : wanted)
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            std::fprintf(stderr, "exhaustive: no row '%s' in the table; there are:", name.c_str());
            for (auto const& k : known) std::fprintf(stderr, " %s", k.c_str());
            std::fprintf(stderr, "\n");
            return 2;
        }
    table::for_each_row([&](auto row) {
        using Row = decltype(row);
        auto const is_wanted = [&](order o) {
            auto const has = [&](std::string const& name) {
                return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
            };
            return wanted.empty() || has(Row::name) ||
                   has(std::string(Row::name) + "/" + order_names[static_cast<int>(o)]);
        };
        if (is_wanted(order::value)) run_tiers<Row, order::value>(record);
        if (is_wanted(order::derivative)) run_tiers<Row, order::derivative>(record);
        if (is_wanted(order::second_derivative)) run_tiers<Row, order::second_derivative>(record);
    });
    return record.passed ? 0 : 1;
}
