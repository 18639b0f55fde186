"""What an index keeps of a session is enough to search it, and the key it is chosen by leaves no hit out."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from searched import LETTERS
from strategies import mended, tables

from scm_cli.errors import UsageFault
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.query.passages import Part, Place, parts
from scm_cli.query.rows import Facts, Source
from scm_cli.query.search.found import rows
from scm_cli.query.search.keys import one_line
from scm_cli.query.search.page import Page
from scm_cli.query.search.stored import Kept, wanted_words, written
from scm_cli.query.search.terms import Query, Term, read_query

REF = SessionRef("muster", 7)
FACTS = Facts(("muster",), date(2024, 1, 2), "held")


def of(session: Session) -> Page:
    """Return the passages of a session."""
    return Page(parts(Source(REF, session, None, {})))


def only(text: str) -> Page:
    """Return a page of one text."""
    return Page([Part(Place(REF, None, "", str(REF)), [("title", text)])])


@settings(max_examples=50, deadline=None)
@given(tables(Session).map(mended))
def test_passages_come_back(session: Session) -> None:
    page = of(session)
    found = page.passages
    kept = Kept(written(REF, page), page.coarse)
    assert [kept.passage(number) for number in range(len(found))] == [
        one._replace(text=one_line(one.text)) for one in found
    ]
    assert kept.lines == page.lines
    for item in (None, "xyzzy", *(one.item for one in found)):
        assert kept.title(item) == page.title(item)


@settings(max_examples=50, deadline=None)
@given(tables(Session).map(mended), LETTERS)
def test_what_was_kept_answers_as_the_session_does(session: Session, typed: str) -> None:
    page = of(session)
    found = page.passages
    kept = Kept(written(REF, page), page.coarse)
    for typed_ in (typed, found[-1].text[:6] if found else ""):
        try:
            query = read_query([typed_])
        except UsageFault:
            continue
        made, again = rows(page, lambda: FACTS, query), rows(kept, lambda: FACTS, query)
        assert made == again
        for one, other in zip(made, again, strict=True):
            assert one.values["snippet"] == other.values["snippet"]


@given(LETTERS, LETTERS, LETTERS)
def test_the_key_holds_what_a_query_finds(before: str, word: str, after: str) -> None:
    query, page = Query((Term(word),)), only(f"{before}{word}{after}")
    if Term(word).plain and rows(page, lambda: FACTS, query):
        assert all(key in page.coarse for key in wanted_words(query))


@given(st.text("aeouäöüEÄnr ", min_size=1, max_size=4), st.text("aeouäöüEÄnr ", max_size=9))
def test_the_key_knows_both_spellings(word: str, text: str) -> None:
    query, page = Query((Term(word),)), only(text)
    if Term(word).plain and rows(page, lambda: FACTS, query):
        assert all(key in page.coarse for key in wanted_words(query))
