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

    def test_no_bar_is_stated(self):
        stated = self.bar._replace(at_most={"avx2": None})
        self.assertEqual(self.verdict({OURS: [9], PEER: [1], OTHER: [1]}, stated).text, "stated")


class WorstInputs(unittest.TestCase):
    bar = bars.Worst("worst", [OURS], {"avx2": 2})

    def text(self, times):
        return judged(self.bar, {"inputs": {f"{OURS}/{inputs}/{bars.LENGTH}": [t] for inputs, t in times.items()}})[0].text

    def test_slowest_by_fastest(self):
        level = dict.fromkeys(bars.TAILED, 1.0)
        self.assertEqual(self.text({**level, "all_tail": 2.0}), "pass")
        self.assertEqual(self.text({**level, "all_tail": 2.1}), "FAIL")
        self.assertEqual(self.text({**level, "normal1": 0.4}), "FAIL")

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
            self.assertNotIn("not measured", {verdict.text for verdict in bars.judge(suites, isa)})

    def test_kinds_are_counted(self):
        verdicts = judged(RatioBar.bar, {}) + judged(ShortCalls.bar, {})
        self.assertEqual(bars.counted(verdicts), {"pass": 0, "FAIL": 0, "not measured": 2, "stated": 0})


if __name__ == "__main__":
    unittest.main()
