#!/bin/sh
# Measures everything under bench/results and the speed section of README.md anew, with g++ and clang++.
#   sh bench/record.sh [CMake argument...]
# The arguments go to both builds: -DXACT_BENCH_EIGEN_DIR=... compares with another Eigen than the installed one.
# XACT_BENCH_LAUNCHER stands before each timed run: 'taskset -c 1' keeps the programs on one core. It takes a quarter of an hour.
set -eu
cd "$(dirname "$0")/.."

for preset in bench bench-clang; do
    cmake --preset "$preset" "$@"
    cmake --build --preset "$preset"
done

programs=
for isa in avx512 avx2 sse2; do
    for preset in bench bench-clang; do
        program=build/$preset/bench/bench.$isa
        # A program that this processor cannot run ends at once.
        if "$program" --benchmark_list_tests >/dev/null; then programs="$programs $program"; fi
    done
done

${XACT_BENCH_LAUNCHER:-} python3 bench/compile_time.py --output bench/results/compile_time.md
python3 bench/compare.py $programs --launcher "${XACT_BENCH_LAUNCHER:-}" --output bench/results --readme README.md
