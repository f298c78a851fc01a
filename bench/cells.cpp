#include "cells.hpp"

#include "vector_loop.hpp"

#include <xact/xact.hpp>

#include <cmath>
#include <random>
#include <stdexcept>
#include <utility>

// Recurrent cells as real-time audio runs them: one input and one output a step, and no step can begin before the last
// has ended. The definitions are those of torch.nn.LSTM and torch.nn.GRU.

namespace bench {

namespace {

using batch = xsimd::batch<float>;
constexpr std::size_t lanes = batch::size;

/// The units are padded to whole registers; the weights of the padding are 0.
template <std::size_t Gates, std::size_t Hidden> struct weights {
    static constexpr std::size_t padded = (Hidden + lanes - 1) / lanes * lanes;
    using units = float[padded];

    alignas(64) units input[Gates] = {};
    alignas(64) units bias[Gates] = {};
    alignas(64) units recurrent_bias[Gates] = {};
    /// By source unit, so that a register runs over the units that it feeds.
    alignas(64) units recurrent[Hidden][Gates] = {};

    weights() {
        std::mt19937 random(Gates * 1000 + Hidden);
        // How torch initialises them.
        float const bound = 1 / std::sqrt(static_cast<float>(Hidden));
        std::uniform_real_distribution<float> draw(-bound, bound);
        for (std::size_t gate = 0; gate < Gates; ++gate)
            for (std::size_t unit = 0; unit < Hidden; ++unit) {
                input[gate][unit] = draw(random);
                bias[gate][unit] = draw(random);
                recurrent_bias[gate][unit] = draw(random);
                for (std::size_t from = 0; from < Hidden; ++from) recurrent[from][gate][unit] = draw(random);
            }
    }
};

/// What the gates of the units from `first` on receive from the units of the last step.
template <std::size_t Gates, std::size_t Hidden>
XACT_INLINE void add_recurrent(weights<Gates, Hidden> const& w, float const* h, std::size_t first,
                               batch (&sum)[Gates]) {
    for (std::size_t from = 0; from < Hidden; ++from) {
        batch const value(h[from]);
        for (std::size_t gate = 0; gate < Gates; ++gate)
            sum[gate] = xsimd::fma(value, batch::load_aligned(w.recurrent[from][gate] + first), sum[gate]);
    }
}

template <std::size_t Size> class lstm {
public:
    static constexpr std::size_t hidden = Size;
    using parameters = weights<4, hidden>;

    struct state {
        alignas(64) typename parameters::units h = {}, c = {};
    };

    template <class Functions> XACT_INLINE static float step(parameters const& w, state& now, float input) {
        alignas(64) typename parameters::units next;
        batch const x(input);
        for (std::size_t u = 0; u < parameters::padded; u += lanes) {
            batch sum[4];
            for (std::size_t gate = 0; gate < 4; ++gate)
                sum[gate] =
                    xsimd::fma(x, batch::load_aligned(w.input[gate] + u),
                               batch::load_aligned(w.bias[gate] + u) + batch::load_aligned(w.recurrent_bias[gate] + u));
            add_recurrent(w, now.h, u, sum);
            batch const admitted = Functions::sigmoid(sum[0]), kept = Functions::sigmoid(sum[1]);
            batch const candidate = Functions::tanh(sum[2]), shown = Functions::sigmoid(sum[3]);
            batch const c = xsimd::fma(kept, batch::load_aligned(now.c + u), admitted * candidate);
            c.store_aligned(now.c + u);
            (shown * Functions::tanh(c)).store_aligned(next + u);
        }
        std::copy_n(next, parameters::padded, now.h);
        return now.h[0];
    }

    static real unit(real const (&input)[4], real const (&recurrent)[4], real, real& c) {
        auto const logistic = [&](int gate) { return 1 / (1 + std::exp(-input[gate] - recurrent[gate])); };
        c = logistic(1) * c + logistic(0) * std::tanh(input[2] + recurrent[2]);
        return logistic(3) * std::tanh(c);
    }
};

template <std::size_t Size> class gru {
public:
    static constexpr std::size_t hidden = Size;
    using parameters = weights<3, hidden>;

    struct state {
        alignas(64) typename parameters::units h = {};
    };

    template <class Functions> XACT_INLINE static float step(parameters const& w, state& now, float input) {
        alignas(64) typename parameters::units next;
        batch const x(input);
        for (std::size_t u = 0; u < parameters::padded; u += lanes) {
            auto const from_input = [&](std::size_t gate) XACT_INLINE_LAMBDA {
                return xsimd::fma(x, batch::load_aligned(w.input[gate] + u), batch::load_aligned(w.bias[gate] + u));
            };
            batch sum[3];
            for (std::size_t gate = 0; gate < 3; ++gate) sum[gate] = batch::load_aligned(w.recurrent_bias[gate] + u);
            add_recurrent(w, now.h, u, sum);
            batch const reset = Functions::sigmoid(from_input(0) + sum[0]);
            batch const kept = Functions::sigmoid(from_input(1) + sum[1]);
            batch const candidate = Functions::tanh(xsimd::fma(reset, sum[2], from_input(2)));
            batch const h = batch::load_aligned(now.h + u);
            xsimd::fma(kept, h - candidate, candidate).store_aligned(next + u);
        }
        std::copy_n(next, parameters::padded, now.h);
        return now.h[0];
    }

    static real unit(real const (&input)[3], real const (&recurrent)[3], real h, real&) {
        auto const logistic = [&](int gate) { return 1 / (1 + std::exp(-input[gate] - recurrent[gate])); };
        real const candidate = std::tanh(input[2] + logistic(0) * recurrent[2]);
        return (1 - logistic(1)) * candidate + logistic(1) * h;
    }
};

template <class Cell> typename Cell::parameters const& parameters_of() {
    static typename Cell::parameters const drawn;
    return drawn;
}

struct with_xact {
    static XACT_INLINE batch sigmoid(batch const& x) { return xact::sigmoid{}(x); }
    static XACT_INLINE batch tanh(batch const& x) { return xact::tanh{}(x); }
};

struct with_fast_xact {
    static XACT_INLINE batch sigmoid(batch const& x) { return xact::fast::sigmoid{}(x); }
    static XACT_INLINE batch tanh(batch const& x) { return xact::fast::tanh{}(x); }
};

struct with_xsimd {
    static XACT_INLINE batch sigmoid(batch const& x) {
        return logistic_via_exp(x, [](batch const& y) { return xsimd::exp(y); });
    }
    static XACT_INLINE batch tanh(batch const& x) { return xsimd::tanh(x); }
};

template <class Cell, class Functions> void add_row(char const* library, std::string const& cell, char const* tier) {
    auto const& w = parameters_of<Cell>();
    bench::add<float>({library, cell, tier, variant::step}, [&w](arrays<float> const& a) {
        typename Cell::state now;
        for (std::size_t i = 0; i < a.n; ++i) a.out[i] = Cell::template step<Functions>(w, now, a.in[i]);
    });
}

template <class Cell> std::vector<real> reference_outputs(std::vector<real> const& in) {
    auto const& w = parameters_of<Cell>();
    constexpr std::size_t gates = std::size(decltype(w.input){});
    std::vector<real> h(Cell::hidden), next(Cell::hidden), c(Cell::hidden), out;
    for (real const x : in) {
        for (std::size_t unit = 0; unit < Cell::hidden; ++unit) {
            real input[gates], recurrent[gates];
            for (std::size_t gate = 0; gate < gates; ++gate) {
                input[gate] = w.input[gate][unit] * x + w.bias[gate][unit];
                recurrent[gate] = w.recurrent_bias[gate][unit];
                for (std::size_t from = 0; from < Cell::hidden; ++from)
                    recurrent[gate] += w.recurrent[from][gate][unit] * h[from];
            }
            next[unit] = Cell::unit(input, recurrent, h[unit], c[unit]);
        }
        h.swap(next);
        out.push_back(h[0]);
    }
    return out;
}

using outputs = std::vector<real> (*)(std::vector<real> const&);

std::map<std::string, outputs>& references() {
    static std::map<std::string, outputs> by_name;
    return by_name;
}

template <class Cell> void add(char const* kind) {
    std::string const name = kind + ('_' + std::to_string(Cell::hidden));
    references()[name] = reference_outputs<Cell>;
    add_row<Cell, with_xact>("xact", name, "precise");
    add_row<Cell, with_fast_xact>("xact", name, "fast");
    add_row<Cell, with_xsimd>("xsimd", name, "");
}

library const cells([] {
    add<lstm<8>>("lstm");
    add<lstm<16>>("lstm");
    add<lstm<32>>("lstm");
    add<gru<8>>("gru");
    add<gru<16>>("gru");
    add<gru<32>>("gru");
});

} // namespace

std::vector<real> outputs_of_cell(std::string const& name, std::vector<real> const& in) {
    return references().at(name)(in);
}

} // namespace bench
