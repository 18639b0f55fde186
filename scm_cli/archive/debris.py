"""What a killed writer leaves: a mark that somebody writes, and files half written. The next writer clears them away.

The mark spares every other writer the look into each folder of a large archive. All of it is done under the lock.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from scm_cli.archive.layout import TRASH

PREFIX: Final = ".scm-"
MARK: Final = f"{PREFIX}writing"
NOTE: Final = f"{PREFIX}renumbering"
"""What is under way and has to be finished (`archive.unfinished`): no debris."""
BESIDE: Final = f"{PREFIX}beside"
"""Which files beside sessions come or go, and have to go where that is cut off (`archive.beside`): no debris."""
_ELSEWHERE: Final = frozenset([TRASH, ".git"])


def temporary(target: Path) -> Path:
    """Return where a file's new content is written before it takes the old one's place: beside it."""
    return target.parent / f"{PREFIX}{os.getpid()}-{target.name}"


def begin(root: Path) -> None:
    """Mark an archive as being written to; raises `OSError`."""
    os.close(os.open(root / MARK, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666))


def end(root: Path) -> None:
    """Take the mark away; raises `OSError`."""
    (root / MARK).unlink(missing_ok=True)


def noted(root: Path, note: str = NOTE) -> bool:
    """Say whether something is noted as under way; a folder of that name notes nothing."""
    return os.path.lexists(root / note) and not (root / note).is_dir()


def forget(root: Path, note: str = NOTE) -> None:
    """Take a note away; one that stays costs the next writer a look, and nothing else."""
    with suppress(OSError):
        (root / note).unlink()


def clear(root: Path) -> None:
    """Remove what a killed writer left, its mark last; raises `OSError`."""
    if os.path.lexists(root / MARK):
        for path in leftovers(root):
            path.unlink(missing_ok=True)
        end(root)


def leftovers(root: Path) -> Iterator[Path]:
    """Yield every file half written below an archive's folder, sorted by folder and name; not mark or notes."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in _ELSEWHERE)
        left = sorted(name for name in names if name.startswith(PREFIX) and name not in (MARK, NOTE, BESIDE))
        yield from (Path(folder) / name for name in left)
