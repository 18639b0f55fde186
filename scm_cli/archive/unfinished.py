"""Carrying a renumbering out so that a stop at any point leaves either the old state or one the next writer finishes.

A note beside `scm.toml` names it before anything else is written. Until the session's new file is in its place the old
state stands, and the next writer clears the copies of attachments away; from then on the next writer goes on with it.
"""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from scm_cli.archive import debris
from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.files import Files
from scm_cli.archive.renumber import Move, clear_old, discard_files, naming, write_new
from scm_cli.errors import BadData, ScmError
from scm_cli.locale import merging as say
from scm_cli.model.refs import SessionRef, parse_session
from scm_cli.model.session import Session


@dataclass(frozen=True)
class Note:
    """What is under way.

    Args:
        old: the session's reference.
        new: the one it gets.
        digest: of its file's bytes before.
    """

    old: SessionRef
    new: SessionRef
    digest: str


@dataclass(frozen=True)
class Done:
    """A renumbering that is finished.

    Args:
        old: the session's reference before.
        new: its new one.
        path: its file.
        followed: the files of sessions that name it.
        trash: where its old file lies.
    """

    old: SessionRef
    new: SessionRef
    path: Path
    followed: tuple[Path, ...]
    trash: Path


def carry_out(archive: Archive, stored: StoredSession, new: SessionRef) -> Done:
    """Give a session another number.

    Raises:
        BadData: a session cannot be read, so that nobody knows whom it names.
        Conflict: a final protocol names it.
        ScmError: something cannot be written.
    """
    move = Move(stored.data, stored.value, stored.ref, new)
    others = naming(archive, move)
    if not archive.dry_run:
        note = f"{move.old} {move.new} {sha256(stored.data).hexdigest()}\n"
        archive.files.write(Path(debris.NOTE), note.encode())
    try:
        write_new(archive, move, archive.files.pieces)
    except BaseException:
        with suppress(ScmError):  # then the next writer does it
            _undo(archive, move)
        raise
    done = _finish(archive, move, others, stored)
    if not archive.dry_run:
        debris.forget(archive.files.root)
    return done


def noted(files: Files) -> Note | None:
    """Return what is noted as under way; None where nothing is, or nothing that scm would have noted."""
    try:
        old, new, digest = files.read(Path(debris.NOTE)).decode().split()
    except (FileNotFoundError, BadData, ValueError):
        return None
    before, after = parse_session(old), parse_session(new)
    return Note(before, after, digest) if before and after and before.group == after.group else None


def settle(archive: Archive) -> Done | None:
    """Finish what is noted, or clear away what it left where the old state stands; return what is finished.

    What cannot be finished yet is said, and stays noted.
    """
    own = Archive(archive.files)  # what the other has read so far is of another state
    note = noted(own.files)
    done = None
    if note:
        try:
            done = _settled(own, note)
        except ScmError as error:
            archive.files.warn(say.UNFINISHED(old=note.old, new=note.new, reason=error))
            return None
    debris.forget(own.files.root)
    if done:
        archive.files.warn(say.FINISHED(old=done.old, new=done.new))
    return done


def _settled(archive: Archive, note: Note) -> Done | None:
    before, after = _there(archive, note.old), _there(archive, note.new)
    if after is None:
        if before:
            _undo(archive, Move(before.data, before.value, note.old, note.new))
        return None
    back = Move(after.data, after.value, note.new, note.old)
    move = Move(b"", back.meant, note.old, note.new)
    if before:
        move = Move(before.data, before.value, note.old, note.new)
        if not _same(move, after.value):
            return None
        if sha256(before.data).hexdigest() != note.digest:
            archive.files.warn(say.BOTH_STAY(old=note.old, new=note.new))
            return None
    return _finish(archive, move, naming(archive, move), before)


def _undo(archive: Archive, move: Move) -> None:
    """Clear away what was done where the old state still stands."""
    if not archive.dry_run and not (archive.files.root / move.path).exists():
        discard_files(archive, move.files.values())
        debris.forget(archive.files.root)


def _finish(
    archive: Archive, move: Move, others: list[tuple[StoredSession, Session]], stored: StoredSession | None
) -> Done:
    for other, value in others:
        archive.save(other, value)
    trash = clear_old(archive, stored, move)
    return Done(move.old, move.new, move.path, tuple(other.path for other, _ in others), trash)


def _there(archive: Archive, ref: SessionRef) -> StoredSession | None:
    try:
        return archive.session(ref)
    except FileNotFoundError:
        return None


def _same(move: Move, after: Session) -> bool:
    """Say whether the session of the new number is the one that moves, though it was edited since."""
    return after == move.meant or (after.uid is not None and after.uid == move.value.uid)
