"""TOP numbers: pinned ones stand, the others follow from order and level."""

import re
from collections.abc import Iterable, Mapping
from string import ascii_lowercase

from scm_cli.model.agenda import Item


def tops(agenda: Iterable[Item]) -> Mapping[str, str]:
    """Return each item's TOP by its id; a break has an empty one.

    A number pinned by the invitation stands as it is, and counting goes on from its number part: after
    `3` and a late `3a` comes `4`. A late item that is not pinned gets a letter where the next number is
    pinned further down, so that no TOP is given twice.
    """
    items = list(agenda)
    taken = {item.top for item in items if item.top}
    numbers: dict[str, str] = {}
    main, parent, sub = 0, "", 0
    for item in items:
        if item.is_break:
            numbers[item.id] = ""
            continue
        if item.level == 1:
            main, parent = _next(main, item.top, "", taken)
            sub = 0
            numbers[item.id] = parent
        else:
            sub, numbers[item.id] = _next(sub, item.top, f"{parent}.", taken)
        taken.add(numbers[item.id])
    return numbers


def _next(count: int, pinned: str | None, prefix: str, taken: set[str]) -> tuple[int, str]:
    """Return the count after an item and the item's number."""
    if pinned:
        digits = re.match("[0-9]+", pinned.rpartition(".")[2] if prefix else pinned)
        return max(count, int(digits[0]) if digits else count), pinned
    letters = ascii_lowercase if count and f"{prefix}{count + 1}" in taken else ""
    for letter in letters:
        if (late := f"{prefix}{count}{letter}") not in taken:
            return count, late
    count += 1
    while f"{prefix}{count}" in taken:
        count += 1
    return count, f"{prefix}{count}"
