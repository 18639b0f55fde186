"""The hits of a search over all sessions: from the archive's index, else from its files."""

from functools import partial
from typing import TYPE_CHECKING

from scm_cli.archive.archive import Archive
from scm_cli.archive.listed import Listed
from scm_cli.query.filters import Filters
from scm_cli.query.passages import parts
from scm_cli.query.rows import Row, Source, facts
from scm_cli.query.search.found import rows
from scm_cli.query.search.page import Page
from scm_cli.query.search.terms import Query

if TYPE_CHECKING:
    from scm_cli.archive.index.index import Index


class Searched(Listed):
    """The places in which everything stands that is looked for.

    Args:
        archive: what is searched.
        query: what for.
    """

    def __init__(self, archive: Archive, query: Query) -> None:
        super().__init__(archive, "search", self._hits)
        self.query = query

    def kept(self, filters: Filters) -> list[Row]:
        """Return the rows that pass filters, in the archive's own order."""
        index = self.archive.index
        found = self._indexed(index, filters) if index else None
        return self._of_files(filters) if found is None else found

    def _indexed(self, index: "Index", filters: Filters) -> list[Row] | None:
        return index.rows(filters, lambda rows: rows.found(self.query), early=True)

    def _hits(self, source: Source) -> list[Row]:
        return rows(Page(parts(source)), partial(facts, source), self.query)
