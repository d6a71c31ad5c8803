# SPDX-License-Identifier: Apache-2.0
"""Running loanlint on hostile inputs: what every check of this folder shares."""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

class Run:
    """How one run of the program ended."""

    def __init__(self, status, out, err, seconds):
        self.status = status  # negative: the signal
        self.out = out
        self.err = err
        self.seconds = seconds  # of CPU, children included

    def ended_well(self):
        return self.status in (0, 1, 2)


class Check:
    """A check with its options, its scratch folder and the failures it has met."""

    seconds = 5.0
    """CPU that no package may cost more than."""

    def __init__(self, description, options=None):
        parser = argparse.ArgumentParser(description=description)
        parser.add_argument("--loanlint", required=True, type=pathlib.Path)
        parser.add_argument("--packages", required=True, type=pathlib.Path,
                            help="the program hostile_packages")
        parser.add_argument("--samples", required=True, type=pathlib.Path)
        if options:
            options(parser)
        self.args = parser.parse_args()
        self.binary = str(self.args.loanlint.resolve())
        self._folder = tempfile.TemporaryDirectory(prefix="loanlint-hostile-")
        self.folder = pathlib.Path(self._folder.name)
        self.failures = []
        self.done = 0

    def samples(self):
        return sorted(self.args.samples.glob("*.apk"))

    def make(self, *args):
        subprocess.run([str(self.args.packages.resolve()), *map(str, args)], check=True)

    def run(self, *args, wall=300, stdin=None):
        """One run. A run that takes too long counts as killed."""
        before = os.times()
        environment = dict(os.environ, LC_ALL="C.UTF-8")
        try:
            done = subprocess.run([self.binary, *map(os.fsencode, args)], capture_output=True,
                                  timeout=wall, cwd=self.folder, input=stdin, env=environment)
            status, out, err = done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired as late:
            status, out, err = -9, late.stdout or b"", b"took longer than %d s" % wall
        after = os.times()
        seconds = (after.children_user + after.children_system
                   - before.children_user - before.children_system)
        return Run(status, out, err, seconds)

    def expect(self, holds, what):
        self.done += 1
        if not holds:
            self.failures.append(what)
            print("FAILED: " + ascii(what), file=sys.stderr)
        return holds

    def expect_run(self, run, name):
        """The run ended in one of the three ways that runs end in."""
        return self.expect(run.ended_well(), f"{name}: status {run.status}: "
                                             f"{run.err.decode('utf-8', 'replace')[-2000:]}")

    def results(self, folder, name):
        """One result of each file in `folder`, by file name. One process reads them all, in its
        workers; a run that dies, or costs more than one file may, is searched for the file."""
        run = self.run("scan", "--format", "jsonl", str(folder))
        files = sorted(path.name for path in folder.iterdir())
        if not self.expect_run(run, name) or run.seconds > self.seconds:
            self.search(folder, files)
        found = {}
        for line in run.out.splitlines():
            try:
                result = json.loads(line)
            except ValueError as problem:
                self.expect(False, f"{name}: a line is not JSON: {problem}")
                continue
            if "package" in result:
                file = os.path.basename(result["package"]["path"])
                found[file] = result
                # A worker that died is a gap of the one package, and the run goes on.
                died = [gap for gap in result["gaps"]
                        if gap["what"]["key"].startswith("gap.worker-")]
                if not self.expect(not died, f"{name}: {file}: {died}"):
                    self.keep(folder / file)
        if run.ended_well():
            missing = [file for file in files if file not in found]
            self.expect(not missing, f"{name}: no result for {missing[:5]}")
        return found

    def search(self, folder, files):
        """Which one is it? By halves: a half that is well costs no more than one file may."""
        run = self.run("scan", "--format", "jsonl", *(folder / file for file in files), wall=300)
        if run.ended_well() and run.seconds <= self.seconds:
            return
        if len(files) > 1:
            self.search(folder, files[:len(files) // 2])
            self.search(folder, files[len(files) // 2:])
            return
        self.expect(False, f"{files[0]}: status {run.status}, {run.seconds:.1f} s")
        self.keep(folder / files[0])

    def keep(self, path):
        """Copies a file that failed to where it can be looked at."""
        kept = pathlib.Path(tempfile.gettempdir()) / "loanlint-hostile-failures"
        kept.mkdir(exist_ok=True)
        target = kept / f"{os.getpid()}-{path.name}"
        target.write_bytes(path.read_bytes())
        print(f"kept as {target}", file=sys.stderr)

    def formats(self):
        """The formats that scan can write."""
        text = self.run("scan", "--help").out.decode()
        listed = text.split("--format FORMAT", 1)[1].split("(", 1)[1].split(")", 1)[0]
        return [word.strip() for word in listed.replace("\n", " ").split(",")]

    def end(self):
        self._folder.cleanup()
        print(f"{self.done} checks, {len(self.failures)} failed")
        # A check that checks nothing is a defect.
        return 1 if self.failures or not self.done else 0
