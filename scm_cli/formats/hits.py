"""Hits of a search for people: where, and below it the passage with what was found standing out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from scm_cli.model.text import visible
from scm_cli.query.rows import Row

Range = tuple[int, int]
INDENT = "    "


@dataclass(frozen=True)
class Look:
    """What a window can show.

    Args:
        width: how many cells it has.
        measure: how many cells a text takes.
        cut: shortens a text to a number of cells.
        mark: makes a text stand out.
        place: says where a hit is: `7:3  10.09.2024  `.
        internal: the word behind what is not for the public.
    """

    width: int
    measure: Callable[[str], int]
    cut: Callable[[str, int], str]
    mark: Callable[[str], str]
    place: Callable[[Row], str]
    internal: str


def hit_lines(row: Row, look: Look) -> Iterator[str]:
    """Yield the lines of a hit: a title in which it stands shows it, every other passage stands below it."""
    place, title = look.place(row), row.values["title"] or ""
    mark = f" ({look.internal})" if row.values["internal"] else ""
    room = max(look.width - look.measure(place) - look.measure(mark), 1)
    snippet, found = row.values["snippet"], [(one["start"], one["end"]) for one in row.values["ranges"]]
    if row.values["found_in"] == ["title"] and look.measure(snippet) <= room:
        yield f"{place}{marked(snippet, (0, len(snippet)), found, look.mark)}{mark}"
        return
    yield f"{place}{look.cut(visible(title), room)}".rstrip() + mark
    for line in wrapped(snippet, look.width - len(INDENT), look.measure):
        yield INDENT + marked(snippet, line, found, look.mark)


def wrapped(text: str, width: int, measure: Callable[[str], int]) -> Iterator[Range]:
    """Yield the lines of a text as pieces of it, broken at blanks; a word wider than a line has one of its own."""
    start = end = 0
    while end < len(text):
        blank = text.find(" ", end + 1)
        after = blank if blank >= 0 else len(text)
        if end > start and measure(text[start:after]) > width:
            yield start, end
            start = end + 1
        end = after
    if end > start:
        yield start, end


def marked(text: str, piece: Range, found: Sequence[Range], mark: Callable[[str], str]) -> str:
    """Return a piece of a text in which what was found stands out; control characters are shown, never sent."""
    at, end = piece
    shown = ""
    for start, stop in ((max(low, at), min(high, end)) for low, high in found if low < end and high > at):
        shown += visible(text[at:start]) + mark(visible(text[start:stop]))
        at = stop
    return shown + visible(text[at:end])
