"""Live lines as they are typed: time, word, rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from protocols import at

from scm_cli.locale import live_words as words
from scm_cli.model.text import forbidden_in_line
from scm_cli.notation.live.lines import read_line


@pytest.mark.parametrize(
    ("typed", "verb", "rest"),
    [
        ("top", "top", ""),
        ("TOP 3", "top", "3"),
        ("item 3.1", "top", "3.1"),
        ("da Kern", "here", "Kern"),
        ("Here Kern for Lang", "here", "Kern for Lang"),
        ("weg Kern", "away", "Kern"),
        ("left Kern", "away", "Kern"),
        ("n Ein Satz.", "note", "Ein Satz."),
        ("Notiz: Ein Satz.", "note", "Ein Satz."),
        ("n   - eine Liste", "note", "- eine Liste"),
        ("b 3/1/1 Wortlaut", "decision", "3/1/1 Wortlaut"),
        ("D cons Wording", "decision", "cons Wording"),
        ("a Kern 8.10. Plan", "task", "Kern 8.10. Plan"),
        ("t Kern Plan", "task", "Kern Plan"),
        ("gast Gerd Gast", "guest", "Gerd Gast"),
        ("pause", "pause", ""),
        ("Weiter", "resume", ""),
        ("ENDE", "end", ""),
        ("zurück", "undo", ""),
        ("zuru\u0308ck", "undo", ""),
        ("undo", "undo", ""),
        ("?", "help", ""),
        ("wer", "who", ""),
        ("zeit 10:20", "time", "10:20"),
        ("beenden", "quit", ""),
    ],
)
def test_words_are_known_in_both_languages(typed: str, verb: str, rest: str) -> None:
    line = read_line(typed)
    assert (line.verb, line.rest, line.at) == (verb, rest, None)


@pytest.mark.parametrize(
    "typed",
    [
        "Ende der Diskussion",
        "Pause um elf?",
        "Weiter wurde berichtet",
        "Wer soll das bezahlen?",
        "? nicht verstanden",
        "Topografie",
        "nur ein Satz",
        "8.10. ist der nächste Termin",
        "25:99 da Kern",
        "10:20 nichts davon",
        "",
    ],
)
def test_an_ordinary_sentence_is_no_line(typed: str) -> None:
    line = read_line(typed)
    assert (line.verb, line.at, line.typed) == ("", None, typed)


@pytest.mark.parametrize("time", ["10:20", "10.20", "10:20 Uhr", "10:20h", "10:20:", "10:20 uhr:"])
def test_a_time_stands_before_any_line(time: str) -> None:
    line = read_line(f"{time} da Kern")
    assert (line.verb, line.word, line.rest, line.at) == ("here", "da", "Kern", at("10:20"))


def test_no_word_means_two_things() -> None:
    known = [word for forms in words.VERBS.values() for word in forms]
    assert len(known) == len(set(known))
    assert known == [word.casefold() for word in known]


@given(st.text())
def test_any_text_is_a_line_that_a_file_can_hold(typed: str) -> None:
    line = read_line(typed)
    assert not forbidden_in_line(line.typed)
    assert line.typed == line.typed.strip()
    assert bool(line.verb) == bool(line.word)
    assert line.typed.endswith(line.rest)
