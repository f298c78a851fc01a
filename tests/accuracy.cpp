// The bounds of the tiers on a dense sample of floats and doubles, against long double arithmetic.
// All floats, and many more doubles: exhaustive/.

#include "bits.hpp"
#include "catch.hpp"
#include "functions.hpp"
#include "ulp.hpp"

namespace {

constexpr std::uint32_t stride = 16381;

/// Every stride-th float, and the 64 on either side of every power of two, of both signs.
std::vector<float> dense_floats() {
    std::vector<float> x;
    for (std::uint64_t bits = 0; bits < 1ull << 32; bits += stride)
        x.push_back(from_bits<float>(static_cast<std::uint32_t>(bits)));
    for (std::uint32_t exponent = 0; exponent < 512; ++exponent)
        for (std::uint32_t i = 0; i < 128; ++i) x.push_back(from_bits<float>((exponent << 23) - 64 + i));
    return x;
}

/// 100 doubles in every binade, and more where the functions bend, of both signs.
std::vector<double> dense_doubles() {
    std::vector<double> x;
    std::uint64_t state = 1;
    for (std::uint64_t exponent = 0; exponent < 2047; ++exponent)
        for (int i = 0; i < (exponent > 1003 && exponent < 1034 ? 10000 : 100); ++i) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            x.push_back(from_bits<double>((state & 1) << 63 | exponent << 52 | state >> 12));
        }
    return x;
}

double bound(table::tier tier, int order) {
    return order == table::second_derivative ? 2.0 : tier == table::tier::exact ? 0.5001 : 1.0;
}

/// The 512 floats on either side of every change of sign between neighbours of `inputs` up to 16, on one side of 0:
/// there, what remains of a difference shows the errors of its terms.
std::vector<float> next_to_zeros(std::vector<float> const& inputs, std::vector<long double> const& truth,
                                 void (*reference)(long double const*, long double*, std::size_t)) {
    std::vector<float> near;
    for (std::size_t i = 0; i + 1 < inputs.size(); ++i) {
        std::uint32_t first = bits_of(inputs[i]), last = bits_of(inputs[i + 1]);
        if (first + stride != last || (first ^ last) >> 31 || !(std::abs(inputs[i]) < 16)) continue;
        if (!(truth[i] * truth[i + 1] < 0)) continue;
        bool const negative = truth[i] < 0;
        while (last - first > 1) {
            std::uint32_t const middle = first + (last - first) / 2;
            long double const x = from_bits<float>(middle);
            long double y;
            reference(&x, &y, 1);
            ((y < 0) == negative ? first : last) = middle;
        }
        for (std::uint32_t bits = last - 512; bits != last + 512; ++bits) near.push_back(from_bits<float>(bits));
    }
    return near;
}
std::vector<double> next_to_zeros(std::vector<double> const&, std::vector<long double> const&,
                                  void (*)(long double const*, long double*, std::size_t)) {
    return {}; // long double does not know them well enough
}

template <class T> void check(std::vector<T> const& sample) {
    for (auto const& row : table::rows_and_variants<T>())
        for (int const order : {table::value, table::derivative, table::second_derivative})
            DYNAMIC_SECTION(row.name << ", " << table::order_names[order]
                                     << (sizeof(T) == 4 ? ", float" : ", double")) {
                auto inputs = sample;
                std::vector<long double> x(inputs.begin(), inputs.end());
                std::vector<long double> truth(x.size());
                row.in_long_double[order](x.data(), truth.data(), x.size());
                for (auto const near : next_to_zeros(sample, truth, row.in_long_double[order])) {
                    inputs.push_back(near);
                    x.push_back(near);
                }
                truth.resize(x.size());
                std::size_t const n = sample.size();
                row.in_long_double[order](x.data() + n, truth.data() + n, x.size() - n);
                std::vector<T> result(x.size());
                for (auto const& f : row.tiers) {
                    f.range[order](inputs.data(), result.data(), inputs.size());
                    // fast is a promise for float values and first derivatives; all else is computed as precise.
                    bool const relative =
                        f.tier == table::tier::fast && std::is_same_v<T, float> && order != table::second_derivative;
                    double worst = 0;
                    T worst_at = 0;
                    for (std::size_t i = 0; i < inputs.size(); ++i) {
                        if (!std::isfinite(inputs[i])) continue; // activations.cpp has those
                        double error = relative ? relative_error(result[i], truth[i]) : ulp_error(result[i], truth[i]);
                        // Without what the reference itself may be off by, in arithmetic with 11 bits more than double.
                        long double const doubt = row.reference_doubt(order, inputs[i], truth[i]) * 0x1p-11L;
                        if (!relative) error = std::max(0.0, error - in_last_places<T>(doubt, truth[i]));
                        if (!(error <= worst)) worst = error, worst_at = inputs[i];
                    }
                    INFO(table::tier_names[static_cast<int>(f.tier)] << ", worst at x = " << exactly(worst_at));
                    CHECK(worst <= (relative ? 0x1p-11 : bound(f.tier, order)));
                }
            }
}

} // namespace

TEST_CASE("float results are within the bound of their tier") {
    static auto const inputs = dense_floats();
    check(inputs);
}

TEST_CASE("double results are within 1 ULP, second derivatives within 2") {
    static auto const inputs = dense_doubles();
    check(inputs);
}
