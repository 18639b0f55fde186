"""Rows of tasks as they stand now, and what is asked about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from scm_cli.model.agenda import Item
from scm_cli.model.fold import contains
from scm_cli.model.outcomes import Party, Task
from scm_cli.model.table import Named
from scm_cli.model.voting import merged_key
from scm_cli.query.rows import Facts, Row, Source, facts, names_of, party_name


@dataclass(frozen=True)
class Listed:
    """A task as lists show it.

    Args:
        row: its row.
        people: everything its assignees can be found by: names, organisations, addresses.
        text: everything that is written about it.
        unfinished: whether something is still to be done.
    """

    row: Row
    people: tuple[str, ...]
    text: str
    unfinished: bool

    @property
    def hidden(self) -> bool:
        """Whether it is put aside until a later day."""
        return bool(self.row.values["hidden"])


@dataclass(frozen=True)
class Question:
    """What a list of tasks is narrowed to, besides what every list knows.

    Args:
        unfinished: only those to which something is still to be done.
        overdue: only those that should have been finished.
        due_before: only those due before this day.
        to: parts of names or organisations of which an assignee has one.
        text: parts of the wording, the item's title or a note, of which one is there.
        hidden: also those that are put aside until a later day.
    """

    unfinished: bool = False
    overdue: bool = False
    due_before: date | None = None
    to: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def hides(self) -> bool:
        """Whether tasks are left out that are put aside: from lists of what is to be done."""
        return not self.hidden and (self.unfinished or self.overdue or self.due_before is not None)

    def holds_for(self, task: Listed) -> bool:
        """Say whether a task answers the question, put aside or not."""
        values = task.row.values
        return (
            (task.unfinished or not self.unfinished)
            and (values["overdue"] or not self.overdue)
            and (self.due_before is None or (values["due"] is not None and values["due"] < self.due_before))
            and (not self.to or any(contains(name, part) for name in task.people for part in self.to))
            and (not self.text or any(contains(task.text, part) for part in self.text))
        )


def listed_tasks(sources: Iterable[Source], today: date) -> Iterator[Listed]:
    """Yield the tasks of sessions."""
    for source in sources:
        if any(item.tasks for item in source.session.agenda):
            shared, numbered = (facts(source),), source.tops
            for item in source.session.agenda:
                for task in item.tasks:
                    yield _listed(Place(source, item, numbered[item.id]), task, shared, today)


def dated(listed: Listed, today: date) -> Listed:
    """Return a listed task with what depends on the day."""
    values = listed.row.values
    now = Task(
        number=values["number"],
        text=values["text"],
        due=values["due"],
        not_before=values["not_before"],
        state=values["state"],
    )
    values = {**values, "overdue": now.overdue(today), "hidden": now.hidden(today)}
    return replace(listed, row=listed.row._replace(values=values))


class Place(NamedTuple):
    """Where a task came from."""

    source: Source
    item: Item
    top: str


def task_values(place: Place, task: Task, today: date) -> dict[str, object]:
    """Return what lists and pages show of a task, by field."""
    source, item, now = place.source, place.item, task.present
    return {
        "ref": source.ref.outcome("A", task.number),
        "session": str(source.ref),
        "date": source.session.date,
        "number": task.number,
        "item": source.ref.item(item.id),
        "top": place.top or None,
        "title": item.title,
        "text": task.text,
        "assignees": [party_name(party, source.register) for party in now.assignees],
        "due": now.due,
        "not_before": task.not_before,
        "state": now.state,
        "overdue": task.overdue(today),
        "hidden": task.hidden(today),
        "internal": item.internal,
    }


def _listed(place: Place, task: Task, shared: tuple[Facts, ...], today: date) -> Listed:
    row = Row(task_values(place, task, today), shared, state=task.present.state, internal=place.item.internal)
    people = tuple(name for party in task.present.assignees for name in _findable(party, place.source))
    notes = (entry.note for entry in task.history if entry.note)
    return Listed(row, people, "\n".join((task.text, place.item.title, *notes)), task.unfinished)


def _findable(party: Party, source: Source) -> Iterator[str]:
    """Yield everything somebody can be found by; a merged entry also by the one it was merged into."""
    if isinstance(party, Named):
        yield from filter(None, (party.name, party.organisation))
        return
    for key in dict.fromkeys((party, merged_key(party, source.register))):
        yield from names_of(key, source.register)
        if person := source.register.get(key):
            seated = person.organisation_in(source.ref.group, source.session.date)
            yield from filter(None, (person.organisation, seated))
