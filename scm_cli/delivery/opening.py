"""Files into the program that opens them: a draft into the mail program."""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from scm_cli.delivery.files import to_file
from scm_cli.delivery.tools import failure, found
from scm_cli.errors import ScmError
from scm_cli.locale import formats as say

TOOLS: Final = "xdg-open, open, start"


def open_file(path: Path, environ: Mapping[str, str], platform: str = sys.platform) -> None:
    """Hand a file to the program that the desktop has for its kind.

    Args:
        path: the file.
        environ: the environment variables.
        platform: what `sys.platform` says.

    Raises:
        ScmError: nothing here opens files, or it fails.
    """
    if platform == "win32":
        _start(path)
        return
    tool = found(["open"] if platform == "darwin" else ["xdg-open"], environ)
    if tool is None:
        raise ScmError(say.NO_OPENER(tools=TOOLS), say.NO_OPENER_REMEDY())
    if reason := failure([tool, str(path.absolute())], waits=False):
        raise ScmError(say.OPENING_FAILED(tool=Path(tool).name, path=path, reason=reason), say.NO_OPENER_REMEDY())


def _start(path: Path) -> None:
    start = getattr(os, "startfile", None)  # Windows alone has it
    if start is None:
        raise ScmError(say.NO_OPENER(tools=TOOLS), say.NO_OPENER_REMEDY())
    try:
        start(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ScmError(say.OPENING_FAILED(tool="start", path=path, reason=reason), say.NO_OPENER_REMEDY()) from error


def aside(name: str, data: bytes) -> Path:
    """Write a file into a new folder that only this user can read; return where it is.

    The program that opens it needs it after scm has ended, so it is left to the system to clear away.

    Raises:
        ScmError: the system does not allow it.
    """
    path = Path(tempfile.mkdtemp(prefix="scm-")) / name
    to_file(path, data, force=False)
    return path
