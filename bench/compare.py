#!/usr/bin/env python3
"""Runs a bench program, or reads what one has measured, and sets xact beside its peers.

    compare.py build/bench/bench.avx512                     table and speed bars on the terminal
    compare.py build/bench/bench.avx512 --output results    the same as files, with the chart
    compare.py --read results/avx512.json                   from an earlier run

Times are nanoseconds per element. The ratios and the bars compare the fastest repetition of each side; the
repetitions of all sides are interleaved in one process, so that what else the machine does hits all of them.
"""

import argparse
import json
import math
import pathlib
import shutil
import statistics
import subprocess
import sys
from collections import namedtuple

Bar = namedtuple("Bar", "isa n ours at_most theirs")

BARS = [
    Bar("avx512", 4096, "xact/tanh/precise/value/f32", 1.5, "eigen/tanh/value/f32"),
    Bar("avx512", 4096, "xact/sigmoid/exact/value/f32", 0.5, "sleef/tanh/u10/value/f32"),
    Bar("avx512", 4096, "xact/tanh/exact/value/f32", 0.5, "sleef/tanh/u10/value/f32"),
    Bar("avx512", 4096, "xact/relu/exact/value/f32", 1.1, "limit/copy/simd/value/f32"),
]

TIERS = ["exact", "precise", "fast"]
COPIED = ["relu", "leaky_relu", "relu6"]  # functions that the memory bounds: shown beside the copies
VARIANTS = ["value", "derivative", "fused", "backward"]
CHARTED = ["tanh", "sigmoid"]
ULP_TOP = 1e8  # where the chart shows errors without bound

Row = namedtuple("Row", "name library function tier variant type n minimum median")


def measure(program, arguments):
    sizes = "|".join(str(n) for n in arguments.n)
    command = [
        program,
        f"--inputs={arguments.inputs}",
        f"--benchmark_filter={arguments.filter}.*/({sizes})$",
        f"--benchmark_repetitions={arguments.repetitions}",
        f"--benchmark_min_time={arguments.min_time}",
        "--benchmark_enable_random_interleaving=true",
        "--benchmark_format=json",
    ]
    raw = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    times = {}
    for run in raw["benchmarks"]:
        if run["run_type"] == "iteration" and not run.get("error_occurred"):
            times.setdefault(run["run_name"], []).append(run["ns_per_element"])
    if not times:
        sys.exit(f"compare.py: no benchmark matches {command[2]}")
    context = {key: raw["context"][key] for key in ("isa", "compiler", "inputs")}
    context["repetitions"] = arguments.repetitions
    accuracy = json.loads(subprocess.run([program, "--accuracy"], check=True, stdout=subprocess.PIPE, text=True).stdout)
    return {"context": context, "ns_per_element": times, "accuracy": accuracy}


def rows_of(measured):
    for name, times in measured["ns_per_element"].items():
        library, function, *tier, variant, type_, n = name.split("/")
        yield Row(name.rsplit("/", 1)[0], library, function, "/".join(tier), variant, type_, int(n), min(times),
                  statistics.median(times))


def groups_of(rows):
    """What can be compared: the rows of one function, variant, type and length; fastest first."""
    groups = {}
    for row in rows:
        groups.setdefault((row.function, row.variant, row.type, row.n), []).append(row)
    # The program measures in random order.
    in_order = sorted(groups.items(), key=lambda item: (item[0][2], item[0][3], VARIANTS.index(item[0][1]), item[0][0]))
    for (function, variant, type_, n), group in in_order:
        if function == "copy":
            continue
        limits = groups.get(("copy", "value", type_, n), []) if function in COPIED and variant == "value" else []
        yield (function, variant, type_, n), sorted(group + limits, key=lambda row: row.minimum)


def ulp_text(ulp):
    if ulp is None:
        return ""
    ulp = float(ulp)
    return "inf" if math.isinf(ulp) else f"{ulp:.3g}"


def label_of(row):
    library = "copy" if row.library == "limit" else row.library
    return f"{library} {row.tier}".strip().replace("_", " ")


def table_of(group, ulps):
    """Heading and lines; a ratio below 1 says how much less time xact takes than the line's row."""
    ours = {row.tier: row.minimum for row in group if row.library == "xact"}
    tiers = [tier for tier in TIERS if tier in ours]
    heading = ["", "min ns", "median ns", "max ULP"] + [f"xact {tier} / row" for tier in tiers]
    lines = [[label_of(row), f"{row.minimum:.4f}", f"{row.median:.4f}", ulp_text(ulps.get(row.name))] +
             [f"{ours[tier] / row.minimum:.2f}" for tier in tiers] for row in group]
    return heading, lines


def bars_of(rows, isa):
    fastest = {(row.name, row.n): row.minimum for row in rows}
    lines = []
    for bar in BARS:
        if bar.isa != isa:
            continue
        ours, theirs = fastest.get((bar.ours, bar.n)), fastest.get((bar.theirs, bar.n))
        ratio = ours / theirs if ours and theirs else None
        verdict = "not measured" if ratio is None else "pass" if ratio <= bar.at_most else "FAIL"
        lines.append([bar.ours, bar.theirs, str(bar.n), f"{bar.at_most:g}", f"{ratio:.2f}" if ratio else "", verdict])
    return ["xact", "peer", "n", "at most", "ratio", "verdict"], lines


def as_text(heading, lines):
    widths = [max(len(line[i]) for line in [heading] + lines) for i in range(len(heading))]
    return "\n".join("  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(line, widths)))
                     for line in [heading] + lines)


def as_markdown(heading, lines):
    rule = ["---"] + ["---:"] * (len(heading) - 1)
    return "\n".join("| " + " | ".join(line) + " |" for line in [heading, rule] + lines)


def report(measured, render, title, strong):
    rows = list(rows_of(measured))
    ulps = {entry["name"]: entry["max_ulp"] for entry in measured["accuracy"]["entries"]}
    context = measured["context"]
    parts = [title.format("xact and its peers"),
             f"{context['isa']}, {context['compiler']}, inputs {context['inputs']}, {context['repetitions']} repetitions, "
             f"nanoseconds per element; max ULP over {measured['accuracy']['sample']}."]
    for (function, variant, type_, n), group in groups_of(rows):
        parts += [strong.format(f"{function}, {variant}, {type_}, n = {n}"), render(*table_of(group, ulps))]
    heading, lines = bars_of(rows, context["isa"])
    if lines:
        parts += [strong.format("Speed bars"), render(heading, lines)]
    return "\n\n".join(parts) + "\n", all(line[-1] != "FAIL" for line in lines)


def replace_in_readme(readme, measured):
    """Puts the float values at the first length, and the bars, between the readme's marks."""
    begin, end = "<!-- speed: begin -->", "<!-- speed: end -->"
    rows = list(rows_of(measured))
    ulps = {entry["name"]: entry["max_ulp"] for entry in measured["accuracy"]["entries"]}
    context, n = measured["context"], min(row.n for row in rows)
    parts = [f"{context['isa']}, {context['compiler']}, float, n = {n}, inputs {context['inputs']}: nanoseconds per element, "
             f"the least and the median of {context['repetitions']} repetitions; a ratio below 1 says that xact takes less time."]
    for (function, variant, type_, length), group in groups_of(rows):
        if (variant, type_, length) == ("value", "f32", n) and function in ["relu", *CHARTED]:
            parts += [f"**{function}**", as_markdown(*table_of(group, ulps))]
    parts += ["**The bars that the project sets itself**", as_markdown(*bars_of(rows, context["isa"]))]
    text = readme.read_text()
    head, rest = text.split(begin)
    readme.write_text(head + begin + "\n" + "\n\n".join(parts) + "\n" + end + rest.split(end)[1])


class Panel:
    """The frame of one panel of the chart, and places for the labels in it that keep clear of points and labels.

    It measures in characters and lines, of which chart.gnuplot makes a panel this wide and high."""

    WIDTH, HEIGHT = 102, 28

    def __init__(self, points):
        xs, ys = zip(*points)
        self.low = min(xs) / 1.5, min(ys) / 1.8
        self.high = max(xs) * 1.5, max(ys) * 2.5
        self.taken = [(x - 1, x + 1, y - 0.5, y + 0.5) for x, y in map(self.to_text, points)]

    def scale(self, axis):
        return (self.WIDTH, self.HEIGHT)[axis] / math.log(self.high[axis] / self.low[axis])

    def to_text(self, point):
        return tuple(math.log(point[i] / self.low[i]) * self.scale(i) for i in (0, 1))

    def from_text(self, place):
        return tuple(math.exp(place[i] / self.scale(i)) * self.low[i] for i in (0, 1))

    def label_place(self, point, label):
        """Where to centre the label of a point."""
        x, y = self.to_text(point)
        half = len(label) / 2
        sides = [(half + 2, 0), (-half - 2, 0)]
        sides += [(shift * half, lift) for lift in (1.2, -1.2, 2.2, -2.2) for shift in (0, 1, -1)]

        def box(side):
            return x + side[0] - half, x + side[0] + half, y + side[1] - 0.5, y + side[1] + 0.5

        def cost(side):
            left, right, bottom, top = box(side)
            hidden = sum(max(0, min(right, r) - max(left, l)) * max(0, min(top, t) - max(bottom, b))
                         for l, r, b, t in self.taken)
            outside = max(0, -left) + max(0, right - self.WIDTH) + max(0, -bottom) + max(0, top - self.HEIGHT)
            return hidden + 10 * outside

        best = min(sides, key=cost)
        self.taken.append(box(best))
        return self.from_text((x + best[0], y + best[1]))


def chart_data(measured, n):
    """Tab-separated: function, library, label, ns per element, max ULP (limited to ULP_TOP), place of the label.

    The two rows of a function with the library `range` are the corners of its panel."""
    ulps = {entry["name"]: float(entry["max_ulp"]) for entry in measured["accuracy"]["entries"]}
    lines = []
    for function in CHARTED:
        rows = sorted((row for row in rows_of(measured)
                       if (row.function, row.variant, row.type, row.n) == (function, "value", "f32", n)),
                      key=lambda row: row.minimum)
        if not rows:
            continue
        points = [(row.minimum, min(ulps[row.name], ULP_TOP)) for row in rows]
        panel = Panel(points)
        cells = [(function, "range", "", *corner, *corner) for corner in (panel.low, panel.high)]
        cells += [(function, row.library, label_of(row), *point, *panel.label_place(point, label_of(row)))
                  for row, point in zip(rows, points)]
        lines += ["\t".join(cell if isinstance(cell, str) else f"{cell:.5g}" for cell in line) + "\n" for line in cells]
    return "".join(lines)


def write_results(directory, measured, markdown, n):
    directory.mkdir(parents=True, exist_ok=True)
    isa = measured["context"]["isa"]
    (directory / f"{isa}.json").write_text(json.dumps(measured, indent=1) + "\n")
    (directory / f"{isa}.md").write_text(markdown)
    data = directory / f"{isa}.dat"
    data.write_text(chart_data(measured, n))
    if not data.stat().st_size:
        return
    gnuplot = shutil.which("gnuplot")
    if not gnuplot:
        print("compare.py: no chart, gnuplot not found (Debian package gnuplot-nox)", file=sys.stderr)
        return
    context = measured["context"]
    script = pathlib.Path(__file__).with_name("chart.gnuplot")
    title = f"{context['isa']}, {context['compiler']}, float, n = {n}, inputs {context['inputs']}: lower left is better"
    functions = dict.fromkeys(line.split("\t")[0] for line in data.read_text().splitlines())
    subprocess.run([gnuplot, "-c", script, data, directory / isa, title, " ".join(functions)], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", help="a bench program")
    parser.add_argument("--read", type=pathlib.Path, metavar="FILE", help="take the measurements of an earlier run")
    parser.add_argument("--n", type=int, nargs="+", default=[4096], help="array lengths (default: 4096)")
    parser.add_argument("--filter", default="", metavar="REGEX", help="only rows whose name has this before the length")
    parser.add_argument("--inputs", default="uniform8", help="uniform8, uniform20, normal1 or normal3")
    parser.add_argument("--repetitions", type=int, default=9)
    parser.add_argument("--min-time", default="0.02", metavar="SECONDS", help="for each repetition (default: 0.02)")
    parser.add_argument("--markdown", type=pathlib.Path, metavar="FILE", help="write the tables as Markdown")
    parser.add_argument("--output", type=pathlib.Path, metavar="DIR", help="write measurements, tables and chart")
    parser.add_argument("--readme", type=pathlib.Path, metavar="FILE", help="renew the speed tables of a readme")
    parser.add_argument("--strict", action="store_true", help="exit with status 1 if a speed bar is missed")
    arguments = parser.parse_args()
    if bool(arguments.program) == bool(arguments.read):
        parser.error("give either a bench program or --read FILE")

    if arguments.read:
        measured = json.loads(arguments.read.read_text())
    else:
        measured = measure(arguments.program, arguments)
    text, reached = report(measured, as_text, "{}", "{}")
    markdown, _ = report(measured, as_markdown, "# {}", "## {}")
    print(text)
    if arguments.markdown:
        arguments.markdown.write_text(markdown)
    if arguments.output:
        write_results(arguments.output, measured, markdown, arguments.n[0])
    if arguments.readme:
        replace_in_readme(arguments.readme, measured)
    sys.exit(1 if arguments.strict and not reached else 0)


if __name__ == "__main__":
    main()
