"""Rows of lists from the index: a coarse choice by the database, then the same filters as for rows from files."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from scm_cli.archive.index.choice import Condition, coarsely, holding
from scm_cli.query.fields import SESSION
from scm_cli.query.filters import Filters
from scm_cli.query.kept import facts_of, rows_of, tasks_of
from scm_cli.query.order import Order
from scm_cli.query.rows import Facts, Row

if TYPE_CHECKING:
    from scm_cli.query.search.terms import Query
    from scm_cli.query.tasks import Listed

_NEWEST: Final = "date DESC, grp, own DESC, number"
_OLDEST: Final = "date, grp DESC, own, number"


class Rows:
    """The rows of one noun over all sessions, from an index that is up to date.

    Args:
        connection: to the index.
        groups: the keys of all groups, in the archive's order.
        filters: what the list is narrowed to, checked.
    """

    def __init__(self, connection: sqlite3.Connection, groups: Sequence[str], filters: Filters) -> None:
        self.connection = connection
        self.filters = filters
        query = "SELECT key, names FROM registered WHERE folder = 'groups'"
        names = {key: tuple(json.loads(written)) for key, written in connection.execute(query)}
        self.groups = {key: names.get(key, (key,)) for key in groups}
        self._conditions: dict[str, Condition] = {}

    def sessions(self, order: Order) -> list[Row]:
        """Return the rows of sessions, newest first, cut off."""
        from itertools import islice

        found = self._chosen("session", "true", (), _OLDEST if order.reverse else _NEWEST)
        return list(islice(self._passing("session", found), order.limit))

    def lines(self, fields: Sequence[str], order: Order) -> list[str]:
        """Return the tab-separated lines of all sessions, newest first, without making rows of them."""
        from operator import itemgetter

        places = [SESSION.fields.index(name) for name in fields]
        pick = itemgetter(*places)
        join: Callable[[list[str]], str] = (lambda parts: "\t".join(pick(parts))) if len(places) > 1 else pick
        limit = -1 if order.limit is None else order.limit
        sort = _OLDEST if order.reverse else _NEWEST
        query = f"SELECT cells FROM sessions WHERE sound ORDER BY {sort} LIMIT ?"  # noqa: S608 — our own words
        return [join(cells.split("\t")) for (cells,) in self.connection.execute(query, (limit,))]

    def kept(self, noun: str, finish: Callable[[Row], Row | None] | None = None) -> Iterator[Row]:
        """Yield the rows that pass the filters, in the archive's own order.

        Args:
            noun: whose rows.
            finish: puts in what the index cannot know, before the filters look at a row; None takes the row out.
        """
        return self._passing(noun, self._in_order(noun), finish)

    def _passing(
        self, noun: str, found: Iterable[tuple[Facts, str]], finish: Callable[[Row], Row | None] | None = None
    ) -> Iterator[Row]:
        for facts, written in found:
            for row in rows_of(noun, written, facts):
                whole = finish(row) if finish else row
                if whole is not None and self.filters.hold_for(whole):
                    yield whole

    def decisions(self) -> Iterator[Row]:
        """Yield the rows of decisions that pass the filters, each with what replaces it."""
        from scm_cli.model.replacement import linked
        from scm_cli.query.outcomes import related

        query = (
            "SELECT ref, other, carried FROM links JOIN sessions ON id = session"
            " WHERE grp = ? ORDER BY number, links.rowid"
        )
        known = linked(link for group in self.groups for link in self.connection.execute(query, (group,)))
        return self.kept("decision", lambda row: related(row, known))

    def tasks(self) -> "Iterator[Listed]":
        """Yield the tasks whose rows pass the filters; what depends on today is still to be put in."""
        for facts, written in self._in_order("task"):
            for task in tasks_of(written, facts):
                if self.filters.hold_for(task.row):
                    yield task

    def found(self, query: "Query") -> Iterator[Row]:
        """Yield the hits of a search that pass the filters, in the archive's own order."""
        from functools import partial

        from scm_cli.query.search.found import rows
        from scm_cli.query.search.stored import Kept, coarse_terms

        also, patterns = holding(coarse_terms(query))
        for facts, written in self._in_order("search", also, patterns):
            for row in rows(Kept(written), partial(_same, facts), query):
                if self.filters.hold_for(row):
                    yield row

    def facts(self) -> Iterator[Facts]:
        """Yield what filters look at for every session but its text, in the archive's own order."""
        query = (
            "SELECT date, status, facts FROM sessions CROSS JOIN details ON session = id"
            " WHERE grp = ? AND sound ORDER BY number"
        )
        for group, names in self.groups.items():
            for day, status, facts in self.connection.execute(query, (group,)):
                yield facts_of(names, day, status, facts, "")

    def _in_order(self, noun: str, also: str = "true", values: Sequence[object] = ()) -> Iterator[tuple[Facts, str]]:
        for group in self.groups:
            yield from self._chosen(noun, f"grp = ? AND {also}", (group, *values), "number")

    def _coarsely(self, noun: str) -> Condition:
        """Return the coarse condition for one noun; worked out once, however many groups are asked."""
        if noun not in self._conditions:
            self._conditions[noun] = coarsely(self.connection, self.filters, self.groups, noun)
        return self._conditions[noun]

    def _chosen(self, noun: str, also: str, values: Sequence[object], order: str) -> Iterator[tuple[Facts, str]]:
        """Yield what filters look at, and the rows of one noun as they were kept."""
        condition, more = self._coarsely(noun)
        text = "text" if self.filters.text else "''"
        texts = "CROSS JOIN texts ON texts.session = id" if "coarse" in also + condition or self.filters.text else ""
        query = (
            f"SELECT grp, date, status, facts, {text}, written FROM sessions"  # noqa: S608 — only our own words
            f" {texts} CROSS JOIN details ON details.session = id"
            f" CROSS JOIN rows_{noun} AS rows ON rows.session = id"
            f" WHERE {also} AND {condition} ORDER BY {order}"
        )
        for group, day, status, facts, body, written in self.connection.execute(query, (*values, *more)):
            if group in self.groups:
                yield facts_of(self.groups[group], day, status, facts, body), written


def _same(facts: Facts) -> Facts:
    return facts
