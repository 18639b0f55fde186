"""Two versions of a file become one: by id as the model sees them, with the comments of both."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import PurePosixPath
from typing import Any, Final

from scm_cli.archive import layout
from scm_cli.archive.codec import changed_file
from scm_cli.archive.format import keys
from scm_cli.archive.parsing import BOM, decode, toml
from scm_cli.archive.reader import read
from scm_cli.archive.text_merge import merged_lines
from scm_cli.errors import BadData, ScmError
from scm_cli.locale import merging as say
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.merge import Merged, merge
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.settings import Settings
from scm_cli.model.sides import Sides
from scm_cli.model.table import Table

_FOLDERS: Final[dict[str, type[Table]]] = {"groups": Group, "attendees": Attendee, "sessions": Session}
_KINDS: Final[tuple[type[Table], ...]] = (Session, Attendee, Group, Settings)
_COUNTERS: Final = tuple(one.name for one in fields(Session) if one.name.startswith("last_"))


@dataclass(frozen=True)
class MergedFile:
    """What a merge of files gave: the bytes, and what happened."""

    data: bytes
    merged: Merged[Any]


def merged_file(files: Sides, names: Sides, path: str) -> MergedFile:
    """Return three versions of a file merged.

    Args:
        files: their bytes; an empty base stands for a file that both added.
        names: the files as problems name them.
        path: where the file lies in its archive; may be empty or anywhere, then its content says what it is.

    Raises:
        BadData: one of them cannot be read.
        ScmError: both are new and different sessions.
    """
    table = kind(path, files.ours, files.theirs)
    given = bool(files.base.strip())
    ours, theirs = read(files.ours, table, names.ours), read(files.theirs, table, names.theirs)
    base = read(files.base, table, names.base) if given else None
    if base is None and isinstance(ours, Session) and isinstance(theirs, Session):
        _ensure_one_session(ours, theirs, group_of(path))
    if files.settled:
        return MergedFile(files.outcome, Merged(theirs if files.ours == files.base else ours))
    merged = merge(base, ours, theirs, group=group_of(path))
    our = _counted(ours, merged.value)
    their = _counted(theirs if merged.theirs is None else merged.theirs, merged.value)
    files = Sides(
        files.base,
        _saying(files.ours, ours, our, names.ours),
        _saying(files.theirs, theirs, their, names.theirs),
    )
    return MergedFile(_written(files, our, merged.value, names.ours), merged)


def _counted(value: Table, meant: Table) -> Table:
    """Return a version with the highest numbers as they are meant, so that its lines agree with the other's."""
    if not isinstance(value, Session):
        return value
    counters: Any = {name: getattr(meant, name) for name in _COUNTERS}
    return replace(value, **counters)


def _saying(data: bytes, before: Table, after: Table, name: str) -> bytes:
    return data if before == after else changed_file(data, before, after, name)


def _written(files: Sides, ours: Table, meant: Table, path: str) -> bytes:
    """Return the bytes that say what is meant, made from both texts where that can be, else from ours."""
    found: list[tuple[bytes, Table]] = []
    for candidate in _candidates(files):
        try:
            value = read(candidate, type(meant), path)
        except BadData:
            continue
        if value == meant:
            return candidate
        found.append((candidate, value))
    for data, value in found:
        try:
            return changed_file(data, value, meant, path)
        except ScmError:
            continue  # the text of ours alone is tried last
    return changed_file(files.ours, ours, meant, path)


def kind(path: str, *versions: bytes) -> type[Table]:
    """Return what a file describes: as its place in the archive says, else its content in all versions."""

    def likeness(table: type[Table]) -> tuple[int, int]:
        found = [_likeness(table, data) for data in versions]
        return sum(known for known, _ in found), sum(required for _, required in found)

    return placed(path) or max(_KINDS, key=likeness)


def placed(path: str) -> type[Table] | None:
    """Return what a file describes as its place in an archive says; None where it has none there."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    if parts and parts[-1] == layout.MARKER:
        return Settings
    for depth in (2, 3):
        if len(parts) >= depth and parts[-depth] in _FOLDERS and (depth == 3) == (parts[-depth] == "sessions"):
            return _FOLDERS[parts[-depth]]
    return None


def _likeness(table: type[Table], data: bytes) -> tuple[int, int]:
    """Return how much a file looks like one of a kind: required keys that are there, known less unknown ones."""
    try:
        found = set(toml(decode(data, ""), "")) - {"schema", "x"}
    except BadData:
        return 0, 0
    known = keys(table)
    required = {key.name for key in known.values() if key.required}
    return len(found & known.keys()) - len(found - known.keys()), len(required & found) - len(required - found)


def group_of(path: str) -> str:
    """Return the key of the group a session's file belongs to, as its place says; empty where it does not."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    return parts[-2] if len(parts) >= 3 and parts[-3] == "sessions" else ""


def _ensure_one_session(ours: Session, theirs: Session, group: str) -> None:
    """Raise `ScmError` where both sides planned a session of their own under one number."""
    same = ours.uid == theirs.uid if ours.uid and theirs.uid else ours.date == theirs.date
    if not same:
        ref = SessionRef(group, ours.number) if group else ours.number
        raise ScmError(say.TWO_SESSIONS(number=ours.number), say.TWO_SESSIONS_REMEDY(ref=ref))


def _candidates(files: Sides) -> Iterator[bytes]:
    """Yield our file with the lines of theirs merged in, comments and all; what it says need not be right yet."""
    mark = BOM if files.ours.startswith(BOM) else b""
    texts = files.of(lambda data: data.removeprefix(BOM).decode())
    crlf = texts.ours.count("\r\n")
    if crlf and crlf != texts.ours.count("\n"):
        return  # mixed line ends cannot be told for new lines
    lines = [text.replace("\r\n", "\n").split("\n") for text in texts]
    for first in (False, True):
        text = "\n".join(merged_lines(*lines, theirs_first=first))
        yield mark + (text.replace("\n", "\r\n") if crlf else text).encode()
