// The run-time door: names to types.

#include "bits.hpp"
#include "catch.hpp"

#include <xact/presets.hpp>
#include <xact/visit.hpp>

#include <vector>

namespace {

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
