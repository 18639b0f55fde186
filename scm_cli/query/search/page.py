"""All texts of a session at once: searching one long text is much faster than many short ones."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from scm_cli.model.fold import fold, spelled
from scm_cli.query.search.keys import one_line, unseen_left_out
from scm_cli.query.search.terms import Term


class Page:
    """Texts, each a line of two long keys: the plain one, and the one with umlauts written out.

    Args:
        texts: as they were written.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(map(one_line, texts))

    @cached_property
    def plain(self) -> str:
        """The folded texts, a line each."""
        return _key(self._text, fold)

    @cached_property
    def spelled(self) -> str:
        """The folded texts with umlauts written out, a line each."""
        return self.plain if self._text.isascii() else _key(self._text, spelled)

    def fits(self, term: Term) -> dict[int, int]:
        """Return the numbers of the texts in which a term stands, and how well the best hit in each fits."""
        found: dict[int, int] = {}
        for spell in (False, True):
            ends: list[int] = []
            for hit in term.hits(self, spell=spell):
                ends = ends or _ends(self.spelled if spell else self.plain)
                number = bisect_right(ends, hit.start)
                found[number] = max(found.get(number, 0), hit.fit)
        return found


def _key(text: str, written: Callable[[str], str]) -> str:
    """Return the keys of texts, a line each, exactly as each text by itself has it."""
    key = unseen_left_out(written(text))
    if any(gap in key for gap in ("  ", " \n", "\n ")) or key[:1] == " " or key[-1:] == " ":
        return "\n".join(" ".join(line.split()) for line in key.split("\n"))
    return key


def _ends(key: str) -> list[int]:
    """Return where each line of a key but the last ends."""
    found, at = [], key.find("\n")
    while at >= 0:
        found.append(at)
        at = key.find("\n", at + 1)
    return found
