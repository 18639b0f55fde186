"""`scm attendance list` by item and organisation, on a terminal and where towns vote; times typed in turn; signing."""

import json
from typing import Any

import pytest
from support import Scm

from scm_cli.locale.words import COLUMNS
from scm_cli.query.fields import NOUNS


@pytest.fixture
def voting(scm: Scm) -> Scm:
    """A session of a group with three votes; Bernd comes at half past nine."""
    people = (("Anna Beispiel", "Musterstadt"), ("Bernd Muster", "Altdorf"), ("Berta Muster", "Altdorf"))
    for name, town in people:
        scm.ok("attendee", "add", name, "--organisation", town, "--group", "SCR", "--vote")
    scm.ok("attendee", "add", "Gerd Gast", "--organisation", "Planungsbüro")
    scm.ok("group", "edit", "--quorum", "majority")
    scm.ok("session", "add", "1.12.2022", "--start", "9:00", "--end", "11:00")
    scm.ok("agenda", "add", "2", "Haushalt", "--internal", "--began", "9:10", "--ended", "9:20", "--kind", "decision")
    scm.ok("agenda", "add", "2", "Pause", "--kind", "break")
    scm.ok("agenda", "add", "2", "Testfeld", "--state", "postponed")
    scm.ok("agenda", "add", "2", "Berichte", "--began", "9:40", "--ended", "9:50")
    scm.ok("attendance", "set", "2", "anna", "gerd", "--state", "present")
    scm.ok("attendance", "set", "2", "bernd", "--state", "present", "--from", "9:30")
    scm.ok("attendance", "set", "2", "berta", "--state", "excused")
    return scm


def rows(scm: Scm, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(scm.ok("attendance", "list", *args, "--json"))
    return found


def test_every_column_has_a_heading() -> None:
    assert {name for noun in NOUNS.values() for name in noun.fields} <= COLUMNS.keys()


def test_who_has_a_vote(voting: Scm) -> None:
    assert [(row["attendee"], row["vote"]) for row in rows(voting, "2")] == [
        ("anna-beispiel", True),
        ("gerd-gast", False),
        ("bernd-muster", True),
        ("berta-muster", True),
    ]


def test_without_voting_members_nobody_knows(scm: Scm) -> None:
    assert {row["vote"] for row in rows(scm, "1")} == {None}
    (beginning, *items) = rows(scm, "1", "--by-item")
    assert (beginning["entitled"], beginning["present"], beginning["quorate"], beginning["there"]) == (None,) * 3 + (
        [],
    )
    assert len(items) == 5
    assert {row["votes"] for row in rows(scm, "1", "--by-organisation")} == {None}


def test_items_that_were_not_treated_have_no_turnout(voting: Scm) -> None:
    assert [(row["at"], row["id"], row["present"], row["quorate"]) for row in rows(voting, "2", "--by-item")] == [
        ("beginning", None, 1, False),
        ("item", "haushalt", 1, False),
        ("item", "berichte", 2, True),
    ]


def test_where_towns_vote_one_of_two_is_enough(voting: Scm) -> None:
    voting.ok("group", "edit", "--vote-by", "organisation")
    (beginning, first, second) = rows(voting, "2", "--by-item")
    assert (beginning["entitled"], beginning["missing"]) == (2, ["Altdorf"])
    assert (first["there"], second["there"]) == (["Musterstadt"], ["Altdorf", "Musterstadt"])
    towns = [
        (row["organisation"], row["votes"], row["votes_present"]) for row in rows(voting, "2", "--by-organisation")
    ]
    assert towns == [("Altdorf", 1, 1), ("Musterstadt", 1, 1), ("Planungsbüro", 0, 0)]


def test_a_town_with_a_vote_that_nobody_named_is_listed_as_missing(voting: Scm) -> None:
    voting.ok("attendance", "set", "2", "anna", "--remove")
    (missing,) = rows(voting, "2", "--by-organisation", "--organisation", "musterstadt")
    assert (missing["named"], missing["votes"], missing["votes_present"], missing["missing"]) == (
        0,
        1,
        0,
        ["Anna Beispiel"],
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--only-internal",), ["haushalt"]),
        (("--kind", "decision"), ["haushalt"]),
        (("--state", "open"), ["haushalt", "berichte"]),
        (("--limit", "1"), [None]),
        (("--group", "SCR", "--attendee", "gerd", "--no-internal"), [None, "berichte"]),
    ],
)
def test_turnouts_are_filtered_as_items_are(voting: Scm, filters: tuple[str, ...], expected: list[str | None]) -> None:
    assert [
        row["id"] for row in rows(voting, "--by-item", "--year", "2022", *filters) if row["session"][-1] == "2"
    ] == (expected)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "4 entries\n3 of 4 named were present\n1 of 3 votes at the beginning, no quorum\n"),
        ("de", "4 Einträge\nanwesend 3 von 4 Genannten\nzu Beginn 1 von 3 Stimmen, nicht beschlussfähig\n"),
    ],
)
def test_a_terminal_shows_the_counts_below(voting: Scm, language: str, said: str) -> None:
    voting.speak(language)
    assert voting("attendance", "list", "2", terminal=True).err == said
    assert voting("attendance", "list", "2", "--json", terminal=True).err == ""
    assert "votes" not in voting("attendance", "list", terminal=True).err
    for option in ((), ("--by-item",), ("--by-organisation",)):
        everything = voting("attendance", "list", *option, terminal=True)
        assert (everything.code, "error" in everything.err) == (0, False), everything.err
    assert voting("attendance", "list", "2").err == ""


def test_a_terminal_says_where_votes_come_from_when_there_are_none(scm: Scm) -> None:
    said = "on that day nobody in the register had a vote; scm attendee edit NAME --group smart-city-region --vote\n"
    for option in ("--by-item", "--by-organisation"):
        assert scm("attendance", "list", "1", option, terminal=True).err.endswith(said)
        assert scm("attendance", "list", "1", option).err == ""
    assert "vote" not in scm("attendance", "list", "1", terminal=True).err


def test_a_terminal_shows_words(voting: Scm) -> None:
    shown = voting(
        "attendance", "list", "2", "--by-item", terminal=True, env={"COLUMNS": "120", "NO_COLOR": "1"}
    ).out.splitlines()
    assert shown[0].split() == ["No.", "At", "Title", "Began", "Present", "Carried", "Votes", "Quorum", "Missing"]
    assert shown[1].split()[:3] == ["2", "beginning", "09:00"]
    assert shown[3].split()[:5] == ["2:3", "item", "Berichte", "09:40", "2"]


@pytest.mark.parametrize(
    ("args", "presence"),
    [
        (("--from", "9:30"), ["09:30-"]),
        (("--until", "10 Uhr"), ["-10:00"]),
        (("--from", "9:30", "--until", "10:00"), ["09:30-10:00"]),
        (("--until", "10:30", "--from", "11:00"), ["-10:30", "11:00-"]),
        (("--from", "11:00", "--until", "10:30"), ["-10:30", "11:00-"]),
        (("--from", "9:30", "--from", "10:30", "--until", "10:00"), ["09:30-10:00", "10:30-"]),
    ],
)
def test_times_in_turn(voting: Scm, args: tuple[str, ...], presence: list[str]) -> None:
    voting.ok("attendance", "set", "2", "anna", *args)
    assert rows(voting, "2")[0]["presence"] == presence


@pytest.mark.parametrize(
    "args",
    [
        ("--from", "9:30", "--from", "10:00"),
        ("--until", "9:30", "--until", "10:00"),
        ("--from", "9:30", "--until", "9:30"),
        ("--from", "25 Uhr"),
    ],
)
def test_times_that_cannot_be(voting: Scm, args: tuple[str, ...]) -> None:
    before = rows(voting, "2")
    assert voting("attendance", "set", "2", "anna", *args).code == 2
    assert rows(voting, "2") == before


def test_a_session_past_midnight_counts_its_hours_on(voting: Scm) -> None:
    voting.ok("session", "edit", "2", "--start", "22:00", "--end", "1:00")
    voting.ok("attendance", "set", "2", "anna", "--from", "23:00", "--until", "0:30", "--from", "0:45")
    assert rows(voting, "2")[0]["presence"] == ["23:00-00:30", "00:45-"]


# signing


def test_signatures_are_kept_once_and_the_seal_leaves_them_out(voting: Scm) -> None:
    voting.ok("session", "edit", "1", "--chair", "binder", "--minute-taker", "rohr")
    voting.ok("session", "finalize", "1", "--yes")
    voting.ok("session", "sign", "1", "rohr", "--on", "30.11.2022")
    voting.ok("session", "sign", "1", "--on", "30.11.2022")
    voting.ok("session", "sign", "1")
    voting.ok("session", "sign", "1", "Jana Muster", "--unregistered", "--as", "Zeugin")
    signed = json.loads(voting.ok("session", "show", "1", "--json"))["signed"]
    assert [(one["by"], one["role"], one["on"]) for one in signed] == [
        ("cathleen-rohr-mehani", "minute-taker", "2022-11-30"),
        ("julia-binder", "chair", "2022-12-01"),
        ("Jana Muster", "Zeugin", "2022-12-01"),
    ]
    assert voting("check").code == 0
    assert voting("session", "sign", "2").code == 5
    assert voting("session", "sign", "1", "anna", "--on", "2.12.2022").code == 2


def test_office_words_may_be_german(voting: Scm) -> None:
    voting.ok("session", "finalize", "1", "--yes")
    voting.ok("session", "sign", "1", "binder", "--as", "Leitung")
    assert json.loads(voting.ok("session", "show", "1", "--json"))["signed"][0]["role"] == "chair"
