#ifndef XACT_TESTS_CALLS_HPP
#define XACT_TESTS_CALLS_HPP

#include <xact/elementwise.hpp>

// The element functions are inlined by force. The tests call them through these, once compiled for each
// activation and type, because they call them from many places.

#if defined(__GNUC__)
#define XACT_NOINLINE __attribute__((noinline))
#else
#define XACT_NOINLINE
#endif

namespace call {

template <class F, class X> XACT_NOINLINE X value(F const& f, X const& x) { return f(x); }
template <class F, class X> XACT_NOINLINE X derivative(F const& f, X const& x) { return f.derivative(x); }
template <class F, class X> XACT_NOINLINE X second_derivative(F const& f, X const& x) { return f.second_derivative(x); }
template <class F, class X> XACT_NOINLINE X derivative_from_output(F const& f, X const& y) {
    return f.derivative_from_output(y);
}
template <class F, class X> XACT_NOINLINE xact::value_with_derivative<X> value_and_derivative(F const& f, X const& x) {
    return f.value_and_derivative(x);
}

} // namespace call

#endif
