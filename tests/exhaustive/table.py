#!/usr/bin/env python3
"""Writes the README's accuracy tables from tests/exhaustive/results/, or with --check fails if they are stale.

A function that has not been run over every float on an instruction set is shown as sampled: the tests do that with all.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
README = HERE.parents[1] / "README.md"
SETS = {"sse2": "SSE2", "avx2": "AVX2 + FMA", "avx512": "AVX-512"}
ORDERS = ["f", "f'", "f''"]
TIERS = ["exact", "precise", "fast", "double"]


def read(name):
    path = HERE / "results" / name
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def key(row):
    return row["function"], row["order"], row["tier"]


def rows_of(suffix):
    """What was found by instruction set, and the keys of all of it: functions in the order of their first record."""
    found = {name: {key(row): row for row in read(f"{name}.{suffix}")} for name in SETS}
    functions = list(dict.fromkeys(k[0] for rows in found.values() for k in rows))
    keys = dict.fromkeys(k for rows in found.values() for k in rows)
    return found, sorted(keys, key=lambda k: (functions.index(k[0]), ORDERS.index(k[1]), TIERS.index(k[2])))


def float_table():
    found, keys = rows_of("jsonl")
    lines = [
        "| function | tier | " + " | ".join(SETS.values()) + " | steps against the shape |",
        "|---|---|" + "---|" * (len(SETS) + 1),
    ]
    for function, order, tier in keys:
        cells, against = [], []
        for name in SETS:
            row = found[name].get((function, order, tier))
            if row is None:
                cells.append("sampled")
                continue
            if tier == "fast" and order != "f''":
                cells.append(f"2^{row['max_relative_log2']:.1f} relative")
            else:
                cells.append(f"{row['max_ulp']:.3f} ULP, {row['misrounded']:,} misrounded")
            if row["shape_violations"] is not None:
                against.append(row["shape_violations"])
        shown = f"{max(against):,}" if against else "n/a"
        lines.append(f"| {function} {order} | {tier} | " + " | ".join(cells) + f" | {shown} |")
    return lines


def double_table():
    found, keys = rows_of("doubles.jsonl")
    points = {row["points"] for rows in found.values() for row in rows.values()}
    lines = [
        f"| function, double, {min(points, default=0):,} points each | " + " | ".join(SETS.values()) + " |",
        "|---|" + "---|" * len(SETS),
    ]
    for k in keys:
        cells = [f"{found[name][k]['max_ulp']:.3f} ULP" if k in found[name] else "sampled" for name in SETS]
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
