# SPDX-License-Identifier: Apache-2.0
"""A package that differs from a plain one only by a trick never gets a better verdict."""

import sys

from program import Check

ORDER = ("pass", "review", "incomplete", "fail")


def requested(result):
    return {asked["name"] for asked in result["permissions"]["requested"]}


def main():
    check = Check(__doc__)
    # One of them asks for 60,000 permissions, and a debug build prints each of them.
    check.seconds = 150.0
    check.make("tricks", check.folder)
    table = check.folder / "expected.tsv"
    expected = dict(line.split("\t") for line in table.read_text().splitlines())
    table.unlink()
    results = check.results(check.folder, "tricks")
    check.expect(results["plain-manifest.apk"]["verdict"] != "pass", "the plain package passes")
    for name, plain in expected.items():
        if name not in results:
            continue
        result = results[name]
        if plain:
            least = results[plain]["verdict"]
            check.expect(requested(result) == requested(results[plain]),
                         f"{name}: asks for {sorted(requested(result))}")
        else:
            least = "incomplete"
            check.expect(result["refused"], f"{name}: not said to be refused")
        verdict = result["verdict"]
        check.expect(ORDER.index(verdict) >= ORDER.index(least), f"{name}: {verdict}")
    return check.end()


sys.exit(main())
