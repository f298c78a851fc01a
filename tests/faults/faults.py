#!/usr/bin/env python3
"""Plants the faults of faults.json, one at a time, in a copy of the tree, and shows which test finds each.

    faults.py                    plants all; fails if one survives
    faults.py NAME...            only these
    faults.py --applies          plants none: fails if a fault no longer fits the sources, or README.md lacks its line
    faults.py --write            records the table in README.md

A fault is a text of a file, found there exactly once, another text in its place, and the checks that ought to see it:
programs of tests/ built for one instruction set, of which only what the fault can change is compiled anew. With rows of
the table, that is the sources of these rows (the programs reach them through functions.hpp), of the one type and tier
that `tier` names, if it does; without, the program.
"digests" are those of the rows in exhaustive/, the part that the normal tests take on the first day, "digests all" those
of every day; "coefficients" is coefficients/generate.py --check; "aborts <what>" is the program of that name.

Before that, the same is built without the fault, and its checks must pass. Needs what CMake wrote to settings.json
(--settings), by default where the preset `test` has it.
"""

import argparse
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TABLE = HERE / "README.md"
BEGIN, END = "<!-- faults: begin -->\n", "<!-- faults: end -->\n"
TIMEOUT = 900  # seconds for a compilation or a check

ABORTS = {
    "sizes": "xact: the input has 5 elements, but the output has 4",
    "parameter": "xact: leaky_relu needs a slope that is finite as a float",
    "overlap": "equal_or_disjoint",
}
# Programs whose source is not tests/<name>.cpp, or that need more than the others.
SOURCES = {"digests": "exhaustive/exhaustive.cpp"}
# What a program tests, where that has a source of its own.
TESTED = {"channels": "channel_functions.cpp"}
OPTIONS = {"aborts": ["-UNDEBUG", "-fno-exceptions"]}


def main():
    arguments = read_arguments()
    faults = json.loads((HERE / "faults.json").read_text(encoding="utf-8"))
    if arguments.applies:
        sys.exit(check_that_all_apply(faults))
    unknown = set(arguments.names) - {fault["name"] for fault in faults}
    if unknown:
        sys.exit("faults.py: no fault is called " + ", ".join(sorted(unknown)))
    wanted = [fault for fault in faults if not arguments.names or fault["name"] in arguments.names]
    misfits = [problem for fault in wanted for problem in problems_of(fault)]
    if misfits:
        sys.exit("\n".join(misfits))
    settings = json.loads(arguments.settings.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="xact-faults.") as temporary:
        directory = arguments.directory or pathlib.Path(temporary)
        bench = Bench(directory, settings, arguments.trusting)
        results = {}
        for fault in wanted:
            results[fault["name"]] = result = bench.result_of(fault)
            print("{name:44s} {0}, {1:.0f} s".format(*result, **fault), flush=True)
            if arguments.write:
                write_table(faults, {fault["name"]: result})
    survivors = [name for name, (outcome, _) in results.items() if outcome.startswith("SURVIVED")]
    skipped = [name for name, (outcome, _) in results.items() if outcome.startswith("not run")]
    print("{} faults planted, {} survived{}".format(len(results) - len(skipped), len(survivors),
                                                    "".join(": " + name for name in survivors)))
    sys.exit(1 if survivors else 0)


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--applies", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--trusting", action="store_true", help="do not try first whether all passes without the fault")
    parser.add_argument("--settings", type=pathlib.Path, default=ROOT / "build/test/tests/faults/settings.json")
    parser.add_argument("--directory", type=pathlib.Path, help="where to build, and to keep what is built without faults")
    return parser.parse_args()


def problems_of(fault):
    """Why a fault cannot be planted, as a list of messages."""
    text = (ROOT / fault["file"]).read_text(encoding="utf-8")
    count = text.count(fault["old"])
    if count != 1:
        return ["{name}: the text to replace occurs {0} times in {file}: {old!r}".format(count, **fault)]
    if fault["old"] == fault["new"]:
        return ["{name}: changes nothing".format(**fault)]
    return []


def check_that_all_apply(faults):
    problems = [problem for fault in faults for problem in problems_of(fault)]
    names = [fault["name"] for fault in faults]
    problems += ["{}: there are two of this name".format(name) for name in sorted(set(names)) if names.count(name) > 1]
    recorded = recorded_results()
    for name in names:
        if recorded.get(name, ("SURVIVED", 0))[0].startswith("SURVIVED"):
            problems.append("{}: README.md does not show what finds it (faults.py --write {})".format(name, name))
    problems += ["{}: README.md has it, faults.json has not".format(name) for name in recorded if name not in names]
    print("\n".join(problems) if problems else "all {} faults apply".format(len(faults)))
    return 1 if problems else 0


class Bench:
    """A copy of the tree in which faults are planted, and what is built of it."""

    def __init__(self, directory, settings, trusting):
        self.settings = settings
        self.trusting = trusting
        self.tree = directory / "tree"
        self.built = directory / "built"
        shutil.rmtree(self.tree, ignore_errors=True)
        for part in ("include", "tests"):
            shutil.copytree(ROOT / part, self.tree / part, ignore=shutil.ignore_patterns("__pycache__"))
        digest = hashlib.sha1(json.dumps(settings, sort_keys=True).encode())
        for path in sorted(self.tree.rglob("*")):
            if path.is_file() and path.suffix in (".hpp", ".cpp"):
                digest.update(path.read_bytes())
        self.sound = self.built / digest.hexdigest()  # what is built without a fault
        self.faulty = self.built / "faulty"
        self.passed = set()

    def result_of(self, fault):
        """(what the fault was found by, seconds from planting it)."""
        if fault["set"] in self.settings["cannot_run"]:
            return "not run: this processor lacks " + fault["set"], 0
        for check in fault["checks"]:
            key = (check, fault["set"], tuple(fault["rows"]), fault.get("tier"), tuple(fault.get("flags", [])))
            if self.trusting and fault["rows"] and check != "coefficients":
                program = check.partition(" ")[0]
                self.main_object(program, fault["set"], self.sound)
                self.all_rows(fault["rows"], fault["set"])
            elif key not in self.passed and not self.trusting:
                found = self.finding(check, fault, self.sound)
                if found:
                    sys.exit("{}: without the fault, too, it is found by {}".format(fault["name"], found))
                self.passed.add(key)
        start = time.monotonic()
        shutil.rmtree(self.faulty, ignore_errors=True)
        target = self.tree / fault["file"]
        text = target.read_text(encoding="utf-8")
        target.write_text(text.replace(fault["old"], fault["new"]), encoding="utf-8")
        try:
            for check in fault["checks"]:
                found = self.finding(check, fault, self.faulty)
                if found:
                    return found, time.monotonic() - start
            return "SURVIVED " + ", ".join(fault["checks"]), time.monotonic() - start
        finally:
            target.write_text(text, encoding="utf-8")

    def finding(self, check, fault, directory):
        """What a check finds in the tree as it is, or None."""
        if check == "coefficients":
            done = run([sys.executable, self.tree / "tests/coefficients/generate.py", "--check"])
            return None if done.returncode == 0 else "coefficients: " + last_line(done.stdout + done.stderr)
        program, _, what = check.partition(" ")
        try:
            executable = self.program(program, fault, directory)
        except DoesNotCompile as error:
            if fault.get("compiles", True) or directory == self.sound:
                sys.exit("{}: {} does not compile:\n{}".format(fault["name"], program, error))
            return "{}: a static assertion".format(program)
        if program == "digests":
            part = [] if what == "all" else ["--part", "0/32"]
            done = run([executable, "--digest", self.tree / "tests/exhaustive/results/digests"] + part)
            if done.returncode == 0:
                return None
            differing = re.search(r"exhaustive: (.*): results differ", done.stderr)
            return check + ": " + (differing.group(1) if differing else outcome_of(done))
        if program == "aborts":
            done = run([executable, what])
            return None if ABORTS[what] in done.stdout + done.stderr else "aborts." + what
        done = run([executable, "--abort", "--reporter", "xml"])
        if done.returncode == 0:
            return None
        cases = re.findall(r'<TestCase name="([^"]*)"', done.stdout)
        signal = "" if done.returncode > 0 else " (signal {})".format(-done.returncode)
        return "{}: {}{}".format(program, unescaped(cases[-1]) if cases else outcome_of(done), signal)

    def program(self, name, fault, directory):
        """The executable of a program with the rows of the fault, built if it is not in the directory."""
        rows, instruction_set, tier = fault["rows"], fault["set"], fault.get("tier", "all")
        executable = directory / ".".join([name, instruction_set, "+".join(rows) or "none", tier.replace(" ", "-")] +
                                          fault.get("flags", []))
        if executable.exists():
            return executable
        # Only what is in rows can be faulty, then: and the linker takes the first of several copies of a function.
        objects = [self.row(row, tier, instruction_set, directory) for row in rows]
        if name != "aborts":
            objects.append(self.all_rows(rows, instruction_set))
        objects.append(self.main_object(name, instruction_set, self.sound if rows else directory))
        if name in TESTED:
            objects.append(self.object(self.tree / "tests" / TESTED[name], instruction_set, directory,
                                       fault.get("flags", [])))
        libraries = [] if name in ("digests", "aborts") else self.catch_main()
        compile_with(self.settings, objects + libraries + ["-pthread", "-o", executable])
        return executable

    def main_object(self, name, instruction_set, directory):
        source = self.tree / "tests" / SOURCES.get(name, name + ".cpp")
        return self.object(source, instruction_set, directory, OPTIONS.get(name, []))

    def row(self, row, tier, instruction_set, directory):
        """The source of a row of the table: all of it, or one tier of one element type."""
        header = next((path for path in sorted((self.tree / "tests/rows").glob("*.hpp"))
                       if re.search(r"^struct {} :".format(row), path.read_text(encoding="utf-8"), re.MULTILINE)), None)
        if header is None:
            sys.exit("faults.py: no row {} in tests/rows".format(row))
        body = "return entries_of<{}>();".format(row)
        if tier != "all":
            element, tier_name = tier.split()
            body = ("entries all{{}};\n    all.of_{1} = description_of<{0}, {1}>();\n    all.of_{1}.tiers.push_back("
                    "functions_of<{0}, {0}::{2}, {1}>(tier::{2}));\n    return all;").format(row, element, tier_name)
        text = '#include "{}"\n#include "{}"\nnamespace table {{\nentries row_{}() {{\n    {}\n}}\n}}\n'.format(
            header, self.tree / "tests/functions_of.hpp", row, body)
        name = "row_{}.{}".format(row, tier.replace(" ", "-"))
        return self.generated(name, instruction_set, directory, text)

    def all_rows(self, rows, instruction_set):
        text = '#include "{}"\nnamespace table {{\n{}std::vector<entries> all_rows() {{ return {{{}}}; }}\n}}\n'
        return self.generated("all_rows." + ("+".join(rows) or "none"), instruction_set, self.sound, text.format(
            self.tree / "tests/functions.hpp", "".join("entries row_{}();\n".format(row) for row in rows),
            ", ".join("row_{}()".format(row) for row in rows)))

    def generated(self, name, instruction_set, directory, text):
        directory.mkdir(parents=True, exist_ok=True)
        source = directory / (name + ".cpp")
        source.write_text(text, encoding="utf-8")
        return self.object(source, instruction_set, directory)

    def object(self, source, instruction_set, directory, options=()):
        directory.mkdir(parents=True, exist_ok=True)
        result = directory / "{}.o".format(".".join([source.name[:-len(".cpp")], instruction_set] + list(options)))
        if not result.exists():
            flags = ["-O1", "-DNDEBUG", "-DXACT_ISA=\"{}\"".format(instruction_set)]
            flags += self.settings["sets"][instruction_set] + list(options)
            compile_with(self.settings, flags + ["-I", self.tree / "include", "-c", source, "-o", result])
        return result

    def catch_main(self):
        libraries = [path for path in self.settings["libraries"] if path]
        return libraries or [self.object(self.tree / "tests/catch_main.cpp", next(iter(self.settings["sets"])),
                                         self.sound)]


class DoesNotCompile(Exception):
    pass


def compile_with(settings, arguments):
    includes = []
    for directory in settings["includes"]:
        # A compiler's own directory, named again, would come before those that must precede it.
        if directory and directory not in ("/usr/include", "/usr/local/include"):
            includes += ["-isystem", directory]
    done = run([settings["compiler"], "-std=c++17"] + arguments + includes)
    if done.returncode != 0:
        raise DoesNotCompile(done.stderr[-2000:])


def run(command):
    try:
        return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              universal_newlines=True, errors="replace", timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", "no end in {} s".format(TIMEOUT))


def outcome_of(done):
    return last_line(done.stderr) or "status {}".format(done.returncode)


def last_line(text):
    lines = text.strip().splitlines()
    return lines[-1] if lines else ""


def unescaped(text):
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


def recorded_results():
    """{name: (outcome, seconds)} of the table in README.md."""
    table = TABLE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    lines = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return {line[0].strip("`"): (line[-2], float(line[-1])) for line in lines}


def write_table(faults, results):
    every = recorded_results()
    every.update(results)
    lines = ["| fault | in | the mistake | on | found by | s |\n", "|---|---|---|---|---|---:|\n"]
    for fault in faults:
        outcome, seconds = every.get(fault["name"], ("SURVIVED: never planted", 0))
        file = os.path.relpath(fault["file"], "include/xact").replace(os.sep, "/")
        lines.append("| `{name}` | {0} | {why} | {set} | {1} | {2:.0f} |\n".format(file, outcome, seconds, **fault))
    before, rest = TABLE.read_text(encoding="utf-8").split(BEGIN)
    TABLE.write_text(before + BEGIN + "".join(lines) + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
