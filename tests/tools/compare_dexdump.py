#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the DEX reader and the search for uses against Debian's dexdump.

    compare_dexdump.py DEX_LISTING RULES FILE-OR-FOLDER...

DEX_LISTING is the test tool of that name, RULES the folder rules/. Every DEX in the files given,
and in the archives among them, is listed by both programs. Classes, methods and the strings that
code names must be the same; every method in which dexdump shows an invoke or sget of a listed
signature must be among the uses, at the same code offset, and no other. Prints what differs and
ends with status 1 if anything does. Files that dexdump does not read are counted, not compared.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile


def dex_files(paths, folder):
    """Every DEX below `paths`, those inside archives unpacked into `folder`; yields (name, file)."""
    number = 0
    seen = set()
    for path in paths:
        files = [path] if os.path.isfile(path) else [
            os.path.join(at, name) for at, _, names in sorted(os.walk(path)) for name in sorted(names)]
        for file in files:
            with open(file, "rb") as opened:
                blobs = [(file, opened.read())]
            if blobs[0][1][:2] == b"PK":
                try:
                    with zipfile.ZipFile(file) as archive:
                        blobs += [(f"{file}!{e}", archive.read(e)) for e in archive.namelist()
                                  if e.endswith(".dex")]
                except Exception:  # not a ZIP that Python reads: the other tools see to those
                    pass
            for name, blob in blobs:
                if blob[:4] != b"dex\n" or hash(blob) in seen:
                    continue
                seen.add(hash(blob))
                number += 1
                out = os.path.join(folder, f"{number}.dex")
                with open(out, "wb") as written:
                    written.write(blob)
                yield name, out


def signatures(rules):
    """[(regex of class, regex of member, is a field)] for every listed call and field."""
    def glob(text):
        return ".*".join(re.escape(part) for part in text.split("*"))

    rows = []
    for name in sorted(os.listdir(os.path.join(rules, "data"))):
        with open(os.path.join(rules, "data", name), encoding="utf-8") as opened:
            code = json.load(opened).get("code", {})
        for table, is_field in (("calls", False), ("fields", True)):
            for row in code.get(table, []):
                klass = re.compile("L" + glob(row["class"].replace(".", "/")) + ";")
                for member in row["members"]:
                    rows.append((klass, re.compile(glob(member)), is_field, row["class"], row["does"]))
    return rows


CODE_LINE = re.compile(r"^[0-9a-f]+:.*\|([0-9a-f]{4,}): (\S+) ?(.*)$")
METHOD_REF = re.compile(r"(\[*L?[^ ,{}]*;?)\.([^.:]+):(\([^)]*\)\S+) // method@")
FIELD_REF = re.compile(r"(L[^ ]*;)\.([^.:]+):(\S+) // field@")


class Dumped:
    def __init__(self):
        self.classes = []
        self.methods = []
        self.strings = {}
        self.uses = set()


def read_dexdump(text, rows):
    dumped = Dumped()
    klass = method = name = None
    in_methods = False
    cache = {}

    def listed(of, member, is_field):
        key = (of, member, is_field)
        if key not in cache:
            cache[key] = any(field == is_field and c.fullmatch(of) and m.fullmatch(member)
                             for c, m, field, _, _ in rows)
        return cache[key]

    for line in text.split("\n"):
        if line.startswith("  Class descriptor  : '"):
            klass = line[len("  Class descriptor  : '"):-1]
            dumped.classes.append(klass)
        elif line.startswith("  Direct methods") or line.startswith("  Virtual methods"):
            in_methods = True
        elif line.startswith("  Static fields") or line.startswith("  Instance fields"):
            in_methods = False
        elif line.startswith("      name          : '"):
            name = line[len("      name          : '"):-1]
        elif line.startswith("      type          : '") and in_methods:
            method = f"{klass}->{name}{line[len('      type          : ') + 1:-1]}"
            dumped.methods.append(method)
        else:
            found = CODE_LINE.match(line)
            if not found:
                continue
            offset, op, rest = int(found.group(1), 16), found.group(2), found.group(3)
            if op.startswith("const-string"):
                text_found = re.match(r'v\d+, "(.*)" // string@([0-9a-f]+)$', rest, re.S)
                if text_found:
                    dumped.strings[int(text_found.group(2), 16)] = text_found.group(1)
            elif op.startswith("invoke-") and "polymorphic" not in op and "custom" not in op:
                ref = METHOD_REF.search(rest)
                if ref and listed(ref.group(1), ref.group(2), False):
                    dumped.uses.add((method, offset))
            elif op.startswith("sget-object"):
                ref = FIELD_REF.search(rest)
                if ref and listed(ref.group(1), ref.group(2), True):
                    dumped.uses.add((method, offset))
    return dumped


def run(*command):
    done = subprocess.run(command, capture_output=True)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def compare(listing, rows, file):
    status, text = run("dexdump", "-d", file)
    if status != 0:
        return None
    expected = read_dexdump(text, rows)
    problems = []
    classes, methods, strings = [], [], {}
    for line in run(listing, "list", file)[1].split("\n"):
        parts = line.split("\t", 2)
        if parts[0] == "C":
            classes.append(parts[1])
        elif parts[0] == "M":
            methods.append(parts[1])
        elif parts[0] == "S":
            strings[int(parts[1])] = parts[2]
    for what, ours, theirs in (("class", classes, expected.classes),
                               ("method", methods, expected.methods)):
        difference = collections.Counter(ours)
        difference.subtract(theirs)
        problems += [f"{what} {n:+d} {key}" for key, n in difference.items() if n != 0]
    for index, string in expected.strings.items():
        ours = strings.get(index, "").replace("\\\\", "\\")
        plain = all(0x20 <= ord(c) < 0x7f for c in string)
        if plain and "\\" not in string and ours != string:
            problems.append(f"string {index}: {ours!r}, dexdump {string!r}")
    uses = set()
    for line in run(listing, "calls", file)[1].split("\n"):
        parts = line.split("\t")
        if len(parts) == 8 and parts[0] != "code" and parts[5] in ("call", "field") and parts[6] == "-":
            uses.add((parts[2], int(parts[3], 16)))
    offers = {"L" + klass.replace(".", "/") + ";" for _, _, _, klass, does in rows
              if does in ("pick", "retrieve")}
    problems += [f"use missing: {m} {o:#x}" for m, o in sorted(expected.uses - uses)
                 if m.split("->")[0] not in offers]
    problems += [f"use too many: {m} {o:#x}" for m, o in sorted(uses - expected.uses)]
    return problems, len(classes), len(methods), len(uses)


def main():
    listing, rules, paths = sys.argv[1], sys.argv[2], sys.argv[3:]
    rows = signatures(rules)
    totals = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, file in dex_files(paths, folder):
            result = compare(listing, rows, file)
            if result is None:
                totals["not read by dexdump"] += 1
                continue
            problems, classes, methods, uses = result
            totals.update({"files": 1, "classes": classes, "methods": methods, "uses": uses,
                           "problems": len(problems)})
            for problem in problems[:20]:
                print(f"{name}: {problem}")
            os.remove(file)
    print(", ".join(f"{key} {value}" for key, value in totals.items()))
    sys.exit(1 if totals["problems"] or not totals["files"] else 0)


main()
