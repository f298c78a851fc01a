#include "check.hpp"

#include "cells.hpp"
#include "data.hpp"
#include "reference.hpp"

#include <xsimd/xsimd.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace bench {

namespace {

/// Tells gelu from gelu_tanh; relative to results above 1.
template <class T> void expect_near(entry<T> const& row, char const* what, T got, real expected, T x) {
    real const tolerance = row.is.tier == "fast" ? 1e-3L : 1e-4L;
    if (std::abs(static_cast<real>(got) - expected) <= tolerance * std::max(real(1), std::abs(expected))) return;
    char text[160];
    std::snprintf(text, sizeof text, ": %s at %.9g is %.9g, expected %.9Lg", what, static_cast<double>(x),
                  static_cast<double>(got), expected);
    throw std::runtime_error(row.name() + text);
}

// Odd strides through the bit patterns meet every exponent and, in time, every low bit.
constexpr std::uint32_t sample_stride = 1021;
constexpr std::uint32_t infinity_bits = 0x7f800000;

std::vector<float> sample_of_finite_floats() {
    std::vector<float> sample;
    for (std::uint32_t sign : {0u, 0x80000000u})
        for (std::uint32_t magnitude = 0; magnitude < infinity_bits; magnitude += sample_stride) {
            std::uint32_t const bits = sign | magnitude;
            float x;
            std::memcpy(&x, &bits, sizeof x);
            sample.push_back(x);
        }
    return sample;
}

/// The distance between floats at y; constant among the subnormals.
real spacing(real y) {
    constexpr int digits = std::numeric_limits<float>::digits, lowest = std::numeric_limits<float>::min_exponent;
    int exponent = lowest;
    if (y != 0) std::frexp(y, &exponent);
    return std::ldexp(real(1), std::max(exponent, lowest) - digits);
}

/// In ULP. A result beyond the largest float has to be infinity, and no other has to be.
real error_of(float got, real expected) {
    bool const overflows = std::isinf(static_cast<float>(expected));
    if (overflows || !std::isfinite(got))
        return overflows && got == static_cast<float>(expected) ? 0 : std::numeric_limits<real>::infinity();
    return std::abs(static_cast<real>(got) - expected) / spacing(expected);
}

bool is_normal(real expected) { return std::isnormal(static_cast<float>(expected)); }

struct worst {
    real ulp = 0;
    float at = 0;

    void meet(real error, float x) {
        if (!(error <= ulp)) *this = {error, x};
    }
};

std::string as_json(real ulp) {
    if (!std::isfinite(ulp)) return "\"inf\"";
    char text[32];
    std::snprintf(text, sizeof text, "%.4Lg", ulp);
    return text;
}

} // namespace

template <class T> void check(entry<T> const& row) {
    memory<T> arrays(inputs_named("uniform8"));
    // A length that leaves a tail on every instruction set.
    auto const a = arrays.of(1003, row.is.what);
    // What works in place leaves no inputs.
    std::vector<T> const in(a.in, a.in + a.n);
    row.bind(a)();
    if (row.is.what == variant::step) {
        auto const expected = outputs_of_cell(row.is.function, {in.begin(), in.end()});
        for (std::size_t i = 0; i < a.n; ++i) expect_near(row, "the output", a.out[i], expected[i], in[i]);
        return;
    }
    auto const& f = reference_of(row.is.function);
    if (row.is.what == variant::latency) {
        std::size_t const lanes = xsimd::batch<T>::size;
        for (std::size_t i = 0; i < lanes; ++i) {
            real y = 0;
            for (std::size_t k = 0; k < a.n; ++k) y = f.value(y + in[std::min(k, a.n - lanes) + i]);
            expect_near(row, "the last of the chain", a.out[i], y, in[i]);
        }
        return;
    }
    for (std::size_t i = 0; i < a.n; ++i) {
        T const x = in[i];
        switch (row.is.what) {
        case variant::value:
        case variant::in_place:
            expect_near(row, "the value", a.out[i], f.value(x), x);
            break;
        case variant::derivative:
            expect_near(row, "the derivative", a.out[i], f.derivative(x), x);
            break;
        case variant::fused:
            expect_near(row, "the value", a.out[i], f.value(x), x);
            expect_near(row, "the derivative", a.slope[i], f.derivative(x), x);
            break;
        case variant::backward:
            expect_near(row, "the gradient", a.out[i], a.grad_out[i] * f.derivative(x), x);
            break;
        case variant::latency:
        case variant::step:
            break;
        }
    }
}

template void check<float>(entry<float> const&);
template void check<double>(entry<double> const&);

void print_accuracy() {
    std::vector<float> const sample = sample_of_finite_floats();
    std::vector<float> result(sample.size() + 32);
    std::vector<real> expected(sample.size());
    std::map<std::string, std::vector<entry<float>>> rows;
    for (auto const& row : entries<float>())
        if (row.is.what == variant::value && row.is.function != "copy") rows[row.is.function].push_back(row);

    std::printf("{\n  \"sample\": \"one in %u of the bit patterns of the finite floats\",\n  \"entries\": [",
                static_cast<unsigned>(sample_stride));
    char const* separator = "\n";
    for (auto const& [function, of_function] : rows) {
        std::transform(sample.begin(), sample.end(), expected.begin(), reference_of(function).value);
        for (auto const& row : of_function) {
            row.bind({sample.data(), sample.data(), result.data(), result.data(), sample.size()})();
            worst anywhere, normal;
            for (std::size_t i = 0; i < sample.size(); ++i) {
                real const error = error_of(result[i], expected[i]);
                anywhere.meet(error, sample[i]);
                if (is_normal(expected[i])) normal.meet(error, sample[i]);
            }
            std::printf("%s    {\"name\": \"%s\", \"max_ulp\": %s, \"at\": %.9g, "
                        "\"max_ulp_normal\": %s, \"at_normal\": %.9g}",
                        separator, row.name().c_str(), as_json(anywhere.ulp).c_str(), static_cast<double>(anywhere.at),
                        as_json(normal.ulp).c_str(), static_cast<double>(normal.at));
            separator = ",\n";
        }
    }
    std::printf("\n  ]\n}\n");
}

} // namespace bench
