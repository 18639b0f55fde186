"""The passages of a session as one page, a line each: searching a long text is faster than many short ones."""

from collections.abc import Callable, Sequence
from functools import cached_property

from scm_cli.model.fold import fold, spelled
from scm_cli.query.passages import Passage
from scm_cli.query.search.keys import one_line, unseen_left_out
from scm_cli.query.search.terms import Term


class Page:
    """The passages of a session with their keys: the plain one, and the one with umlauts written out.

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
    def plain(self) -> str:
        """The folded texts, each on a line."""
        return _key(self.text, fold)

    @cached_property
    def spelled(self) -> str:
        """The folded texts with umlauts written out, each on a line."""
        return self.plain if self.text.isascii() else _key(self.text, spelled)

    def fits(self, term: Term) -> dict[int, int]:
        """Return the numbers of the lines in which a term stands, and how well the best hit in each fits."""
        found: dict[int, int] = {}
        for spell in (False, True):
            number = before = 0
            for hit in term.hits(self, spell=spell):
                number += (self.spelled if spell else self.plain).count("\n", before, hit.start)
                before = hit.start
                found[number] = max(found.get(number, 0), hit.fit)
        return found


def _key(text: str, written: Callable[[str], str]) -> str:
    """Return the keys of texts, a line each, exactly as each text by itself has it."""
    key = unseen_left_out(written(text))
    if any(gap in key for gap in ("  ", " \n", "\n ")) or key[:1] == " " or key[-1:] == " ":
        return "\n".join(" ".join(line.split()) for line in key.split("\n"))
    return key
