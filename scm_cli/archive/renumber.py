"""Giving a session another number on the disk: the new file first, then what names it, then the old one goes.

Every state in between is a valid archive; `archive.unfinished` puts the steps together.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from scm_cli.archive import layout
from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.beside import coming
from scm_cli.archive.codec import changed_file
from scm_cli.archive.files import leads_inside
from scm_cli.errors import BadData, Conflict
from scm_cli.locale import errors as wrong
from scm_cli.locale import merging as say
from scm_cli.model.refs import SessionRef
from scm_cli.model.renumbering import following, renumbered
from scm_cli.model.session import Session

Fetch = Callable[[Path], Iterable[bytes]]
"""Gives the bytes, piece by piece, of an attachment by its path in the archive; raises `FileNotFoundError`."""


@dataclass(frozen=True)
class Move:
    """A session, and the number it gets.

    Args:
        data: its file.
        value: what the file says.
        old: its reference.
        new: its new one.
    """

    data: bytes
    value: Session
    old: SessionRef
    new: SessionRef

    def file(self, path: str) -> str:
        """Return the new path of an attachment: only what lies in the session's own folder moves."""
        folder = layout.attachments_folder(self.old.group, self.old.number) + "/"
        after = layout.attachments_folder(self.new.group, self.new.number) + "/"
        return after + path.removeprefix(folder) if path.startswith(folder) else path

    @property
    def files(self) -> dict[str, str]:
        """Which attachments move, each with its new path."""
        paths = [one.file for one in self.value.attachments if one.file]
        return {path: self.file(path) for path in paths if self.file(path) != path}

    @property
    def path(self) -> Path:
        """Where its file lies then."""
        return layout.session_path(self.new.group, self.new.number)

    @property
    def meant(self) -> Session:
        """What the new file says."""
        return renumbered(self.value, self.old, self.new, self.file)


def begun(archive: Archive, move: Move) -> SessionRef | None:
    """Return the number that an earlier run gave the same session, or None."""
    for ref in archive.session_refs(move.old.group):
        if ref == move.old:
            continue
        try:
            found = archive.session(ref).value
        except BadData:
            continue  # what cannot be read was not written by scm
        if found.uid == move.value.uid and found == replace(move, new=ref).meant:
            return ref
    return None


def target(archive: Archive, move: Move, number: int) -> SessionRef:
    """Return the reference the session gets: a number begun with, the one asked for, else the next free one.

    Args:
        archive: the archive.
        move: the session.
        number: the number asked for; 0 for none.

    Raises:
        Conflict: the number is taken.
    """
    earlier = begun(archive, move)
    if earlier and number in (0, earlier.number):
        return earlier
    taken = {ref.number for ref in archive.session_refs(move.old.group)}
    free = SessionRef(move.old.group, max(taken, default=0) + 1)
    if number == move.old.number:
        raise Conflict(say.SAME_NUMBER(ref=move.old))
    if number in taken:
        taken_ref = SessionRef(move.old.group, number)
        raise Conflict(wrong.NUMBER_TAKEN(ref=taken_ref), say.NUMBER_TAKEN_REMEDY(number=free.number))
    return SessionRef(move.old.group, number) if number else free


def write_new(archive: Archive, move: Move, fetch: Fetch) -> None:
    """Write the session under its new number, its attachments before it; what lay in their place goes to the trash."""
    name = archive.files.name(move.path)
    data = changed_file(move.data, move.value, move.meant, name)
    if archive.dry_run or (archive.files.root / move.path).exists():
        return
    for before, after in move.files.items():
        try:
            content = fetch(Path(before))
        except FileNotFoundError:
            continue  # it was missing before: `check` says so
        discard_files(archive, [after])
        archive.files.write_pieces(Path(after), content)
    archive.files.write(move.path, data)


def write_theirs(archive: Archive, move: Move, fetch: Fetch) -> None:
    """Write a session that is not in the archive yet, as `write_new` does; a stop leaves no copies without it."""
    copies = {}
    if not archive.dry_run and not (archive.files.root / move.path).exists():
        for before, after in move.files.items():
            with suppress(FileNotFoundError):  # it was missing before, as in `write_new`
                copies[after] = fetch(Path(before))
    with coming(archive, copies):
        write_new(archive, move, fetch)


def naming(archive: Archive, move: Move) -> list[tuple[StoredSession, Session]]:
    """Return the other sessions that name the old one, each with what it says then.

    Raises:
        BadData: a session cannot be read, so that nobody knows whom it names.
        Conflict: a final protocol names it.
    """
    found = naming_any(archive, move)
    if archive.problems:
        raise BadData(archive.problems)
    sealed = [str(stored.ref) for stored, value in found if stored.value.seal and value.agenda != stored.value.agenda]
    if sealed:
        raise Conflict(say.SEALED_NAMES_IT(ref=move.old, names=", ".join(sealed)))
    return found


def naming_any(archive: Archive, move: Move) -> list[tuple[StoredSession, Session]]:
    """Return the other sessions that can be read and name the old one, each with what it says then."""
    others = [stored for stored in archive.sessions() if stored.ref not in (move.old, move.new)]
    found = [(stored, following(stored.value, move.old, move.new)) for stored in others]
    return [(stored, value) for stored, value in found if value != stored.value]


def clear_old(archive: Archive, stored: StoredSession | None, move: Move) -> Path:
    """Move the old file to the trash, if it is there, and what no other session names; return where the file lies."""
    path = layout.session_path(move.old.group, move.old.number)
    trash = archive.discard(stored) if stored else Path(layout.TRASH) / path
    left = [*move.files, path.with_suffix(".md").as_posix()]
    if move.files:
        others = (one.value for one in archive.sessions() if one.ref not in (move.old, move.new))
        named = {one.file for other in others for one in other.attachments}
        left = [path for path in left if path not in named]
    discard_files(archive, left)
    return trash


def discard_files(archive: Archive, paths: Iterable[str]) -> None:
    """Move files to the trash; those that are not there, or not in the archive, stay as they are."""
    for path in map(Path, paths):
        if (archive.files.root / path).is_file() and leads_inside(archive.files.root, path):
            archive.trash(path)
