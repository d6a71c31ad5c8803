#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""commands.py [--bless] PROGRAM FILE...: runs every "$ loanlint …" of the console blocks of
Markdown files in the project's folder and compares what it prints with what stands below it.
--bless rewrites the files instead. Fails when no command was found."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def output(program, command):
    script = f'loanlint() {{ "{program}" "$@"; }}\n{command}\n'
    run = subprocess.run(["bash", "-c", script], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return run.stdout.decode("utf-8")


def rerun(program, block):
    """The block with the output of each of its commands as it is now."""
    commands = re.findall(r"^\$ (.+)$", block, flags=re.M)
    return "".join(f"$ {command}\n{output(program, command)}" for command in commands), len(commands)


def main():
    arguments = sys.argv[1:]
    bless = arguments[:1] == ["--bless"]
    program, *files = arguments[1:] if bless else arguments
    program = str(pathlib.Path(program).resolve())
    total, stale = 0, 0
    for name in files:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")

        def replace(match):
            nonlocal total
            fresh, count = rerun(program, match.group(1))
            total += count
            return f"```console\n{fresh}```"

        fresh = re.sub(r"```console\n(.*?)```", replace, text, flags=re.S)
        if fresh == text:
            continue
        if bless:
            path.write_text(fresh, encoding="utf-8")
            continue
        stale += 1
        print(f"{name}: its commands print something else now; scripts/bless rewrites it")
        for old, new in zip(text.splitlines(), fresh.splitlines()):
            if old != new:
                print(f"- {old}\n+ {new}")
                break
    if total == 0:
        print("no command found in:", *files)
        return 1
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
