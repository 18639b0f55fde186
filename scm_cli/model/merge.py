"""The three-way merge of two versions of any file, by id: what two people did at the same time."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from scm_cli.model.merge_agenda import merged_session
from scm_cli.model.merge_collisions import Renaming, without_collisions
from scm_cli.model.merge_fields import FieldConflict, Merging, blank
from scm_cli.model.merge_seal import sealed
from scm_cli.model.session import Session
from scm_cli.model.sides import Sides
from scm_cli.model.table import Table

__all__ = ["FieldConflict", "Merged", "Renaming", "merge"]

T = TypeVar("T", bound=Table)


@dataclass(frozen=True)
class Merged(Generic[T]):
    """What a merge gave.

    Args:
        value: both sides in one; where both changed one field, ours.
        conflicts: the fields that both changed, each otherwise.
        renamed: new things of theirs that got another id or number because ours has it.
        theirs: their version with those names; None where nothing was renamed.
    """

    value: T
    conflicts: tuple[FieldConflict, ...] = ()
    renamed: tuple[Renaming, ...] = ()
    theirs: T | None = None


def merge(base: T | None, ours: T, theirs: T, *, group: str = "") -> Merged[T]:
    """Return two versions of one file as one.

    Args:
        base: what both were made from; None where both added the file.
        ours: the version that decides where both changed one field.
        theirs: the other version.
        group: of a session: the key of its group, so that only references to its own decisions follow them.
    """
    if (sides := Sides(base, ours, theirs)).settled:
        return Merged(sides.outcome)
    merging = Merging()
    before: Any = blank(type(ours)) if base is None else base
    if not (isinstance(ours, Session) and isinstance(theirs, Session)):
        return Merged(merging.table(Sides(before, ours, theirs), ()), tuple(merging.conflicts))
    free, renamed = without_collisions(before, ours, theirs, group)
    sides = Sides(before, ours, free)
    made: Any = sealed(sides, merged_session(sides, merging), merging)
    theirs_now: Any = free if renamed else None
    return Merged(made, tuple(merging.conflicts), tuple(renamed), theirs_now)
