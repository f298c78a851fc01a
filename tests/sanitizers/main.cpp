#include <cstdio>

void loops();
void channels();
void further();

int main() {
    loops();
#if defined(XACT_FURTHER)
    channels();
    further();
#endif
    std::puts("no findings");
}
