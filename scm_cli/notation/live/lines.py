"""One line as it was typed: an optional time, a word in German or English, and the rest."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from scm_cli.dates import read_clock
from scm_cli.errors import UsageFault
from scm_cli.locale import live_words as words
from scm_cli.model import text

_ALONE: Final = frozenset(["start", "pause", "resume", "end", "undo", "who", "help", "quit"])
"""Verbs that stand alone; followed by more they begin an ordinary sentence."""


@dataclass(frozen=True)
class Line:
    """A line as it was typed.

    Args:
        typed: all of it, on one line and without control characters.
        verb: what its first word asks for; empty where it is none of the words.
        word: this first word.
        rest: what stands behind the word.
        at: the time it begins with.
    """

    typed: str
    verb: str = ""
    word: str = ""
    rest: str = ""
    at: time | None = None


def read_line(typed: str) -> Line:
    """Return what a line asks for; any text is a line."""
    whole = text.visible(text.line(typed.replace("\t", " ")))
    at, rest = _timed(whole)
    word, behind = (*rest.split(None, 1), "", "")[:2]
    verb = _verb(word)
    if not verb or (behind and verb in _ALONE):
        return Line(whole)
    return Line(whole, verb, word, behind, at)


def _verb(word: str) -> str:
    plain = word.casefold().removesuffix(":")
    return next((verb for verb, known in words.VERBS.items() if plain in known), "")


def _timed(whole: str) -> tuple[time | None, str]:
    """Return the time a line begins with, and what follows it."""
    oclock = "|".join(words.OCLOCK)
    found = re.match(rf"([0-9]{{1,2}}[:.][0-9]{{2}})(?:\s?(?:{oclock}))?:?\s+(?=\S)", whole, re.IGNORECASE)
    if found is None:
        return None, whole
    try:
        return read_clock(found[1]), whole[found.end() :]
    except UsageFault:
        return None, whole
