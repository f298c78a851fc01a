#include "data.hpp"

#include <xsimd/xsimd.hpp>

#include <sstream>
#include <stdexcept>

namespace bench {

namespace {

using uniform = std::uniform_real_distribution<double>;

/// From where tanh is 1 in float to where the smallest subnormal result of the sigmoid lies.
double tail(std::mt19937_64& random) {
    double const magnitude = uniform(10, 104)(random);
    return random() % 2 ? magnitude : -magnitude;
}

/// A kernel that leaves its main path for a whole register meets the worst case here: one lane of each, at random.
class one_tail_per_register {
public:
    double operator()(std::mt19937_64& random) {
        constexpr std::size_t lanes = xsimd::batch<float>::size;
        if (lane == 0) chosen = random() % lanes;
        bool const here = lane == chosen;
        lane = (lane + 1) % lanes;
        return here ? tail(random) : uniform(-8, 8)(random);
    }

private:
    std::size_t lane = 0, chosen = 0;
};

} // namespace

inputs const& inputs_named(std::string const& name) {
    static inputs const known[] = {
        {"uniform8", "uniform in [-8, 8]", uniform(-8, 8)},
        {"uniform20", "uniform in [-20, 20]", uniform(-20, 20)},
        {"uniform100", "uniform in [-100, 100]", uniform(-100, 100)},
        {"subnormal", "subnormal floats of either sign", uniform(-0x1p-126, 0x1p-126)},
        {"normal1", "normal, deviation 1", std::normal_distribution<double>(0, 1)},
        {"normal3", "normal, deviation 3", std::normal_distribution<double>(0, 3)},
        {"one_tail", "uniform in [-8, 8], one lane of each register with magnitude 10 to 104", one_tail_per_register()},
        {"all_tail", "magnitude 10 to 104", tail}};
    std::string names;
    for (auto const& i : known) {
        if (name == i.name) return i;
        names += ' ';
        names += i.name;
    }
    throw std::invalid_argument("--inputs=" + name + ": expected some of" + names);
}

std::vector<inputs> inputs_listed(std::string const& names) {
    std::vector<inputs> result;
    std::istringstream list(names);
    for (std::string name; std::getline(list, name, ',');) result.push_back(inputs_named(name));
    return result;
}

} // namespace bench
