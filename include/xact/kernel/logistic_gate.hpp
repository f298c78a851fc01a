#ifndef XACT_KERNEL_LOGISTIC_GATE_HPP
#define XACT_KERNEL_LOGISTIC_GATE_HPP

#include <xact/kernel/logistic.hpp>
#include <xact/smooth.hpp>

namespace xact::kernel {

/// The members of an activation x s(z), s the logistic function, z(x) odd and increasing, from what it states of z:
///
///   z(x), x_dz(x)                             z and x z'
///   bracket(a, n, d)                          (2 z' + x z'') d + |x| z'^2 n at |x| = a, but for a constant factor
///   slope_near_zero(x, y)                     y, the f' that was computed, or f' from its series at its zero
///   curvature_near_zero(a, y)                 likewise f''; y lacks the factor that the bracket does
///
/// As s(z) = e^z s-, s- = s(-z), the formulas are fractions of exponentials:
///
///   f'  = s (1 + x z' s-)
///   f'' = s s- (2 z' + x z'' + x z'^2 (s- - s)), even
///
/// f(+-0) = +-0, f(inf) = inf, f(-inf) = -0, f'(-inf) = -0, f'(inf) = 1, f'' = -0 at both infinities.
template <class Activation, accuracy Tier> class logistic_gate : public smooth<Activation, Tier> {
protected:
    template <class N> XACT_INLINE auto shared(N const& x) const { return logistic_of(self().z(x)); }

    template <class N, class S> XACT_INLINE auto value_of(N const& x, S const& s) const {
        auto const small = raised_where_small(x);
        return lowered(small.value * s.raised / s.sum, small.lower * select(s.negative, s.e.lower, lanes_of<N>(1.0)));
    }
    template <class N, class S> XACT_INLINE auto slope_of(N const& x, S const& s) const {
        N const y = s.raised * fma(self().x_dz(x), s.lower, s.sum) / square(s.sum);
        return s.lowered(self().slope_near_zero(x, y));
    }
    template <class N, class S> XACT_INLINE auto curvature_of(N const& x, S const& s) const {
        N const a = magnitude(x);
        N const bracket = self().bracket(a, s.e.p_minus_q, s.sum);
        N const y = s.e.raised * s.e.q * bracket / (square(s.sum) * s.sum);
        return s.e.lowered(self().curvature_near_zero(a, y));
    }

    template <order Order> static constexpr int sign_at_zero = Order == order::value ? 1 : 0;
    static constexpr bool follows_x = true;

private:
    XACT_INLINE Activation const& self() const noexcept { return static_cast<Activation const&>(*this); }
};

} // namespace xact::kernel

#endif
