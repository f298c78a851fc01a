// An activation that xact does not have: the smooth step of Hazimeh et al. 2020 ("The Tree Ensemble Layer"), a sigmoid
// that is exactly 0 and 1 outside [-gamma/2, gamma/2]:
//
//   f = 3/2 t - 2 t^3 + 1/2,  f' = (3/2 - 6 t^2)/gamma,  f'' = -12 t/gamma^2,  t = x/gamma limited to [-1/2, 1/2]
//
// The formulas are written once, over any number of lanes. Deriving from elementwise makes of them the calls that every
// activation has, and the functions over arrays.

#include <xact/xact.hpp>

#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>
#include <vector>

class smooth_step : public xact::elementwise<smooth_step> {
public:
    explicit smooth_step(float width) : gamma(width) {}

private:
    friend xact::elementwise<smooth_step>;
    /// x/gamma in [-1/2, 1/2]; NaN stays NaN.
    template <class V> V limited(V const& x) const {
        using number = typename V::value_type; // float or double
        return xact::simd::clamp(x / gamma, number(-0.5), number(0.5));
    }

    // fma, as compilers may fuse a product and a sum that are written apart in one caller and not in the next.
    template <class V> V value(V const& x) const {
        V const t = limited(x);
        return fma(fma(-2.0f * t, t, 1.5f), t, 0.5f);
    }
    template <class V> V slope(V const& x) const {
        V const t = limited(x);
        return fma(-6.0f * t, t, 1.5f) / gamma;
    }
    template <class V> V curvature(V const& x) const {
        V const t = limited(x);
        return select(xact::simd::abs(t) == 0.5f, 0.0f, -12.0f * t / gamma / gamma); // 0 at the kinks of f'
    }
    template <class V> xact::value_with_derivative<V> value_and_slope(V const& x) const { return {value(x), slope(x)}; }

    float gamma;
};

namespace {

bool same_bits(float a, float b) { return std::memcmp(&a, &b, sizeof a) == 0; }

} // namespace

int main() {
    smooth_step const f(4.0f);
    std::vector<float> const x{-3.0f, -2.0f, -1.5f, -1.0f, -0.5f, 0.0f, 0.5f, 1.0f, 1.5f, 2.0f, 3.0f};
    std::vector<float> const grad_out(x.size(), 10.0f);
    std::vector<float> y(x.size()), slope(x.size()), grad_in(x.size());
    xact::transform(x, y, slope, f);
    xact::backward(x, grad_out, grad_in, f);

    bool holds = std::isnan(f(std::numeric_limits<float>::quiet_NaN()));
    std::printf("#  x      f(x)     f'(x)    f''(x)   10 f'(x) by backward\n");
    for (std::size_t i = 0; i < x.size(); ++i) {
        std::printf("%4g %9g %9g %9g %12g\n", x[i], y[i], slope[i], f.second_derivative(x[i]), grad_in[i]);

        // An array, a register and a single number give the same bits.
        holds = holds && same_bits(y[i], f(x[i])) && same_bits(y[i], f(xsimd::batch<float>(x[i])).get(0)) &&
                same_bits(slope[i], f.derivative(x[i])) && same_bits(grad_in[i], 10.0f * slope[i]);

        // The formulas belong together: f' is what f does, f'' what f' does.
        double const at = x[i] + 0.01, h = 1e-5;
        holds = holds && std::abs((f(at + h) - f(at - h)) / (2.0 * h) - f.derivative(at)) < 1e-8 &&
                std::abs((f.derivative(at + h) - f.derivative(at - h)) / (2.0 * h) - f.second_derivative(at)) < 1e-8;
    }
    std::printf("# %s\n", holds ? "same bits in every form, and derivatives that fit" : "something is wrong");
    return holds ? 0 : 1;
}
