"""Changes of the attendance: pure functions from a session to a session."""

from collections.abc import Callable
from dataclasses import replace

from scm_cli.errors import NotFound, UsageFault
from scm_cli.locale import errors as say
from scm_cli.model.attendance import Attendance
from scm_cli.model.session import Session
from scm_cli.model.turnout import stands_aside
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
