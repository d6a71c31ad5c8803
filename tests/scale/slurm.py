#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A real Slurm on this one machine (munged, slurmctld and slurmd with a configuration of their own):
an array of four tasks over a folder, merged, equals the single run. Needs root, slurm-wlm and munge."""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

from runs import ROOT, Check, ask, environment, rows, skip, TABLES

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "sinfo")


def find(program):
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Slurm:
    """The three daemons, in one folder."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(mode=0o755)
        folder.parent.chmod(0o755)
        self.environment = environment({"variables": {"SLURM_CONF": str(folder / "slurm.conf")}})
        self.environment["PATH"] += ":/usr/sbin:/sbin"

    def start(self):
        d = self.folder
        key = d / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o600)
        host = socket.gethostname().split(".")[0]
        (d / "state").mkdir()
        (d / "spool").mkdir()
        (d / "slurm.conf").write_text(f"""ClusterName=loanlint
SlurmctldHost={host}(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket={d}/munge.sock
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation={d}/state
SlurmdSpoolDir={d}/spool
SlurmctldPidFile={d}/slurmctld.pid
SlurmdPidFile={d}/slurmd.pid
SlurmctldLogFile={d}/slurmctld.log
SlurmdLogFile={d}/slurmd.log
SlurmctldPort={free_port()}
SlurmdPort={free_port()}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
NodeName={host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} RealMemory=1000 State=UNKNOWN
PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP
""", encoding="ascii")
        self.run(find("munged"), "--force", f"--key-file={key}", f"--socket={d}/munge.sock",
                 f"--pid-file={d}/munged.pid", f"--log-file={d}/munged.log", f"--seed-file={d}/munged.seed")
        self.run(find("slurmctld"))
        self.run(find("slurmd"))
        for _ in range(120):
            if "idle" in self.run("sinfo", "--noheader", "--format=%t", check=False):
                return
            time.sleep(0.5)
        raise RuntimeError("no idle node:\n" + "\n".join(
            path.read_text(errors="replace")[-1500:] for path in sorted(d.glob("*.log"))))

    def run(self, *command, check=True):
        done = subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if check and done.returncode != 0:
            raise RuntimeError(f"{command[0]}: status {done.returncode}: {done.stdout}")
        return done.stdout

    def stop(self):
        for name in ("slurmd", "slurmctld", "munged"):
            try:
                process = int((self.folder / f"{name}.pid").read_text())
                os.kill(process, signal.SIGTERM)
            except (OSError, ValueError):
                continue
            for _ in range(100):
                if not pathlib.Path(f"/proc/{process}").exists():
                    break
                time.sleep(0.1)


def main():
    missing = [program for program in PROGRAMS if find(program) is None]
    if missing:
        skip(f"no {', '.join(missing)} (apt-get install slurm-wlm munge)")
    if os.geteuid() != 0:
        skip("Slurm's daemons need root here")
    check = Check(__doc__)
    corpus = check.corpus("corpus", "--duplicates", "10", "--broken", "3")
    single, stores, merged = check.folder / "single.db", check.folder / "stores", check.folder / "all.db"
    check.scan(corpus, "--store", single)
    slurm = Slurm(check.folder / "slurm")
    try:
        try:
            slurm.start()
        except RuntimeError as error:
            slurm.stop()
            skip(f"Slurm does not start here: {error}")
        log = check.folder / "slurm" / "task-%a.log"
        said = slurm.run("sbatch", "--wait", "--array=0-3", f"--output={log}", f"--export=ALL,LOANLINT={check.binary}",
                         str(ROOT / "packaging/cluster/slurm-array.sh"), str(corpus), str(stores), check=False)
        logs = "".join(path.read_text(errors="replace") for path in sorted((check.folder / "slurm").glob("task-*.log")))
        check.expect("Submitted batch job" in said, f"sbatch: {said}")
        parts = sorted(map(str, stores.glob("shard-*.db"))) if stores.exists() else []
        if check.expect(len(parts) == 4, f"four stores: {parts}\n{said}\n{logs}"):
            subprocess.run([check.binary, "merge", str(merged), *parts], check=True)
            check.expect_equal(rows(single, TABLES), rows(merged, TABLES), "the merged store")
            check.expect(ask(merged, "SELECT shard, finished FROM runs ORDER BY shard")
                         == [(f"{i}/4", 1) for i in range(4)], f"four finished shards: {logs}")
            print(f"Slurm ran 4 tasks; {len(rows(merged, ('files',))['files'])} files in the merged store")
    finally:
        slurm.stop()
    check.end()


if __name__ == "__main__":
    main()
