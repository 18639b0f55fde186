"""The passages of a session as an index keeps them, and which texts a search has no need to look at."""

from functools import cached_property

from scm_cli.model.fold import coarse_words
from scm_cli.model.refs import SessionRef
from scm_cli.query.kept import PART
from scm_cli.query.passages import Passage
from scm_cli.query.search.page import Page
from scm_cli.query.search.terms import Query


def written(session: SessionRef, page: Page) -> str:
    """Return a session's page as text: group and number, the texts, and the place of each.

    A line of the places is the field alone where all else is as in the line above.
    """
    places: list[str] = []
    for (_, item, top, ref, internal), texts in page.parts:
        fields = [field for field, _ in texts]
        fields[0] = "\t".join((fields[0], item or "", top, ref, "internal" * internal))
        places += fields
    return PART.join((f"{session.group}\n{session.number}", page.text, "\n".join(places)))


class Kept(Page):
    """A page as it was kept.

    Args:
        kept: by `written`.
        coarse: its key.

    Raises:
        ValueError: that is not what it is.
    """

    def __init__(self, kept: str, coarse: str) -> None:
        super().__init__(())
        session, self.text, self._places = kept.split(PART)
        group, number = session.split("\n")
        self._session = SessionRef(group, int(number))
        self.coarse = coarse

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


def wanted_words(query: Query) -> list[str]:
    """Return what the key of every session holds that answers a query; fewer than its words where any key may."""
    return [word for term in query.wanted for word in coarse_words(term.plain)]
