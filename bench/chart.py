"""The charts of one program's results: accuracy against speed, and the time of short calls. gnuplot draws them."""

import math
import pathlib
import shutil
import subprocess
import sys

import bars
from rows import label_of, rows_of, ulps_of

CHARTED = ["tanh", "sigmoid"]
ULP_TOP = 1e8  # where the chart shows errors without bound
SHORT = ["xact/tanh/precise/value/f32", "eigen/tanh/value/f32"]


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


def chart_data(measured):
    """Tab-separated: function, library, label, ns per element, max ULP (limited to ULP_TOP), place of the label.

    The two rows of a function with the library `range` are the corners of its panel."""
    ulps = ulps_of(measured)
    lines = []
    for function in CHARTED:
        rows = sorted((row for row in rows_of(measured, "uniform8")
                       if (row.function, row.variant, row.type, row.n) == (function, "value", "f32", bars.LENGTH)),
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


def short_data(measured):
    """Tab-separated: length, then ns per call of each row of SHORT that was measured; its name in the first line."""
    times = measured["suites"].get("short", {})
    columns = {name: {} for name in SHORT}
    for row, repetitions in times.items():
        name, _, n = row.rsplit("/", 2)
        if name in columns:
            columns[name][int(n)] = min(repetitions) * int(n)
    columns = {name: by_n for name, by_n in columns.items() if by_n}
    if not columns:
        return ""
    lengths = sorted(set.intersection(*(set(by_n) for by_n in columns.values())))
    lines = [["n"] + [name.split("/")[0] for name in columns]]
    lines += [[str(n)] + [f"{by_n[n]:.4g}" for by_n in columns.values()] for n in lengths]
    return "".join("\t".join(line) + "\n" for line in lines)


def draw(measured, stem, pictures):
    """Writes stem.dat, stem.short.dat, and if asked for pictures, from them the charts."""
    gnuplot = shutil.which("gnuplot")
    if pictures and not gnuplot:
        print("compare.py: no charts, gnuplot not found (Debian package gnuplot-nox)", file=sys.stderr)
    context = measured["context"]
    where = f"{context['isa']}, {context['compiler']}, float"
    accuracy, short = chart_data(measured), short_data(measured)
    functions = " ".join(dict.fromkeys(line.split("\t")[0] for line in accuracy.splitlines()))
    uniform8 = context["inputs"].get("uniform8", "")
    for data, suffix, script, title in [
            (accuracy, "", "chart.gnuplot", f"{where}, n = {bars.LENGTH}, inputs {uniform8}: lower left is better"),
            (short, ".short", "short.gnuplot", f"{where}: one call of tanh on n elements")]:
        if not data:
            continue
        file = pathlib.Path(f"{stem}{suffix}.dat")
        file.write_text(data)
        if pictures and gnuplot:
            script = pathlib.Path(__file__).with_name(script)
            subprocess.run([gnuplot, "-c", script, file, f"{stem}{suffix}", title, functions], check=True)
