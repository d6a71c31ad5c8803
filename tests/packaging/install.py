#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""install.py BUILD PROJECT: the Debian package is installed into a scratch root, run and removed;
the library is installed into a prefix and another program is built with it."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

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
    for name in ("usr/bin/loanlint", "usr/share/man/man1/loanlint.1", "usr/share/man/zh_CN/man1/loanlint.1",
                 "usr/share/bash-completion/completions/loanlint", "usr/share/zsh/vendor-completions/_loanlint",
                 "usr/share/fish/vendor_completions.d/loanlint.fish", "usr/share/doc/loanlint/README.md"):
        check(f"installs {name}", name in installed, "\n".join(installed))
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
