#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The recipes for GNU parallel and Hadoop streaming, run for real: four shards, merged, equal the
single run, and the mapper gives a report for every line. Of the Kubernetes Job, what its pods run."""
import json
import re
import shutil
import subprocess

from runs import ROOT, Check, environment, rows, skip, TABLES

CLUSTER = ROOT / "packaging/cluster"


def mapper(check, corpus):
    paths = [str(path) for path in sorted(corpus.rglob("*.apk"))[:20]] + ["/no/such/file.apk"]
    lines = "".join(f"{i}\t{path}\n" for i, path in enumerate(paths))
    run = subprocess.run([str(CLUSTER / "streaming-mapper.sh")], input=lines, capture_output=True,
                         text=True, env=environment({"variables": {"LOANLINT": check.binary}}))
    reports = [json.loads(line) for line in run.stdout.splitlines()]
    check.expect([report["package"]["path"] for report in reports] == paths,
                 f"a report for every line, in order: {run.stderr}")
    check.expect(reports[-1]["verdict"] == "incomplete" and len(reports[-1]["gaps"]) == 1,
                 "a path that cannot be read is a report with a gap")


def pod_command(check, corpus, stores):
    """The command of the Job, and how many pods run it."""
    job = (CLUSTER / "kubernetes-job.yaml").read_text(encoding="utf-8")
    (completions,) = re.findall(r"^  completions: (\d+)$", job, flags=re.M)
    (told,) = re.findall(r'- name: JOB_COMPLETIONS\n +value: "(\d+)"', job)
    check.expect(completions == told, f"JOB_COMPLETIONS says {told}, there are {completions}")
    (command,) = re.findall(r"            - \|\n((?: {14}.*\n)+)", job)
    command = command.replace("/data/downloads", str(corpus)).replace("/data/stores", str(stores))
    return f'loanlint() {{ "{check.binary}" "$@"; }}\n{command}', told


def pods(check, corpus, single):
    """The command of the Job with the variables its pods have."""
    stores = check.folder / "pods"
    stores.mkdir()
    command, completions = pod_command(check, corpus, stores)
    for index in range(int(completions)):
        variables = {"JOB_COMPLETION_INDEX": str(index), "JOB_COMPLETIONS": completions}
        run = subprocess.run(["sh", "-c", command], capture_output=True, text=True,
                             env=environment({"variables": variables}))
        check.expect(run.returncode == 0, f"pod {index}: {run.stderr}")
    merged = check.folder / "pods.db"
    subprocess.run([check.binary, "merge", str(merged), *map(str, stores.glob("*.db"))], check=True)
    check.expect_equal(rows(single, TABLES), rows(merged, TABLES), "the store merged from pods")


def refused(check, corpus):
    """A store that cannot be written fails the task of every recipe."""
    stores = check.folder / "refused"
    (stores / "shard-0.db").mkdir(parents=True)
    command, completions = pod_command(check, corpus, stores)
    variables = {"LOANLINT": check.binary, "JOBS": "1", "JOB_COMPLETION_INDEX": "0",
                 "JOB_COMPLETIONS": completions}
    slurm = {"SLURM_ARRAY_TASK_ID": "0", "SLURM_ARRAY_TASK_COUNT": "1", "LOANLINT": check.binary}
    for name, line, given in (
            ("GNU parallel", [str(CLUSTER / "parallel.sh"), str(corpus), str(stores), "1"], variables),
            ("Kubernetes", ["sh", "-c", command], variables),
            ("Slurm", [str(CLUSTER / "slurm-array.sh"), str(corpus), str(stores)], slurm)):
        run = subprocess.run(line, capture_output=True, text=True, env=environment({"variables": given}))
        check.expect(run.returncode != 0 and "cannot be opened" in run.stderr, f"{name}: {run.stderr}")


def main():
    if shutil.which("parallel") is None:
        skip("GNU parallel is not installed (apt-get install parallel)")
    check = Check(__doc__)
    corpus = check.corpus("corpus", "--duplicates", "10", "--broken", "3")
    single, stores, merged = check.folder / "single.db", check.folder / "stores", check.folder / "all.db"
    check.scan(corpus, "--store", single)
    variables = environment({"variables": {"LOANLINT": check.binary, "JOBS": "2"}})
    for attempt in range(2):  # the second has nothing left to do
        run = subprocess.run([str(CLUSTER / "parallel.sh"), str(corpus), str(stores), "4"],
                             capture_output=True, text=True, env=variables)
        check.expect(run.returncode == 0, f"attempt {attempt}: {run.stdout}{run.stderr}")
    parts = sorted(map(str, stores.glob("shard-*.db")))
    check.expect(len(parts) == 4, f"four stores: {parts}")
    sizes = [len(rows(part, ("files",))["files"]) for part in parts]
    check.expect(min(sizes) > 0 and sum(sizes) == check.args.packages, f"every shard has a part: {sizes}")
    for _ in range(2):
        subprocess.run([check.binary, "merge", str(merged), *parts], check=True)
        check.expect_equal(rows(single, TABLES), rows(merged, TABLES), "the merged store")
    check.expect([run[-1] for run in rows(merged, ("runs",))["runs"]] == [1] * 4, "four finished shards")
    mapper(check, corpus)
    pods(check, corpus, single)
    refused(check, corpus)
    check.end()


if __name__ == "__main__":
    main()
