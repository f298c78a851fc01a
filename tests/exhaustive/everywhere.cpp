// f and f' of every row in the exact tier, to the bit what is recorded: on instruction sets where all floats, or even a
// block of them (digests.hpp), take too long, because an emulator runs them, and with compilers and flags of which
// there are many (../matrix). The precise tier, whose bits may differ, is held against the exact one.
//
//   everywhere DIR                a sample of block 0, every 61st of its floats, against DIR/samples.txt; the precise
//                                 tier's results on it within 1 ULP
//   everywhere DIR --blocks A,B   these blocks against DIR/digests
//   everywhere DIR --record       writes DIR/samples.txt, if the whole of block 0 is what DIR/digests has of it
//   NAME...                       only these rows of the table
//
// Status 1 where a result differs, none is recorded, or one of the precise tier is beyond its bound.

#include "everywhere.hpp"
#include "../functions.hpp"
#include "digests.hpp"

#include <cstring>
#include <map>

namespace {

constexpr std::uint32_t stride = 61; // odd, so that the low bits of the sample's floats are as mixed as the block's
constexpr std::size_t part_size = 4096;

using function = void (*)(float const* in, float* out, std::size_t n);

std::uint32_t bits_of(float x) {
    std::uint32_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    return x == x ? bits : 0x7fc00000u; // one pattern for all NaN: the contract promises a NaN, not its payload
}

/// Calls use(bits, x, n) with every `step`-th float of a block, as bits and as floats, some at a time.
template <class Use> void for_each_part(std::uint32_t block, std::uint32_t step, Use const& use) {
    float x[part_size];
    std::uint32_t bits[part_size];
    for (std::uint32_t next = 0; next < block_size;) {
        std::size_t n = 0;
        for (; n < part_size && next < block_size; ++n, next += step) {
            bits[n] = member(block, next);
            std::memcpy(&x[n], &bits[n], sizeof(float));
        }
        use(bits, x, n);
    }
}

/// The digest of every `step`-th result of a block.
std::uint32_t digest(function f, std::uint32_t block, std::uint32_t step) {
    std::uint32_t sum = 0;
    for_each_part(block, step, [&](std::uint32_t const* bits, float const* x, std::size_t n) {
        float y[part_size];
        f(x, y, n);
        for (std::size_t i = 0; i < n; ++i) sum += contribution(bits[i], bits_of(y[i]));
    });
    return sum;
}

/// Whether a result can be within 1 ULP of what rounds correctly to `exact`: not more than one float beside it, or two
/// below a power of two, where they are half as far apart; and of its sign.
bool is_within_bound(float result, float exact) {
    std::uint32_t const a = bits_of(result), e = bits_of(exact);
    if (result != result || exact != exact) return a == e;
    std::uint32_t const steps = a < e ? e - a : a - e, most = (e & 0x7fffffu) == 0 && a < e ? 2 : 1;
    return (a ^ e) >> 31 == 0 && steps <= most;
}

/// How many of the results of the sample are not.
std::uint32_t count_beyond_bound(function f, function exact) {
    std::uint32_t count = 0;
    for_each_part(0, stride, [&](std::uint32_t const*, float const* x, std::size_t n) {
        float y[part_size], expected[part_size];
        f(x, y, n);
        exact(x, expected, n);
        for (std::size_t i = 0; i < n; ++i) count += !is_within_bound(y[i], expected[i]);
    });
    return count;
}

/// DIR/samples.txt: a line `<f or f'> <digest> <name>` for each function.
using samples = std::map<std::string, std::uint32_t>;

samples read_samples(std::string const& path) {
    samples all;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string order, hex, name;
        words >> order >> hex >> std::ws;
        std::getline(words, name);
        if (!name.empty()) all[name + " " + order] = static_cast<std::uint32_t>(std::stoul(hex, nullptr, 16));
    }
    return all;
}

[[noreturn]] void refuse(std::string const& what) {
    std::fprintf(stderr, "everywhere: %s\n", what.c_str());
    std::exit(2);
}

} // namespace

int main(int argc, char** argv) {
    std::string directory;
    bool record = false;
    std::vector<std::uint32_t> blocks;
    std::vector<std::string> names;
    for (int i = 1; i < argc; ++i) {
        std::string const argument = argv[i];
        if (argument == "--record")
            record = true;
        else if (argument == "--blocks" && i + 1 < argc) {
            std::istringstream list(argv[++i]);
            for (std::string b; std::getline(list, b, ',');) {
                blocks.push_back(static_cast<std::uint32_t>(std::strtoul(b.c_str(), nullptr, 10)));
                if (blocks.back() >= block_count) refuse("--blocks needs numbers from 0 to 255");
            }
        } else if (argument.compare(0, 2, "--") == 0)
            refuse("no option " + argument + ", or nothing after it");
        else if (directory.empty())
            directory = argument;
        else
            names.push_back(argument);
    }
    if (directory.empty()) refuse("which directory? everywhere DIR [--blocks A,B] [--record] [NAME...]");
    if (record && !(blocks.empty() && names.empty())) refuse("--record takes all rows, and block 0");
    if (record) blocks.push_back(0);

    auto const recorded = read_samples(directory + "/samples.txt");
    auto const rows = exact_rows();
    for (auto const& name : names)
        if (std::none_of(rows.begin(), rows.end(), [&](exact_row const& row) { return row.name == name; }))
            refuse("no row '" + name + "' in the table");
    std::ostringstream text;
    int checked = 0, faults = 0, held = 0, beyond = 0;
    for (auto const& row : rows) {
        if (!names.empty() && std::find(names.begin(), names.end(), row.name) == names.end()) continue;
        digest_file const whole(directory + "/digests", row.name);
        for (int const order : {table::value, table::derivative}) {
            std::string const name = std::string(row.name) + " " + table::order_names[order];
            auto const* const all = whole.find(table::order_names[order], "exact", "every");
            auto const compare = [&](std::string const& of, std::uint32_t found, std::int64_t expected) {
                ++checked;
                if (found == expected) return;
                ++faults;
                std::printf("%s: %s: %s\n", name.c_str(), of.c_str(),
                            expected == unrecorded ? "not recorded" : "differs from what is recorded");
                std::fflush(stdout);
            };
            for (auto const b : blocks)
                compare("block " + std::to_string(b), digest(row.f[order], b, 1), all ? (*all)[b] : unrecorded);
            if (!blocks.empty() && !record) continue;
            std::uint32_t const sample = digest(row.f[order], 0, stride);
            char hex[9];
            std::snprintf(hex, sizeof hex, "%08x", static_cast<unsigned>(sample));
            text << table::order_names[order] << ' ' << hex << ' ' << row.name << '\n';
            auto const known = recorded.find(name);
            if (record) continue;
            compare("sample", sample, known == recorded.end() ? unrecorded : known->second);
            if (!row.precise[order]) continue;
            ++held;
            if (auto const count = count_beyond_bound(row.precise[order], row.f[order])) {
                ++beyond;
                std::printf("%s, precise: %u results beyond its bound\n", name.c_str(), static_cast<unsigned>(count));
                std::fflush(stdout);
            }
        }
    }
    if (record && faults == 0) {
        std::ofstream file(directory + "/samples.txt");
        file << text.str();
        if (!file.flush()) refuse("cannot write to " + directory);
    }
    std::printf("%d digests, %d not as recorded; %d functions of the precise tier, %d beyond their bound\n", checked,
                faults, held, beyond);
    return checked != 0 && faults == 0 && beyond == 0 ? 0 : 1;
}
