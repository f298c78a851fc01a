// How one relu node makes its inputs interact: relu(2 A + 3 B) with inputs A and B, and relu(7 + A) with a bias of 7.
// Whether A counts depends on B: B = -100 holds the node at 0 whatever A does, up to the A that makes up for it. The
// bias says from which A on the node answers at all.

#include <xact/xact.hpp>

#include <cstdio>

namespace {

constexpr xact::relu relu;

float node(float a, float b) { return relu(2.0f * a + 3.0f * b); }
float biased(float a) { return relu(7.0f + a); }

} // namespace

int main() {
    bool held_at_zero = true;
    std::printf("#  A   B = 0   B = 5   B = -100   relu(7 + A)\n");
    for (float a = -19.0f; a <= 19.0f; a += 1.0f) {
        std::printf("%4g %7g %7g %10g %13g\n", a, node(a, 0.0f), node(a, 5.0f), node(a, -100.0f), biased(a));
        held_at_zero = held_at_zero && node(a, -100.0f) == 0.0f;
    }

    float last_zero = 0.0f, kink = 0.0f;
    while (node(last_zero + 1.0f, -100.0f) == 0.0f) last_zero += 1.0f;
    while (biased(kink) > 0.0f) kink -= 1.0f;
    std::printf("# B = -100 holds the node at 0 up to A = %g\n# the bias of 7 moves the kink to A = %g\n", last_zero,
                kink);
    return held_at_zero && last_zero == 150.0f && kink == -7.0f ? 0 : 1;
}
