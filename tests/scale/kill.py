#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 of the supervisor or of a worker, again and again: after the last resume the store equals
that of an unbroken run, row for row."""
import os
import random
import signal
import subprocess
import time

from runs import Check, environment, rows


def options(parser):
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--seed", type=int, default=13)


def children(process):
    try:
        with open(f"/proc/{process}/task/{process}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def kill(process):
    try:
        os.kill(process, signal.SIGKILL)
        return True
    except ProcessLookupError:
        return False


def main():
    check = Check(__doc__, options)
    random.seed(check.args.seed)
    corpus = check.corpus("corpus", "--duplicates", "5", "--broken", "4")
    whole, broken = check.folder / "whole.db", check.folder / "broken.db"
    begin = time.monotonic()
    check.scan(corpus, "--store", whole, "--jobs", "2")
    pause = (time.monotonic() - begin) / check.args.kills

    def start():
        return subprocess.Popen(check.line("scan", corpus, "--store", broken, "--jobs", "2", "--resume"),
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment({}))

    killed = {"supervisor": 0, "worker": 0}
    run = start()
    while sum(killed.values()) < check.args.kills:
        time.sleep(random.uniform(0, pause))
        if run.poll() is not None:
            if run.returncode >= 0:
                break
            run = start()
            continue
        workers = children(run.pid)
        if workers and random.random() < 0.5:
            killed["worker"] += kill(random.choice(workers))
        else:
            killed["supervisor"] += kill(run.pid)
            run.wait()
            run = start()
    run.kill()
    run.wait()
    print(f"{killed['supervisor']} supervisors and {killed['worker']} workers killed", flush=True)
    check.expect(sum(killed.values()) >= check.args.kills / 2, "most of the kills hit a run under way")
    check.expect(min(killed.values()) > 0, "both kinds of process were killed")
    check.scan(corpus, "--store", broken, "--jobs", "2", "--resume")
    expected = rows(whole)
    check.expect(len(expected["files"]) == check.args.packages, "the unbroken run has every file")
    check.expect_equal(expected, rows(broken), f"after {sum(killed.values())} kills")
    check.end()


if __name__ == "__main__":
    main()
