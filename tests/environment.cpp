// The floating-point environment: rounding modes, flushing of subnormals, exception flags, and what a call leaves of
// it.

#include "bits.hpp"
#include "catch.hpp"
#include "functions.hpp"
#include "ulp.hpp"

#include <algorithm>
#include <cerrno>
#include <cfenv>
#include <initializer_list>
#include <string>

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace {

using table::derivative;
using table::second_derivative;
using table::value;

/// Puts the environment back as it was.
struct environment {
    std::fenv_t kept;
    environment() { std::fegetenv(&kept); }
    ~environment() { std::fesetenv(&kept); }
    environment(environment const&) = delete;
    environment& operator=(environment const&) = delete;
};

/// Zeros, and numbers up to the size `largest` of both signs.
template <class T> std::vector<T> ordinary(T largest) {
    std::vector<T> x = {T(0), T(-0.0)};
    for (T size = 1 / largest; size < largest; size *= T(1.37)) x.push_back(size), x.push_back(-size);
    for (T at = T(-20); at < T(20); at += T(0.4375)) x.push_back(at);
    return x;
}

/// The inputs whose f, f' or f'' is above the subnormal numbers of T, or 0, and far from a zero of it.
template <class T> bool is_well_conditioned(long double truth) {
    return std::fabs(truth) > static_cast<long double>(std::numeric_limits<T>::min()) * 16 &&
           std::fabs(truth) < static_cast<long double>(std::numeric_limits<T>::max()) / 16;
}

bool is_one_of(std::string const& name, std::initializer_list<char const*> names) {
    return std::find(names.begin(), names.end(), name.substr(0, name.find('('))) != names.end();
}

/// Made of an exponential or a sine: reduced to a short interval by rounding to nearest.
bool is_transcendental(std::string const& name) {
    return is_one_of(name,
                     {"celu",    "elu",         "exponential", "gaussian",    "gelu", "gelu_quick", "gelu_tanh",
                      "lisht",   "log_sigmoid", "mish",        "scaled_tanh", "selu", "serf",       "shifted_softplus",
                      "sigmoid", "silu",        "snake",       "softplus",    "tanh", "tanh_exp",   "tanh_shrink"});
}

/// Parameters of the row's are rounded in the mode of the call, which moves zeros.
bool has_parameters(std::string const& name) { return name.find('(') != std::string::npos; }

template <class T, class Check> void in_every_tier(Check check) {
    for (auto const& row : table::rows<T>())
        for (auto const& f : row.tiers)
            DYNAMIC_SECTION(row.name << ", " << table::tier_names[static_cast<int>(f.tier)]
                                     << (sizeof(T) == 4 ? ", float" : ", double")) {
                check(row, f);
            }
}

template <class T> void check_rounding_modes() {
    auto const inputs = ordinary(T(1e4));
    std::vector<long double> const x(inputs.begin(), inputs.end());
    in_every_tier<T>([&](auto const& row, auto const& f) {
        for (int const order : {value, derivative, second_derivative}) {
            std::vector<long double> truth(x.size());
            row.in_long_double[order](x.data(), truth.data(), x.size());
            for (int const mode : {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
                std::vector<T> result(x.size());
                {
                    environment const restored;
                    std::fesetround(mode);
                    f.range[order](inputs.data(), result.data(), inputs.size());
                }
                double worst = 0;
                T worst_at = 0;
                for (std::size_t i = 0; i < x.size(); ++i) {
                    if (!is_well_conditioned<T>(truth[i])) continue;
                    bool const relative = f.tier == table::tier::fast && sizeof(T) == 4;
                    double error =
                        relative ? relative_error(result[i], truth[i]) * 0x1p10 : ulp_error(result[i], truth[i]);
                    error -= in_last_places<T>(row.reference_doubt(order, inputs[i], truth[i]) * 0x1p-11L, truth[i]);
                    if (!(error <= worst)) worst = error, worst_at = inputs[i];
                }
                if (mode != FE_TONEAREST && (is_transcendental(row.name) || has_parameters(row.name))) continue;
                INFO(table::order_names[order] << ", mode " << mode << ", worst at x = " << exactly(worst_at));
                CHECK(worst <= (mode == FE_TONEAREST ? 2.0 : 4.0));
            }
        }
    });
}

template <class T> int flags_of(T (*f)(T), T x) {
    std::feclearexcept(FE_ALL_EXCEPT);
    T const volatile result = f(x);
    int flags = std::fetestexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW);
    if (!std::isfinite(result)) flags &= ~FE_OVERFLOW;
    return flags;
}

template <class T> void check_flags() {
    in_every_tier<T>([&](auto const&, auto const& f) {
        environment const restored;
        for (auto const x : ordinary(sizeof(T) == 4 ? T(1e30f) : T(1e100)))
            for (int const order : {value, derivative, second_derivative}) {
                INFO(table::order_names[order] << ", x = " << exactly(x));
                CHECK(flags_of(f.scalar[order], x) == 0);
            }
    });
}

template <class T> void check_nan() {
    in_every_tier<T>([&](auto const&, auto const& f) {
        for (int const mode : {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO})
            for (int const order : {value, derivative, second_derivative}) {
                environment const restored;
                std::fesetround(mode);
                T const result = f.scalar[order](std::numeric_limits<T>::quiet_NaN());
                std::fesetround(FE_TONEAREST);
                CHECK(std::isnan(result));
            }
    });
}

#if defined(__SSE2__)
constexpr unsigned flags_of_mxcsr = 0x3f, flush_to_zero = 0x8000, denormals_are_zero = 0x0040;

unsigned controls() { return _mm_getcsr() & ~flags_of_mxcsr; }

template <class T> void check_unchanged() {
    auto inputs = uncomfortable<T>();
    in_every_tier<T>([&](auto const&, auto const& f) {
        environment const restored;
        std::vector<T> out(inputs.size()), slope(inputs.size());
        for (int const mode : {FE_TONEAREST, FE_UPWARD}) {
            for (unsigned const flushed : {0u, flush_to_zero | denormals_are_zero}) {
                std::fesetround(mode);
                _mm_setcsr((controls() & ~(flush_to_zero | denormals_are_zero)) | flushed);
                unsigned const before = controls();
                errno = 73;
                for (int const order : {value, derivative, second_derivative}) {
                    for (auto const x : inputs) f.scalar[order](x);
                    f.range[order](inputs.data(), out.data(), inputs.size());
                }
                f.range_value_and_derivative(inputs.data(), out.data(), slope.data(), inputs.size());
                f.backward(inputs.data(), out.data(), slope.data(), inputs.size());
                CHECK(controls() == before);
                CHECK(std::fegetround() == mode);
                CHECK(errno == 73);
            }
        }
    });
}

/// With subnormals flushed, each result is one of the function without that: of x itself, or of the zero that is read
/// for a subnormal x, within 2 ULP, or a zero in place of what is subnormal.
template <class T> void check_flushing() {
    auto inputs = ordinary(T(1e30f));
    for (auto const x : uncomfortable<T>()) inputs.push_back(x);
    in_every_tier<T>([&](auto const&, auto const& f) {
        for (int const order : {value, derivative, second_derivative})
            for (auto const x : inputs) {
                T const expected = f.scalar[order](x);
                T const of_zero = f.scalar[order](std::copysign(T(0), x));
                T result;
                {
                    environment const restored;
                    _mm_setcsr(_mm_getcsr() | flush_to_zero | denormals_are_zero);
                    result = f.scalar[order](x);
                }
                auto const close = [&](T truth) {
                    if (same(result, truth)) return true;
                    if (std::fabs(truth) <= std::numeric_limits<T>::min())
                        return std::fabs(result) <= std::numeric_limits<T>::min();
                    return ulp_error(result, static_cast<long double>(truth)) <= 2.0;
                };
                INFO(table::order_names[order] << ", x = " << exactly(x) << ": " << exactly(result) << ", not flushed "
                                               << exactly(expected));
                CHECK((close(expected) || (std::fabs(x) < std::numeric_limits<T>::min() && close(of_zero))));
            }
    });
}
#endif

} // namespace

TEST_CASE("Functions without exponentials and sines are within 4 ULP in every rounding mode") {
    check_rounding_modes<float>();
    check_rounding_modes<double>();
}

TEST_CASE("NaN stays NaN in every rounding mode") {
    check_nan<float>();
    check_nan<double>();
}

TEST_CASE("Ordinary input raises no flag but inexact and underflow") {
    check_flags<float>();
    check_flags<double>();
}

#if defined(__SSE2__)
TEST_CASE("Rounding mode, MXCSR and errno are as before") {
    check_unchanged<float>();
    check_unchanged<double>();
}

TEST_CASE("Flushing of subnormals does no more than that") {
    check_flushing<float>();
    check_flushing<double>();
}
#endif
