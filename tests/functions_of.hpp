#ifndef XACT_TESTS_FUNCTIONS_OF_HPP
#define XACT_TESTS_FUNCTIONS_OF_HPP

// The one place that instantiates the activations of the table for the tests.

#include "functions.hpp"
#include "row.hpp"

#include <type_traits>

namespace table {

/// The calls of one activation type: functions whose address can be taken.
template <class Row, class Activation, class T> struct calls {
    using arch = xsimd::default_arch;
    using batch = xsimd::batch<T, arch>;
    using two = xact::simd::pack<T, 2, arch>;
    using slope = xact::derivative_of<Activation>;
    using both = typename functions<T>::value_with_derivative;

    static Activation f() { return Row::template make<Activation>(); }

    static T value(T x) { return f()(x); }
    static T derivative(T x) { return f().derivative(x); }
    static T second_derivative(T x) { return f().second_derivative(x); }
    static both value_and_derivative(T x) {
        auto const [value, derivative] = f().value_and_derivative(x);
        return {value, derivative};
    }
    static T adapted(T x) { return slope{f()}(x); }
    static T adapted_derivative(T x) { return slope{f()}.derivative(x); }

    static void batch_value(T const* in, T* out) { f()(batch::load_unaligned(in)).store_unaligned(out); }
    static void batch_derivative(T const* in, T* out) {
        f().derivative(batch::load_unaligned(in)).store_unaligned(out);
    }
    static void batch_second_derivative(T const* in, T* out) {
        f().second_derivative(batch::load_unaligned(in)).store_unaligned(out);
    }
    static void two_registers(T const* in, T* out) { xact::simd::store(out, f()(xact::simd::load<two>(in))); }

    static void range_value(T const* in, T* out, std::size_t n) { xact::transform(in, out, n, f()); }
    static void range_derivative(T const* in, T* out, std::size_t n) { xact::transform(in, out, n, slope{f()}); }
    static void range_second_derivative(T const* in, T* out, std::size_t n) {
        xact::transform(in, out, n, xact::derivative_of<slope>{slope{f()}});
    }
    static void range_value_and_derivative(T const* in, T* out, T* derivative, std::size_t n) {
        xact::transform(in, out, derivative, n, f());
    }
    static void backward(T const* in, T const* grad_out, T* grad_in, std::size_t n) {
        xact::backward(in, grad_out, grad_in, n, f());
    }
};

/// Those from the output, for activations that have them.
template <class Row, class Activation, class T> struct calls_from_output {
    using batch = xsimd::batch<T>;

    static Activation f() { return Row::template make<Activation>(); }

    static T derivative(T y) { return f().derivative_from_output(y); }
    static void batch_derivative(T const* out, T* slope) {
        f().derivative_from_output(batch::load_unaligned(out)).store_unaligned(slope);
    }
    static void backward(T const* out, T const* grad_out, T* grad_in, std::size_t n) {
        xact::backward_from_output(out, grad_out, grad_in, n, f());
    }
};

/// Only those of ranges, whose loops the compiler has made for the row.
template <class Row, class Activation, class T> functions<T> ranges_of(table::tier tier) {
    using c = calls<Row, Activation, T>;
    functions<T> result{};
    result.tier = tier;
    result.range[value] = c::range_value;
    result.range[derivative] = c::range_derivative;
    result.range[second_derivative] = c::range_second_derivative;
    result.range_value_and_derivative = c::range_value_and_derivative;
    result.backward = c::backward;
    return result;
}

template <class Row, class Activation, class T> functions<T> functions_of(table::tier tier) {
    using c = calls<Row, Activation, T>;
    functions<T> result{tier,
                        {c::value, c::derivative, c::second_derivative},
                        nullptr,
                        c::value_and_derivative,
                        {c::adapted, c::adapted_derivative},
                        {c::batch_value, c::batch_derivative, c::batch_second_derivative},
                        nullptr,
                        c::two_registers,
                        {c::range_value, c::range_derivative, c::range_second_derivative},
                        c::range_value_and_derivative,
                        c::backward,
                        nullptr};
    if constexpr (Activation::has_derivative_from_output()) {
        using from_output = calls_from_output<Row, Activation, T>;
        result.scalar_from_output = from_output::derivative;
        result.batch_from_output = from_output::batch_derivative;
        result.backward_from_output = from_output::backward;
    }
    return result;
}

/// The reference with the parameters of elements T, over any Real.
template <class Row, class T, class Real> struct expectation {
    static void value(Real const* x, Real* truth, std::size_t n) {
        auto const reference = Row::template expected<T>();
        for (std::size_t i = 0; i < n; ++i) truth[i] = reference.f(x[i]);
    }
    static void derivative(Real const* x, Real* truth, std::size_t n) {
        auto const reference = Row::template expected<T>();
        for (std::size_t i = 0; i < n; ++i) truth[i] = reference.df(x[i]);
    }
    static void second_derivative(Real const* x, Real* truth, std::size_t n) {
        auto const reference = Row::template expected<T>();
        for (std::size_t i = 0; i < n; ++i) truth[i] = reference.d2f(x[i]);
    }
};

enum class forms { every, ranges };

/// The tiers with a type of their own.
template <class Row, class T, forms Forms = forms::every> std::vector<functions<T>> tiers_of() {
    using exact = typename Row::exact;
    using precise = typename Row::precise;
    using fast = typename Row::fast;
    std::vector<functions<T>> result;
    auto const add = [&](auto* activation, table::tier tier) {
        using type = std::remove_pointer_t<decltype(activation)>;
        if constexpr (Forms == forms::every)
            result.push_back(functions_of<Row, type, T>(tier));
        else
            result.push_back(ranges_of<Row, type, T>(tier));
    };
    constexpr bool is_float = std::is_same_v<T, float>;
    if constexpr (is_float) add(static_cast<exact*>(nullptr), tier::exact);
    if constexpr (!is_float || !std::is_same_v<precise, exact>) add(static_cast<precise*>(nullptr), tier::precise);
    if constexpr (!std::is_same_v<fast, precise>) add(static_cast<fast*>(nullptr), tier::fast);
    return result;
}

/// What the row says of the activation, and its reference; without the functions.
template <class Row, class T> entry<T> description_of() {
    using in_double = expectation<Row, T, double>;
    using in_long_double = expectation<Row, T, long double>;
    return {
        Row::name,
        Row::symmetry,
        Row::lowest,
        Row::highest,
        Row::least_slope,
        Row::greatest_slope,
        Row::value_shape,
        Row::slope_shape,
        Row::reference_error,
        &Row::reference_error_near_zeros,
        Row::template points<T>(),
        {in_double::value, in_double::derivative, in_double::second_derivative},
        {in_long_double::value, in_long_double::derivative, in_long_double::second_derivative},
        xsimd::batch<T>::size,
        {},
    };
}

template <class Variants> struct variants_in;
template <class... Variants> struct variants_in<std::tuple<Variants...>> {
    static std::vector<entries> all() {
        return {{description_of<Variants, float>(), description_of<Variants, double>()}...};
    }
    static void add_tiers([[maybe_unused]] std::vector<entries>& all) {
        [[maybe_unused]] std::size_t next = 0;
        (add<Variants>(all[next++]), ...);
    }

private:
    template <class Variant> static void add(entries& variant) {
        variant.of_float.tiers = tiers_of<Variant, float, forms::ranges>();
        variant.of_double.tiers = tiers_of<Variant, double, forms::ranges>();
    }
};

/// What the row says of the activation and its variants, and their references.
template <class Row> entries described() {
    return {description_of<Row, float>(), description_of<Row, double>(),
            variants_in<typename variants_of<Row>::type>::all()};
}

/// Adds the functions, which may be compiled with other flags than the references.
template <class Row> void add_tiers(entries& row) {
    row.of_float.tiers = tiers_of<Row, float>();
    row.of_double.tiers = tiers_of<Row, double>();
    variants_in<typename variants_of<Row>::type>::add_tiers(row.variants);
}

template <class Row> entries entries_of() {
    auto result = described<Row>();
    add_tiers<Row>(result);
    return result;
}

} // namespace table

#endif
