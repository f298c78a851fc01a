#include "data.hpp"

#include <stdexcept>

namespace bench {

inputs const& inputs_named(std::string const& name) {
    static inputs const known[] = {
        {"uniform8", "uniform in [-8, 8]", std::uniform_real_distribution<double>(-8, 8)},
        {"uniform20", "uniform in [-20, 20]", std::uniform_real_distribution<double>(-20, 20)},
        {"normal1", "normal, deviation 1", std::normal_distribution<double>(0, 1)},
        {"normal3", "normal, deviation 3", std::normal_distribution<double>(0, 3)}};
    std::string names;
    for (auto const& i : known) {
        if (name == i.name) return i;
        names += ' ';
        names += i.name;
    }
    throw std::invalid_argument("--inputs=" + name + ": expected one of" + names);
}

} // namespace bench
