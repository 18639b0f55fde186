"""In what two states of a table differ, field by field, rows matched by what tells them apart."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from scm_cli.model.table import Table


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
