"""Finds where the text of a link ends, as markdown-it does, but looks at each bracket once.

markdown-it looks again for every bracket, up to the nesting allowed: 50,000 opening ones take it half a minute.
"""

from markdown_it.rules_inline import StateInline

_NONE = -1


def label_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803 — its names
    """Return the position of the bracket that closes the one at a position; -1 where none does.

    What is found for the brackets in between is kept beside what markdown-it keeps for the state, under negative keys.
    An end is good for every part of the text that holds it. Without one there is none for the brackets around it
    either: they would have to be closed behind it.

    Args:
        state: the text, read up to somewhere; stays there.
        start: where the opening bracket is.
        disableNested: a link in between makes it none.
    """
    ends, before = state.cache, state.pos
    if _key(start, disableNested) not in ends:
        _look(state, start, disableNested)
        state.pos = before
    end = ends[_key(start, disableNested)]
    return end if end < state.posMax else _NONE


def _look(state: StateInline, start: int, unlinked: bool) -> None:
    """Note the ends of a bracket and of those in it."""
    ends, still_open = state.cache, [start]
    state.pos = start + 1
    while state.pos < state.posMax:
        here = state.pos
        mark = state.src[here]
        if mark == "]":
            ends[_key(still_open.pop(), unlinked)] = here
            if not still_open:
                return
        state.md.inline.skipToken(state)
        if mark != "[":
            continue
        if state.pos > here + 1:
            if unlinked:
                break
            continue
        end = ends.get(_key(here, unlinked))
        if end is None:
            still_open.append(here)
        elif _NONE < end < state.posMax:
            state.pos = end + 1
        else:
            break
    ends.update((_key(position, unlinked), _NONE) for position in still_open)


def _key(position: int, unlinked: bool) -> int:
    """Return a key that is no position, of its own for each way to look."""
    return -2 * position - (1 if unlinked else 2)
