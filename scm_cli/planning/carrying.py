"""What earlier sessions left over: items that were postponed or not reached, each carried over once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from scm_cli.model.agenda import Item
from scm_cli.model.record_changes import anything_recorded, treated
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session

Sessions = Mapping[SessionRef, Session]
"""The sessions of one group."""

_SETTLED: Final = ("done", "dropped")
_A_YEAR: Final = timedelta(days=366)


@dataclass(frozen=True)
class Left:
    """An item that is to be carried over, with the sub-items that come along.

    Args:
        ref: the session that left it over.
        items: the item, then its sub-items.
        parent: the item of every session below which it stood; empty where there was none.
    """

    ref: SessionRef
    items: tuple[Item, ...]
    parent: str = ""


def took_place(session: Session, today: date) -> bool:
    """Say whether a session was held: it says so, or its day has come and something is recorded."""
    if session.status == "cancelled" or session.was_held:
        return session.was_held
    return session.date <= today and anything_recorded(session)


def in_order(sessions: Sessions) -> list[tuple[SessionRef, Session]]:
    """Return sessions by day and number."""
    return sorted(sessions.items(), key=lambda one: (one[1].date, one[0].number))


def carried(sessions: Sessions) -> frozenset[str]:
    """Return the full references of all items that some session carries already."""
    return frozenset(item.from_ for session in sessions.values() for item in session.agenda if item.from_)


def left_over(sessions: Sessions, today: date, day: date = date.max) -> list[Left]:
    """Return what is to be carried over, the oldest session first.

    An item is left over where it was postponed, where a session that took place did not reach it, and where its
    session was cancelled; not where a session carries it already. What scm puts on every agenda by itself
    (items with a `purpose`) is not carried over, nor is a break. After a year only what was postponed is: in the
    records of earlier times nobody said what became of each item.

    Args:
        sessions: of one group.
        today: today.
        day: the day of the session that is to carry it: only a cancelled one leaves something to an earlier one.
    """
    known = carried(sessions)
    return [
        left
        for ref, items in waiting(sessions, today)
        if items and (sessions[ref].date < day or sessions[ref].status == "cancelled")
        for left in _of_session(ref, sessions[ref], items, known)
    ]


def left_for(sessions: Sessions, today: date, day: date) -> tuple[list[Left], list[Left]]:
    """Return what is left over for a new session on a day, and what is for another one that comes before it."""
    found = left_over(sessions, today, day)
    to_come = [(ref, one.date) for ref, one in sessions.items() if is_to_come(one, today) and one.date < day]

    def waits(left: Left) -> bool:
        source = sessions[left.ref]
        since = date.min if source.status == "cancelled" else source.date
        return any(ref != left.ref and other > since for ref, other in to_come)

    return [left for left in found if not waits(left)], [left for left in found if waits(left)]


def is_to_come(session: Session, today: date) -> bool:
    """Say whether a session is planned for today or later and has not taken place yet."""
    return session.status != "cancelled" and session.date >= today and not took_place(session, today)


def last_held(sessions: Sessions, today: date) -> date:
    """Return the day of the last session that took place; today where none did."""
    return max((one.date for one in sessions.values() if took_place(one, today)), default=today)


def is_recent(session: Session, last: date) -> bool:
    """Say whether a session lies less than a year before the last one, so that what is open is still to be settled."""
    return last - session.date <= _A_YEAR


def waiting(sessions: Sessions, today: date) -> list[tuple[SessionRef, list[Item]]]:
    """Return the items of each session that were postponed or not reached and that no session carries."""
    known, last = carried(sessions), last_held(sessions, today)

    def of(ref: SessionRef, session: Session) -> list[Item]:
        if not any(item.state in ("open", "postponed") for item in session.agenda):
            return []
        over = (session.status == "cancelled" or took_place(session, today)) and is_recent(session, last)
        return [
            item
            for item in (treated(session) if over else session).agenda
            if (item.state == "postponed" or (over and item.state == "open"))
            and not item.is_break
            and ref.item(item.id) not in known
        ]

    return [(ref, of(ref, session)) for ref, session in in_order(sessions)]


def _of_session(ref: SessionRef, session: Session, items: list[Item], known: frozenset[str]) -> Iterator[Left]:
    """Yield what a session left over.

    Args:
        ref: its reference.
        session: the session.
        items: those that wait.
        known: what is carried already.
    """
    left = {item.id for item in items}
    for parent, subs in _families(session):
        if parent.id in left and parent.purpose is None:
            along = [sub for sub in subs if sub.state not in _SETTLED and ref.item(sub.id) not in known]
            yield Left(ref, (parent, *along))
            continue
        for sub in subs:
            if sub.id in left and sub.purpose is None and (sub.state == "postponed" or parent.state != "dropped"):
                yield Left(ref, (replace(sub, level=1),), parent.id if parent.purpose else "")


def _families(session: Session) -> Iterator[tuple[Item, list[Item]]]:
    """Yield each item with its sub-items."""
    family: list[Item] = []
    for item in session.agenda:
        if item.is_break:
            continue
        if item.level == 1 and family:
            yield family[0], family[1:]
            family = []
        family.append(item)
    if family:
        yield family[0], family[1:]
