"""What a user wrote is kept aside until it is where it belongs: nothing typed is ever lost."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scm_cli.commands.desk import Desk, state_folder
from scm_cli.errors import ScmError
from scm_cli.locale import changes as say
from scm_cli.locale import errors as wrong


@contextmanager
def kept_unless_done(own: Desk, data: bytes, stem: str, suffix: str, *, written: bool = False) -> Iterator[Path]:
    """Put a text aside, and take it away again once the work on it is done.

    If that fails in whatever way, the text stays and its place is told; nothing is kept where nobody wrote
    anything.

    Args:
        own: the terminal.
        data: the text.
        stem: what the file's name begins with.
        suffix: what it ends with.
        written: whether the text is the user's already, and not only to be edited.
    """
    copy = _put(data, stem, suffix)
    try:
        yield copy
    except BaseException:
        with suppress(OSError):  # whatever went wrong with the file is told by the error itself
            if not written and copy.read_bytes() == data:
                copy.unlink()
            else:
                own.terminal.say(say.KEPT_ASIDE(path=copy))
        raise
    copy.unlink(missing_ok=True)


def _put(data: bytes, stem: str, suffix: str) -> Path:
    """Write a text to a new file of the user's alone: in their state folder, else where the system lets us.

    Raises:
        ScmError: it can be written nowhere.
    """
    for folder in (_state, tempfile.gettempdir):
        try:
            descriptor, name = tempfile.mkstemp(prefix=f"{stem}-", suffix=suffix, dir=folder())
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
        except OSError as error:
            reason = error
        else:
            return Path(name)
    raise ScmError(wrong.NOT_WRITABLE(path=tempfile.gettempdir(), reason=reason.strerror or reason))


def _state() -> str:
    return str(state_folder())
