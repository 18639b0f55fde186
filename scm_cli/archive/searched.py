"""The hits of a search over all sessions: from the archive's index, else from its files."""

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from scm_cli.archive.archive import Archive
from scm_cli.archive.listed import Listed
from scm_cli.query.filters import Filters
from scm_cli.query.passages import parts
from scm_cli.query.rows import Row, Source, facts
from scm_cli.query.search.found import rows as hits
from scm_cli.query.search.page import Page
from scm_cli.query.search.terms import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from scm_cli.archive.index.index import Index
    from scm_cli.archive.index.rows import Rows

T = TypeVar("T")


class Searched(Listed):
    """The places in which everything stands that is looked for.

    Args:
        archive: what is searched.
        query: what for.
    """

    def __init__(self, archive: Archive, query: Query) -> None:
        super().__init__(archive, "search", self._hits)
        self.query = query

    def _asked(self, index: "Index", filters: Filters, question: "Callable[[Rows], T]") -> T | None:
        return index.rows(filters, question, early=True)

    def _of_index(self, rows: "Rows") -> list[Row]:
        return rows.found(self.query)

    def _hits(self, source: Source) -> list[Row]:
        return hits(Page(parts(source)), partial(facts, source), self.query)
