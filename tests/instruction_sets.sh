#!/bin/sh
# Builds the tests for instruction sets that this machine's processor lacks, and runs them under qemu-user:
#
#   sh tests/instruction_sets.sh [--samples] [SET...]
#
# SET is the name of a file in cmake/toolchains (neon64, vxe, ...); all of them when none is given. For each set: the unit
# tests, and a sample of what is the same everywhere (exhaustive/everywhere.cpp), or with --samples only that, which
# compiles in minutes. Builds are in build/SET.
# `sh cmake/setup.sh --cross` installs the compilers and qemu. From the environment:
#
#   XACT_TEST_ROWS='tanh;gelu'   the unit tests with only these rows of the table: all take long to compile
#   xsimd_DIR=...                where the xsimdConfig.cmake of another release is; most sets need 13 or 14
set -eu
cd "$(dirname "$0")/.."

unit="activations ranges piecewise channels function visit"
if [ "${1-}" = --samples ]; then
    unit=
    shift
fi
if [ $# -eq 0 ]; then
    for file in cmake/toolchains/*.cmake; do
        set=$(basename "$file" .cmake)
        [ "$set" = linux ] || set -- "$@" "$set"
    done
fi

failed=
mkdir -p build
for set; do
    toolchain=$PWD/cmake/toolchains/$set.cmake
    build=build/$set
    [ -e "$toolchain" ] && [ "$set" != linux ] || { echo "instruction_sets.sh: no cmake/toolchains/$set.cmake" >&2; exit 2; }
    programs= pattern=everywhere
    for test in $unit; do
        programs="$programs $test.$set"
        pattern="$pattern|$test"
    done
    echo "== $set"
    if cmake -S . -B "$build" -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DXACT_WERROR=ON -DXACT_BUILD_BENCH=OFF \
             -DXACT_BUILD_EXAMPLES=OFF ${XACT_TEST_ROWS+"-DXACT_TEST_ROWS=$XACT_TEST_ROWS"} \
             ${xsimd_DIR+"-Dxsimd_DIR=$xsimd_DIR"} >"$build.log" 2>&1 &&
       cmake --build "$build" --target $programs "everywhere.$set" >>"$build.log" 2>&1; then
        ctest --test-dir "$build" -R "^($pattern)\.$set\$" --no-tests=error --output-on-failure || failed="$failed $set"
    else
        tail -n 30 "$build.log" >&2
        failed="$failed $set"
    fi
done
[ -z "$failed" ] || { echo "instruction_sets.sh: failed:$failed" >&2; exit 1; }
