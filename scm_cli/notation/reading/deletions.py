"""What a corrected text leaves out, put back: a line that is missing need not be one that was to go."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from scm_cli.locale import protocol as word
from scm_cli.model.agenda import Item
from scm_cli.model.difference import Difference, by_identity, is_list
from scm_cli.model.session import Session
from scm_cli.model.table import Table

T = TypeVar("T", bound=Table)
Path = tuple[str | Table, ...]

_LINES: Final[dict[type[Table], tuple[tuple[str, ...], ...]]] = {
    Session: (
        ("breaks",),
        ("place", "mode"),
        ("room",),
        ("host",),
        ("reference",),
        ("chair",),
        ("minute_taker",),
        ("quorum_stated", "quorum_present", "quorum_of"),
    ),
    Item: (("began", "ended"), ("notes",)),
}
"""The fields that one line of the text prints together; a line of which anything is left was changed, not taken away.

Rows of a list, such as items, decisions and people, are lines of their own.
"""


def without_deletions(before: T, after: T) -> tuple[T, list[Difference]]:
    """Return the later state with every line that was taken away put back, and what that is.

    What stands in another list now was moved, not taken away.
    """
    return _Restoring(after).table(before, after, ())


def without_gaps(before: Session, after: Session) -> Session:
    """Return what an excerpt makes of a session: all that stands neither in the head nor under an item stays."""
    kept, _ = _missing_lines(before, after, ())
    restoring = _Restoring(after)
    for name in ("attendance", "agenda", "attachments"):
        kept[name] = restoring.rows(getattr(before, name), getattr(after, name), (), inside=False)[0]
    return replace(after, **kept)


class _Restoring:
    """One comparison; `present` is everything that the later state still has somewhere."""

    def __init__(self, after: Table) -> None:
        self.present = frozenset(_rows(after))

    def table(self, before: T, after: T, path: Path) -> tuple[T, list[Difference]]:
        """Return a table with what was taken away put back."""
        kept, found = _missing_lines(before, after, path)
        for one in fields(type(before)):
            old, new = getattr(before, one.name), getattr(after, one.name)
            if old != new and old and is_list(old) and is_list(new):
                kept[one.name], more = self.rows(old, new, (*path, one.name))
                found += more
        return replace(after, **kept), found

    def rows(
        self, old: Sequence[Table], new: Sequence[Table], path: Path, *, inside: bool = True
    ) -> tuple[tuple[Any, ...], list[Difference]]:
        """Return the rows with those that are gone put back behind the row they followed; what is in them too."""
        found: list[Difference] = []
        rows, before = list(new), by_identity(tuple(old))
        for number, row in enumerate(rows):
            if inside and row.identity in before:
                was = before[row.identity]
                rows[number], more = self.table(was, row, (*path, was))
                found += more
        for number, row in enumerate(old):
            if (type(row), row.identity) not in self.present:
                found.append(Difference((*path, row), row, None))
                previous = {one.identity for one in old[:number]}
                places = [at for at, one in enumerate(rows) if one.identity in previous]
                rows.insert(places[-1] + 1 if places else 0, self.left_of(row))
        return tuple(rows), found

    def left_of(self, row: Table) -> Table:
        """Return a row without the rows in it that stand elsewhere now."""
        kept: dict[str, Any] = {}
        for one in fields(type(row)):
            value = getattr(row, one.name)
            if value and is_list(value):
                kept[one.name] = tuple(each for each in value if (type(each), each.identity) not in self.present)
        return replace(row, **kept)


def _missing_lines(before: Table, after: Table, path: Path) -> tuple[dict[str, Any], list[Difference]]:
    kept: dict[str, Any] = {}
    found: list[Difference] = []
    for names in _LINES.get(type(before), ()):
        gone = [name for name in names if _printed(name, getattr(before, name))]
        if gone and not any(_printed(name, getattr(after, name)) for name in names):
            kept |= {name: getattr(before, name) for name in names}
            found += [Difference((*path, name), getattr(before, name), None) for name in gone]
    return kept, found


def _printed(name: str, value: Any) -> bool:
    """Say whether a value shows on its line; of the forms of a meeting not every one does."""
    return value in word.MODES if name == "mode" else value not in (None, (), "")


def _rows(table: Table) -> Iterator[tuple[type[Table], object]]:
    for one in fields(type(table)):
        value = getattr(table, one.name)
        for row in value if is_list(value) else ():
            yield type(row), row.identity
            yield from _rows(row)
