#ifndef XACT_VISIT_HPP
#define XACT_VISIT_HPP

#include <xact/error.hpp>
#include <xact/xact.hpp>

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

/// \file
/// The run-time door: from the name of an activation, as a model file has it, to its type. Not part of xact.hpp,
/// because what visit is given is compiled for every activation there is.

namespace xact {

namespace detail {

/// One name of an activation, and where a framework's default differs from the constructor's, its parameters.
template <class Activation> struct named {
    char const* name;
    std::size_t count = 0;
    double parameters[2] = {};
};

/// Every activation, first by its own name, then by its other names.
template <accuracy Tier> constexpr auto names() {
    return std::make_tuple(
        named<abs>{"abs"}, named<basic_celu<Tier>>{"celu"}, named<basic_elu<Tier>>{"elu"},
        named<basic_exponential<Tier>>{"exponential"}, named<basic_gaussian<Tier>>{"gaussian"},
        named<basic_gelu<Tier>>{"gelu"}, named<basic_gelu_quick<Tier>>{"gelu_quick"},
        named<basic_gelu_tanh<Tier>>{"gelu_tanh"}, named<hard_shrink>{"hard_shrink"},
        named<hard_sigmoid>{"hard_sigmoid"}, named<hard_swish>{"hard_swish"}, named<hardtanh>{"hardtanh"},
        named<identity>{"identity"}, named<basic_isrlu<Tier>>{"isrlu"}, named<basic_isru<Tier>>{"isru"},
        named<leaky_relu>{"leaky_relu"}, named<basic_lisht<Tier>>{"lisht"},
        named<basic_log_sigmoid<Tier>>{"log_sigmoid"}, named<basic_mish<Tier>>{"mish"}, named<prelu>{"prelu"},
        named<relu>{"relu"}, named<relu6>{"relu6"}, named<rrelu>{"rrelu"},
        named<basic_scaled_tanh<Tier>>{"scaled_tanh"}, named<basic_selu<Tier>>{"selu"}, named<basic_serf<Tier>>{"serf"},
        named<basic_shifted_softplus<Tier>>{"shifted_softplus"}, named<basic_sigmoid<Tier>>{"sigmoid"},
        named<sign>{"sign"}, named<basic_silu<Tier>>{"silu"}, named<basic_snake<Tier>>{"snake"},
        named<soft_shrink>{"soft_shrink"}, named<basic_softplus<Tier>>{"softplus"},
        named<basic_softsign<Tier>>{"softsign"}, named<sparse_plus>{"sparse_plus"},
        named<sparse_sigmoid>{"sparse_sigmoid"}, named<squared_relu>{"squared_relu"},
        named<basic_squareplus<Tier>>{"squareplus"}, named<step>{"step"}, named<basic_tanh<Tier>>{"tanh"},
        named<basic_tanh_exp<Tier>>{"tanh_exp"}, named<basic_tanh_shrink<Tier>>{"tanh_shrink"},
        named<threshold>{"threshold"},

        // Other names.
        named<basic_silu<Tier>>{"swish"}, named<basic_sigmoid<Tier>>{"logistic"}, named<hardtanh>{"clip"},
        named<basic_softsign<Tier>>{"elliot"}, named<identity>{"linear"}, named<basic_exponential<Tier>>{"exp"},
        named<hard_swish>{"hard_silu"}, named<basic_softsign<Tier>>{"soft_sign"}, named<threshold>{"thresholded_relu"},
        named<squared_relu>{"relu2"}, named<basic_gelu_quick<Tier>>{"quick_gelu"},
        named<basic_gelu_tanh<Tier>>{"gelu_new"}, named<basic_gelu_tanh<Tier>>{"gelu_fast"},
        named<basic_gelu_tanh<Tier>>{"gelu_pytorch_tanh"},

        // What a framework means by a name, where it differs.
        named<leaky_relu>{"keras.leaky_relu", 1, {0.2}}, named<hard_sigmoid>{"onnx.hard_sigmoid", 2, {0.2, 0.5}},
        named<basic_gelu_tanh<Tier>>{"jax.gelu"});
}

XACT_INLINE constexpr char lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
XACT_INLINE constexpr bool is_separator(char c) { return c == '_' || c == '-' || c == ' '; }

/// Whether two names are the same but for case, underscores, hyphens and spaces: LeakyReLU is leaky_relu.
template <class Arch = xsimd::default_arch> constexpr bool same_name(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    for (;;) {
        while (i < a.size() && is_separator(a[i])) ++i;
        while (j < b.size() && is_separator(b[j])) ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (lower_case(a[i++]) != lower_case(b[j++])) return false;
    }
}

/// The name without its framework.
template <class Arch = xsimd::default_arch> constexpr std::string_view unqualified(std::string_view name) {
    for (std::string_view const framework : {"pytorch.", "keras.", "onnx.", "jax."})
        if (same_name(name.substr(0, framework.size()), framework)) return name.substr(framework.size());
    return name;
}

// Arch stands in the symbols of what follows: strings and numbers too are compiled to the instructions of the set.

/// Constructs the activation from as many numbers as are given; no activation takes more than two.
template <class Arch, class Activation, class F>
auto call_with(std::string_view name, double const* parameters, std::size_t count, F& f)
    -> decltype(f(std::declval<Activation const&>())) {
    if (count == 0) return f(Activation{});
    if constexpr (std::is_constructible_v<Activation, double>)
        if (count == 1) return f(Activation(parameters[0]));
    if constexpr (std::is_constructible_v<Activation, double, double>)
        if (count == 2) return f(Activation(parameters[0], parameters[1]));
    refuse(("xact: " + std::string(name) + " was given " + std::to_string(count) + " parameters; it takes none" +
            (std::is_constructible_v<Activation, double> ? " or 1" : "") +
            (std::is_constructible_v<Activation, double, double> ? " or 2" : ""))
               .c_str());
}

/// Where `name` stands in `names`, or their number.
template <class Arch, class... Activation>
std::size_t find_name(std::tuple<named<Activation>...> const& names, std::string_view name) {
    std::size_t index = 0;
    std::apply(
        [&](auto const&... entry) { static_cast<void>(((same_name(entry.name, name) || (++index, false)) || ...)); },
        names);
    return index;
}

template <class Arch, class... Activation>
[[noreturn]] void refuse_name(std::tuple<named<Activation>...> const& names, std::string_view name) {
    std::string known;
    std::apply([&](auto const&... entry) { ((known += (known.empty() ? "" : ", ") + std::string(entry.name)), ...); },
               names);
    refuse(("xact: no activation is called '" + std::string(name) + "'; there are " + known).c_str());
}

template <class Arch, class F, class... Activation>
decltype(auto) visit_in(std::tuple<named<Activation>...> const& names, std::string_view name, double const* parameters,
                        std::size_t count, F& f) {
    using result = decltype(f(std::declval<relu const&>()));
    static_assert((std::is_same_v<result, decltype(f(std::declval<Activation const&>()))> && ...),
                  "xact: what visit is given must return one type, whichever activation it is called with");
    std::size_t index = find_name<Arch>(names, name);
    if (index == sizeof...(Activation)) index = find_name<Arch>(names, unqualified(name));
    if (index == sizeof...(Activation)) refuse_name<Arch>(names, name);

    if (count == 0) // a framework's own defaults
        std::apply(
            [&, i = std::size_t(0)](auto const&... entry) mutable {
                ((i++ == index ? (parameters = entry.parameters, count = entry.count) : count), ...);
            },
            names);
    using call = result (*)(std::string_view, double const*, std::size_t, F&);
    constexpr call calls[] = {&call_with<Arch, Activation, F>...};
    return calls[index](name, parameters, count, f);
}

} // namespace detail

/// Every name that visit knows; those that begin with a framework are there where its default differs from xact's.
template <class Arch = xsimd::default_arch> constexpr auto activation_names() {
    return std::apply(
        [](auto const&... entry) { return std::array<std::string_view, sizeof...(entry)>{entry.name...}; },
        detail::names<accuracy::precise>());
}

/// Whether visit knows the name.
template <class Arch = xsimd::default_arch> constexpr bool is_activation_name(std::string_view name) {
    for (auto const known : activation_names())
        if (detail::same_name(known, name) || detail::same_name(known, detail::unqualified(name))) return true;
    return false;
}

/// Calls f(activation) with the activation of that name and those parameters, and returns what f returns, which must be
/// one type for all. The parameters are those of the constructor, in its order; without any, its defaults.
///
///     xact::visit("leaky_relu", {0.2}, [&](auto const& f) { xact::transform(in, out, f); });
///
/// Case, underscores, hyphens and spaces in the name do not matter: PyTorch's LeakyReLU is leaky_relu. A name may begin
/// with `pytorch.`, `keras.`, `onnx.` or `jax.`; where that framework's default differs from xact's, it is taken:
/// keras.leaky_relu has slope 0.2, jax.gelu is gelu_tanh.
///
/// Throws std::invalid_argument for a name that is not known (the message lists those that are), for more parameters
/// than the activation takes, and for values that its constructor refuses.
template <accuracy Tier = accuracy::precise, class Arch = xsimd::default_arch, class F>
auto visit(std::string_view name, std::initializer_list<double> parameters, F&& f)
    -> decltype(f(std::declval<relu const&>())) {
    static constexpr auto names = detail::names<Tier>();
    return detail::visit_in<Arch>(names, name, parameters.begin(), parameters.size(), f);
}

} // namespace xact

#endif
