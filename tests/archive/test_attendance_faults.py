"""What the chair found against who was there, and people sitting in for people present: found, told, never printed."""

import json
import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from support import PROJECT, Scm

SESSION = "sessions/beispielregion/0007.toml"


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scm:
    """The program on the invented region, whose chair found 4 of 5 votes and a quorum, ten days later."""
    folder = tmp_path / "region"
    shutil.copytree(PROJECT / "tests/fixtures/beispielregion", folder)
    monkeypatch.chdir(folder)
    scm = Scm(folder, monkeypatch)
    scm.now = datetime(2024, 9, 20, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    return scm


def found(scm: Scm) -> list[tuple[int, str, str, str]]:
    """Return what `check` finds in the session."""
    listed = json.loads(scm("check", "--json", "--quiet").out)
    return [(one["line"], one["key"], one["found"], one["command"]) for one in listed if one["path"] == SESSION]


def test_what_follows_from_who_was_there_is_no_finding(region: Scm) -> None:
    assert found(region) == []


def test_other_counts_are_found_with_who_was_there(region: Scm) -> None:
    region.ok("session", "edit", "7", "--quorum-present", "5", "--quorum-of", "6")
    names = "Anna Beispiel, Bernd Muster, Dora Lang, Emil Zander"
    assert found(region) == [
        (
            16,
            "quorum_present",
            f"5 votes present were stated, but 4 were there at the beginning ({names})",
            "scm session edit beispielregion/7 --quorum-present …",
        ),
        (
            17,
            "quorum_of",
            "stated of 6 votes, but the group has 5",
            "scm session edit beispielregion/7 --quorum-of …",
        ),
    ]


@pytest.mark.parametrize(
    ("rule", "stated", "sentence"),
    [
        ("majority", "present", None),
        ("none", "lacking", None),
        ("majority", "lacking", "a lack of quorum was stated, but 4 of 5 votes are enough (rule: more than half)"),
        ("5", "present", "a quorum was stated, but 4 of 5 votes are not enough (rule: at least 5)"),
        ("5", "lacking", None),
        ("2/3", "lacking", "a lack of quorum was stated, but 4 of 5 votes are enough (rule: at least 2/3)"),
    ],
)
def test_the_stated_quorum_is_compared_with_the_rule(region: Scm, rule: str, stated: str, sentence: str | None) -> None:
    region.ok("group", "edit", "--quorum", rule)
    region.ok("session", "edit", "7", "--quorum-stated", stated)
    assert [one[2] for one in found(region)] == ([sentence] if sentence else [])


def test_it_is_told_in_german(region: Scm) -> None:
    region.speak("de")
    region.ok("session", "edit", "7", "--quorum-stated", "lacking", "--quorum-present", "0")
    sentences = [one[2] for one in found(region)]
    assert sentences == [
        "Beschlussunfähigkeit ist festgestellt, 4 von 5 Stimmen genügen aber (Regel: mehr als die Hälfte)",
        (
            "festgestellt sind 0 anwesende Stimmen, zu Beginn da waren aber 4 "
            "(Anna Beispiel, Bernd Muster, Dora Lang, Emil Zander)"
        ),
    ]


def test_printed_is_what_the_chair_found(region: Scm) -> None:
    region.ok("session", "edit", "7", "--quorum-stated", "lacking", "--quorum-present", "2")
    assert "- Beschlussfähigkeit: nicht gegeben (2 von 5)" in region.ok("export", "7")


def test_without_votes_or_attendance_there_is_nothing_to_compare(region: Scm) -> None:
    region.ok("session", "edit", "7", "--quorum-present", "3")
    text = (region.archive / SESSION).read_text()
    (region.archive / SESSION).write_text(
        text.replace('state = "present"', 'state = "accepted"').replace('"excused"', '"declined"')
    )
    assert found(region) == []
    (region.archive / SESSION).write_text(text)
    for path in sorted((region.archive / "attendees").iterdir()):
        path.write_text(path.read_text().replace("vote = true", "vote = false"))
    assert found(region) == []


@pytest.mark.parametrize("path", ["attendees/emil-zander.toml", "groups/beispielregion.toml"])
def test_what_cannot_be_read_decides_nothing(region: Scm, path: str) -> None:
    region.ok("session", "edit", "7", "--quorum-present", "3")
    (region.archive / path).write_text("kaputt")
    assert not [one for one in found(region) if "quorum" in one[1]]


def test_a_final_protocol_keeps_what_was_found(region: Scm) -> None:
    region.ok("session", "edit", "7", "--quorum-present", "3")
    done = region("session", "finalize", "7", "--yes", "--unreached-as", "done")
    assert done.code == 0, done.err
    assert "scm: warning: 3 votes present were stated, but 4 were there" in done.err
    assert found(region) == []


@pytest.mark.parametrize(
    ("args", "key", "sentence", "command"),
    [
        (
            ("dora", "--state", "present"),
            "attendance[4].represents",
            "Frida Ohm sits in for Dora Lang; both were there at the same time",
            "scm attendance set beispielregion/7 frida-ohm --clear represents",
        ),
        (
            ("anna", "--votes-for", "emil"),
            "attendance[1].votes_for",
            "Anna Beispiel carries the vote of Emil Zander; both were there at the same time",
            "scm attendance set beispielregion/7 anna-beispiel --clear votes_for",
        ),
        (
            ("anna", "--votes-for", "frida"),
            "attendance[1].votes_for",
            "Anna Beispiel carries the vote of Frida Ohm; both were there at the same time",
            "scm attendance set beispielregion/7 anna-beispiel --clear votes_for",
        ),
        (
            ("anna", "--represents", "dora"),
            "attendance[1].represents",
            "Anna Beispiel sits in for Dora Lang, but holds a vote already; a carried vote is noted with --votes-for",
            "scm attendance set beispielregion/7 anna-beispiel --clear represents",
        ),
    ],
)
def test_somebody_for_somebody_who_was_there(
    region: Scm, args: tuple[str, ...], key: str, sentence: str, command: str
) -> None:
    told = region("attendance", "set", "7", *args)
    assert (told.code, told.err.splitlines()[0]) == (0, f"scm: warning: {sentence}")
    assert [one[1:] for one in found(region)] == [(key, sentence, command)]


def test_the_vote_of_somebody_without_one(region: Scm) -> None:
    region.ok("attendee", "add", "Gerd Gast")
    told = region("attendance", "set", "7", "anna", "--votes-for", "gerd")
    assert told.err.startswith("scm: warning: Anna Beispiel carries the vote of Gerd Gast, who has none\n")


def test_taking_turns_is_nothing_odd(region: Scm) -> None:
    region.ok("attendance", "set", "7", "dora", "--state", "present", "--until", "10:30")
    told = region("attendance", "set", "7", "frida", "--from", "10:30")
    assert "warning" not in told.err
    assert found(region) == []


def test_somebody_outside_the_register_is_named_as_they_are(region: Scm) -> None:
    region.ok("attendance", "set", "7", "Nora O'Neu", "--unregistered", "--state", "present", "--represents", "emil")
    ((_, key, sentence, command),) = found(region)
    assert (key, sentence) == (
        "attendance[8].represents",
        "Nora O'Neu sits in for Emil Zander; both were there at the same time",
    )
    assert command == """scm attendance set beispielregion/7 'Nora O'"'"'Neu' --unregistered --clear represents"""


def test_a_broken_group_does_not_keep_attendance_from_being_noted(region: Scm) -> None:
    (region.archive / "groups/beispielregion.toml").write_text("kaputt")
    assert region("attendance", "set", "beispielregion/7", "anna", "--via", "online").code == 0


def test_a_deputy_by_membership_is_named_once_the_protocol_is_final(region: Scm) -> None:
    region.ok("attendance", "set", "7", "frida", "--clear", "represents", "--clear", "capacity")
    head = region.ok("export", "7")
    assert "Stimmberechtigt anwesend (5 von 5)" in head
    assert "Frida Ohm (Seeheim); Emil Zander" in head
    done = region("session", "finalize", "7", "--yes")
    assert "Frida Ohm: noted as sitting in for Dora Lang\n" in done.err
    sealed = region.ok("export", "7")
    assert "Stimmberechtigt anwesend (5 von 5)" in sealed
    assert "Frida Ohm (Seeheim, in Vertretung von Dora Lang)" in sealed
    assert "Present and entitled to vote (5 of 5)" in region.ok("export", "7", "--lang", "en")


def test_a_deputy_beside_their_principal_has_no_vote(region: Scm) -> None:
    region.ok("attendance", "set", "7", "frida", "--clear", "represents")
    region.ok("attendance", "set", "7", "dora", "--state", "present")
    head = region.ok("export", "7")
    assert "Stimmberechtigt anwesend (5 von 5)" in head
    assert "- Weitere Teilnehmende: Frida Ohm (Seeheim)" in head
