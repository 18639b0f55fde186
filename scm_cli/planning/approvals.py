"""Which protocols the next session has to approve."""

from datetime import date

from scm_cli.model.agenda import Item
from scm_cli.model.group import Group
from scm_cli.model.record_changes import open_objections, treated
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.planning.carrying import Sessions, carried, in_order, is_to_come, took_place, waiting


def to_approve(sessions: Sessions, group: Group, day: date, today: date) -> list[SessionRef]:
    """Return the sessions before `day` whose protocols a session on that day has to approve, the oldest first.

    These are all that took place; where others are still to come before `day` only the last of those, as the
    earlier ones are for them. Left out is what is approved, was treated by a session or is on the agenda of one.
    Where a group approves by deadline, a session only approves protocols that met with objections, unless
    approving is one of the group's standing items.
    """
    earlier = [(ref, session) for ref, session in in_order(sessions) if session.date < day and _counts(session)]
    if earlier and is_to_come(earlier[-1][1], today):
        earlier = earlier[-1:]
    by_session = group.approval != "deadline" or any(one.purpose == "approval" for one in group.standing)
    return [
        ref
        for ref, session in earlier
        if (took_place(session, today) or is_to_come(session, today))
        and session.status != "approved"
        and (by_session or open_objections(session))
        and not _treated_elsewhere(str(ref), sessions, today)
    ]


def approval_left(about: SessionRef, sessions: Sessions, today: date) -> str | None:
    """Return the full reference of the last item that was to approve a protocol and was left over, or None."""
    known = carried(sessions)
    found = [
        ref.item(item.id)
        for ref, session in in_order(sessions)
        for item in waiting(ref, session, known, today)
        if _approves(item, str(about))
    ]
    return found[-1] if found else None


def _counts(session: Session) -> bool:
    return session.status != "cancelled"


def _approves(item: Item, about: str) -> bool:
    return item.purpose == "approval" and item.about == about


def _treated_elsewhere(about: str, sessions: Sessions, today: date) -> bool:
    """Say whether a session has treated the approval of a protocol, or has it on the agenda and is still to come."""
    for session in filter(_counts, sessions.values()):
        seen = treated(session) if took_place(session, today) else session
        states = {item.state for item in seen.agenda if _approves(item, about)}
        if "done" in states or ("open" in states and is_to_come(session, today)):
            return True
    return False
