#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""evidence.py LOANLINT PROJECT: evidence packs of the samples: what they hold, that the same input
gives the same bytes, and that `evidence verify` sees every change."""
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from checks import Checks  # noqa: E402, found by the line above

loanlint, project = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
warnings.simplefilter("ignore", UserWarning)  # zipfile, about a name that stands twice
check = Checks()


def run(*words, epoch="1700000000"):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "LANG": "C.UTF-8"}
    return subprocess.run([str(loanlint), *map(str, words)], capture_output=True, text=True, env=environment)


def read(pack):
    with zipfile.ZipFile(pack) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def write(pack, files):
    with zipfile.ZipFile(pack, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)


def verify_notices(folder, files, name, change):
    changed = dict(files)
    change(changed)
    write(folder / "changed.zip", changed)
    done = run("evidence", "verify", folder / "changed.zip")
    check(f"verify notices {name}", done.returncode == 1, done.stdout + done.stderr)


def verify_notices_bytes(folder):
    """Bytes that no file's content holds: of the headers, and before and behind everything."""
    pack = (folder / "first.zip").read_bytes()
    with zipfile.ZipFile(folder / "first.zip") as opened:
        headers = [at for info in opened.infolist() for at in range(info.header_offset, info.header_offset + 40)]
        headers += range(opened.start_dir, len(pack))
    changed = [pack[:at] + bytes([pack[at] ^ 1]) + pack[at + 1 :] for at in headers[::7]]
    for content in [*changed, b"x" + pack, pack + b"x"]:
        (folder / "changed.zip").write_bytes(content)
        done = run("evidence", "verify", folder / "changed.zip")
        different = [at for at in range(min(len(pack), len(content))) if pack[at] != content[at]]
        check(f"verify notices byte {different[:1]}", done.returncode in (1, 2), done.stdout)


def sample(folder, package):
    first, again = folder / "first.zip", folder / "again.zip"
    done = run("evidence", package, "-o", first)
    with zipfile.ZipFile(first) as opened:
        unread = json.loads(opened.read("report.json"))["gaps"]
    check(f"{package.name}: evidence", done.returncode == (2 if unread else 0), done.stderr)
    run("evidence", package, "-o", again)
    check(f"{package.name}: the same bytes", first.read_bytes() == again.read_bytes())
    done = run("evidence", "verify", first)
    check(f"{package.name}: verify", done.returncode == 0, done.stdout)
    files = read(first)
    for name in ("report.html", "report.json", "report.txt", "AndroidManifest.xml", "entries.tsv", "about.json", "SHA256SUMS", "投诉信.txt"):
        check(f"{package.name}: holds {name}", name in files, "\n".join(files))
    sums = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS"].decode().splitlines())
    check(f"{package.name}: a sum for each file", set(sums) == set(files) - {"SHA256SUMS"})
    for name, digest in sums.items():
        check(f"{package.name}: sum of {name}", hashlib.sha256(files[name]).hexdigest() == digest)
    report = json.loads(files["report.json"])
    about = json.loads(files["about.json"])
    check(f"{package.name}: the package's sum", about["package"]["sha256"] == hashlib.sha256(package.read_bytes()).hexdigest())
    check(f"{package.name}: the time is the one given", about["time"] == 1700000000, about)
    check(f"{package.name}: no folder of this machine", str(project).encode() not in b"".join(files.values()))
    signers = [files[name] for name in sorted(files) if name.startswith("signers/")]
    check(f"{package.name}: certificates", [hashlib.sha256(one).hexdigest() for one in signers] == report["package"]["signers"])
    quoted = {e["entry"] for f in report["findings"] for e in f["evidence"]} & {d["entry"] for d in report["documents"]}
    documents = [line.split("\t") for line in files.get("documents/index.tsv", b"").decode().splitlines()]
    check(f"{package.name}: quoted documents", {line[3] for line in documents} == quoted, documents)
    for finding in report["findings"]:
        for evidence in finding["evidence"]:
            for line in documents:
                if line[3] == evidence["entry"] and "start" in (evidence["where"] or {}):
                    where = evidence["where"]
                    said = files[line[0]][where["start"] : where["end"]].decode()
                    check(f"{package.name}: the quote stands where the report says", said == evidence["excerpt"], (said, evidence["excerpt"]))
    return files


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for package in sorted(project.glob("samples/*.apk")):
        files = sample(folder, package)
        if package.stem == "predatory-cash-loan":
            letter = files["投诉信.txt"].decode()
            for word in ("《个人信息保护法》", "国家金融监督管理总局", "通讯录"):
                check(f"the letter names {word}", word in letter, letter)
            check("the letter calls nothing illegal", "违法犯罪" not in letter and "违法行为" not in letter, letter)
            verify_notices(folder, files, "a changed file", lambda f: f.update({"report.txt": f["report.txt"] + b" "}))
            verify_notices(folder, files, "a lost file", lambda f: f.pop("report.html"))
            verify_notices(folder, files, "an added file", lambda f: f.update({"more.txt": b"x"}))
            verify_notices(folder, files, "lost sums", lambda f: f.pop("SHA256SUMS"))
            verify_notices(folder, files, "a pack packed again", lambda f: None)
            verify_notices_bytes(folder)
            with zipfile.ZipFile(folder / "twice.zip", "w") as made:
                for name, content in [("report.txt", b"x"), *files.items()]:
                    made.writestr(name, content)
            check("verify notices a name that stands twice", run("evidence", "verify", folder / "twice.zip").returncode == 1)
sys.exit(check.status("the packs hold what they should"))
