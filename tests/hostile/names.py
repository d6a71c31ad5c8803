# SPDX-License-Identifier: Apache-2.0
"""Texts of a package, and names of files, do no harm in any format: no control characters, no
terminal escapes, no bidirectional overrides, no markup, no formulas, no forged lines."""

import csv
import html.parser
import io
import json
import os
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree

from program import Check

INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028\u2029"
                       "\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
OWN_COLOURS = re.compile("\x1b\\[[0-9;]*m")


class Page(html.parser.HTMLParser):
    """Elements and attributes that would run something or fetch something."""

    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "img", "iframe", "object", "embed", "base", "form", "link"):
            self.bad.append(tag)
        for name, value in attributes:
            if name.startswith("on"):
                self.bad.append(f"{tag} {name}")
            if name in ("href", "src", "action") and (value or "").strip().lower().startswith(
                    ("javascript:", "data:", "vbscript:")):
                self.bad.append(f"{tag} {name}={value}")


def problems_of_text(text):
    return [f"U+{ord(found):04X}" for found in set(INVISIBLE.findall(text))]


def problems(form, text):
    """What is wrong with a report of this form."""
    if form == "csv":  # a byte order mark and CR LF are the format's own (RFC 4180, spreadsheets)
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found = problems_of_text(text)
    if form in ("json", "jsonl", "sarif"):
        for line in text.rstrip("\n").split("\n") if form == "jsonl" else [text]:
            try:
                json.loads(line)
            except ValueError as problem:
                found.append(f"not JSON: {problem}")
    if form == "html":
        page = Page()
        page.feed(text)
        found += page.bad
    if form == "junit":
        try:
            xml.etree.ElementTree.fromstring(text)
        except xml.etree.ElementTree.ParseError as problem:
            found.append(f"not XML: {problem}")
    if form == "csv":
        for row in csv.reader(io.StringIO(text)):
            found += [f"cell {cell[:20]!r}" for cell in row if cell[:1] in tuple("=+-@\t\r")]
    if form == "text":
        # A name with a line feed must not start a line of its own that looks like ours.
        found += [line for line in text.splitlines()
                  if line.startswith(("Verdict: pass", "android.permission.FORGED_LINE"))]
    return found


def check_text(check, form, name, text, coloured=False):
    try:
        out = text.decode("utf-8")
    except UnicodeDecodeError as problem:
        check.expect(False, f"{name}: not UTF-8: {problem}")
        out = text.decode("utf-8", "replace")
    if coloured:
        out = OWN_COLOURS.sub("", out)
    found = problems(form, out)
    check.expect(not found, f"{name}: {found}")


def check_run(check, form, name, *args):
    run = check.run(*args, wall=60)
    check.expect_run(run, name)
    check_text(check, form, name, run.out, "--color" in args)
    # Standard error is read on a terminal too.
    err = problems_of_text(run.err.decode("utf-8", "replace"))
    check.expect(not err, f"{name}: standard error: {err}")
    return run


def check_formats(check):
    """All packages in every format and both languages: one run of each language writes them."""
    beside = [form for form in check.formats() if form not in ("text", "jsonl", "html")]
    check.expect(len(beside) >= 6, f"too few formats: {beside}")
    with tempfile.TemporaryDirectory() as folder:
        for language in ("en", "zh"):
            files = {form: pathlib.Path(folder, f"{language}.{form}") for form in beside}
            flags = [word for form, file in files.items() for word in (f"--{form}", file)]
            for form, more in (("text", flags), ("jsonl", [])):
                run = check_run(check, form, f"{form} {language}", "scan", "--lang", language,
                                "--format", form, *more, check.folder)
                check.expect(len(run.out) > 1000, f"{form} {language}: next to nothing")
            for form, file in files.items():
                text = file.read_bytes()
                check.expect(len(text) > 1000, f"{form} {language}: next to nothing")
                check_text(check, form, f"{form} {language}", text)


def main():
    check = Check(__doc__)
    check.make("names", check.folder)
    packages = sorted(check.folder.glob("*.apk"))
    check.expect(len(packages) > 20, "too few packages")
    check_formats(check)
    check_run(check, "text", "coloured", "scan", "--color", "always", check.folder)
    # By itself where one text spoils the whole, and in what `dump` prints.
    for package in packages:
        # An HTML page is about one package.
        check_run(check, "html", f"html {package.name}", "scan", "--format", "html", package)
        for what in ("permissions", "entries", "strings", "policy"):
            check_run(check, "text", f"dump {what} {package.name}", "dump", what, package)
        check_run(check, "json", f"dump facts {package.name}", "dump", "facts", package)
    check.expect(not os.path.exists("/tmp/loanlint-was-here"), "a path of a package was written")
    # Arguments that are not there are repeated in the error.
    for path in sorted((check.folder / "named").iterdir()):
        run = check.run("scan", str(path) + ".not-there", wall=30)
        check.expect(run.status == 2, f"{path.name} that is not there: status {run.status}")
        err = problems_of_text(run.err.decode("utf-8", "replace"))
        check.expect(not err, f"{path.name} that is not there: {err}")
    return check.end()


sys.exit(main())
