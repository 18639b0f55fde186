"""What lies beside a session's file, its attachments and its sealed protocol: a stop leaves none of it alone.

A note beside `scm.toml` says which files come before the session is saved that needs them, or go after the one that
needs them no more. Where that was cut off the next writer moves to the trash what is still such a file and stands
alone; whatever else lies there is somebody's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from scm_cli.archive import debris, layout
from scm_cli.archive.files import Files, leads_inside
from scm_cli.errors import BadData, ScmError
from scm_cli.locale import attachments as say
from scm_cli.model.refs import SessionRef

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive


@contextmanager
def coming(archive: "Archive", files: Mapping[str, Iterable[bytes]]) -> Iterator[None]:
    """Note files for as long as they are written and the session that needs them is saved; cleared where that fails.

    Args:
        archive: the archive, held for a change.
        files: by path in the archive, where nothing of the same content lies yet, what is written there.

    Raises:
        BadData: what is written cannot be read.
        ScmError: as `BadData`, or the note cannot be written.
    """
    with _noting(archive, {} if archive.dry_run else {path: _digest(pieces) for path, pieces in files.items()}):
        yield


@contextmanager
def going(archive: "Archive", paths: Iterable[str]) -> Iterator[None]:
    """Note files for as long as the session is saved that needs them no more, and they are moved to the trash.

    Args:
        archive: the archive, held for a change.
        paths: where they lie in the archive; what is there not as a file of its own is not noted.

    Raises:
        ScmError: the note cannot be written.
    """
    found = {}
    for path in paths:
        with suppress(ScmError):  # nobody may read it, but it may be moved
            if not archive.dry_run and _is_own(archive.files, path):
                found[path] = _digest(archive.files.pieces(Path(path)))
    with _noting(archive, found):
        yield


@contextmanager
def _noting(archive: "Archive", digests: Mapping[str, str]) -> Iterator[None]:
    if not digests:
        yield
        return
    before = cut_off(archive.files)  # what could not be cleared away yet
    _note(archive.files, {**before, **digests})
    try:
        yield
    except BaseException:
        with suppress(ScmError):  # then the next writer does it
            list(_clear(archive))
        raise
    _note(archive.files, {path: digest for path, digest in before.items() if path not in digests})


def cut_off(files: Files) -> dict[str, str]:
    """Return the files that are noted, each with its digest; none where there is no note, or none of scm."""
    try:
        lines = files.read(Path(debris.BESIDE)).decode().split("\n")
    except (FileNotFoundError, BadData, ValueError):
        return {}
    found = {path: digest for digest, _, path in (line.partition(" ") for line in lines)}
    return {path: digest for path, digest in found.items() if session_of(path)}


def session_of(path: str) -> SessionRef | None:
    """Return the session to which a file in the archive belongs by its name; None where it belongs to none."""
    file = Path(path)
    folder = Path(*file.parts[:3])
    place = layout.session_of_attachments(folder) if folder != file else layout.session_of_protocol(file)
    return SessionRef(*place) if place else None


def settle(archive: "Archive") -> frozenset[str]:
    """Clear away what a change left alone that was cut off, and say so; return what that was.

    What cannot be told yet stays noted.
    """
    cleared = []
    try:
        for path, trash in _clear(archive):
            archive.files.warn(say.CLEARED(file=archive.files.name(Path(path)), trash=archive.files.name(trash)))
            cleared.append(path)
    except ScmError as error:
        archive.files.warn(say.NOT_CLEARED(reason=error))
    return frozenset(cleared)


def _note(files: Files, digests: Mapping[str, str]) -> None:
    if digests:
        files.write(Path(debris.BESIDE), "".join(f"{digest} {path}\n" for path, digest in digests.items()).encode())
    else:
        debris.forget(files.root, debris.BESIDE)


def _clear(archive: "Archive") -> Iterator[tuple[str, Path]]:
    """Move files to the trash that stand alone; yield where each lies now; raises `BadData`, `ScmError`."""
    from scm_cli.archive.archive import Archive

    own = Archive(archive.files)  # what the other has read so far is of another state
    same = [path for path, digest in cut_off(own.files).items() if _is_same(own.files, path, digest)]
    protocols = [path for path in same if layout.session_of_protocol(Path(path))]
    alone = [path for path in protocols if not _sealed(own, path)]
    alone += _unnamed(own, [path for path in same if path not in protocols])
    for path in alone:
        yield path, own.trash(Path(path))
    debris.forget(own.files.root, debris.BESIDE)


def _sealed(archive: "Archive", protocol: str) -> bool:
    """Say whether the session of a protocol is sealed; one that cannot be read may be."""
    ref = session_of(protocol)
    try:
        return ref is not None and archive.session(ref).value.seal is not None
    except FileNotFoundError:
        return False
    except BadData:
        return True


def _unnamed(archive: "Archive", paths: list[str]) -> list[str]:
    """Return the attachments that no session names; raises `BadData` where a session cannot be looked at."""
    if not paths:
        return []
    folders = archive.session_folders()
    named = {one.file for stored in archive.sessions(folders) for one in stored.value.attachments}
    texts = _texts(archive, folders) if archive.problems else []
    return [path for path in paths if path not in named and not any(_may_name(text, path) for text in texts)]


def _texts(archive: "Archive", folders: Iterable[str]) -> list[bytes]:
    """Return the sessions' files as they are: one that is no TOML may name an attachment; raises `BadData`."""
    refs = (ref for folder in folders for ref in archive.session_refs(folder))
    return [archive.files.read(layout.session_path(ref.group, ref.number)) for ref in refs]


def _may_name(text: bytes, path: str) -> bool:
    """Say whether a file's text may name an attachment: as it is, with escapes, or in another encoding."""
    try:
        return path in text.decode() or any(escape in text for escape in (b"\\u", b"\\U", b"\\x"))
    except UnicodeDecodeError:
        return True


def _is_same(files: Files, path: str, digest: str) -> bool:
    """Say whether a file is still what was noted; raises `BadData` where it cannot be read."""
    return _is_own(files, path) and _digest(files.pieces(Path(path))) == digest


def _is_own(files: Files, path: str) -> bool:
    """Say whether a file lies in the archive itself, and is no link."""
    full, folder = files.root / path, files.root / Path(path).parts[0]
    return not full.is_symlink() and full.is_file() and leads_inside(folder, full)


def _digest(pieces: Iterable[bytes]) -> str:
    made = sha256()
    for piece in pieces:
        made.update(piece)
    return made.hexdigest()
