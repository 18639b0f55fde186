"""The three-way merge of lines, for what the model does not know: comments, order and layout."""

from collections.abc import Iterator
from difflib import SequenceMatcher


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
    mine = SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks()
    yours = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    m = y = 0
    while m < len(mine) and y < len(yours):
        one, other = mine[m], yours[y]
        start = max(one.a, other.a)
        end = min(one.a + one.size, other.a + other.size)
        if start < end:
            yield (start, one.b + start - one.a, other.b + start - other.a), end - start
        if one.a + one.size < other.a + other.size:
            m += 1
        else:
            y += 1
    yield (len(base), len(ours), len(theirs)), 0
