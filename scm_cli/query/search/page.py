"""The passages of a session as one page, a line each: to choose lines by one key is faster than to try each text."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final

from scm_cli.model.fold import coarse, coarse_words
from scm_cli.query.passages import Part, Passage, each
from scm_cli.query.search.keys import one_line, plain_key, spelled_key
from scm_cli.query.search.terms import WHOLE, Term


class Page:
    """The passages of a session with their key.

    Args:
        parts: the passages by place, in reading order.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages, one by one."""
        return each(self.parts)

    def passage(self, number: int) -> Passage:
        """Return the passage that is a line."""
        return self.passages[number]

    def title(self, item: str | None) -> str | None:
        """Return the title of an agenda item, of the session where none is named; None where it has none."""
        titles = (one_line(one.text) for one in self.passages if one.item == item and one.field == "title")
        return next(titles, None)

    @cached_property
    def text(self) -> str:
        """The texts, each on a line."""
        return "\n".join([one_line(text) for _, texts in self.parts for _, text in texts])

    @cached_property
    def lines(self) -> list[str]:
        """The texts."""
        return self.text.split("\n")

    @cached_property
    def coarse(self) -> str:
        """Keys of the texts, each on a line: the `coarse_words` of whatever a text contains stand in its key."""
        return coarse(self.text)

    def fits(self, term: Term) -> dict[int, int]:
        """Return the numbers of the lines in which a term stands, and how well the best hit in each fits."""
        fits = ((number, _best_fit(term, self.lines[number])) for number in self._alike(term))
        return {number: fit for number, fit in fits if fit}

    def _alike(self, term: Term) -> Iterator[int]:
        """Yield the numbers of the lines in which a term may stand: those whose key holds its longest word."""
        word, key = max(coarse_words(term.plain), key=len, default=""), self.coarse
        if not word:
            yield from range(len(self.lines))
            return
        number = before = 0
        while before >= 0 and (at := key.find(word, before)) >= 0:
            number += key.count("\n", before, at)
            yield number
            before = key.find("\n", at)


def _best_fit(term: Term, line: str) -> int:
    """Return how well the best hit of a term in a text fits; 0 where there is none."""
    return (_short if len(line) < _SHORT else _found)(term, line)


def _found(term: Term, line: str) -> int:
    best = max((hit.fit for hit in term.hits(plain_key(line), spell=False)), default=0)
    if best == WHOLE or not term.spells:
        return best
    return max((hit.fit for hit in term.hits(spelled_key(line), spell=True)), default=best)


_SHORT: Final = 100
_short = lru_cache(10_000)(_found)
"""The same titles and names stand in many sessions."""
