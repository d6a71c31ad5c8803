#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_corpus_test.py BENCH: what bench/make-corpus promises about its packages."""

import collections
import hashlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
import zlib

MAKE_CORPUS = pathlib.Path(sys.argv.pop(1)) / "make-corpus"


def make(out, *arguments):
    subprocess.run([MAKE_CORPUS, str(arguments[0]), out, *arguments[1:]], check=True)
    files = sorted(path for path in pathlib.Path(out).rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path for path in files}


def digests(files):
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def is_whole(path):
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except (zipfile.BadZipFile, zlib.error):
        return False


class MakeCorpus(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.out = pathlib.Path(scratch.name)

    def test_all_differ(self):
        files = make(self.out, 1100)
        self.assertEqual(len(set(digests(files).values())), 1100)
        self.assertEqual({name.split("/")[0] for name in files}, {"00000", "00001"})
        for path in files.values():
            self.assertTrue(is_whole(path), path)

    def test_same_arguments_same_files(self):
        options = (300, "--duplicates", "3", "--broken", "10")
        self.assertEqual(digests(make(self.out / "a", *options)),
                         digests(make(self.out / "b", *options)))

    def test_share_of_duplicates(self):
        for percent in ("1", "2.5", "50"):
            with self.subTest(percent=percent):
                files = digests(make(self.out / percent, 1001, "--duplicates", percent))
                copies = [name for name in files if "-copy-" in name]
                self.assertEqual(len(copies), int(10 * float(percent)))
                counts = collections.Counter(files.values())
                for name in copies:
                    self.assertGreater(counts[files[name]], 1, name)
                originals = [digest for name, digest in files.items() if name not in copies]
                self.assertEqual(len(set(originals)), 1001 - len(copies))

    def test_broken_ones_are_broken(self):
        files = make(self.out, 40, "--broken", "10")
        broken = [path for name, path in files.items() if "-broken-" in name]
        self.assertEqual(len(broken), 10)
        for path in broken:
            self.assertFalse(is_whole(path), path)

    @unittest.skipUnless(shutil.which("apksigner"), "apksigner is not installed")
    def test_signatures_hold(self):
        files = make(self.out, 16)
        for name, path in files.items():
            if "honest-lender" in name or "dialer" in name:
                subprocess.run(["apksigner", "verify", path], check=True)


if __name__ == "__main__":
    unittest.main()
