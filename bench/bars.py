"""The speed that xact promises, and what a run of the bench programs says about it.

A row is named as the programs name it, library/function[/tier]/variant/type; inputs and length come after that. A
ratio is the time of a row of xact by that of the fastest of its peers, both the fastest of all repetitions.
"""

import pathlib
import re
from collections import namedtuple
from fnmatch import fnmatchcase
from statistics import median

# ours, peers: names, the peers' with * for anything and {function} for the function of ours. Every row of ours is
#   compared with the fastest peer there is.
# at_most: by instruction set, the largest ratio that passes (Short: the most nanoseconds a call); None where there is
#   no bar and the figure is stated only. An instruction set that is missing is not asked for.
# tolerance: how far noise moves the ratio of equal loops: a ratio up to at_most * tolerance passes.
# max_ulp: peers with a larger error do not count; where the result is a subnormal number, every error is allowed.
# suite: the run that has the rows; None for the run that is named as the inputs.
Ratio = namedtuple("Ratio", "title ours peers at_most inputs n suite tolerance max_ulp")
Worst = namedtuple("Worst", "title ours at_most inputs suite")
Short = namedtuple("Short", "title ours at_most longest")

Verdict = namedtuple("Verdict", "title ours theirs inputs n our_times their_times ratio at_most text")

LENGTH = 4096
MEMORY = 64 << 20
ISAS = ["avx512", "avx2", "sse2"]
INPUTS = ["uniform8", "normal1", "normal3"]
TAILED = INPUTS + ["uniform20", "one_tail", "all_tail"]

# The copy loop on three sets of arrays in one run differs by up to 2 %, which a bar of 1 could not tell from a miss.
NOISE = 1.03


def ratio(title, ours, peers, at_most, inputs=None, n=LENGTH, suite=None, tolerance=1, max_ulp=None):
    return Ratio(title, ours, peers, at_most, inputs or INPUTS, n, suite, tolerance, max_ulp)


def of_family(title, functions, peers, at_most, max_ulp=None, variant="value"):
    """A bar on smooth activations in float, half as much again on AVX2."""
    return ratio(title, [f"xact/{function}/precise/{variant}/f32" for function in functions], peers,
                 {"avx512": at_most, "avx2": 1.5 * at_most}, suite="family", max_ulp=max_ulp)


def anywhere_in(libraries):
    return [f"{library}/{{function}}/*value/f32" for library in libraries]


def both(middle):
    return [f"xact/{function}/{middle}" for function in ("tanh", "sigmoid")]


def everywhere(at_most):
    return dict.fromkeys(ISAS, at_most)


# Whatever has a row in the tests; a name with parameters in it is no row of the benchmarks.
PIECEWISE = re.findall(r'name = "(\w+)"',
                       (pathlib.Path(__file__).parent.parent / "tests/rows/piecewise.hpp").read_text())
SMOOTH = ["exponential", "silu", "gelu", "gelu_tanh", "softplus", "mish", "elu"]
KIN = [f"xact/{function}/exact/{variant}/f32" for function in PIECEWISE for variant in ("value", "derivative")]
PEERS = ["eigen", "xnnpack", "onednn", "libmvec", "sleef", "highway", "xsimd"]
COMPOSING = [peer for peer in PEERS if peer != "xnnpack"]  # have softplus and mish, or what they are composed of
EIGEN_TANH = ["eigen/tanh/value/f32"]
OWN_SIGMOID = ["xact/sigmoid/precise/value/f32"]
CELLS = [f"xact/{kind}_{{}}/precise/step/f32" for kind in ("lstm", "gru")]

BARS = [
    ratio(f"relu and its kin, and their derivatives / copy loop ({NOISE - 1:.0%} noise allowed)", KIN,
          ["limit/copy/simd/value/f32"], everywhere(1), suite="copies", tolerance=NOISE),
    ratio("tanh / fastest of Eigen, XNNPACK", ["xact/tanh/precise/value/f32"],
          EIGEN_TANH + ["xnnpack/tanh/*value/f32"], {"avx512": 1.0, "avx2": 1.2}),
    ratio("tanh / Eigen", ["xact/tanh/precise/value/f32"], EIGEN_TANH, {"sse2": 1.5}),
    ratio("sigmoid / fastest peer", OWN_SIGMOID, [f"{peer}/sigmoid/*value/f32" for peer in PEERS],
          {"avx512": 1.25, "avx2": 1.3}),
    ratio("sigmoid / Eigen", OWN_SIGMOID, ["eigen/sigmoid/value/f32"], {"sse2": 1.3}),
    ratio("exact tanh, sigmoid / Eigen's tanh", both("exact/value/f32"), EIGEN_TANH,
          {"avx512": 2.8, "avx2": 3.3, "sse2": None}),
    ratio("fast tanh, sigmoid / Eigen's tanh", both("fast/value/f32"), EIGEN_TANH,
          {"avx512": 0.6, "avx2": 0.65, "sse2": 0.8}),
    ratio("tanh', sigmoid' / own sigmoid", both("precise/derivative/f32"), OWN_SIGMOID, everywhere(1.15)),
    ratio("value and derivative in one pass / own sigmoid", both("precise/fused/f32"), OWN_SIGMOID, everywhere(1.5)),
    ratio("backward of tanh, sigmoid / oneDNN", both("precise/backward/f32"), ["onednn/{function}/backward/f32"],
          {"avx512": 0.5, "avx2": 0.5}),
    ratio("latency of one register, tanh, sigmoid / xsimd", both("precise/latency/f32"),
          ["xsimd/{function}/*latency/f32"], {"avx512": 0.6, "avx2": 0.6, "sse2": 0.8}),
    ratio("double tanh, sigmoid / Eigen", both("precise/value/f64"), ["eigen/{function}/value/f64"],
          {"avx512": 1.5, "avx2": 1.5}),
    ratio("LSTM, GRU step, 8 units / with xsimd's functions", [cell.format(8) for cell in CELLS],
          ["xsimd/{function}/step/f32"], everywhere(0.75)),
    ratio("LSTM, GRU step, 16 and 32 units / with xsimd's functions",
          [cell.format(units) for cell in CELLS for units in (16, 32)], ["xsimd/{function}/step/f32"],
          everywhere(None)),
    Worst("slowest inputs / fastest inputs: tanh, sigmoid, derivatives, one pass",
          [row for variant in ("value", "derivative", "fused") for row in both(f"precise/{variant}/f32")],
          everywhere(2), TAILED, "inputs"),
    of_family("silu / exp and divide", ["silu"], anywhere_in(["forms"]), 1.3),
    of_family("gelu, gelu_tanh / XNNPACK", ["gelu", "gelu_tanh"], anywhere_in(["xnnpack"]), 1.4),
    of_family("softplus / fastest peer", ["softplus"], anywhere_in(COMPOSING), 0.5),
    of_family("mish / fastest peer", ["mish"], anywhere_in(COMPOSING), 1.0),
    of_family("elu / XNNPACK", ["elu"], anywhere_in(["xnnpack"]), 1.2),
    of_family("exponential / fastest peer within 2.3 ULP", ["exponential"], anywhere_in(["forms"] + PEERS), 0.95, 2.3),
    of_family("derivatives of smooth activations / own value", SMOOTH, ["xact/{function}/precise/value/f32"], 1.3,
              variant="derivative"),
    Worst("slowest inputs / fastest inputs: smooth activations, derivatives",
          [f"xact/{function}/precise/{variant}/f32" for function in SMOOTH for variant in ("value", "derivative")],
          {"avx512": 2, "avx2": 2}, INPUTS, "family"),
    ratio("relu, tanh, 64Mi floats / best of memcpy, non-temporal copy",
          ["xact/relu/exact/value/f32", "xact/tanh/precise/value/f32"],
          ["limit/copy/memcpy/value/f32", "limit/copy/nontemporal/value/f32"],
          {"avx512": 1 / 0.95, "avx2": 1 / 0.95, "sse2": None}, ["uniform8"], MEMORY, "memory"),
    ratio("relu, tanh, 64Mi floats in place / copy loop in place",
          ["xact/relu/exact/in_place/f32", "xact/tanh/precise/in_place/f32"], ["limit/copy/simd/in_place/f32"],
          {"avx512": 1 / 0.95, "avx2": 1 / 0.95, "sse2": None}, ["uniform8"], MEMORY, "memory"),
    Short("tanh, 1 to 64 floats: ns a call", "xact/tanh/precise/value/f32", {"avx512": 8, "avx2": None, "sse2": None},
          64),
]


def suite_of(bar, inputs):
    """In which run of the program the rows of a bar stand."""
    return bar.suite or inputs


def suites_of(bar):
    return ["short"] if isinstance(bar, Short) else [suite_of(bar, inputs) for inputs in bar.inputs]


def judge(suites, isa, bars=None, ulps=None):
    """The verdicts on one program. suites: by run, the times of "row/inputs/n"; ulps: the errors by row."""
    verdicts = []
    for bar in BARS if bars is None else bars:
        if isa not in bar.at_most:
            continue
        if isinstance(bar, Ratio):
            verdicts += judge_ratio(bar, suites, isa, ulps or {})
        else:
            verdicts += {Worst: judge_worst, Short: judge_short}[type(bar)](bar, suites, isa)
    return verdicts


def passes(figure, bar, isa, tolerance=1):
    at_most = bar.at_most[isa]
    return "stated" if at_most is None else "pass" if figure <= at_most * tolerance else "FAIL"


def is_accurate(bar, name, ulps):
    """An error that is not known is none that is allowed."""
    return bar.max_ulp is None or ulps.get(name, float("inf")) <= bar.max_ulp


def judge_ratio(bar, suites, isa, ulps):
    for inputs in bar.inputs:
        times = suites.get(suite_of(bar, inputs), {})
        ending = f"/{inputs}/{bar.n}"
        for ours in bar.ours:
            patterns = [peer.format(function=ours.split("/")[1]) for peer in bar.peers]
            found = {pattern: [name for name in times if fnmatchcase(name, pattern + ending)] for pattern in patterns}
            missing = [pattern.split("/")[0] for pattern in patterns if not found[pattern]]
            rivals = [name for names in found.values() for name in names
                      if is_accurate(bar, name[:-len(ending)], ulps)]
            our_times = times.get(ours + ending)
            if not our_times or not rivals:
                yield Verdict(bar.title, ours, bar.peers[0], inputs, bar.n, our_times, None, None, bar.at_most[isa],
                              "not measured")
                continue
            fastest = min(rivals, key=lambda name: min(times[name]))
            figure = min(our_times) / min(times[fastest])
            text = passes(figure, bar, isa, bar.tolerance) + (f", without {', '.join(missing)}" if missing else "")
            yield Verdict(bar.title, ours, fastest[:-len(ending)], inputs, bar.n, our_times, times[fastest], figure,
                          bar.at_most[isa], text)


def judge_worst(bar, suites, isa):
    times = suites.get(bar.suite, {})
    for ours in bar.ours:
        by_inputs = {inputs: times.get(f"{ours}/{inputs}/{LENGTH}") for inputs in bar.inputs}
        if not all(by_inputs.values()):
            yield Verdict(bar.title, ours, ours, "", LENGTH, None, None, None, bar.at_most[isa], "not measured")
            continue
        order = sorted(bar.inputs, key=lambda inputs: min(by_inputs[inputs]))
        figure = min(by_inputs[order[-1]]) / min(by_inputs[order[0]])
        yield Verdict(bar.title, ours, f"itself, {order[0]}", order[-1], LENGTH, by_inputs[order[-1]],
                      by_inputs[order[0]], figure, bar.at_most[isa], passes(figure, bar, isa))


def judge_short(bar, suites, isa):
    times = suites.get("short", {})
    calls = {n: [time * n for time in times.get(f"{bar.ours}/uniform8/{n}", [])] for n in range(1, bar.longest + 1)}
    if not all(calls.values()):
        yield Verdict(bar.title, bar.ours, "", "uniform8", f"1..{bar.longest}", None, None, None, bar.at_most[isa],
                      "not measured")
        return
    slowest = max(calls, key=lambda n: min(calls[n]))
    figure = min(calls[slowest])
    yield Verdict(bar.title, bar.ours, "", "uniform8", slowest, calls[slowest], None, figure, bar.at_most[isa],
                  passes(figure, bar, isa))


def counted(verdicts):
    """How many verdicts there are of each kind."""
    kinds = [verdict.text.split(",")[0] for verdict in verdicts]
    return {kind: kinds.count(kind) for kind in ("pass", "FAIL", "not measured", "stated")}


HEADING = ["bar", "xact", "peer", "inputs", "n", "xact min", "median", "peer min", "median", "ratio", "of medians",
           "at most", "verdict"]


def lines_of(verdicts):
    def pair(times):
        return [f"{min(times):.4g}", f"{median(times):.4g}"] if times else ["", ""]

    for v in verdicts:
        medians = f"{median(v.our_times) / median(v.their_times):.2f}" if v.our_times and v.their_times else ""
        yield [v.title, v.ours, v.theirs, v.inputs, str(v.n), *pair(v.our_times), *pair(v.their_times),
               "" if v.ratio is None else f"{v.ratio:.2f}", medians, "" if v.at_most is None else f"{v.at_most:.3g}",
               v.text]
