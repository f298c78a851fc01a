// A fault for check.py to find: a function of xact whose symbol is the same whatever the instruction set is. The other
// one names its set.

namespace xsimd {
struct avx512bw {};
} // namespace xsimd

namespace xact {

__attribute__((noinline)) inline double untagged(double const* x) { return x[0] * x[1]; }
template <class Arch> __attribute__((noinline)) double tagged(double const* x) { return x[0] + x[1]; }

} // namespace xact

double uses_both(double const* x) { return xact::untagged(x) + xact::tagged<xsimd::avx512bw>(x); }
