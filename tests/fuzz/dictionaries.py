# SPDX-License-Identifier: Apache-2.0
"""Every line of a libFuzzer dictionary is one that libFuzzer takes: a run with any other ends at once.

    dictionaries.py FILE.dict...
"""
import re
import sys

ENTRY = re.compile(rb'(?:[A-Za-z0-9_]+ *= *)?"(?:[ !#-\[\]-~]|\\["\\]|\\x[0-9A-Fa-f]{2})+"')


def main(paths):
    bad = entries = 0
    for path in paths:
        with open(path, "rb") as file:
            for number, line in enumerate(file.read().splitlines(), 1):
                if not line.strip() or line.startswith(b"#"):
                    continue
                entries += 1
                if not ENTRY.fullmatch(line.strip()):
                    bad += 1
                    print(f"{path}:{number}: no entry of a dictionary: {line!r}")
    print(f"{entries} entries, {bad} not taken")
    return 1 if bad or not entries else 0


sys.exit(main(sys.argv[1:]))
