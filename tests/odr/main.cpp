// Runs the calls compiled for the baseline, then those for the wide set where the processor has it.

#include <cmath>
#include <cstdio>

double baseline_calls(bool everything);
double wide_calls(bool everything);

int main() {
    bool const is_wide = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
                         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("fma");
    double const baseline = baseline_calls(is_wide);
    std::printf("baseline %.6f\n", baseline);
    if (!(std::abs(baseline) < 1e6)) return 1;
    if (!is_wide) return 0;
    double const wide = wide_calls(true);
    std::printf("wide     %.6f\n", wide);
    return std::abs(wide - baseline) < 1e-3 ? 0 : 1;
}
