// Every float there is, through every function of every row of the table: digests of the results.
//
//   exhaustive --digest DIR       digests of the results in 256 blocks (digests.hpp), held against those recorded in
//                                 DIR; status 1 where one differs or none is recorded
//   exhaustive --record-digests DIR  writes them; those of other functions, instruction sets and blocks are kept
//
//   --part K/N                    only block K and every N-th after it. K may be `day`: the number of the day, or what
//                                 XACT_DIGEST_PART says in the environment
//   --blocks A,B,C                only these blocks
//   --threads N                   N threads instead of one for each processor
//   NAME...                       only these rows of the table; NAME/f, NAME/f' or NAME/f'' only this of a row. Rows
//                                 with other parameters than the defaults, as elu(3), are taken where they are named
//
// What the results are worth, proof.cpp tells.

#include "run.hpp"

#include <array>
#include <sstream>

char const* const program = "exhaustive";

namespace {

using block = std::array<float, step>;
using entry = table::entry<float>;
using functions = table::functions<float>;

/// The digests of some blocks of the results of one function.
digests digests_of(void (*f)(float const*, float*, std::size_t), std::vector<std::uint32_t> const& blocks,
                   unsigned threads) {
    constexpr std::uint32_t slices = 64, slice = block_size / slices;
    std::array<std::atomic<std::uint32_t>, block_count> sums{};
    for_each_index(static_cast<std::uint32_t>(blocks.size()) * slices, threads, [&](std::uint32_t index, unsigned) {
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

/// What is asked for: the options, and those that only digests have.
struct request {
    options common;
    bool verify = true;
    std::string directory;
    std::vector<std::uint32_t> blocks;
};

/// Verifies or records the digests of one function; false where they differ from, or are missing in, what is recorded.
bool digest(request const& request, entry const& row, int order, functions const& f) {
    std::string const tier = table::tier_names[static_cast<int>(f.tier)], name = table::order_names[order];
    digest_file const before(request.directory, row.name);
    auto const* const recorded = before.find(name, tier, recorded_set(f.tier, order, XACT_ISA));
    auto blocks = request.blocks;
    if (request.verify && !recorded) {
        std::fprintf(stderr, "exhaustive: %s %s, %s: no digests recorded (--record-digests %s %s)\n", row.name,
                     name.c_str(), tier.c_str(), request.directory.c_str(), row.name);
        return false;
    }
    if (request.verify)
        blocks.erase(std::remove_if(blocks.begin(), blocks.end(), [&](auto b) { return (*recorded)[b] == unrecorded; }),
                     blocks.end());
    digests const found = digests_of(f.range[order], blocks, request.common.threads);
    std::string const differing = recorded ? differing_blocks(*recorded, found) : "";
    std::printf("%s %s, %s: %zu blocks of %zu%s\n", row.name, name.c_str(), tier.c_str(), blocks.size(),
                request.blocks.size(), differing.empty() ? "" : ", not all as recorded");
    std::fflush(stdout);
    return request.verify ? are_as_recorded(row.name, order, f.tier, differing)
                          : record_digests(request.directory, row.name, order, f.tier, XACT_ISA, found);
}

request read(int argc, char** argv) {
    request result;
    result.common = read_options(argc, argv, [&](std::string const& option, std::string const& text) {
        if (option == "--digest" || option == "--record-digests") {
            result.verify = option == "--digest";
            result.directory = text;
        } else if (option == "--blocks") {
            std::istringstream list(text);
            for (std::string b; std::getline(list, b, ',');)
                result.blocks.push_back(number(b, 0, block_count - 1, "--blocks needs numbers from 0 to 255"));
        } else
            return false;
        return true;
    });
    if (result.directory.empty())
        refuse("--digest DIR or --record-digests DIR is needed; proofs are another program's");
    portion const part = result.common.part;
    if (result.blocks.empty() || part.of != 1)
        for (std::uint32_t b = part.first; b < block_count; b += part.of) result.blocks.push_back(b);
    return result;
}

} // namespace

int main(int argc, char** argv) {
    request const request = read(argc, argv);
    auto const all = table::rows_and_variants<float>();
    auto const& names = request.common.names;
    check_names(names, all);
    bool passed = true;
    for (auto const& row : names.empty() ? table::rows<float>() : all)
        for (int const order : {table::value, table::derivative, table::second_derivative})
            if (is_wanted(names, row.name, order))
                for (auto const& f : row.tiers) passed = digest(request, row, order, f) && passed;
    return passed ? 0 : 1;
}
