#ifndef XACT_TESTS_EXHAUSTIVE_RUN_HPP
#define XACT_TESTS_EXHAUSTIVE_RUN_HPP

// What the programs that run every float through every function share: floats and their bits, threads, the command
// line.

#include "../functions.hpp"
#include "digests.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

inline constexpr std::uint32_t step = 1u << 12; // floats that go through a function at once

inline float float_of(std::uint32_t bits) {
    float x;
    std::memcpy(&x, &bits, sizeof x);
    return x;
}

inline std::uint32_t bits_of(float x) {
    std::uint32_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    return x == x ? bits : 0x7fc00000u; // one pattern for all NaN: the contract promises a NaN, not its payload
}

/// Runs `work(i, thread)` for i < n on several threads.
template <class Work> void for_each_index(std::uint32_t n, unsigned threads, Work work) {
    std::atomic<std::uint32_t> next{0};
    std::vector<std::thread> running;
    for (unsigned t = 0; t < threads; ++t)
        running.emplace_back([&, t] {
            for (std::uint32_t i; (i = next++) < n;) work(i, t);
        });
    for (auto& thread : running) thread.join();
}

/// Which of N stretches of floats, or blocks of digests, a run takes: all, unless a part was asked for.
struct portion {
    std::uint32_t first = 0, of = 1;
};

extern char const* const program; // for messages

[[noreturn]] inline void refuse(std::string const& what) {
    std::fprintf(stderr, "%s: %s\n", program, what.c_str());
    std::exit(2);
}

/// The number that a text is, at least `least` and at most `most`.
inline std::uint32_t number(std::string const& text, std::uint32_t least, std::uint32_t most, char const* otherwise) {
    char* end = nullptr;
    unsigned long const n = std::strtoul(text.c_str(), &end, 10);
    if (text.empty() || text[0] == '-' || *end != '\0' || n < least || n > most) refuse(otherwise);
    return static_cast<std::uint32_t>(n);
}

/// The portion `K/N`, which it prints, so that a run can be repeated.
inline portion part(std::string const& text) {
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

/// What the digests of a function are recorded for: correctly rounded results are the same on every instruction set.
inline std::string recorded_set(table::tier tier, int order, std::string const& set) {
    return tier == table::tier::exact && order != table::second_derivative ? "every" : set;
}

/// False, with a message, where there are blocks whose digests are not those recorded.
inline bool are_as_recorded(char const* row, int order, table::tier tier, std::string const& differing) {
    if (differing.empty()) return true;
    std::fprintf(stderr, "%s: %s %s, %s: results differ from the recorded ones%s (--blocks %s)\n", program, row,
                 table::order_names[order], table::tier_names[static_cast<int>(tier)],
                 recorded_set(tier, order, "") == "every" ? ", which are those of every instruction set" : "",
                 differing.c_str());
    return false;
}

/// Records the digests of a function in DIRECTORY/<row>.txt; false, with a message, where that cannot be, or where they
/// contradict what another instruction set gives.
inline bool record_digests(std::string const& directory, char const* row, int order, table::tier tier,
                           std::string const& set, digests const& found) {
    std::string const name = table::order_names[order], of_tier = table::tier_names[static_cast<int>(tier)],
                      group = recorded_set(tier, order, set);
    digest_file file(directory, row);
    auto const* const recorded = file.find(name, of_tier, group);
    if (recorded && group == "every" && !are_as_recorded(row, order, tier, differing_blocks(*recorded, found)))
        return false;
    file.put(name, of_tier, group, found);
    if (file.write()) return true;
    std::fprintf(stderr, "%s: cannot write to %s\n", program, directory.c_str());
    return false;
}

/// What both programs take.
struct options {
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
    portion part;
    std::vector<std::string> names;
};

/// Reads a command line; `other(option, text)` is given what both programs do not have in common, and is false where it
/// does not know the option.
template <class Other> options read_options(int argc, char** argv, Other other) {
    options result;
    for (int i = 1; i < argc; ++i) {
        std::string const option = argv[i];
        if (option.compare(0, 2, "--") != 0) {
            result.names.push_back(option);
            continue;
        }
        if (++i == argc) refuse(option + " needs a value");
        std::string const text = argv[i];
        if (option == "--threads")
            result.threads = number(text, 1, 1024, "--threads needs a number from 1 to 1024");
        else if (option == "--part")
            result.part = part(text);
        else if (!other(option, text))
            refuse("no option " + option);
    }
    return result;
}

/// Refuses names that are neither a row nor an order of one.
inline void check_names(std::vector<std::string> const& names, std::vector<table::entry<float>> const& all) {
    std::vector<std::string> known;
    for (auto const& row : all) {
        known.emplace_back(row.name);
        for (auto const* order : table::order_names) known.push_back(std::string(row.name) + "/" + order);
    }
    for (auto const& name : names)
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            std::string text = "no row '" + name + "' in the table; there are:";
            for (auto const& k : known) text += " " + k;
            refuse(text);
        }
}

/// True where an order of a row is named, or nothing is.
inline bool is_wanted(std::vector<std::string> const& names, char const* row, int order) {
    auto const has = [&](std::string const& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    return names.empty() || has(row) || has(std::string(row) + "/" + table::order_names[order]);
}

#endif
