# SPDX-License-Identifier: Apache-2.0
"""Runs over many packages: what every check of this folder shares."""

import argparse
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
TABLES = ("files", "packages", "results")


def skip(why):
    """Ends a check that cannot run here, loudly."""
    print(f"SKIPPED: {why}", file=sys.stderr)
    sys.exit(SKIPPED)


def rows(store, tables=TABLES + ("runs",)):
    """Every row of a store, by table."""
    database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    found = {table: sorted(database.execute(f"SELECT * FROM {table}")) for table in tables}
    database.close()
    return found


def ask(store, sql):
    database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    found = database.execute(sql).fetchall()
    database.close()
    return found


class Check:
    """A check with its scratch folder, its corpus and the failures it has met."""

    def __init__(self, description, options=None):
        parser = argparse.ArgumentParser(description=description)
        parser.add_argument("--loanlint", required=True, type=pathlib.Path)
        parser.add_argument("--packages", type=int, default=200)
        if options:
            options(parser)
        self.args = parser.parse_args()
        self.binary = str(self.args.loanlint.resolve())
        self._folder = tempfile.TemporaryDirectory(prefix="loanlint-scale-")
        self.folder = pathlib.Path(self._folder.name)
        self.failures = 0
        self.done = 0

    def corpus(self, name="corpus", *options):
        """Makes packages, distinct but for the options, and gives their folder."""
        folder = self.folder / name
        subprocess.run([sys.executable, str(ROOT / "bench/make-corpus"), str(self.args.packages),
                        str(folder), *options], check=True)
        return folder

    def line(self, *args):
        return [self.binary, *map(str, args)]

    def scan(self, *args, expect=(0, 1, 2), **options):
        """One run to its end; its standard error is in `.stderr`."""
        variables = environment(options)
        run = subprocess.run(self.line("scan", *args), stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True, env=variables, **options)
        self.expect(run.returncode in expect, f"scan {args}: status {run.returncode}: {run.stderr}")
        return run

    def report(self, *args):
        run = subprocess.run(self.line("report", *args), capture_output=True, text=True,
                             env=environment({}))
        self.expect(run.returncode == 0, f"report {args}: status {run.returncode}: {run.stderr}")
        return run.stdout

    def expect(self, holds, what):
        self.done += 1
        if not holds:
            self.failures += 1
            print(f"FAILED: {what}", file=sys.stderr)
        return holds

    def expect_equal(self, expected, got, what):
        """Two stores by table; the first differing row is shown."""
        for table, wanted in expected.items():
            if not self.expect(wanted == got[table], f"{what}: {table} differs: {len(wanted)} rows "
                                                     f"expected, {len(got[table])} found"):
                for row in sorted(set(wanted) ^ set(got[table]))[:2]:
                    print(f"  {'missing' if row in wanted else 'extra'}: {row}", file=sys.stderr)

    def end(self):
        print(f"{self.done} checks, {self.failures} failures")
        self._folder.cleanup()
        sys.exit(1 if self.failures or not self.done else 0)


def environment(options):
    return dict(os.environ, LOANLINT_LANG="en", LC_ALL="C.UTF-8", **options.pop("variables", {}))
