// Every float there is, through every function of every row of the table, on several instruction sets at once, against
// an independent reference: one line of JSON per instruction set, activation, derivative and tier; status 1 where a
// bound of the tier is exceeded.
//
//   proof [NAME...]               only these rows of the table; NAME/f, NAME/f' or NAME/f'' only this of a row. Rows
//                                 with other parameters than the defaults, as elu(3), are taken where they are named
//   --sets A,B                    these instruction sets instead of all that run here
//   --record DIR                  DIR/<set>.jsonl: the lines replace those of the same function, order and tier; and
//   the
//                                 digests (digests.hpp) of all floats, where they are taken, go to DIR/digests
//   --part K/N                    one of N stretches of 4096 floats, and the lines say how many floats that were. K may
//                                 be `day`: the number of the day, or what XACT_DIGEST_PART says in the environment
//   --threads N                   N threads instead of one for each processor
//
// The functions of a set are a shared library, table.<set>.so beside this program, so that the reference is evaluated
// once for all. It is the double formula of the row; where its error leaves open to which float it rounds, 300-bit
// arithmetic decides. Of an activation that is odd or even, this is done for one sign.

#include "references.hpp"
#include "run.hpp"

#include <dlfcn.h>

#include <array>
#include <cinttypes>
#include <cmath>
#include <fstream>
#include <limits>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

char const* const program = "proof";

namespace {

constexpr std::uint32_t chunk = 1u << 20; // magnitudes; a chunk holds them with both signs
constexpr std::uint32_t chunks = 1u << 11;
constexpr std::uint32_t infinite = 0x7f800000u; // the magnitudes from here on
constexpr float float_infinity = std::numeric_limits<float>::infinity();

using functions = table::functions<float>;
using entry = table::entry<float>;
using floats = std::array<float, step>;
using doubles = std::array<double, step>;

/// The distance between floats around x: 2^(e - 23), e the exponent of x, at least -126.
inline double last_place(double x) {
    std::uint64_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    bits &= 0x7ff0000000000000u;
    double power;
    std::memcpy(&power, &bits, sizeof power);
    return (power > 0x1p-126 ? power : 0x1p-126) * 0x1p-23;
}

/// What was found in one block, or in all.
struct counts {
    std::uint64_t misrounded = 0, shape_violations = 0, nan_faults = 0, out_of_range = 0, not_symmetric = 0,
                  fused_differs = 0;

    void add(counts const& other) {
        misrounded += other.misrounded;
        shape_violations += other.shape_violations;
        nan_faults += other.nan_faults;
        out_of_range += other.out_of_range;
        not_symmetric += other.not_symmetric;
        fused_differs += other.fused_differs;
    }
};

/// The largest errors, and the first float, by magnitude, of the largest in units of the last place.
struct errors {
    double ulp = 0, relative = 0;
    float at = 0;

    void merge(errors const& other) {
        bool const before = std::fabs(other.at) < std::fabs(at) || (other.at > 0 && at == -other.at);
        if (other.ulp > ulp || (other.ulp == ulp && ulp > 0 && before)) ulp = other.ulp, at = other.at;
        relative = std::max(relative, other.relative);
    }
};

/// The true results for a block of one sign: to double precision, and rounded to float.
struct truths {
    doubles value;
    floats rounded;
};

/// What is asked of every function of one order of one row.
struct demands {
    int order;
    table::shape shape = table::shape::none;
    int mirror = 0; // what f(-x) is of f(x), for f of this order: 0 where nothing is promised
    double lowest = -table::infinity, highest = table::infinity;

    demands(entry const& row, int asked) : order(asked) {
        if (row.symmetry != table::parity::none)
            mirror = (row.symmetry == table::parity::odd ? -1 : 1) * (order == table::derivative ? -1 : 1);
        if (order == table::value) {
            shape = row.value_shape;
            lowest = row.lowest, highest = row.highest;
        } else if (order == table::derivative) {
            shape = row.slope_shape;
            lowest = row.least_slope, highest = row.greatest_slope;
        }
    }
};

// ------------------------------------------------------------------------------------------------------------------
// Loops over a block, which the compiler vectorises

// 1 or 0, without a branch.
inline unsigned all_of(bool a, bool b) { return unsigned(a) & unsigned(b); }
inline unsigned any_of(bool a, bool b) { return unsigned(a) | unsigned(b); }

/// Rounds the double references, and returns how many of them are too near to the middle between two floats to tell.
std::uint32_t round(truths& t, doubles const& doubts, double relative_error) {
    std::uint32_t open = 0;
    for (std::uint32_t i = 0; i < step; ++i) {
        double const v = t.value[i], e = std::fabs(v) * relative_error + doubts[i];
        t.rounded[i] = static_cast<float>(v);
        open += static_cast<float>(v - e) < static_cast<float>(v + e);
    }
    return open;
}

/// How many results could have a larger error than `known`, or an infinite one.
std::uint32_t candidates(errors const& known, truths const& t, float const* y) {
    std::uint32_t n = 0;
    for (std::uint32_t i = 0; i < step; ++i) {
        double const v = t.value[i], error = std::fabs(static_cast<double>(y[i]) - v), size = std::fabs(v);
        unsigned const finite = all_of(std::fabs(y[i]) < float_infinity, std::fabs(t.rounded[i]) < float_infinity);
        unsigned const larger =
            any_of(error > known.ulp * last_place(v), all_of(size >= 0x1p-126, error > known.relative * size) != 0);
        n += (finite & larger) | ((finite ^ 1) & unsigned(y[i] != t.rounded[i]));
    }
    return n;
}

std::uint32_t count_different(float const* a, float const* b) {
    std::uint32_t n = 0;
    for (std::uint32_t i = 0; i < step; ++i) n += a[i] != b[i];
    return n;
}

std::uint32_t count_outside(float const* y, float lowest, float highest) {
    std::uint32_t n = 0;
    for (std::uint32_t i = 0; i < step; ++i) n += all_of(y[i] >= lowest, y[i] <= highest) ^ 1;
    return n;
}

/// Between neighbours within the block.
std::uint32_t count_falls(float const* y) {
    std::uint32_t n = 0;
    for (std::uint32_t i = 1; i < step; ++i) n += y[i] < y[i - 1];
    return n;
}
std::uint32_t count_rises(float const* y) {
    std::uint32_t n = 0;
    for (std::uint32_t i = 1; i < step; ++i) n += y[i] > y[i - 1];
    return n;
}

/// Other bits, where the sign of b is changed first if so asked; all NaN are the same.
std::uint32_t count_other_bits(float const* a, float const* b, std::uint32_t change = 0) {
    auto const raw = [](float x) {
        std::uint32_t bits;
        std::memcpy(&bits, &x, sizeof bits);
        return bits;
    };
    std::uint32_t n = 0;
    for (std::uint32_t i = 0; i < step; ++i) n += raw(a[i]) != (raw(b[i]) ^ change);
    if (n == 0) return 0;
    n = 0;
    for (std::uint32_t i = 0; i < step; ++i) n += bits_of(a[i]) != bits_of(float_of(raw(b[i]) ^ change));
    return n;
}

// ------------------------------------------------------------------------------------------------------------------

/// Raises `known` where y is further from the truth.
void raise(errors& known, truths const& t, floats const& in, float const* y) {
    for (std::uint32_t i = 0; i < step; ++i) {
        double const v = t.value[i];
        if (std::isinf(t.rounded[i]) || std::isinf(y[i])) {
            if (y[i] != t.rounded[i] && known.ulp < table::infinity) known.ulp = table::infinity, known.at = in[i];
            continue;
        }
        double const error = std::fabs(static_cast<double>(y[i]) - v), unit = last_place(v), size = std::fabs(v);
        if (error > known.ulp * unit) known.ulp = error / unit, known.at = in[i];
        if (size >= 0x1p-126 && error > known.relative * size) known.relative = error / size;
    }
}

/// The greatest float at most x, and the least one at least x: of floats, the same ones are in the range.
float float_below(double x) {
    float const y = static_cast<float>(x);
    return static_cast<double>(y) > x ? std::nextafter(y, -float_infinity) : y;
}
float float_above(double x) { return -float_below(-x); }

/// A function of one tier on one instruction set, and how it keeps what is asked of one order.
struct subject {
    functions const* f;
    char const* set;
};

/// What a thread has found of one order of a row: of the truth itself, rounded, and of each subject.
struct findings {
    std::uint64_t examined = 0;
    errors of_truth;
    std::vector<counts> count;
    std::vector<errors> error;
    std::vector<std::array<std::uint32_t, block_count>> sums; // the digests

    explicit findings(std::size_t subjects) : count(subjects), error(subjects), sums(subjects) {}

    void merge(findings const& other) {
        examined += other.examined;
        of_truth.merge(other.of_truth);
        for (std::size_t s = 0; s < count.size(); ++s) {
            count[s].add(other.count[s]);
            error[s].merge(other.error[s]);
            for (std::size_t b = 0; b < block_count; ++b) sums[s][b] += other.sums[s][b];
        }
    }
};

enum sign { positive, negative };

/// Of one order: the truths of a block of each sign, and the results of a subject, with those before the block.
struct order_state {
    demands demand;
    float lowest, highest;
    decided (*in_real)(float);
    findings found;
    truths truth[2];
    floats out[2];
    std::vector<std::array<float, 2>> previous; // of every subject
    counts of_positive;

    order_state(entry const& row, row_references const& references, int order, std::size_t subjects)
        : demand(row, order), lowest(float_above(demand.lowest)), highest(float_below(demand.highest)),
          in_real(references.in_real[order]), found(subjects), previous(subjects) {}
};

/// Rounds the references of one sign, decides what they leave open, and takes note of the error that rounding leaves.
void settle(order_state& s, sign which, floats const& in, doubles const& doubts, double relative_error) {
    truths& t = s.truth[which];
    if (round(t, doubts, relative_error) != 0)
        for (std::uint32_t i = 0; i < step; ++i) {
            double const v = t.value[i], e = std::fabs(v) * relative_error + doubts[i];
            if (!(static_cast<float>(v - e) < static_cast<float>(v + e))) continue;
            decided const better = s.in_real(in[i]);
            t.rounded[i] = better.rounded;
            if (doubts[i] > 0x1p-10 * last_place(v)) t.value[i] = better.approximated;
        }
    if (candidates(s.found.of_truth, t, t.rounded.data()) != 0) raise(s.found.of_truth, t, in, t.rounded.data());
}

/// The truths of the other sign.
void mirror(order_state& s) {
    for (std::uint32_t i = 0; i < step; ++i) {
        s.truth[negative].value[i] = s.demand.mirror * s.truth[positive].value[i];
        s.truth[negative].rounded[i] = static_cast<float>(s.demand.mirror) * s.truth[positive].rounded[i];
    }
}

/// Compares a block of results, s.out[which], with the truth and with what value_and_derivative gives.
counts examine(order_state& s, std::size_t subject, sign which, std::uint32_t first, floats const& in,
               float const* fused) {
    counts c;
    float const* const y = s.out[which].data();
    float const before = s.previous[subject][which];
    if (fused) c.fused_differs = count_other_bits(y, fused);
    if (s.demand.shape != table::shape::none) {
        // Magnitudes ascend: where x is negative, x descends.
        bool const inverted = which == negative && s.demand.order == table::value;
        bool const rises = (s.demand.shape == table::shape::non_decreasing) != inverted;
        c.shape_violations = rises ? count_falls(y) : count_rises(y);
        if (first != 0) c.shape_violations += rises ? y[0] < before : y[0] > before;
    }
    if (first >= infinite) { // at infinity the unit tests check what the row's points say
        for (std::uint32_t i = 0; i < step; ++i) c.nan_faults += std::isnan(in[i]) && !std::isnan(y[i]);
        return c;
    }
    c.out_of_range = count_outside(y, s.lowest, s.highest);
    c.misrounded = count_different(y, s.truth[which].rounded.data());
    errors& known = s.found.error[subject];
    if (c.misrounded != 0 && candidates(known, s.truth[which], y) != 0) raise(known, s.truth[which], in, y);
    return c;
}

/// What a thread works with.
struct worker {
    floats in[2];
    doubles wide, doubts;
    floats fused[2][2]; // value and derivative, by sign
    std::vector<order_state> orders;
};

/// A row, the orders that are run together, and its functions.
struct proof {
    entry const& row;
    row_references const& references;
    std::vector<subject> const& subjects;
    std::vector<int> orders;
    portion part;

    double relative_error() const { return row.reference_error * 4; } // references_of.hpp says why

    void evaluate_references(worker& w, sign which) const {
        std::copy(w.in[which].begin(), w.in[which].end(), w.wide.begin());
        double const* const x = w.wide.data();
        auto const value_of = [&](std::size_t o) { return w.orders[o].truth[which].value.data(); };
        if (orders.size() == 2)
            references.value_and_derivative(x, value_of(0), value_of(1), step);
        else
            (orders[0] == table::value        ? references.value
             : orders[0] == table::derivative ? references.derivative
                                              : references.second_derivative)(x, value_of(0), step);
        for (auto& s : w.orders) {
            references.doubt(s.demand.order, x, w.doubts.data(), step);
            for (auto& doubt : w.doubts) doubt *= 4; // as the relative error
            settle(s, which, w.in[which], w.doubts, relative_error());
        }
    }

    void run(worker& w, std::uint32_t first, bool resumed) const {
        for (std::uint32_t i = 0; i < step; ++i) {
            w.in[positive][i] = float_of(first + i);
            w.in[negative][i] = -w.in[positive][i];
        }
        if (first < infinite) {
            evaluate_references(w, positive);
            if (row.symmetry == table::parity::none)
                evaluate_references(w, negative);
            else
                for (auto& s : w.orders) mirror(s);
        }
        for (std::size_t k = 0; k < subjects.size(); ++k) {
            functions const& f = *subjects[k].f;
            bool const has_fused = orders[0] != table::second_derivative;
            for (auto const which : {positive, negative}) {
                if (has_fused)
                    f.range_value_and_derivative(w.in[which].data(), w.fused[which][0].data(), w.fused[which][1].data(),
                                                 step);
                for (auto& s : w.orders) {
                    int const order = s.demand.order;
                    if (resumed && first != 0) {
                        float const before = std::copysign(float_of(first - 1), w.in[which][0]);
                        f.range[order](&before, &s.previous[k][which], 1);
                    }
                    f.range[order](w.in[which].data(), s.out[which].data(), step);
                    counts c =
                        examine(s, k, which, first, w.in[which], has_fused ? w.fused[which][order].data() : nullptr);
                    if (which == negative && s.demand.mirror != 0)
                        c.not_symmetric = 2 * count_other_bits(s.out[negative].data(), s.out[positive].data(),
                                                               s.demand.mirror < 0 ? 0x80000000u : 0);
                    s.previous[k][which] = s.out[which].back();
                    add_contributions(s.found.sums[k], first | (which == negative ? 0x80000000u : 0),
                                      s.out[which].data(), step, bits_of);
                    s.found.count[k].add(c);
                }
            }
        }
        for (auto& s : w.orders) s.found.examined += 2 * step;
    }

    void run_chunk(worker& w, std::uint32_t c) const {
        bool resumed = true;
        for (std::uint32_t offset = 0; offset < chunk; offset += step) {
            // c: else the same part of every binade
            bool const taken = (offset / step + c) % part.of == part.first;
            if (taken) run(w, c * chunk + offset, resumed);
            resumed = !taken;
        }
    }

    std::vector<findings> run_all(unsigned threads) const {
        std::vector<std::unique_ptr<worker>> workers;
        for (unsigned t = 0; t < threads; ++t) {
            workers.push_back(std::make_unique<worker>());
            for (int const order : orders) workers[t]->orders.emplace_back(row, references, order, subjects.size());
        }
        for_each_index(chunks, threads, [&](std::uint32_t c, unsigned thread) { run_chunk(*workers[thread], c); });
        std::vector<findings> result;
        for (std::size_t o = 0; o < orders.size(); ++o) {
            findings all(subjects.size());
            for (auto const& w : workers) all.merge(w->orders[o].found);
            for (std::size_t k = 0; k < subjects.size(); ++k) all.error[k].merge(all.of_truth);
            result.push_back(all);
        }
        return result;
    }
};

/// What the tier promises, broken: the name of the first thing that is, or null.
char const* broken_promise(table::tier tier, int order, counts const& count, errors const& error) {
    if (count.nan_faults != 0) return "NaN";
    if (count.out_of_range != 0) return "range";
    if (count.not_symmetric != 0) return "symmetry";
    if (count.fused_differs != 0) return "value_and_derivative";
    if (order == table::second_derivative) return error.ulp <= 2.0 ? nullptr : "2 ULP";
    if (tier == table::tier::exact)
        return count.misrounded == 0 && count.shape_violations == 0 ? nullptr : "correct rounding";
    if (tier == table::tier::precise) return error.ulp <= 1.0 ? nullptr : "1 ULP";
    return error.relative <= 0x1p-11 ? nullptr : "2^-11";
}

/// Puts a line into DIR/<set>.jsonl, in place of what is there for the same function, order and tier.
void record(std::string const& directory, std::string const& set, std::string const& function, std::string const& rest,
            std::string const& line) {
    std::string const path = directory + "/" + set + ".jsonl", of_function = "\"function\": \"" + function + "\"";
    std::vector<std::string> lines;
    std::ifstream before(path);
    std::size_t last = 0;
    bool found = false;
    for (std::string text; std::getline(before, text); lines.push_back(text)) {
        if (text.find(of_function) == std::string::npos) continue;
        if (text.find(rest) != std::string::npos) text = line, found = true;
        last = lines.size() + 1;
    }
    if (!found) lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(last == 0 ? lines.size() : last), line);
    std::ofstream after(path);
    for (auto const& text : lines) after << text << '\n';
    if (!after.flush()) refuse("cannot write to " + path);
}

/// What is asked for: the options, and those that only proofs have.
struct request {
    options common;
    std::vector<std::string> sets;
    std::string directory;
};

/// Prints, and records, what was found of a subject; false where the tier promises better.
bool report(request const& request, entry const& row, demands const& demand, subject const& subject,
            findings const& found, std::size_t index) {
    auto const& count = found.count[index];
    auto const& error = found.error[index];
    char const* const tier = table::tier_names[static_cast<int>(subject.f->tier)];
    char const* const order = table::order_names[demand.order];
    bool const has_shape = demand.shape != table::shape::none;
    std::string const which = std::string("\"order\": \"") + order + "\", \"tier\": \"" + tier + "\"";
    char line[1024];
    std::snprintf(line, sizeof line,
                  "{\"isa\": \"%s\", \"function\": \"%s\", %s, \"floats\": %" PRIu64 ", \"max_ulp\": %.4f, "
                  "\"at\": \"%a\", \"misrounded\": %" PRIu64 ", \"max_relative_log2\": %.2f, \"shape_violations\": %s"
                  ", \"nan_faults\": %" PRIu64 ", \"out_of_range\": %" PRIu64 ", \"not_symmetric\": %" PRIu64
                  ", \"fused_differs\": %" PRIu64 "}",
                  subject.set, row.name, which.c_str(), found.examined, error.ulp, static_cast<double>(error.at),
                  count.misrounded, error.relative > 0 ? std::log2(error.relative) : -999.0,
                  has_shape ? std::to_string(count.shape_violations).c_str() : "null", count.nan_faults,
                  count.out_of_range, count.not_symmetric, count.fused_differs);
    std::puts(line);
    std::fflush(stdout);
    char const* const what = broken_promise(subject.f->tier, demand.order, count, error);
    if (what) std::fprintf(stderr, "proof: %s %s, %s, %s: not kept: %s\n", row.name, order, tier, subject.set, what);
    if (request.directory.empty()) return !what;
    record(request.directory, subject.set, row.name, which, line);
    if (request.common.part.of != 1) return !what;
    digests all = no_digests();
    std::copy(found.sums[index].begin(), found.sums[index].end(), all.begin());
    bool const recorded =
        record_digests(request.directory + "/digests", row.name, demand.order, subject.f->tier, subject.set, all);
    return recorded && !what;
}

/// Runs some orders of a row together; false where a function breaks its promise.
bool prove(request const& request, entry const& row, std::vector<subject> const& subjects,
           std::vector<row_references> const& references, std::vector<int> const& orders) {
    auto const of_row = std::find_if(references.begin(), references.end(),
                                     [&](auto const& r) { return std::strcmp(r.name, row.name) == 0; });
    if (of_row == references.end()) refuse(std::string("no reference for ") + row.name);
    proof const run{row, *of_row, subjects, orders, request.common.part};
    auto const found = run.run_all(request.common.threads);
    bool kept = true;
    for (std::size_t o = 0; o < orders.size(); ++o)
        for (std::size_t k = 0; k < subjects.size(); ++k)
            kept = report(request, row, demands(row, orders[o]), subjects[k], found[o], k) && kept;
    return kept;
}

/// The table of an instruction set, from the library beside this program.
std::vector<table::entries> const& table_of(std::string const& set) {
    std::string const file = "table." + set + ".so";
    void* const library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) refuse(dlerror());
    void* const symbol = dlsym(library, "xact_table");
    if (!symbol) refuse(file + " has no table");
    std::vector<table::entries> const* (*get)();
    std::memcpy(&get, &symbol, sizeof get);
    return *get();
}

std::vector<std::string> words(std::string const& text) {
    std::vector<std::string> result;
    std::istringstream list(text);
    for (std::string word; std::getline(list, word, ',');) result.push_back(word);
    return result;
}

} // namespace

int main(int argc, char** argv) {
    request request;
    request.sets = words(XACT_SETS);
    request.common = read_options(argc, argv, [&](std::string const& option, std::string const& text) {
        if (option == "--sets")
            request.sets = words(text);
        else if (option == "--record")
            request.directory = text;
        else
            return false;
        return true;
    });
    if (request.sets.empty()) refuse("--sets names none");

    struct row_of_sets {
        entry const* row;
        std::vector<subject> subjects;
        bool is_variant;
    };
    std::vector<row_of_sets> rows;
    std::vector<entry> all;
    auto const add = [&](entry const& row, char const* set, bool is_variant) {
        auto at = std::find_if(rows.begin(), rows.end(),
                               [&](auto const& r) { return std::strcmp(r.row->name, row.name) == 0; });
        if (at == rows.end()) at = rows.insert(at, {&row, {}, is_variant});
        for (auto const& f : row.tiers) at->subjects.push_back({&f, set});
    };
    for (auto const& set : request.sets)
        for (auto const& both : table_of(set)) {
            if (!both.of_float.tiers.empty()) add(both.of_float, set.c_str(), false);
            for (auto const& variant : both.variants) add(variant.of_float, set.c_str(), true);
        }
    for (auto const& r : rows) all.push_back(*r.row);
    check_names(request.common.names, all);

    auto const references = all_references();
    bool passed = true;
    for (auto const& r : rows) {
        if (request.common.names.empty() && r.is_variant) continue;
        std::vector<int> together;
        for (int const order : {table::value, table::derivative})
            if (is_wanted(request.common.names, r.row->name, order)) together.push_back(order);
        if (!together.empty()) passed = prove(request, *r.row, r.subjects, references, together) && passed;
        if (is_wanted(request.common.names, r.row->name, table::second_derivative))
            passed = prove(request, *r.row, r.subjects, references, {table::second_derivative}) && passed;
    }
    return passed ? 0 : 1;
}
