"""The passages of a session as an index keeps them, and which texts a search has no need to look at."""

from functools import cached_property
from typing import Final

from scm_cli.model.fold import coarse, coarse_part
from scm_cli.model.refs import SessionRef
from scm_cli.query.passages import Passage
from scm_cli.query.search.page import Page
from scm_cli.query.search.terms import Query

_PART: Final = "\x1e"
"""Stands between the parts of what is kept; no line has one, as it is white space."""


def written(session: SessionRef, page: Page) -> str:
    """Return a session's page as text: group and number, the plain key, the texts, and the place of each.

    A line of the places is the field alone where all else is as in the line above.
    """
    places, last = [], None
    for one in page.passages:
        place = one.item or "", one.top, one.ref, "internal" if one.internal else ""
        places.append(one.field if place == last else "\t".join((one.field, *place)))
        last = place
    return _PART.join((f"{session.group}\n{session.number}", page.plain, page.text, "\n".join(places)))


class Kept(Page):
    """A page as it was kept.

    Args:
        kept: by `written`.

    Raises:
        ValueError: that is not what it is.
    """

    def __init__(self, kept: str) -> None:
        super().__init__(())
        session, self.plain, self.text, self._places = kept.split(_PART)
        group, number = session.split("\n")
        self._session = SessionRef(group, int(number))

    @cached_property
    def _each(self) -> list[str]:
        return self._places.split("\n")

    def passage(self, number: int) -> Passage:
        """Return the passage that is a line."""
        places = self._each
        first = number
        while "\t" not in places[first]:
            first -= 1
        field, item, top, ref, internal = places[first].split("\t")
        field = field if first == number else places[number]
        return Passage(self._session, item or None, top, field, ref, self.lines[number], bool(internal))

    def title(self, item: str | None) -> str | None:
        """Return the title of an agenda item, of the session where none is named; None where it has none."""
        places = f"\n{self._places}"
        at = places.find(f"\ntitle\t{item or ''}\t")
        return None if at < 0 else self.lines[places.count("\n", 0, at)]


def coarse_page(page: Page) -> list[str]:
    """Return keys of a page's lines; each of the `coarse_terms` of a query that the page answers stands in one."""
    return coarse(page.plain).split("\n")


def coarse_terms(query: Query) -> list[str]:
    """Return what the key of every session holds that answers a query; fewer than its words where any key may."""
    return [key for term in query.wanted if (key := coarse_part(term.plain))]
