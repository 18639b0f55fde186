"""Files that the user names outside the archive, read."""

import os
from pathlib import Path

from scm_cli.errors import NotFound
from scm_cli.locale import merging as say


def file_bytes(name: str) -> bytes:
    """Return a file's bytes; raises `NotFound` where there is none, `BadData` where it cannot be read."""
    from scm_cli.archive.files import Files

    if name == os.devnull:
        return b""
    try:
        return Files(Path(name).parent).read(Path(Path(name).name))
    except FileNotFoundError as error:
        raise NotFound(say.NO_SUCH_FILE(path=name)) from error
