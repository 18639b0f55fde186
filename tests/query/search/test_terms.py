"""What is typed is understood, and words are found in every spelling and inside other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from searched import quality

from scm_cli.errors import UsageFault
from scm_cli.model.fold import contains
from scm_cli.query.search.terms import ACCIDENT, BEGINNING, INSIDE, WHOLE, Query, Term, read_query


def phrase(text: str, *, goes_on: bool = False) -> Term:
    """Return what quotes make of a text."""
    return Term(text, starts=True, ends=not goes_on)


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        (["haltestelle"], [Term("haltestelle")], []),
        (["halte stelle"], [Term("halte"), Term("stelle")], []),
        (["halte", "stelle"], [Term("halte"), Term("stelle")], []),
        (["halte halte"], [Term("halte")], []),
        (['"digitale Haltestellen"'], [phrase("digitale Haltestellen")], []),
        (['"digitale Haltestellen'], [phrase("digitale Haltestellen")], []),
        (["„digitale Haltestellen“"], [phrase("digitale Haltestellen")], []),
        (["“digitale Haltestellen”"], [phrase("digitale Haltestellen")], []),
        (['"digitale Halte*"'], [phrase("digitale Halte", goes_on=True)], []),
        (['"digitale Halte"*'], [phrase("digitale Halte", goes_on=True)], []),
        (['bus"digitale Halte"'], [Term("bus"), phrase("digitale Halte")], []),
        (["halte*"], [Term("halte", starts=True)], []),
        (["*stelle"], [Term("stelle", ends=True)], []),
        (["*stelle*"], [Term("stelle", starts=True)], []),
        (["a*b"], [Term("a*b")], []),
        (["bus !bahn"], [Term("bus")], [Term("bahn")]),
        (["!bahn", "bus"], [Term("bus")], [Term("bahn")]),
        (['bus !"rote bahn" !zug*'], [Term("bus")], [phrase("rote bahn"), Term("zug", starts=True)]),
        (['"!wichtig"'], [phrase("!wichtig")], []),
        (["wichtig!"], [Term("wichtig!")], []),
        (["bus ! *"], [Term("bus")], []),
        (["bus", "!", "bahn"], [Term("bus")], [Term("bahn")]),
        (["!!bahn bus"], [Term("bus")], [Term("bahn")]),
        (["-5"], [Term("-5")], []),
    ],
)
def test_what_is_typed(typed: list[str], wanted: list[Term], unwanted: list[Term]) -> None:
    assert read_query(typed) == Query(tuple(wanted), tuple(unwanted))


@pytest.mark.parametrize("typed", ["", "  ", '"', '""', "*", "!", "!bahn", '!"rote bahn"', "\u00ad", "„“"])
def test_nothing_to_look_for(typed: str) -> None:
    with pytest.raises(UsageFault):
        read_query([typed])


@given(st.text())
def test_anything_can_be_typed(typed: str) -> None:
    try:
        query = read_query([typed])
    except UsageFault:
        return
    assert all(term.plain for term in (*query.wanted, *query.unwanted))


@pytest.mark.parametrize(
    ("typed", "text", "fit"),
    [
        ("Haltestelle", "Bushaltestellenkonzept", INSIDE),
        ("haltestelle", "Haltestellen", BEGINNING),
        ("haltestelle", "die HALTESTELLE.", WHOLE),
        ("stelle", "die Haltestelle", INSIDE),
        ("halte*", "Haltestellen", BEGINNING),
        ("halte*", "Bushaltestelle", 0),
        ("*stelle", "Haltestelle", INSIDE),
        ("*stelle", "Haltestellen", 0),
        ("rat", "Beratung", ACCIDENT),
        ('"rat"', "Beratung", 0),
        ('"rat"', "der Rat (neu)", WHOLE),
        ('"der rat"', "der\n  Rat", WHOLE),
        ('"der rat"', "der alte Rat", 0),
        ('"der ra*"', "der Rat", BEGINNING),
        ("müller", "Mueller", WHOLE),
        ("mueller", "Müller", WHOLE),
        ("muller", "Müller", WHOLE),
        ("muller", "Mueller", 0),
        ("müller", "Muller", WHOLE),
        ("strasse", "Straße", WHOLE),
        ("STRAẞE", "strasse", WHOLE),
        ("chosebuz", "Chóśebuz", WHOLE),
        ("haltestelle", "Halte\u00adstelle", WHOLE),
        ("§ 5", "nach § 5 Abs. 2", WHOLE),
        ("2024", "am 27.08.2024", WHOLE),
        ("anlage", "Anlage_neu", WHOLE),
        ("Mueller-Häuser", "Müller-Haeuser", WHOLE),
    ],
)
def test_how_well_a_word_fits(typed: str, text: str, fit: int) -> None:
    term = Term(typed) if typed == "§ 5" else read_query([typed]).wanted[0]
    assert quality(term, text) == fit


LETTERS = st.text("aeoußäöüÄŁ -", max_size=12)


@given(LETTERS, LETTERS)
def test_a_word_is_found_where_the_filters_find_it(text: str, part: str) -> None:
    part = " ".join(part.split())
    if part and contains(" ".join(text.split()), part):
        assert quality(Term(part), text)
