"""The three-way merge of lines, for what the model does not know: comments, order and layout."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from scm_cli.model.merge_order import rising

_THOROUGH: Final = 250_000
"""Up to so many pairs of lines are compared with each other; beyond, lines that occur once lead."""

Block = tuple[int, int, int]
"""A stretch that two texts have in common: where it begins in one and in the other, and its length."""


def merged_lines(base: list[str], ours: list[str], theirs: list[str], *, theirs_first: bool = False) -> list[str]:
    """Return our lines with the changes of theirs; where both added lines, both stand, else ours.

    Args:
        base: the lines before.
        ours: our lines.
        theirs: their lines.
        theirs_first: put their lines before ours where both added some.
    """
    made: list[str] = []
    at = (0, 0, 0)
    for start, length in _common(base, ours, theirs):
        before, here, there = (side[a:b] for side, a, b in zip((base, ours, theirs), at, start, strict=True))
        made += _chunk(before, here, there, theirs_first=theirs_first)
        made += ours[start[1] : start[1] + length]
        at = (start[0] + length, start[1] + length, start[2] + length)
    return made


def _chunk(before: list[str], here: list[str], there: list[str], *, theirs_first: bool) -> list[str]:
    """Return the lines between two places where all three are the same."""
    if there in (here, before):
        return here
    if here == before:
        return there
    if before:
        return here
    return there + here if theirs_first else here + there


def _common(base: list[str], ours: list[str], theirs: list[str]) -> Iterator[tuple[tuple[int, int, int], int]]:
    """Yield where stretches begin that all three have, and how long they are; last an empty one at the ends."""
    mine = matching_blocks(base, ours)
    yours = matching_blocks(base, theirs)
    m = y = 0
    while m < len(mine) and y < len(yours):
        (a, b, size), (c, d, length) = mine[m], yours[y]
        start = max(a, c)
        end = min(a + size, c + length)
        if start < end:
            yield (start, b + start - a, d + start - c), end - start
        if a + size < c + length:
            m += 1
        else:
            y += 1
    yield (len(base), len(ours), len(theirs)), 0


def matching_blocks(one: list[str], other: list[str]) -> list[Block]:
    """Return the stretches that two texts have in common, in order.

    Long texts are cut at the lines that both have once (Bram Cohen's patience diff), so that the time
    grows with the length and not with its square.
    """
    found: list[Block] = []
    open_ = [(0, len(one), 0, len(other))]
    while open_:
        a, b, c, d = open_.pop()
        while a < b and c < d and one[a] == other[c]:
            found.append((a, c, 1))
            a, c = a + 1, c + 1
        while a < b and c < d and one[b - 1] == other[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d, 1))
        if (b - a) * (d - c) <= _THOROUGH:
            blocks = SequenceMatcher(None, one[a:b], other[c:d], autojunk=False).get_matching_blocks()
            found += [(a + block.a, c + block.b, block.size) for block in blocks if block.size]
        else:
            open_ += _between(_anchors(one[a:b], other[c:d]), (a, b, c, d))
    return sorted(found)


def _between(anchors: list[tuple[int, int]], area: tuple[int, int, int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the parts of an area from one anchor to the next; each begins with its anchor."""
    a, b, c, d = area
    if not anchors:
        return  # nothing leads through: the area counts as rewritten
    starts = [(a, c), *((a + x, c + y) for x, y in anchors)]
    for (x, y), (x_end, y_end) in zip(starts, [*starts[1:], (b, d)], strict=True):
        yield x, x_end, y, y_end


def _anchors(one: list[str], other: list[str]) -> list[tuple[int, int]]:
    """Return the places of lines that both texts have exactly once: the most that stand in one order."""
    counts, others = Counter(one), Counter(other)
    places = {line: n for n, line in enumerate(other) if others[line] == 1}
    pairs = [(n, places[line]) for n, line in enumerate(one) if counts[line] == 1 and line in places]
    return [pairs[n] for n in rising([place for _, place in pairs])]
