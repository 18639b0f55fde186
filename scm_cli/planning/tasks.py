"""The open tasks of a group as they stand today."""

from dataclasses import dataclass
from datetime import date

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Task
from scm_cli.model.refs import SessionRef
from scm_cli.planning.carrying import Sessions, in_order


@dataclass(frozen=True)
class OpenTask:
    """An unfinished task with where it comes from.

    Args:
        session: whose task it is.
        item: the item it came from.
        task: as it stands now.
        days: until it is due, negative where it is overdue; None where no day is set.
    """

    session: SessionRef
    item: Item
    task: Task
    days: int | None

    @property
    def ref(self) -> str:
        """Its full reference."""
        return self.session.outcome("A", self.task.number)

    @property
    def overdue(self) -> bool:
        """Whether it should have been finished before today."""
        return self.days is not None and self.days < 0


def open_tasks(sessions: Sessions, today: date) -> list[OpenTask]:
    """Return the unfinished tasks that are not put off until later, the most urgent first."""
    found = [
        OpenTask(ref, item, task.present, _days(task, today))
        for ref, session in in_order(sessions)
        for item in session.agenda
        for task in item.tasks
        if task.unfinished and not task.hidden(today)
    ]
    return sorted(found, key=lambda one: (one.days is None, one.days or 0))


def _days(task: Task, today: date) -> int | None:
    due = task.present.due
    return None if due is None else (due - today).days
