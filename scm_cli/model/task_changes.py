"""How a task changes: its own keys until the protocol is sealed, its dated history always."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from scm_cli.errors import Conflict
from scm_cli.locale import tasks as say
from scm_cli.locale.keys import KEYS
from scm_cli.model.guard import ensure_open, is_closed
from scm_cli.model.outcomes import Task, TaskChange
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session

FOLLOWED: Final = ("state", "due", "assignees")
"""What the history tells of: where a task stands, by when, and whose it is."""

_COVERED: Final = ("number", "text", "not_before", "x")


@dataclass(frozen=True)
class Step:
    """One change of a task.

    Args:
        wanted: the task as it is to stand from now on.
        on: the day it happened.
        note: why, or what else there is to say; None for nothing.
    """

    wanted: Task
    on: date
    note: str | None = None


def progressed(session: Session, ref: SessionRef, task: Task, step: Step) -> Task:
    """Return a task after a change; the same where nothing of it is new.

    Until the protocol is sealed the task's own keys change, because they are what will be printed; afterwards
    they stay as they were printed. A change of state, day or assignees enters the history either way, the
    correction of a wording does not.

    Args:
        session: whose task it is.
        ref: the session.
        task: as the file has it.
        step: the change.

    Raises:
        Conflict: the seal covers what is to change, or the history could not tell of it.
    """
    now, wanted = task.present, step.wanted
    called = ref.outcome("A", task.number)
    if is_closed(session):
        _ensure_uncovered(session, ref, _differing(task, wanted, _COVERED), called)
        own = task
    else:
        own = replace(wanted, history=task.history)
    changed = _differing(now, wanted, FOLLOWED)
    after = replace(own, history=_longer(task, step, changed))
    for name in _differing(after.present, wanted, changed):
        _refuse(after, name, step, called)
    return after


def _differing(one: Task, other: Task, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


def _longer(task: Task, step: Step, changed: tuple[str, ...]) -> tuple[TaskChange, ...]:
    """Return the history with what is new; a note of that day that stands there already is nothing new."""
    told: dict[str, Any] = {name: value for name in changed if (value := getattr(step.wanted, name))}
    said = any(entry.on == step.on and entry.note == step.note for entry in task.history)
    if not told and (said or not step.note):
        return task.history
    return (*task.history, TaskChange(on=step.on, note=step.note, **told))


def _ensure_uncovered(session: Session, ref: SessionRef, names: tuple[str, ...], called: str) -> None:
    """Raise `Conflict` where a change touches what the seal covers and the history does not tell."""
    if not names:
        return
    try:
        ensure_open(session, ref)
    except Conflict as error:
        found = say.COVERED(ref=called, keys=_labels(*names))
        raise Conflict(found, f"{say.HISTORY_ONLY()} {error.remedy}") from error


def _refuse(after: Task, name: str, step: Step, called: str) -> None:
    """Raise the `Conflict` that says why a task would not stand as wanted."""
    key = _labels(name)
    if not getattr(step.wanted, name):
        raise Conflict(say.NOT_TAKEN_AWAY(ref=called, key=key), say.NOT_TAKEN_AWAY_REMEDY())
    day = max(entry.on for entry in after.history if getattr(entry, name))
    raise Conflict(say.LATER_ENTRY(ref=called, key=key, day=day), say.LATER_ENTRY_REMEDY(day=day))


def _labels(*names: str) -> str:
    return ", ".join(KEYS[name]() for name in names)
