"""What must hold within one file beyond the kind of each value."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, TypeVar

from scm_cli.locale import reading as say
from scm_cli.model.session import Session
from scm_cli.model.table import Table

T = TypeVar("T")
_MOST_NAMED: Final = 40

Where = tuple[str | int, ...]
"""The way to a value: keys, and positions in lists from 0."""


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a file, not yet located."""

    where: Where
    found: str
    allowed: str


def faults(value: Table) -> Iterator[Fault]:
    """Yield what is wrong within one file; values a reader could not read are None and passed over."""
    if isinstance(value, Session):
        for rule in _SESSION_RULES:
            yield from rule(value)


def _rows(values: Iterable[T | None]) -> list[tuple[int, T]]:
    """Return what could be read of a list, with its positions."""
    return [(n, value) for n, value in enumerate(values) if value is not None]


def _each(rows: Iterable[Table | None], name: str) -> list[Any]:
    """Return one value of each row of a list by position; None for a row that could not be read."""
    return [getattr(row, name, None) for row in rows]


def _unique(values: Sequence[Any], where: Callable[[int], Where]) -> Iterator[Fault]:
    """Yield a fault for every value that was there before.

    Args:
        values: None is passed over.
        where: returns the way to the value at a position; most files need none.
    """
    known = [value for value in values if value is not None]
    if len(set(known)) == len(known):
        return
    seen: set[Any] = set()
    for n, value in enumerate(values):
        if value in seen:
            yield Fault(where(n), say.DUPLICATE(value=_written(value)), say.ALLOWED_UNIQUE())
        elif value is not None:
            seen.add(value)


def _written(value: Any) -> str:
    return ", ".join(str(part) for part in value if part) if isinstance(value, tuple) else str(value)


def _some(names: Iterable[str]) -> str:
    """Return names as a sentence lists them, no more than anybody would read."""
    first = list(islice(names, _MOST_NAMED + 1))
    return ", ".join(first[:_MOST_NAMED]) + (", …" if len(first) > _MOST_NAMED else "")


def _items_once(session: Session) -> Iterator[Fault]:
    yield from _unique(_each(session.agenda, "id"), lambda n: ("agenda", n, "id"))
    yield from _unique(_each(session.agenda, "top"), lambda n: ("agenda", n, "top"))


def _levels(session: Session) -> Iterator[Fault]:
    above = False
    for n, item in _rows(session.agenda):
        if item.level == 2 and not above:
            yield Fault(("agenda", n, "level"), say.FIRST_LEVEL_2(), say.ALLOWED_LEVEL())
        above = above or (item.level == 1 and not item.is_break)


def _attendance(session: Session) -> Iterator[Fault]:
    somebody = [identity if any(identity or ()) else None for identity in _each(session.attendance, "identity")]
    for n, _ in _rows(session.attendance):
        if somebody[n] is None:
            allowed = say.ALLOWED_SOMEBODY(keys="attendee, name, organisation")
            yield Fault(("attendance", n), say.NOBODY(), allowed)
    yield from _unique(somebody, lambda n: ("attendance", n))


def _known_items(session: Session) -> Iterator[Fault]:
    named: list[tuple[Where, str | None]] = [
        (("attendance", n, "items", m), item)
        for n, row in _rows(session.attendance)
        if row.items
        for m, item in enumerate(row.items)
    ]
    named += [(("attachments", n, "item"), one.item) for n, one in _rows(session.attachments)]
    named += [(("amendments", n, "item"), one.item) for n, one in _rows(session.amendments)]
    known = {item: None for item in _each(session.agenda, "id") if item}
    for where, item in named:
        if item is not None and item not in known:
            yield Fault(where, say.NOT_AN_ITEM(value=item), say.ALLOWED_ITEMS(values=_some(known) or "–"))


def _numbers(session: Session) -> Iterator[Fault]:
    for name in ("decisions", "elections", "tasks"):
        yield from _outcomes_once(session, name)
    yield from _unique(_each(session.attachments, "number"), lambda n: ("attachments", n, "number"))
    yield from _unique(_each(session.amendments, "number"), lambda n: ("amendments", n, "number"))


def _outcomes_once(session: Session, name: str) -> Iterator[Fault]:
    def where(k: int) -> Where:
        places = ((n, m) for n, item in _rows(session.agenda) for m, _ in _rows(getattr(item, name)))
        n, m = next(islice(places, k, None))
        return ("agenda", n, name, m, "number")

    rows = [row for some in _each(session.agenda, name) for row in some or ()]
    yield from _unique([row.number for row in rows if row is not None], where)


def _one_source(session: Session) -> Iterator[Fault]:
    for n, one in _rows(session.attachments):
        if bool(one.file) == bool(one.url):
            found = say.TWO_SOURCES() if one.file else say.NO_SOURCE()
            yield Fault(("attachments", n), found, say.ALLOWED_ONE(keys="file, url"))


def _elected(session: Session) -> Iterator[Fault]:
    for n, item in _rows(session.agenda):
        for m, election in _rows(item.elections):
            names = [one.name for _, one in _rows(election.candidates)]
            if election.elected and names and None not in names and election.elected not in names:
                found = say.NOBODY_ELECTED(value=election.elected)
                where = ("agenda", n, "elections", m, "elected")
                yield Fault(where, found, say.ALLOWED_VALUES(values=_some(names)))


_SESSION_RULES: tuple[Callable[[Session], Iterator[Fault]], ...] = (
    _items_once,
    _levels,
    _attendance,
    _known_items,
    _numbers,
    _one_source,
    _elected,
)
