"""What of a session decides on how its group stands: all else is left out, as an index keeps it of ten thousand."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Final

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Party, Task
from scm_cli.model.record import Approval, Objection, Seal
from scm_cli.model.record_changes import anything_recorded, is_treated, open_objections, waiting
from scm_cli.model.session import Session
from scm_cli.model.steps import stage
from scm_cli.model.table import Named

SEALED: Final = Seal(version=1, at=datetime(1, 1, 1, tzinfo=UTC), head="", protocol="")
"""Stands for any seal."""
TREATED: Final = time(0)
"""Stands for the beginning of an item of which anything is recorded."""
OBJECTION: Final = Objection(text="")
"""Stands for any objection that is open."""


def outline(session: Session, called: Callable[[Party], str]) -> Session:
    """Return a session with only what `planning.status` looks at: for it the outline stands for the session.

    Kept are the steps of its life, unfinished tasks as they stand now, which items it carries, and all of its agenda
    where something of that may be left over. One mark stands for all that can be recorded.

    Args:
        session: the session.
        called: gives the name of somebody.
    """
    waits = next(waiting(session), None) is not None
    items = [item for item in session.agenda if waits or item.from_ or any(task.unfinished for task in item.tasks)]
    return Session(
        number=session.number,
        date=session.date,
        status=session.status,
        start=session.start if session.status in ("planned", "invited") else None,
        invited_on=session.invited_on,
        quorum_stated="present" if anything_recorded(session) else None,
        seal=SEALED if session.seal is not None else None,
        approval=_approval(session),
        agenda=tuple([_item(item, called, whole=waits) for item in items]),
    )


def matters(made: Session) -> bool:
    """Say whether how a group stands can depend on an outline.

    That is so until a session is approved or cancelled, and as long as it holds anything unfinished. Of all others
    only the day of the last one that took place counts.
    """
    return bool(made.agenda) or stage(made) not in ("approved", "cancelled")


def _item(item: Item, called: Callable[[Party], str], *, whole: bool) -> Item:
    tasks = tuple(_task(task.present, called) for task in item.tasks if task.unfinished)
    if not whole:  # as a dropped item it neither waits nor says that anything was recorded
        return Item(id=item.id, title="", state="dropped", from_=item.from_, tasks=tasks)
    return Item(
        id=item.id,
        title=item.title,
        level=item.level,
        top=item.top,
        kind=item.kind,
        purpose=item.purpose,
        began=TREATED if is_treated(item) else None,
        state=item.state,
        from_=item.from_,
        tasks=tasks,
    )


def _task(task: Task, called: Callable[[Party], str]) -> Task:
    return Task(
        number=task.number,
        text=task.text,
        assignees=tuple(Named(name=called(party)) for party in task.assignees),
        due=task.due,
        not_before=task.not_before,
        state=task.state,
    )


def _approval(session: Session) -> Approval | None:
    """Return what became known of the approval of a protocol, of the objections how many are open."""
    known = session.approval
    if known is None:
        return None
    objections = (OBJECTION,) * len(open_objections(session))
    return Approval(circulated_on=known.circulated_on, until=known.until, objections=objections)
