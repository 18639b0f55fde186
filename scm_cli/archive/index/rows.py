"""Rows of lists from the index: a coarse choice by the database, then the same filters as for rows from files."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import chain, groupby, islice
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from scm_cli.archive.index.choice import Condition, coarsely, holding
from scm_cli.query.fields import SESSION, Noun
from scm_cli.query.filters import Filters
from scm_cli.query.kept import facets_of, rows_of, tasks_of, text_of
from scm_cli.query.order import Order, ordered
from scm_cli.query.rows import Facts, Row

if TYPE_CHECKING:
    from scm_cli.model.replacement import Replacements
    from scm_cli.query.search.terms import Query
    from scm_cli.query.tasks import Listed

_NEWEST: Final = "date DESC, grp, own DESC, number"
_OLDEST: Final = "date, grp DESC, own, number"


class _Kept(NamedTuple):
    """What is kept of a session, as far as it is asked for: columns of the tables.

    Args:
        coarse: the key of its texts.
        page: its texts, as a search has them.
        written: its rows of one noun.
    """

    group: str
    number: int
    date: str
    status: str
    named: str
    attended: str
    organised: str
    facts: str
    coarse: str
    page: str
    written: str


class Rows:
    """The rows of one noun over all sessions, from an index that is up to date.

    Args:
        connection: to the index.
        groups: the keys of all groups, in the archive's order.
        filters: what the list is narrowed to, checked.
        coarse: what every session passes whose rows may pass them; the same filters where nothing else is said.
    """

    def __init__(
        self, connection: sqlite3.Connection, groups: Sequence[str], filters: Filters, coarse: Filters | None = None
    ) -> None:
        self.connection = connection
        self.filters = filters
        self._coarse = coarse or filters
        query = "SELECT key, names FROM registered WHERE folder = 'groups'"
        names = {key: tuple(json.loads(written)) for key, written in connection.execute(query)}
        self.groups = {key: names.get(key, (key,)) for key in groups}
        self._conditions: dict[str, Condition] = {}

    def sessions(self, order: Order) -> Iterator[Row]:
        """Yield the rows of sessions, newest first, cut off."""
        found = self._chosen("session", "true", (), order=_OLDEST if order.reverse else _NEWEST)
        return islice(self._passing("session", found), order.limit)

    def lines(self, fields: Sequence[str], order: Order) -> list[str]:
        """Return the tab-separated lines of all sessions, newest first, without making rows of them."""
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
        self, noun: str, found: Iterable[_Kept], finish: Callable[[Row], Row | None] | None = None
    ) -> Iterator[Row]:
        for one in found:
            for row in rows_of(noun, one.written, self._facts(one)):
                whole = finish(row) if finish else row
                if whole is not None and self.filters.hold_for(whole):
                    yield whole

    def daily(
        self, noun: Noun, kept: str, order: Order, finish: Callable[[Row], Row | None] | None = None
    ) -> Iterator[Row]:
        """Yield the rows that pass the filters, sorted and cut off: no day is looked at beyond those that are shown.

        Args:
            noun: whose rows; its order is `DAILY`.
            kept: as the index has it.
            order: without a field to sort by.
            finish: as in `kept`.
        """
        places = {key: place for place, key in enumerate(self.groups)}
        found = self._chosen(kept, "true", (), order="date" if order.reverse else "date DESC")

        def of_day(some: Iterable[_Kept]) -> list[Row]:
            in_order = sorted(some, key=lambda one: (places[one.group], one.number))
            return ordered(list(self._passing(kept, in_order, finish)), noun, order._replace(limit=None))

        days = (of_day(some) for _, some in groupby(found, key=attrgetter("date")))
        return islice(chain.from_iterable(days), order.limit)

    def replacements(self) -> "Replacements":
        """Return what the decisions of all sessions replace."""
        from scm_cli.model.replacement import linked

        query = (
            "SELECT ref, other, carried FROM links JOIN sessions ON id = session"
            " WHERE grp = ? ORDER BY number, links.rowid"
        )
        return linked(link for group in self.groups for link in self.connection.execute(query, (group,)))

    def tasks(self) -> "Iterator[Listed]":
        """Yield the tasks whose rows pass the filters; what depends on today is still to be put in."""
        for one in self._in_order("task"):
            for task in tasks_of(one.written, self._facts(one)):
                if self.filters.hold_for(task.row):
                    yield task

    def found(self, query: "Query") -> list[Row]:
        """Return the hits of a search that pass the filters, in the archive's own order."""
        from scm_cli.query.search.found import rows
        from scm_cli.query.search.stored import Kept, wanted_words

        order = {key: place for place, key in enumerate(self.groups)}
        found: list[tuple[int, int, list[Row]]] = []
        condition, values = holding(wanted_words(query))
        answering = f"id IN (SELECT session FROM texts WHERE {condition})"  # noqa: S608 — our own words
        for one in self._chosen("search", answering, values, coarse="coarse"):
            hits = rows(Kept(one.written, one.coarse), partial(self._facts, one), query)
            passing = [row._replace(sessions=()) for row in hits if self.filters.hold_for(row)]
            found.append((order[one.group], one.number, passing))
        found.sort(key=itemgetter(0, 1))
        return [row for *_, some in found for row in some]

    def facts(self) -> Iterator[Facts]:
        """Yield what filters look at for every session but its text, in the archive's own order."""
        return (self._facts(one, whole=True) for one in self._in_order(""))

    def _in_order(self, noun: str) -> Iterator[_Kept]:
        for group in self.groups:
            yield from self._chosen(noun, "grp = ?", (group,), order="number")

    def coarsely(self, noun: str) -> Condition:
        """Return the coarse condition for one noun; worked out once, however many groups are asked."""
        if noun not in self._conditions:
            self._conditions[noun] = coarsely(self.connection, self._coarse, self.groups, noun)
        return self._conditions[noun]

    def _chosen(
        self, noun: str, also: str, values: Sequence[object], *, order: str = "", coarse: str = "''"
    ) -> Iterator[_Kept]:
        """Yield what is kept of the sessions that fulfil a condition and may pass the filters.

        Args:
            noun: whose rows; empty for none.
            also: the condition, and its values.
            values: see there.
            order: by what they are sorted.
            coarse: `coarse` where the key of the texts is asked for.
        """
        condition, more = self.coarsely(noun)
        tables = ["texts"] if "coarse" in f"{also}{condition}{coarse}" else []
        if facets := not noun or bool(self.filters.place or self.filters.title):
            tables.append("details")
        if noun:
            tables.append(f"rows_{noun}")
        if self.filters.text and noun != "search":
            tables.append("rows_search")
        joined = "".join(f" CROSS JOIN {table} ON {table}.session = id" for table in tables)
        written = f"rows_{noun}.written" if noun else "''"
        page = "rows_search.written" if self.filters.text else "''"
        facts = "facts" if facets else "''"
        columns = f"grp, number, date, status, named, attended, organised, {facts}, {coarse}, {page}, {written}"
        sort = f"ORDER BY {order}" if order else ""
        query = f"SELECT {columns} FROM sessions {joined} WHERE {also} AND {condition} {sort}"  # noqa: S608 — our own words
        for row in self.connection.execute(query, (*values, *more)):
            if row[0] in self.groups:
                yield _Kept(*row)

    def _facts(self, one: _Kept, *, whole: bool = False) -> Facts:
        """Return what filters look at: all of it, or besides group, day and status only what these filters ask for."""
        asked = self.filters
        return Facts(
            group=self.groups[one.group],
            date=date.fromisoformat(one.date),
            status=one.status,
            named=self._names(one.named) if whole or asked.attendee else (),
            attended=self._names(one.attended) if whole or asked.attended else (),
            organisations=self._names(one.organised) if whole or asked.organisation else (),
            texts=partial(text_of, one.page),
            **(facets_of(one.facts) if one.facts else {}),
        )

    def _names(self, ids: str) -> tuple[str, ...]:
        return tuple(name for one in json.loads(ids) for name in self._parties[one])

    @cached_property
    def _parties(self) -> dict[int, list[str]]:
        """Everybody by the number under which the index knows them, with everything they can be found by."""
        query = "SELECT id, names FROM parties"
        return {number: json.loads(names) for number, names in self.connection.execute(query)}
