#ifndef XACT_SMOOTH_HPP
#define XACT_SMOOTH_HPP

#include <xact/accuracy.hpp>
#include <xact/kernel/exponential.hpp>

#include <limits>

namespace xact {

namespace kernel {

/// What a formula returns, rounded to one lane of double.
template <std::size_t Count, class Arch>
XACT_INLINE simd::pack<double, Count, Arch> const& one_lane(simd::pack<double, Count, Arch> const& y) {
    return y;
}
template <class V> XACT_INLINE V one_lane(twofold<V> const& y) { return sum(y); }
template <class V> XACT_INLINE V one_lane(lowered_result<twofold<V>> const& y) { return one_lane(y.value) * y.lower; }

/// high + low rounded to odd: if it is no double, to the neighbour whose last bit is 1. Rounded again, to float, that
/// gives what the sum itself would (Boldo, Melquiond 2008).
template <class V> XACT_INLINE V rounded_to_odd(twofold<V> const& y) {
    auto const s = fast_two_sum(y.high, y.low);
    auto const pattern = simd::bits(s.high);
    using ints = std::decay_t<decltype(pattern)>;
    V const outward = simd::from_bits<double>(pattern | ints(1)),
            inward = simd::from_bits<double>((pattern - ints(1)) | ints(1));
    V const odd = select((s.low ^ simd::sign_of(s.high)) < V(0.0), inward, outward);
    return select((s.low < V(0.0)) | (V(0.0) < s.low), odd, s.high);
}
/// `lower` is a power of two, and the results of floats are far from where that would round.
template <class V> XACT_INLINE V rounded_to_odd(lowered_result<twofold<V>> const& y) {
    return rounded_to_odd(y.value) * y.lower;
}

enum class order { value, slope, curvature };

/// lowest <= x, or lowest <= x <= -lowest.
struct row_range {
    float lowest = -std::numeric_limits<float>::infinity();
    bool is_even = false;

    constexpr bool is_bounded() const { return lowest > -std::numeric_limits<float>::infinity(); }
    /// False where x is NaN.
    template <class V> XACT_INLINE auto excludes(V const& x) const {
        return is_even ? V(-lowest) < simd::abs(x) : x < V(lowest);
    }
};

/// A bound of the error of y: relative, and absolute where terms cancel, which is less than `radius` from a zero.
template <class V>
XACT_INLINE V doubt_near_zero(V const& y, V const& distance, double relative, double absolute = 0x1p-50,
                              double radius = 0.25) {
    return fma(simd::abs(y), V(relative), select(simd::abs(distance) < V(radius), V(absolute), V(0.0)));
}

} // namespace kernel

/// The members of an activation from formulas that it states once over a number type (kernel/number.hpp):
///
///   shared(x)               what they share, an exponential for instance
///   value_of(x, shared)     f(x); slope_of and curvature_of likewise f'(x) and f''(x)
///
/// float is evaluated in double lanes and rounded once, in the exact tier with a check that this rounds correctly and
/// twofold lanes where it might not; double in twofold lanes. In the precise tier of float, kernels in float lanes take
/// their place where an activation states them. The formulas see x limited to +-reach<T>(), where f', f''
/// and f, or what value_beyond(x, f) makes of it, have reached their limits.
template <class Activation, accuracy Tier>
class smooth : public elementwise<Activation>, detail::evaluated_in_double_lanes {
    friend elementwise<Activation>;

public:
    /// True where f of float has a kernel in float lanes.
    template <class T, class Arch> static constexpr bool has_short_kernel() noexcept {
        return has_float_kernel<kernel::order::value, simd::pack<T, 1, Arch>>();
    }

protected:
    using order = kernel::order; ///< Which of f, f' and f''.

    // What elementwise asks for.

    /// f.
    template <class V> XACT_INLINE V value(V const& x) const {
        if constexpr (has_float_kernel<order::value, V>())
            if (self().float_kernels_serve()) return in_float<order::value>(x);
        auto const f = self().template with_parameters_of<typename V::value_type>();
        return f.value_beyond(x, one<order::value>(f, x));
    }
    /// f'.
    template <class V> XACT_INLINE V slope(V const& x) const {
        if constexpr (has_float_kernel<order::slope, V>())
            if (self().float_kernels_serve()) return in_float<order::slope>(x);
        return one<order::slope>(self().template with_parameters_of<typename V::value_type>(), x);
    }
    /// f''.
    template <class V> XACT_INLINE V curvature(V const& x) const {
        return one<order::curvature>(self().template with_parameters_of<typename V::value_type>(), x);
    }
    /// f and f'.
    template <class V> XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) const {
        if constexpr (has_float_kernel<order::value, V>() || has_float_kernel<order::slope, V>())
            return {value(x), slope(x)};
        else {
            auto const f = self().template with_parameters_of<typename V::value_type>();
            value_with_derivative<V> both;
            if constexpr (std::is_same_v<typename V::value_type, double>)
                both_in_twofold_lanes(f, x, both);
            else
                both = evaluated_both(f, x);
            return {f.value_beyond(x, both.value), both.derivative};
        }
    }

    // What an activation states differently, if it must.

    /// Where kernels in float lanes exist, float_value(x) and float_slope(x), for the precise tier of float: by order
    /// and architecture.
    template <order, class Arch> static constexpr bool in_float_lanes = false;
    /// The same for those with tables in memory and without FMA.
    template <order> static constexpr bool in_rows = false;
    /// For which x the results of these are the function's.
    template <order> static constexpr kernel::row_range served_by_rows = {};
    /// Whether those kernels serve the parameters.
    static XACT_INLINE constexpr bool float_kernels_serve() { return true; }

    /// To what the formulas see x limited.
    template <class T> static XACT_INLINE constexpr T reach() { return std::is_same_v<T, float> ? T(200) : T(800); }
    /// False where the formulas see x itself.
    static constexpr bool has_reach = true;
    /// The activation with its parameters rounded to T.
    template <class T> XACT_INLINE Activation const& with_parameters_of() const { return self(); }
    /// True where f is x above the reach.
    static constexpr bool follows_x = false;
    /// f where x is beyond the reach, from the f that was computed for the limited x.
    template <class V> XACT_INLINE V value_beyond(V const& x, V const& y) const {
        if constexpr (Activation::follows_x)
            return select(V(self().template reach<typename V::value_type>()) < x, x, y);
        else
            return y;
    }
    /// 1 where a result that is zero has the sign of x, at x = 0 and in tails, -1 where it has the other.
    template <order> static constexpr int sign_at_zero = 0;
    /// A bound of the error of value_of in double lanes, for the exact tier.
    template <class V> static XACT_INLINE V value_doubt(V const&, V const& y) { return simd::abs(y) * 0x1p-46; }
    /// The same of slope_of.
    template <class V> static XACT_INLINE V slope_doubt(V const&, V const& y) { return simd::abs(y) * 0x1p-46; }

private:
    template <order Order, class V> static constexpr bool has_float_kernel() {
        if constexpr (kernel::method<Tier, V> == kernel::evaluation::float_lanes)
            return Activation::template in_float_lanes<Order, typename V::arch>;
        else if constexpr (kernel::method<Tier, V> == kernel::evaluation::cubic_rows)
            return Activation::template in_rows<Order>;
        else
            return false;
    }

    /// f or f' by the kernels in float lanes.
    template <order Order, class V> XACT_INLINE V in_float(V const& x) const {
        V y;
        if constexpr (Order == order::value)
            y = Activation::float_value(x);
        else
            y = Activation::float_slope(x);
        if constexpr (kernel::method<Tier, V> == kernel::evaluation::cubic_rows) {
            constexpr kernel::row_range served = Activation::template served_by_rows<Order>;
            if constexpr (served.is_bounded()) {
                auto const outside = served.excludes(x);
                if (XACT_UNLIKELY(simd::any(outside)))
                    y = select(outside,
                               simd::detail::zip(
                                   [&](auto r) XACT_INLINE_LAMBDA {
                                       in_double_lanes<Order, typename V::arch>(self(), r);
                                       return r;
                                   },
                                   x),
                               y);
            }
        }
        return y;
    }

    /// f or f' of one register of floats. Out of line: it is called for few of them.
    template <order Order, class Arch>
    static XACT_OUT_OF_LINE void in_double_lanes(Activation const& activation, xsimd::batch<float, Arch>& x) {
        auto const f = activation.template with_parameters_of<float>();
        simd::pack<float, 1, Arch> const t(x);
        auto const y = one<Order>(f, t);
        if constexpr (Order == order::value)
            x = f.value_beyond(t, y).reg[0];
        else
            x = y.reg[0];
    }

    template <order Order, class N, class Shared>
    static XACT_INLINE auto formula(Activation const& f, N const& x, Shared const& shared) {
        if constexpr (Order == order::value)
            return f.value_of(x, shared);
        else if constexpr (Order == order::slope)
            return f.slope_of(x, shared);
        else
            return f.curvature_of(x, shared);
    }

    /// f, f' or f'' of one register of floats in double, so that rounding to float gives the correctly rounded result.
    /// Out of line: it is called for one vector in some thousands.
    template <order Order, class Arch>
    static XACT_COLD XACT_OUT_OF_LINE void with_more_digits(Activation const& f, xsimd::batch<double, Arch>& x) {
        using number = kernel::twofold<simd::pack<double, 1, Arch>>;
        number const argument = simd::pack<double, 1, Arch>(x);
        x = kernel::rounded_to_odd(formula<Order>(f, argument, f.shared(argument))).reg[0];
    }

    /// y rounded to float, where y is known but for an error of at most `doubt`; with more digits, where that leaves
    /// open to which float.
    template <order Order, std::size_t Count, class Arch>
    static XACT_INLINE auto rounded_correctly(Activation const& f, simd::pack<double, Count, Arch> const& x,
                                              simd::pack<double, Count, Arch> const& y,
                                              simd::pack<double, Count, Arch> const& doubt) {
        auto const low = narrow(y - doubt), high = narrow(y + doubt);
        if (XACT_LIKELY(!simd::any(low < high))) return low;
        auto const certain = narrow(simd::detail::zip(
            [&](auto r) XACT_INLINE_LAMBDA {
                with_more_digits<Order, Arch>(f, r);
                return r;
            },
            x));
        return select(low < high, certain, low);
    }

    template <order Order, class V> static XACT_INLINE V evaluated(Activation const& f, V const& x) {
        auto const t = limited(f, x);
        return rounded<Order>(f, t, formula<Order>(f, t, f.shared(t)));
    }
    template <class V> static XACT_INLINE value_with_derivative<V> evaluated_both(Activation const& f, V const& x) {
        auto const t = limited(f, x);
        auto const shared = f.shared(t);
        return {rounded<order::value>(f, t, formula<order::value>(f, t, shared)),
                rounded<order::slope>(f, t, formula<order::slope>(f, t, shared))};
    }

    // Formulas in twofold lanes are some hundred operations: a call costs nothing beside them, and copies in every
    // caller much time to compile. The architecture stands in the symbol, as part of V.
    template <order Order, class V>
    static XACT_OUT_OF_LINE void in_twofold_lanes(Activation const& f, V const& x, V& y) {
        y = evaluated<Order>(f, x);
    }
    template <class V>
    static XACT_OUT_OF_LINE void both_in_twofold_lanes(Activation const& f, V const& x, value_with_derivative<V>& y) {
        y = evaluated_both(f, x);
    }

    template <order Order, class V> static XACT_INLINE V one(Activation const& f, V const& x) {
        if constexpr (std::is_same_v<typename V::value_type, double>) {
            kernel::choose_evaluation<Tier, V>(); // refuses the exact tier
            V y;
            in_twofold_lanes<Order>(f, x, y);
            return y;
        } else
            return evaluated<Order>(f, x);
    }

    /// x as the number that formulas take.
    template <class V> static XACT_INLINE auto limited(Activation const& f, V const& x) {
        using T = typename V::value_type;
        constexpr auto method = kernel::method<Tier, V>; // refuses the exact tier of double
        auto const number = [](V const& t) XACT_INLINE_LAMBDA {
            if constexpr (method == kernel::evaluation::twofold)
                return kernel::twofold<V>(t);
            else
                return simd::widen(t);
        };
        if constexpr (Activation::has_reach) {
            T const end = f.template reach<T>();
            return number(simd::clamp(x, -end, end));
        } else
            return number(x);
    }

    template <order Order, class N, class Y>
    static XACT_INLINE auto rounded(Activation const& f, N const& x, Y const& y) {
        if constexpr (kernel::number<N>::is_twofold && Activation::template sign_at_zero<Order> == 0)
            return kernel::one_lane(y);
        else if constexpr (kernel::number<N>::is_twofold) { // sums of two lose the sign of zero
            using V = kernel::lanes_of<N>;
            V const result = kernel::one_lane(y);
            V const zero = simd::sign_of(Activation::template sign_at_zero<Order> > 0 ? x.high : x.high ^ V(-0.0));
            return select(result == V(0.0), zero, result);
        } else if constexpr (Tier == accuracy::exact && Order == order::value)
            return rounded_correctly<Order>(f, x, y, f.value_doubt(x, y));
        else if constexpr (Tier == accuracy::exact && Order == order::slope)
            return rounded_correctly<Order>(f, x, y, f.slope_doubt(x, y));
        else
            return narrow(y);
    }

    XACT_INLINE Activation const& self() const noexcept { return static_cast<Activation const&>(*this); }
};

} // namespace xact

#endif
