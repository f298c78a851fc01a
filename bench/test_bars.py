#!/usr/bin/env python3
"""The verdicts on made-up times: each kind of bar passes, fails, and says so when something was not measured."""

import unittest

import bars
import compare

OURS, PEER, OTHER = "xact/tanh/precise/value/f32", "eigen/tanh/value/f32", "xnnpack/tanh/kernel/value/f32"


def judged(bar, suites, isa="avx2"):
    return list(bars.judge(suites, isa, [bar]))


class RatioBar(unittest.TestCase):
    bar = bars.ratio("tanh", [OURS], [PEER, "xnnpack/{function}/*value/f32"], {"avx2": 1.5}, ["uniform8"], 4096)

    def verdict(self, times, bar=None):
        suite = {f"{name}/uniform8/4096": measured for name, measured in times.items()}
        return judged(bar or self.bar, {"uniform8": suite})[0]

    def test_the_fastest_repetition_of_the_fastest_peer_decides(self):
        verdict = self.verdict({OURS: [3, 9], PEER: [4, 4], OTHER: [2, 50]})
        self.assertEqual((verdict.theirs, verdict.ratio, verdict.text), (OTHER, 1.5, "pass"))

    def test_a_larger_ratio_fails(self):
        self.assertEqual(self.verdict({OURS: [3.01], PEER: [2], OTHER: [2]}).text, "FAIL")

    def test_tolerance_is_a_factor_of_the_bar(self):
        tolerant = self.bar._replace(tolerance=1.1)
        self.assertEqual(self.verdict({OURS: [1.64], PEER: [1], OTHER: [1]}, tolerant).text, "pass")
        self.assertEqual(self.verdict({OURS: [1.66], PEER: [1], OTHER: [1]}, tolerant).text, "FAIL")

    def test_a_missing_peer_is_named(self):
        self.assertEqual(self.verdict({OURS: [1], PEER: [1]}).text, "pass, without xnnpack")
        self.assertEqual(self.verdict({OURS: [9], OTHER: [1]}).text, "FAIL, without eigen")

    def test_nothing_to_compare_is_not_measured(self):
        self.assertEqual(self.verdict({OURS: [1]}).text, "not measured")
        self.assertEqual(self.verdict({PEER: [1], OTHER: [1]}).text, "not measured")

    def test_other_inputs_and_lengths_do_not_count(self):
        suites = {"uniform8": {f"{OURS}/uniform8/4096": [1], f"{PEER}/normal1/4096": [1], f"{PEER}/uniform8/64": [1]}}
        self.assertEqual(judged(self.bar, suites)[0].text, "not measured")

    def test_an_instruction_set_without_the_bar_is_not_asked(self):
        self.assertEqual(judged(self.bar, {}, "sse2"), [])

    def test_a_peer_that_is_not_accurate_enough_does_not_count(self):
        times = {OURS: [1], PEER: [1], OTHER: [0.1]}
        suites = {"uniform8": {f"{name}/uniform8/4096": measured for name, measured in times.items()}}
        bar = self.bar._replace(max_ulp=2.3)

        def verdict(ulps):
            return next(iter(bars.judge(suites, "avx2", [bar], ulps)))

        self.assertEqual(verdict({PEER: 2.3, OTHER: 2.4}).theirs, PEER)
        self.assertEqual(verdict({PEER: 2.3, OTHER: 2.3}).theirs, OTHER)
        self.assertEqual(verdict({PEER: 2.3}).theirs, PEER)
        self.assertEqual(verdict({}).text, "not measured")

    def test_no_bar_is_stated(self):
        stated = self.bar._replace(at_most={"avx2": None})
        self.assertEqual(self.verdict({OURS: [9], PEER: [1], OTHER: [1]}, stated).text, "stated")


class WorstInputs(unittest.TestCase):
    bar = bars.Worst("worst", [OURS], {"avx2": 2}, bars.TAILED, "inputs")

    def text(self, times):
        return judged(self.bar, {"inputs": {f"{OURS}/{inputs}/{bars.LENGTH}": [t] for inputs, t in times.items()}})[0].text

    def test_slowest_by_fastest(self):
        level = dict.fromkeys(bars.TAILED, 1.0)
        self.assertEqual(self.text({**level, "all_tail": 2.0}), "pass")
        self.assertEqual(self.text({**level, "all_tail": 2.1}), "FAIL")
        self.assertEqual(self.text({**level, "normal1": 0.4}), "FAIL")

    def test_the_inputs_and_the_run_are_those_of_the_bar(self):
        bar = self.bar._replace(inputs=["normal1", "normal3"], suite="family")
        times = {f"{OURS}/{inputs}/{bars.LENGTH}": [t] for inputs, t in (("normal1", 1), ("normal3", 2), ("all_tail", 9))}
        self.assertEqual(judged(bar, {"family": times})[0].text, "pass")
        self.assertEqual(judged(bar, {"inputs": times})[0].text, "not measured")

    def test_all_inputs_are_needed(self):
        self.assertEqual(self.text({"uniform8": 1.0}), "not measured")


class ShortCalls(unittest.TestCase):
    bar = bars.Short("short", OURS, {"avx2": 8}, 4)

    def verdict(self, calls):
        return judged(self.bar, {"short": {f"{OURS}/uniform8/{n}": [ns / n] for n, ns in calls.items()}})[0]

    def test_the_slowest_length_decides(self):
        self.assertEqual(self.verdict({1: 5, 2: 5, 3: 8, 4: 6}).text, "pass")
        slow = self.verdict({1: 5, 2: 9, 3: 8, 4: 6})
        self.assertEqual((slow.n, slow.text), (2, "FAIL"))

    def test_all_lengths_are_needed(self):
        self.assertEqual(self.verdict({1: 5, 2: 5, 4: 6}).text, "not measured")


class TheFamily(unittest.TestCase):
    """A bar for each function, met and missed by a hair, on the inputs that are the worst."""

    AT_MOST = {"silu": (1.3, "forms"), "gelu": (1.4, "xnnpack"), "gelu_tanh": (1.4, "xnnpack"),
               "softplus": (0.5, "onednn"), "mish": (1.0, "onednn"), "elu": (1.2, "xnnpack"),
               "exponential": (0.95, "forms")}

    def verdicts(self, isa, factor, inputs="normal3", slope=1.0):
        family, ulps = {}, {}
        for function, (at_most, library) in self.AT_MOST.items():
            peer = f"{library}/{function}/value/f32"
            ulps[peer] = 2.3
            at_most *= {"avx512": 1, "avx2": 1.5}[isa]
            for each in bars.INPUTS:
                ours = at_most * (factor if each == inputs else 0.9)
                for variant, times in (("value", 1), ("derivative", slope)):
                    family[f"xact/{function}/precise/{variant}/f32/{each}/{bars.LENGTH}"] = [ours * times]
                family[f"{peer}/{each}/{bars.LENGTH}"] = [1.0]
        asked = [bar for bar in bars.BARS if "family" in bars.suites_of(bar)]
        return bars.judge({"family": family}, isa, asked, ulps)

    def failed(self, *arguments, **more):
        return {(verdict.ours, verdict.inputs) for verdict in self.verdicts(*arguments, **more)
                if not verdict.text.startswith("pass")}

    def test_met(self):
        for isa in ("avx512", "avx2"):
            self.assertEqual(self.failed(isa, 0.999), set())
            # Value and derivative on each of the inputs, and their worst.
            self.assertEqual(len(self.verdicts(isa, 0.999)), 2 * len(bars.SMOOTH) * (len(bars.INPUTS) + 1))

    def test_slowest_inputs(self):
        def worst(factor):
            return {verdict.text for verdict in self.verdicts("avx512", factor) if verdict.theirs.startswith("itself")}

        self.assertEqual(worst(0.9 / 2.001), {"FAIL"})
        self.assertEqual(worst(0.9 / 1.999), {"pass"})

    def test_missed_on_one_distribution(self):
        for isa in ("avx512", "avx2"):
            self.assertEqual(self.failed(isa, 1.001),
                             {(f"xact/{function}/precise/value/f32", "normal3") for function in bars.SMOOTH})

    def test_derivatives(self):
        every = {(f"xact/{function}/precise/derivative/f32", inputs)
                 for function in bars.SMOOTH for inputs in bars.INPUTS}
        self.assertEqual(self.failed("avx512", 0.9, slope=1.299), set())
        self.assertEqual(self.failed("avx512", 0.9, slope=1.301), every)
        self.assertEqual(self.failed("avx2", 0.9, slope=1.949), set())
        self.assertEqual(self.failed("avx2", 0.9, slope=1.951), every)

    def test_all_bars_of_a_suite_and_no_others_are_asked_for(self):
        measured = {"context": {"isa": "avx2", "only": ["family"]}, "suites": {"family": {}},
                    "accuracy": {"entries": []}}
        titles = {verdict.title for verdict in compare.judge(measured)}
        self.assertEqual(titles, {bar.title for bar in bars.BARS if "family" in bars.suites_of(bar)})
        del measured["context"]["only"]
        self.assertGreater({verdict.title for verdict in compare.judge(measured)}, titles)

    def test_the_list_of_piecewise_activations_is_that_of_the_tests(self):
        self.assertLessEqual({"relu", "relu6", "leaky_relu"}, set(bars.PIECEWISE))
        self.assertFalse(set(bars.PIECEWISE) & set(bars.SMOOTH))


class TheList(unittest.TestCase):
    def test_nothing_measured_passes_nothing(self):
        for isa in bars.ISAS:
            self.assertEqual({verdict.text for verdict in bars.judge({}, isa)}, {"not measured"})

    def test_what_is_run_suffices_for_every_bar(self):
        suites = {}
        for suite in compare.suites_of_bars(1, 1):
            # The run of all rows has those of the bars in particular.
            rows = suite.rows or [row for other in compare.suites_of_bars(1, 1) for row in other.rows or []]
            suites[suite.name] = {f"{row.replace('*', '')}/{inputs}/{n}": [1.0]
                                  for row in rows for inputs in suite.inputs for n in suite.lengths}
        for isa in bars.ISAS:
            verdicts = bars.judge(suites, isa, ulps=dict.fromkeys(self.names_in(suites), 1.0))
            self.assertNotIn("not measured", {verdict.text for verdict in verdicts})

    @staticmethod
    def names_in(suites):
        return {name.rsplit("/", 2)[0] for times in suites.values() for name in times}

    def test_kinds_are_counted(self):
        verdicts = judged(RatioBar.bar, {}) + judged(ShortCalls.bar, {})
        self.assertEqual(bars.counted(verdicts), {"pass": 0, "FAIL": 0, "not measured": 2, "stated": 0})


if __name__ == "__main__":
    unittest.main()
