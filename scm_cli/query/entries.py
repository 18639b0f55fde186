"""What an index keeps of a session: every row it gives, as text, and what filters look at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, Final, NamedTuple

from scm_cli.model.attendee import Attendee
from scm_cli.model.replacement import Link, Replacements, links
from scm_cli.query import leads, outlines
from scm_cli.query.attachments import attachment_rows
from scm_cli.query.cells import cells
from scm_cli.query.compact import compact
from scm_cli.query.fields import NOUNS, SESSION
from scm_cli.query.items import item_rows
from scm_cli.query.kept import FACETS
from scm_cli.query.outcomes import decision_rows, election_rows
from scm_cli.query.passages import parts
from scm_cli.query.rows import Facts, Row, Source, session_row
from scm_cli.query.search.page import Page
from scm_cli.query.search.stored import written as stored
from scm_cli.query.tasks import listed_tasks

_UNRELATED: Final = Replacements({}, {})

_FACETS: Final = attrgetter(*FACETS)
_MAKERS: Final[Mapping[str, Callable[[Source], list[Row]]]] = {
    "session": lambda source: [session_row(source)],
    "agenda": item_rows,
    "decision": lambda source: decision_rows(source, _UNRELATED),
    "election": election_rows,
    "attachment": lambda source: attachment_rows(source, lambda _: False),
}
"""The rows of a session by noun, but for tasks; what depends on other files or on today is put in on the way out."""
KEPT: Final = (*_MAKERS, "task", "search", "outline", "leads", "intact", "attendance", "turnout", "organisation")
"""The nouns whose rows are kept; then what can be searched, how a session stands, where something of it may be wrong,
and with what state of other files nothing was; who came. The last four are found out when they are first asked for."""


class Entry(NamedTuple):
    """A session as an index keeps it.

    Args:
        number: as the file says.
        named, attended: who is named and who was present, each with everything they can be found by.
        organised: the organisations of the session.
        asked: the keys that were looked up in the register: on these people the entry depends.
        cells: the session's own row as tab-separated cells.
        facts: what else filters look at but for the text, as JSON.
        coarse: the key of all texts of the session and its rows, a line each, in which every one of the
            `coarse_words` of a part of them is found.
        links: which of its decisions are to replace which.
        rows: the rows by noun, as JSON; a noun without rows is not there.
    """

    number: int
    date: str
    status: str
    kind: str
    mode: str
    internal: bool
    named: tuple[tuple[str, ...], ...]
    attended: tuple[tuple[str, ...], ...]
    organised: tuple[tuple[str, ...], ...]
    asked: tuple[str, ...]
    cells: str
    facts: str
    coarse: str
    links: tuple[Link, ...]
    rows: dict[str, str]


class Asked(dict[str, Attendee]):
    """A register that remembers who was looked up in it.

    Args:
        register: the register behind it.
    """

    def __init__(self, register: Mapping[str, Attendee]) -> None:
        super().__init__()
        self.register = register
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> Attendee:
        self.asked.add(key)
        return self.register[key]

    def __contains__(self, key: Any) -> bool:
        self.asked.add(key)
        return key in self.register

    def get(self, key: str, default: Any = None) -> Any:
        """Return a person, or the default."""
        self.asked.add(key)
        return self.register.get(key, default)

    def __iter__(self) -> Iterator[str]:
        msg = "rows that depend on the whole register cannot be kept"
        raise TypeError(msg)

    keys = values = items = __len__ = __iter__  # type: ignore[assignment]


def entry(source: Source, *, marked: bool = False) -> Entry:
    """Return what is kept of a session.

    Args:
        source: the session.
        marked: whether a merge left its marks in the file.
    """
    register = Asked(source.register)
    source = Source(source.ref, source.session, source.group, register)
    made = {noun: rows for noun, make in _MAKERS.items() if (rows := make(source))}
    tasks = list(listed_tasks([source], date.min))
    texts = {noun: written(noun, [(row, None) for row in rows], source.facts) for noun, rows in made.items()}
    if tasks:
        extra = [(one.row, [one.people, one.text, one.unfinished]) for one in tasks]
        texts["task"] = written("task", extra, source.facts)
    page = Page(parts(source))
    texts["search"] = stored(source.ref, page)
    if kept := outlines.of_source(source):
        texts["outline"] = kept
    texts["leads"] = leads.written(source, marked=marked)
    named, attended = source.parties
    own = made["session"][0]
    return Entry(
        number=source.session.number,
        date=source.session.date.isoformat(),
        status=source.session.status,
        kind=own.kind[0],
        mode=source.session.mode or "",
        internal=own.internal,
        named=tuple(dict.fromkeys(named)),
        attended=tuple(dict.fromkeys(attended)),
        organised=tuple((name,) for name in dict.fromkeys(source.facts.organisations)),
        asked=tuple(register.asked),
        cells="\t".join(cells(own, SESSION.fields)),
        facts=compact(_FACETS(source.facts)),
        coarse=page.coarse,
        links=tuple(links(source.ref, source.session)),
        rows=texts,
    )


def written(noun: str, rows: Iterable[tuple[Row, Any]], shared: Facts) -> str:
    """Return rows of a session as they are kept.

    Args:
        noun: whose rows.
        rows: each with what else is kept of it.
        shared: the facts of the session.
    """
    pick = _picker(noun)
    return compact(
        [(pick(row.values), row.kind, row.state, row.internal, _own(row, shared), extra) for row, extra in rows]
    )


@cache
def _picker(noun: str) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    return itemgetter(*NOUNS[noun].fields)


def _own(row: Row, shared: Facts) -> tuple[Any, ...] | None:
    """Return what filters look at in a row itself instead of in its session."""
    own = row.sessions[0]
    return None if own is shared else (own.titles, own.text)
