#!/usr/bin/env python3
"""Runs bench programs, or reads what they have measured, and sets xact beside its peers and its bars.

    compare.py build/bench/bench/bench.avx512                  the bars on the terminal
    compare.py build/bench*/bench/bench.* --output results     several, each with its tables in files
    compare.py --read results/*.json                           from earlier runs
    compare.py --suites family copies -- build/bench/...       the activations other than tanh and sigmoid alone

Times are nanoseconds per element; of a latency per call, of a recurrent cell per step. Ratios and bars compare the
fastest repetition of each side in several processes; in each, the repetitions of all sides are interleaved, so that
what else the machine does hits all of them. Exit status: 1 if a bar is missed and --strict is given.
"""

import argparse
import json
import pathlib
import platform
import re
import shlex
import subprocess
import sys
from collections import namedtuple

import bars
import chart
from rows import label_of, normal_ulps_of, rows_of, ulps_of

TIERS = ["exact", "precise", "fast"]
COPIED = bars.PIECEWISE  # functions that the memory bounds: shown beside the copies
VARIANTS = ["value", "derivative", "fused", "backward", "in_place", "latency", "step"]

# One run of the program. rows: patterns of bars.py, or None for every row.
Suite = namedtuple("Suite", "name inputs lengths repetitions min_time rows")


# How many times the usual repetitions, and how long each beside the usual. Copies fill the whole first-level cache, and
# what else the machine does slows them by half for a second at a time: many repetitions find the gaps. The arrays of the
# memory suite are slow to fill. A fraction of the time holds thousands of the calls of the short suite.
EFFORT = {"copies": (8, 0.2), "memory": (1 / 3, 1), "short": (1, 0.1)}


def suites_of_bars(repetitions, min_time):
    """Every row on the first inputs, for the tables; elsewhere the rows of the bars."""
    found = {}

    def add(name, inputs, lengths, rows):
        suite = found.setdefault(name, ({}, {}, []))
        suite[0].update(dict.fromkeys(inputs))
        suite[1].update(dict.fromkeys(lengths))
        suite[2].extend(rows)

    for bar in bars.BARS:
        if isinstance(bar, bars.Ratio):
            functions = {name.split("/")[1] for name in bar.ours}
            patterns = bar.ours + [peer.format(function=function) for peer in bar.peers for function in functions]
            if bar.suite == "family":  # the tables show every peer
                patterns += [f"*/{function}/*value/f32" for function in functions]
            for inputs in bar.inputs:
                add(bars.suite_of(bar, inputs), [inputs], [bar.n], patterns)
        elif isinstance(bar, bars.Worst):
            add(bar.suite, bar.inputs, [bars.LENGTH], bar.ours)
        else:
            add("short", ["uniform8"], range(1, 257), chart.SHORT)
    for name, (inputs, lengths, rows) in found.items():
        more, longer = EFFORT.get(name, (1, 1))
        yield Suite(name, list(inputs), [str(n) for n in lengths], max(1, round(repetitions * more)),
                    min_time * longer, None if name == bars.INPUTS[0] else rows)


def regex_of(patterns):
    return "|".join(dict.fromkeys(re.escape(pattern).replace("\\*", ".*").replace("\\", "")
                                  for pattern in patterns)) if patterns else ".*"


def run(program, suite, arguments):
    """Context and the times of every row of one suite."""
    command = shlex.split(arguments.launcher) + [
        str(program),
        f"--inputs={','.join(suite.inputs)}",
        f"--benchmark_filter=^({regex_of(suite.rows)})/({'|'.join(suite.inputs)})/({'|'.join(suite.lengths)})$",
        f"--benchmark_repetitions={suite.repetitions}",
        f"--benchmark_min_time={suite.min_time}",
        "--benchmark_enable_random_interleaving=true",
        "--benchmark_format=json",
    ]
    raw = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout or "{}")
    times = {}
    for one in raw.get("benchmarks", []):
        if one["run_type"] == "iteration" and not one.get("error_occurred"):
            times.setdefault(one["run_name"], []).append(float(f"{one['ns_per_element']:.5g}"))
    return raw.get("context", {}), times


def processor():
    """What the machine calls its processor. Virtual machines leave names out, so with the numbers where there are some."""
    lines = pathlib.Path("/proc/cpuinfo")
    known = dict(re.findall(r"^(.+?)\s*: (.*)$", lines.read_text(), re.MULTILINE)) if lines.exists() else {}
    numbers = [f"{key} {known[key]}" for key in ("cpu family", "model") if key in known]
    return ", ".join([known.get("model name") or platform.processor() or platform.machine(), *numbers])


def measure(program, arguments):
    measured = {"context": {"inputs": {}, "versions": {}, "processor": arguments.processor}, "suites": {}}
    context = measured["context"]
    for suite in suites_of_bars(arguments.repetitions, arguments.min_time):
        if arguments.suites and suite.name not in arguments.suites:
            continue
        times = measured["suites"].setdefault(suite.name, {})
        for _ in range(arguments.runs):
            said, run_times = run(program, suite, arguments)
            for row, repetitions in run_times.items():
                times.setdefault(row, []).extend(repetitions)
            for key, value in said.items():
                kind, _, name = key.partition(" ")
                if kind == "inputs":
                    context["inputs"][name] = value
                elif kind == "version":
                    context["versions"][name] = value
            context.update({key: said[key] for key in ("isa", "compiler") if key in said})
    if not any(measured["suites"].values()):
        sys.exit(f"compare.py: {program} has measured nothing")
    context["repetitions"] = arguments.repetitions * arguments.runs
    if arguments.suites:
        context["only"] = arguments.suites
    measured["accuracy"] = json.loads(
        subprocess.run([program, "--accuracy"], check=True, stdout=subprocess.PIPE, text=True).stdout)
    return measured


def stored(measured):
    """JSON with one row a line."""
    def lines(suite):
        return ",\n".join(f"   {json.dumps(name)}: {json.dumps(suite[name])}" for name in sorted(suite))

    suites = ",\n".join(f"  {json.dumps(name)}: {{\n{lines(suite)}\n  }}" for name, suite in measured["suites"].items())
    return (f'{{\n "context": {json.dumps(measured["context"], indent=1)},\n "suites": {{\n{suites}\n }},\n'
            f' "accuracy": {json.dumps(measured["accuracy"], indent=1)}\n}}\n')


def groups_of(rows):
    """What can be compared: the rows of one function, variant and type; fastest first."""
    groups = {}
    for row in rows:
        groups.setdefault((row.function, row.variant, row.type), []).append(row)
    # The program measures in random order.
    in_order = sorted(groups.items(), key=lambda item: (item[0][2], VARIANTS.index(item[0][1]), item[0][0]))
    for (function, variant, type_), group in in_order:
        if function == "copy" or not any(row.library == "xact" for row in group):
            continue
        limits = groups.get(("copy", "value", type_), []) if function in COPIED and variant == "value" else []
        yield (function, variant, type_), sorted(group + limits, key=lambda row: row.minimum)


def table_of(group, ulps):
    """Heading and lines; a ratio below 1 says how much less time xact takes than the line's row."""
    ours = {row.tier: row.minimum for row in group if row.library == "xact"}
    tiers = [tier for tier in TIERS if tier in ours]
    heading = ["", "min ns", "median ns", "max ULP"] + [f"xact {tier} / row" for tier in tiers]
    lines = [[label_of(row), f"{row.minimum:.4g}", f"{row.median:.4g}",
              f"{ulps[row.name]:.3g}" if row.name in ulps else ""] +
             [f"{ours[tier] / row.minimum:.2f}" for tier in tiers] for row in group]
    return heading, lines


def table_of_xact(rows, ulps):
    return (["", "variant", "min ns", "median ns", "max ULP"],
            [[f"{row.function} {row.tier} {row.type}", row.variant, f"{row.minimum:.4g}", f"{row.median:.4g}",
              f"{ulps[row.name]:.3g}" if row.name in ulps else ""] for row in rows])


def as_text(heading, lines):
    widths = [max(len(line[i]) for line in [heading] + lines) for i in range(len(heading))]
    return "\n".join("  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(line, widths)))
                     for line in [heading] + lines)


def as_markdown(heading, lines):
    rule = ["---"] + ["---:"] * (len(heading) - 1)
    return "\n".join("| " + " | ".join(line) + " |" for line in [heading, rule] + lines)


def title_of(measured):
    context = measured["context"]
    return f"{context['isa']}, {context['compiler']}"


def processor_of(measured):
    return measured["context"].get("processor", "a processor that is not recorded")


def judge(measured):
    """The verdicts on what was asked for."""
    context = measured["context"]
    only = context.get("only")
    asked = [bar for bar in bars.BARS if not only or set(only) & set(bars.suites_of(bar))]
    return bars.judge(measured["suites"], context["isa"], asked, normal_ulps_of(measured))


def tally(verdicts):
    return ", ".join(f"{number} {kind}" for kind, number in bars.counted(verdicts).items())


def markdown_of(measured, verdicts):
    """Everything that one program has measured."""
    context = measured["context"]
    ulps = ulps_of(measured)
    parts = [f"# xact and its peers: {title_of(measured)}",
             f"{processor_of(measured)}; {context['repetitions']} repetitions; nanoseconds per element, of a latency per call, of a recurrent cell per "
             f"step; max ULP over {measured['accuracy']['sample']}.",
             "Peers: " + ", ".join(f"{name} {version}" for name, version in sorted(context["versions"].items())) + ".",
             "Inputs: " + "; ".join(f"{name}: {text}" for name, text in context["inputs"].items()) + ".",
             "## Bars", tally(verdicts) + ".", as_markdown(bars.HEADING, list(bars.lines_of(verdicts)))]
    where = f"n = {bars.LENGTH}, {bars.INPUTS[0]}"
    alone = []
    for (function, variant, type_), group in groups_of(rows_of(measured, bars.INPUTS[0])):
        if all(row.library == "xact" for row in group):
            alone += group
        else:
            parts += [f"## {function}, {variant}, {type_}, {where}", as_markdown(*table_of(group, ulps))]
    if alone:
        parts += [f"## What no peer has, {where}", as_markdown(*table_of_xact(alone, ulps))]
    return "\n\n".join(parts) + "\n"


def stem_of(measured):
    context = measured["context"]
    return f"{context['isa']}.{context['compiler'].split()[0].lower()}"


def write_results(directory, measured, verdicts, pictures):
    directory.mkdir(parents=True, exist_ok=True)
    stem = directory / stem_of(measured)
    pathlib.Path(f"{stem}.json").write_text(stored(measured))
    pathlib.Path(f"{stem}.md").write_text(markdown_of(measured, verdicts))
    chart.draw(measured, stem, pictures)


def summary_of(judged):
    """One line a bar, one column a program: the largest ratio of all rows and inputs. judged: (measured, verdicts)."""
    heading = ["time of xact / time of the peer"]
    cells = {}
    for column, (measured, verdicts) in enumerate(judged):
        heading.append(title_of(measured))
        for verdict in verdicts:
            cells.setdefault(verdict.title, [[] for _ in judged])[column].append(verdict)

    def cell(verdicts):
        if not verdicts:
            return ""
        known = [verdict for verdict in verdicts if verdict.ratio is not None]
        if not known:
            return "not measured"
        worst = max(known, key=lambda verdict: verdict.ratio)
        missed = any(verdict.text.startswith("FAIL") for verdict in verdicts)
        partly = " (in part)" if len(known) < len(verdicts) else ""
        figure = f"**{worst.ratio:.2f}**" if missed else f"{worst.ratio:.2f}"
        return figure + ("" if worst.at_most is None else f" of {worst.at_most:.3g}") + partly

    def is_measured(title):
        return any(verdict.ratio is not None for verdicts in cells[title] for verdict in verdicts)

    order = [bar.title for bar in bars.BARS if bar.title in cells and is_measured(bar.title)]
    return heading, [[title] + [cell(verdicts) for verdicts in cells[title]] for title in order]


def replace_in_readme(readme, judged):
    begin, end = "<!-- speed: begin -->", "<!-- speed: end -->"
    versions = {}
    for measured, _ in judged:
        versions.update(measured["context"]["versions"])
    peers = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    verdicts = [verdict for _, of_one in judged for verdict in of_one]
    processors = dict.fromkeys(processor_of(measured) for measured, _ in judged)
    parts = [f"One core of {' and '.join(processors)}, float, n = {bars.LENGTH} in the first-level cache. Each figure is the "
             f"largest ratio of the row's functions on {', '.join(bars.INPUTS)} inputs, *of* the bar that the project sets itself; bold where it is missed "
             f"({tally(verdicts)}).",
             as_markdown(*summary_of(judged)), f"Peers: {peers}."]
    text = readme.read_text()
    head, rest = text.split(begin)
    readme.write_text(head + begin + "\n" + "\n\n".join(parts) + "\n" + end + rest.split(end)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", nargs="*", type=pathlib.Path, metavar="program", help="a bench program")
    parser.add_argument("--read", type=pathlib.Path, nargs="+", default=[], metavar="FILE",
                        help="take the measurements of earlier runs")
    parser.add_argument("--suites", nargs="+", metavar="NAME",
                        help="only these: " + ", ".join(dict.fromkeys(suite.name for suite in suites_of_bars(1, 1))))
    parser.add_argument("--repetitions", type=int, default=5, help="in each process (default: %(default)s)")
    parser.add_argument("--min-time", type=float, default=0.005, metavar="SECONDS",
                        help="for each repetition (default: %(default)s): short ones, as one that nothing disturbs "
                             "is enough")
    parser.add_argument("--runs", type=int, default=3,
                        help="processes for each suite (default: %(default)s): where a library's code comes to lie "
                             "makes calls of oneDNN up to twice as slow in one process as in the next")
    parser.add_argument("--launcher", default="", metavar="COMMAND",
                        help="put before each run that is timed, such as 'taskset -c 1'")
    parser.add_argument("--processor", default=processor(), metavar="NAME",
                        help="what the results call it (default: %(default)s)")
    parser.add_argument("--output", type=pathlib.Path, metavar="DIR", help="write measurements and tables, and charts of the first")
    parser.add_argument("--readme", type=pathlib.Path, metavar="FILE", help="renew the speed table of a readme")
    parser.add_argument("--strict", action="store_true", help="exit with status 1 if a bar is missed")
    arguments = parser.parse_args()
    if not arguments.programs and not arguments.read:
        parser.error("give a bench program or --read FILE")

    judged = []
    sources = [lambda file=file: json.loads(file.read_text()) for file in arguments.read]
    sources += [lambda program=program: measure(program, arguments) for program in arguments.programs]
    for source in sources:
        measured = source()
        verdicts = judge(measured)
        judged.append((measured, verdicts))
        print(f"{title_of(measured)}\n\n{as_text(bars.HEADING, list(bars.lines_of(verdicts)))}\n", flush=True)
        if arguments.output:
            write_results(arguments.output, measured, verdicts, pictures=len(judged) == 1)
    everything = [verdict for _, verdicts in judged for verdict in verdicts]
    print(f"{as_text(*summary_of(judged))}\n\n{tally(everything)}")
    if arguments.readme:
        replace_in_readme(arguments.readme, judged)
    sys.exit(1 if arguments.strict and bars.counted(everything)["FAIL"] else 0)


if __name__ == "__main__":
    main()
