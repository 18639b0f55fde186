"""Where people stand in a file: every field that holds a key of the register, and another key put in its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, TypeVar

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.outcomes import ByName, Candidate, Decision, Election, Task, TaskChange
from scm_cli.model.record import Objection, SealedPerson, Signature
from scm_cli.model.session import Session
from scm_cli.model.table import Table

T = TypeVar("T", bound=Table)

_FIELDS: Final[Mapping[type[Table], tuple[str, ...]]] = {
    Session: ("chair", "minute_taker"),
    Attendance: ("attendee", "represents", "votes_for"),
    Item: ("presenters",),
    Decision: ("moved_by", "excluded"),
    ByName: ("yes", "no", "abstain"),
    Election: ("excluded", "elected"),
    Candidate: ("name",),
    Task: ("assignees",),
    TaskChange: ("assignees",),
    Signature: ("by",),
    Objection: ("by",),
    SealedPerson: ("key",),
    Membership: ("deputy_of",),
    Attendee: ("merged_into",),
}


@dataclass(frozen=True)
class Place:
    """One place where somebody is named by key.

    Args:
        where: the way to it.
        tables: the tables it lies in, from the file's own to the innermost.
        field: the field that names them.
    """

    where: tuple[str | int, ...]
    tables: tuple[Table, ...]
    field: str


def places(value: Table, keys: frozenset[str]) -> Iterator[Place]:
    """Yield every place of a file that names somebody by one of these keys."""
    yield from _places(value, keys, (), ())


def _places(
    value: Table, keys: frozenset[str], where: tuple[str | int, ...], above: tuple[Table, ...]
) -> Iterator[Place]:
    tables = (*above, value)
    own = _FIELDS.get(type(value), ())
    for field in fields(value):
        held, name = getattr(value, field.name), field.name.rstrip("_")
        if field.name in own and any(one in keys for one in _many(held) if isinstance(one, str)):
            yield Place((*where, name), tables, name)
        for n, inner in enumerate(_many(held)):
            if isinstance(inner, Table):
                step = (name, n) if isinstance(held, tuple) else (name,)
                yield from _places(inner, keys, (*where, *step), tables)


def with_key(value: T, keys: frozenset[str], new: str) -> T:
    """Return a file in which another key stands in every place that holds one of these."""
    own = _FIELDS.get(type(value), ())
    changes: dict[str, Any] = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name in own:
            held = _swapped(held, keys, new)
        if isinstance(held, tuple):
            held = tuple(with_key(one, keys, new) if isinstance(one, Table) else one for one in held)
        elif isinstance(held, Table):
            held = with_key(held, keys, new)
        changes[field.name] = held
    return replace(value, **changes)


def _swapped(held: Any, keys: frozenset[str], new: str) -> Any:
    if isinstance(held, tuple):
        return tuple(new if isinstance(one, str) and one in keys else one for one in held)
    return new if isinstance(held, str) and held in keys else held


def _many(held: Any) -> tuple[Any, ...]:
    return held if isinstance(held, tuple) else (held,)
