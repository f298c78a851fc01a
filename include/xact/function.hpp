#ifndef XACT_FUNCTION_HPP
#define XACT_FUNCTION_HPP

#include <xact/elementwise.hpp>

namespace xact {

namespace detail {

/// Stands for a derivative that was not given.
struct not_given {};

} // namespace detail

/// An activation of your own, from generic lambdas or functors over xsimd::batch, with or without derivatives:
///
///     xact::function const bent{[](auto x) { return (xsimd::sqrt(x * x + 1.0f) - 1.0f) * 0.5f + x; },
///                               [](auto x) { return x / (2.0f * xsimd::sqrt(x * x + 1.0f)) + 1.0f; }};
///     bent(0.5f);  bent(batch);  xact::transform(in, out, bent);  xact::backward(in, grad_out, grad_in, bent);
///
/// Scalars, batches, bodies and tails of arrays all go through the same lambda and give the same bits, which are as
/// good as its formula. A member that needs a derivative which was not given does not compile. For formulas over the
/// number types and tiers of the library itself, derive from elementwise or smooth, as the activations do.
template <class Value, class Slope = detail::not_given, class Curvature = detail::not_given>
class function : public elementwise<function<Value, Slope, Curvature>> {
public:
    /// From f and, as far as they are wanted, f' and f''.
    constexpr explicit function(Value value, Slope slope = {}, Curvature curvature = {})
        : f(value), df(slope), d2f(curvature) {}

private:
    friend elementwise<function>;

    template <class G, class V> static XACT_INLINE V by_register(G const& g, V const& x) {
        static_assert(!std::is_same_v<G, detail::not_given>,
                      "xact: this function was made without the derivative that is asked of it: give it to "
                      "xact::function after the value");
        return simd::detail::zip([&](auto r) XACT_INLINE_LAMBDA { return decltype(r)(g(r)); }, x);
    }

    template <class V> XACT_INLINE V value(V const& x) const { return by_register(f, x); }
    template <class V> XACT_INLINE V slope(V const& x) const { return by_register(df, x); }
    template <class V> XACT_INLINE V curvature(V const& x) const { return by_register(d2f, x); }
    template <class V> XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) const {
        return {value(x), slope(x)};
    }

    Value f;
    Slope df;
    Curvature d2f;
};

} // namespace xact

#endif
