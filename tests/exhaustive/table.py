#!/usr/bin/env python3
"""Writes the table of activations of the README and those of results/README.md, or with --check fails if they are stale.

They come from tests/activations.json, tests/exhaustive/results/ and bench/results/. A function that has not been run on
an instruction set is shown as sampled, which the unit tests do with all; one that has been run over a part of the
floats, with their number.
"""

import json
import pathlib
import sys
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FRAMEWORKS = {"pytorch": "PyTorch", "keras": "Keras", "onnx": "ONNX", "jax": "JAX"}
ALL_FLOATS = 1 << 32
SETS = {"sse2": "SSE2", "avx2": "AVX2 + FMA", "avx512": "AVX-512"}
ORDERS = ["f", "f'", "f''"]
TIERS = ["exact", "precise", "fast", "double"]


def read(name):
    path = HERE / "results" / name
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def key(row):
    return row["function"], row["order"], row["tier"]


def bound(found, function, order, tier):
    """The largest error on any instruction set, with a * unless it is over all floats on all, or "" where there is none."""
    rows = [rows[(function, order, tier)] for rows in found.values() if (function, order, tier) in rows]
    all_floats = len(rows) == len(found) and all(row.get("floats", ALL_FLOATS) == ALL_FLOATS for row in rows)
    return f"{max(row['max_ulp'] for row in rows):.2f}{'' if all_floats else '*'}" if rows else ""


def nanoseconds():
    """The least time of an element by function, of xact's default tier in the recorded runs on AVX-512."""
    times = {}
    for folder in "family", ".":
        path = ROOT / "bench" / "results" / folder / "avx512.gnu.json"
        suites = json.loads(path.read_text())["suites"] if path.exists() else {}
        for name, values in ((name, values) for suite in suites.values() for name, values in suite.items()):
            library, function, *tier, variant, kind, inputs, n = name.split("/")
            if (library, variant, kind, inputs, n) == ("xact", "value", "f32", "normal1", "4096"):
                if tier == ["precise"] or tier == ["exact"] and f"xact/{function}/precise" not in times:
                    times["/".join(["xact", function] + tier)] = min(values)
    return {name.split("/")[1]: time for name, time in sorted(times.items())}  # precise after exact


def activation_table():
    described = json.loads((ROOT / "tests" / "activations.json").read_text())
    headers = {path.stem for path in (ROOT / "include" / "xact" / "activation").glob("*.hpp")}
    if headers != set(described):
        sys.exit("tests/activations.json and the headers differ in: " + ", ".join(sorted(headers ^ set(described))))
    found, _ = rows_of("jsonl")
    times = nanoseconds()
    lines = [
        "| `xact::` | f(x) | parameters | f, ULP: exact, precise | f', ULP: exact, precise | ns | elsewhere |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, row in sorted(described.items()):
        errors = []
        for order in ORDERS[:2]:
            exact, precise = bound(found, name, order, "exact"), bound(found, name, order, "precise")
            errors.append(", ".join(filter(None, [exact, precise])))
        elsewhere = " · ".join(f"{shown} `{row[key]}`" for key, shown in FRAMEWORKS.items() if key in row)
        time = f"{times[name]:.2g}" if name in times else ""
        lines.append(
            f"| `{name}` | {row['formula']} | {row.get('parameters', '')} | {errors[0]} | {errors[1]} | {time} | {elsewhere} |"
        )
    return lines


def rows_of(suffix):
    """What was found by instruction set, and the keys of all of it: functions in the order of their first record."""
    found = {name: {key(row): row for row in read(f"{name}.{suffix}")} for name in SETS}
    functions = list(dict.fromkeys(k[0] for rows in found.values() for k in rows))
    keys = dict.fromkeys(k for rows in found.values() for k in rows)
    return found, sorted(keys, key=lambda k: (functions.index(k[0]), ORDERS.index(k[1]), TIERS.index(k[2])))


def float_table():
    found, keys = rows_of("jsonl")
    lines = [
        "| function | tier | " + " | ".join(SETS.values()) + " | against the shape |",
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
            floats = row.get("floats", ALL_FLOATS)
            if floats != ALL_FLOATS:
                cells[-1] += f" of {floats >> 20:,} Mi"
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


def precise_digests():
    """{(function, order): {set: the digests of its blocks}} of the precise tier, where that is a type of its own."""
    found = {}
    for path in sorted((HERE / "results" / "digests").glob("*.txt")):
        for line in path.read_text().splitlines():
            order, tier, sets, digits = line.split()
            if tier == "precise" and order in ORDERS[:2]:
                blocks = [digits[i : i + 8] for i in range(0, len(digits), 8)]
                found.setdefault((path.stem, order), {}).update(dict.fromkeys(sets.split("+"), blocks))
    return found


def same_bits():
    """Which functions of the precise tier have the same bits on the sets with FMA, as far as both are recorded."""
    count, blocks, different = 0, [], {order: [] for order in ORDERS[:2]}
    for (function, order), sets in precise_digests().items():
        if "avx2" not in sets or "avx512" not in sets:
            continue
        both = [pair for pair in zip(sets["avx2"], sets["avx512"]) if "-" * 8 not in pair]
        count += 1
        blocks.append(len(both))
        if any(a != b for a, b in both):
            different[order].append(f"`{function}`")
    others = count - sum(map(len, different.values()))
    least = min(blocks, default=0)
    extent = "for all floats" if least == 256 else f"in at least {least} of the 256 blocks of all floats"
    text = (
        f"On AVX2 with FMA and on AVX-512, {others} of the {count} functions and derivatives of the precise tier that are "
        f"of a type of their own give the same bits ({extent}). Those that do not, because of other kernels: "
        + "; ".join(f"{order} of {', '.join(names)}" for order, names in different.items() if names)
        + "."
    )
    return textwrap.wrap(text, 128, break_on_hyphens=False)


def replaced(text, name, lines):
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    head, rest = text.split(begin)
    tail = rest.split(end)[1]
    return head + begin + "\n" + "\n".join(lines) + "\n" + end + tail


def main():
    tables = {
        ROOT / "README.md": {"activations": activation_table},
        HERE / "results" / "README.md": {
            "float accuracy": float_table,
            "double accuracy": double_table,
            "same bits": same_bits,
        },
    }
    for path, contents in tables.items():
        before = after = path.read_text()
        for name, make in contents.items():
            after = replaced(after, name, make())
        if sys.argv[1:] != ["--check"]:
            path.write_text(after)
        elif before != after:
            sys.exit(f"{path.relative_to(ROOT)}: the tables are not those of the recorded results")


if __name__ == "__main__":
    main()
