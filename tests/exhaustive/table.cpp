// The table of an instruction set as proof.cpp loads it.

#include "../functions.hpp"

extern "C" __attribute__((visibility("default"))) std::vector<table::entries> const* xact_table() {
    static auto const all = table::all_rows();
    return &all;
}
