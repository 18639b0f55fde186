"""Where a key stands in a TOML text; only asked once something is wrong, so it may take its time."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from scm_cli.model.validity import Where

_HEADER = re.compile(r"\s*(\[\[?)(.+?)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=""")


def line_of(text: str, where: Where) -> int:
    """Return the line (from 1) in which a value stands, or the nearest one around it; 0 for the whole file.

    Args:
        text: a TOML document that parses.
        where: the way to the value: keys, and positions in lists from 0.
    """
    return lines_of(text, [where])[0]


def lines_of(text: str, wheres: Iterable[Where]) -> list[int]:
    """Return the line of each of many values as `line_of` does, in one pass over the text."""
    wanted = list(wheres)
    deepest = max(map(len, wanted), default=0)
    first: dict[Where, int] = {(): 0}
    for place, line in _places(text):
        for length in range(min(len(place), deepest), 0, -1):
            if place[:length] in first:
                break  # so are the ways to all that is around it
            first[place[:length]] = line
    return [next(first[where[:n]] for n in range(len(where), -1, -1) if where[:n] in first) for where in wanted]


def _places(text: str) -> Iterator[tuple[Where, int]]:
    """Yield the way to every header and key with its line; values in inline tables count as their key's."""
    here: Where = ()
    counts: dict[Where, int] = {}
    for number, line in logical_lines(text):
        if header := _HEADER.match(line):
            here = _enter(_steps(header[2]), counts, repeated=header[1] == "[[")
            yield here, number
        elif key := _KEY.match(line):
            yield (*here, *_steps(key[1])), number


def _enter(steps: list[str], counts: dict[Where, int], *, repeated: bool) -> Where:
    """Return where a header leads: names of lists of tables are followed by the position in them."""
    place: Where = ()
    for depth, step in enumerate(steps):
        place = (*place, step)
        if repeated and depth == len(steps) - 1:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def _steps(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.\s]+", dotted)]


def logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines outside multi-line strings and arrays, with their numbers."""
    inside = ""
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not inside and depth <= 0:
            yield number, line
        inside, depth, _ = _after(line, inside, max(depth, 0))
        if not inside and _HEADER.match(line):
            depth = 0


def comments(text: str) -> Iterator[str]:
    """Yield what all comments of a text say, wherever they stand, without their signs and the blanks around them."""
    inside = ""
    for line in text.split("\n"):
        inside, _, at = _after(line, inside, 0)
        if at is not None:
            yield line[at + 1 :].strip()


_TOKEN = re.compile(r"\"\"\"|'''|\"(?:\\.|[^\"\\])*\"|'[^']*'|#|\\.|[\[\]{}]|[^\"'#\\\[\]{}]+|.")

# In a string of several lines nothing but its end counts; up to two quotes may stand before that.
_CLOSING: Final = {'"""': re.compile(r'(?:\\.|[^\\])*?"{3,5}'), "'''": re.compile(r".*?'{3,5}")}


def _after(line: str, inside: str, depth: int) -> tuple[str, int, int | None]:
    """Return the open multi-line quote and the depth of brackets after a line, and where in it a comment begins."""
    at = 0
    while at < len(line):
        found = (_CLOSING[inside] if inside else _TOKEN).match(line, at)
        if found is None:
            return inside, depth, None
        at, token = found.end(), found[0]
        if inside:
            inside = ""
        elif token in _CLOSING:
            inside = token
        elif token == "#":
            return inside, depth, found.start()
        elif token in "[{":
            depth += 1
        elif token in "]}":
            depth -= 1
    return inside, depth, None
