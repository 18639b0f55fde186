"""How sessions stand, from an index that is up to date."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from scm_cli.archive.index.known_faults import KnownFaults
from scm_cli.query.outlines import SETTLED, read

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.index.update import Update
    from scm_cli.archive.standings import Outlines

_OUTLINES: Final = (
    "SELECT * FROM (SELECT grp, number, own, date, ? FROM sessions WHERE grp = ? AND sound AND status = 'approved'"
    " ORDER BY date DESC LIMIT 1) UNION ALL "
    "SELECT grp, number, own, date, written FROM sessions JOIN rows_outline ON session = id WHERE grp = ? AND sound"
)
"""The last session that is approved, then those of which something is kept, perhaps of that one too."""


def standing(
    archive: "Archive", groups: Sequence[str], connection: sqlite3.Connection, update: "Update"
) -> "tuple[Outlines, int]":
    """Return the outlines of the sessions of groups, and how many faults the archive has.

    Args:
        archive: the archive.
        groups: their keys.
        connection: to the index.
        update: what brought it up to date.
    """
    outlines = {group: dict(read(connection.execute(_OUTLINES, (SETTLED, group, group)))) for group in groups}
    return outlines, KnownFaults(archive, connection, update).count()
