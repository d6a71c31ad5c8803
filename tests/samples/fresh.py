#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""fresh.py SAMPLES: checks that the committed sample packages are what their recipes build.

Rebuilds every recipe into a scratch folder and compares the entries of each package, inner
packages of bundles included. The signature entries are left out, because they follow the version
of apksigner; so is how entries are compressed. Without a package builder's tools it exits 77,
which ctest shows as skipped.
"""

import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

MISSING_TOOLS = 3  # exit status of samples/build
SKIPPED = 77
PACKAGES = (".apk", ".apks", ".xapk")


def entries_of(data, prefix=""):
    """Every entry of a package by its path; an inner package gives its entries, not its bytes."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith(".apk"):
                found.update(entries_of(content, f"{prefix}{name}!/"))
            elif not name.startswith("META-INF/"):
                found[prefix + name] = content
    return found


def packages_in(folder):
    return {path.name: path for path in folder.iterdir() if path.suffix in PACKAGES}


def differences(committed, built):
    """One line for each package or entry that is not the same on both sides."""
    for name in sorted(committed.keys() | built.keys()):
        if name not in built:
            yield f"{name}: no recipe builds it"
            continue
        if name not in committed:
            yield f"{name}: built by a recipe, not committed"
            continue
        old = entries_of(committed[name].read_bytes())
        new = entries_of(built[name].read_bytes())
        for entry in sorted(old.keys() | new.keys()):
            if entry not in new:
                yield f"{name}: {entry}: not in what the recipe builds"
            elif entry not in old:
                yield f"{name}: {entry}: missing in the committed package"
            elif old[entry] != new[entry]:
                yield f"{name}: {entry}: content differs"


def main(samples):
    recipes = sorted(path.parent.name for path in samples.glob("*/AndroidManifest.xml"))
    if not recipes:
        sys.exit(f"{samples}: no recipes")
    table = (samples / "README.md").read_text(encoding="utf-8")
    problems = [f"samples/README.md does not list {name}" for name in recipes
                if f"[{name}]({name}/README.md)" not in table]
    with tempfile.TemporaryDirectory() as scratch:
        result = subprocess.run([samples / "build", "--out", scratch], check=False)
        if result.returncode == MISSING_TOOLS:
            print("SKIPPED: the tools that build the samples are not installed")
            sys.exit(SKIPPED)
        if result.returncode != 0:
            sys.exit(f"samples/build: exit status {result.returncode}")
        problems += differences(packages_in(samples), packages_in(pathlib.Path(scratch)))
    for problem in problems:
        print(problem)
    if problems:
        sys.exit("the samples are stale: run samples/build and commit what it writes")
    print(f"{len(recipes)} recipes, fresh")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
