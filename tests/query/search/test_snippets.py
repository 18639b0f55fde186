"""A snippet shows the hit whole, cut between words, and its ranges are what was found."""

from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from searched import LETTERS, quality
from strategies import proses

from scm_cli.query.search.keys import owners, plain_key, spelled_key
from scm_cli.query.search.snippets import LONG, WIDTH, Snippet, ranges, snippet, united
from scm_cli.query.search.terms import Term, read_query

SENTENCE = "Der Rat hat über das Bushaltestellenkonzept der Straße in Köln und die Brücke beraten"


def marked(found: Snippet) -> list[str]:
    """Return what is marked in a snippet."""
    return [found.text[start:end] for start, end in found.ranges]


@pytest.mark.parametrize(
    ("typed", "text", "hits"),
    [
        ("haltestelle", "Das Bushaltestellenkonzept", ["haltestelle"]),
        ("strasse", "Große Straße", ["Straße"]),
        ("stras", "Große Straße", ["Straß"]),
        ("mueller", "Herr Müller kam", ["Müller"]),
        ("muell", "Herr Müller kam", ["Müll"]),
        ("mu", "Herr Müller", ["Mü"]),
        ("müller", "Mueller, Müller, Muller", ["Mueller", "Müller", "Muller"]),
        ("cafe", "im Cafe\u0301 am Markt", ["Café"]),
        ("haltestelle", "Halte\u00adstelle", ["Halte\u00adstelle"]),
        ("ffi", "Oﬃzin", ["ﬃ"]),
        ('"der rat"', "Der\n\tRat tagt", ["Der Rat"]),
        ("rat beratung", "Beratung", ["Beratung"]),
    ],
)
def test_what_is_marked(typed: str, text: str, hits: list[str]) -> None:
    assert marked(snippet(text, read_query([typed]).wanted)) == hits


def test_a_long_text_is_cut_between_words() -> None:
    text = " ".join([SENTENCE] * 20)
    cut = snippet(f"{text} Zielwort {text}", [Term("zielwort")])
    assert marked(cut) == ["Zielwort"]
    assert cut.text.startswith("… ")
    assert cut.text.endswith(" …")
    assert {*cut.text.strip("… ").split()} <= {"Zielwort", *SENTENCE.split()}
    assert len(cut.text) <= WIDTH + 2 * LONG


def test_words_far_from_one_another_are_both_shown() -> None:
    text = " ".join([SENTENCE] * 20)
    cut = snippet(f"Anfang {text} Ende.", [Term("anfang"), Term("ende")])
    assert {"Anfang", "Ende"} <= {*marked(cut)}
    assert " … " in cut.text


def test_a_word_without_end_is_cut() -> None:
    cut = snippet(f"{'x' * 500}ziel{'y' * 500}", [Term("ziel")])
    assert marked(cut) == ["ziel"]
    assert len(cut.text) <= WIDTH + 4


def test_a_better_hit_is_shown_first() -> None:
    text = f"Beratung {' '.join(['und'] * 80)} der Rat tagt"
    assert "der Rat tagt" in snippet(text, [Term("rat")]).text


@given(LETTERS | proses)
@example("a\u200d\u0308")
@example("ẖ́")
def test_every_letter_of_a_key_has_an_owner(text: str) -> None:
    text = normalize("NFC", text)
    for spell, key in ((False, plain_key(text)), (True, spelled_key(text))):
        places = list(map(owners(text, spell=spell), range(len(spelled_key(text) if spell else plain_key(text)))))
        assert len(places) == len(key)
        assert places == sorted(places)


@given(LETTERS, LETTERS, LETTERS)
def test_a_marked_range_is_the_hit(before: str, word: str, after: str) -> None:
    term = Term(word)
    if not term.plain:
        return
    shown = normalize("NFC", " ".join(f"{before}{word}{after}".split()))
    for low, high in ranges(shown, term):
        hit = shown[low:high]
        assert term.plain in plain_key(hit) or term.spelled in spelled_key(hit)
        inner = shown[low + 1 : high - 1] if high - low > 1 else ""
        assert not quality(Term(word), inner) or len(inner) >= len(term.plain) // 3


@given(LETTERS, st.lists(LETTERS, max_size=40), LETTERS)
def test_what_was_found_is_shown_and_marked(word: str, others: list[str], last: str) -> None:
    term = Term(word)
    text = " ".join((*others, word, last))
    if not term.plain or not quality(term, normalize("NFC", text)):
        return
    cut = snippet(text, [term])
    assert cut.ranges
    assert any(quality(term, hit) for hit in marked(cut))
    assert list(cut.ranges) == united(cut.ranges)
    assert "\n" not in cut.text
