"""A fault with its place: the file and the line of what is wrong in it."""

from typing import Any

from scm_cli.archive.archive import Archive, Stored
from scm_cli.archive.lines import line_of
from scm_cli.archive.parsing import BOM
from scm_cli.archive.reader import dotted
from scm_cli.errors import Problem
from scm_cli.model.validity import Where


def placed(archive: Archive, stored: Stored[Any], where: Where, found: str) -> Problem:
    """Return what is wrong at a place of a file that was read."""
    line = line_of(stored.data.removeprefix(BOM).decode(), where)
    return Problem(archive.files.name(stored.path), line, dotted(where), found)
