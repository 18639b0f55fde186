"""Dotted names of a session's fields, such as `chair`, `item.notes` or `decision.result`, from the format itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from scm_cli.archive.format import Key, keys
from scm_cli.model.session import Session
from scm_cli.model.table import Table
from scm_cli.model.validity import Where

SHORT: Final = {
    "session": (),
    "item": ("agenda",),
    "decision": ("agenda", "decisions"),
    "election": ("agenda", "elections"),
    "task": ("agenda", "tasks"),
    "attachment": ("attachments",),
}
"""What a first name stands for; the names of the file itself, `agenda.decisions.result`, do as well."""

FieldPath = tuple[Key, ...]
"""The keys that lead from a session to a field."""


@dataclass(frozen=True)
class Place:
    """One place of a session at which a field can stand.

    Args:
        where: the way to it in the file.
        owners: the tables around it, the session first.
        key: of the field.
        given: whether the file holds it; a key that has to be there always does.
    """

    where: Where
    owners: tuple[Table, ...]
    key: Key
    given: bool

    @property
    def owner(self) -> Table:
        """The table whose field it is."""
        return self.owners[-1]


def field_path(typed: str) -> FieldPath | None:
    """Return the way to the field of a dotted name; None where there is no such field."""
    first, *rest = typed.strip().replace("-", "_").split(".")
    names = (*SHORT[first], *rest) if first in SHORT and rest else (first, *rest)
    table: type[Table] | None = Session
    found: list[Key] = []
    for name in names:
        key = keys(table).get(name) if table else None
        if key is None:
            return None
        found.append(key)
        table = key.shape.table
    return tuple(found)


def near_field(typed: str) -> str:
    """Return the name of the field that looks most like a mistyped one; empty where none does."""
    known = [key.name for key in keys(Session).values()]
    for first in (*SHORT, "attendance"):
        path = field_path(f"{first}.x") if first != "session" else None
        table = path[-2].shape.table if path else None
        known += [f"{first}.{key.name}" for key in keys(table).values()] if table else []
    return next(iter(get_close_matches(typed, known, n=1)), "")


def places(session: Session, path: FieldPath) -> Iterator[Place]:
    """Yield every place of a session at which a field can stand, given or not."""
    return _places(session, path, (), ())


def _places(table: Table, path: FieldPath, where: Where, owners: tuple[Table, ...]) -> Iterator[Place]:
    key, *rest = path
    value, here, around = getattr(table, key.field), (*where, key.name), (*owners, table)
    if not rest:
        yield Place(here, around, key, given=key.required or value != key.default)
    elif key.shape.many:
        for n, one in enumerate(value):
            if isinstance(one, Table):
                yield from _places(one, tuple(rest), (*here, n), around)
    elif isinstance(value, Table):
        yield from _places(value, tuple(rest), here, around)
    else:
        yield Place((*here, *(one.name for one in rest)), around, rest[-1], given=False)
