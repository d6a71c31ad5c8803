#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""install.py BUILD PROJECT: the Debian package is installed into a scratch root, run and removed;
the library is installed into a prefix and another program is built with it."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

build, project = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def check(name, right, seen=""):
    if not right:
        sys.exit(f"FAILED: {name}\n{seen}")


def files_of(root):
    return sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file() and "var/lib/dpkg" not in str(p))


def lint(package):
    if shutil.which("lintian") is None:
        print("SKIPPED: the check of the Debian package: lintian is not installed")
        return
    run("lintian", "--allow-root", "--fail-on", "error,warning", package)


def manual(pages):
    """man shows both pages in 80 columns and has nothing to say against them."""
    if shutil.which("man") is None:
        print("SKIPPED: the manual pages: man is not installed")
        return
    for page in pages:
        done = subprocess.run(["man", "--warnings", "--local-file", str(page)], capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"})
        check(f"{page} is read without a warning", done.returncode == 0 and not done.stderr, done.stderr)
        for line in done.stdout.splitlines():
            wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
            check(f"{page} keeps to 80 columns", wide <= 80, line)
        check(f"{page} bears a day", re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", done.stdout.splitlines()[-1]), done.stdout[-200:])


def debian_package(work):
    for tool in ("dpkg", "dpkg-shlibdeps", "file"):
        if shutil.which(tool) is None:
            print(f"SKIPPED: the Debian package: {tool} is not installed")
            return
    if os.geteuid() != 0:
        print("SKIPPED: the Debian package: dpkg needs root")
        return
    run("cpack", "--config", build / "CPackConfig.cmake", "-G", "DEB", "-B", work / "deb", "-D", "CPACK_COMPONENTS_ALL=program", cwd=work)
    (package,) = (work / "deb").glob("loanlint_*.deb")
    lint(package)
    control = run("dpkg-deb", "--info", package)
    for needed in ("libzip4", "libssl3", "libre2-9", "libicu72"):
        check(f"depends on {needed}", needed in control, control)
    root = work / "root"
    (root / "var/lib/dpkg/info").mkdir(parents=True)
    (root / "var/lib/dpkg/updates").mkdir()
    for name in ("status", "available"):
        (root / "var/lib/dpkg" / name).touch()
    before = files_of(root)
    run("dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--install", package)
    installed = files_of(root)
    for name in ("usr/bin/loanlint", "usr/share/man/man1/loanlint.1.gz", "usr/share/man/zh_CN/man1/loanlint.1.gz",
                 "usr/share/doc/loanlint/copyright", "usr/share/doc/loanlint/changelog.gz",
                 "usr/share/bash-completion/completions/loanlint", "usr/share/zsh/vendor-completions/_loanlint",
                 "usr/share/fish/vendor_completions.d/loanlint.fish", "usr/share/doc/loanlint/README.md"):
        check(f"installs {name}", name in installed, "\n".join(installed))
    manual(root / "usr/share/man" / name / "loanlint.1.gz" for name in ("man1", "zh_CN/man1"))
    check("runs", run(root / "usr/bin/loanlint", "--version").startswith("loanlint "))
    seen = run(root / "usr/bin/loanlint", "dump", "permissions", project / "samples/predatory-cash-loan.apk")
    check("scans", "android.permission.READ_CONTACTS\n" in seen, seen)
    run("dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--purge", "loanlint")
    left = [name for name in files_of(root) if name not in before]
    check("leaves nothing behind", not [name for name in left if not name.startswith("var/")], left)


def library(work):
    prefix = work / "prefix"
    run("cmake", "--install", build, "--prefix", prefix)
    run("cmake", "-S", project / "packaging/example", "-B", work / "example", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}")
    run("cmake", "--build", work / "example")
    seen = run(work / "example/who_asks", project / "samples/predatory-cash-loan.apk", project / "samples/dialer.apk")
    check("the example sees the predatory sample fail", "predatory-cash-loan.apk: fail\n" in seen, seen)
    check("the example names critical findings", "\n  critical  " in seen, seen)


with tempfile.TemporaryDirectory() as folder:
    debian_package(pathlib.Path(folder))
    library(pathlib.Path(folder))
print("installed, run and removed")
