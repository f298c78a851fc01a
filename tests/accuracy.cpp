// The bounds of the tiers on a dense sample of floats and doubles, against long double arithmetic.
// All floats, and many more doubles: exhaustive/.

#include "bits.hpp"
#include "catch.hpp"
#include "table.hpp"
#include "ulp.hpp"

namespace {

/// Every 2039th float, and the 512 on either side of every power of two, of both signs.
std::vector<float> dense_floats() {
    std::vector<float> x;
    for (std::uint64_t bits = 0; bits < 1ull << 32; bits += 2039)
        x.push_back(from_bits<float>(static_cast<std::uint32_t>(bits)));
    for (std::uint32_t exponent = 0; exponent < 512; ++exponent)
        for (std::uint32_t i = 0; i < 1024; ++i) x.push_back(from_bits<float>((exponent << 23) - 512 + i));
    return x;
}

/// 2000 doubles in every binade, and more where the functions bend, of both signs.
std::vector<double> dense_doubles() {
    std::vector<double> x;
    std::uint64_t state = 1;
    for (std::uint64_t exponent = 0; exponent < 2047; ++exponent)
        for (int i = 0; i < (exponent > 1003 && exponent < 1034 ? 40000 : 500); ++i) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            x.push_back(from_bits<double>((state & 1) << 63 | exponent << 52 | state >> 12));
        }
    return x;
}

constexpr double bound(xact::accuracy tier, int order) {
    return order == 2 ? 2.0 : tier == xact::accuracy::exact ? 0.5001 : 1.0;
}

template <class Row, class T> void check(std::vector<T> const& inputs) {
    auto const reference = Row::template expected<T>();
    std::vector<T> result(inputs.size());
    for (int order = 0; order < 3; ++order)
        table::for_each_tier<Row, T>([&](char const* name, xact::accuracy tier, auto const& f) {
            using activation = std::decay_t<decltype(f)>;
            if (order == 0)
                xact::transform(inputs, result, f);
            else if (order == 1)
                xact::transform(inputs, result, xact::derivative_of{f});
            else
                xact::transform(inputs, result,
                                xact::derivative_of<xact::derivative_of<activation>>{xact::derivative_of{f}});
            // fast is a promise for float values and first derivatives; all else is computed as precise.
            bool const relative = tier == xact::accuracy::fast && std::is_same_v<T, float> && order < 2;
            double worst = 0;
            T worst_at = 0;
            for (std::size_t i = 0; i < inputs.size(); ++i) {
                if (std::isnan(inputs[i])) continue;
                long double const x = inputs[i];
                long double const truth = order == 0 ? reference.f(x) : order == 1 ? reference.df(x) : reference.d2f(x);
                double const error = relative ? relative_error(result[i], truth) : ulp_error(result[i], truth);
                if (!(error <= worst)) worst = error, worst_at = inputs[i];
            }
            INFO(Row::name << ", " << name << ", order " << order << ", " << sizeof(T) << " bytes, worst at "
                           << worst_at);
            CHECK(worst <= (relative ? 0x1p-11 : bound(tier, order)));
        });
}

} // namespace

TEMPLATE_LIST_TEST_CASE("float results are within the bound of their tier", "", table::rows) {
    static auto const inputs = dense_floats();
    check<TestType, float>(inputs);
}

TEMPLATE_LIST_TEST_CASE("double results are within 1 ULP, second derivatives within 2", "", table::rows) {
    static auto const inputs = dense_doubles();
    check<TestType, double>(inputs);
}
