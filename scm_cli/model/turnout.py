"""Who was there for an agenda item, whose votes could be cast, and whether the quorum rule held."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from itertools import takewhile
from typing import Final

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.group import Group
from scm_cli.model.session import Session
from scm_cli.model.voting import Seats, vote_of

WHOLE: Final = (Span(),)
"""The presence of somebody of whom no times are noted."""


@dataclass(frozen=True)
class Turnout:
    """The votes of a group at one moment; a vote is a person's key or, where organisations vote, their name.

    Args:
        entitled: all votes of the group on the session's day.
        present: those whose holder, or somebody sitting in for the holder, was there.
        carried: those of absent holders, carried by somebody who was there.
        quorate: whether the group's quorum rule held; None where it has none, or no votes are known.
    """

    entitled: frozenset[str]
    present: frozenset[str]
    carried: frozenset[str]
    quorate: bool | None

    @property
    def castable(self) -> frozenset[str]:
        """The votes that could be cast."""
        return self.present | self.carried


def turnout(session: Session, item: Item | None, group: Group | None, seats: Mapping[str, str]) -> Turnout:
    """Return the votes that were there for an agenda item, or at the session's beginning.

    A carried vote can be cast, but does not count as present: a quorum asks who is there. The same holds for the
    vote of somebody for whom a person sits in who holds one already. Two people with one vote are one.

    Args:
        session: with its attendance.
        item: the agenda item; None for the beginning of the session.
        group: with its quorum rule; None where its file cannot be read.
        seats: the votes of the group on the session's day, by who may cast them (`voting_seats`).
    """
    within = window(item, session) if item else None
    there = [row for row in session.attendance if row.state == "present" and is_there(row, item, session, within)]
    entitled = frozenset(seats.holders.values() if isinstance(seats, Seats) else seats.values())
    present = frozenset(vote for row in there if (vote := vote_of(row, seats)))
    carried = frozenset(seats[key] for row in there for key in carries(row) if key in seats) - present
    return Turnout(entitled, present, carried, quorate(group.quorum if group else "none", len(present), len(entitled)))


def carries(row: Attendance) -> Iterator[str]:
    """Yield whose votes somebody who is there casts besides their own."""
    if row.votes_for:
        yield row.votes_for
    if row.represents and row.capacity not in ("guest", "advisory"):
        yield row.represents


def quorate(rule: str | int, present: int, entitled: int) -> bool | None:
    """Say whether a quorum rule holds for so many votes present of so many; None where nothing can be said.

    `majority` is more than half of all votes; a fraction and a number are the least that must be there.
    """
    if rule == "none" or not entitled:
        return None
    if rule == "majority":
        return 2 * present > entitled
    if isinstance(rule, int):
        return present >= rule
    from fractions import Fraction

    return present >= Fraction(rule) * entitled


Window = tuple[time | None, time | None]
"""From when until when; None where that is not known."""


def is_there(row: Attendance, item: Item | None, session: Session, within: Window | None = None) -> bool:
    """Say whether somebody was there while an item was treated, or at the session's beginning.

    Where an item's times are unknown, those of the items before and after it bound it; where these are unknown
    too, everybody who was there at all counts: nothing says otherwise. A break is no time to be there for.

    Args:
        row: who.
        item: the agenda item; None for the beginning of the session.
        session: with its times.
        within: the item's `window`, where it is known already.
    """
    if item is None:
        return not row.items and any(_began_there(span, session) for span in row.presence or WHOLE)
    if row.items and item.id not in row.items:
        return False
    if not row.presence and not session.breaks:
        return True
    times = within or window(item, session)
    return any(_meets(span, times, session) for span in row.presence or WHOLE)


def _began_there(span: Span, session: Session) -> bool:
    began = session.start or next((item.began for item in session.agenda if item.began), None)
    if began is None:
        return span.from_ is None
    at = clock(began, session)
    arrived = span.from_ is None or clock(span.from_, session) <= at
    return arrived and (span.until is None or clock(span.until, session) > at)


def window(item: Item, session: Session) -> Window:
    """Return between which times an item was treated: its own, else the nearest ones of the items around it."""
    before, after = _around(item, session)
    began, ended = item.began or before, item.ended or after
    if began and ended and clock(began, session) > clock(ended, session):
        return item.began, item.ended
    return began, ended


def _around(item: Item, session: Session) -> Window:
    """Return the last time before an item and the first one after it, by the order of the agenda."""
    place = next((n for n, one in enumerate(session.agenda) if one.id == item.id), None)
    if place is None:
        return None, None
    before, after = session.agenda[:place], session.agenda[place + 1 :]
    if item.level == 1:
        after = after[sum(1 for _ in takewhile(lambda one: one.level == 2, after)) :]
    parent = next((one for one in reversed(before) if one.level == 1), None) if item.level == 2 else None
    earlier = [one for other in before for one in (other.began, None if other is parent else other.ended) if one]
    later = [one for other in after for one in (other.began, other.ended) if one]
    later += [parent.ended] if parent and parent.ended else []
    began = max(earlier, key=lambda one: clock(one, session), default=session.start)
    ended = min(later, key=lambda one: clock(one, session), default=session.end)
    return began, ended


def _meets(span: Span, within: Window, session: Session) -> bool:
    """Say whether somebody's time there meets an item's, and not only in a break."""
    began, ended = (clock(one, session) if one else None for one in within)
    came, left = (clock(one, session) if one else None for one in (span.from_, span.until))
    if began is not None and began == ended:
        return (came is None or came <= began) and (left is None or left >= began)
    if (came is not None and ended is not None and came >= ended) or (
        left is not None and began is not None and left <= began
    ):
        return False
    first = max((one for one in (came, began) if one is not None), default=None)
    last = min((one for one in (left, ended) if one is not None), default=None)
    return not any(_holds(pause, first, last, session) for pause in session.breaks)


def _holds(pause: Span, first: tuple[int, time] | None, last: tuple[int, time] | None, session: Session) -> bool:
    """Say whether a break holds all of a stretch of time."""
    if pause.from_ is None or pause.until is None or first is None or last is None:
        return False
    return clock(pause.from_, session) <= first and last <= clock(pause.until, session)


def meet(one: Attendance, other: Attendance, session: Session) -> bool:
    """Say whether two people were there at the same time."""
    theirs = other.presence or WHOLE
    return any(
        _meets(span, (their.from_ or session.start, their.until or session.end), session)
        for span in one.presence or WHOLE
        for their in theirs
    )


def stands_aside(row: Attendance, session: Session, seats: Seats) -> bool:
    """Say whether somebody is a deputy by membership whose principal was there whenever they were."""
    principal = seats.deputies.get(row.attendee or "")
    if principal is None or row.represents:
        return False
    rows = [one for one in session.attendance if one.attendee == principal and one.state == "present"]
    return any(
        all(any(_covers(their, span, session) for their in one.presence or WHOLE) for span in row.presence or WHOLE)
        for one in rows
    )


def _covers(outer: Span, inner: Span, session: Session) -> bool:
    came, left = outer.from_ or session.start, outer.until or session.end
    since, until = inner.from_ or session.start, inner.until or session.end
    early = outer.from_ is None or (came and since and clock(came, session) <= clock(since, session))
    late = outer.until is None or (left and until and clock(until, session) <= clock(left, session))
    return bool(early and late)


def clock(moment: time, session: Session) -> tuple[int, time]:
    """Return a time for comparing: a session whose end is not after its start lasts into the next day.

    A time between its end and its start belongs to the nearer of the two, so that people may come early and
    items may end late.
    """
    start, end = session.start, session.end
    if start is None or end is None or end > start or moment >= start:
        return 0, moment
    return (0 if _minutes(start) - _minutes(moment) < _minutes(moment) - _minutes(end) else 1), moment


def _minutes(moment: time) -> int:
    return 60 * moment.hour + moment.minute
