"""The only door to the disk: groups, people and sessions come in and go out here."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from scm_cli.archive import layout
from scm_cli.archive.files import Files
from scm_cli.errors import BadData, Conflict, Problem
from scm_cli.locale import errors as say
from scm_cli.model.refs import SessionRef

if TYPE_CHECKING:
    from scm_cli.archive.index.index import Index
    from scm_cli.archive.unfinished import Done
    from scm_cli.model.attendee import Attendee
    from scm_cli.model.group import Group
    from scm_cli.model.session import Session  # noqa: F401 — `StoredSession` names it in quotes
    from scm_cli.model.settings import Settings
    from scm_cli.model.table import Table

T = TypeVar("T", bound="Table")
N = TypeVar("N", str, SessionRef)

INDEXED_FROM: Final = 200
"""From how many sessions on reading the index is faster than reading the files."""


@contextmanager
def _unseen(_total: int) -> Iterator[Callable[[], None]]:
    yield lambda: None


@dataclass(frozen=True)
class Stored(Generic[T]):
    """A file as it was read: its name, its bytes and what they say."""

    key: str
    path: Path
    data: bytes
    value: T


@dataclass(frozen=True)
class StoredSession(Stored["Session"]):
    """A session's file and its full reference."""

    ref: SessionRef


class Archive:
    """A folder of groups, people and sessions.

    Args:
        files: the files below the archive's folder.
        dry_run: make and verify every change, but write nothing.
        cache: the user's folder for indexes; None to do without one.
        indexed_from: from how many sessions on there is an index.
        progress: shows how far a long reading is.
    """

    def __init__(
        self,
        files: Files,
        *,
        dry_run: bool = False,
        cache: Path | None = None,
        indexed_from: int = INDEXED_FROM,
        progress: Callable[[int], AbstractContextManager[Callable[[], None]]] = _unseen,
    ) -> None:
        self.files = files
        self.dry_run = dry_run
        self.cache = cache
        self.indexed_from = indexed_from
        self.progress = progress
        self.problems: list[Problem] = []
        self.settled: Done | None = None
        self.cleared: frozenset[str] = frozenset()
        self._people: tuple[tuple[str, int, int], ...] = ()

    def lock(self) -> AbstractContextManager[None]:
        """Hold the archive for a change; a dry run holds nothing."""
        from scm_cli.archive.held import held

        return held(self)

    # reading one

    def settings(self) -> "Stored[Settings]":
        """Return the archive's settings; raises `BadData`."""
        from scm_cli.model.settings import Settings

        return self._one("", Path(layout.MARKER), Settings)

    def group(self, key: str) -> "Stored[Group]":
        """Return a group; raises `FileNotFoundError` or `BadData`."""
        from scm_cli.model.group import Group

        return self._one(key, layout.group_path(key), Group)

    def attendee(self, key: str) -> "Stored[Attendee]":
        """Return a person; raises `FileNotFoundError` or `BadData`."""
        from scm_cli.model.attendee import Attendee

        return self._one(key, layout.attendee_path(key), Attendee)

    def session(self, ref: SessionRef) -> StoredSession:
        """Return a session; raises `FileNotFoundError` or `BadData`."""
        return self._session(ref, layout.session_path(ref.group, ref.number))

    def _session(self, ref: SessionRef, path: Path) -> StoredSession:
        from scm_cli.model.session import Session

        return StoredSession(str(ref), path, *self._read(path, Session), ref)

    def _one(self, key: str, path: Path, table: type[T]) -> Stored[T]:
        return Stored(key, path, *self._read(path, table))

    def _read(self, path: Path, table: type[T]) -> tuple[bytes, T]:
        from scm_cli.archive.reader import read

        data = self.files.read(path)
        return data, read(data, table, self.files.name(path))

    # reading many: a broken file is remembered in `problems` and hides no other

    def group_keys(self) -> list[str]:
        """Return the keys of all groups, from their file names."""
        return [key for path in self._listed(Path("groups")) if (key := layout.key_of(path.name))]

    def attendee_keys(self) -> list[str]:
        """Return the keys of all people, from their file names."""
        return [key for path in self._listed(Path("attendees")) if (key := layout.key_of(path.name))]

    def session_refs(self, group: str) -> list[SessionRef]:
        """Return the sessions of a group by number, from their file names."""
        paths = self._listed(Path("sessions") / group)
        return sorted(SessionRef(group, number) for path in paths if (number := layout.number_of(path.name)))

    def session_folders(self) -> list[str]:
        """Return the keys of all groups that have sessions, also where their own file is missing."""
        return [path.name for path in self._listed(Path("sessions")) if layout.key_of(f"{path.name}.toml")]

    def groups(self) -> "list[Stored[Group]]":
        """Return all groups that can be read."""
        return list(self._readable(self.group_keys(), self.group))

    def attendees(self) -> "list[Stored[Attendee]]":
        """Return all people that can be read, by key."""
        return list(self._readable(self.attendee_keys(), self.attendee))

    @cached_property
    def register(self) -> "Mapping[str, Attendee]":
        """All people that can be read, by key; read once."""
        groups = self.index.people() if self.index else None
        if groups is None:
            return {stored.key: stored.value for stored in self.attendees()}
        from scm_cli.archive.register import People

        return People(self, groups)

    @cached_property
    def index(self) -> "Index | None":
        """The archive's index; None where there is none or the archive is small."""
        if self.cache is None or not self._large():
            return None
        from scm_cli.archive.index.index import Index

        return Index(self, self.cache)

    def _large(self) -> bool:
        count = 0
        for group in self.group_keys():
            count += self.files.count(Path("sessions") / group)
            if count >= self.indexed_from:
                return True
        return not self.indexed_from

    def refresh(self) -> None:
        """Let the register be read again where a person's file changed since it was looked at the last time."""
        stamp = self.files.stamp(Path("attendees"))
        if stamp != self._people:
            self.__dict__.pop("register", None)
        self._people = stamp

    def sessions(self, groups: list[str] | None = None) -> Iterator[StoredSession]:
        """Yield the sessions that can be read, by group and number; of all groups where none is named."""
        for group in self.group_keys() if groups is None else groups:
            for stored in self._readable(self.session_refs(group), self.session):
                if isinstance(stored, StoredSession):
                    yield stored

    def _listed(self, folder: Path) -> list[Path]:
        try:
            return self.files.listed(folder)
        except BadData as error:
            self.remember(error)
            return []

    def _readable(self, names: list[N], load: Callable[[N], Stored[T]]) -> Iterator[Stored[T]]:
        for name in names:
            try:
                yield load(name)
            except BadData as error:
                self.remember(error)
            except FileNotFoundError:
                continue  # removed between listing and reading: it is simply no longer there

    def remember(self, error: BadData) -> None:
        """Note what is wrong with a file without stopping; each problem once."""
        self.problems += [problem for problem in error.problems if problem not in self.problems]

    # writing

    def create(self, path: Path, value: "Table") -> None:
        """Write a new file; raises `Conflict` where there is one, `ScmError` where it cannot be written."""
        from scm_cli.archive.codec import new_file

        with self.lock():
            name = self.files.name(path)
            if (self.files.root / path).exists() or (self.files.root / path).is_symlink():
                raise Conflict(say.EXISTS(path=name))
            data = new_file(value, name)
            if not self.dry_run:
                self.files.write(path, data)

    def save(self, stored: Stored[T], value: T) -> bool:
        """Write a changed value; return whether anything was to be changed.

        Raises:
            Conflict: the file is no longer as it was read.
            ScmError: the change could not be verified or written.
        """
        with self.lock():
            self._unchanged(stored)
            if value == stored.value:
                return False
            data = self._changed(stored, value)
            if not self.dry_run:
                self.files.write(stored.path, data)
            return True

    def verify(self, stored: Stored[T], value: T) -> None:
        """Make sure that a changed value can be saved; raises `Conflict` or `ScmError` as `save` does."""
        with self.lock():
            self._unchanged(stored)
            self._changed(stored, value)

    def _changed(self, stored: Stored[T], value: T) -> bytes:
        """Return a file's bytes with a changed value; raises `ScmError` where the change cannot be verified."""
        from scm_cli.archive.codec import changed_file

        return changed_file(stored.data, stored.value, value, self.files.name(stored.path))

    def replace(self, stored: Stored[T], data: bytes) -> None:
        """Write a file's new bytes as they are; raises `BadData`, `Conflict` or `ScmError`."""
        from scm_cli.archive.reader import read

        with self.lock():
            self._unchanged(stored)
            read(data, type(stored.value), self.files.name(stored.path))
            if not self.dry_run:
                self.files.write(stored.path, data)

    def discard(self, stored: Stored[T]) -> Path:
        """Move a file to the trash; return where it lies now, relative to the archive."""
        with self.lock():
            self._unchanged(stored)
            return Path(layout.TRASH) / stored.path if self.dry_run else self.files.discard(stored.path)

    def trash(self, path: Path) -> Path:
        """Move a file that belongs to another to the trash; return where it lies now, relative to the archive."""
        with self.lock():
            return Path(layout.TRASH) / path if self.dry_run else self.files.discard(path)

    def _unchanged(self, stored: Stored[T]) -> None:
        try:
            same = self.files.read(stored.path) == stored.data
        except FileNotFoundError:
            same = False
        if not same:
            path = self.files.name(stored.path)
            raise Conflict(say.CHANGED_MEANWHILE(path=path), say.CHANGED_MEANWHILE_REMEDY())
