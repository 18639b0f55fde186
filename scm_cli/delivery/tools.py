"""The programs of the desktop: found where they are, run without a terminal, their failures as a reason."""

import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from scm_cli.locale import formats as say

PATIENCE: Final = 10.0
"""Seconds a program may take: one that asks the user for something outlives them."""

_LEFT: Final[list[subprocess.Popen[bytes]]] = []
"""Programs that went on when scm had nothing more to ask of them; who forgets one is warned by Python."""


def found(names: Iterable[str], environ: Mapping[str, str]) -> str | None:
    """Return the path of the first of some programs that is installed, or None."""
    paths = (shutil.which(name, path=environ.get("PATH")) for name in names)
    return next((path for path in paths if path), None)


def failure(command: Sequence[str], given: bytes = b"", *, waits: bool = True) -> str:
    """Run a program; return why it failed, or nothing.

    Its output goes nowhere: some stay in the background as long as the clipboard is theirs, and a pipe to them
    would never end.

    Args:
        command: the program with its arguments.
        given: what it reads.
        waits: whether it is over soon; one that goes on and on has not failed where it is not expected to end.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 — the program's path comes from PATH, its arguments from here
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return error.strerror or str(error)
    try:
        process.communicate(given, timeout=PATIENCE if waits else PATIENCE / 5)
    except subprocess.TimeoutExpired:
        if not waits:
            _LEFT.append(process)
            return ""
        process.kill()
        process.communicate()
        return say.TOO_LONG()
    return say.STATUS(code=process.returncode) if process.returncode else ""
