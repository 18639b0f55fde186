"""In what two states of a table differ, field by field, rows matched by what tells them apart."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from scm_cli.model.table import Table

T = TypeVar("T", bound=Table)


@dataclass(frozen=True)
class Difference:
    """One field, or one row of a list, that is not as it was.

    Args:
        path: from the outside in: names of fields, and the rows that lie between.
        before: the value before; None where there was none.
        after: the value now; None where there is none.
    """

    path: tuple[str | Table, ...]
    before: Any
    after: Any


def differences(before: Table, after: Table, path: tuple[str | Table, ...] = ()) -> Iterator[Difference]:
    """Yield every field in which two states of one table differ; rows with an identity are looked into."""
    for one in fields(type(before)):
        old, new = getattr(before, one.name), getattr(after, one.name)
        here = (*path, one.name)
        if old == new:
            continue
        if not (is_list(old) and is_list(new)):
            yield Difference(here, old, new)
            continue
        rows, changed = by_identity(old), by_identity(new)
        for identity, row in rows.items():
            if identity not in changed:
                yield Difference((*here, row), row, None)
        for identity, row in changed.items():
            if identity not in rows:
                yield Difference((*here, row), None, row)
            else:
                yield from differences(rows[identity], row, (*here, row))
        if [key for key in rows if key in changed] != [key for key in changed if key in rows]:
            yield Difference(here, old, new)


def is_list(value: Any) -> bool:
    """Say whether a value is a list of rows that each have an identity; an empty one may be."""
    return isinstance(value, tuple) and all(isinstance(row, Table) and row.identity is not None for row in value)


def by_identity(rows: tuple[Table, ...]) -> dict[object, Table]:
    """Return rows by what tells them apart."""
    return {row.identity: row for row in rows}


def without_deletions(before: T, after: T) -> tuple[T, list[Difference]]:
    """Return the later state with everything that was taken away put back, and what that is.

    A row that stands in another list now was moved, not taken away.
    """
    return _restored(before, after, (), frozenset(_rows(after)))


def _rows(table: Table) -> Iterator[tuple[type[Table], object]]:
    for one in fields(type(table)):
        value = getattr(table, one.name)
        for row in value if is_list(value) else ():
            yield type(row), row.identity
            yield from _rows(row)


def _restored(
    before: T, after: T, path: tuple[str | Table, ...], present: frozenset[tuple[type[Table], object]]
) -> tuple[T, list[Difference]]:
    kept: dict[str, Any] = {}
    found: list[Difference] = []
    for one in fields(type(before)):
        old, new, here = getattr(before, one.name), getattr(after, one.name), (*path, one.name)
        if old == new:
            continue
        if old and is_list(old) and is_list(new):
            kept[one.name], more = _restored_rows(old, new, here, present)
            found += more
        elif old not in (None, ()) and new in (None, ()):
            kept[one.name] = old
            found.append(Difference(here, old, None))
    return replace(after, **kept), found


def _restored_rows(
    old: tuple[Table, ...],
    new: tuple[Table, ...],
    path: tuple[str | Table, ...],
    present: frozenset[tuple[type[Table], object]],
) -> tuple[tuple[Table, ...], list[Difference]]:
    """Return the rows with those that are gone put back behind the row they followed."""
    found: list[Difference] = []
    rows, before = list(new), by_identity(old)
    for number, row in enumerate(rows):
        if row.identity in before:
            was = before[row.identity]
            rows[number], more = _restored(was, row, (*path, was), present)
            found += more
    for number, row in enumerate(old):
        if (type(row), row.identity) not in present:
            found.append(Difference((*path, row), row, None))
            previous = {one.identity for one in old[:number]}
            places = [at for at, one in enumerate(rows) if one.identity in previous]
            rows.insert(places[-1] + 1 if places else 0, row)
    return tuple(rows), found
