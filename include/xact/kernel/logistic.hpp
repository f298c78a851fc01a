#ifndef XACT_KERNEL_LOGISTIC_HPP
#define XACT_KERNEL_LOGISTIC_HPP

#include <xact/kernel/exponential.hpp>

// 1/(1 + e^-z) as a fraction, over either number type (number.hpp), from e^-|z| = p/q: q/(p + q) for z >= 0, p/(p + q)
// below. So is 1/(1 + e^z), and neither cancels.

namespace xact::kernel {

/// s(z) = upper/sum, s(-z) = lower/sum; for results that are multiples of s(z), `raised` is the upper that e.lowered
/// belongs to where z < 0.
template <class N> struct logistic_fraction {
    exponential<N> e;
    N sum, upper, lower, raised;
    typename lanes_of<N>::mask_type negative;

    /// y, a multiple of `raised`: what a formula returns.
    XACT_INLINE auto lowered(N const& y) const { return e.lowered_where(negative, y); }

    /// s(z).
    XACT_INLINE auto value() const { return lowered(raised / sum); }
    /// factor * s'(z) = factor * s(z) s(-z).
    XACT_INLINE auto slope(N const& factor) const { return e.lowered(factor * e.raised * e.q / square(sum)); }
};

template <class N> XACT_INLINE logistic_fraction<N> logistic_of(N const& z) {
    auto const e = exponential_of(minus_magnitude(z));
    auto const negative = leading(z) < lanes_of<N>(0.0);
    return {e,       e.p + e.q, select(negative, e.p, e.q), select(negative, e.q, e.p), select(negative, e.raised, e.q),
            negative};
}

} // namespace xact::kernel

#endif
