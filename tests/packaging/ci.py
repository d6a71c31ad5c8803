#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""ci.py LOANLINT PROJECT: README's CI section, what docs/reports.md says of baselines and project
files, and the templates of packaging/, run on a scratch repository.

The predatory sample fails, the honest one passes, and after `baseline create` the first passes with
its findings listed as accepted. Each template is run by the shell with the program on the PATH.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from checks import Checks  # noqa: E402, found by the line above

loanlint, project = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
PREDATORY = project / "samples/predatory-cash-loan.apk"
HONEST = project / "samples/honest-lender.apk"
APK = "app/build/outputs/apk/release/app-release.apk"
check = Checks()


def repository(folder, package):
    """A scratch repository whose build has made `package`."""
    folder = pathlib.Path(folder)
    (folder / "bin").mkdir()
    (folder / "bin/loanlint").symlink_to(loanlint)
    (folder / APK).parent.mkdir(parents=True)
    shutil.copy(package, folder / APK)
    shutil.copy(package, folder / "app-release.apk")
    shutil.copy(PREDATORY, folder / "released.apk")
    (folder / "legal").mkdir()
    (folder / "legal/privacy.html").write_text("<p>本应用不收集个人信息。</p>")
    return folder


def run(folder, script, **variables):
    environment = {"PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": str(folder), "LANG": "C.UTF-8",
                   "SOURCE_DATE_EPOCH": "1790000000", **variables}
    return subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)


def shell_blocks(page):
    return re.findall(r"```sh\n(.*?)```", page.read_text(), re.S)


def documented():
    """README's CI section, block after block, on both releases."""
    first, accept, change = shell_blocks(project / "README.md")
    create, again = (part.strip() for part in re.split(r"(?m)^(?=loanlint scan)", accept))
    for package, status in ((PREDATORY, 1), (HONEST, 0)):
        with tempfile.TemporaryDirectory() as folder:
            folder = repository(folder, package)
            # The policy inside the package counts here, not the one-sentence one of the scratch repository.
            done = run(folder, first.replace(" --policy legal/privacy.html", ""))
            check(f"first run on {package.name}", done.returncode == status, done.stdout + done.stderr)
            check("sarif", json.loads((folder / "loanlint.sarif").read_text())["version"] == "2.1.0")
            done = run(folder, change)
            check(f"diff for {package.name}", done.returncode in (0, 1) and done.stdout.startswith("## "), done.stdout + done.stderr)
    with tempfile.TemporaryDirectory() as folder:
        folder = repository(folder, PREDATORY)
        done = run(folder, create)
        check("baseline create", done.returncode == 0, done.stderr)
        done = run(folder, again)
        check("accepted findings pass", done.returncode == 0, done.stdout + done.stderr)
        check("accepted findings are listed", "contacts go with release 4.0" in done.stdout, done.stdout)


def living_with_findings():
    """The commands and the project file of docs/reports.md."""
    page = project / "docs/reports.md"
    (commands,) = shell_blocks(page)
    create, again, prune = commands.strip().splitlines()
    (project_file,) = re.findall(r"```json\n(.*?)```", page.read_text(), re.S)
    with tempfile.TemporaryDirectory() as folder:
        folder = repository(folder, PREDATORY)
        check("findings before", run(folder, "loanlint scan app-release.apk").returncode == 1)
        for command in (create, again, prune):
            done = run(folder, command)
            check(command, done.returncode == 0, done.stdout + done.stderr)
        (folder / "loanlint.json").write_text(project_file)
        done = run(folder, "loanlint scan app-release.apk --format json")
        check("the purposes of the project file are held against the package", "READ_CONTACTS" in done.stderr, done.stderr)
        accepted = [f for f in json.loads(done.stdout)["findings"] if f.get("accepted") == {"reason": "…"}]
        check("the baseline of the project file accepts", accepted, done.stdout)


def github():
    action = yaml.safe_load((project / "packaging/github/action.yml").read_text())
    (step,) = action["runs"]["steps"]
    for package, status in ((PREDATORY, 1), (HONEST, 0)):
        with tempfile.TemporaryDirectory() as folder:
            folder = repository(folder, package)
            variables = {}
            for name, value in step["env"].items():
                given = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value).group(1)
                variables[name] = action["inputs"][given].get("default", APK)
            done = run(folder, step["run"], GITHUB_STEP_SUMMARY=str(folder / "summary.md"), **variables)
            check(f"action on {package.name}", done.returncode == status, done.stdout + done.stderr)
            check("summary", "## " in (folder / "summary.md").read_text())
            check("sarif of the action", (folder / "loanlint.sarif").exists())
    workflow = yaml.safe_load((project / "packaging/github/workflow.yml").read_text())
    used = [s["with"] for s in workflow["jobs"]["loanlint"]["steps"] if s.get("uses") == "./packaging/github"]
    check("workflow knows the action's inputs", len(used) == 1 and set(used[0]) <= set(action["inputs"]), used)


def gitlab():
    job = yaml.safe_load((project / "packaging/gitlab/.gitlab-ci.yml").read_text())["loanlint"]
    for package, status in ((PREDATORY, 1), (HONEST, 0)):
        with tempfile.TemporaryDirectory() as folder:
            folder = repository(folder, package)
            done = run(folder, "set -e\n" + "\n".join(job["script"]), SOURCE_DATE_EPOCH="0", **job["variables"])
            check(f"gitlab on {package.name}", done.returncode == status, done.stdout + done.stderr)
            reports = job["artifacts"]["reports"]
            json.loads((folder / reports["sast"]).read_text())
            xml.etree.ElementTree.parse(folder / reports["junit"])


def jenkins():
    text = (project / "packaging/jenkins/Jenkinsfile").read_text()
    check("Jenkinsfile's brackets", text.count("{") == text.count("}"))
    for package, status in ((PREDATORY, 1), (HONEST, 0)):
        with tempfile.TemporaryDirectory() as folder:
            folder = repository(folder, package)
            for line in re.findall(r"sh '(.*)'", text):
                done = run(folder, line)
                check(f"jenkins on {package.name}", done.returncode == status, done.stdout + done.stderr)
            for made in ("loanlint.xml", "loanlint.html"):
                check(made, made in text and (folder / made).stat().st_size > 0)


def pre_commit():
    (hook,) = yaml.safe_load((project / ".pre-commit-hooks.yaml").read_text())
    pattern = re.compile(hook["files"])
    for name, hit in (("app/src/main/AndroidManifest.xml", True), ("a.apk", True), ("a.apk.txt", False), ("MyAndroidManifest.xml", False)):
        check(name, bool(pattern.search(name)) == hit)
    for package, status in ((PREDATORY, 1), (HONEST, 0)):
        with tempfile.TemporaryDirectory() as folder:
            folder = repository(folder, package)
            check(f"hook on {package.name}", run(folder, hook["entry"] + " app-release.apk").returncode == status)


def docker():
    lines = (project / "packaging/docker/Dockerfile").read_text().replace("\\\n", " ").splitlines()
    known = {"FROM", "SHELL", "WORKDIR", "COPY", "RUN", "USER", "ENTRYPOINT", "CMD"}
    words = [line.split()[0] for line in lines if line and not line.startswith("#")]
    check("Dockerfile's instructions", set(words) <= known and words[0] == "FROM" and words[-1] == "CMD", words)
    check("Dockerfile's user", "USER nobody" in lines)
    for line in lines:
        if line.startswith("RUN "):
            done = subprocess.run(["bash", "-n", "-c", line[4:]], capture_output=True, text=True)
            check("Dockerfile's shell", done.returncode == 0, done.stderr)


for part in (documented, living_with_findings, github, gitlab, jenkins, pre_commit, docker):
    part()
sys.exit(check.status("the templates of packaging/ work"))
