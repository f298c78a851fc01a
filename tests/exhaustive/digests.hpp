#ifndef XACT_TESTS_EXHAUSTIVE_DIGESTS_HPP
#define XACT_TESTS_EXHAUSTIVE_DIGESTS_HPP

// The digests of the results of one function over all floats, in 256 blocks, and the file that keeps them.
//
// A block holds one of every 256 consecutive floats, and its place among them moves from each 256 to the next. So every
// block samples every interval of every kernel and costs the same, a faulty constant shows in all of them, and low bits
// of all values occur in each; a fault in a single result shows in the block that has it.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

inline constexpr std::uint32_t block_count = 256, block_size = 1u << 24;

/// The i-th float of a block, as bits.
inline std::uint32_t member(std::uint32_t block, std::uint32_t i) { return i << 8 | ((block + 167 * i) & 255); }

/// What y = f(x) adds to the digest of its block: different for different y, unrelated for different x.
inline std::uint32_t contribution(std::uint32_t x, std::uint32_t y) {
    std::uint32_t z = y ^ x * 0x9e3779b1u;
    z = (z ^ z >> 16) * 0x85ebca6bu;
    z = (z ^ z >> 13) * 0xc2b2ae35u;
    return z ^ z >> 16;
}

/// Adds the contributions of consecutive floats, whose bits are x, x + 1 and so on, to the digests of their blocks; x
/// and n are multiples of 256. `bits` gives those of a result.
template <class Bits>
void add_contributions(std::array<std::uint32_t, block_count>& sums, std::uint32_t x, float const* y, std::uint32_t n,
                       Bits bits) {
    for (; n != 0; n -= 256, x += 256, y += 256) {
        std::uint32_t const first =
            (0u - 167 * (x >> 8)) & 255; // the block of x; those of the others follow, in a ring
        for (std::uint32_t j = 0; j < 256 - first; ++j) sums[first + j] += contribution(x + j, bits(y[j]));
        for (std::uint32_t j = 256 - first; j < 256; ++j) sums[first + j - 256] += contribution(x + j, bits(y[j]));
    }
}

/// By block; `unrecorded` for those that have not been computed.
using digests = std::array<std::int64_t, block_count>;
inline constexpr std::int64_t unrecorded = -1;

inline digests no_digests() {
    digests all;
    all.fill(unrecorded);
    return all;
}

/// The blocks, listed, that are in both and are not the same.
inline std::string differing_blocks(digests const& recorded, digests const& found) {
    std::string list;
    for (std::size_t b = 0; b < block_count; ++b)
        if (recorded[b] != unrecorded && found[b] != unrecorded && found[b] != recorded[b])
            list += (list.empty() ? "" : ",") + std::to_string(b);
    return list;
}

/// results/digests/<function>.txt: a line for each order, tier and group of instruction sets with the same results;
/// "every" where they are promised to be the same on all. A block that has not been recorded is eight hyphens.
class digest_file {
public:
    digest_file(std::string const& directory, std::string const& name) : path(directory + "/" + name + ".txt") {
        std::ifstream file(path);
        for (std::string text; std::getline(file, text);) {
            std::istringstream words(text);
            group line;
            std::string sets, hex;
            words >> line.order >> line.tier >> sets >> hex;
            if (hex.size() != 8 * block_count) continue;
            for (std::size_t b = 0; b < block_count; ++b) {
                std::string const digits = hex.substr(8 * b, 8);
                line.values[b] = digits == "--------" ? unrecorded : std::stoll(digits, nullptr, 16);
            }
            std::istringstream names(sets);
            for (std::string set; std::getline(names, set, '+');) line.sets.push_back(set);
            lines.push_back(line);
        }
    }

    /// What is recorded for a set, or null.
    digests const* find(std::string const& order, std::string const& tier, std::string const& set) const {
        for (auto const& line : lines)
            if (line.order == order && line.tier == tier && has(line, set)) return &line.values;
        return nullptr;
    }

    /// Records the blocks of `found` that are not `unrecorded`.
    void put(std::string const& order, std::string const& tier, std::string const& set, digests const& found) {
        digests const* const before = find(order, tier, set);
        digests values = before ? *before : no_digests();
        for (std::size_t b = 0; b < block_count; ++b)
            if (found[b] != unrecorded) values[b] = found[b];
        for (auto& line : lines)
            if (line.order == order && line.tier == tier)
                line.sets.erase(std::remove(line.sets.begin(), line.sets.end(), set), line.sets.end());
        lines.erase(std::remove_if(lines.begin(), lines.end(), [](group const& line) { return line.sets.empty(); }),
                    lines.end());
        for (auto& line : lines)
            if (line.order == order && line.tier == tier && line.values == values) return add(line, set);
        lines.push_back({order, tier, {set}, values});
    }

    /// False where the file cannot be written.
    bool write() {
        std::sort(lines.begin(), lines.end(), [](group const& a, group const& b) {
            return std::tie(a.order, a.tier, a.sets) < std::tie(b.order, b.tier, b.sets);
        });
        std::ofstream file(path);
        for (auto const& line : lines) {
            file << line.order << ' ' << line.tier << ' ';
            for (std::size_t i = 0; i < line.sets.size(); ++i) file << (i == 0 ? "" : "+") << line.sets[i];
            file << ' ';
            for (auto const value : line.values) {
                char hex[9] = "--------";
                if (value != unrecorded) std::snprintf(hex, sizeof hex, "%08x", static_cast<unsigned>(value));
                file << hex;
            }
            file << '\n';
        }
        return static_cast<bool>(file.flush());
    }

private:
    struct group {
        std::string order, tier;
        std::vector<std::string> sets;
        digests values{};
    };

    static bool has(group const& line, std::string const& set) {
        return std::find(line.sets.begin(), line.sets.end(), set) != line.sets.end();
    }
    static void add(group& line, std::string const& set) {
        line.sets.push_back(set);
        std::sort(line.sets.begin(), line.sets.end());
    }

    std::string path;
    std::vector<group> lines;
};

#endif
