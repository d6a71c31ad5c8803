#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""store.py PROGRAM: scans the samples into a store and runs every query of docs/store.md on it;
each must give rows. The columns named in its tables must be those of the schema."""
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    text = (ROOT / "docs/store.md").read_text(encoding="utf-8")
    queries = re.findall(r"```sql\n(.*?)```", text, flags=re.S)
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        store = pathlib.Path(folder) / "scans.db"
        broken = pathlib.Path(folder) / "broken.apk"
        broken.write_bytes(b"PK")
        subprocess.run([program, "scan", "samples", str(broken), "--store", str(store)], cwd=ROOT,
                       stderr=subprocess.DEVNULL)
        database = sqlite3.connect(store)
        for query in queries:
            try:
                rows = database.execute(query).fetchall()
            except sqlite3.Error as error:
                rows, query = [], f"{query}\n{error}"
            if not rows:
                failures += 1
                print(f"no rows:\n{query}", file=sys.stderr)
        for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"):
            for column in database.execute(f"SELECT name FROM pragma_table_info('{table}')"):
                if f"`{column[0]}`" not in text:
                    failures += 1
                    print(f"docs/store.md does not speak of {table}.{column[0]}", file=sys.stderr)
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if f"the version of the schema: {version}." not in text:
            failures += 1
            print(f"docs/store.md does not say that the schema has version {version}", file=sys.stderr)
    print(f"{len(queries)} queries, {failures} failures")
    return 1 if failures or not queries else 0


if __name__ == "__main__":
    sys.exit(main())
