// Batches of every architecture that xsimd has for the target, beside those of the default one.

#include "bits.hpp"
#include "catch.hpp"
#include "ulp.hpp"

#include <xact/activation/hard_shrink.hpp>
#include <xact/activation/hard_swish.hpp>
#include <xact/activation/log_sigmoid.hpp>
#include <xact/activation/relu.hpp>
#include <xact/activation/softsign.hpp>
#include <xact/activation/tanh.hpp>

namespace {

template <class T> std::vector<T> inputs(std::size_t step) {
    auto x = uncomfortable<T>();
    for (int i = -1000; i <= 1000; ++i) x.push_back(T(0.0123) * static_cast<T>(i));
    while (x.size() % step != 0) x.push_back(T(0.3));
    return x;
}

/// Within `ulp` of each other, or the same where that is 0.
template <class T> bool agree(T a, T b, double ulp) {
    return same(a, b) || (ulp > 0 && std::isfinite(b) && ulp_error(a, static_cast<long double>(b)) <= ulp);
}

/// The bound of f and f' is `ulp` / 2, and so that of f'' is `ulp`.
template <class Batch, class Activation> void check(Activation const& f, double ulp) {
    using T = typename Batch::value_type;
    constexpr std::size_t size = Batch::size;
    auto const x = inputs<T>(size);
    std::size_t different[4] = {};
    for (std::size_t i = 0; i < x.size(); i += size) {
        auto const batch = Batch::load_unaligned(&x[i]);
        auto const both = f.value_and_derivative(batch);
        T value[size], derivative[size], second[size], fused[size];
        f(batch).store_unaligned(value);
        f.derivative(batch).store_unaligned(derivative);
        f.second_derivative(batch).store_unaligned(second);
        both.derivative.store_unaligned(fused);
        for (std::size_t lane = 0; lane < size; ++lane) {
            T const at = x[i + lane];
            different[0] += !agree(value[lane], f(at), ulp);
            different[1] += !agree(derivative[lane], f.derivative(at), ulp);
            different[2] += !agree(second[lane], f.second_derivative(at), 2 * ulp);
            different[3] += !same(fused[lane], derivative[lane]);
        }
    }
    for (int i = 0; i < 4; ++i) {
        CAPTURE(i);
        CHECK(different[i] == 0);
    }
}

template <class Arch> void check_architecture() {
    DYNAMIC_SECTION(Arch::name()) {
        using floats = xsimd::batch<float, Arch>;
        using doubles = xsimd::batch<double, Arch>;
        check<floats>(xact::relu{}, 0);
        check<floats>(xact::hard_shrink{}, 0);
        check<floats>(xact::hard_swish{}, 0);
        check<floats>(xact::exact::softsign{}, 0);
        check<floats>(xact::tanh{}, 2);
        check<doubles>(xact::hard_shrink{}, 0);
        check<doubles>(xact::log_sigmoid{}, 2);
    }
}

template <class... Archs> void check_all(xsimd::arch_list<Archs...>) { (check_architecture<Archs>(), ...); }

} // namespace

TEST_CASE("an activation takes batches of every architecture of the target") {
    check_all(xsimd::supported_architectures{});
}
