"""A new session with what it takes from its group."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from scm_cli.dates import shifted
from scm_cli.model.group import Group
from scm_cli.model.session import Session


def draft(number: int, day: date, group: Group, uid: str) -> Session:
    """Return a planned session at the group's usual place and time; its planned end is set by `ending`."""
    return Session(number=number, date=day, place=group.place, start=group.start, uid=uid)


def ending(session: Session, group: Group) -> Session:
    """Return the session with the planned end that follows from its start, where neither is missing or set."""
    if session.start is None or group.duration is None or session.planned_end is not None:
        return session
    end = datetime.combine(session.date, session.start) + timedelta(minutes=group.duration)
    return replace(session, planned_end=end.time())


def invitation_due(day: date, group: Group) -> date | None:
    """Return the last day on which invitations to a session can go out in time; None where no period is set."""
    return None if group.notice_days is None else shifted(day, -group.notice_days)
