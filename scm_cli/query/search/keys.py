"""Texts as a search compares them, and the way back from there to what was written."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from itertools import accumulate

from scm_cli.model.fold import beyond_ascii, seen


def plain_key(text: str) -> str:
    """Return a text folded, each run of white space as one blank: `Straße in  Köln` gives `strasse in koln`."""
    return one_line(seen(text))


def spelled_key(text: str) -> str:
    """Return the same with umlauts written out: `strasse in koeln`."""
    return one_line(seen(text, spell=True))


def one_line(text: str) -> str:
    """Return a text with each run of white space as one blank, none at its ends."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(text.split())


def key(text: str, *, spell: bool) -> str:
    """Return the key of a text: the one with umlauts written out, or the plain one."""
    return spelled_key(text) if spell else plain_key(text)


def owners(text: str, *, spell: bool) -> Callable[[int], int]:
    """Return what says of a character of a text's key, by its place, which character of the text it came from.

    Args:
        text: in the normal form NFC.
        spell: for the key with umlauts written out.
    """
    many = {letter: _letters(key_of(letter, spell=spell)) for letter in beyond_ascii(text)}
    if one_line(text) != text or not all(many.values()):
        return _each_owner(text, spell=spell).__getitem__
    wide = [letter for letter, count in many.items() if count > 1]
    places = sorted(found.start() for letter in wide for found in re.finditer(letter, text))
    widths = accumulate((many[text[place]] - 1 for place in places), initial=0)
    starts = [place + before for place, before in zip(places, widths, strict=False)]

    def owner(at: int) -> int:
        number = bisect_right(starts, at) - 1
        if number < 0:
            return at
        behind = at - starts[number] - many[text[places[number]]]
        return places[number] + max(behind + 1, 0)

    return owner


def _each_owner(text: str, *, spell: bool) -> list[int]:
    """Return the same for every character, for texts in which blanks come together or letters vanish."""
    found: list[int] = []
    after_blank = True
    for place, letter in enumerate(text):
        for made in key_of(letter, spell=spell):
            blank = made.isspace()
            if not (blank and after_blank):
                found.append(place)
            after_blank = blank
    if found and after_blank:
        found.pop()
    return found


def _letters(made: str) -> int:
    """Return how many letters the key of a letter has; 0 where it is nothing or has a blank."""
    return 0 if " " in made else len(made)


@cache
def key_of(letter: str, *, spell: bool) -> str:
    """Return what one letter is in a key: several for `ß`, none for a mark, a blank for any white space."""
    return seen(letter, spell=spell)
