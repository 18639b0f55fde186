"""The passages of a session as one page, a line each: to choose lines by one key is faster than to try each text."""

from collections.abc import Sequence
from functools import cached_property

from scm_cli.model.fold import coarse, coarse_words
from scm_cli.query.passages import Passage
from scm_cli.query.search.keys import key, one_line, unseen_left_out
from scm_cli.query.search.terms import Term


class Page:
    """The passages of a session with their key.

    Args:
        passages: in reading order.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages

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
        return "\n".join([one_line(one.text) for one in self.passages])

    @cached_property
    def lines(self) -> list[str]:
        """The texts."""
        return self.text.split("\n")

    @cached_property
    def coarse(self) -> str:
        """Keys of the texts, each on a line: the `coarse_words` of whatever a text contains stand in its key."""
        return coarse(unseen_left_out(self.text))

    def fits(self, term: Term) -> dict[int, int]:
        """Return the numbers of the lines in which a term stands, and how well the best hit in each fits."""
        words = coarse_words(term.plain)
        alike = [n for n, key in enumerate(self.coarse.split("\n")) if all(word in key for word in words)]
        fits = ((number, best_fit(term, self.lines[number])) for number in alike)
        return {number: fit for number, fit in fits if fit}


def best_fit(term: Term, line: str) -> int:
    """Return how well the best hit of a term in a text fits; 0 where there is none."""
    spellings = (False, True) if term.spells else (False,)
    return max((hit.fit for spell in spellings for hit in term.hits(key(line, spell=spell), spell=spell)), default=0)
