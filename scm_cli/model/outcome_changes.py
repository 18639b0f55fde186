"""Changes of decisions, elections and tasks: pure functions from a session to a session."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeVar

from scm_cli.model.agenda import Item
from scm_cli.model.agenda_changes import change as change_item
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.session import Session
from scm_cli.model.table import Table

T = TypeVar("T", Decision, Election, Task)

KEPT_IN: Final[dict[type[Table], str]] = {Decision: "decisions", Election: "elections", Task: "tasks"}
"""The field of an item that keeps outcomes of a kind."""

_LAST: Final[dict[type[Table], str]] = {Decision: "last_decision", Election: "last_election", Task: "last_task"}


def next_number(session: Session, kind: type[Decision | Election | Task]) -> int:
    """Return the number the next outcome of a kind gets: one that was never given before in this session."""
    given: Iterator[int] = (one.number for item in session.agenda for one in getattr(item, KEPT_IN[kind]))
    last: int = getattr(session, _LAST[kind])
    return max(last, *given, 0) + 1


def add(session: Session, item_id: str, value: T) -> tuple[Session, T]:
    """Return the session with a new outcome of an item, and the outcome with the number it got."""
    numbered: T = replace(value, number=next_number(session, type(value)))
    last: Any = {_LAST[type(value)]: numbered.number}
    return replace(_under(session, item_id, numbered), **last), numbered


def change(session: Session, before: T, how: Callable[[T], T]) -> Session:
    """Return the session with one outcome, known by its kind and number, changed."""

    def changed(item: Item) -> Item:
        kept = _kept(item, type(before))
        if all(one.number != before.number for one in kept):
            return item
        return _with(item, type(before), tuple(how(one) if one.number == before.number else one for one in kept))

    return replace(session, agenda=tuple(changed(item) for item in session.agenda))


def remove(session: Session, value: T) -> Session:
    """Return the session without one outcome, known by its kind and number; the number is not given again."""
    last: Any = {_LAST[type(value)]: next_number(session, type(value)) - 1}
    return replace(_without(session, value), **last)


def move(session: Session, value: T, item_id: str) -> Session:
    """Return the session with one outcome under another item, where it comes last; it keeps its number."""
    if any(item.id == item_id and value in _kept(item, type(value)) for item in session.agenda):
        return session
    return _under(_without(session, value), item_id, value)


def _under(session: Session, item_id: str, value: T) -> Session:
    def longer(item: Item) -> Item:
        return _with(item, type(value), (*_kept(item, type(value)), value))

    return change_item(session, item_id, longer)


def _without(session: Session, value: T) -> Session:
    def shorter(item: Item) -> Item:
        kept = _kept(item, type(value))
        return _with(item, type(value), tuple(one for one in kept if one.number != value.number))

    return replace(session, agenda=tuple(shorter(item) for item in session.agenda))


def _kept(item: Item, kind: type[T]) -> tuple[T, ...]:
    kept: tuple[T, ...] = getattr(item, KEPT_IN[kind])
    return kept


def _with(item: Item, kind: type[Table], outcomes: tuple[Table, ...]) -> Item:
    kept: Any = {KEPT_IN[kind]: outcomes}
    return replace(item, **kept)
