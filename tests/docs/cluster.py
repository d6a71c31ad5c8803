#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""cluster.py PROGRAM: runs what docs/cluster.md shows. The shards as they stand, on samples; Spark
and Hadoop streaming with a stand-in for the engine, which moves the lines as the engine does."""
import json
import os
import pathlib
import re
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from checks import Checks  # noqa: E402, found by the line above

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/cluster.md").read_text(encoding="utf-8")
SAMPLES = sorted((ROOT / "samples").glob("*.apk"))[:3]
PATHS = [str(path) for path in SAMPLES] + ["/no/such/file.apk"]

# What `mapred streaming` does with a job without a reducer: generic options come first, -files are
# linked into the task's folder, each split of NLineInputFormat goes to a mapper with offsets, and an
# output line is a key up to the first tab and a value, written with a tab between them.
MAPRED = """
import pathlib, shlex, subprocess, sys
words = sys.argv[1:]
assert words.pop(0) == "streaming", words
settings, options = {}, {}
while words:
    option, value = words.pop(0), words.pop(0)
    if option == "-D":
        assert not options, "generic options come first"
        settings.update([value.split("=", 1)])
    elif option == "-files":
        assert not options, "generic options come first"
        for name in value.split(","):
            pathlib.Path(pathlib.Path(name).name).symlink_to(pathlib.Path(ROOT) / name)
    else:
        options[option] = value
assert set(options) == {"-inputformat", "-input", "-output", "-mapper"}, options
assert options["-inputformat"] == "org.apache.hadoop.mapred.lib.NLineInputFormat"
assert settings["mapreduce.job.reduces"] == "0"
lines = open(FOLDER + options["-input"]).read().splitlines()
step = int(settings["mapreduce.input.lineinputformat.linespermap"])
out = pathlib.Path(FOLDER + options["-output"])
out.mkdir(parents=True)
for part in range(0, len(lines), step):
    split = "".join(f"{sum(len(l) + 1 for l in lines[:i])}\\t{lines[i]}\\n" for i in range(part, min(part + step, len(lines))))
    mapper = shlex.split(options["-mapper"])
    run = subprocess.run(["./" + mapper[0], *mapper[1:]], input=split, stdout=subprocess.PIPE, text=True, check=True)
    pairs = (line.partition("\\t") for line in run.stdout.splitlines())
    (out / f"part-{part:05}").write_text("".join(f"{key}\\t{value}\\n" for key, _, value in pairs))
"""

check = Checks()


def block(start, language=""):
    """The code block with `start` in it."""
    (found,) = [text for kind, text in re.findall(r"```(\w*)\n(.*?)```", PAGE, flags=re.S) if kind == language and start in text]
    return found


def shell(folder, script):
    environment = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "LANG": "C.UTF-8"}
    return subprocess.run(["bash", "-e", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)


def reports_of(name, lines):
    reports = [json.loads(line) for line in lines]
    check(f"{name}: a report for every line, in order", [r["package"]["path"] for r in reports] == PATHS, lines)
    check(f"{name}: the last one could not be read", reports and reports[-1]["verdict"] == "incomplete")


def shards(folder):
    (folder / "downloads").mkdir()
    for sample in SAMPLES:
        shutil.copy(sample, folder / "downloads")
    scan, rest = block("--shard 3/16").replace("/data/downloads", "downloads").split("\n", 1)
    for i in range(16):
        done = shell(folder, scan.replace("3/16", f"{i}/16").replace("shard-3", f"shard-{i}") + " --fail-on never")
        check(f"shard {i}", done.returncode == 0, done.stderr)
    done = shell(folder, rest)
    told = f"Files: {len(SAMPLES)} · different packages: {len(SAMPLES)}"
    check("merge and report", done.returncode == 0 and told in done.stdout, done.stdout + done.stderr)


class Lines:
    """A stand-in for PySpark's RDD of text: pipe() and saveAsTextFile() as they are there."""

    def __init__(self, folder, lines):
        self.folder, self.lines = folder, lines

    def textFile(self, name, minPartitions=None):  # noqa: N802, the engine's name
        check("spark reads the list", name.startswith("hdfs:///") and minPartitions > 0, name)
        return self

    def pipe(self, command):
        environment = {**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}"}
        run = subprocess.run(shlex.split(command), env=environment, capture_output=True, text=True,
                             input="".join(line.rstrip("\n") + "\n" for line in self.lines))
        check("spark's worker", run.returncode == 0, run.stderr)
        return Lines(self.folder, run.stdout.splitlines())

    def saveAsTextFile(self, name):  # noqa: N802
        check("spark writes elsewhere", name.startswith("hdfs:///reports/"), name)
        reports_of("spark", self.lines)
        (self.folder / "spark-saved").touch()


def spark(folder):
    class Session:
        sparkContext = Lines(folder, PATHS)

    exec(compile(block("spark.sparkContext", "python"), "docs/cluster.md", "exec"), {"spark": Session})
    check("spark saves its reports", (folder / "spark-saved").exists())


def hadoop(folder):
    stand_in = folder / "bin/mapred"
    stand_in.write_text(f"#!{sys.executable}\nROOT, FOLDER = {str(ROOT)!r}, {str(folder)!r}\n{MAPRED}")
    stand_in.chmod(stand_in.stat().st_mode | stat.S_IXUSR)
    (folder / "lists").mkdir()
    (folder / "lists/downloads.txt").write_text("".join(path + "\n" for path in PATHS))
    done = shell(folder, block("mapred streaming"))
    check("hadoop", done.returncode == 0, done.stdout + done.stderr)
    parts = sorted((folder / "reports").rglob("part-*"))
    reports_of("hadoop", [line for part in parts for line in part.read_text().splitlines()])


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    for part in (shards, spark, hadoop):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "bin").mkdir()
            (folder / "bin/loanlint").symlink_to(program)
            part(folder)
    return check.status("docs/cluster.md runs")


if __name__ == "__main__":
    sys.exit(main())
