#!/bin/sh
# Measures everything under bench/results and the speed section of README.md anew, with g++ and clang++.
#   sh bench/record.sh [CMake argument...]
# The arguments go to both builds: -DXACT_BENCH_EIGEN_DIR=... compares with another Eigen than the installed one.
# XACT_BENCH_LAUNCHER stands before each timed run: 'taskset -c 1' keeps the programs on one core. XACT_BENCH_CLANG names
# another clang++, XACT_BENCH_PROCESSOR what the results call the processor. The timed runs take about twenty minutes.
# XACT_BENCH_SUITES='family copies' measures the activations other than tanh and sigmoid alone, in a few minutes, and
# writes to bench/results/family.
set -eu
cd "$(dirname "$0")/.."

cmake --preset bench "$@"
cmake --preset bench-clang -DCMAKE_CXX_COMPILER="${XACT_BENCH_CLANG:-clang++}" "$@"
cmake --build --preset bench
cmake --build --preset bench-clang

programs=
for isa in avx512 avx2 sse2; do
    for preset in bench bench-clang; do
        program=build/$preset/bench/bench.$isa
        status=0
        "$program" --benchmark_list_tests >/dev/null || status=$?
        # A signal says that this processor lacks the instructions; anything else, that a row computes something else than
        # it names.
        if [ $status -eq 0 ]; then programs="$programs $program"
        elif [ $status -gt 128 ]; then echo "record.sh: this processor cannot run $program"
        else exit $status
        fi
    done
done

set -- --launcher "${XACT_BENCH_LAUNCHER:-}" ${XACT_BENCH_PROCESSOR:+--processor "$XACT_BENCH_PROCESSOR"}
if [ -n "${XACT_BENCH_SUITES:-}" ]; then
    # shellcheck disable=SC2086 # lists
    exec python3 bench/compare.py $programs "$@" --output bench/results/family --suites $XACT_BENCH_SUITES
fi
${XACT_BENCH_LAUNCHER:-} python3 bench/compile_time.py --output bench/results/compile_time.md
# shellcheck disable=SC2086 # a list of programs
python3 bench/compare.py $programs "$@" --output bench/results --readme README.md
