"""How a task changes: its own keys until the protocol is sealed, its dated history always."""

from collections.abc import Mapping
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


@dataclass(frozen=True)
class Step:
    """One change of a task.

    Args:
        keys: what the task is to have from now on, by field.
        on: the day it happened.
        note: why, or what else there is to say; None for nothing.
    """

    keys: Mapping[str, Any]
    on: date
    note: str | None = None


def progressed(session: Session, ref: SessionRef, task: Task, step: Step) -> Task:
    """Return a task after a change; the same where nothing of it is new.

    Until the protocol is sealed the task's own keys change, because they are what will be printed, and no others
    than those named: once a protocol was opened again they may lag behind the history on purpose. Afterwards all
    stay as they were printed. A change of state, day or assignees enters the history either way, the correction
    of a wording does not.

    Args:
        session: whose task it is.
        ref: the session.
        task: as the file has it.
        step: the change.

    Raises:
        Conflict: the seal covers what is to change, or the history could not tell of it.
    """
    called = ref.outcome("A", task.number)
    if is_closed(session):
        _ensure_uncovered(session, ref, task, step)
        own = task
    else:
        keys: Any = step.keys
        own = replace(task, **keys)
    after = replace(own, history=_longer(task, step))
    for name in _news(after, step):
        _refuse(after, name, step, called)
    return after


def caught_up(before: Session, after: Session, on: date) -> Session:
    """Return a session whose tasks stand as their own keys were changed, where a history told otherwise so far.

    Args:
        before: the session before somebody changed the tasks' own keys, as a corrected protocol does.
        after: the session with the changes.
        on: the day they were made.
    """
    known = {task.number: task for item in before.agenda for task in item.tasks}
    agenda = []
    for item in after.agenda:
        tasks = tuple(_told(known.get(task.number), task, on) for task in item.tasks)
        agenda.append(replace(item, tasks=tasks) if tasks != item.tasks else item)
    return replace(after, agenda=tuple(agenda))


def _told(before: Task | None, after: Task, on: date) -> Task:
    """Return a task with an entry for each of its own keys that changed and that its history overrides."""
    if before is None or not after.history:
        return after
    changed = {name: getattr(after, name) for name in FOLLOWED if getattr(after, name) != getattr(before, name)}
    news: dict[str, Any] = {name: value for name, value in changed.items() if value != getattr(after.present, name)}
    told = {name: value for name, value in news.items() if value}
    return replace(after, history=(*after.history, TaskChange(on=on, **told))) if told else after


def _news(task: Task, step: Step) -> list[str]:
    """Return in what a task does not stand as it is to stand, of what the history tells."""
    now = task.present
    return [name for name in FOLLOWED if name in step.keys and step.keys[name] != getattr(now, name)]


def _longer(task: Task, step: Step) -> tuple[TaskChange, ...]:
    """Return the history with what is new; a note of that day that stands there already is nothing new."""
    told: dict[str, Any] = {name: step.keys[name] for name in _news(task, step) if step.keys[name]}
    said = any(entry.on == step.on and entry.note == step.note for entry in task.history)
    if not told and (said or not step.note):
        return task.history
    return (*task.history, TaskChange(on=step.on, note=step.note, **told))


def _ensure_uncovered(session: Session, ref: SessionRef, task: Task, step: Step) -> None:
    """Raise `Conflict` where a change touches what the seal covers and the history does not tell."""
    names = [name for name in step.keys if name not in FOLLOWED and step.keys[name] != getattr(task, name)]
    if not names:
        return
    try:
        ensure_open(session, ref)
    except Conflict as error:
        found = say.COVERED(ref=ref.outcome("A", task.number), keys=_labels(*names))
        raise Conflict(found, f"{say.HISTORY_ONLY()} {error.remedy}") from error


def _refuse(after: Task, name: str, step: Step, called: str) -> None:
    """Raise the `Conflict` that says why a task would not stand as wanted."""
    key = _labels(name)
    if not step.keys[name]:
        raise Conflict(say.NOT_TAKEN_AWAY(ref=called, key=key), say.NOT_TAKEN_AWAY_REMEDY())
    day = max(entry.on for entry in after.history if getattr(entry, name))
    raise Conflict(say.LATER_ENTRY(ref=called, key=key, day=day), say.LATER_ENTRY_REMEDY(day=day))


def _labels(*names: str) -> str:
    return ", ".join(KEYS[name]() for name in names)
