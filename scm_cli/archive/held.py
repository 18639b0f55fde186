"""Holding an archive for a change: what a killed writer began is finished before anything else is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scm_cli.archive import debris, patch  # noqa: F401 — loaded before others have to wait for this change

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive


@contextmanager
def held(archive: "Archive") -> Iterator[None]:
    """Hold an archive's lock; a dry run holds nothing, and finishes nothing.

    Raises:
        Conflict: another process holds it for too long.
    """
    if archive.dry_run:
        yield
        return
    inner = archive.files.held
    with archive.files.lock():
        if not inner and debris.noted(archive.files.root):
            from scm_cli.archive.unfinished import settle

            archive.settled = settle(archive)
        if not inner and debris.noted(archive.files.root, debris.BESIDE):
            from scm_cli.archive import beside

            archive.cleared = beside.settle(archive)
        yield
