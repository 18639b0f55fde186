"""Files that no archive should hold: conflicted copies, leftovers, names that mean nothing, merges left unfinished."""

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from scm_cli.archive import debris, layout
from scm_cli.archive.files import Files
from scm_cli.archive.mending import editing, typed
from scm_cli.errors import BadData, Problem
from scm_cli.locale import attachments, merging, reading
from scm_cli.locale import faults as say

_COPIES: Final = ("conflicted copy", "in konflikt stehende kopie", "sync-conflict", "conflict copy")
_MARKERS: Final = (b"<<<<<<< ", b">>>>>>> ")
Found = tuple[Problem, str]


def strays(files: Files, known: Mapping[str, Container[str]] | None = None) -> Iterator[Found]:
    """Yield what lies around, each with the command that clears it away.

    Args:
        files: the archive's.
        known: by folder, names that mean something for certain.
    """
    for path in debris.leftovers(files.root):
        name = files.name(path.relative_to(files.root))
        yield Problem(name, 0, "", say.LEFT_OVER()), typed("rm", name)
    yield from _folders_of_our_names(files)
    if debris.noted(files.root):
        yield _under_way(files)
    if debris.noted(files.root, debris.BESIDE):
        yield _left_alone(files)
    folders = _folders(files)
    for folder in folders:
        certain = (known or {}).get(folder, ())
        for name in listing(files, folder):
            if name not in certain:
                yield from _odd(files, Path(folder) / name)
    for folder in folders[2:]:
        group = folder.partition("/")[2]
        if not (files.root / "groups" / f"{group}.toml").exists():
            problem = Problem(files.name(Path(folder)), 0, "", say.NO_GROUP_FOLDER())
            yield problem, f"scm group add … --key {group}"


def _folders_of_our_names(files: Files) -> Iterator[Found]:
    for own in (layout.LOCK, debris.MARK, debris.NOTE, debris.BESIDE):
        if (files.root / own).is_dir():
            name = files.name(Path(own))
            yield Problem(name, 0, "", reading.A_FOLDER(), reading.ALLOWED_FILE()), typed("mv", name, f"{name}.old")


def _under_way(files: Files) -> Found:
    from scm_cli.archive.unfinished import noted

    name, note = files.name(Path(debris.NOTE)), noted(files)
    if note is None:
        return Problem(name, 0, "", say.LEFT_OVER()), typed("rm", name)
    command = typed("scm session renumber", str(note.old), "--to", str(note.new.number))
    return Problem(name, 0, "", merging.CUT_OFF(old=note.old, new=note.new)), command


def _left_alone(files: Files) -> Found:
    from scm_cli.archive.beside import cut_off, session_of

    name = files.name(Path(debris.BESIDE))
    path = next(iter(cut_off(files)), "")
    if (ref := session_of(path)) is None:
        return Problem(name, 0, "", say.LEFT_OVER()), typed("rm", name)
    command = typed("scm attachment add", str(ref))
    if not (files.root / layout.session_path(ref.group, ref.number)).exists():
        command = "scm session renumber"
    elif layout.session_of_protocol(Path(path)):
        command = typed("scm session finalize", str(ref))
    return Problem(name, 0, "", attachments.CUT_OFF(ref=ref)), f"{command} …"


def merge_markers(files: Files, paths: Iterable[Path]) -> Iterator[Found]:
    """Yield where a merge that was not finished left its marks in files, each with the command that mends it."""
    for path in paths:
        if not _is_copy(path) and (line := _marker(files, path)):
            name = files.name(path)
            yield Problem(name, line, "", say.MERGE_MARKER()), editing(name)


def holds_marker(data: bytes) -> bool:
    """Say whether a merge left its marks in a file."""
    return bool(_marker_line(data))


def meant(files: Files, folders: Iterable[str] | None = None) -> Iterator[Path]:
    """Yield the files of some folders, else of all, whose names stand for a group, a person or a session."""
    for folder in _folders(files) if folders is None else folders:
        paths = (Path(folder) / name for name in listing(files, folder) if name.endswith(".toml"))
        yield from filter(_meant, paths)


def listing(files: Files, folder: str) -> list[str]:
    """Return the names in a folder, sorted; none where it cannot be listed. Half-written files are left out."""
    try:
        names = sorted(os.listdir(files.root / folder))  # noqa: PTH208 — names, ten times as fast as paths
    except OSError:
        return []
    return [name for name in names if not name.startswith(debris.PREFIX)]


def _folders(files: Files) -> list[str]:
    groups = [f"sessions/{name}" for name in listing(files, "sessions")]
    return ["groups", "attendees", *(folder for folder in groups if (files.root / folder).is_dir())]


def _odd(files: Files, path: Path) -> Iterator[Found]:
    if _is_copy(path):
        name = files.name(path)
        yield Problem(name, 0, "", say.CONFLICTED_COPY()), typed("diff", name) + " …"
    elif path.suffix == ".toml" and not _meant(path):
        name = files.name(path)
        yield Problem(name, 0, "", say.STRAY()), typed("mv", name) + " …"


def _is_copy(path: Path) -> bool:
    name = path.name.lower()
    return any(mark in name for mark in _COPIES)


def _meant(path: Path) -> bool:
    """Say whether a name stands for a session, a person or a group."""
    return bool(layout.number_of(path.name) if path.parts[0] == "sessions" else layout.key_of(path.name))


def _marker(files: Files, path: Path) -> int:
    """Return the line of the first merge marker, 0 where there is none or the file cannot be read."""
    try:
        return _marker_line(files.read(path))
    except (FileNotFoundError, BadData):
        return 0


def _marker_line(data: bytes) -> int:
    """Return the line of the first merge marker, 0 where there is none."""
    if not any(mark in data for mark in _MARKERS):  # nearly always, and found out at once
        return 0
    return next((n for n, line in enumerate(data.split(b"\n"), 1) if line.startswith(_MARKERS)), 0)
