"""The order of a list that two sides changed: a three-way merge of positions."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from scm_cli.model.sides import Sides


@dataclass(frozen=True)
class Order:
    """An order, and whether both sides moved the same thing to different places."""

    keys: tuple[Any, ...]
    clash: bool


def merged_order(
    sides: Sides,
    kept: Collection[Any],
    passes: Callable[[Any, Any], bool] = lambda _new, _passed: True,
) -> Order:
    """Return our order with the moves and additions of theirs put in.

    Where both sides added at one place, ours comes first. What both moved stays where ours put it.

    Args:
        sides: the three orders; no key is in one of them twice.
        kept: what the merged list holds.
        passes: whether their key may stand behind one of ours that follows the same neighbour.
    """
    common = set.intersection(set(kept), *map(set, sides))
    before, here, there = ([key for key in keys if key in common] for keys in sides)
    by_us, by_them = _moved(before, here), _moved(before, there)
    clash = here != there and bool(by_us & by_them)
    travelling = by_them - by_us if here != there else set()
    line = [key for key in sides.ours if key in kept and key not in travelling]
    placed = set(line)
    for n, key in enumerate(sides.theirs):
        if key in kept and key not in placed:
            line.insert(_place(line, n, sides.theirs, passes), key)
            placed.add(key)
    return Order(tuple(line), clash)


def _place(line: list[Any], n: int, theirs: Sequence[Any], passes: Callable[[Any, Any], bool]) -> int:
    """Return where their key number n goes: behind the nearest key before it, at the end if it is their last."""
    before = next((key for key in reversed(theirs[:n]) if key in line), None)
    at = line.index(before) + 1 if before is not None else 0
    last = not any(key in line for key in theirs[n + 1 :])
    end = at
    while end < len(line) and (last or line[end] not in theirs) and passes(theirs[n], line[end]):
        end += 1
    return end


def _moved(before: list[Any], after: list[Any]) -> set[Any]:
    """Return what was moved: the fewest keys without which both orders are the same."""
    place = {key: n for n, key in enumerate(before)}
    return set(after) - {after[n] for n in rising([place[key] for key in after])}


def rising(values: Sequence[int]) -> list[int]:
    """Return where the members of a longest rising subsequence of different numbers stand (patience sorting)."""
    ends: list[int] = []
    lasts: list[int] = []
    earlier: list[int] = []
    for n, value in enumerate(values):
        at = bisect_left(ends, value)
        earlier.append(lasts[at - 1] if at else -1)
        ends[at : at + 1] = [value]
        lasts[at : at + 1] = [n]
    chain: list[int] = []
    at = lasts[-1] if lasts else -1
    while at >= 0:
        chain.append(at)
        at = earlier[at]
    return chain[::-1]
