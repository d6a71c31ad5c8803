#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""corpus_permissions.py PROGRAM: `dump permissions` beside the permissions that Android takes, for
every package and every binary manifest of an optional corpus folder ($LOANLINT_CORPUS, or ../shared
beside the project). Exit status 77 (skipped) where there is none."""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
CORPUS = pathlib.Path(os.environ.get("LOANLINT_CORPUS", ROOT.parent / "shared")) / "apks"


def permissions(program, row):
    run = subprocess.run([program, "dump", "permissions", str(CORPUS / row["file"])], capture_output=True, timeout=300)
    return run.returncode, run.stdout.decode("utf-8").splitlines()


def main():
    oracle = CORPUS / "oracle.jsonl"
    if not oracle.exists():
        print(f"SKIPPED: no corpus at {CORPUS}")
        return 77
    rows = [json.loads(line) for line in oracle.read_text(encoding="utf-8").splitlines()]
    compared, wrong = 0, 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for row, (status, got) in zip(rows, pool.map(lambda r: permissions(sys.argv[1], r), rows)):
            if status not in (0, 2):
                wrong += 1
                print(f"{row['file']}: exit status {status}")
            effective = row.get("effective") or {}
            if not effective.get("source"):
                continue
            compared += 1
            expected = sorted(set(effective["permissions"]))
            if got != expected:
                wrong += 1
                print(f"{row['file']}: missing {sorted(set(expected) - set(got))}, extra {sorted(set(got) - set(expected))}")
    print(f"{compared} compared, {wrong} wrong")
    return 1 if wrong or compared == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
