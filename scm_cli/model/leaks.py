"""Finding in a text the words that must not stand there: whole words, in any spelling."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from scm_cli.model.fold import fold, spelled

SecretKind = Literal["name", "family-name", "alias", "email", "phone", "title", "wording", "attachment"]
_WORD: Final = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
_INVISIBLE: Final = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_LEAST_DIGITS: Final = 5
"""Shorter telephone numbers could be anything."""


@dataclass(frozen=True)
class Secret:
    """Words that must not stand in a document.

    Args:
        text: the words.
        kind: what they are.
        of: whose they are: a person's name, an item's TOP, an attachment's number.
    """

    text: str
    kind: SecretKind
    of: str


@dataclass(frozen=True)
class Hit:
    """A secret that stands in a text.

    Args:
        secret: what was found.
        line: where, from 1.
        found: the words as they stand there.
    """

    secret: Secret
    line: int
    found: str


@dataclass(frozen=True)
class _Word:
    text: str
    line: int
    start: int
    forms: frozenset[str]


Span = tuple[int, int]


def leaks(text: str, secrets: Iterable[Secret], permitted: Iterable[str]) -> list[Hit]:
    """Return every place in a text where a secret stands, in order; of several at one place the longest.

    Words are compared without case and accents and with umlauts in both spellings; whatever stands between two
    words, line breaks too, does not matter. The last word may have the s of the genitive. Telephone numbers are
    compared by their digits.

    Args:
        text: the text.
        secrets: what must not stand there.
        permitted: what may; a secret that lies wholly within it is none.
    """
    page = _Page(text)
    free = [span for phrase in permitted for span in page.spans(phrase)]
    found: dict[Span, Hit] = {}
    for secret in secrets:
        for span in page.places(secret):
            if not any(start <= span[0] and span[1] <= end for start, end in free):
                found.setdefault(span, Hit(secret, page.words[span[0]].line, page.between(span)))
    outer = [span for span in found if not any(_within(span, other) for other in found)]
    return [found[span] for span in sorted(outer)]


def has_words(text: str) -> bool:
    """Say whether there is anything in a text to be found or permitted."""
    return any(True for _ in _words(_lines(text)))


def _within(span: Span, other: Span) -> bool:
    return other != span and other[0] <= span[0] and span[1] <= other[1]


class _Page:
    """A text as words with their lines."""

    def __init__(self, text: str) -> None:
        self._lines = _lines(text)
        self.words = list(_words(self._lines))
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            for form in word.forms:
                self._places[form].append(place)

    def between(self, span: Span) -> str:
        """Return what stands from one word to another; where a line breaks, a space."""
        first, last = self.words[span[0]], self.words[span[1] - 1]
        if first.line == last.line:
            return self._lines[first.line - 1][first.start : last.start + len(last.text)]
        return " ".join(word.text for word in self.words[span[0] : span[1]])

    def places(self, secret: Secret) -> Iterator[Span]:
        """Yield where a secret stands."""
        yield from self.spans(secret.text)
        if secret.kind == "phone":
            yield from self._number(secret.text)

    def spans(self, phrase: str) -> Iterator[Span]:
        """Yield where words stand one after the other; a single letter is no word to be looked for."""
        wanted = [word.forms for word in _words(_lines(phrase))]
        if not wanted or (len(wanted) == 1 and max(map(len, wanted[0])) < 2):
            return
        wanted[-1] |= {f"{form}s" for form in wanted[-1]}
        for start in sorted({place for form in wanted[0] for place in self._places.get(form, ())}):
            there = self.words[start : start + len(wanted)]
            if len(there) == len(wanted) and all(word.forms & forms for word, forms in zip(there, wanted, strict=True)):
                yield start, start + len(wanted)

    def _number(self, number: str) -> Iterator[Span]:
        """Yield where the digits of a telephone number stand, whatever its code is written like."""
        digits = re.sub(r"\D", "", number)
        core = digits[2:] if number.strip().startswith("+") else digits.lstrip("0")
        if len(core) < _LEAST_DIGITS:
            return
        for start, first in enumerate(self.words):
            joined, end = "", start
            while end < len(self.words) and self.words[end].text.isdecimal() and len(joined) < len(core) + 4:
                joined += self.words[end].text
                end += 1
                if first.text.isdecimal() and joined.endswith(core) and len(joined) <= len(core) + 4:
                    yield start, end
                    break


def _lines(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE).split("\n")


def _words(lines: Iterable[str]) -> Iterator[_Word]:
    for number, line in enumerate(lines, 1):
        for match in _WORD.finditer(line):
            word = match.group()
            yield _Word(word, number, match.start(), frozenset((fold(word), spelled(word))))
