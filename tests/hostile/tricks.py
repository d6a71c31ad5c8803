# SPDX-License-Identifier: Apache-2.0
"""A package that differs from a plain one only by a trick never gets a better verdict."""

import sys

from program import Check

ORDER = ("pass", "review", "incomplete", "fail")


def requested(result):
    return {asked["name"] for asked in result["permissions"]["requested"]}


def main():
    check = Check(__doc__)
    check.make("tricks", check.folder)
    table = check.folder / "expected.tsv"
    expected = [line.split("\t") for line in table.read_text().splitlines()]
    table.unlink()
    results = check.results(check.folder, "tricks")
    check.expect(results["plain-manifest.apk"]["verdict"] != "pass", "the plain package passes")
    for name, plain, asks, *_ in expected:
        if name not in results:
            continue
        result = results[name]
        if plain:
            least = results[plain]["verdict"]
            same = requested(result) == requested(results[plain])
            check.expect(same == (asks == "same"), f"{name}: does not ask for the {asks}")
        else:
            least = "incomplete"
            check.expect(result["refused"], f"{name}: not said to be refused")
        verdict = result["verdict"]
        check.expect(ORDER.index(verdict) >= ORDER.index(least), f"{name}: {verdict}")
    return check.end()


sys.exit(main())
