"""The course of a session while it runs: items open and close, breaks begin and end; pure functions, no clock."""

from dataclasses import replace
from datetime import time
from typing import Final

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Span
from scm_cli.model.session import Session

HALF_A_DAY: Final = 12 * 60 * 60


def order(at: time, session: Session) -> int:
    """Return a time of day for comparing while a session runs, which may be past midnight.

    What lies within half a day before the planned start is before it, everything else after it.
    """
    if session.start is None:
        return _seconds(at)
    return (_seconds(at) - _seconds(session.start) + HALF_A_DAY) % (2 * HALF_A_DAY)


def _seconds(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second


def has_begun(session: Session) -> bool:
    """Say whether a session is under way or over: it counts as held, or an item was opened."""
    return session.was_held or any(item.began for item in session.agenda)


def running(session: Session) -> Item | None:
    """Return the item that is being treated: opened and not closed; of several the last, a sub-item before its item."""
    found = [(order(one.began, session), n) for n, one in enumerate(session.agenda) if one.began and not one.ended]
    return session.agenda[max(found)[1]] if found else None


def treated(session: Session, current: str) -> str:
    """Return the id of the item that is being treated now, which may have changed elsewhere; empty where none is.

    Args:
        session: as it is now.
        current: the item that was treated last as far as is known here, by id; without times nothing else says so.
    """
    item, runs = session.item(current), running(session)
    still = item is not None and (runs is None or (item.began is not None and item.ended is None))
    return current if still else runs.id if runs else ""


def following(session: Session, current: str) -> Item | None:
    """Return the item that comes after one: the next that is neither treated nor off the agenda; None at the end."""
    ids = [item.id for item in session.agenda]
    later = session.agenda[ids.index(current) + 1 :] if current in ids else session.agenda
    return next((item for item in later if not item.is_break and item.state == "open" and not item.began), None)


def place_for(session: Session, current: str) -> Item | None:
    """Return the item that what is recorded belongs to.

    It is the one being treated; else the one treated last; before the beginning the first; None without an agenda.
    """
    ended = [(order(item.ended, session), n) for n, item in enumerate(session.agenda) if item.ended]
    last = session.agenda[max(ended)[1]] if ended else None
    first = next((item for item in session.agenda if not item.is_break), None)
    return session.item(current) or running(session) or last or first


def begun(session: Session, at: time | None) -> Session:
    """Return the session under way: it counts as held, and where no start was planned it starts now."""
    held = session if session.was_held else replace(session, status="held")
    return held if held.start or has_begun(session) else replace(held, start=at)


def started(session: Session, at: time) -> Session:
    """Return the session with its beginning stamped, whatever was planned."""
    return replace(begun(session, at), start=at)


def going_on(session: Session, at: time | None) -> Session:
    """Return the session without its end where something happens after it."""
    late = session.end is not None and at is not None and order(at, session) > order(session.end, session)
    return replace(session, end=None) if late else session


def opened(session: Session, item_id: str, current: str, at: time | None) -> Session:
    """Return the session with an item opened, and what was treated before closed.

    An item whose sub-item is treated is treated itself. One that was closed before goes on: it has one time only,
    from the first opening to the last closing.

    Args:
        session: the session.
        item_id: the item to open.
        current: the item treated so far, by id; empty where none is.
        at: when; None leaves all times alone.
    """
    kept = {item_id, parent(session, item_id)}
    others = closed(begun(going_on(session, at), at), current, at, kept)

    def change(item: Item) -> Item:
        if item.id not in kept:
            return item
        if at is None:
            return replace(item, state="open")
        return replace(item, state="open", began=item.began or at, ended=None)

    return replace(others, agenda=tuple(change(item) for item in others.agenda))


def closed(session: Session, current: str, at: time | None, kept: set[str] | frozenset[str] = frozenset()) -> Session:
    """Return the session with everything closed that is being treated, but for the items to be kept open."""
    treated = {current, parent(session, current)} - kept

    def change(item: Item) -> Item:
        runs = item.began is not None and item.ended is None
        if item.id in kept or not (runs or item.id in treated):
            return item
        state = "done" if item.state == "open" else item.state
        return replace(item, state=state, ended=at if runs else item.ended)

    return replace(session, agenda=tuple(change(item) for item in session.agenda))


def parent(session: Session, item_id: str) -> str:
    """Return the id of the item a sub-item belongs to; empty for an item of its own."""
    above = ""
    for item in session.agenda:
        if item.id == item_id:
            return above if item.level == 2 else ""
        if item.level == 1 and not item.is_break:
            above = item.id
    return ""


def in_break(session: Session) -> bool:
    """Say whether a break has begun and not ended."""
    return any(span.until is None for span in session.breaks)


def paused(session: Session, at: time) -> Session:
    """Return the session with a break that begins."""
    return replace(session, breaks=(*session.breaks, Span(from_=at)))


def resumed(session: Session, at: time | None) -> Session:
    """Return the session with its break ended; a break that took no time was none, and without a time it stays open."""
    if at is None:
        return session
    ended = (replace(span, until=at) if span.until is None else span for span in session.breaks)
    return replace(session, breaks=tuple(span for span in ended if span.from_ != span.until))


def over(session: Session, current: str, at: time | None) -> Session:
    """Return the session at its end: everything closed, the end stamped, held."""
    done = closed(begun(session, None), current, at)
    return replace(done, end=at or done.end)
