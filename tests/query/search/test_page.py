"""Many texts searched at once give what each gives by itself."""

from hypothesis import example, given
from hypothesis import strategies as st
from searched import LETTERS, quality

from scm_cli.model.fold import coarse
from scm_cli.model.refs import SessionRef
from scm_cli.query.passages import Part, Place
from scm_cli.query.search.keys import plain_key
from scm_cli.query.search.page import Page
from scm_cli.query.search.terms import Term

TEXTS = st.lists(LETTERS, max_size=6)


def page(texts: list[str]) -> Page:
    """Return a page of some texts."""
    ref = SessionRef("muster", 7)
    return Page([Part(Place(ref, None, "", str(ref)), [("title", text) for text in texts])])


@given(TEXTS)
@example(["", "´", "a \u00ad b", "\u00ad", "x\u0085y"])
def test_a_page_has_the_key_of_each_text_on_a_line_of_its_own(texts: list[str]) -> None:
    lines = page(texts).coarse.split("\n")
    assert [" ".join(line.split()) for line in lines] == [coarse(plain_key(text)) for text in texts or [""]]


@given(TEXTS, LETTERS, st.booleans(), st.booleans())
def test_a_page_finds_what_each_text_has(texts: list[str], word: str, starts: bool, ends: bool) -> None:
    term = Term(word, starts=starts, ends=ends)
    if term.plain:
        alone = {number: quality(term, text) for number, text in enumerate(texts)}
        assert page(texts).fits(term) == {number: fit for number, fit in alone.items() if fit}
