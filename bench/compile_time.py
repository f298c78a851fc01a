#!/usr/bin/env python3
"""What including a header of xact costs the compiler: the least of several runs, beside xsimd alone.

    compile_time.py [--compiler g++] [--runs 5] [--output FILE]
"""

import argparse
import pathlib
import resource
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent / "include"
XSIMD = "xsimd/xsimd.hpp"
# Seconds that a header may take beyond xsimd's own.
AT_MOST = {"xact/activation/tanh.hpp": 0.2}


def seconds(command, source):
    """Of the processor: the clock on the wall would count what else the machine does."""
    def used():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    before = used()
    subprocess.run(command, input=source, text=True, check=True)
    return used() - before


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--flags", nargs="*", default=["-O2"], help="default: -O2")
    parser.add_argument("--output", type=pathlib.Path, metavar="FILE", help="write the table there, too")
    parser.add_argument("--strict", action="store_true", help="exit with status 1 if a bar is missed")
    arguments = parser.parse_args()

    command = [arguments.compiler, "-std=c++17", *arguments.flags, "-fsyntax-only", f"-I{ROOT}", "-xc++", "-"]
    headers = [XSIMD] + sorted(str(header.relative_to(ROOT)) for header in (ROOT / "xact/activation").glob("*.hpp"))
    headers.append("xact/xact.hpp")
    times = {header: [] for header in headers}
    # In turns, so that what else the machine does hits all of them.
    for _ in range(arguments.runs):
        for header in headers:
            times[header].append(seconds(command, f"#include <{header}>\n"))

    version = subprocess.run([arguments.compiler, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = [f"{version.splitlines()[0]}, {' '.join(command[1:-4])} -fsyntax-only, least of {arguments.runs} runs", "",
             "| header | seconds | beyond xsimd | at most | verdict |", "| --- | ---: | ---: | ---: | ---: |"]
    missed = False
    for header in headers:
        least, beyond = min(times[header]), min(times[header]) - min(times[XSIMD])
        at_most = AT_MOST.get(header)
        verdict = "" if at_most is None else "pass" if beyond <= at_most else "FAIL"
        missed |= verdict == "FAIL"
        lines.append(f"| {header} | {least:.2f} | {'' if header == XSIMD else f'{beyond:.2f}'} | "
                     f"{'' if at_most is None else at_most} | {verdict} |")
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if arguments.output:
        arguments.output.write_text(text)
    sys.exit(1 if arguments.strict and missed else 0)


if __name__ == "__main__":
    main()
