"""How the groups stand as one object for programs: English names that do not change."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from scm_cli.archive.format import complete
from scm_cli.planning.status import Coming, Pending, Status
from scm_cli.planning.tasks import OpenTask
from scm_cli.query.rows import Register, party_name


def status_object(statuses: Iterable[Status], problems: int, register: Register, today: date) -> dict[str, Any]:
    """Return how the groups stand as plain values with stable names."""
    groups = [_group(one, register) for one in statuses]
    made: dict[str, Any] = complete({"today": today, "problems": problems, "groups": groups})
    return made


def _group(one: Status, register: Register) -> dict[str, Any]:
    return {
        "group": one.key,
        "name": one.group.name,
        "next_session": _next_session(one.coming) if one.coming else None,
        "drafts": [
            {"ref": str(draft.ref), "date": draft.session.date, "status": draft.session.status, "held": draft.held}
            for draft in one.drafts
        ],
        "approvals": [_approval(pending) for pending in one.pending],
        "open_tasks": len(one.tasks),
        "tasks": [_pressing(task, register) for task in one.pressing],
        "carry_over": [
            {"ref": left.ref.item(left.item.id), "session": str(left.ref), "top": left.top, "title": left.item.title}
            for left in one.left
        ],
    }


def _next_session(coming: Coming) -> dict[str, Any]:
    return {
        "ref": str(coming.ref),
        "date": coming.session.date,
        "start": coming.session.start,
        "status": coming.session.status,
        "days": coming.days,
        "invited_on": coming.session.invited_on,
        "invitation_due": coming.due,
        "days_to_invite": coming.days_to_invite,
    }


def _approval(one: Pending) -> dict[str, Any]:
    approval = one.session.approval
    return {
        "ref": str(one.ref),
        "date": one.session.date,
        "waiting": one.waiting,
        "circulated_on": approval.circulated_on if approval else None,
        "until": approval.until if approval else None,
        "days": one.days,
        "objections": one.objections,
    }


def _pressing(one: OpenTask, register: Register) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "session": str(one.session),
        "item": one.session.item(one.item.id),
        "text": one.task.text,
        "assignees": [party_name(party, register) for party in one.task.assignees],
        "due": one.task.due,
        "state": one.task.state,
        "days": one.days,
        "overdue": one.overdue,
    }
