"""Which protocols the next session has to approve."""

from datetime import date

from scm_cli.model.group import Group
from scm_cli.model.record_changes import open_objections, treated
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.steps import stage
from scm_cli.planning.carrying import Sessions, in_order, is_recent, is_to_come, last_held, took_place, waiting


def to_approve(sessions: Sessions, group: Group, day: date, today: date) -> list[SessionRef]:
    """Return the sessions before `day` whose protocols a session on that day has to approve, the oldest first.

    These are all that took place; where others are still to come before `day` only the last of those, as the
    earlier ones are for them. Left out is what is approved, was treated by a session or is on the agenda of one.
    Drafts from more than a year before the last session are left out, as nobody has finalized them. Where a group
    approves by deadline, a session only approves protocols that met with objections, unless approving is one of
    the group's standing items.
    """
    earlier = [(ref, session) for ref, session in in_order(sessions) if session.date < day and _counts(session)]
    if earlier and is_to_come(earlier[-1][1], today):
        earlier = earlier[-1:]
    settled, last = _settled(sessions, today), last_held(sessions, today)
    by_session = group.approval != "deadline" or any(one.purpose == "approval" for one in group.standing)
    return [
        ref
        for ref, session in earlier
        if (took_place(session, today) or is_to_come(session, today))
        and session.status != "approved"
        and (by_session or open_objections(session))
        and (stage(session) == "final" or is_recent(session, last))
        and str(ref) not in settled
    ]


def approval_left(about: SessionRef, sessions: Sessions, today: date) -> str | None:
    """Return the full reference of the last item that was to approve a protocol and was left over, or None."""
    found = [
        ref.item(item.id)
        for ref, items in waiting(sessions, today)
        for item in items
        if item.purpose == "approval" and item.about == str(about)
    ]
    return found[-1] if found else None


def _counts(session: Session) -> bool:
    return session.status != "cancelled"


def _settled(sessions: Sessions, today: date) -> frozenset[str]:
    """Return the sessions whose protocols were treated by another, or are on the agenda of one still to come."""
    found: set[str] = set()
    for session in filter(_counts, sessions.values()):
        if not any(item.purpose == "approval" for item in session.agenda):
            continue
        seen = treated(session) if took_place(session, today) else session
        good = ("done", "open") if is_to_come(session, today) else ("done",)
        found |= {
            item.about for item in seen.agenda if item.purpose == "approval" and item.about and item.state in good
        }
    return frozenset(found)
