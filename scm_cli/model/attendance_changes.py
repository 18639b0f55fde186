"""Changes of the attendance: pure functions from a session to a session."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import time

from scm_cli.errors import NotFound, UsageFault
from scm_cli.locale import attendance as here
from scm_cli.locale import errors as say
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.session import Session
from scm_cli.model.turnout import clock, stands_aside
from scm_cli.model.voting import Seats


def note(session: Session, who: Attendance, how: Callable[[Attendance], Attendance]) -> Session:
    """Return the session with one row noted: changed where it is there, appended where not.

    Args:
        session: the session.
        who: a row that names the person or organisation and nothing else.
        how: makes the row as it should be.
    """
    rows = list(session.attendance)
    place = next((n for n, row in enumerate(rows) if row.identity == who.identity), None)
    if place is None and who.attendee is None and who.name and not who.organisation:
        place = next((n for n, row in enumerate(rows) if row.name == who.name), None)
    if place is None:
        rows.append(how(who))
    else:
        rows[place] = how(rows[place])
    made = replace(session, attendance=tuple(rows))
    _consistent(made)
    return made


def stretches(came: Iterable[time], left: Iterable[time], session: Session) -> tuple[Span, ...]:
    """Return when somebody was there by the times they came and left: left at 10:30 and back from 11:00.

    Raises:
        UsageFault: they came twice without leaving, or left twice without coming back.
    """
    moments = [(clock(one, session), True, one) for one in came] + [(clock(one, session), False, one) for one in left]
    found: list[Span] = []
    for _, arrives, moment in sorted(moments, key=lambda one: one[0]):
        last = found[-1] if found else None
        is_open = last is not None and last.until is None
        if arrives and is_open:
            raise UsageFault(here.CAME_TWICE(time=moment.isoformat("minutes")), here.CAME_TWICE_REMEDY())
        if arrives:
            found.append(Span(from_=moment))
        elif last is None:
            found.append(Span(until=moment))
        elif is_open:
            found[-1] = replace(last, until=moment)
        else:
            raise UsageFault(here.LEFT_TWICE(time=moment.isoformat("minutes")), here.CAME_TWICE_REMEDY())
    return tuple(found)


def take_off(session: Session, who: Attendance) -> Session:
    """Return the session without a row; raises `NotFound` where there is none."""
    rows = tuple(row for row in session.attendance if row.identity != who.identity)
    if len(rows) == len(session.attendance):
        raise NotFound(say.NOT_NAMED(name=who.who))
    return replace(session, attendance=rows)


def with_deputies(session: Session, seats: Seats) -> Session:
    """Return the session in which every deputy by membership who filled a seat is said to have sat in for whom."""

    def named(row: Attendance) -> Attendance:
        fills = row.state == "present" and row.capacity not in ("guest", "advisory") and not row.represents
        principal = seats.deputies.get(row.attendee or "") if fills else None
        return row if principal is None or stands_aside(row, session, seats) else replace(row, represents=principal)

    return replace(session, attendance=tuple(map(named, session.attendance)))


def _consistent(session: Session) -> None:
    """Raise `UsageFault` where somebody sits in for themselves or leaves before arriving."""
    for row in session.attendance:
        if row.attendee and row.attendee in (row.represents, row.votes_for):
            raise UsageFault(say.SITS_IN_FOR_THEMSELVES(name=row.attendee))
        for span in row.presence:
            if span.from_ and span.until and span.from_ == span.until:
                raise UsageFault(say.NO_TIME_AT_ALL(name=row.who))
