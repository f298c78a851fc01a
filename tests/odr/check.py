#!/usr/bin/env python3
"""check.py <nm> <objdump> <object or program>...

Fails where a function of xact that the linker may take from any object file holds instructions beyond the baseline of
x86-64, unless its symbol names an instruction set that has them: it could then be the copy that a baseline processor
executes.
"""
import re
import subprocess
import sys

# What the mangled name of a function of xact, or of one made from a type of xact's, has in it.
OF_XACT = re.compile(r"4xact")
# Internal to a file, or the user's own.
NOT_SHARED = re.compile(r"_GLOBAL__N_|^_ZN[KVrO]*7program")
# xsimd's architectures with VEX or EVEX instructions.
TAG = re.compile(r"5xsimd\d+(?:avx|fma|xop)\w*")
WIDE = re.compile(
    r"^\s*[0-9a-f]+:\s+(?:(?:v(?!err|erw)[a-z0-9]+|andn|bextr|blsi|blsr|blsmsk|bzhi|mulx|pdep|pext|rorx|sarx|shlx|shrx"
    r"|lzcnt|tzcnt|k(?:and|or|xor|mov|not|test|shift|unpck)\w*)\b.*|.*%[yz]mm\d.*)$")


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, universal_newlines=True).stdout


def functions(nm, path):
    """The names of the functions in a file that are, or before linking were, weak."""
    for line in run(nm, "--defined-only", path).splitlines():
        kind, name = line.split()[-2:]
        if kind in "WwuTt":
            yield name


def wide_instructions(objdump, path):
    """Of each function that has some, the first instruction beyond the baseline."""
    found, name = {}, None
    for line in run(objdump, "-d", "--no-show-raw-insn", path).splitlines():
        label = re.match(r"^[0-9a-f]+ <(.+)>:$", line)
        if label:
            name = label.group(1)
        elif name and name not in found and WIDE.match(line):
            found[name] = line.strip()
    return found


def main(nm, objdump, *paths):
    faults = checked = wide_and_tagged = 0
    for path in paths:
        wide = wide_instructions(objdump, path)
        for name in functions(nm, path):
            if not OF_XACT.search(name) or NOT_SHARED.search(name):
                continue
            checked += 1
            if name not in wide:
                continue
            if TAG.search(name):
                wide_and_tagged += 1
                continue
            faults += 1
            print("%s: %s\n    %s" % (path, run("c++filt", name).strip(), wide[name]))
    print("%d functions of xact, %d of them wide with a tag, %d without" % (checked, wide_and_tagged, faults))
    if not wide_and_tagged:
        print("nothing wide was found: this checks nothing")
    return 1 if faults or not wide_and_tagged else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
