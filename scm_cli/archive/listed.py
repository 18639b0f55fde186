"""The rows of a list over all sessions: from the archive's index, else from its files."""

from collections.abc import Callable, Iterable, Sequence

from scm_cli.archive.archive import Archive
from scm_cli.archive.sources import sources
from scm_cli.query.fields import SESSION, Noun
from scm_cli.query.filters import Filters
from scm_cli.query.order import Order, ordered
from scm_cli.query.rows import Row, Source


class Listed:
    """The rows of one noun.

    Args:
        archive: whose rows they are.
        noun: the noun's name, as the index has it; empty where it keeps no such rows.
        of_session: makes the rows of one session.
    """

    def __init__(self, archive: Archive, noun: str, of_session: Callable[[Source], Iterable[Row]]) -> None:
        self.archive = archive
        self.noun = noun
        self.of_session = of_session

    def kept(self, filters: Filters) -> list[Row]:
        """Return the rows that pass filters, in the archive's own order."""
        index = self.archive.index if self.noun else None
        found = index.rows(filters, lambda rows: list(rows.kept(self.noun))) if index else None
        return self._of_files(filters) if found is None else found

    def shown(self, filters: Filters, noun: Noun, order: Order) -> list[Row]:
        """Return the rows that pass filters, sorted and cut off; raises `UsageFault` where a field is unknown."""
        if noun is SESSION and not order.sort and self.archive.index:
            found = self.archive.index.rows(filters, lambda rows: rows.sessions(order))
            return ordered(self._of_files(filters), noun, order) if found is None else found
        return ordered(self.kept(filters), noun, order)

    def lines(self, filters: Filters, fields: Sequence[str], order: Order) -> list[str] | None:
        """Return all rows as tab-separated lines, sorted and cut off; None where rows have to be made for that."""
        if self.noun != "session" or filters != Filters() or order.sort or not self.archive.index:
            return None
        return self.archive.index.rows(filters, lambda rows: rows.lines(fields, order))

    def _of_files(self, filters: Filters) -> list[Row]:
        found = sources(self.archive, self.archive.sessions())
        return [row for source in found for row in self.of_session(source) if filters.hold_for(row)]
