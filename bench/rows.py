"""The rows of a program's measurements, as compare.py stores them."""

import statistics
from collections import namedtuple

Row = namedtuple("Row", "name library function tier variant type n minimum median")


def rows_of(measured, inputs):
    """What the tables show: the run of all rows, which is named as its inputs; without it, the family's."""
    suites = measured["suites"]
    for name, times in suites.get(inputs, suites.get("family", {})).items():
        library, function, *tier, variant, type_, measured_on, n = name.split("/")
        if measured_on != inputs:
            continue
        yield Row(name.rsplit("/", 2)[0], library, function, "/".join(tier), variant, type_, int(n), min(times),
                  statistics.median(times))


def ulps_of(measured):
    return {entry["name"]: float(entry["max_ulp"]) for entry in measured["accuracy"]["entries"]}


def normal_ulps_of(measured):
    """Where the result is a normal number."""
    return {entry["name"]: float(entry["max_ulp_normal"]) for entry in measured["accuracy"]["entries"]}


def label_of(row):
    library = "copy" if row.library == "limit" else row.library
    return f"{library} {row.tier}".strip().replace("_", " ")
