#!/usr/bin/env python3
"""Whether the exact tier has the recorded bits whatever compiles it: README.md.

    matrix.py [--settings FILE] [--list] [--write] [TEXT...]

Builds tests/exhaustive/everywhere.cpp for each combination and runs it; TEXT: only combinations whose line contains all of
them. --list shows them; --write puts what was found into the table of README.md. FILE is what CMake writes; by default
that of build/test. Status 1 where a combination does not compile or has other bits.
"""

import argparse
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TABLE = HERE / "README.md"
BEGIN, END = "<!-- matrix: begin -->\n", "<!-- matrix: end -->\n"
TIMEOUT = 3600
HEADINGS = ["compiler", "xsimd", "instruction set", "flags"]

LEVELS = ["-O0", "-O1", "-O2", "-O3", "-Os"]
CONTRACTION = ["-ffp-contract=off", "-ffp-contract=fast"]
FAST = [
    "-Ofast",
    "-O2 -ffast-math",
    "-O2 -ffinite-math-only",
    # Neither compiler heeds the first without the other two.
    "-O2 -fassociative-math -fno-signed-zeros -fno-trapping-math",
]
# What other -march names of x86-64 than those of the three sets make of xsimd's default architecture.
OTHERS = {
    "sse4.2": ["-march=x86-64-v2"],
    "avx": ["-march=x86-64-v2", "-mavx"],
    "avxvnni": ["-march=x86-64-v2", "-mavx2", "-mfma", "-mavxvnni"],
}
# The narrow registers that xsimd 14 has with AVX-512.
NARROW = {
    "avx512vl_256": ["-march=x86-64-v4", "-DXSIMD_DEFAULT_ARCH=xsimd::avx512vl_256"],
    "avx512vl_128": ["-march=x86-64-v4", "-DXSIMD_DEFAULT_ARCH=xsimd::avx512vl_128"],
}


def covering(axes, groups):
    """Few rows with a value of each axis, in which all values of the axes of each group meet; the same for the same axes."""
    missing = {(group, values) for group in groups for values in itertools.product(*(axes[i] for i in group))}
    rows = []
    while missing:
        row, met = max(
            ((row, {(group, tuple(row[i] for i in group)) for group in groups} & missing)
             for row in itertools.product(*axes)),
            key=lambda each: len(each[1]),
        )
        missing -= met
        rows.append(row)
    return rows


def combinations(compilers, releases, sets, others):
    """(compiler, xsimd, set, flags): with each contraction and level, with each permission of fast mathematics, the
    other sets with each contraction, and the narrow registers."""
    rows = []
    pairs = list(itertools.combinations(range(5), 2))
    for compiler, name, contraction, level, release in covering(
            [compilers, sets, CONTRACTION, LEVELS, releases], pairs + [(0, 1, 2)]):
        rows.append((compiler, release, name, level + " " + contraction))
    for compiler, name, flags, release in covering([compilers, sets, FAST, releases],
                                                   list(itertools.combinations(range(4), 2))):
        rows.append((compiler, release, name, flags))
    for compiler, name, contraction, release in covering([compilers, others, CONTRACTION, releases],
                                                         list(itertools.combinations(range(4), 2))):
        rows.append((compiler, release, name, "-O2 " + contraction))
    newest = max(releases, key=version)
    if "avx512" in sets and version(newest) >= [14]:
        rows += [(compiler, newest, name, "-O2") for compiler in compilers for name in NARROW]
    return rows


def version(release):
    return [int(number) for number in release.split(".")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--settings", type=pathlib.Path, default=ROOT / "build/test/tests/matrix/settings.json")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("text", nargs="*")
    arguments = parser.parse_args()
    settings = json.loads(arguments.settings.read_text(encoding="utf-8"))

    compilers = {compiler_name(path): path for path in settings["compilers"]}
    first = next(iter(compilers.values()))
    releases = {}
    for directories in [[path] for path in settings["xsimd"]] + [settings["includes"]]:
        releases[xsimd_version(first, directories)] = directories
    sets = [name for name in settings["sets"] if name not in settings["cannot_run"]]
    others = [name for name in OTHERS if name == "sse4.2" or "avx2" in sets]
    flags_of = {**settings["sets"], **OTHERS, **NARROW}
    rows = combinations(list(compilers), sorted(releases, key=version), sets, others)
    chosen = [row for row in rows if all(text in " | ".join(row) for text in arguments.text)]
    if not chosen:
        sys.exit("matrix.py: no such combination")

    found = {}
    for number, row in enumerate(chosen, 1):
        if arguments.list:
            print(" | ".join(row))
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as directory:
            outcome = build_and_run(
                settings, compilers[row[0]], releases[row[1]], flags_of[row[2]], row[3].split(),
                pathlib.Path(directory))
        found[row] = outcome
        if arguments.write:
            write_table(rows, found)
        print("{}/{} {}: {} ({:.0f} s)".format(number, len(chosen), " | ".join(row), outcome, time.monotonic() - start),
              flush=True)
    sys.exit(any(outcome != "as promised" for outcome in found.values()))


def build_and_run(settings, compiler, directories, instruction_set, flags, directory):
    """"as promised", or what else was found."""
    includes = ["-I", str(ROOT / "include")]
    for path in directories:
        # A compiler's own directory, named again, would come before those that must precede it.
        if path and path not in ("/usr/include", "/usr/local/include"):
            includes += ["-isystem", path]
    objects = []
    for source in settings["driver"] + settings["families"]:
        objects.append(str(directory / (pathlib.Path(source).stem + ".o")))
        # Only what is tested is compiled so: the driver must know a NaN.
        own = instruction_set + flags if source in settings["families"] else ["-O1"]
        done = run([compiler, "-std=c++17", "-DNDEBUG", "-w"] + own + includes + ["-c", source, "-o", objects[-1]])
        if done.returncode != 0:
            return "does not compile: " + first_error(done.stderr)
    program = str(directory / "everywhere")
    done = run([compiler, "-o", program] + objects)
    if done.returncode != 0:
        return "does not link: " + first_error(done.stderr)
    done = run([program, settings["results"]])
    if done.returncode == 0:
        return "as promised"
    lines = done.stdout.strip().splitlines() or ["status {}".format(done.returncode)]
    return "; ".join([lines[-1]] + [line.split(":")[0] for line in lines[:-1]])


def run(command):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True,
                              errors="replace", timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", "no end in {} s".format(TIMEOUT))


def first_error(text):
    lines = [line for line in text.splitlines() if "error" in line] or text.splitlines() or ["no message"]
    return lines[0]


def compiler_name(path):
    text = run([path, "--version"]).stdout
    version = re.search(r"version (\d+)", text) or re.search(r"\) (\d+)", text)
    return "{} {}".format("clang" if "clang" in text else "g++", version.group(1) if version else "?")


def xsimd_version(compiler, directories):
    includes = [word for path in directories if path for word in ("-I", path)]
    text = run([compiler, "-x", "c++", "-E", "-dM", "-include", "xsimd/config/xsimd_config.hpp", "/dev/null"]
               + includes).stdout
    parts = dict(re.findall(r"#define XSIMD_VERSION_(MAJOR|MINOR|PATCH) (\d+)", text))
    if len(parts) != 3:
        sys.exit("matrix.py: no xsimd in {}".format(", ".join(directories) or "the compiler's own directories"))
    return "{MAJOR}.{MINOR}.{PATCH}".format(**parts)


def recorded():
    """{row: outcome} of the table in README.md."""
    table = TABLE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    lines = [[cell.strip("` ") for cell in line.strip("|\n ").split("|")] for line in table.splitlines()[2:]]
    return {tuple(line[:-1]): line[-1] for line in lines}


def write_table(rows, found):
    """What was found, and what the table has of the other combinations that there are."""
    every = recorded()
    every.update(found)
    every = {row: every.get(row, "not run") for row in rows}
    lines = ["| {} | bits |\n".format(" | ".join(HEADINGS)), "|---|---|---|---|---|\n"]
    for row in every:
        lines.append("| {} | {} | {} | `{}` | {} |\n".format(*row, every[row].replace("|", "/")))
    before, rest = TABLE.read_text(encoding="utf-8").split(BEGIN)
    TABLE.write_text(before + BEGIN + "".join(lines) + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
