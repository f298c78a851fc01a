#include "../composed.hpp"

#include <gnu/libc-version.h>

// glibc declares these to the compiler's vectoriser only, which asks for -ffast-math. The names are those of the
// vector function ABI: e, d, b for AVX-512, AVX2, SSE; the number of lanes.
#if defined(__AVX512F__)
#define LIBMVEC_FLOAT(name) _ZGVeN16v_##name##f
#define LIBMVEC_DOUBLE(name) _ZGVeN8v_##name
using float_register = __m512;
using double_register = __m512d;
#elif defined(__AVX2__)
#define LIBMVEC_FLOAT(name) _ZGVdN8v_##name##f
#define LIBMVEC_DOUBLE(name) _ZGVdN4v_##name
using float_register = __m256;
using double_register = __m256d;
#else
#define LIBMVEC_FLOAT(name) _ZGVbN4v_##name##f
#define LIBMVEC_DOUBLE(name) _ZGVbN2v_##name
using float_register = __m128;
using double_register = __m128d;
#endif

extern "C" {
float_register LIBMVEC_FLOAT(tanh)(float_register);
float_register LIBMVEC_FLOAT(exp)(float_register);
float_register LIBMVEC_FLOAT(expm1)(float_register);
float_register LIBMVEC_FLOAT(log1p)(float_register);
float_register LIBMVEC_FLOAT(erf)(float_register);
double_register LIBMVEC_DOUBLE(tanh)(double_register);
double_register LIBMVEC_DOUBLE(exp)(double_register);
}

namespace {

using floats = xsimd::batch<float>;
using doubles = xsimd::batch<double>;

struct math {
    static XACT_INLINE floats exp(floats const& x) { return LIBMVEC_FLOAT(exp)(x); }
    static XACT_INLINE floats expm1(floats const& x) { return LIBMVEC_FLOAT(expm1)(x); }
    static XACT_INLINE floats log1p(floats const& x) { return LIBMVEC_FLOAT(log1p)(x); }
    static XACT_INLINE floats tanh(floats const& x) { return LIBMVEC_FLOAT(tanh)(x); }
    static XACT_INLINE floats erf(floats const& x) { return LIBMVEC_FLOAT(erf)(x); }
};

bench::library const libmvec([] {
    bench::versions()["libmvec"] = std::string("glibc ") + gnu_get_libc_version();
    bench::add_vector<float>("libmvec", "tanh", "", [](floats const& x) { return floats(LIBMVEC_FLOAT(tanh)(x)); });
    bench::add_vector<float>("libmvec", "sigmoid", "via_exp", [](floats const& x) {
        return bench::logistic_via_exp(x, [](floats const& y) { return floats(LIBMVEC_FLOAT(exp)(y)); });
    });
    bench::add_composed<float>("libmvec", "", math{});
    bench::add_vector<double>("libmvec", "tanh", "", [](doubles const& x) { return doubles(LIBMVEC_DOUBLE(tanh)(x)); });
    bench::add_vector<double>("libmvec", "sigmoid", "via_exp", [](doubles const& x) {
        return bench::logistic_via_exp(x, [](doubles const& y) { return doubles(LIBMVEC_DOUBLE(exp)(y)); });
    });
});

} // namespace
