"""Comparing text the way people do: case and accents ignored, umlauts in both spellings."""

import re
import unicodedata
from typing import Final

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS: Final = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
_UNDECOMPOSED: Final = "łđðøæœþı"
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_AFTER_VOWEL: Final = re.compile(r"(?<=[aou])e+")
_SPELLED: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def fold(text: str) -> str:
    """Return the text without case and accents: `Chóśebuz` gives `chosebuz`, `Straße` gives `strasse`."""
    if text.isascii():
        return text.lower()
    plain = text.casefold()
    if any(letter in plain for letter in _UNDECOMPOSED):
        plain = plain.translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain)
    for mark in set(_BEYOND_ASCII.findall(plain)):
        if unicodedata.combining(mark):
            plain = plain.replace(mark, "")
    return plain


def spelled(text: str) -> str:
    """Return the folded text with umlauts written out: `Müller` gives `mueller`."""
    if text.isascii():
        return text.lower()
    return fold(unicodedata.normalize("NFC", text.casefold()).translate(_SPELLED))


def contains(text: str, part: str) -> bool:
    """Say whether a text holds a part, in any spelling: `mueller`, `muller` and `Müller` are in `Müller`."""
    wanted = fold(part)
    return wanted in fold(text) or wanted in spelled(text) or spelled(part) in fold(text)


def same(text: str, other: str) -> bool:
    """Say whether two texts are the same in any spelling."""
    return bool({fold(text), spelled(text)} & {fold(other), spelled(other)})


def coarse(text: str) -> str:
    """Return a key of a text for finding fast what may hold a part; `contains` decides.

    Both spellings of an umlaut are one: whatever part a text contains, its key contains the part's `coarse_part`.
    """
    return _AFTER_VOWEL.sub("", fold(text))


def coarse_part(part: str) -> str:
    """Return what the key of every text holds that contains a part; empty where any text may."""
    return coarse(part).lstrip("e")
