"""Typed text made comparable, and words found in the tables of the locale."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from scm_cli.model.fold import fold, spelled
from scm_cli.model.text import visible

Key = TypeVar("Key")

# Nothing that is understood is longer; it bounds the work on text that was pasted by mistake.
LONGEST: Final = 80

# Parts of patterns: a day, month, quarter or week; a year as it is typed; a word.
NUMBER: Final = "[0-9]{1,2}"
LONG_YEAR: Final = "[0-9]{4}"
YEAR: Final = "[0-9]{4}|[0-9]{2}"
WORD: Final = r"[^\W\d_]+"


def plain(text: str) -> str:
    """Return typed text in NFC, without case, outer blanks and doubled blanks."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def shown(text: str) -> str:
    """Return typed text as an error names it: on one line, short, nothing hidden."""
    line = visible(" ".join(text[: 2 * LONGEST].split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def find(word: str, table: Mapping[Key, Iterable[str]]) -> Key | None:
    """Return what a word means in a table of the locale, None if it is not there.

    Umlauts may be spelled out or left away: `märz`, `maerz` and `marz` are one word.
    """
    wanted = fold(word)
    for key, known in table.items():
        if any(wanted in {fold(one), spelled(one)} for one in known):
            return key
    return None


def one_of(words: Iterable[str]) -> str:
    """Return a pattern that matches one of the words."""
    return "(?:" + "|".join(map(re.escape, words)) + ")"
