"""TOML and the model: new files and changed ones, each proved to say what was meant."""

from typing import TypeVar

from scm_cli.archive.parsing import BOM, decode
from scm_cli.archive.reader import read
from scm_cli.errors import BadData, ScmError
from scm_cli.locale import errors as say
from scm_cli.model.table import Table

T = TypeVar("T", bound=Table)


def new_file(value: Table, path: str) -> bytes:
    """Return the bytes of a new file; raises `ScmError` where it would not read back as the value."""
    from scm_cli.archive.canonical import document

    return _verified(document(value).encode(), value, path)


def changed_file(data: bytes, before: T, after: T, path: str) -> bytes:
    """Return a file's bytes with a change put in; raises `ScmError` where it would not read back as meant.

    Args:
        data: the file as it was read.
        before: the model as it was read from it.
        after: the model as it should be.
        path: the file as problems name it.
    """
    from scm_cli.archive.patch import patched

    mark = BOM if data.startswith(BOM) else b""
    text = patched(decode(data, path), before, after)
    return _verified(mark + text.encode(), after, path)


def _verified(data: bytes, meant: Table, path: str) -> bytes:
    """Return the bytes if they read back as what was meant (design: every encode is read back and compared)."""
    try:
        understood = read(data, type(meant), path)
    except BadData as error:
        raise ScmError(say.NOT_WRITTEN(path=path, reason=error.message), say.NOTHING_CHANGED()) from error
    if understood != meant:
        raise ScmError(say.WRITTEN_OTHERWISE(path=path), say.NOTHING_CHANGED())
    return data
