"""Which decisions of an archive replace which: from its index, else from its files."""

import sqlite3
from typing import TYPE_CHECKING

from scm_cli.archive.archive import Archive

if TYPE_CHECKING:
    from scm_cli.archive.index.update import Update
    from scm_cli.model.replacement import Replacements


def all_replacements(archive: Archive) -> "Replacements":
    """Return what the decisions of all sessions replace."""
    from scm_cli.model.replacement import replacements

    found = archive.index.ask(None, _kept, ()) if archive.index else None
    if found is not None:
        return found
    return replacements((stored.ref, stored.value) for stored in archive.sessions())


def _kept(connection: sqlite3.Connection, update: "Update") -> "Replacements":
    from scm_cli.model.replacement import linked

    query = (
        "SELECT ref, other, carried FROM links JOIN sessions ON id = session WHERE grp = ? ORDER BY number, links.rowid"
    )
    return linked(link for group in update.keys for link in connection.execute(query, (group,)))
