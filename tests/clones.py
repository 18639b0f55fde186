"""Two secretaries: clones of one archive, real git, and the installed command as its merge driver."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import Result

DRIVER = (
    "git config merge.scm.driver 'scm merge-file %O %A %B --path %P'",
    "git config merge.scm.recursive binary",
)
"""The two lines that enable the merge driver in a clone, as they are typed into a shell."""

NEEDS_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def environ(home: Path) -> dict[str, str]:
    """Return an environment in which git and scm know only what a test gave them."""
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        "HOME": str(home),
        "SCM_LANG": "en",
        "COLUMNS": "100",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_EDITOR": "true",
        "LC_ALL": "C.UTF-8",
        **{f"GIT_{who}_NAME": "Anna Beispiel" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "anna@example.org" for who in ("AUTHOR", "COMMITTER")},
    }


@dataclass(frozen=True)
class Clone:
    """One clone of an archive.

    Args:
        top: the working tree.
        inside: the archive's folder in it.
    """

    top: Path
    inside: str

    @property
    def archive(self) -> Path:
        """The archive's folder."""
        return self.top / self.inside

    def session(self, number: int) -> Path:
        """Return a session's file."""
        return self.archive / "sessions" / "ag-test" / f"{number:04}.toml"

    def run(self, *command: str, folder: Path | None = None, env: Mapping[str, str] | None = None) -> Result:
        """Run a command in the archive's folder, or another."""
        done = subprocess.run(
            command,
            cwd=folder or self.archive,
            env={**environ(self.top.parent), **(env or {})},
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def scm(self, *args: str) -> str:
        """Run scm, which must succeed; return what it printed."""
        return self._ok("scm", *args)

    def git(self, *args: str) -> str:
        """Run git, which must succeed; return what it printed."""
        return self._ok("git", *args)

    def _ok(self, *command: str) -> str:
        result = self.run(*command)
        assert result.code == 0, (command, result)
        return result.out

    def commit(self, message: str = "Work") -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def add(self, number: int, text: str) -> None:
        """Append text to a session's file and commit it."""
        with self.session(number).open("a", encoding="utf-8") as file:
            file.write(text)
        self.commit()

    def pull(self, other: "Clone", *how: str) -> Result:
        """Take in what the other has committed."""
        return self.run("git", "pull", *(how or ("--no-rebase",)), str(other.top), "main")


def two_clones(folder: Path, inside: str) -> tuple[Clone, Clone]:
    """Return two clones of an archive with one session of two items, both merging with scm."""
    first, second = Clone(folder / "eins", inside), Clone(folder / "zwei", inside)
    first.top.mkdir()
    first.run("git", "init", "--quiet", "--initial-branch=main", folder=first.top)
    first.run("scm", "init", inside or ".", "--name", "AG Test", folder=first.top)
    first.scm("session", "add", "10.9.2024", "--place", "Musterstadt")
    first.scm("agenda", "add", "1", "Haushalt")
    first.scm("agenda", "add", "1", "Radwege")
    first.commit("Begin")
    first.run("git", "clone", "--quiet", str(first.top), str(second.top), folder=folder)
    for clone in (first, second):
        for line in DRIVER:
            assert clone.run("sh", "-c", line).code == 0
    return first, second
