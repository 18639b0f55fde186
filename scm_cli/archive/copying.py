"""Copying attachments so that a stop leaves none that no session names.

A note beside `scm.toml` says which copies are made, and of what, until the session that names them is saved. Where that
was cut off the next writer moves to the trash what is still such a copy; whatever else lies there is somebody's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scm_cli.archive import debris, layout
from scm_cli.archive.files import Files, leads_inside
from scm_cli.errors import BadData, ScmError
from scm_cli.locale import attachments as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive

_BELOW: Final = "attachments/"


@contextmanager
def copying(archive: "Archive", copies: Mapping[str, Iterable[bytes]]) -> Iterator[None]:
    """Note copies for as long as they are made and the session that names them is saved; cleared where that fails.

    Args:
        archive: the archive, held for a change.
        copies: by path in the archive, where nothing lies yet, what is copied there.

    Raises:
        BadData: what is copied cannot be read.
        ScmError: as `BadData`, or the note cannot be written.
    """
    if archive.dry_run or not copies:
        yield
        return
    before = cut_off(archive.files)  # what could not be cleared away yet
    _note(archive.files, {**before, **{path: _digest(pieces) for path, pieces in copies.items()}})
    try:
        yield
    except BaseException:
        with suppress(ScmError):  # then the next writer does it
            _clear(archive)
        raise
    _note(archive.files, {path: digest for path, digest in before.items() if path not in copies})


def cut_off(files: Files) -> dict[str, str]:
    """Return the copies that are noted, each with its digest; none where there is no note, or none of scm."""
    try:
        lines = files.read(Path(debris.COPYING)).decode().split("\n")
    except (FileNotFoundError, BadData, ValueError):
        return {}
    found = {path: digest for digest, _, path in (line.partition(" ") for line in lines)}
    return {path: digest for path, digest in found.items() if path.startswith(_BELOW)}


def settle(archive: "Archive") -> None:
    """Clear away what was being copied when it was cut off, and say so; what cannot be told yet stays noted."""
    try:
        cleared = _clear(archive)
    except ScmError as error:
        archive.files.warn(say.NOT_CLEARED(reason=error))
        return
    for path, trash in cleared.items():
        archive.files.warn(say.CLEARED(file=archive.files.name(Path(path)), trash=archive.files.name(trash)))


def _note(files: Files, copies: Mapping[str, str]) -> None:
    if copies:
        files.write(Path(debris.COPYING), "".join(f"{digest} {path}\n" for path, digest in copies.items()).encode())
    else:
        debris.forget(files.root, debris.COPYING)


def _clear(archive: "Archive") -> dict[str, Path]:
    """Move copies that no session names to the trash; return where each lies; raises `BadData`, `ScmError`."""
    from scm_cli.archive.archive import Archive

    own = Archive(archive.files)  # what the other has read so far is of another state
    copies = [path for path, digest in cut_off(own.files).items() if _is_copy(own.files, path, digest)]
    if copies:
        named = {one.file for stored in own.sessions() for one in stored.value.attachments}
        texts = _texts(own) if own.problems else []
        copies = [path for path in copies if path not in named and not any(path.encode() in text for text in texts)]
    cleared = {path: own.trash(Path(path)) for path in copies}
    debris.forget(own.files.root, debris.COPYING)
    return cleared


def _texts(archive: "Archive") -> list[bytes]:
    """Return the sessions' files as they are: one that is no TOML may name a copy; raises `BadData`."""
    paths = [
        layout.session_path(ref.group, ref.number)
        for group in archive.group_keys()
        for ref in archive.session_refs(group)
    ]
    return [archive.files.read(path) for path in paths]


def _is_copy(files: Files, path: str, digest: str) -> bool:
    """Say whether a file is still what was copied there; raises `BadData` where it cannot be read."""
    full = files.root / path
    if full.is_symlink() or not full.is_file() or not leads_inside(files.root / _BELOW, full):
        return False
    return _digest(files.pieces(Path(path))) == digest


def _digest(pieces: Iterable[bytes]) -> str:
    made = sha256()
    for piece in pieces:
        made.update(piece)
    return made.hexdigest()
