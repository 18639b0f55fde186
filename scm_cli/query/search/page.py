"""The passages of a session as one page, a line each: searching a long text is faster than many short ones."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from scm_cli.model.fold import coarse, coarse_part, fold
from scm_cli.query.passages import Passage
from scm_cli.query.search.keys import one_line, spelled_key, unseen_left_out
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
    def plain(self) -> str:
        """The folded texts, each on a line."""
        return _key(self.text)

    @cached_property
    def _coarse(self) -> str:
        return coarse(self.plain)

    def fits(self, term: Term) -> dict[int, int]:
        """Return the numbers of the lines in which a term stands, and how well the best hit in each fits."""
        found: dict[int, int] = {}
        number = before = 0
        for hit in term.hits(self.plain, spell=False):
            number += self.plain.count("\n", before, hit.start)
            before = hit.start
            found[number] = max(found.get(number, 0), hit.fit)
        for number in self._alike(term) if term.spells else ():
            for hit in term.hits(spelled_key(self.lines[number]), spell=True):
                found[number] = max(found.get(number, 0), hit.fit)
        return found

    def _alike(self, term: Term) -> Iterable[int]:
        """Return the lines in which a term may stand with umlauts written out: few of them need be."""
        part = coarse_part(term.plain)
        return (number for number, line in enumerate(self._coarse.split("\n")) if part in line)


def _key(text: str) -> str:
    """Return the keys of texts, a line each, exactly as each text by itself has it."""
    key = unseen_left_out(fold(text))
    if any(gap in key for gap in ("  ", " \n", "\n ")) or key[:1] == " " or key[-1:] == " ":
        return "\n".join(" ".join(line.split()) for line in key.split("\n"))
    return key
