// f and f' of every row in the exact tier, to the bit what is recorded: on instruction sets where all floats, or even a
// block of them (digests.hpp), take too long, because an emulator runs them.
//
//   everywhere DIR                a sample of block 0, every 61st of its floats, against DIR/samples.txt
//   everywhere DIR --blocks A,B   these blocks against DIR/digests
//   everywhere DIR --record       writes DIR/samples.txt, if the whole of block 0 is what DIR/digests has of it
//   NAME...                       only these rows of the table
//
// Status 1 where a result differs or none is recorded.

#include "everywhere.hpp"
#include "../functions.hpp"
#include "digests.hpp"

#include <cstring>
#include <map>

namespace {

constexpr std::uint32_t stride = 61; // odd, so that the low bits of the sample's floats are as mixed as the block's

std::uint32_t bits_of(float x) {
    std::uint32_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    return x == x ? bits : 0x7fc00000u; // one pattern for all NaN: the contract promises a NaN, not its payload
}

/// The digest of every `step`-th result of a block.
std::uint32_t digest(void (*f)(float const*, float*, std::size_t), std::uint32_t block, std::uint32_t step) {
    constexpr std::size_t most = 4096;
    float in[most], out[most];
    std::uint32_t x[most], sum = 0;
    for (std::uint32_t next = 0; next < block_size;) {
        std::size_t n = 0;
        for (; n < most && next < block_size; ++n, next += step) {
            x[n] = member(block, next);
            std::memcpy(&in[n], &x[n], sizeof(float));
        }
        f(in, out, n);
        for (std::size_t i = 0; i < n; ++i) sum += contribution(x[i], bits_of(out[i]));
    }
    return sum;
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
    int checked = 0, faults = 0;
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
            if (!record) compare("sample", sample, known == recorded.end() ? unrecorded : known->second);
        }
    }
    if (record && faults == 0) {
        std::ofstream file(directory + "/samples.txt");
        file << text.str();
        if (!file.flush()) refuse("cannot write to " + directory);
    }
    std::printf("%d digests, %d not as recorded\n", checked, faults);
    return checked != 0 && faults == 0 ? 0 : 1;
}
