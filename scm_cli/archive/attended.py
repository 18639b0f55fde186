"""The rows of who came to sessions: from the archive's index, else from its files."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from scm_cli.archive.archive import Archive
from scm_cli.archive.listed import Finish, Listed
from scm_cli.query.filters import Filters
from scm_cli.query.rows import Own, Row, Source

if TYPE_CHECKING:
    import sqlite3

    from scm_cli.archive.index.index import Index
    from scm_cli.archive.index.rows import Rows
    from scm_cli.archive.index.update import Update

T = TypeVar("T")


class Attended(Listed):
    """Who was named at sessions, by person, agenda item or organisation.

    Args:
        archive: where the sessions lie.
        noun: `attendance`, `turnout` or `organisation`.
        of_session: makes the rows of one session.
    """

    def __init__(self, archive: Archive, noun: str, of_session: Callable[[Source], list[Row]]) -> None:
        super().__init__(archive, noun, of_session)
        self._make = of_session

    def _finish(self, rows: "Rows") -> Finish | None:
        return partial(_with_own, text=bool(rows.filters.text)) if self.noun == "organisation" else None

    def _asked(self, index: "Index", filters: Filters, question: "Callable[[Rows], T]") -> T | None:
        def kept(connection: "sqlite3.Connection", update: "Update") -> T:
            from scm_cli.archive.index.rolls import Rolls
            from scm_cli.archive.index.rows import Rows

            rows = Rows(connection, update.keys, filters, filters.about_sessions)
            Rolls(self.archive, connection, update, self.noun, self._make).bring_up(rows)
            return question(rows)

        return index.ask(None, kept)


def _with_own(row: Row, *, text: bool) -> Row:
    """Return the row of an organisation with what it says to filters itself: its session's text only where asked."""
    name = row.values["organisation"]
    return row._replace(own=Own(organisations=(name,) if name else (), text=row.sessions[0].text if text else ""))
