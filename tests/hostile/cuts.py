# SPDX-License-Identifier: Apache-2.0
"""Samples cut short: every piece ends in a result that says it could not be read.

Android takes no package that is cut, so a piece must never pass, nor get away with `review`.
"""

import sys

from program import Check

WORSE = ("incomplete", "fail")


def options(parser):
    parser.add_argument("--cuts", type=int, default=24, help="pieces of each sample (0: all)")


def lengths(size, cuts):
    """Lengths below `size`, evenly over the file and every one of the last few, where the
    directory ends."""
    if cuts == 0:
        return range(size)
    step = max(1, size // cuts)
    return sorted(set(range(0, size, step)) | set(range(max(0, size - 4), size)))


def main():
    check = Check(__doc__, options)
    for sample in check.samples():
        whole = sample.read_bytes()
        pieces = list(lengths(len(whole), check.args.cuts))
        for start in range(0, len(pieces), 500):
            folder = check.folder / f"{sample.stem}-{start}"
            folder.mkdir()
            for length in pieces[start:start + 500]:
                (folder / f"{length}.apk").write_bytes(whole[:length])
            for name, result in check.results(folder, folder.name).items():
                check.expect(result["verdict"] in WORSE and result["gaps"],
                             f"{sample.name} cut to {name}: {result['verdict']}, "
                             f"{len(result['gaps'])} gaps")
    return check.end()


sys.exit(main())
