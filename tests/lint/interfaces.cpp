// The headers beside the activations: channels, formulas of the caller's own, names, presets.

#include <xact/activation/rrelu.hpp>
#include <xact/channelwise.hpp>
#include <xact/function.hpp>
#include <xact/presets.hpp>
#include <xact/visit.hpp>

#include <random>
#include <vector>

namespace {

template <class T> void ranges(std::vector<T>& x, std::vector<T>& y, std::vector<T>& slopes, std::mt19937& random) {
    xact::transform(x, y, xact::keras::leaky_relu());
    xact::transform(x, y, slopes, xact::onnx::hard_sigmoid());
    xact::transform(x, y, xact::derivative_of{xact::relu{}});
    xact::backward(x, y, x, xact::onnx::thresholded_relu());
    xact::backward_from_output(x, y, x, xact::hardtanh{-1, 1});
    xact::prelu_transform(x, y, slopes);
    xact::prelu_backward(x, y, slopes, x, slopes, 2);
    xact::rrelu_transform(x, y, slopes, xact::rrelu{}, random);
}

} // namespace

void lint_interfaces(std::vector<float>& x, std::vector<double>& y, std::mt19937& random, char const* name) {
    ranges(x, x, x, random);
    ranges(y, y, y, random);
    xact::function const f{[](auto v) { return v * v; }, [](auto v) { return v + v; }};
    xact::transform(x, x, f);
    xact::backward(x, x, x, f);
    auto const nothing = [](auto const&) {}; // the calls are those of activations.cpp
    xact::visit(name, {}, nothing);
    xact::visit<xact::accuracy::exact>(name, {0.5}, nothing);
}
