"""The piece of a text that shows a hit, and where in it the hits are."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from unicodedata import normalize

from scm_cli.query.search.keys import key, key_of, one_line, owners
from scm_cli.query.search.terms import Term

WIDTH: Final = 140
"""How many characters of a text are shown, give or take a word."""
BEFORE: Final = 40
"""How many of them stand before the hit, where there are more."""
LONG: Final = 40
"""A word longer than this, such as an address, is cut."""
GAP: Final = " … "

Range = tuple[int, int]


class Snippet(NamedTuple):
    """A piece of text.

    Args:
        text: on one line.
        ranges: first character of each hit and the one after it, in order, none touching another.
    """

    text: str
    ranges: tuple[Range, ...]


def snippet(text: str, terms: Sequence[Term], width: int = WIDTH) -> Snippet:
    """Return the pieces of a text that show every term, each around its best hit, with all hits in them marked.

    Args:
        text: as it was written.
        terms: what was found in it; the first decides which piece is the longest.
        width: how many characters that one has.
    """
    shown = normalize("NFC", one_line(text))
    found = [hits for hits in (ranges(shown, term) for term in terms) if hits]
    windows: list[Range] = []
    for hits in found:
        if not any(_within(hit, window) for hit in hits for window in windows):
            windows.append(_window(shown, hits[0], width // 2 if windows else width))
    windows = united(windows) or [_window(shown, (0, 0), width)]
    marked = united(hit for hits in found for hit in hits)
    cut = together(_piece(shown, window, marked) for window in windows)
    lead, trail = "… " if windows[0][0] else "", " …" if windows[-1][1] < len(shown) else ""
    return Snippet(f"{lead}{cut.text}{trail}", tuple((low + len(lead), high + len(lead)) for low, high in cut.ranges))


def uncut(texts: Iterable[str], width: int = WIDTH) -> str | None:
    """Return what the snippets of some texts are together if none of them is cut; None where one is."""
    shown = [normalize("NFC", one_line(text)) for text in texts]
    return GAP.join(shown) if all(len(text) <= width for text in shown) else None


def _within(hit: Range, window: Range) -> bool:
    return window[0] <= hit[0] and hit[1] <= window[1]


def _piece(text: str, window: Range, marked: Iterable[Range]) -> Snippet:
    """Return a window of a text with what is marked in it."""
    start, end = window
    inside = ((max(low, start) - start, min(high, end) - start) for low, high in marked if low < end and high > start)
    return Snippet(text[start:end], tuple(inside))


def together(pieces: Iterable[Snippet]) -> Snippet:
    """Return several pieces as one, an ellipsis between them."""
    text, found = "", []
    for piece in pieces:
        text += GAP if text else ""
        found += [(low + len(text), high + len(text)) for low, high in piece.ranges]
        text += piece.text
    return Snippet(text, tuple(found))


def ranges(text: str, term: Term) -> list[Range]:
    """Return where a term stands in a text, best hits first.

    A letter of which the key has several (`ß` is `ss`) belongs to a hit as a whole.
    """
    found: dict[Range, int] = {}
    for spell in term.spellings:
        owner = None
        for start, end, fit in term.hits(key(text, spell=spell), spell=spell):
            owner = owner or owners(text, spell=spell)
            hit = owner(start), _behind(text, owner(end - 1))
            found[hit] = max(found.get(hit, 0), fit)
    return sorted(found, key=lambda hit: (-found[hit], hit))


def _behind(text: str, last: int) -> int:
    """Return the place behind a letter and the marks and joiners that belong to it."""
    end = last + 1
    while end < len(text) and not key_of(text[end], spell=False):
        end += 1
    return end


def united(found: Iterable[Range]) -> list[Range]:
    """Return ranges in order, those that touch as one."""
    made: list[Range] = []
    for low, high in sorted(found):
        if made and low <= made[-1][1]:
            made[-1] = made[-1][0], max(high, made[-1][1])
        else:
            made.append((low, high))
    return made


def _window(text: str, hit: Range, width: int) -> Range:
    """Return what is shown of a text: the hit and about as many whole words around it as fit."""
    if len(text) <= width:
        return 0, len(text)
    end = min(max(hit[0] - BEFORE, 0) + width, len(text))
    start = min(max(hit[0] - BEFORE, 0), max(end - width, 0))
    first, last = text.rfind(" ", 0, start + 1) + 1, text.find(" ", max(end - 1, hit[1]))
    start = first if start - first <= LONG else start
    end = max(end, hit[1])
    last = len(text) if last < 0 else last
    return start, last if last - end <= LONG else end
