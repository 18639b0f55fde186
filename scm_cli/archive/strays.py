"""Files that no archive should hold: conflicted copies, leftovers, names that mean nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from scm_cli.archive import debris, layout
from scm_cli.archive.files import Files
from scm_cli.archive.mending import editing, typed
from scm_cli.errors import BadData, Problem
from scm_cli.locale import faults as say
from scm_cli.locale import merging

_COPIES: Final = ("conflicted copy", "in konflikt stehende kopie", "sync-conflict", "conflict copy")
_MARKERS: Final = (b"<<<<<<< ", b">>>>>>> ")


def strays(files: Files) -> Iterator[tuple[Problem, str]]:
    """Yield what lies around, each with the command that clears it away."""
    for path in debris.leftovers(files.root):
        name = files.name(path.relative_to(files.root))
        yield Problem(name, 0, "", say.LEFT_OVER()), typed("rm", name)
    if debris.noted(files.root):
        yield _under_way(files)
    for path in _all(files):
        name = files.name(path)
        if any(mark in path.name.lower() for mark in _COPIES):
            yield Problem(name, 0, "", say.CONFLICTED_COPY()), typed("diff", name) + " …"
        elif path.suffix == ".toml" and not _meant(path):
            yield Problem(name, 0, "", say.STRAY()), typed("mv", name) + " …"
        elif path.suffix == ".toml" and (line := _marker(files, path)):
            yield Problem(name, line, "", say.MERGE_MARKER()), editing(name)
    for folder in sorted((files.root / "sessions").glob("*")):
        if folder.is_dir() and not (files.root / "groups" / f"{folder.name}.toml").exists():
            path = Path("sessions") / folder.name
            yield (
                Problem(files.name(path), 0, "", say.NO_GROUP_FOLDER()),
                f"scm group add … --key {folder.name}",
            )


def _under_way(files: Files) -> tuple[Problem, str]:
    from scm_cli.archive.unfinished import noted

    name, note = files.name(Path(debris.NOTE)), noted(files)
    if note is None:
        return Problem(name, 0, "", say.LEFT_OVER()), typed("rm", name)
    command = typed("scm session renumber", str(note.old), "--to", str(note.new.number))
    return Problem(name, 0, "", merging.CUT_OFF(old=note.old, new=note.new)), command


def _all(files: Files) -> Iterator[Path]:
    for pattern in ("groups/*", "attendees/*", "sessions/*/*"):
        for path in sorted(files.root.glob(pattern)):
            if not path.name.startswith(debris.PREFIX):
                yield path.relative_to(files.root)


def _meant(path: Path) -> bool:
    """Say whether a name stands for a session, a person or a group."""
    return bool(layout.number_of(path) if path.parts[0] == "sessions" else layout.key_of(path))


def _marker(files: Files, path: Path) -> int:
    """Return the line of the first merge marker, 0 where there is none or the file cannot be read."""
    try:
        lines = files.read(path).split(b"\n")
    except (FileNotFoundError, BadData):
        return 0
    return next((n for n, line in enumerate(lines, 1) if line.startswith(_MARKERS)), 0)
