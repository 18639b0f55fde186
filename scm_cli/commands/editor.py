"""Editing a file by hand: in the user's editor, checked before it replaces, never lost."""

import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from scm_cli.archive.typed import differences
from scm_cli.commands.aside import kept_unless_done
from scm_cli.commands.desk import Desk
from scm_cli.commands.options import Writing
from scm_cli.commands.saying import edited as told_edited
from scm_cli.errors import BadData, Problem, ScmError, UsageFault
from scm_cli.locale import changes as say
from scm_cli.locale import errors as wrong
from scm_cli.locale import reading as found

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, Stored
    from scm_cli.model.table import Table

T = TypeVar("T", bound="Table")
R = TypeVar("R")


def edit_file(own: Desk, archive: "Archive", stored: "Stored[T]", how: Writing) -> None:
    """Let the user edit a file; put it in place once it reads without fault.

    Raises:
        UsageFault: there is no editor.
        BadData: the edited text is faulty; it is kept aside and its place told.
        ScmError: the editor failed, or the file could not be replaced; the text is kept aside.
    """
    from scm_cli.archive.archive import StoredSession
    from scm_cli.model.guard import ensure_open

    if isinstance(stored, StoredSession):
        ensure_open(stored.value, stored.ref)
    command = editor_command(own)
    with kept_unless_done(own, stored.data, stored.path.stem, ".toml") as copy:
        changed = edited(own, command, copy, lambda path: _read(path, stored))
        archive.replace(stored, copy.read_bytes())
    name = archive.files.name(stored.path)
    told_edited(own, how, str(stored.key or name), differences(stored.value, changed), name)


def editor_command(own: Desk) -> list[str]:
    """Return the user's editor as POSIX names it: `VISUAL`, else `EDITOR`, else on a terminal a usual one."""
    import shutil

    environ = own.terminal.environ
    typed = environ.get("VISUAL") or environ.get("EDITOR")
    if typed:
        return shlex.split(typed)
    usual = [name for name in ("editor", "nano", "vi", "notepad") if shutil.which(name)]
    if not own.terminal.asks or not usual:
        raise UsageFault(wrong.NO_EDITOR(), wrong.NO_EDITOR_REMEDY())
    return usual[:1]


def edited(own: Desk, command: list[str], copy: Path, read: Callable[[Path], R]) -> R:
    """Let the user edit a text until it reads without fault, or until they give up.

    Args:
        own: the terminal.
        command: the editor.
        copy: the file it edits.
        read: makes something of the text; raises `BadData` where it is faulty.

    Raises:
        BadData: the text is faulty, and is not to be edited again.
        ScmError: the editor failed.
    """
    while True:
        _run(command, copy)
        try:
            return read(copy)
        except BadData as error:
            if not own.terminal.asks:
                raise
            own.terminal.error(error)
            if not own.terminal.confirm(say.EDIT_AGAIN()):
                raise


def _run(command: list[str], copy: Path) -> None:
    try:
        code = subprocess.run([*command, str(copy)], check=False).returncode  # noqa: S603 — the user's own editor
    except OSError as error:
        shown = shlex.join(command)
        raise ScmError(wrong.EDITOR_FAILED(command=shown, reason=error.strerror or error)) from error
    if code:
        raise ScmError(wrong.EDITOR_FAILED(command=shlex.join(command), reason=code))


def _read(copy: Path, stored: "Stored[T]") -> T:
    from scm_cli.archive.archive import StoredSession
    from scm_cli.archive.reader import read
    from scm_cli.model.session import Session

    changed = read(copy.read_bytes(), type(stored.value), str(copy))
    if isinstance(changed, Session) and isinstance(stored, StoredSession) and changed.number != stored.ref.number:
        other = found.OTHER_NUMBER(value=changed.number, name=stored.path.name)
        raise BadData([Problem(str(copy), 0, "number", other, found.ALLOWED_SAME())])
    return changed
