// The run-time door: names to types.

#include "bits.hpp"
#include "catch.hpp"

#include <xact/presets.hpp>
#include <xact/visit.hpp>

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <typeindex>
#include <utility>
#include <vector>

namespace {

std::type_index type_of(std::string_view name) {
    return xact::visit(name, {}, [](auto const& f) { return std::type_index(typeid(f)); });
}

/// Every name, and what it means.
std::vector<std::pair<std::string_view, std::type_index>> const meanings = {
    {"abs", typeid(xact::abs)},
    {"celu", typeid(xact::celu)},
    {"elu", typeid(xact::elu)},
    {"exponential", typeid(xact::exponential)},
    {"gaussian", typeid(xact::gaussian)},
    {"gelu", typeid(xact::gelu)},
    {"gelu_quick", typeid(xact::gelu_quick)},
    {"gelu_tanh", typeid(xact::gelu_tanh)},
    {"hard_shrink", typeid(xact::hard_shrink)},
    {"hard_sigmoid", typeid(xact::hard_sigmoid)},
    {"hard_swish", typeid(xact::hard_swish)},
    {"hardtanh", typeid(xact::hardtanh)},
    {"identity", typeid(xact::identity)},
    {"isrlu", typeid(xact::isrlu)},
    {"isru", typeid(xact::isru)},
    {"leaky_relu", typeid(xact::leaky_relu)},
    {"lisht", typeid(xact::lisht)},
    {"log_sigmoid", typeid(xact::log_sigmoid)},
    {"mish", typeid(xact::mish)},
    {"prelu", typeid(xact::prelu)},
    {"relu", typeid(xact::relu)},
    {"relu6", typeid(xact::relu6)},
    {"rrelu", typeid(xact::rrelu)},
    {"scaled_tanh", typeid(xact::scaled_tanh)},
    {"selu", typeid(xact::selu)},
    {"serf", typeid(xact::serf)},
    {"shifted_softplus", typeid(xact::shifted_softplus)},
    {"sigmoid", typeid(xact::sigmoid)},
    {"sign", typeid(xact::sign)},
    {"silu", typeid(xact::silu)},
    {"snake", typeid(xact::snake)},
    {"soft_shrink", typeid(xact::soft_shrink)},
    {"softplus", typeid(xact::softplus)},
    {"softsign", typeid(xact::softsign)},
    {"sparse_plus", typeid(xact::sparse_plus)},
    {"sparse_sigmoid", typeid(xact::sparse_sigmoid)},
    {"squared_relu", typeid(xact::squared_relu)},
    {"squareplus", typeid(xact::squareplus)},
    {"step", typeid(xact::step)},
    {"tanh", typeid(xact::tanh)},
    {"tanh_exp", typeid(xact::tanh_exp)},
    {"tanh_shrink", typeid(xact::tanh_shrink)},
    {"threshold", typeid(xact::threshold)},

    {"swish", typeid(xact::silu)},
    {"logistic", typeid(xact::sigmoid)},
    {"clip", typeid(xact::hardtanh)},
    {"elliot", typeid(xact::softsign)},
    {"linear", typeid(xact::identity)},
    {"exp", typeid(xact::exponential)},
    {"hard_silu", typeid(xact::hard_swish)},
    {"soft_sign", typeid(xact::softsign)},
    {"thresholded_relu", typeid(xact::threshold)},
    {"relu2", typeid(xact::squared_relu)},
    {"quick_gelu", typeid(xact::gelu_quick)},
    {"gelu_new", typeid(xact::gelu_tanh)},
    {"gelu_fast", typeid(xact::gelu_tanh)},
    {"gelu_pytorch_tanh", typeid(xact::gelu_tanh)},

    {"keras.leaky_relu", typeid(xact::leaky_relu)},
    {"onnx.hard_sigmoid", typeid(xact::hard_sigmoid)},
    {"jax.gelu", typeid(xact::gelu_tanh)}};

float at(std::string_view name, std::initializer_list<double> parameters, float x) {
    return xact::visit(name, parameters, [&](auto const& f) { return f(x); });
}

} // namespace

TEST_CASE("A name gives the activation of that name, with its defaults or the parameters that are given") {
    CHECK(same(at("silu", {}, -0.7f), xact::silu{}(-0.7f)));
    CHECK(same(at("silu", {2.0}, -0.7f), xact::silu{2.0}(-0.7f)));
    CHECK(same(at("leaky_relu", {}, -1.0f), -0.01f));
    CHECK(same(at("hardtanh", {-0.25, 0.5}, 3.0f), 0.5f));
    CHECK(same(at("threshold", {0.5}, 0.25f), 0.0f));
    CHECK(same(at("scaled_tanh", {2.0, 0.5}, 1.0f), xact::scaled_tanh{2.0, 0.5}(1.0f)));
}

TEST_CASE("Every activation is known by every one of its names") {
    for (auto const name : xact::activation_names()) {
        INFO(name);
        CHECK(xact::is_activation_name(name));
        CHECK(std::isfinite(at(name, {}, 0.75f)));
        auto const meaning =
            std::find_if(meanings.begin(), meanings.end(), [&](auto const& known) { return known.first == name; });
        REQUIRE(meaning != meanings.end());
        CHECK(type_of(name) == meaning->second);
    }
    CHECK(same(at("swish", {}, 2.0f), at("silu", {}, 2.0f)));
    CHECK(same(at("clip", {}, 2.0f), 1.0f));
    CHECK(same(at("elliot", {}, 1.0f), 0.5f));
    CHECK_FALSE(xact::is_activation_name("maxout"));
}

TEST_CASE("Names are read as the frameworks spell them") {
    CHECK(same(at("LeakyReLU", {}, -1.0f), -0.01f));
    CHECK(same(at("Hard-Swish", {}, 1.0f), xact::hard_swish{}(1.0f)));
    CHECK(same(at("LogSigmoid", {}, 1.0f), xact::log_sigmoid{}(1.0f)));
    CHECK(same(at("pytorch.SiLU", {}, 1.0f), xact::silu{}(1.0f)));
    CHECK(same(at("ONNX.LeakyRelu", {}, -1.0f), -0.01f));
}

TEST_CASE("A framework's own default is taken where it differs, unless parameters are given") {
    CHECK(same(at("keras.leaky_relu", {}, -1.0f), -0.2f));
    CHECK(same(at("keras.leaky_relu", {0.5}, -1.0f), -0.5f));
    CHECK(same(at("onnx.HardSigmoid", {}, 1.0f), 0.7f));
    CHECK(same(at("jax.gelu", {}, -1.0f), xact::gelu_tanh{}(-1.0f)));
    CHECK(same(at("keras.gelu", {}, -1.0f), xact::gelu{}(-1.0f)));
}

TEST_CASE("The presets are what visit knows by the framework's name") {
    CHECK(same(xact::keras::leaky_relu()(-1.0f), at("keras.leaky_relu", {}, -1.0f)));
    CHECK(same(xact::keras::threshold(0.5, -1.0)(0.25f), at("threshold", {0.5, -1.0}, 0.25f)));
    CHECK(same(xact::onnx::hard_sigmoid()(1.0f), at("onnx.HardSigmoid", {}, 1.0f)));
    CHECK(same(xact::onnx::thresholded_relu()(1.0f), at("onnx.ThresholdedRelu", {}, 1.0f)));
    CHECK(same(xact::jax::gelu{}(-1.0f), at("jax.gelu", {}, -1.0f)));
}

TEST_CASE("The presets that are other names of one function") {
    CHECK(std::is_same_v<xact::keras::hard_silu, xact::hard_swish>);
    CHECK(std::is_same_v<xact::keras::hard_tanh, xact::hardtanh>);
    CHECK(std::is_same_v<xact::keras::linear, xact::identity>);
    CHECK(std::is_same_v<xact::keras::gelu, xact::gelu>);
    CHECK(std::is_same_v<xact::jax::gelu, xact::gelu_tanh>);
    CHECK(std::is_same_v<xact::jax::soft_sign, xact::softsign>);
    CHECK(std::is_same_v<xact::jax::hard_silu, xact::hard_swish>);
    CHECK(std::is_same_v<xact::jax::hard_tanh, xact::hardtanh>);
}

TEST_CASE("The tier is a template argument") {
    CHECK(same(xact::visit<xact::accuracy::exact>("gelu", {}, [](auto const& f) { return f(-3.0f); }),
               xact::exact::gelu{}(-3.0f)));
}

TEST_CASE("What is called may return nothing and take whole ranges") {
    std::vector<float> x = {-1.0f, 0.5f, 9.0f};
    xact::visit("relu6", {}, [&](auto const& f) { xact::transform(x, x, f); });
    CHECK(x == std::vector<float>{0.0f, 0.5f, 6.0f});
}

TEST_CASE("Unknown names and parameters that do not fit are refused with what would fit") {
    CHECK_THROWS_WITH(at("relux", {}, 0.0f),
                      Catch::Contains("no activation is called 'relux'; there are abs, celu, elu"));
    CHECK_THROWS_WITH(at("torch.relu", {}, 0.0f), Catch::Contains("'torch.relu'"));
    CHECK_THROWS_WITH(at("relu", {1.0}, 0.0f), "xact: relu was given 1 parameters; it takes none");
    CHECK_THROWS_WITH(at("silu", {1.0, 2.0}, 0.0f), "xact: silu was given 2 parameters; it takes none or 1");
    CHECK_THROWS_WITH(at("leaky_relu", {std::nan("")}, 0.0f),
                      "xact: leaky_relu needs a slope that is finite as a float");
}
