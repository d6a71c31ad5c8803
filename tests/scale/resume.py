#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a resumed run leaves out and what it scans again; progress for machines."""
import json
import os
import re

from runs import Check, rows


def left_out(run):
    return int(re.search(r"inputs: (\d+) left out", run.stderr).group(1))


def main():
    check = Check(__doc__)
    count = check.args.packages
    corpus = check.corpus("corpus", "--duplicates", "10")
    whole = check.folder / "whole.db"
    paths = [path for path in corpus.rglob("*") if path.is_file()]
    copies = count - len({path.read_bytes() for path in paths})
    check.expect(copies > 0, "the corpus has copies")
    run = check.scan(corpus, "--store", whole)
    check.expect(left_out(run) == copies, f"copies are scanned once: {run.stderr}")
    check.expect(f"loanlint report {whole}" in run.stderr, "the run says how to see its results")
    check.expect(run.stdout == "", "a run that only stores prints no report")
    check.expect("\r" not in run.stderr and "ETA" not in run.stderr, "no progress in a pipe")
    expected = rows(whole)

    again = check.scan(corpus, "--store", whole, "--resume")
    check.expect(left_out(again) == count, "unchanged files are left out")
    check.expect_equal(expected, rows(whole), "a second run")
    for path in list(corpus.rglob("*.apk"))[:5]:
        os.utime(path, ns=(1, 1))
    check.expect(left_out(check.scan(corpus, "--store", whole, "--resume")) == count,
                 "a file with another time and the same content is left out")
    touched = rows(whole)
    check.expect(touched["packages"] == expected["packages"] and touched["files"] != expected["files"],
                 "only its stamp is new")
    changed = check.scan(corpus, "--store", whole, "--resume", "--skip", "policy-vague")
    check.expect(left_out(changed) == copies, "other rules: everything is scanned again")
    check.expect(left_out(check.scan(corpus, "--store", whole, "--resume", "--skip", "policy-vague")) == count,
                 "and left out when nothing changes again")

    run = check.scan(corpus, "--store", check.folder / "fresh.db", "--progress", "json")
    states = [json.loads(line) for line in run.stderr.splitlines() if line.startswith("{")]
    check.expect(bool(states) and states[-1]["done"] == states[-1]["total"] == count,
                 f"the last state says that all is done: {states[-1:]}")
    check.expect(all(earlier["done"] <= later["done"] for earlier, later in zip(states, states[1:])),
                 "and no state goes back")
    wrong = check.scan(corpus, "--resume", expect=(2,))
    check.expect("--store" in wrong.stderr, "--resume alone is refused")
    check.end()


if __name__ == "__main__":
    main()
