#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""pack.py [--stored] OUT SOURCE...: writes a zip whose bytes depend on its content alone.

A SOURCE is a zip or a folder; a later one replaces entries of an earlier one. Entries are sorted
by name and carry one fixed time. resources.arsc is stored, because Android maps it from the
package; everything else is deflated unless --stored asks otherwise.
"""

import pathlib
import sys
import zipfile

FIXED_TIME = (2026, 1, 1, 0, 0, 0)


def read_source(source):
    """The entries of a zip or a folder: name to bytes."""
    if source.is_dir():
        files = (path for path in source.rglob("*") if path.is_file())
        return {path.relative_to(source).as_posix(): path.read_bytes() for path in files}
    with zipfile.ZipFile(source) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_zip(out, entries, stored):
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.create_system = 0
            keep = stored or name == "resources.arsc"
            info.compress_type = zipfile.ZIP_STORED if keep else zipfile.ZIP_DEFLATED
            archive.writestr(info, entries[name], compresslevel=9)


def main(arguments):
    stored = arguments[:1] == ["--stored"]
    out, *sources = arguments[1:] if stored else arguments
    entries = {}
    for source in sources:
        entries.update(read_source(pathlib.Path(source)))
    write_zip(out, entries, stored)


if __name__ == "__main__":
    main(sys.argv[1:])
