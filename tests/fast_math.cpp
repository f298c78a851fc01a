// Parameters that are no finite numbers are refused by files compiled with -ffast-math too.

#include "bits.hpp"
#include "catch.hpp"

#include <xact/xact.hpp>

namespace {

/// NaN and infinities from bits at run time: to the compiler of this file there are none.
double special(int index) {
    static std::uint64_t const volatile patterns[] = {0x7ff8000000000000, 0xfff8000000000001, 0x7ff0000000000000,
                                                      0xfff0000000000000};
    return from_bits<double>(patterns[index]);
}

} // namespace

TEST_CASE("Parameters that are not finite are refused under fast-math flags") {
    for (int i = 0; i < 4; ++i) {
        double const x = special(i);
        CHECK_THROWS_AS(xact::leaky_relu{x}, std::invalid_argument);
        CHECK_THROWS_AS(xact::elu{x}, std::invalid_argument);
        CHECK_THROWS_AS(xact::snake{x}, std::invalid_argument);
        CHECK_THROWS_AS(xact::squareplus{x}, std::invalid_argument);
        CHECK_THROWS_AS(xact::isru{x}, std::invalid_argument);
        CHECK_THROWS_AS(xact::hard_shrink{x}, std::invalid_argument);
        CHECK_THROWS_AS((xact::hard_sigmoid{x, 0.5}), std::invalid_argument);
        CHECK_THROWS_AS((xact::hardtanh{-1.0, x}), std::invalid_argument);
        CHECK_THROWS_AS((xact::scaled_tanh{1.0, x}), std::invalid_argument);
        CHECK_THROWS_AS((xact::threshold{0.0, x}), std::invalid_argument);
    }
    CHECK(xact::leaky_relu{0.5}(-2.0f) == -1.0f);
}
