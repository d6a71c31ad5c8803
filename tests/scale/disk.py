#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A full disk, a limit on files, a read-only store, a damaged one, one of another version: a clear
error in both languages, nothing lost, and a resumed run that ends like an unbroken one."""
import os
import resource
import shutil
import sqlite3
import subprocess
import sys

from runs import Check, environment, rows

FULL = {"en": "the disk is full", "zh": "磁盘空间不足"}
READ_ONLY = {"en": "cannot be written to", "zh": "没有写入权限"}
LATER = {"en": "was written by a later version", "zh": "由更新版本的 loanlint 写成"}
DAMAGED = {"en": "the file is damaged", "zh": "文件已损坏"}


def refused(check, words, *args, **options):
    """The run fails in each language with its words."""
    for language, text in words.items():
        run = check.scan(*args, "--lang", language, expect=(2,), **options)
        check.expect(text in run.stderr, f"{text!r} is said: {run.stderr}")
        check.expect("SQL" not in run.stderr, f"in words of ours: {run.stderr}")


def limited_file(check, corpus, expected):
    store = check.folder / "limited.db"
    limit = 1 << 19

    def lower():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    refused(check, FULL, corpus, "--store", store, "--resume", preexec_fn=lower)
    check.scan(corpus, "--store", store, "--resume")
    check.expect_equal(expected, rows(store), "after a limit on the size of files")


def other_versions(check, corpus, good):
    later = check.folder / "later.db"
    shutil.copy(good, later)
    database = sqlite3.connect(later)
    database.execute("PRAGMA user_version = 99")
    database.commit()
    database.close()
    before = later.read_bytes()
    refused(check, LATER, corpus, "--store", later, "--resume")
    for language, text in LATER.items():
        run = subprocess.run(check.line("report", later, "--lang", language), capture_output=True,
                             text=True, env=environment({}))
        check.expect(run.returncode == 2 and text in run.stderr, f"report: {run.stderr}")
    check.expect(later.read_bytes() == before, "a store of a later version is left as it is")


def damaged(check, corpus, good):
    store = check.folder / "damaged.db"
    content = bytearray(good.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096:page * 4096 + 64] = b"\xA5" * 64
    store.write_bytes(content)
    refused(check, DAMAGED, corpus, "--store", store, "--resume")


def inside(check, corpus, expected):
    """On a disk of our own: needs a mount namespace."""
    disk = check.folder / "disk"
    disk.mkdir()
    store = disk / "scans.db"

    def mount(*args):
        subprocess.run(["mount", *args, str(disk)], check=True)

    mount("-t", "tmpfs", "-o", "size=600k", "tmpfs")
    refused(check, FULL, corpus, "--store", store, "--resume")
    stored = len(rows(store)["files"])
    mount("-o", "remount,size=100m")
    check.scan(corpus, "--store", store, "--resume")
    check.expect_equal(expected, rows(store), f"after a full disk with {stored} results")
    mount("-o", "remount,ro")
    before = store.read_bytes()
    refused(check, READ_ONLY, corpus, "--store", store, "--resume")
    report = subprocess.run(check.line("report", store), capture_output=True, text=True,
                            env=environment({}))
    check.expect(report.returncode == 0, f"a read-only store can be reported on: {report.stderr}")
    check.expect(store.read_bytes() == before, "a read-only store is left as it is")
    subprocess.run(["umount", str(disk)], check=True)


def main():
    if os.environ.get("LOANLINT_DISK_TEST") is None:
        # The rest runs in a mount namespace where it may have disks of its own.
        probe = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
                               capture_output=True)
        if probe.returncode == 0:
            variables = dict(os.environ, LOANLINT_DISK_TEST="namespace")
            sys.exit(subprocess.run(["unshare", "-rm", sys.executable, *sys.argv], env=variables).returncode)
        print("NOT CHECKED: a full and a read-only disk: no mount namespace "
              f"({probe.stderr.decode().strip()})", file=sys.stderr)
    check = Check(__doc__)
    corpus = check.corpus()
    good = check.folder / "good.db"
    check.scan(corpus, "--store", good)
    expected = rows(good)
    limited_file(check, corpus, expected)
    other_versions(check, corpus, good)
    damaged(check, corpus, good)
    if os.environ.get("LOANLINT_DISK_TEST"):
        inside(check, corpus, expected)
    check.end()


if __name__ == "__main__":
    main()
