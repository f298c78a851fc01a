#!/usr/bin/env python3
"""Writes the README's accuracy tables from tests/exhaustive/results/, or with --check fails if they are stale.

It also fails where results that must be the same bits on every instruction set are not.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
README = HERE.parents[1] / "README.md"
SETS = {"sse2": "SSE2", "avx2": "AVX2 + FMA", "avx512": "AVX-512"}


def read(name):
    path = HERE / "results" / name
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def key(row):
    return row["function"], row["order"], row["tier"]


def float_table():
    found = {name: {key(row): row for row in read(f"{name}.jsonl")} for name in SETS}
    rows = list(found["avx512"])
    lines = [
        "| function | tier | " + " | ".join(SETS.values()) + " | steps against the shape |",
        "|---|---|" + "---|" * (len(SETS) + 1),
    ]
    differing = []
    for function, order, tier in rows:
        cells, against = [], []
        for name in SETS:
            row = found[name].get((function, order, tier))
            if row is None:
                cells.append("")
            elif tier == "fast" and order != "f''":
                cells.append(f"2^{row['max_relative_log2']:.1f} relative")
            else:
                cells.append(f"{row['max_ulp']:.3f} ULP, {row['misrounded']:,} misrounded")
            against.append(row["shape_violations"] if row else 0)
        if tier == "exact" and order != "f''":
            digests = {found[name][(function, order, tier)]["digest"] for name in SETS if found[name]}
            if len(digests) != 1:
                differing.append(f"{function} {order}")
        shown = f"{max(against):,}" if order == "f" or function in ("sigmoid", "tanh") and order == "f'" else "n/a"
        lines.append(f"| {function} {order} | {tier} | " + " | ".join(cells) + f" | {shown} |")
    if differing:
        sys.exit("exact results differ between instruction sets: " + ", ".join(differing))
    return lines


def double_table():
    found = {name: {key(row): row for row in read(f"{name}.doubles.jsonl")} for name in SETS}
    points = {row["points"] for rows in found.values() for row in rows.values()}
    lines = [
        f"| function, double, {min(points):,} points each | " + " | ".join(SETS.values()) + " |",
        "|---|" + "---|" * len(SETS),
    ]
    for k in found["avx512"]:
        cells = [f"{found[name][k]['max_ulp']:.3f} ULP" if k in found[name] else "" for name in SETS]
        lines.append(f"| {k[0]} {k[1]} | " + " | ".join(cells) + " |")
    return lines


def replaced(text, name, lines):
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    head, rest = text.split(begin)
    tail = rest.split(end)[1]
    return head + begin + "\n" + "\n".join(lines) + "\n" + end + tail


def main():
    before = README.read_text()
    after = replaced(before, "float accuracy", float_table())
    after = replaced(after, "double accuracy", double_table())
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if before == after else "README.md: the accuracy tables are not those of tests/exhaustive/results")
    README.write_text(after)


if __name__ == "__main__":
    main()
