"""What text may hold, what can be a key, and how names are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.fold import contains, same
from scm_cli.model.text import forbidden_in_line, forbidden_in_prose, is_slug, line, prose, slug, unused, visible


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/passwd",
        "a\x00b",
        "con",
        "aux",
        "lpt1",
        "a.",
        "A",
        "ä",
        "",
        "-a",
        "a-",
        "a--b",
        "a b",
        "a" * 65,
        ".",
    ],
)
def test_what_cannot_be_a_key(name: str) -> None:
    assert not is_slug(name)


@given(st.text(max_size=400))
def test_a_key_can_be_made_of_anything(text: str) -> None:
    assert is_slug(slug(text, "x"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Müller-Lüdenscheidt, Ä.", "mueller-luedenscheidt-ae"), ("Chóśebuz", "chosebuz"), ("Straße", "strasse")],
)
def test_keys_read_like_the_name(text: str, expected: str) -> None:
    assert slug(text, "x") == expected


def test_a_taken_key_gets_a_number() -> None:
    assert unused("a", frozenset()) == "a"
    assert unused("a", frozenset({"a", "a-2"})) == "a-3"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\n", "\t", "\x9b", "\u2028", "\u202e", "\u2066", "\ufeff"])
def test_control_and_direction_are_forbidden_in_a_line_and_shown(character: str) -> None:
    assert forbidden_in_line(f"a{character}b") == character
    assert character not in visible(f"a{character}b")


def test_prose_allows_line_feeds_and_tabs() -> None:
    assert forbidden_in_prose("a\n\tb") == ""
    assert forbidden_in_prose("a\rb") == "\r"
    assert prose("\n\n a\r\nb \n\n") == " a\nb "
    assert prose("\n \na\n\nb\n\t\n") == "a\n\nb"
    assert prose("\u00a0\na") == prose("a\n\u3000") == "a"
    assert prose(" \n\t") == prose("\n") == prose("") == ""
    assert line(" Zu\u0308rich ") == "Zürich"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Müller", "mueller"),
        ("Müller", "MULLER"),
        ("Mueller", "müller"),
        ("Chóśebuz", "chosebuz"),
        ("Straße", "strasse"),
        ("Šołta", "solta"),
        ("Bjørn Ærø", "bjorn aero"),
    ],
)
def test_names_are_found_in_every_spelling(text: str, part: str) -> None:
    assert contains(text, part)
    assert same(text, part)


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    assert contains(text, text)
    assert same(text, text)
