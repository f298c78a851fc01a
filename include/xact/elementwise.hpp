#ifndef XACT_ELEMENTWISE_HPP
#define XACT_ELEMENTWISE_HPP

#include <xact/simd/memory.hpp>

namespace xact {

/// f(x) and f'(x) of the same x. Structured bindings take it apart: `auto [f, df] = ...`.
template <class X> struct value_with_derivative {
    X value;      ///< f(x).
    X derivative; ///< f'(x).
};

namespace detail {

/// How an argument type becomes a pack, and back.
template <class X> struct argument { static constexpr bool supported = false; };

template <class T> struct scalar_argument {
    static constexpr bool supported = true;
    using pack = simd::pack<T, 1, xsimd::default_arch>;
    static XACT_INLINE pack in(T x) { return pack(x); }
    static XACT_INLINE T out(pack const& x) { return simd::first_lane(x); }
};
template <> struct argument<float> : scalar_argument<float> {};
template <> struct argument<double> : scalar_argument<double> {};

/// True for functions of so few operations that the instructions of a loop around them count.
template <class Activation> inline constexpr bool is_short = false;

/// Of those, true for the functions that the loop over memory gives registers one by one, each stored before the next
/// is read, because that takes a few per cent less time (Zen 4) than four loads, four times the function, four stores:
/// mostly derivatives, which compare.
template <class Activation> inline constexpr bool is_stored_at_once = false;

/// Base of the activations that smooth.hpp evaluates.
struct evaluated_in_double_lanes {};

/// True for functions of so many operations that each copy of them costs the compiler, and a branch beside them
/// nothing.
template <class Activation> inline constexpr bool is_long = std::is_base_of_v<evaluated_in_double_lanes, Activation>;

/// How many registers the loop over memory gives to a function at once: as many as leave it its constants.
template <class Activation, class T, class Arch>
inline constexpr std::size_t registers = simd::is_avx512<Arch> || simd::is_neon64<Arch> || is_short<Activation> ? 4 : 2;

/// True where value and derivative share so little that one loop for each is faster than one for both.
template <class Activation, class T, class Arch> inline constexpr bool in_two_passes = false;

template <class T> inline constexpr bool is_lane = std::is_same_v<T, float> || std::is_same_v<T, double>;

template <class T, class Arch> struct argument<xsimd::batch<T, Arch>> {
    static constexpr bool supported = is_lane<T>;
    using pack = simd::pack<T, 1, Arch>;
    static XACT_INLINE pack in(xsimd::batch<T, Arch> const& x) { return pack(x); }
    static XACT_INLINE xsimd::batch<T, Arch> out(pack const& x) { return x.reg[0]; }
};

template <class T, std::size_t N, class Arch> struct argument<simd::pack<T, N, Arch>> {
    static constexpr bool supported = is_lane<T>;
    using pack = simd::pack<T, N, Arch>;
    static XACT_INLINE pack const& in(pack const& x) { return x; }
    static XACT_INLINE pack const& out(pack const& x) { return x; }
};

/// `argument` of what an activation takes. A class says so before the errors that follow.
template <class X> struct supported_argument : argument<X> {
    static_assert(argument<X>::supported,
                  "xact: an activation takes a float, a double, or an xsimd::batch of one of them; convert other "
                  "types first (for ranges see xact::transform)");
};

} // namespace detail

/// The members that every activation has, for every argument type, from the formulas that it states
/// once over simd::pack:
///
///   value(x), slope(x), curvature(x)          f, f', f''
///   value_and_slope(x)                        both, sharing what they share
///   slope_from_output(y)                      f'(x) given y = f(x), where f can be inverted that way
///
/// An argument is a float, a double, an xsimd::batch of either on any architecture, or a simd::pack; the
/// result has its type. The same x gives the same bits whichever of them carries it.
template <class Activation> class elementwise {
public:
    /// f(x).
    template <class X> XACT_INLINE X operator()(X const& x) const noexcept {
        using argument = detail::supported_argument<X>;
        return argument::out(self().value(argument::in(x)));
    }

    /// f'(x), from the input: keeps the tier's bound as far as the derivative is above zero.
    template <class X> XACT_INLINE X derivative(X const& x) const noexcept {
        using argument = detail::supported_argument<X>;
        return argument::out(self().slope(argument::in(x)));
    }

    /// f''(x).
    template <class X> XACT_INLINE X second_derivative(X const& x) const noexcept {
        using argument = detail::supported_argument<X>;
        return argument::out(self().curvature(argument::in(x)));
    }

    /// f(x) and f'(x), the same bits as the two calls, for less than their price.
    template <class X> XACT_INLINE value_with_derivative<X> value_and_derivative(X const& x) const noexcept {
        using argument = detail::supported_argument<X>;
        auto const both = self().value_and_slope(argument::in(x));
        return {argument::out(both.value), argument::out(both.derivative)};
    }

    /// f'(x) from y = f(x): cheap, and exact for the y that it is given, but y has lost what f' needs
    /// where f saturates (tanh: y rounds to 1 from x = 9.02 on and the result is 0; f'(9.02) is 6e-8).
    template <class X> XACT_INLINE X derivative_from_output(X const& y) const noexcept {
        static_assert(has_derivative_from_output(),
                      "xact: this activation cannot be inverted, so y = f(x) does not tell f'(x): use derivative(x)");
        using argument = detail::supported_argument<X>;
        return argument::out(self().slope_from_output(argument::in(y)));
    }

    /// True where f can be inverted, so that derivative_from_output exists.
    static constexpr bool has_derivative_from_output() noexcept {
        return states_slope_from_output<Activation>(nullptr);
    }

private:
    template <class A>
    static constexpr bool states_slope_from_output(
        decltype(std::declval<A const&>().slope_from_output(std::declval<detail::argument<float>::pack const&>()))*) {
        return true;
    }
    template <class A> static constexpr bool states_slope_from_output(...) { return false; }

    XACT_INLINE Activation const& self() const noexcept { return static_cast<Activation const&>(*this); }
};

} // namespace xact

#endif
