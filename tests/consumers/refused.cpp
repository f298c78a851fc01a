// Mistakes that must not compile; CMakeLists.txt holds the message that each must give, README.md shows what is seen.
#include <xact/xact.hpp>
#if defined(SEVERAL_TYPES)
#include <xact/visit.hpp>
#endif

#include <list>
#include <vector>

std::vector<float> in(100), out(100), grad(100);
std::vector<double> doubles(100);
std::vector<int> ints(100);

void mistake() {
#if defined(INT_ARGUMENT)
    xact::relu{}(3);
#elif defined(INT_BATCH)
    xact::tanh{}(xsimd::batch<std::int32_t>(1));
#elif defined(RAW_REGISTER)
    xact::tanh{}(xsimd::batch<float>::register_type{});
#elif defined(EXACT_DOUBLE)
    xact::exact::tanh{}(1.0);
#elif defined(EXACT_DOUBLE_RANGE)
    xact::transform(doubles, doubles, xact::exact::gelu{});
#elif defined(INT_POINTER)
    xact::transform(ints.data(), ints.data(), 1, xact::relu{});
#elif defined(INT_RANGE)
    xact::transform(ints, ints, xact::tanh{});
#elif defined(MIXED_RANGES)
    xact::transform(in, doubles, xact::tanh{});
#elif defined(MIXED_GRADIENTS)
    xact::backward(in, doubles, grad, xact::tanh{});
#elif defined(CONST_OUTPUT)
    std::vector<float> const fixed(100);
    xact::transform(in, fixed, xact::tanh{});
#elif defined(LIST)
    xact::transform(std::list<float>(100), out, xact::tanh{});
#elif defined(NO_ACTIVATION)
    xact::transform(in, out, 3);
#elif defined(FUNCTION_OF_FLOAT)
    xact::transform(in, out, [](float x) { return x > 0 ? x : 0; });
#elif defined(NO_DERIVATIVE)
    xact::backward(in, in, grad, [](auto x) { return x; });
#elif defined(NO_DERIVATIVE_IN_ONE_PASS)
    xact::transform(in, out, grad, xact::derivative_of{xact::tanh{}});
#elif defined(DERIVATIVE_NOT_GIVEN)
    xact::backward(in, in, grad, xact::function{[](auto x) { return x; }});
#elif defined(NO_INVERSE)
    xact::gelu{}.derivative_from_output(0.5f);
#elif defined(SEVERAL_TYPES)
    xact::visit("relu", {}, [](auto const& f) { return f; });
#elif defined(NO_BRACES)
    xact::tanh(0.5f);
#elif defined(NO_TIER)
    xact::basic_tanh{}(0.5f);
#endif
}
