#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One package in a hundred takes its worker down: the rest is complete, and each of these is
recorded with what it did. The worker fails through a hook that only a developer build has."""
import json
import pathlib
import subprocess

from runs import Check, ask, environment, rows

# What the hook does by name, and how that is recorded.
POISONS = [("poison-crash", "crash", 11), ("poison-hang", "timeout", 9), ("poison-memory", "memory", 0)]


def served(check, poisoned):
    """The worker of a cluster: a line for every line, whatever becomes of the package."""
    healthy = sorted(poisoned[0].parent.glob("*.apk"))[0]
    paths = [path for bad in poisoned for path in (bad, healthy)]
    run = subprocess.run(check.line("worker", "--timeout", "5"), input="".join(f"{path}\n" for path in paths),
                         capture_output=True, text=True,
                         env=environment({"variables": {"LOANLINT_TEST_HOOKS": "1"}}))
    reports = [json.loads(line) for line in run.stdout.splitlines()]
    check.expect([report["package"]["path"] for report in reports] == [str(path) for path in paths],
                 f"a report for every line, in order: {run.stderr}")
    for path, report in zip(paths, reports):
        check.expect((len(report["gaps"]) == 1) == (path != healthy), f"{path}: {report['gaps']}")


def main():
    check = Check(__doc__)
    corpus = check.corpus()
    clean, poisoned = check.folder / "clean.db", check.folder / "poisoned.db"
    check.scan(corpus, "--store", clean, "--jobs", "2")
    expected = {}
    for i, path in enumerate(sorted(corpus.rglob("*.*"))[50::100]):
        name, failure, number = POISONS[i % len(POISONS)]
        bad = path.with_name(f"{path.stem}-{name}{path.suffix}")
        path.rename(bad)
        expected[str(bad)] = (failure, number)
    check.expect(len(expected) >= len(POISONS), "each poison is there; use more packages")
    run = check.scan(corpus, "--store", poisoned, "--jobs", "2", "--timeout", "10",
                     variables={"LOANLINT_TEST_HOOKS": "1"})
    failed = {path: (failure, number) for path, failure, number in ask(
        poisoned, "SELECT path, failure, failure_signal FROM files JOIN packages ON "
                  "packages.id = files.package WHERE failure <> ''")}
    check.expect(failed == expected, f"recorded: {failed}, expected: {expected}")
    check.expect(f"{len(expected)} failed" in run.stderr, f"the run says how many failed: {run.stderr}")
    check.expect(run.returncode == 2, "what could not be read makes exit status 2")
    gone = {row[0] for row in ask(poisoned, "SELECT id FROM packages WHERE failure <> ''")}

    def others(store, table, column):
        return [row for row in rows(store, (table,))[table] if row[column] not in gone]

    # Files apart: a poisoned one has another name.
    for table, column in (("packages", 0), ("findings", 0), ("evidence", 0), ("gaps", 0), ("facts", 0)):
        wanted, found = others(clean, table, column), others(poisoned, table, column)
        if table == "packages":  # made with another time limit, which the settings tell
            wanted, found = ([row[:14] + row[15:] for row in part] for part in (wanted, found))
        check.expect(wanted == found, f"{table}: the healthy packages are as without poison")
    listed = check.report(poisoned, "-f", "csv", "--table", "failures")
    for path, (failure, number) in expected.items():
        check.expect(f"{path},{failure},{number},1" in listed, f"the report lists {path}: {listed}")
    served(check, [next(path for path in map(pathlib.Path, expected) if name in path.name)
                   for name, _, _ in POISONS])
    check.end()


if __name__ == "__main__":
    main()
