# SPDX-License-Identifier: Apache-2.0
"""Files that are no package, or more than one, and things that are no files."""

import io
import os
import subprocess
import sys
import zipfile

from program import Check


def zip_of(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def files(first, second):
    """name, bytes, verdicts it may have (none: nothing is to be scanned)."""
    a, b = first.read_bytes(), second.read_bytes()
    jar = zip_of(("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"), ("A.class", b"\xca\xfe\xba\xbe"))
    # Android reads the end record of the second one, whose offsets then point into the first.
    return [
        ("two-joined.apk", a + b, ("incomplete", "fail")),
        # Here they point at the same bytes as before: Android installs it.
        ("twice-the-same.apk", a + a, ("fail",)),
        ("junk-before.apk", b"#!/bin/sh\n" + a, ("incomplete", "fail")),
        ("junk-after.apk", a + b"\0" * 100, ("incomplete", "fail")),
        ("package-in-zip.apk", zip_of(("inner.apk", a)), ("incomplete", "fail", "review")),
        ("package-in-zip-in-zip.zip", zip_of(("z.zip", zip_of(("inner.apk", a)))),
         ("incomplete", "fail", "review")),
        ("jar.apk", jar, ("incomplete", "fail")),
        ("library.jar", jar, ("incomplete", "fail")),
        ("empty.apk", b"", ("incomplete", "fail")),
        ("one-byte.apk", b"P", ("incomplete", "fail")),
        ("empty-zip.apk", zip_of(), ("incomplete", "fail")),
        ("zeros.apk", b"\0" * 100_000, ("incomplete", "fail")),
        ("text.apk", b"This is not a package.\n", ("incomplete", "fail")),
        ("end-record-only.apk", b"PK\5\6" + b"\0" * 18, ("incomplete", "fail")),
        ("AndroidManifest.xml", b"<manifest", ("incomplete", "fail")),
    ]


def check_files(check):
    samples = {path.stem: path for path in check.samples()}
    for name, content, verdicts in files(samples["predatory-cash-loan"], samples["dialer"]):
        folder = check.folder / ("shape-" + name)
        folder.mkdir()
        path = folder / name
        path.write_bytes(content)
        run = check.run("scan", "--format", "jsonl", path, wall=60)
        check.expect_run(run, name)
        check.expect(run.status == 2 or "incomplete" not in verdicts or "review" in verdicts,
                     f"{name}: status {run.status}")
        for verdict in ("pass", "review", "incomplete", "fail"):
            if f'"verdict":"{verdict}"'.encode() in run.out.replace(b": ", b":"):
                check.expect(verdict in verdicts, f"{name}: {verdict}")
        check.expect(run.out or run.err, f"{name}: silence")


def check_odd_paths(check):
    """Each ends at once, with status 2 and a word about the path, and with nothing clean."""
    folder = check.folder / "odd"
    folder.mkdir()
    (folder / "folder.apk").mkdir()
    os.mkfifo(folder / "fifo.apk")
    os.symlink("loop.apk", folder / "loop.apk")
    os.symlink("nowhere", folder / "dangling.apk")
    paths = ["folder.apk", "fifo.apk", "loop.apk", "dangling.apk", "absent.apk"]
    if os.geteuid() != 0:
        (folder / "unreadable.apk").write_bytes(b"PK")
        (folder / "unreadable.apk").chmod(0)
        paths.append("unreadable.apk")
    else:
        print("left out: an unreadable file (root reads all)")
    for name in paths:
        run = check.run("scan", folder / name, wall=30)
        check.expect(run.status == 2, f"{name}: status {run.status}")
        check.expect(run.err or run.out, f"{name}: silence")
    run = check.run("scan", "/dev/zero", wall=30)
    check.expect(run.status == 2, f"/dev/zero: status {run.status}")
    # In a folder they are passed over or reported, and the good file beside them is read.
    good = check.samples()[0]
    (folder / "good.apk").write_bytes(good.read_bytes())
    run = check.run("scan", "--format", "jsonl", folder, wall=60)
    check.expect_run(run, "a folder with odd files")
    check.expect(b"good.apk" in run.out, "a folder with odd files: the good one is missing")


def check_shrinking(check):
    """A file that loses its end while it is read: an error, never a signal."""
    path = check.folder / "shrinking.apk"
    entries = [(f"assets/{i}.txt", os.urandom(1 << 20)) for i in range(24)]
    whole = zip_of(("AndroidManifest.xml", b"\3\0\10\0"), *entries)
    for keep in (0, 1 << 20, len(whole) - 100):
        path.write_bytes(whole)
        process = subprocess.Popen([check.binary, "scan", str(path)], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        os.truncate(path, keep)
        try:
            status = process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            status = "never ended"
        check.expect(status in (0, 1, 2), f"shrinking to {keep}: {status}")


def main():
    check = Check(__doc__)
    check_files(check)
    check_odd_paths(check)
    check_shrinking(check)
    return check.end()


sys.exit(main())
