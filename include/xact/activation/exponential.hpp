#ifndef XACT_ACTIVATION_EXPONENTIAL_HPP
#define XACT_ACTIVATION_EXPONENTIAL_HPP

#include <xact/kernel/cubic_exponential.hpp>
#include <xact/kernel/exponential_float.hpp>
#include <xact/smooth.hpp>

namespace xact {

/// The exponential e^x, which is its own derivatives; in [0, inf], non-decreasing.
///
///   f' = f'' = e^x
///   from the output: y
///
/// exponential(0) = 1, exponential(-inf) = +0, exponential(inf) = inf; it is inf where e^x rounds to it (from 88.7229
/// for float, 709.783 for double) and above zero to -103.97 and -745.13; NaN gives NaN.
///
/// Largest error in ULP over all floats (`tests/exhaustive`; double: sampled, `tests/exhaustive/doubles`):
/// exact 0.5 (f, f'); precise 1 (f, f'), 2 (f''); double 1 (f, f'), 2 (f''). The fast tier is the precise one.
/// Definition: Euler 1748; torch.exp, keras exponential, ONNX Exp.
template <accuracy Tier> class basic_exponential : public smooth<basic_exponential<Tier>, Tier> {
    friend elementwise<basic_exponential>;
    friend smooth<basic_exponential, Tier>;

    template <kernel::order Order, class Arch> static constexpr bool in_float_lanes = Order != kernel::order::curvature;
    template <kernel::order Order> static constexpr bool in_rows = Order != kernel::order::curvature;
    template <kernel::order> static constexpr kernel::row_range served_by_rows = {-kernel::exponential_rows_end, true};
    template <class V> static XACT_INLINE V float_value(V const& x) {
        if constexpr (simd::has_rows<typename V::arch>)
            return kernel::cubic_exponential(x);
        else
            return kernel::exponential_float(x);
    }
    template <class V> static XACT_INLINE V float_slope(V const& x) { return float_value(x); }

    template <class N> static XACT_INLINE auto shared(N const& x) {
        auto const e = kernel::exponential_of(x);
        return e.lowered(e.over_q(e.raised));
    }
    template <class N, class S> static XACT_INLINE S value_of(N const&, S const& e) { return e; }
    template <class N, class S> static XACT_INLINE S slope_of(N const&, S const& e) { return e; }
    template <class N, class S> static XACT_INLINE S curvature_of(N const&, S const& e) { return e; }
    template <class V> static XACT_INLINE V const& slope_from_output(V const& y) { return y; }
};

using exponential = basic_exponential<accuracy::precise>; ///< basic_exponential of the precise tier.
namespace exact {
using exponential = basic_exponential<accuracy::exact>; ///< basic_exponential of the exact tier.
}
namespace fast {
using xact::exponential;
}

} // namespace xact

#endif
