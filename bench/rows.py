"""The rows of a program's measurements, as compare.py stores them."""

import statistics
from collections import namedtuple

Row = namedtuple("Row", "name library function tier variant type n minimum median")


def rows_of(measured, suite):
    for name, times in measured["suites"].get(suite, {}).items():
        library, function, *tier, variant, type_, _, n = name.split("/")
        yield Row(name.rsplit("/", 2)[0], library, function, "/".join(tier), variant, type_, int(n), min(times),
                  statistics.median(times))


def ulps_of(measured):
    return {entry["name"]: float(entry["max_ulp"]) for entry in measured["accuracy"]["entries"]}


def label_of(row):
    library = "copy" if row.library == "limit" else row.library
    return f"{library} {row.tier}".strip().replace("_", " ")
