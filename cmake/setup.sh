#!/bin/sh
# Installs what xact's tests, benchmarks and examples need and this machine lacks.
#   sh cmake/setup.sh [--peers] [--proof] [--reference] [--tests] [--lint] [--cross]
# --peers adds the libraries that the benchmark compares with and what bench/record.sh needs, --proof what the
# exhaustive tests use as a reference, --reference what makes the API reference, --tests what a part of the tests needs
# beyond that (clang with its fuzzer and sanitizers, valgrind, Python), --lint clang-tidy and cppcheck, --cross (Debian,
# Ubuntu) what tests/instruction_sets.sh compiles and runs with.
set -eu

peers=no proof=no reference=no tests=no lint=no cross=no
for option; do
    case $option in
        --peers) peers=yes ;;
        --proof) proof=yes ;;
        --reference) reference=yes ;;
        --tests) tests=yes ;;
        --lint) lint=yes ;;
        --cross) cross=yes ;;
        *)
            echo "setup.sh: unknown option '$option' (known: --peers, --proof, --reference, --tests, --lint, --cross)" >&2
            exit 2
            ;;
    esac
done

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else echo "setup.sh: installing needs root: run it as root, or install sudo" >&2; return 1
    fi
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() { "$@" >"$log" 2>&1 || { cat "$log" >&2; echo "setup.sh: failed: $*" >&2; exit 1; }; }

# missing TEST PACKAGE...: those packages for which `TEST package` fails.
missing() {
    test=$1; shift
    for package; do $test "$package" >/dev/null 2>&1 || printf '%s ' "$package"; done
}

apt_has() {
    case $1 in
        gnuplot-nox) command -v gnuplot ;;
        *) dpkg-query -W -f '${Status}' "$1" | grep -q 'ok installed' ;;
    esac
}

if command -v apt-get >/dev/null; then
    wanted="g++ cmake make libxsimd-dev catch2 libbenchmark-dev libeigen3-dev gnuplot-nox zlib1g-dev"
    [ $proof = no ] || wanted="$wanted libmpfr-dev"
    [ $reference = no ] || wanted="$wanted doxygen"
    [ $tests = no ] || wanted="$wanted clang libclang-rt-dev valgrind python3"
    [ $lint = no ] || wanted="$wanted clang-tidy cppcheck"
    [ $peers = no ] || wanted="$wanted libsleef-dev libhwy-dev libdnnl-dev libxnnpack-dev clang python3"
    if [ $cross = yes ]; then
        wanted="$wanted qemu-user clang-19"
        for target in aarch64 i686 powerpc64le riscv64 s390x; do wanted="$wanted g++-$target-linux-gnu"; done
        wanted="$wanted g++-arm-linux-gnueabihf"
    fi
    lacking=$(missing apt_has $wanted)
    install() {
        quietly as_root apt-get update
        quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
    }
elif command -v dnf >/dev/null; then
    wanted="gcc-c++ cmake make xsimd-devel catch-devel google-benchmark-devel eigen3-devel gnuplot zlib-devel"
    [ $proof = no ] || wanted="$wanted mpfr-devel"
    [ $reference = no ] || wanted="$wanted doxygen"
    [ $tests = no ] || wanted="$wanted clang compiler-rt valgrind python3"
    [ $lint = no ] || wanted="$wanted clang-tools-extra cppcheck"
    [ $peers = no ] || wanted="$wanted sleef-devel highway-devel onednn-devel clang python3"
    lacking=$(missing "rpm -q" $wanted)
    install() { quietly as_root dnf install -y "$@"; }
elif command -v pacman >/dev/null; then
    wanted="gcc cmake make xsimd catch2 benchmark eigen gnuplot zlib"
    [ $proof = no ] || wanted="$wanted mpfr"
    [ $reference = no ] || wanted="$wanted doxygen"
    [ $tests = no ] || wanted="$wanted clang compiler-rt valgrind python"
    [ $lint = no ] || wanted="$wanted clang cppcheck"
    [ $peers = no ] || wanted="$wanted sleef highway onednn clang python"
    lacking=$(missing "pacman -Qq" $wanted)
    install() { quietly as_root pacman -S --needed --noconfirm "$@"; }
elif command -v brew >/dev/null; then
    wanted="cmake xsimd catch2 google-benchmark eigen gnuplot"
    [ $proof = no ] || wanted="$wanted mpfr"
    [ $reference = no ] || wanted="$wanted doxygen"
    [ $tests = no ] || wanted="$wanted llvm python"
    [ $lint = no ] || wanted="$wanted llvm cppcheck"
    [ $peers = no ] || wanted="$wanted sleef highway onednn"
    lacking=$(missing "brew list --versions" $wanted)
    install() { quietly brew install "$@"; }
else
    echo "setup.sh: no package manager that it knows (apt-get, dnf, pacman, brew); install by hand: a C++17 compiler," >&2
    echo "  CMake 3.25, make, xsimd 8.1 or newer, Catch2, Google Benchmark, Eigen 3, gnuplot and zlib" >&2
    exit 1
fi

if [ -z "$lacking" ]; then
    echo "setup.sh: everything is installed"
else
    echo "setup.sh: installing $lacking"
    install $lacking
fi
