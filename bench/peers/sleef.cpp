#include "../composed.hpp"

#include <sleef.h>

// The functions of one instruction set by name: the others pick the best of the CPU, not of this program.
#if defined(__AVX512F__)
#define SLEEF_FLOAT(name, ulp) Sleef_##name##f16_##ulp##avx512f
#define SLEEF_DOUBLE(name, ulp) Sleef_##name##d8_##ulp##avx512f
#elif defined(__AVX2__)
#define SLEEF_FLOAT(name, ulp) Sleef_##name##f8_##ulp##avx2
#define SLEEF_DOUBLE(name, ulp) Sleef_##name##d4_##ulp##avx2
#else
#define SLEEF_FLOAT(name, ulp) Sleef_##name##f4_##ulp##sse2
#define SLEEF_DOUBLE(name, ulp) Sleef_##name##d2_##ulp##sse2
#endif

namespace {

using floats = xsimd::batch<float>;
using doubles = xsimd::batch<double>;

struct math {
    static XACT_INLINE floats exp(floats const& x) { return SLEEF_FLOAT(exp, u10)(x); }
    static XACT_INLINE floats expm1(floats const& x) { return SLEEF_FLOAT(expm1, u10)(x); }
    static XACT_INLINE floats log1p(floats const& x) { return SLEEF_FLOAT(log1p, u10)(x); }
    static XACT_INLINE floats tanh(floats const& x) { return SLEEF_FLOAT(tanh, u10)(x); }
    static XACT_INLINE floats erf(floats const& x) { return SLEEF_FLOAT(erf, u10)(x); }
};

// SLEEF has no sigmoid, and its exp no 3.5 ULP version.
bench::library const sleef([] {
    bench::versions()["sleef"] = bench::dotted(SLEEF_VERSION_MAJOR, SLEEF_VERSION_MINOR, SLEEF_VERSION_PATCHLEVEL);
    bench::add_vector<float>("sleef", "tanh", "u10", [](floats const& x) { return floats(SLEEF_FLOAT(tanh, u10)(x)); });
    bench::add_vector<float>("sleef", "tanh", "u35", [](floats const& x) { return floats(SLEEF_FLOAT(tanh, u35)(x)); });
    bench::add_vector<float>("sleef", "sigmoid", "u10_via_exp", [](floats const& x) {
        return bench::logistic_via_exp(x, [](floats const& y) { return floats(SLEEF_FLOAT(exp, u10)(y)); });
    });
    bench::add_composed<float>("sleef", "u10", math{});
    bench::add_vector<double>("sleef", "tanh", "u10",
                              [](doubles const& x) { return doubles(SLEEF_DOUBLE(tanh, u10)(x)); });
    bench::add_vector<double>("sleef", "tanh", "u35",
                              [](doubles const& x) { return doubles(SLEEF_DOUBLE(tanh, u35)(x)); });
    bench::add_vector<double>("sleef", "sigmoid", "u10_via_exp", [](doubles const& x) {
        return bench::logistic_via_exp(x, [](doubles const& y) { return doubles(SLEEF_DOUBLE(exp, u10)(y)); });
    });
});

} // namespace
