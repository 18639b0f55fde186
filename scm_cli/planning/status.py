"""What is to be done for a group: next session, drafts, approvals, tasks, what is to be carried over."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from scm_cli.model.agenda import Item
from scm_cli.model.group import Group
from scm_cli.model.numbering import tops
from scm_cli.model.record_changes import open_objections
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.steps import stage
from scm_cli.planning.carrying import Sessions, in_order, left_over, took_place
from scm_cli.planning.session import invitation_due
from scm_cli.planning.tasks import OpenTask, open_tasks

SOON: Final = 14
"""How many days before its due day a task is soon due."""

Waiting = Literal["circulate", "running", "passed", "objections", "session"]


@dataclass(frozen=True)
class Coming:
    """The next session.

    Args:
        ref: its reference.
        session: the session.
        days: until then.
        due: the last day for invitations; None where no period is set or they went out.
        days_to_invite: until that day, negative where it has passed.
    """

    ref: SessionRef
    session: Session
    days: int
    due: date | None
    days_to_invite: int | None


@dataclass(frozen=True)
class Draft:
    """A session whose protocol is not final; not held where its day has passed and nothing is recorded."""

    ref: SessionRef
    session: Session
    held: bool


@dataclass(frozen=True)
class Pending:
    """A final protocol that is not approved.

    Args:
        ref: its session's reference.
        session: the session.
        waiting: for what: to be circulated, for the deadline to pass, to be approved because it has, for an answer
            to objections, for a session to approve it.
        days: until the deadline, negative where it has passed; None where there is none.
        objections: how many are open.
    """

    ref: SessionRef
    session: Session
    waiting: Waiting
    days: int | None
    objections: int


@dataclass(frozen=True)
class Leftover:
    """An item to be carried over, with the TOP it had."""

    ref: SessionRef
    item: Item
    top: str


@dataclass(frozen=True)
class Status:
    """How a group stands.

    Args:
        key: the group's key.
        group: the group.
        coming: its next session.
        drafts: protocols that are not final, the oldest first.
        pending: protocols that are not approved, the oldest first.
        tasks: all open tasks, the most urgent first.
        left: what is to be carried over, the oldest first.
    """

    key: str
    group: Group
    coming: Coming | None
    drafts: list[Draft]
    pending: list[Pending]
    tasks: list[OpenTask]
    left: list[Leftover]

    @property
    def pressing(self) -> list[OpenTask]:
        """The tasks that are overdue or soon due."""
        return [task for task in self.tasks if task.days is not None and task.days <= SOON]


def status(key: str, group: Group, sessions: Sessions, today: date) -> Status:
    """Return how a group stands today."""
    ordered = in_order(sessions)
    sessions, stages = dict(ordered), [(ref, session, stage(session)) for ref, session in ordered]
    return Status(
        key=key,
        group=group,
        coming=_coming(group, sessions, today),
        drafts=[
            Draft(ref, session, took_place(session, today))
            for ref, session, now in stages
            if now == "held" or (now in ("planned", "invited") and session.date < today)
        ],
        pending=[_pending(ref, session, group, today) for ref, session, now in stages if now == "final"],
        tasks=open_tasks(sessions, today),
        left=[
            Leftover(left.ref, item, tops(sessions[left.ref].agenda)[item.id])
            for left in left_over(sessions, today)
            for item in left.items
        ],
    )


def upcoming(sessions: Sessions, today: date) -> SessionRef | None:
    """Return the next session that is planned from today on, or None."""
    coming = (ref for ref, one in in_order(sessions) if stage(one) in ("planned", "invited") and one.date >= today)
    return next(coming, None)


def _coming(group: Group, sessions: Sessions, today: date) -> Coming | None:
    ref = upcoming(sessions, today)
    if ref is None:
        return None
    session = sessions[ref]
    due = invitation_due(session.date, group) if session.status == "planned" else None
    return Coming(ref, session, (session.date - today).days, due, None if due is None else (due - today).days)


def _pending(ref: SessionRef, session: Session, group: Group, today: date) -> Pending:
    until = session.approval.until if session.approval else None
    objections = len(open_objections(session))
    days = None if until is None else (until - today).days
    return Pending(ref, session, _waiting(group, days, objections), days, objections)


def _waiting(group: Group, days: int | None, objections: int) -> Waiting:
    if objections:
        return "objections"
    if days is None:
        return "session" if group.approval == "vote" else "circulate"
    if days >= 0:
        return "running"
    return "session" if group.approval == "vote" else "passed"
