"""Documents into files: in one step, and never over something by accident."""

import os
import tempfile
from pathlib import Path

from scm_cli.errors import Conflict, ScmError
from scm_cli.locale import errors as say


def to_file(path: Path, data: bytes, *, force: bool) -> None:
    """Write a document to a file.

    Raises:
        Conflict: the file exists and `force` was not said.
        ScmError: the system does not allow it.
    """
    if not force and (path.exists() or path.is_symlink()):
        raise Conflict(say.EXISTS(path=path), say.FILE_EXISTS_REMEDY())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        descriptor, name = tempfile.mkstemp(prefix=".scm-", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(mode)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise ScmError(say.NOT_WRITABLE(path=path, reason=error.strerror or error)) from error


def _umask() -> int:
    """Return the process's umask, which the system only tells while setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
