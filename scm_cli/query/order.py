"""Sort orders of lists: newest first, names by the alphabet, absent values last."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from scm_cli.model.fold import fold
from scm_cli.query.fields import Noun, chosen
from scm_cli.query.rows import Row


class Order(NamedTuple):
    """How a list is sorted and cut off.

    Args:
        sort: field names separated by commas; the noun's own order (newest first) decides between equals.
        reverse: the other way round.
        limit: how many at most; None for all.
    """

    sort: str = ""
    reverse: bool = False
    limit: int | None = None


_NEWEST_FIRST: Final = Order()
DAILY: Final = ("date", "session")
"""The order of a noun whose rows can be sorted day by day."""


def ordered(rows: Sequence[Row], noun: Noun, order: Order = _NEWEST_FIRST) -> list[Row]:
    """Return rows sorted and cut off.

    Args:
        rows: in the archive's own order, which decides between equals.
        noun: whose rows they are.
        order: how.

    Raises:
        UsageFault: a field is unknown.
    """
    sort, reverse, limit = order
    typed = chosen(noun, sort) if sort else ()
    made = list(rows)
    for name in reversed(noun.order):
        newest_first = name in ("date", "number", "score")
        made = _sorted(made, name, reverse=newest_first != (reverse and not typed))
    for name in reversed(typed):
        made = _sorted(made, name, reverse=reverse)
    return made if limit is None else made[:limit]


def _sorted(rows: list[Row], name: str, *, reverse: bool) -> list[Row]:
    known = [row for row in rows if row.values[name] not in (None, [])]
    unknown = [row for row in rows if row.values[name] in (None, [])]
    known.sort(key=lambda row: _key(row.values[name]), reverse=reverse)
    return known + unknown


def _key(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    return [fold(str(part)) for part in value] if isinstance(value, list) else value
