"""Who comes and goes while a session runs: changes of one row of attendance; pure functions, no clock."""

from dataclasses import replace
from datetime import time

from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.course import order
from scm_cli.model.session import Session


def is_here(row: Attendance, at: time | None, session: Session) -> bool:
    """Say whether somebody is there at a time; without a time whether they have not left."""
    if row.state != "present":
        return False
    if not row.presence:
        return True
    if at is None:
        return row.presence[-1].until is None
    now = order(at, session)
    return any(
        (span.from_ is None or order(span.from_, session) <= now)
        and (span.until is None or now < order(span.until, session))
        for span in row.presence
    )


def here_now(session: Session, at: time | None) -> Session:
    """Return the session as if those who are there at a time had been the whole time, and nobody else."""
    rows = (replace(row, presence=()) for row in session.attendance if is_here(row, at, session))
    return replace(session, attendance=tuple(rows))


def arrived(row: Attendance, since: time | None, session: Session, *, exact: bool = False) -> Attendance:
    """Return the row of somebody who is there.

    Args:
        row: as it was.
        since: from when on; None for the beginning.
        session: the session.
        exact: whether the time was said: then it also corrects when somebody came who is there already.
    """
    start = None if since is None or _from_the_start(since, session) else since
    if row.state != "present":
        return replace(row, state="present", presence=(Span(from_=start),) if start else ())
    last = row.presence[-1] if row.presence else Span()
    if last.until is None:
        return replace(row, presence=_known((*row.presence[:-1], replace(last, from_=start)))) if exact else row
    if is_here(row, since, session):
        return row
    if since is None or since == last.until:
        return replace(row, presence=_known((*row.presence[:-1], replace(last, until=None))))
    return replace(row, presence=(*row.presence, Span(from_=since)))


def left(row: Attendance, at: time, *, exact: bool = False) -> Attendance:
    """Return the row of somebody who leaves; whoever was not noted as present was there until then.

    Args:
        row: as it was.
        at: when.
        exact: whether the time was said: then it also corrects when somebody left who is gone already.
    """
    if row.state != "present":
        return replace(row, state="present", presence=(Span(until=at),))
    last = row.presence[-1] if row.presence else Span()
    if last.until is not None and not exact:
        return row
    return replace(row, presence=(*row.presence[:-1], replace(last, until=at)))


def came_after(row: Attendance, at: time, session: Session) -> time | None:
    """Return when somebody came last, where that was not before a time; else None."""
    came = row.presence[-1].from_ if row.state == "present" and row.presence else None
    return came if came and order(at, session) <= order(came, session) else None


def _from_the_start(since: time, session: Session) -> bool:
    return session.start is not None and order(since, session) <= order(session.start, session)


def _known(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return stretches of presence without those that say nothing."""
    return tuple(span for span in spans if span.from_ or span.until)
