# SPDX-License-Identifier: Apache-2.0
"""Random mutants of packages: every run ends with status 0, 1 or 2, and soon.

The seed is fixed, so a run can be repeated; scripts/mutants COUNT runs more of them, over the
optional corpus too.
"""

import shutil
import sys

from program import Check

BATCH = 50


def options(parser):
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--more", nargs="*", default=[], help="folders with further packages")


def main():
    check = Check(__doc__, options)
    args = check.args
    files = check.samples()
    files += sorted(args.samples.glob("*.apks")) + sorted(args.samples.glob("*.xapk"))
    for folder in args.more:
        import pathlib
        found = [path for path in pathlib.Path(folder).rglob("*") if path.is_file()]
        files += sorted(path for path in found if path.stat().st_size < 300_000)
    seed = args.seed
    for start in range(0, args.count, BATCH):
        folder = check.folder / str(start)
        folder.mkdir()
        # A share of the files at a time: all of a corpus in memory would be slow to copy from.
        share = [files[(start // BATCH * 31 + i * 17) % len(files)] for i in range(24)]
        check.make("mutants", folder, min(BATCH, args.count - start), seed, *share)
        check.results(folder, f"mutants {start}…, seed {seed}")
        shutil.rmtree(folder)
        seed += 1
    return check.end()


sys.exit(main())
