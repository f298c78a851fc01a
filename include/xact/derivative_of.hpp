#ifndef XACT_DERIVATIVE_OF_HPP
#define XACT_DERIVATIVE_OF_HPP

#include <xact/elementwise.hpp>

namespace xact {

/// A derivative as an activation of its own: derivative_of{xact::tanh{}}(x) is xact::tanh{}.derivative(x), and
/// derivative_of{...}.derivative(x) the second derivative.
template <class Activation> class derivative_of {
public:
    constexpr derivative_of() = default;
    /// The derivative of this activation, with its parameters.
    XACT_INLINE constexpr explicit derivative_of(Activation activation) : f(activation) {}

    /// f'(x).
    template <class X> XACT_INLINE X operator()(X const& x) const noexcept { return f.derivative(x); }
    /// f''(x).
    template <class X> XACT_INLINE X derivative(X const& x) const noexcept { return f.second_derivative(x); }

private:
    Activation f;
};

template <class Activation>
inline constexpr bool detail::is_short<derivative_of<Activation>> = detail::is_short<Activation>;

template <class Activation>
inline constexpr bool detail::is_stored_at_once<derivative_of<Activation>> = detail::is_short<Activation>;

template <class Activation>
inline constexpr bool detail::is_long<derivative_of<Activation>> = detail::is_long<Activation>;

template <class Activation, class T, class Arch>
inline constexpr std::size_t detail::registers<derivative_of<Activation>, T, Arch> =
    detail::registers<Activation, T, Arch>;

} // namespace xact

#endif
