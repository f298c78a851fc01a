#include "../bench.hpp"

#include <hwy/contrib/math/math-inl.h>

namespace {

namespace hn = hwy::HWY_NAMESPACE;
using bench::arrays;

// Static dispatch picks the best of the flags this file is compiled with. A width other than the binary's would be
// listed under a wrong name.
#if defined(__AVX512F__)
static_assert(HWY_TARGET == HWY_AVX3, "Highway does not use AVX-512 here");
#elif defined(__AVX2__)
static_assert(HWY_TARGET == HWY_AVX2, "Highway does not use AVX2 here");
#endif

template <class T, class F> void add_vector(char const* function, char const* tier, F f) {
    bench::add<T>({"highway", function, tier}, [f](arrays<T> const& a) {
        hn::ScalableTag<T> const d;
        std::size_t const lanes = hn::Lanes(d);
        std::size_t i = 0;
        for (; a.n - i >= lanes; i += lanes) hn::StoreU(f(d, hn::LoadU(d, a.in + i)), d, a.out + i);
        if (i != a.n) {
            auto const rest = hn::FirstN(d, a.n - i);
            hn::BlendedStore(f(d, hn::MaskedLoad(rest, d, a.in + i)), rest, d, a.out + i);
        }
    });
}

// Highway has neither activations but tanh nor erf; the others are what its users compose.
template <class T> void add() {
    add_vector<T>("relu", "", [](auto d, auto x) { return hn::Max(x, hn::Zero(d)); });
    add_vector<T>("leaky_relu", "", [](auto d, auto x) { return hn::Max(x, hn::Mul(x, hn::Set(d, T(0.01)))); });
    add_vector<T>("relu6", "", [](auto d, auto x) { return hn::Min(hn::Max(x, hn::Zero(d)), hn::Set(d, T(6))); });
    add_vector<T>("sigmoid", "via_exp", [](auto d, auto x) {
        auto const one = hn::Set(d, T(1));
        return hn::Div(one, hn::Add(one, hn::Exp(d, hn::Neg(x))));
    });
    add_vector<T>("tanh", "", [](auto d, auto x) { return hn::Tanh(d, x); });

    add_vector<T>("exponential", "", [](auto d, auto x) { return hn::Exp(d, x); });
    add_vector<T>("silu", "composed",
                  [](auto d, auto x) { return hn::Div(x, hn::Add(hn::Set(d, T(1)), hn::Exp(d, hn::Neg(x)))); });
    add_vector<T>("gelu_tanh", "composed", [](auto d, auto x) {
        auto const cube = hn::Mul(hn::Mul(x, x), x);
        auto const u = hn::Mul(hn::Set(d, T(0.79788456080286536)), hn::MulAdd(hn::Set(d, T(0.044715)), cube, x));
        return hn::Mul(hn::Mul(hn::Set(d, T(0.5)), x), hn::Add(hn::Set(d, T(1)), hn::Tanh(d, u)));
    });
    add_vector<T>("softplus", "composed", [](auto d, auto x) { return hn::Log1p(d, hn::Exp(d, x)); });
    add_vector<T>("mish", "composed",
                  [](auto d, auto x) { return hn::Mul(x, hn::Tanh(d, hn::Log1p(d, hn::Exp(d, x)))); });
    add_vector<T>("elu", "composed",
                  [](auto d, auto x) { return hn::IfThenElse(hn::Gt(x, hn::Zero(d)), x, hn::Expm1(d, x)); });
}

bench::library const highway([] {
    bench::versions()["highway"] = bench::dotted(HWY_MAJOR, HWY_MINOR, HWY_PATCH);
    add<float>();
    add<double>();
});

} // namespace
