"""The rows of a list over all sessions: from the archive's index, else from its files."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from scm_cli.archive.archive import Archive
from scm_cli.archive.sources import sources
from scm_cli.query.fields import SESSION, TASK, Noun
from scm_cli.query.filters import Filters
from scm_cli.query.order import DAILY, Order, ordered
from scm_cli.query.rows import Facts, Packed, Row, Source

if TYPE_CHECKING:
    from scm_cli.archive.index.index import Index
    from scm_cli.archive.index.rows import Rows
    from scm_cli.model.replacement import Replacements
    from scm_cli.query.tasks import Listed as Task
    from scm_cli.query.tasks import Question

T = TypeVar("T")
Finish = Callable[[Row], Row | None]


def facts_of_all(archive: Archive) -> list[Facts]:
    """Return what filters look at for every session; perhaps without the text, for rows that have their own."""
    found = archive.index.rows(Filters(), lambda rows: list(rows.facts())) if archive.index else None
    return [source.facts for source in sources(archive, archive.sessions())] if found is None else found


def chosen(archive: Archive, filters: Filters) -> Iterator[Source]:
    """Yield the sessions that pass filters, in the archive's own order; the index says which these are.

    Args:
        archive: where they lie.
        filters: checked.
    """
    from scm_cli.archive.faults import one_by_one
    from scm_cli.model.refs import parse_session
    from scm_cli.query.rows import session_row

    index = archive.index if filters != Filters() else None
    rows = index.rows(filters, lambda rows: list(rows.kept("session"))) if index else None
    if rows is None:
        everything = sources(archive, archive.sessions())
        yield from (source for source in everything if filters.hold_for(session_row(source)))
        return
    refs = [ref for row in rows if (ref := parse_session(row.values["ref"]))]
    one = one_by_one(archive, frozenset(refs))
    for source in sources(archive, filter(None, map(one, refs))):
        if filters.hold_for(session_row(source)):
            yield source


class Listed:
    """The rows of one noun.

    Args:
        archive: whose rows they are.
        noun: the noun's name, as the index has it; empty where it keeps no such rows.
        of_session: makes the rows of one session.
        finish: puts into a row from the index what an index cannot know; None takes the row out.
    """

    def __init__(
        self,
        archive: Archive,
        noun: str,
        of_session: Callable[[Source], Iterable[Row]],
        finish: Finish | None = None,
    ) -> None:
        self.archive = archive
        self.noun = noun
        self.of_session = of_session
        self.finish = finish

    def kept(self, filters: Filters) -> list[Row]:
        """Return the rows that pass filters, in the archive's own order."""
        index = self.archive.index if self.noun else None
        found = self._asked(index, filters, self._of_index) if index else None
        return self._of_files(filters) if found is None else found

    def made(
        self, filters: Filters, noun: Noun, order: Order, make: Callable[[Iterable[Row]], Iterable[T]]
    ) -> Iterable[T]:
        """Return what is made of the rows that pass filters, sorted and cut off.

        Args:
            filters: checked.
            noun: whose rows they are.
            order: how they are sorted and cut off.
            make: goes over them once; only what it makes of rows is kept where the index has them in order.

        Raises:
            UsageFault: a field is unknown.
        """
        in_order = self._in_order(noun, order)
        index = self.archive.index if in_order else None
        if in_order is None or index is None:
            return make(ordered(self.kept(filters), noun, order))
        found = self._asked(index, filters, lambda rows: list(make(in_order(rows))))
        return make(ordered(self._of_files(filters), noun, order)) if found is None else found

    def _asked(self, index: "Index", filters: Filters, question: "Callable[[Rows], T]") -> T | None:
        """Return what a question about the rows of all sessions gives; None where the index cannot answer it."""
        return index.rows(filters, question)

    def _in_order(self, noun: Noun, order: Order) -> "Callable[[Rows], Iterator[Row]] | None":
        """Return what asks the index for rows in their order; None where they have to be sorted."""
        if order.sort:
            return None
        if noun is SESSION:
            return lambda rows: rows.sessions(order)
        if noun.order == DAILY and self.noun:
            return lambda rows: rows.daily(noun, self.noun, order, self._finish(rows))
        return None

    def lines(self, filters: Filters, fields: Sequence[str], order: Order) -> list[str] | None:
        """Return all rows as tab-separated lines, sorted and cut off; None where rows have to be made for that."""
        if self.noun != "session" or filters != Filters() or order.sort or not self.archive.index:
            return None
        return self.archive.index.rows(filters, lambda rows: rows.lines(fields, order))

    def _of_index(self, rows: "Rows") -> list[Row]:
        """Return the rows that pass the filters, in the archive's own order."""
        return list(rows.kept(self.noun, self._finish(rows)))

    def _finish(self, rows: "Rows") -> Finish | None:  # noqa: ARG002 — other nouns ask them
        """Return what puts into a row what the index cannot know by itself."""
        return self.finish

    def _of_files(self, filters: Filters) -> list[Row]:
        """Return the rows that pass filters without what only filters look at: the sessions may be forgotten then."""
        everything = sources(self.archive, self.archive.sessions())
        found = everything if self.noun else chosen(self.archive, filters.about_sessions)
        rows = (row for source in found for row in self.of_session(source) if filters.hold_for(row))
        return [row._replace(sessions=()) for row in rows]


class Decisions(Listed):
    """The decisions of all sessions, each with what replaces it.

    Args:
        archive: where they lie.
        results: which results they may have; none for any.
    """

    def __init__(self, archive: Archive, results: Collection[str]) -> None:
        super().__init__(archive, "decision", lambda _: ())
        self.results = results

    def _finish(self, rows: "Rows") -> Finish:
        return partial(self._related, rows.replacements())

    def _related(self, known: "Replacements", row: Row) -> Row | None:
        from scm_cli.query.outcomes import related

        return related(row, known) if not self.results or row.values["result"] in self.results else None

    def _of_files(self, filters: Filters) -> list[Row]:
        from scm_cli.model.replacement import replacements
        from scm_cli.query.outcomes import decision_rows

        everything = list(sources(self.archive, self.archive.sessions()))
        known = replacements((source.ref, source.session) for source in everything)
        rows = (row for source in everything for row in decision_rows(source, known) if filters.hold_for(row))
        return [row for row in rows if not self.results or row.values["result"] in self.results]


class Tasks(Listed):
    """The tasks of all sessions that answer a question.

    Args:
        archive: where they lie.
        question: what is asked about them.
        today: today.

    `put_aside` is how many were left out of the last answer because they are put aside until a later day.
    """

    def __init__(self, archive: Archive, question: "Question", today: date) -> None:
        super().__init__(archive, "task", lambda _: ())
        self.question = question
        self.today = today
        self.put_aside = 0

    def _of_index(self, rows: "Rows") -> list[Row]:
        from scm_cli.query.tasks import dated

        return self._kept(dated(one, self.today) for one in rows.tasks())

    def _of_files(self, filters: Filters) -> list[Row]:
        from scm_cli.query.tasks import listed_tasks

        everything = listed_tasks(sources(self.archive, self.archive.sessions()), self.today)
        return self._kept(one for one in everything if filters.hold_for(one.row))

    def _kept(self, tasks: "Iterable[Task]") -> list[Row]:
        """Return the rows of those that answer the question, without what only filters look at."""
        pick, places = itemgetter(*TASK.fields), {name: place for place, name in enumerate(TASK.fields)}
        return [row._replace(values=Packed(places, pick(row.values)), sessions=()) for row in self.answers(tasks)]

    def answers(self, tasks: "Iterable[Task]") -> Iterator[Row]:
        """Yield the rows of those of some tasks that answer the question."""
        self.put_aside = 0
        for one in tasks:
            if self.question.holds_for(one):
                if self.question.hides and one.hidden:
                    self.put_aside += 1
                else:
                    yield one.row
