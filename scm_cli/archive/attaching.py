"""Files of attachments on the disk: where a new one goes, which are named, which lie around."""

import filecmp
import os
import shlex
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from scm_cli.archive import layout
from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.beside import coming, cut_off
from scm_cli.archive.files import pieces_of
from scm_cli.errors import NotFound, Problem, ScmError, UsageFault
from scm_cli.locale import attachments as say
from scm_cli.locale import reading as found
from scm_cli.model.guard import is_closed
from scm_cli.model.kinds import Unfit
from scm_cli.model.record import Attachment
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.text import file_name, visible

_ROOT: Final = "attachments"
_FALLBACK: Final = "attachment"


@dataclass(frozen=True)
class Placed:
    """A file that becomes an attachment.

    Args:
        source: where it lies now.
        file: where the archive has it, as the session's file says.
        new: whether it has to be copied there.
    """

    source: Path
    file: str
    new: bool


def place(archive: Archive, ref: SessionRef, session: Session, source: Path) -> Placed:
    """Return where a file goes: nowhere if the archive has it, else beside the session's others.

    Nothing is ever overwritten: a file of the same name and content is the same file, for another content the
    name gets a number. Names that differ in case alone are one name, as they are on macOS and Windows.

    Args:
        archive: the archive.
        ref: the session that gets it.
        session: what it says so far.
        source: the file; links are followed.

    Raises:
        NotFound: there is none.
        UsageFault: it is a folder, or no regular file.
        ScmError: the system does not let us look at it.
        BadData: the folder of the attachments leads out of the archive.
    """
    _ensure_file(source)
    if lies_at := _in_place(archive, source):
        return Placed(source, lies_at, new=False)
    folder = layout.attachments_folder(ref.group, ref.number)
    there = {_same_name(path.name): path for path in archive.files.listed(Path(folder))}
    named = {_same_name(one.file.rpartition("/")[2]) for one in session.attachments if one.file}

    def at(name: str) -> Placed | None:
        path = there.get(_same_name(name))
        if path is None:
            return None if _same_name(name) in named else Placed(source, f"{folder}/{name}", new=True)
        same = _same_content(archive.files.root / path, source) and _fits(path.as_posix())
        return Placed(source, path.as_posix(), new=False) if same else None

    return next(filter(None, map(at, _names(file_name(source.name, _FALLBACK)))))


def take_in(archive: Archive, stored: StoredSession, session: Session, placed: Iterable[Placed]) -> None:
    """Copy files to their places, each in one step and piece by piece, and save the session that names them.

    Raises:
        Conflict: the session was changed meanwhile.
        ScmError: something cannot be read or written.
    """
    new = {one.file: one.source for one in placed if one.new}
    with coming(archive, {file: pieces_of(source) for file, source in new.items()}):
        for file, source in new.items():
            if not archive.dry_run:
                archive.files.write_pieces(Path(file), pieces_of(source))
        archive.save(stored, session)


def named_elsewhere(archive: Archive, stored: StoredSession) -> set[str] | None:
    """Return the files that other sessions name; None where not all can be read, so that nobody knows."""
    others = [one.value for one in archive.sessions(archive.session_folders()) if one.ref != stored.ref]
    return None if archive.problems else {one.file for other in others for one in other.attachments if one.file}


@dataclass(frozen=True)
class Away:
    """The file of an attachment that a session names no more.

    Args:
        path: where it lay, relative to the archive.
        trash: where it lies now; None where it stays.
        sure: whether every session could be read, so that it is known who names it.
    """

    path: Path
    trash: Path | None
    sure: bool


def take_away(archive: Archive, stored: StoredSession, files: Iterable[str], named: Container[str]) -> Iterator[Away]:
    """Move files to the trash that are there and that no session names; yield each of those that are there.

    Args:
        archive: the archive.
        stored: the session that named them.
        files: as its file named them.
        named: what it names now.
    """
    there = [file for file in files if (archive.files.root / file).is_file()]
    others = named_elsewhere(archive, stored) if there else set()
    for file in there:
        stays = others is None or file in others or file in named
        yield Away(Path(file), None if stays else archive.trash(Path(file)), others is not None)


def unnamed(
    archive: Archive, named: Container[str], session: Callable[[SessionRef], StoredSession | None]
) -> Iterator[tuple[Problem, str]]:
    """Yield the files of attachments that no session names, each with the command that mends it.

    What is being copied, or was when that was cut off, is left out: the next change clears it away.

    Args:
        archive: the archive.
        named: all files that sessions name.
        session: gives a session; None where there is none.
    """
    under_way = cut_off(archive.files)
    for file in _files(archive.files.root):
        if file in named or file in under_way:
            continue
        path = Path(file)
        name = archive.files.name(path)
        of = layout.session_of_attachments(path.parent)
        stored = session(SessionRef(*of)) if of else None
        command = f"mv {shlex.quote(name)} …"
        if stored is not None and not is_closed(stored.value):
            command = shlex.join(["scm", "attachment", "add", str(stored.ref), name])
        yield Problem(name, 0, "", say.UNNAMED()), command


def _files(root: Path) -> Iterator[str]:
    """Yield the files of attachments as sessions name them, hidden ones left out."""
    start = os.fspath(root)
    for folder, folders, names in os.walk(root / _ROOT):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inner = folder[len(start) :].strip(os.sep).replace(os.sep, "/")
        yield from (f"{inner}/{name}" for name in names if not name.startswith("."))


def title_of(source: Path) -> str:
    """Return the title a file gives itself: its name without the ending, on one line."""
    shown = " ".join("".join(letter if letter.isprintable() else " " for letter in source.stem).split())
    return unicodedata.normalize("NFC", shown) or file_name(source.name, _FALLBACK)


def _ensure_file(source: Path) -> None:
    name = visible(str(source))
    try:
        source.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(say.NO_FILE(path=name), say.NO_FILE_REMEDY()) from error
    except (OSError, ValueError) as error:
        reason = found.UNREADABLE(value=getattr(error, "strerror", None) or error)
        raise ScmError(f"{name}: {reason}", found.ALLOWED_PERMISSION()) from error
    if source.is_dir():
        raise UsageFault(say.A_FOLDER(path=name), say.A_FOLDER_REMEDY())
    if not source.is_file():
        raise UsageFault(say.NO_REGULAR(path=name), say.NO_FILE_REMEDY())


def _in_place(archive: Archive, source: Path) -> str:
    """Return the path of a file that lies among the archive's attachments already; empty for any other."""
    root = Path(os.path.realpath(archive.files.root))
    real = Path(os.path.realpath(source))
    path = real.relative_to(root).as_posix() if real.is_relative_to(root / _ROOT) else ""
    return path if _fits(path) else ""


def _fits(path: str) -> bool:
    """Say whether a session's file can name a path."""
    from scm_cli.archive.format import keys

    kind = keys(Attachment)["file"].shape.kind
    try:
        return bool(path and kind and kind.read(path))
    except Unfit:
        return False


def _same_name(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _names(name: str) -> Iterator[str]:
    stem, dot, suffix = name.rpartition(".")
    if not stem:
        stem, dot, suffix = name, "", ""
    yield name
    yield from (f"{stem}-{number}{dot}{suffix}" for number in count(2))


def _same_content(path: Path, source: Path) -> bool:
    try:
        return path.is_file() and filecmp.cmp(path, source, shallow=False)
    except OSError as error:
        reason = found.UNREADABLE(value=error.strerror or error)
        raise ScmError(f"{visible(str(error.filename or source))}: {reason}", found.ALLOWED_PERMISSION()) from error
