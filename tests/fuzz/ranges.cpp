// The range functions on what libFuzzer makes up: which function of which activation and tier, how many elements, where
// they stand between walls (guarded.hpp), what is in place, and the bits of every value. Each element has to be the
// scalar call's (any NaN for a NaN), nothing outside of the ranges may change, no wall may be touched, sizes that
// differ are refused with nothing written, and names and parameters give an activation or std::invalid_argument.

#include "../functions.hpp"
#include "../guarded.hpp"

#include <xact/activation/relu6.hpp>
#include <xact/activation/rrelu.hpp>
#include <xact/channelwise.hpp>
#include <xact/function.hpp>
#include <xact/visit.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>

namespace {

using table::derivative;
using table::value;

/// The input, read from the front; zeros follow its end.
class bytes {
public:
    bytes(std::uint8_t const* data, std::size_t size) : next(data), rest(size) {}

    std::size_t below(std::size_t limit) {
        std::size_t const b = rest != 0 ? *next : 0;
        if (rest != 0) ++next, --rest;
        return b % limit;
    }

    /// What is left, again and again where it is too little.
    template <class T> std::vector<T>& values(std::vector<T>& x, std::size_t n) {
        x.assign(n, T(1.5));
        if (rest == 0) return x;
        auto* const to = reinterpret_cast<std::uint8_t*>(x.data());
        std::size_t const size = n * sizeof(T);
        for (std::size_t i = 0; i < size; i += rest) std::memcpy(to + i, next, std::min(rest, size - i));
        std::size_t const taken = std::min(rest, size);
        if (taken != rest) next += taken, rest -= taken;
        return x;
    }

private:
    std::uint8_t const* next;
    std::size_t rest;
};

/// What libFuzzer takes for coverage beside that of this file: each call of each activation in each tier, so that it
/// spends its time on all of them. (The kernels are not instrumented; it would tell little about code without
/// branches.)
constexpr std::size_t most_rows = 64, calls = 6;
__attribute__((used, section("__libfuzzer_extra_counters"))) std::uint8_t reached[2 * most_rows * 3 * calls];

char const* activation = "";

[[noreturn]] void fail(char const* what, std::size_t i) {
    std::fprintf(stderr, "%s: %s, element %zu\n", activation, what, i);
    std::abort();
}

template <class T> void expect(char const* what, guarded<T> const& found, std::vector<T> const& expected) {
    for (std::size_t i = 0; i < expected.size(); ++i)
        if (!same(found.get(i), expected[i])) {
            std::fprintf(stderr, "%s instead of %s\n", exactly(found.get(i)).c_str(), exactly(expected[i]).c_str());
            fail(what, i);
        }
}

/// Where a range stands.
struct place {
    std::size_t distance;
    wall side;
    std::size_t bytes;
};

template <class T> place next_place(bytes& input, std::size_t lanes) {
    std::size_t const b = input.below(256);
    return {b / 2 % lanes, b % 2 == 0 ? wall::after : wall::before, b < 192 ? 0 : input.below(sizeof(T))};
}

template <class T> guarded<T> made(bytes& input, std::size_t lanes, std::size_t n) {
    auto const at = next_place<T>(input, lanes);
    return guarded<T>(n, at.distance, at.side, at.bytes);
}

template <class T> struct buffers { std::vector<T> x, g, y, dy; };

template <class T> void rows(bytes& input) {
    static auto const& all = table::rows<T>();
    static buffers<T> of;
    auto const& row = all[input.below(all.size())];
    auto const& f = row.tiers[input.below(row.tiers.size())];
    std::size_t const n = input.below(4 * row.lanes + 4), call = input.below(6), in_place = input.below(3);
    activation = row.name;
    std::size_t const index = static_cast<std::size_t>(&row - all.data()) % most_rows;
    reached[((sizeof(T) / 8 * most_rows + index) * 3 + static_cast<std::size_t>(f.tier)) * calls + call] = 1;
    guarded<T> in = made<T>(input, row.lanes, n), other = made<T>(input, row.lanes, n);
    guarded<T> out = made<T>(input, row.lanes, n);
    if (call >= 4) input.values(of.g, n);
    auto const& x = input.values(of.x, n);
    in.assign(x.data());
    auto& y = in_place == 1 ? in : out;
    of.y.resize(n);
    if (call < 3) {
        f.range[call](in.data(), y.data(), n);
        for (std::size_t i = 0; i < n; ++i) of.y[i] = f.scalar[call](x[i]);
        expect(table::order_names[call], y, of.y);
    } else if (call == 3) {
        of.dy.resize(n);
        auto& dy = in_place == 2 ? in : other;
        f.range_value_and_derivative(in.data(), y.data(), dy.data(), n);
        for (std::size_t i = 0; i < n; ++i) of.y[i] = f.scalar[value](x[i]), of.dy[i] = f.scalar[derivative](x[i]);
        expect("f of two ranges", y, of.y);
        expect("f' of two ranges", dy, of.dy);
    } else {
        bool const from_output = call == 5 && f.backward_from_output;
        auto const df = from_output ? f.scalar_from_output : f.scalar[derivative];
        auto& grad_in = in_place == 2 ? other : y;
        other.assign(of.g.data());
        (from_output ? f.backward_from_output : f.backward)(in.data(), other.data(), grad_in.data(), n);
        for (std::size_t i = 0; i < n; ++i) of.y[i] = of.g[i] * df(x[i]);
        expect(from_output ? "backward_from_output" : "backward", grad_in, of.y);
    }
    if (!in.intact() || !other.intact() || !out.intact()) fail("written outside of the ranges", n);
}

template <class T> constexpr std::size_t lanes = xsimd::batch<T>::size;

template <class T> void prelu(bytes& input) {
    activation = "prelu";
    static std::vector<T> x, g, a, y, before, sums;
    std::size_t const outer = input.below(4), channels = input.below(2 * lanes<T> + 2) + 1, inner = input.below(20) + 1;
    std::size_t const n = outer * channels * inner;
    bool const in_place = input.below(2) == 1, backward = input.below(2) == 1;
    guarded<T> in = made<T>(input, lanes<T>, n), out = made<T>(input, lanes<T>, n);
    guarded<T> slopes = made<T>(input, lanes<T>, channels);
    input.values(a, channels);
    input.values(g, n);
    input.values(x, n);
    in.assign(x.data()), slopes.assign(a.data());
    y.resize(n);
    if (!backward) {
        auto& to = in_place ? in : out;
        xact::prelu_transform(in.data(), to.data(), slopes.data(), outer, channels, inner);
        for (std::size_t i = 0; i < n; ++i) xact::prelu_transform(&x[i], &y[i], &a[i / inner % channels], 1, 1, 1);
        expect("prelu_transform", to, y);
    } else {
        guarded<T> grad_out = made<T>(input, lanes<T>, n), grad_slopes = made<T>(input, lanes<T>, channels);
        grad_out.assign(g.data());
        sums.assign(channels, T(0.25));
        grad_slopes.assign(sums.data());
        auto& to = in_place ? grad_out : out;
        xact::prelu_backward(in.data(), grad_out.data(), slopes.data(), to.data(), grad_slopes.data(), outer, channels,
                             inner);
        T ignored = 0;
        for (std::size_t i = 0; i < n; ++i)
            xact::prelu_backward(&x[i], &g[i], &a[i / inner % channels], &y[i], &ignored, 1, 1, 1);
        expect("prelu_backward", to, y);
        if constexpr (sizeof(T) == sizeof(float)) { // the order of the sum that is promised; products are exact
            for (std::size_t c = 0; c < channels; ++c) {
                double partial[16] = {}, sum = 0;
                for (std::size_t o = 0; o < outer; ++o)
                    for (std::size_t i = 0; i < inner; ++i) {
                        std::size_t const at = (o * channels + c) * inner + i;
                        partial[i % 16] += double(g[at]) * (x[at] > 0 ? 0.0 : double(x[at]));
                    }
                for (double const part : partial) sum += part;
                sums[c] = static_cast<T>(double(sums[c]) + sum);
            }
            expect("prelu_backward's slopes", grad_slopes, sums);
        }
        if (!grad_out.intact() || !grad_slopes.intact()) fail("written outside of the ranges", n);
    }
    if (!in.intact() || !out.intact() || !slopes.intact()) fail("written outside of the ranges", n);
}

struct generator {
    std::uint32_t state;
    using result_type = std::uint32_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return 0xffffffff; }
    result_type operator()() { return state = state * 1664525u + 1013904223u; }
};

template <class T> void rrelu(bytes& input) {
    activation = "rrelu";
    static std::vector<T> x, y, drawn;
    static xact::rrelu const f;
    std::size_t const n = input.below(4 * lanes<T> + 4);
    bool const in_place = input.below(2) == 1;
    generator random{static_cast<std::uint32_t>(input.below(256))}, again = random;
    guarded<T> in = made<T>(input, lanes<T>, n), out = made<T>(input, lanes<T>, n),
               slopes = made<T>(input, lanes<T>, n);
    input.values(x, n);
    in.assign(x.data());
    auto& to = in_place ? in : out;
    xact::rrelu_transform(in.data(), to.data(), slopes.data(), n, f, random);
    y.resize(n), drawn.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        T const slope = f.drawn_slope<T>(again() >> 8);
        y[i] = x[i] > 0 ? x[i] : slope * x[i];
        drawn[i] = std::isnan(x[i]) ? x[i] : x[i] > 0 ? T(1) : slope;
    }
    expect("rrelu_transform", to, y);
    expect("rrelu_transform's slopes", slopes, drawn);
    if (!in.intact() || !out.intact() || !slopes.intact()) fail("written outside of the ranges", n);
}

void lambda(bytes& input) {
    activation = "function";
    static std::vector<float> x, y;
    static xact::function const f{[](auto v) { return xsimd::select(v > 0.0f, v * v * 0.5f, v * 0.0f); }};
    std::size_t const n = input.below(4 * lanes<float> + 4);
    bool const in_place = input.below(2) == 1;
    guarded<float> in = made<float>(input, lanes<float>, n), out = made<float>(input, lanes<float>, n);
    input.values(x, n);
    in.assign(x.data());
    auto& to = in_place ? in : out;
    xact::transform(in.data(), to.data(), n, f);
    y.resize(n);
    for (std::size_t i = 0; i < n; ++i) y[i] = x[i] > 0 ? x[i] * x[i] * 0.5f : x[i] * 0.0f;
    expect("transform", to, y);
    if (!in.intact() || !out.intact()) fail("written outside of the ranges", n);
}

/// A range whose size may be wrong.
template <class T> struct view {
    T* first;
    std::size_t count;
    T* data() const { return first; }
    std::size_t size() const { return count; }
};

template <class T> void sizes(bytes& input) {
    activation = "relu6";
    std::size_t const n = input.below(12), second = input.below(12), third = input.below(12), form = input.below(5);
    guarded<T> in(n, 0, wall::after), other(second, 0, wall::after), out(third, 0, wall::after);
    std::vector<T> const minus(12, T(-1));
    std::vector<T> const before(minus.begin(), minus.begin() + static_cast<std::ptrdiff_t>(third));
    in.assign(minus.data()), other.assign(minus.data()), out.assign(minus.data());
    view<T> const a{in.data(), n}, b{other.data(), second}, c{out.data(), third};
    xact::relu6 const f;
    bool fits = n == third;
    try {
        if (form == 0)
            xact::transform(a, c, f);
        else if (form == 4) {
            fits = fits && (n == 0 || (second != 0 && n % second == 0));
            xact::prelu_transform(a, c, b);
        } else {
            fits = fits && n == second;
            if (form == 1) xact::transform(a, b, c, f);
            if (form == 2) xact::backward(a, b, c, f);
            if (form == 3) xact::backward_from_output(a, b, c, f);
        }
        if (!fits) fail("ranges of different sizes were accepted", form);
    } catch (std::invalid_argument const&) {
        if (fits) fail("ranges of the same size were refused", form);
        expect("written although it was refused", out, before);
    }
    if (!in.intact() || !other.intact() || !out.intact()) fail("written outside of the ranges", n);
}

void name(bytes& input) {
    activation = "visit";
    static constexpr auto known = xact::activation_names();
    std::size_t const choice = input.below(known.size() + 8), count = input.below(4);
    std::vector<double> p;
    input.values(p, 3);
    std::string text;
    if (choice < known.size())
        text = known[choice];
    else
        for (std::size_t rest = input.below(24); rest != 0; --rest) text += static_cast<char>(input.below(256));
    // What does not matter.
    if (input.below(2) == 1 && !text.empty()) text.insert(input.below(text.size()), 1, "_- "[input.below(3)]);
    auto const nothing = [](auto const&) { return true; };
    try {
        if (count == 0) xact::visit(text, {}, nothing);
        if (count == 1) xact::visit(text, {p[0]}, nothing);
        if (count == 2) xact::visit(text, {p[0], p[1]}, nothing);
        if (count == 3) xact::visit(text, {p[0], p[1], p[2]}, nothing);
        if (!xact::is_activation_name(text)) fail("an unknown name was accepted", choice);
        if (count == 3) fail("three parameters were accepted", choice);
    } catch (std::invalid_argument const&) {
        if (count == 0 && xact::is_activation_name(text)) fail("a known name was refused", choice);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    // Not one byte alone, which would leave most runs to the kind with the most branches that libFuzzer sees.
    std::uint32_t mixed = static_cast<std::uint32_t>(size);
    for (std::size_t i = 0; i < 12 && i < size; ++i) mixed = (mixed ^ data[i]) * 0x01000193u;
    bytes input(data, size);
    switch (std::uint32_t const kind = mixed >> 16 & 63) {
    case 0:
        prelu<float>(input);
        break;
    case 1:
        prelu<double>(input);
        break;
    case 2:
        rrelu<float>(input);
        break;
    case 3:
        rrelu<double>(input);
        break;
    case 4:
        lambda(input);
        break;
    case 5:
        sizes<float>(input);
        break;
    case 6:
        name(input);
        break;
    default:
        kind < 48 ? rows<float>(input) : rows<double>(input);
    }
    return 0;
}
