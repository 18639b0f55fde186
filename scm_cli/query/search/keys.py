"""Texts as a search compares them, and the way back from there to what was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, Protocol

from scm_cli.model.fold import fold, spelled

# Soft hyphens and joiners stand inside words unseen: nobody types them.
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060"


def plain_key(text: str) -> str:
    """Return a text folded, each run of white space as one blank: `Straße in  Köln` gives `strasse in koln`."""
    return " ".join(unseen_left_out(fold(text)).split())


def spelled_key(text: str) -> str:
    """Return the same with umlauts written out: `strasse in koeln`."""
    return " ".join(unseen_left_out(spelled(text)).split())


def unseen_left_out(text: str) -> str:
    """Return a text without what stands inside words unseen."""
    if not text.isascii():
        for sign in _UNSEEN:
            text = text.replace(sign, "")
    return text


def one_line(text: str) -> str:
    """Return a text with each run of white space as one blank, none at its ends."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(text.split())


class Keys(Protocol):
    """Something with a key in each spelling."""

    @property
    def plain(self) -> str:
        """What is folded."""

    @property
    def spelled(self) -> str:
        """The same with umlauts written out."""


@dataclass(frozen=True)
class Keyed:
    """A text with its keys.

    Args:
        text: as it was written.
    """

    text: str

    @cached_property
    def plain(self) -> str:
        """The folded text."""
        return plain_key(self.text)

    @cached_property
    def spelled(self) -> str:
        """The folded text with umlauts written out."""
        return self.plain if self.text.isascii() else spelled_key(self.text)


def owners(text: str, *, spell: bool) -> Sequence[int]:
    """Return for every character of a text's key which character of the text it came from.

    Args:
        text: in the normal form NFC.
        spell: for the key with umlauts written out.
    """
    if one_line(text) == text and all(_is_one(letter, spell=spell) for letter in set(text) if letter > "\x7f"):
        return range(len(text))
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


def _is_one(letter: str, *, spell: bool) -> bool:
    """Say whether a letter is a letter in a key."""
    key = key_of(letter, spell=spell)
    return len(key) == 1 and not key.isspace()


@cache
def key_of(letter: str, *, spell: bool) -> str:
    """Return what one letter is in a key: several for `ß`, none for a mark, a blank for any white space."""
    return unseen_left_out(spelled(letter) if spell else fold(letter))
