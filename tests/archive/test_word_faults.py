"""Words a group chose that its protocol uses already."""

import pytest
from support import Scm

from scm_cli.archive.word_faults import taken_words
from scm_cli.model.group import Words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (Words(), []),
        (Words(chair="Vorsitz", minute_taker="Schriftführung", host="Gastgeber", internal="vertraulich"), []),
        (Words(chair="Protokollführung", minute_taker="Leitung"), []),
        (Words(chair="stand"), [("chair", "stand")]),
        (Words(host="Stimmberechtigt anwesend"), [("host", "Stimmberechtigt anwesend")]),
        (Words(host="Attendees"), [("host", "Attendees")]),
        (Words(chair="Protokollführung"), [("chair", "Protokollführung")]),
        (Words(chair="X", host="x"), [("chair", "X"), ("host", "x")]),
        (Words(internal="Vertagt"), [("internal", "Vertagt")]),
    ],
)
def test_a_word_stands_for_one_thing(words: Words, found: list[tuple[str, str]]) -> None:
    assert list(taken_words(words)) == found


def test_check_tells_a_word_that_is_taken(scm: Scm) -> None:
    path = scm.archive / "groups/smart-city-region.toml"
    path.write_text('schema = 1\nname = "AG Muster"\nwords = { chair = "Stand" }\n')
    found = scm("check")
    said = "words.chair: „Stand“ stands for something else in a protocol, which then cannot be read back"
    mend = "mend it with: scm group edit smart-city-region"
    assert (found.code, found.out) == (1, f"groups/smart-city-region.toml:3: {said}; {mend}\n")
