"""Comparing text the way people do: case and accents ignored, umlauts in both spellings."""

import unicodedata
from typing import Final

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS: Final = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
_SPELLED: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def fold(text: str) -> str:
    """Return the text without case and accents: `Chóśebuz` gives `chosebuz`, `Straße` gives `strasse`."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


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
