"""TOP numbers: pinned ones stand, the others follow from order and level."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count, takewhile
from string import ascii_lowercase

from scm_cli.model.agenda import Item

_LETTERS = frozenset(ascii_lowercase)


def tops(agenda: Iterable[Item]) -> Mapping[str, str]:
    """Return each item's TOP by its id; a break has an empty one.

    A number pinned by the invitation stands as it is, wherever the item was moved to. A late item that is
    not pinned gets a letter where the next number stands further down (`3a` between `3` and `4`), at the end
    the number after the highest one. No TOP is given twice.
    """
    items = list(agenda)
    counted = [item for item in items if not item.is_break]
    if all(item.top for item in counted):  # as on every agenda that was sent out
        return {item.id: "" if item.is_break else item.top or "" for item in items}
    numbers = {item.id: "" for item in items}
    taken = {item.top for item in counted if item.top}
    main, sub = _Count("", taken), _Count("1.", taken)
    for place, item in enumerate(counted):
        following = counted[place + 1 :] if taken else []
        if item.level == 1:
            numbers[item.id] = main.next(item.top, [one for one in following if one.level == 1])
            sub = _Count(_below(numbers[item.id]), taken)
        else:
            numbers[item.id] = sub.next(item.top, takewhile(lambda one: one.level == 2, following))
    return numbers


def pinned(agenda: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items with the numbers they have now pinned; a break has none."""
    items = tuple(agenda)
    numbers = tops(items)
    return tuple(replace(item, top=numbers[item.id] or None) for item in items)


def _below(top: str) -> str:
    """Return what the numbers of an item's sub-items begin with.

    A TOP has two parts at most: below `2.1`, which stood under another item once, come `2.1a` and `2.1b`.
    """
    return top if "." in top else f"{top}."


@dataclass
class _Count:
    """Counting on one level under one item.

    Args:
        prefix: what each number begins with.
        taken: all numbers given so far, and those pinned anywhere.
        last: the number given last.
        given: the highest one given.
    """

    prefix: str
    taken: set[str]
    last: int = field(default=0, init=False)
    given: int = field(default=0, init=False)

    def next(self, top: str | None, following: Iterable[Item]) -> str:
        """Return the number of the next item: its pinned one, else a new one, which is taken from now on."""
        number = top or self._new({item.top for item in following if item.top})
        self.taken.add(number)
        self.last = self._number(number) or self.last
        self.given = max(self.given, self.last)
        return number

    def _new(self, later: set[str]) -> str:
        letters_only = bool(self.prefix) and not self.prefix.endswith(".")
        stem = self.prefix if letters_only else f"{self.prefix}{self.last}"
        if letters_only or (self.last and f"{self.prefix}{self.last + 1}" in self.taken and later):
            for letter in ascii_lowercase:
                if (late := f"{stem}{letter}") not in self.taken:
                    return late
        after = self.last if later else max(self.given, self._pinned)
        return next(free for n in count(after + 1) if (free := f"{self.prefix}{n}") not in self.taken)

    @cached_property
    def _pinned(self) -> int:
        """The highest number of this level that is taken when one is first asked for."""
        return max(map(self._number, self.taken), default=0)

    def _number(self, top: str) -> int:
        """Return the number part of a TOP of this level, 0 for that of another one."""
        number = top.removeprefix(self.prefix) if top.startswith(self.prefix) else ""
        digits = number[:-1] if number[-1:] in _LETTERS else number
        return int(digits) if digits.isascii() and digits.isdigit() else 0
