"""The commands that mend a file which cannot be read, as they are typed into a shell."""

import os
import shlex
import stat
from pathlib import Path


def typed(command: str, *paths: str) -> str:
    """Return a command with the paths of files behind it, so that a shell takes them as they are."""
    return " ".join([command, *map(shlex.quote, paths)])


def editing(path: str) -> str:
    """Return the command that opens a file in the user's editor."""
    return typed("$EDITOR", path)


def mending(path: str) -> str:
    """Return the command that mends a file nobody can read: what is no file goes, the rest is edited.

    Args:
        path: the file as problems name it.
    """
    full = Path(path)
    try:
        mode = full.lstat().st_mode
    except OSError:  # named otherwise than it is called, or gone meanwhile
        return editing(path)
    if stat.S_ISDIR(mode) and full.suffix == ".toml":
        return typed("mv", path, str(full.with_suffix("")))
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return typed("rm", path)
    if not os.access(full, os.R_OK):
        return typed("chmod u+rwX", path)
    return editing(path)
