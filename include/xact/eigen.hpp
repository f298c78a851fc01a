#ifndef XACT_EIGEN_HPP
#define XACT_EIGEN_HPP

/// \file
/// Activations inside Eigen's expressions. <xact/xact.hpp> does not include this header, as it needs Eigen (3.4, 5).
///
///   h = xact::eigen::apply(((W * x).colwise() + b).array(), xact::tanh{});       one pass over the sum
///   d = g * xact::eigen::apply(z.array(), xact::derivative_of{xact::tanh{}});    Eigen arrays z, g
///
/// Where there is nothing to fuse, xact::transform and xact::backward take Eigen's vectors, matrices and arrays as
/// they are, and are faster: Eigen calls the function once for each element at the ends that do not fill a register.

#if defined(__has_include)
#if !__has_include(<Eigen/Core>)
#error "xact/eigen.hpp needs Eigen 3.4 or newer: install libeigen3-dev (Debian) or add its include directory"
#endif
#endif

#include <xact/elementwise.hpp>

#include <Eigen/Core>

#if !EIGEN_VERSION_AT_LEAST(3, 4, 0)
#error "xact/eigen.hpp needs Eigen 3.4 or newer; an older one was found first on the include path"
#endif

/// Activations inside Eigen's expressions.
namespace xact::eigen {

/// An activation, or a derivative_of one, as Eigen's vectorised loops call it: `x.unaryExpr(functor{xact::tanh{}})`.
/// Each element gets the bits of the scalar call, however Eigen walks through the expression. (The bare activation
/// gives them too, but Eigen then goes one element at a time.)
///
/// Arch, which stays at its default, is in the type so that it is in the symbols of Eigen's loops: code for different
/// architectures never merges.
template <class Activation, class Arch = xsimd::default_arch> class functor {
public:
    /// For this activation, with its parameters.
    XACT_INLINE constexpr explicit functor(Activation const& activation) : f(activation) {}

    /// f(x) of a float or double.
    template <class T> XACT_INLINE T operator()(T const& x) const noexcept { return f(x); }

    /// f of each lane of one of Eigen's packets.
    template <class Packet> XACT_INLINE Packet packetOp(Packet const& x) const noexcept {
        using T = typename Eigen::internal::unpacket_traits<Packet>::type;
        using batch = xsimd::batch<T, Arch>;
        constexpr std::size_t lanes = Eigen::internal::unpacket_traits<Packet>::size;
        if constexpr (decltype(is_register<batch>(&x))::value)
            return static_cast<Packet>(f(batch(x)));
        else {
            // For vectors of few elements Eigen takes part of a register, of which xsimd knows nothing; the width must
            // stay the architecture's, or the bits would be another's.
            constexpr std::size_t room = lanes < batch::size ? batch::size : lanes;
            static_assert(room % batch::size == 0);
            T buffer[room] = {};
            Eigen::internal::pstoreu(buffer, x);
            for (std::size_t i = 0; i < room; i += batch::size)
                f(batch::load_unaligned(buffer + i)).store_unaligned(buffer + i);
            return Eigen::internal::ploadu<Packet>(buffer);
        }
    }

private:
    // By overloads, as gcc warns of registers among template arguments.
    template <class Batch> static std::true_type is_register(typename Batch::register_type const*);
    template <class Batch> static std::false_type is_register(void const*);

    Activation f;
};

/// The expression of f applied to each element of x, an Eigen matrix, array or expression of float or double. As with
/// all of Eigen's expressions, what it refers to must live until it is evaluated.
template <class Derived, class Activation>
XACT_INLINE auto apply(Eigen::DenseBase<Derived> const& x, Activation const& f) {
    return x.derived().unaryExpr(functor<Activation>(f));
}

} // namespace xact::eigen

// What makes Eigen call packetOp. The cost, in additions, decides only whether Eigen unrolls a short loop and whether
// it keeps a result that is used several times.
/// \cond
template <class Activation, class Arch> struct Eigen::internal::functor_traits<xact::eigen::functor<Activation, Arch>> {
    enum { Cost = xact::detail::is_short<Activation> ? 2 : 30, PacketAccess = true, IsRepeatable = true };
};
/// \endcond

#endif
