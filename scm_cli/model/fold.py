"""Comparing text the way people do: case and accents ignored, umlauts in both spellings."""

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS: Final = {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
_SPELLED: Final = {"ä": "ae", "ö": "oe", "ü": "ue"}
_ASCII: Final = bytes(range(128))
_VOWELS: Final = "aou"
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060"
"""Soft hyphens and joiners stand inside words unseen: nobody types them."""


def fold(text: str) -> str:
    """Return the text without case and accents: `Chóśebuz` gives `chosebuz`, `Straße` gives `strasse`."""
    return text.lower() if text.isascii() else _each(text, _folded)


def spelled(text: str) -> str:
    """Return the folded text with umlauts written out: `Müller` gives `mueller`."""
    return text.lower() if text.isascii() else _each(unicodedata.normalize("NFC", text), _written_out)


def _each(text: str, key: Callable[[str], str]) -> str:
    """Return a text with the key of each letter in its place.

    A text has few different letters beyond ASCII: each of them is replaced at once, which on a page of German takes
    a tenth of the time in which the whole is folded.
    """
    made = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")  # ASCII letters alone
    for letter in beyond_ascii(text):
        made = made.replace(letter, key(letter))
    return made


def beyond_ascii(text: str) -> set[str]:
    """Return the different letters of a text that are not ASCII."""
    return set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


@cache
def _folded(letter: str) -> str:
    """Return what one letter is in a folded text: several for `ß`, none for a mark."""
    plain = unicodedata.normalize("NFKD", "".join(_LETTERS.get(one, one) for one in letter.casefold()))
    return "".join(one for one in plain if not unicodedata.combining(one))


@cache
def _written_out(letter: str) -> str:
    return "".join(_SPELLED.get(one) or _folded(one) for one in letter.casefold())


def contains(text: str, part: str) -> bool:
    """Say whether a text holds a part, in any spelling: `mueller`, `muller` and `Müller` are in `Müller`."""
    return fold(part) in fold(text) or spelled(part) in spelled(text)


def same(text: str, other: str) -> bool:
    """Say whether two texts are the same in any spelling."""
    return bool({fold(text), spelled(text)} & {fold(other), spelled(other)})


def seen(text: str, *, spell: bool = False) -> str:
    """Return the text folded, perhaps with umlauts written out, without what stands inside words unseen."""
    if text.isascii():
        return text.lower()
    return _each(unicodedata.normalize("NFC", text), _seen_written_out) if spell else _each(text, _seen)


def coarse(text: str) -> str:
    """Return a key of a text for finding fast what may hold a part; `contains` decides.

    Both spellings of an umlaut are one, and what stands inside words unseen is left out: whatever part a text
    contains, its key contains the part's `coarse_part`.
    """
    key = seen(text)
    for vowel in _VOWELS:
        while f"{vowel}e" in key:
            key = key.replace(f"{vowel}e", vowel)
    return key


@cache
def _seen(letter: str) -> str:
    return "" if letter in _UNSEEN else _folded(letter)


@cache
def _seen_written_out(letter: str) -> str:
    return "" if letter in _UNSEEN else _written_out(letter)


def coarse_part(part: str) -> str:
    """Return what the key of every text holds that contains a part; empty where any text may."""
    return coarse(part).lstrip("e")


def coarse_words(part: str) -> list[str]:
    """Return what the key of every text holds that contains a part, however the part is broken into lines."""
    return [key for word in fold(part).split() if (key := coarse_part(word))]
