"""Files that the user names outside the archive, read."""

import os
from pathlib import Path

from scm_cli.commands.desk import Desk
from scm_cli.errors import BadData, NotFound
from scm_cli.locale import merging as say


def given_bytes(own: Desk, name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`; raises as `file_bytes` does."""
    return own.terminal.read() if name == "-" else file_bytes(name, name)


def file_bytes(name: str, shown: str = "") -> bytes:
    """Return a file's bytes.

    Args:
        name: the file.
        shown: what messages call it; else its name.

    Raises:
        NotFound: there is none.
        BadData: it cannot be read.
    """
    from scm_cli.archive.files import Files

    if name == os.devnull:
        return b""
    try:
        return Files(Path(name).parent).read(Path(Path(name).name))
    except FileNotFoundError as error:
        raise NotFound(say.NO_SUCH_FILE(path=name)) from error
    except BadData as error:
        raise BadData(problem._replace(path=shown or problem.path) for problem in error.problems) from error
