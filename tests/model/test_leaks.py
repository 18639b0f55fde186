"""The leak test: whole words, in any spelling, however a document writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.leaks import Secret, SecretKind, has_words, leaks


def found(text: str, words: str, *permitted: str, kind: SecretKind = "name") -> list[str]:
    return [hit.found for hit in leaks(text, [Secret(words, kind, "x")], permitted)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Frau MÜLLER fragt.", "Müller"),
        ("Frau Mueller fragt.", "Müller"),
        ("Frau Muller fragt.", "Müller"),
        ("Frau Müller fragt.", "Mueller"),
        ("in Chosebuz", "Chóśebuz"),
        ("Müllers Antrag", "Müller"),
        ("Anna\nBeispiel", "Anna Beispiel"),
        ("Anna\u00a0Beispiel", "Anna Beispiel"),
        ("Bei\u00adspiel", "Beispiel"),
        ("Anna\\_Beispiel", "Anna Beispiel"),
        ("A. Müller-Lüdenscheid", "Müller-Lüdenscheid"),
        ("(Beispiel)", "Beispiel"),
    ],
)
def test_a_secret_is_found_in_any_spelling(text: str, words: str) -> None:
    assert len(found(text, words)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Beispielregion", "Beispiel"),
        ("Vorbeispiel", "Beispiel"),
        ("B7-1", "B"),
        ("Anna und Beispiel", "Anna Beispiel"),
    ],
)
def test_parts_of_words_are_no_hits(text: str, words: str) -> None:
    assert found(text, words) == []


@pytest.mark.parametrize("text", ["+49 355 123456", "0355/12 34 56", "(0355) 123-456", "0049 355 123456", "0355123456"])
def test_a_telephone_number_is_found_by_its_digits(text: str) -> None:
    assert found(f"Tel. {text}.", "+49 355 123456", kind="phone") or found(text, "0355 123456", kind="phone")
    assert found(f"Tel. {text}.", "0355 123456", kind="phone")


def test_other_numbers_are_no_telephone_numbers() -> None:
    assert found("am 12.09.2024 um 10:00 Uhr, Los 1234567890", "0355 123456", kind="phone") == []


def test_what_is_permitted_hides_only_what_lies_within_it() -> None:
    assert found("Peter Forst aus Forst", "Forst", "Forst") == []
    assert found("Peter Forst aus Forst", "Peter Forst", "Forst") == ["Peter Forst"]
    assert found("Anna Beispiel, Frau Beispiel", "Beispiel", "Anna Beispiel") == ["Beispiel"]


def test_of_several_hits_at_one_place_the_longest_is_told_with_its_line() -> None:
    secrets = [Secret("Kern", "family-name", "Clara Kern"), Secret("Clara Kern", "name", "Clara Kern")]
    hits = leaks("Erste Zeile\nClara Kern und Kern", secrets, ())
    assert [(hit.line, hit.found, hit.secret.kind) for hit in hits] == [
        (2, "Clara Kern", "name"),
        (2, "Kern", "family-name"),
    ]


def test_words_are_asked_for() -> None:
    assert has_words("Forst")
    assert not has_words("… –")


@given(st.text(max_size=30), st.from_regex(r"[A-Za-zÄÖÜäöüß]{3,9}", fullmatch=True), st.text(max_size=30))
def test_a_word_is_found_whatever_stands_around_it(before: str, word: str, after: str) -> None:
    assert word in [hit.found for hit in leaks(f"{before} {word} {after}", [Secret(word, "name", "x")], ())]
