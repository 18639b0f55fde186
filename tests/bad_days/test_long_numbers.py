"""Numbers of more digits than Python turns into one (4,300) end in a sentence, wherever they are typed."""

import shlex

import pytest
from support import Scm

LONG = "9" * 5000

TYPED = [
    "list --limit {n}",
    "list --year {n}",
    "session add 8.12.2026 --number {n}",
    "session add 8.12.2026 --number 0",
    "session edit 1 --quorum-present {n}",
    "session renumber 1 --to {n}",
    "attachment remove 1 {n} --yes",
    "group edit --notice-days {n}",
    "group edit --quorum {n}",
    "election add 1:1 Sprecherin --candidate Anna={n}",
]


@pytest.mark.parametrize("line", TYPED)
def test_what_is_typed_is_refused_in_a_short_sentence(scm: Scm, line: str) -> None:
    result = scm(*shlex.split(line.format(n=LONG)))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("scm: error: ")
    assert all(len(said) < 300 for said in result.err.splitlines())


def test_a_decision_of_that_number_is_not_there(scm: Scm) -> None:
    for typed in (("1", "--decision", LONG), ("--decision", f"B{LONG}-1"), ("1", "--decision", "banana")):
        result = scm("export", *typed)
        assert (result.code, result.out) == (3, "")
        assert len(result.err) < 500


PLACES = {
    "the session of a decision": ("## TOP 2 Lokale Projekte", f"\n\n**Beschluss B{LONG}-1 (3 Ja):** x"),
    "its own number": ("## TOP 2 Lokale Projekte", f"\n\n**Beschluss B1-{LONG} (3 Ja):** x"),
    "a number that no file may hold": ("## TOP 2 Lokale Projekte", "\n\n**Beschluss B1-9999999999 (3 Ja):** x"),
    "the overview": (
        "Welche Rolle hat die Stadt?",
        f"\n\n## Auf einen Blick\n\n- Beschluss B{LONG}-{LONG} (TOP 1): x",
    ),
    "an attachment": ("Welche Rolle hat die Stadt?", f"\n\n## Anlagen\n\n- Anlage {LONG}: x"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_corrected_protocol_says_which_line_it_is(scm: Scm, place: str) -> None:
    after, text = PLACES[place]
    printed = scm.ok("minutes", "1", "--print")
    assert after in printed
    result = scm("minutes", "1", "--apply", "-", "--yes", stdin=printed.replace(after, after + text, 1))
    assert (result.code, result.out) == (4, ""), result.err[-300:]
    assert any(said.startswith("scm: error: -:") for said in result.err.splitlines())
