// Programs that must not compile; CMakeLists.txt holds the message that each must give.
#include <xact/xact.hpp>

#if defined(INT_ARGUMENT)
int result = xact::relu{}(3);
#elif defined(EXACT_DOUBLE)
double result = xact::exact::tanh{}(1.0);
#elif defined(INT_RANGE)
void result(int* x) { xact::transform(x, x, 1, xact::relu{}); }
#endif
