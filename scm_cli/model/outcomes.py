"""What comes out of an agenda item: decisions, elections and tasks."""

from dataclasses import field, replace
from datetime import date
from typing import Any, Final, Literal

from scm_cli.model import codes
from scm_cli.model.kinds import (
    Count,
    Day,
    DecisionRefText,
    Flag,
    Line,
    Majority,
    Natural,
    Prose,
    Slug,
    Wording,
)
from scm_cli.model.table import Named, Table, described

Method = Literal["consensus", "hands", "roll-call", "secret", "written"]
Result = Literal["carried", "rejected", "withdrawn", "deferred", "referred", "noted"]
TaskState = codes.TaskState
UNFINISHED: Final[tuple[TaskState, ...]] = ("open", "in-progress", "waiting")

Party = Slug | Named
"""Somebody: the key of a person in the register, or a name or organisation outside it."""


@described(frozen=True, kw_only=True)
class ByName(Table):
    """Who voted how, where votes were called by name."""

    inline = True

    yes: tuple[Line, ...] = ()
    no: tuple[Line, ...] = ()
    abstain: tuple[Line, ...] = ()


@described(frozen=True, kw_only=True)
class Decision(Table):
    """A resolution in its exact wording."""

    number: Natural
    text: Wording
    title: Line | None = None
    motion: Prose | None = None
    moved_by: Line | None = None
    method: Method | None = None
    yes: Count | None = None
    no: Count | None = None
    abstain: Count | None = None
    invalid: Count | None = None
    unanimous: Flag = False
    by_name: ByName = field(default_factory=ByName)
    excluded: tuple[Line, ...] = ()
    majority: Majority | None = None
    result: Result | None = None
    replaces: DecisionRefText | None = None
    remark: Prose | None = None

    @property
    def identity(self) -> int:
        """The number, unique in the session."""
        return self.number

    @property
    def counted(self) -> bool:
        """Whether any count of votes was recorded."""
        return not (self.yes is None and self.no is None and self.abstain is None)


@described(frozen=True, kw_only=True)
class Candidate(Table):
    """Somebody who stood for an office."""

    inline = True

    name: Line
    votes: Count | None = None


@described(frozen=True, kw_only=True)
class Election(Table):
    """An election to one office."""

    number: Natural
    office: Line | None = None
    excluded: tuple[Line, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    invalid: Count | None = None
    elected: Line | None = None
    accepted: Flag | None = None
    remark: Prose | None = None

    @property
    def identity(self) -> int:
        """The number, unique in the session."""
        return self.number


@described(frozen=True, kw_only=True)
class TaskChange(Table):
    """One dated change of a task; what did not change is absent."""

    on: Day
    state: TaskState | None = None
    due: Day | None = None
    assignees: tuple[Party, ...] = ()
    note: Line | None = None


@described(frozen=True, kw_only=True)
class Task(Table):
    """Who does what by when."""

    number: Natural
    text: Wording
    assignees: tuple[Party, ...] = ()
    due: Day | None = None
    not_before: Day | None = None
    state: TaskState = "open"
    history: tuple[TaskChange, ...] = ()

    @property
    def identity(self) -> int:
        """The number, unique in the session."""
        return self.number

    @property
    def present(self) -> "Task":
        """The task as it stands now: with the last owners, day and state that its history names.

        A sealed protocol keeps a task's own keys as they were printed; what came later stands in its history.
        """
        if not self.history:
            return self
        last: dict[str, Any] = {}
        for entry in sorted(self.history, key=lambda one: one.on):
            changed = {name: getattr(entry, name) for name in ("assignees", "due", "state")}
            last |= {name: value for name, value in changed.items() if value}
        return replace(self, **last) if last else self

    @property
    def unfinished(self) -> bool:
        """Whether something is still to be done."""
        return self.present.state in UNFINISHED

    def overdue(self, today: date) -> bool:
        """Say whether the task should have been finished before this day."""
        now = self.present
        return self.unfinished and now.due is not None and now.due < today

    def hidden(self, today: date) -> bool:
        """Say whether a task is put aside until a later day (Wiedervorlage)."""
        return self.unfinished and self.not_before is not None and self.not_before > today
