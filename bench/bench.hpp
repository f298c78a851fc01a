#ifndef XACT_BENCH_BENCH_HPP
#define XACT_BENCH_BENCH_HPP

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// `in_place` is value with the output in the input's place. In `latency`, the n results of one register wait for each
/// other; in `step`, a recurrent cell takes the inputs one by one.
enum class variant { value, derivative, fused, backward, in_place, latency, step };

/// Where a call reads and writes. Only `fused` writes slope, only `backward` reads grad_out; in the others they are
/// valid pointers, but no arrays of their own.
template <class T> struct arrays {
    T const* in;
    T const* grad_out;
    T* out;
    T* slope;
    std::size_t n;
};

/// What a row of the list is; the tier is empty where a library has but one.
struct description {
    std::string library, function, tier;
    variant what = variant::value;
};

/// One row. Binding it to arrays is where a library may plan ahead; the call that it gives is what is timed.
template <class T> struct entry {
    description is;
    std::function<std::function<void()>(arrays<T> const&)> bind;

    std::string name() const;
};

/// The list, of one element type.
template <class T> std::vector<entry<T>>& entries();

/// Adds a row for a function of arrays<T>. It is given a copy of its own: pointers in the closure might be what its
/// vector stores write to, and would be read again after each of them.
template <class T, class Call> void add(description const& is, Call call) {
    entries<T>().push_back({is, [call](arrays<T> const& bound) {
                                return [call, bound] {
                                    arrays<T> const own = bound;
                                    call(own);
                                };
                            }});
}

/// What is measured, by library: a peer adds its version, and what else tells its build from others.
std::map<std::string, std::string>& versions();

template <class... Part> std::string dotted(Part... part) {
    std::string text;
    ((text += (text.empty() ? "" : ".") + std::to_string(part)), ...);
    return text;
}

/// A library is one source file with one of these, which adds its rows.
struct library {
    explicit library(void (*add_rows)()) { add_rows(); }
};

} // namespace bench

#endif
