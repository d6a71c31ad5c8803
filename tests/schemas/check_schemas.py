#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds every rule file against its JSON Schema, and every schema against its own.

Usage: check_schemas.py RULES_FOLDER. Exit status 77: python3-jsonschema is not installed.
"""
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: no python3-jsonschema with draft 2020-12 (apt-get install python3-jsonschema)")
    sys.exit(77)

FOLDERS = {"law": "law", "data": "data", "category": "category", "packs": "pack", "text": "text", "sdk": "sdk"}


def main(rules: pathlib.Path) -> int:
    folders = dict(FOLDERS)
    for pack in sorted((rules / "packs").glob("*.json")):
        folders[pack.stem] = "rule"
    problems = 0
    for path in sorted((rules / "schema").glob("*.schema.json")):
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
    for folder, name in folders.items():
        schema = json.loads((rules / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
        validator = Draft202012Validator(schema)
        files = sorted((rules / folder).glob("*.json"))
        if not files:
            print(f"{rules / folder}: no file")
            problems += 1
        for path in files:
            for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
                print(f"{path}: {error.json_path}: {error.message[:200]}")
                problems += 1
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
