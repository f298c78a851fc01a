#ifndef XACT_ACTIVATION_SILU_HPP
#define XACT_ACTIVATION_SILU_HPP

#include <xact/error.hpp>
#include <xact/kernel/logistic.hpp>
#include <xact/kernel/roots.hpp>
#include <xact/kernel/silu_float.hpp>
#include <xact/kernel/silu_slope_float.hpp>
#include <xact/smooth.hpp>

#include <algorithm>
#include <limits>

namespace xact {

/// The sigmoid-weighted linear unit x s(beta x), s the logistic function; least value -0.2785/beta.
///
///   f'  = s (1 + z s-), z = beta x, s- = s(-z); zero at z = -1.2785, in [-0.0998, 1.0998]
///   f'' = beta s s- (2 - |z| (1 - 2 s-(|z|))), even; zero at z = +-2.3994
///
/// silu(+-0) = +-0, silu(inf) = inf, silu(-inf) = -0; f'(-inf) = -0, f'(inf) = 1, f'' = -0 at both; NaN gives NaN.
///
/// beta is 1 unless given, rounded to the type of x; it must be finite and positive as a float, else
/// std::invalid_argument is thrown.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Also named swish. Definition: Elfwing, Uchibe, Doya 2017; Ramachandran, Zoph, Le 2017; torch.nn.SiLU, keras silu.
template <accuracy Tier> class basic_silu : public smooth<basic_silu<Tier>, Tier> {
public:
    XACT_INLINE constexpr basic_silu() : beta(1.0) {}
    XACT_INLINE constexpr explicit basic_silu(double beta_) : beta(beta_) {
        constexpr double least = std::numeric_limits<float>::min(), largest = std::numeric_limits<float>::max();
        if (!(beta >= least && beta <= largest))
            detail::refuse("xact: silu needs a beta that is positive and finite as a float");
    }

    XACT_INLINE constexpr double beta_parameter() const noexcept { return beta; }

private:
    using base = smooth<basic_silu, Tier>;
    friend elementwise<basic_silu>;
    friend base;

    template <class V>
    static constexpr bool in_float_lanes = kernel::method<Tier, V> == kernel::evaluation::float_lanes;

    /// In float lanes for the beta that is used; the formulas serve every other.
    template <class V> XACT_INLINE V value(V const& x) const {
        if constexpr (in_float_lanes<V>)
            if (XACT_LIKELY(beta == 1.0)) return kernel::silu_float(x);
        return base::value(x);
    }
    template <class V> XACT_INLINE V slope(V const& x) const {
        if constexpr (in_float_lanes<V> && simd::lookup_entries<typename V::arch> == 32)
            if (XACT_LIKELY(beta == 1.0)) return kernel::silu_slope_float(x);
        return base::slope(x);
    }
    template <class V> XACT_INLINE value_with_derivative<V> value_and_slope(V const& x) const {
        if constexpr (in_float_lanes<V>)
            return {value(x), slope(x)};
        else
            return base::value_and_slope(x);
    }

    template <class T> XACT_INLINE basic_silu with_parameters_of() const {
        basic_silu rounded;
        rounded.beta = static_cast<double>(static_cast<T>(beta));
        return rounded;
    }

    template <class N> XACT_INLINE auto shared(N const& x) const { return kernel::logistic_of(x * N(beta)); }

    template <class N, class S> XACT_INLINE auto value_of(N const& x, S const& s) const {
        return s.lowered(x * s.raised / s.sum);
    }
    template <class N, class S> XACT_INLINE auto slope_of(N const& x, S const& s) const {
        N const z = x * N(beta);
        N const y = s.raised * fma(z, s.lower, s.sum) / kernel::square(s.sum);
        return s.lowered(kernel::split_root(kernel::roots_constants::silu_slope, z, y));
    }
    template <class N, class S> XACT_INLINE auto curvature_of(N const& x, S const& s) const {
        N const z = kernel::magnitude(x * N(beta));
        N const bracket = fma(z, s.e.p_minus_q, kernel::scaled(s.sum, 2.0));
        N const y = s.e.raised * s.e.q * bracket / (kernel::square(s.sum) * s.sum);
        return s.e.lowered(N(beta) * kernel::split_root(kernel::roots_constants::silu_curvature, z, y));
    }

    template <kernel::order Order> static constexpr int sign_at_zero = Order == kernel::order::value ? 1 : 0;
    template <class T> XACT_INLINE T reach() const {
        double const end = std::is_same_v<T, float> ? 200.0 : 800.0;
        return static_cast<T>(std::min(end / beta, double(std::numeric_limits<T>::max())));
    }
    template <class V> XACT_INLINE V value_beyond(V const& x, V const& y) const {
        return select(V(reach<typename V::value_type>()) < x, x, y);
    }

    /// Next to the zero of f' what remains of the sum is less than its error.
    template <class V> XACT_INLINE V slope_doubt(V const& x, V const& y) const {
        return fma(simd::abs(y), V(0x1p-46), select(simd::abs(fma(x, V(beta), V(1.28))) < V(0.25), V(0x1p-50), V(0.0)));
    }

    double beta;
};

using silu = basic_silu<accuracy::precise>;
namespace exact {
using silu = basic_silu<accuracy::exact>;
}
namespace fast {
using xact::silu;
}

} // namespace xact

#endif
