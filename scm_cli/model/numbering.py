"""TOP numbers: pinned ones stand, the others follow from order and level."""

import re
from collections.abc import Iterable, Mapping

from scm_cli.model.agenda import Item


def tops(agenda: Iterable[Item]) -> Mapping[str, str]:
    """Return each item's TOP by its id; a break has an empty one.

    A number pinned by the invitation stands as it is, and counting goes on from its number part: after
    `3` and a late `3a` comes `4`.
    """
    numbers: dict[str, str] = {}
    main, parent, sub = 0, "", 0
    for item in agenda:
        if item.is_break:
            numbers[item.id] = ""
        elif item.level == 1:
            main, top = _next(main, item.top)
            parent, sub = top, 0
            numbers[item.id] = top
        else:
            own = item.top.rpartition(".")[2] if item.top else None
            sub, last = _next(sub, own)
            numbers[item.id] = item.top or f"{parent}.{last}"
    return numbers


def _next(count: int, pinned: str | None) -> tuple[int, str]:
    """Return the count after an item and the item's number."""
    if pinned:
        digits = re.match(r"\d+", pinned)
        return max(count, int(digits[0]) if digits else count), pinned
    return count + 1, str(count + 1)
