#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ctrl-C and what else asks a run to end, a reader that goes away, and the line on a terminal."""
import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import time

from runs import Check, ask, environment, rows

ESCAPE = re.compile(r"\x1b\[K")


def interrupt(check, corpus, number, expected):
    """The signal reaches every process of the run, as from a terminal or a batch system."""
    store = check.folder / f"{number.name}.db"
    process = subprocess.Popen(check.line("scan", corpus, "--store", store, "--jobs", "2"),
                               stderr=subprocess.PIPE, text=True, env=environment({}), start_new_session=True)
    while not store.exists() or store.stat().st_size == 0:
        time.sleep(0.01)
    time.sleep(0.3)
    os.killpg(process.pid, number)
    err = process.communicate(timeout=60)[1]
    check.expect(process.returncode == 130, f"{number.name} gives 130, not {process.returncode}: {err}")
    check.expect("--resume" in err, f"and says how to go on: {err}")
    failed = ask(store, "SELECT * FROM packages WHERE failure <> ''")
    check.expect(failed == [], f"{number.name} is no failure of a package: {failed}")
    check.scan(corpus, "--store", store, "--resume")
    check.expect_equal(expected, rows(store), f"after {number.name} and a resume")


def ignored(check, corpus):
    """nohup: a signal that was ignored stays so."""
    def ignore():
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    process = subprocess.Popen(check.line("scan", corpus), stdout=subprocess.DEVNULL,
                               env=environment({}), start_new_session=True, preexec_fn=ignore)
    time.sleep(0.2)
    os.killpg(process.pid, signal.SIGHUP)
    undisturbed = subprocess.run(check.line("scan", corpus), stdout=subprocess.DEVNULL, env=environment({})).returncode
    check.expect(process.wait(timeout=120) == undisturbed, f"the run goes on: {process.returncode}")


def unheard(check, corpus):
    """`loanlint scan … | head`."""
    store = check.folder / "unheard.db"
    process = subprocess.Popen(check.line("scan", corpus, "--store", store, "-f", "jsonl"),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment({}))
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    check.expect(process.wait(timeout=60) == 2, f"status {process.returncode}: {err}")
    stored = len(rows(store)["files"])
    check.expect(stored < check.args.packages, f"the run ends when nobody reads: {stored} stored")


def on_terminal(check, columns, *args):
    """What a run writes to a terminal of this width; gives its lines as they are left there."""
    control, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    begin = time.monotonic()
    process = subprocess.Popen(check.line("scan", *args), stdin=terminal, stdout=subprocess.DEVNULL,
                               stderr=terminal, env=environment({}))
    os.close(terminal)
    shown = b""
    while True:
        try:
            piece = os.read(control, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        shown += piece
    process.wait()
    os.close(control)
    seconds = time.monotonic() - begin
    drawn = shown.decode().replace("\r\n", "\n")
    frames = [frame for line in drawn.split("\n") for frame in line.split("\r") if frame]
    states = [ESCAPE.sub("", frame) for frame in frames if re.match(r"\d+/\d+", frame)]
    check.expect(bool(states), f"a line is shown: {drawn!r}")
    check.expect(len(states) <= 10 * seconds + 2, f"{len(states)} drawings in {seconds:.1f} s")
    widest = max(states, key=len, default="")
    check.expect(len(widest) < columns, f"{columns} columns: {widest!r}")
    return [line.rsplit("\r", 1)[-1] for line in drawn.split("\n")]


def terminal(check, corpus):
    for columns in (20, 40, 120):
        on_terminal(check, columns, corpus, "--store", check.folder / f"terminal-{columns}.db")
    absent = check.folder / "absent.apk"
    lines = on_terminal(check, 80, corpus, absent, "--store", check.folder / "warned.db")
    check.expect(any(ESCAPE.sub("", line).startswith(f"loanlint: {absent}") for line in lines),
                 f"a warning has a line to itself: {lines}")


def main():
    check = Check(__doc__)
    corpus = check.corpus("corpus", "--duplicates", "10")
    whole = check.folder / "whole.db"
    check.scan(corpus, "--store", whole)
    expected = rows(whole)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        interrupt(check, corpus, number, expected)
    ignored(check, corpus)
    unheard(check, corpus)
    terminal(check, corpus)
    check.end()


if __name__ == "__main__":
    main()
