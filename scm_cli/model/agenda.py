"""An agenda item."""

from typing import Literal

from scm_cli.model import codes
from scm_cli.model.group import ItemKind
from scm_cli.model.kinds import (
    Clock,
    Flag,
    ItemRefText,
    Level,
    Line,
    Minutes,
    Prose,
    SessionRefText,
    Slug,
    Top,
)
from scm_cli.model.outcomes import Decision, Election, Party, Task
from scm_cli.model.table import Table, described

ItemState = codes.ItemState


@described(frozen=True, kw_only=True)
class Item(Table):
    """One point of the agenda; a sub-item follows its item and has level 2."""

    id: Slug
    title: Line
    level: Level = 1
    top: Top | None = None
    kind: ItemKind | None = None
    purpose: Literal["approval", "tasks", "other"] | None = None
    about: SessionRefText | None = None
    presenters: tuple[Party, ...] = ()
    minutes_planned: Minutes | None = None
    began: Clock | None = None
    ended: Clock | None = None
    state: ItemState = "open"
    internal: Flag = False
    public_title: Line | None = None
    from_: ItemRefText | None = None
    notes: Prose | None = None
    decisions: tuple[Decision, ...] = ()
    elections: tuple[Election, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def identity(self) -> str:
        """The id, unique in the session."""
        return self.id

    @property
    def is_break(self) -> bool:
        """Whether the item is a planned pause and has no TOP."""
        return self.kind == "break"
