#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""completion.py LOANLINT: the completion scripts are loaded into real shells, which are asked what
they would offer after a few beginnings of command lines."""
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

loanlint = pathlib.Path(sys.argv[1]).resolve()
FILES = ("app release.apk", "app.apk")

# A command line up to the cursor; what must be offered; what must not be.
CASES = (
    ("loanlint ex", {"explain"}, {"scan"}),
    ("loanlint rules ", {"list", "schema"}, {"scan"}),
    ("loanlint explain policy-for", {"policy-forced"}, {"app.apk"}),
    ("loanlint explain READ_CON", {"READ_CONTACTS"}, {"app.apk"}),
    ("loanlint explain pipl-1", {"pipl-13", "pipl-13-1-2"}, {"app.apk"}),
    ("loanlint rules schema r", {"report", "rule"}, {"explain"}),
    ("loanlint completion ", {"bash", "zsh", "fish"}, {"app.apk"}),
    ("loanlint scan --fail-on ", {"critical", "never"}, {"app.apk"}),
    ("loanlint scan --sar", {"--sarif"}, {"--html"}),
    ("loanlint scan app", set(FILES), set()),
    ("loanlint evidence ", {"verify", *FILES}, set()),
    ("loanlint evidence --out", {"--output"}, set()),
    ("loanlint evidence app.apk --out", {"--output"}, set()),
    ("loanlint evidence verify ap", set(FILES), {"verify"}),
)

BASH = r"""
source "$1"
IFS='|' read -r -a COMP_WORDS <<<"$2"
[[ $2 == *'|' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_loanlint
printf '%s\n' "${COMPREPLY[@]}"
"""

# zsh completes on a terminal only. Tab notes what is offered there; ^X says that it is done.
ZSHRC = r"""
fpath=($PROBE $fpath)
autoload -Uz compinit
compinit -u -D
setopt no_auto_list no_auto_menu no_beep
unset zle_bracketed_paste
compadd() {
  local -a offered
  if [[ " ${(j: :)@} " != *' -'[AOD]' '* ]]; then
    builtin compadd -A offered "$@"
    print -rl -- $offered >>$PROBE/offered
  fi
  builtin compadd "$@"
}
probe-done() { BUFFER=; print done >>$PROBE/offered; }
zle -C probe complete-word _main_complete
zle -N probe-done
bindkey '^I' probe '^X' probe-done
print ready >$PROBE/offered
"""


class Terminal:
    """An interactive zsh with the completion in `folder`."""

    def __init__(self, folder, files, environment):
        self.offered = folder / "offered"
        self.offered.touch()
        (folder / ".zshrc").write_text(ZSHRC)
        (folder / "loanlint").rename(folder / "_loanlint")
        outer, inner = pty.openpty()
        self.screen = outer
        self.shell = subprocess.Popen(["zsh", "-d", "-i"], stdin=inner, stdout=inner, stderr=inner, cwd=files, start_new_session=True,
                                      env={**environment, "ZDOTDIR": str(folder), "PROBE": str(folder)})
        os.close(inner)
        self.wait_for("ready")

    def wait_for(self, word):
        """What was noted before `word`; what the shell draws meanwhile is thrown away."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if select.select([self.screen], [], [], 0.05)[0]:
                os.read(self.screen, 65536)
            lines = self.offered.read_text().splitlines()
            if word in lines:
                self.offered.write_text("")
                return {line.replace("\\ ", " ") for line in lines if line != word}
        sys.exit(f"zsh does not answer: {lines}")

    def ask(self, line):
        os.write(self.screen, line.encode() + b"\t\x18")
        return self.wait_for("done")

    def close(self):
        self.shell.kill()
        self.shell.wait()
        os.close(self.screen)


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60, **options)
    return set(done.stdout.splitlines())


def bash(scratch, environment):
    script = scratch / "script/loanlint"
    return lambda line: run("bash", "-c", BASH, "bash", script, "|".join(line.split(" ")), cwd=scratch / "files", env=environment)


def zsh(scratch, environment):
    terminal = Terminal(scratch / "script", scratch / "files", environment)
    return terminal.ask, terminal.close


def fish(scratch, environment):
    script = scratch / "script/loanlint"

    def ask(line):
        offered = run("fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, line, cwd=scratch / "files", env=environment)
        return {one.split("\t")[0].replace("\\ ", " ") for one in offered}

    return ask


def shell(name, start):
    """How many of the beginnings are completed wrongly."""
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for part in ("bin", "script", "files"):
            (scratch / part).mkdir()
        (scratch / "bin/loanlint").symlink_to(loanlint)
        for file in FILES:
            (scratch / "files" / file).touch()
        script = subprocess.run([loanlint, "completion", name], capture_output=True, text=True, check=True).stdout
        (scratch / "script/loanlint").write_text(script)
        ask = start(scratch, {"PATH": f"{scratch}/bin:{os.environ['PATH']}", "HOME": str(scratch), "LANG": "C.UTF-8", "TERM": "xterm"})
        ask, close = ask if isinstance(ask, tuple) else (ask, lambda: None)
        for line, wanted, unwanted in CASES:
            offered = ask(line)
            if wanted <= offered and not unwanted & offered:
                continue
            failed += 1
            print(f"FAILED: {name}: {line!r}: missing {sorted(wanted - offered)}, unwanted {sorted(unwanted & offered)} in {sorted(offered)[:20]}")
        close()
    return failed


def main():
    failed = 0
    for name, start in (("bash", bash), ("zsh", zsh), ("fish", fish)):
        if shutil.which(name) is None:
            print(f"SKIPPED: {name} is not installed")
        else:
            failed += shell(name, start)
    print(f"{failed} failed" if failed else f"{len(CASES)} beginnings are completed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
