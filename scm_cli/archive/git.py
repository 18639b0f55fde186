"""What git knows about an unfinished merge, asked through the `git` command."""

import os
import subprocess
from pathlib import Path

from scm_cli.errors import NotFound, ScmError
from scm_cli.locale import merging as say

OURS, THEIRS = 2, 3
"""The stages of a file in git's index (gitrevisions(7), `:<n>:<path>`); 1 is the base."""

_TRUSTED_WITH_NOTHING = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
"""A folder that somebody sent may bring a git configuration; git(1): nothing missing is fetched for it."""


def ensure_both_added(root: Path, path: Path, ref: object) -> None:
    """Raise `NotFound` unless git is in a merge in which both sides added a session's file.

    Args:
        root: the archive's folder.
        path: the file, relative to it.
        ref: the session, as the sentence names it.
    """
    if not both_added(root, path):
        raise NotFound(say.NO_GIT_CONFLICT(ref=ref), say.NO_GIT_CONFLICT_REMEDY())


def both_added(root: Path, path: Path) -> bool:
    """Say whether git is in a merge in which both sides added a file, each otherwise."""
    listed = _git(root, "ls-files", "--unmerged", "-z", "--", path.as_posix())
    stages = [entry.split(b"\t")[0].split()[-1] for entry in (listed or b"").split(b"\0") if entry]
    return sorted(stages) == [b"2", b"3"]


def version(root: Path, path: Path, stage: int) -> bytes:
    """Return one side's version of an unmerged file; raises `FileNotFoundError` where it has none."""
    data = _git(root, "show", f":{stage}:./{path.as_posix()}")
    if data is None:
        raise FileNotFoundError(path)
    return data


def _git(root: Path, *args: str) -> bytes | None:
    """Return what git prints; None where it reports an error; raises `ScmError` where there is no git."""
    try:
        done = subprocess.run(  # noqa: S603 — fixed words and a path after `--` or in one argument
            # the user's own git, as the shell finds it; core.fsmonitor would name a program to run, git-config(1)
            ["git", "-C", str(root), "-c", "core.fsmonitor=false", *args],  # noqa: S607
            env={**os.environ, **_TRUSTED_WITH_NOTHING},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise ScmError(say.NO_GIT(), say.NO_GIT_REMEDY()) from error
    return done.stdout if done.returncode == 0 else None
