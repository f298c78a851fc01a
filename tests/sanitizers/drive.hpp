#ifndef XACT_TESTS_SANITIZERS_DRIVE_HPP
#define XACT_TESTS_SANITIZERS_DRIVE_HPP

// What sanitizers and valgrind watch: range functions on blocks of the heap that are exactly as long as the ranges, and
// in two threads on neighbouring slices. Without Catch2, which is not instrumented.

#include "../bits.hpp"

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <thread>
#include <vector>

namespace sanitizers {

/// The range functions of one activation for elements T; null where there is none or it is left out.
template <class T> struct ranges {
    char const* name;
    std::size_t lanes;
    void (*transform[3])(T const* in, T* out, std::size_t n);
    void (*value_and_derivative)(T const* in, T* out, T* slope, std::size_t n);
    void (*backward)(T const* in, T const* grad_out, T* grad_in, std::size_t n);
    void (*backward_from_output)(T const* out, T const* grad_out, T* grad_in, std::size_t n);
};

/// n elements of the heap and not a byte more, not initialised.
template <class T> class block {
public:
    explicit block(std::size_t n) : memory(static_cast<T*>(std::malloc(n * sizeof(T)))) {
        if (!memory && n != 0) std::abort();
    }
    T* get() const { return memory.get(); }
    T& operator[](std::size_t i) const { return memory.get()[i]; }

private:
    struct release {
        void operator()(T* x) const { std::free(x); }
    };
    std::unique_ptr<T, release> memory;
};

/// Ends the program unless the first n elements are equal. That it depends on them is what makes uninitialised ones
/// show.
template <class T> void expect(char const* name, char const* what, T const* found, T const* expected, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i)
        if (!same(found[i], expected[i])) {
            std::fprintf(stderr, "%s: %s: element %zu of %zu is %s and not %s\n", name, what, i, n,
                         exactly(found[i]).c_str(), exactly(expected[i]).c_str());
            std::exit(1);
        }
}

template <class T> T input(std::size_t i) {
    static auto const hard = uncomfortable<T>();
    return i % 3 == 0 ? hard[i * 11 % hard.size()] : T(i % 23) / 2 - T(5.3);
}

/// Every length up to four registers and a part of one, separate and in place.
template <class T> void drive_lengths(ranges<T> const& f) {
    for (std::size_t n = 0; n <= 4 * f.lanes + 3; ++n) {
        block<T> const in(n), out(n), both(n), g(n), slope(n);
        auto const refill = [&](block<T> const& x) {
            for (std::size_t i = 0; i < n; ++i) x[i] = input<T>(i + n);
        };
        refill(in);
        for (std::size_t i = 0; i < n; ++i) g[i] = T(i) - T(7.25);
        for (auto const transform : f.transform) {
            if (!transform) continue;
            refill(both);
            transform(in.get(), out.get(), n);
            transform(both.get(), both.get(), n);
            expect(f.name, "in place", both.get(), out.get(), n);
        }
        if (f.value_and_derivative) {
            block<T> const value(n);
            f.value_and_derivative(in.get(), value.get(), slope.get(), n);
            f.transform[0](in.get(), out.get(), n);
            expect(f.name, "value of two ranges", value.get(), out.get(), n);
        }
        for (auto const backward : {f.backward, f.backward_from_output}) {
            if (!backward) continue;
            block<T> const grad_in(n);
            refill(both);
            backward(in.get(), g.get(), grad_in.get(), n);
            backward(both.get(), g.get(), both.get(), n);
            expect(f.name, "backward in place", both.get(), grad_in.get(), n);
        }
    }
}

/// Two threads on neighbouring slices of one array, cut at every place in a register.
template <class T> void drive_threads(ranges<T> const& f) {
    std::size_t const n = 8 * f.lanes + 3;
    std::vector<T> in(n), out(n), expected(n);
    for (std::size_t i = 0; i < n; ++i) in[i] = input<T>(i);
    f.transform[0](in.data(), expected.data(), n);
    for (std::size_t cut = 3 * f.lanes; cut <= 4 * f.lanes; ++cut) {
        std::thread other([&] { f.transform[0](in.data() + cut, out.data() + cut, n - cut); });
        f.transform[0](in.data(), out.data(), cut);
        other.join();
        expect(f.name, "in two threads", out.data(), expected.data(), n);
    }
}

template <class T> void drive(ranges<T> const& f) {
    drive_lengths(f);
    drive_threads(f);
}

} // namespace sanitizers

#endif
