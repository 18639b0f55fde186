"""Recording decisions and elections: what is typed, odd names, two groups, broken files, circles by hand."""

import json
from pathlib import Path
from typing import Any

import pytest
from support import Scm

FILE = Path("sessions/smart-city-region/0001.toml")


def shown(scm: Scm, ref: str, noun: str = "decision") -> dict[str, Any]:
    """Return a decision or election as JSON has it."""
    found: dict[str, Any] = json.loads(scm.ok(noun, "show", ref, "--json"))
    return found


def test_a_wording_comes_from_standard_input_or_is_asked_for(scm: Scm) -> None:
    assert scm.ok("decision", "add", "1:3", "-", stdin="\nErste Zeile.  \n\n- Punkt\n\n") == "smart-city-region/B1-1\n"
    assert shown(scm, "B1-1")["text"] == "Erste Zeile.  \n\n- Punkt"
    asked = scm("decision", "add", "1:3", stdin="Auf Nachfrage.\n", terminal=True)
    assert (asked.code, asked.err.partition(":")[0]) == (0, "Wording")
    assert shown(scm, "B1-2")["text"] == "Auf Nachfrage."


@pytest.mark.parametrize(
    ("args", "stdin"),
    [
        (("decision", "add", "1:3"), ""),
        (("decision", "add", "1:3", "-"), " \n"),
        (("decision", "add", "1:3", "  "), ""),
        (("decision", "add"), ""),
        (("election", "add", "1:3"), ""),
        (("election", "add", "1:3", "Leitung", "--candidate", " "), ""),
        (("election", "add", "1:3", "Leitung", "--candidate", "Anna 9999999999"), ""),
        (("election", "add", "1:3", "Leitung\u2028"), ""),
        (("decision", "add", "1:3", "So.", "--yes", "-1"), ""),
        (("decision", "add", "1:3", "So.", "--yes", "drei"), ""),
        (("decision", "add", "1:3", "So.", "--votes", "3/1/1 vielleicht"), ""),
        (("decision", "add", "1:3", "So.", "--majority", "7/3"), ""),
        (("decision", "add", "1:3", "So.", "--open", "--result", "carried"), ""),
        (("decision", "add", "1:3", "So.", "--open", "--votes", "3/1"), ""),
        (("decision", "add", "1:3", "So.", "--consensus", "--method", "secret"), ""),
        (("decision", "add", "1:3", "So.", "--yes-by", ","), ""),
        (("decision", "add", "1:3", "So.", "--moved-by", " "), ""),
    ],
)
def test_what_cannot_be_recorded_is_refused_and_changes_nothing(scm: Scm, args: tuple[str, ...], stdin: str) -> None:
    before = (scm.archive / FILE).read_bytes()
    result = scm(*args, stdin=stdin)
    assert (result.code, result.out) == (2, ""), result
    assert (scm.archive / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((), {"method": "consensus", "result": "carried", "yes": None, "unanimous": False}),
        (("-u",), {"method": None, "result": "carried", "yes": None, "unanimous": True}),
        (("--votes", "einstimmig"), {"method": None, "result": "carried", "unanimous": True}),
        (("--votes", "kons"), {"method": "consensus", "result": "carried"}),
        (("--votes", "3:1"), {"yes": 3, "no": 1, "abstain": None, "result": "carried"}),
        (("--votes", "1/2/3/4"), {"yes": 1, "no": 2, "abstain": 3, "invalid": 4, "result": "rejected"}),
        (("--votes", "3 Ja, 1 Nein, 2 Enthaltungen"), {"yes": 3, "no": 1, "abstain": 2, "result": "carried"}),
        (("--votes", "3/1/1 zurückgezogen"), {"yes": 3, "result": "withdrawn"}),
        (("--yes", "0", "--no", "0"), {"yes": 0, "no": 0, "abstain": None, "result": "rejected"}),
        (("--method", "Namentlich"), {"method": "roll-call", "result": None}),
        (("--method", "Handzeichen", "--result", "zur Kenntnis genommen"), {"method": "hands", "result": "noted"}),
        (("--majority", "zwei Drittel", "--votes", "3/2"), {"majority": "2/3", "result": "rejected"}),
        (("--majority", "Einfache Mehrheit"), {"majority": "simple", "result": "carried"}),
        (("--open", "--moved-by", "rohr"), {"method": None, "result": None, "moved_by": "cathleen-rohr-mehani"}),
        (("--excluded", "Binder; Rohr, Gerd Gast"), {
            "excluded": ["julia-binder", "cathleen-rohr-mehani", "Gerd Gast"], "method": "consensus"
        }),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(scm: Scm, args: tuple[str, ...], expected: dict[str, Any]) -> None:
    scm.ok("decision", "add", "1:3", "So sei es.", *args)
    assert shown(scm, "B1-1") | expected == shown(scm, "B1-1")


def test_names_are_kept_as_they_are_and_guests_by_theirs(scm: Scm) -> None:
    scm.ok("attendance", "set", "1", "Gerd Gast, Fa. Fiktiv | *GmbH*", "--unregistered", "--state", "present")
    quiet = scm("decision", "add", "1:3", "So.", "--moved-by", "gerd", "--excluded", "Zoë [x]", "--quiet")
    assert quiet.err == "scm: warning: „Zoë [x]“ is not in the register and is recorded by this name\n"
    assert shown(scm, "B1-1")["moved_by"] == "Gerd Gast, Fa. Fiktiv | *GmbH*"
    scm.ok("decision", "add", "1:3", "So.", "--moved-by", "Gerd Gast, Fa. Fiktiv | *GmbH*")
    assert shown(scm, "B1-2")["moved_by"] == "Gerd Gast, Fa. Fiktiv | *GmbH*"


def test_what_has_no_result_says_how_to_name_one(scm: Scm) -> None:
    silent = scm("decision", "add", "1:3", "So.", "--open")
    assert silent.err == f"decision smart-city-region/B1-1 recorded without a result, in {FILE}\n"
    partly = scm("decision", "add", "1:3", "So.", "--yes", "3")
    assert partly.err.splitlines() == [
        f"decision smart-city-region/B1-2 recorded (3 yes), in {FILE}",
        "No result follows from that; state it with: scm decision edit smart-city-region/B1-2 --result …",
    ]


def test_several_candidates_in_one_text(scm: Scm) -> None:
    scm.ok("election", "add", "1:3", "Leitung", "--candidate", "binder 5, rohr 2; Dora=1", "--candidate", "Neu, Emil 0")
    found = [(one["name"], one["votes"]) for one in shown(scm, "W1-1", "election")["candidates"]]
    assert found == [("julia-binder", 5), ("cathleen-rohr-mehani", 2), ("Dora", 1), ("Neu, Emil", 0)]
    assert shown(scm, "W1-1", "election")["elected"] == "julia-binder"


def test_two_people_of_one_name_are_asked_about(scm: Scm) -> None:
    for key in ("anna-1", "anna-2"):
        scm.ok("attendee", "add", "Anna Beispiel", "--key", key)
    for args in (("--moved-by", "anna"), ("--yes-by", "anna"), ("--yes-by", "anna, binder")):
        result = scm("decision", "add", "1:3", "So.", *args)
        assert (result.code, result.out) == (3, "")
        assert "anna-1 (Anna Beispiel), anna-2 (Anna Beispiel)" in result.err
    scm.ok("decision", "add", "1:3", "So.", "--yes-by", "anna-1, anna-2")
    assert shown(scm, "B1-1")["by_name"]["yes"] == ["anna-1", "anna-2"]


def test_candidates_with_numbers_in_their_names(scm: Scm) -> None:
    scm.ok("attendee", "add", "Anna Beispiel 2")
    typed = ("binder 5", "rohr=0", "anna beispiel 2", "anna beispiel 2: 7", "Liste 3 = 4", "Dora")
    scm.ok("election", "add", "1:3", "Leitung", *(part for one in typed for part in ("--candidate", one)))
    found = [(one["name"], one["votes"]) for one in shown(scm, "W1-1", "election")["candidates"]]
    assert found == [
        ("julia-binder", 5),
        ("cathleen-rohr-mehani", 0),
        ("anna-beispiel-2", None),
        ("anna-beispiel-2", 7),
        ("Liste 3", 4),
        ("Dora", None),
    ]


@pytest.fixture
def two_groups(scm: Scm) -> Scm:
    """A second group with a session, and a decision in each."""
    scm.ok("group", "add", "Beirat Beispiel", "--key", "beirat")
    scm.ok("session", "add", "10.1.2023", "--group", "beirat")
    scm.ok("agenda", "add", "beirat/1", "Alles")
    scm.ok("decision", "add", "1:3", "Die Gruppe sagt A.")
    scm.ok("decision", "add", "beirat/1:1", "Der Beirat sagt B.", "--votes", "2/0/0")
    return scm


def test_replacements_are_known_across_groups(two_groups: Scm) -> None:
    two_groups.ok("decision", "edit", "beirat/B1-1", "--replaces", "smart-city-region/B1-1")
    assert two_groups.ok("decision", "list", "--group", "smart", "--fields", "ref,state,replaced_by") == (
        "smart-city-region/B1-1\treplaced\tbeirat/B1-1\n"
    )
    assert two_groups.ok("decision", "list", "1", "--state", "ersetzt", "--fields", "ref") == "smart-city-region/B1-1\n"
    assert shown(two_groups, "beirat/b1-1")["earlier"] == ["smart-city-region/B1-1"]
    refused = two_groups("decision", "edit", "B1-1", "--replaces", "beirat/B1-1")
    assert (refused.code, refused.out) == (5, "")


def test_short_references_behind_replaces_mean_the_decisions_own_group(two_groups: Scm) -> None:
    two_groups.ok("decision", "add", "beirat/1:1", "Der Beirat sagt C.", "--replaces", "D1-1")
    assert shown(two_groups, "beirat/B1-2")["replaces"] == "beirat/B1-1"


def test_a_circle_made_by_hand_is_found_and_mended(two_groups: Scm) -> None:
    two_groups.ok("decision", "edit", "B1-1", "--replaces", "beirat/B1-1")
    assert two_groups("check").code == 0
    path = two_groups.archive / "sessions/beirat/0001.toml"
    path.write_text(
        path.read_text().replace('result = "carried"', 'result = "carried"\nreplaces = "smart-city-region/B1-1"')
    )
    found = two_groups("check")
    assert found.code == 1
    assert found.out.count("the decision replaces itself in the end") == 2
    assert "mend it with: scm decision edit beirat/B1-1 --clear replaces" in found.out
    assert shown(two_groups, "B1-1")["earlier"] == ["beirat/B1-1", "smart-city-region/B1-1"]
    assert two_groups("decision", "show", "B1-1").code == 0
    two_groups.ok("decision", "edit", "beirat/B1-1", "--clear", "replaces")
    assert two_groups("check").code == 0


def test_a_broken_file_hides_no_other_decision(two_groups: Scm) -> None:
    (two_groups.archive / "sessions/beirat/0001.toml").write_text("schema = 1\nnumber = [")
    listed = two_groups("decision", "list", "--fields", "ref")
    assert (listed.code, listed.out) == (4, "smart-city-region/B1-1\n")
    assert "sessions/beirat/0001.toml:2" in listed.err
    assert two_groups("decision", "show", "B1-1").code == 4
    assert two_groups("decision", "show", "beirat/B1-1").code == 4
    assert two_groups("path", "beirat/B1-1").code == 0


def test_a_decision_under_no_group_file_is_recorded_all_the_same(two_groups: Scm) -> None:
    (two_groups.archive / "groups/beirat.toml").write_text("schema = 1\n")
    two_groups.ok("decision", "add", "beirat/1:1", "Trotzdem.")


def test_edit_without_options_opens_the_session(two_groups: Scm) -> None:
    two_groups.ok("election", "add", "1:3", "Leitung", "--elected", "binder")
    for noun, ref in (("decision", "B1-1"), ("election", "W1-1")):
        result = two_groups(noun, "edit", ref, env={"EDITOR": "true"})
        assert (result.code, result.err) == (0, "smart-city-region/1: nothing to change\n")


def test_clearing_comes_before_setting(scm: Scm) -> None:
    scm.ok("decision", "add", "1:3", "So.", "--yes-by", "binder", "--no-by", "rohr")
    scm.ok(
        "decision", "edit", "B1-1", "--clear", "by-name", "--clear", "votes", "--no-by", "binder", "--method", "secret"
    )
    after = shown(scm, "B1-1")
    assert (after["by_name"]["yes"], after["by_name"]["no"]) == ([], ["julia-binder"])
    assert (after["method"], after["yes"], after["no"]) == ("secret", None, None)


def test_a_side_named_later_joins_the_others(scm: Scm) -> None:
    scm.ok("decision", "add", "1:3", "So.", "--yes-by", "binder", "--votes", "1/1/0")
    scm.ok("decision", "edit", "B1-1", "--no-by", "rohr")
    by_name = shown(scm, "B1-1")["by_name"]
    assert (by_name["yes"], by_name["no"]) == (["julia-binder"], ["cathleen-rohr-mehani"])


def test_an_odd_vote_is_stored_and_stands_in_the_way_until_explained(scm: Scm) -> None:
    odd = scm("decision", "add", "1:3", "So.", "--votes", "1/3", "--result", "angenommen")
    assert (odd.code, odd.out) == (0, "smart-city-region/B1-1\n")
    assert "recorded as „carried“, but by the votes it is „rejected“" in odd.err
    assert "scm decision edit smart-city-region/B1-1 --remark TEXT" in odd.err
    refused = scm("session", "finalize", "1", "--yes")
    assert refused.code == 1
    assert "agenda[5].decisions[1]: recorded as „carried“" in refused.err
    assert "scm decision edit smart-city-region/B1-1 --remark …" in refused.err
    explained = scm("decision", "edit", "B1-1", "--remark", "Die Stimme der Leitung entschied.")
    assert "warning" not in explained.err
    assert scm("session", "finalize", "1", "--yes").code == 0


def test_a_remark_is_not_printed(scm: Scm) -> None:
    scm.ok("election", "add", "1:3", "Leitung", "--elected", "binder", "--remark", "Das Los entschied.")
    text = scm.ok("export", "1")
    assert "**Wahl W1-1 (gewählt: Dr. phil. Julia Binder):** Leitung" in text
    assert "Das Los entschied" not in text


def test_a_dry_run_writes_nothing_and_says_everything(two_groups: Scm) -> None:
    before = (two_groups.archive / FILE).read_bytes()
    for args in (
        ("add", "1:3", "So.", "--votes", "1/2"),
        ("edit", "B1-1", "--votes", "1/2"),
        ("remove", "B1-1"),
    ):
        result = two_groups("decision", *args, "--dry-run")
        assert result.code == 0
        assert "dry run, nothing written: decision smart-city-region/B1-" in result.err
    assert (two_groups.archive / FILE).read_bytes() == before


def test_a_mistake_is_removed_after_asking(two_groups: Scm) -> None:
    assert two_groups("decision", "remove", "B1-1", stdin="n\n", terminal=True).code == 2
    asked = two_groups("decision", "remove", "B1-1", stdin="j\n", terminal=True)
    assert asked.code == 0
    assert asked.err.startswith("Remove decision smart-city-region/B1-1? [y/N] ")
    assert two_groups.ok("decision", "list", "1") == ""
    assert two_groups.ok("decision", "add", "1:3", "Neu.") == "smart-city-region/B1-2\n"


def test_on_a_terminal_references_are_short(two_groups: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    two_groups.ok("decision", "edit", "beirat/B1-1", "--replaces", "smart-city-region/B1-1")
    two_groups.ok("decision", "edit", "B1-1", "--title", "Titel")
    table = two_groups.speak("de")(
        "decision", "list", "--fields", "ref,item,subject,method,result,state,replaced_by", terminal=True
    ).out
    assert [" ".join(line.split()) for line in table.splitlines()][1:] == [
        "beirat/B1-1 beirat/1:1 Der Beirat sagt B. angenommen in Kraft",
        "B1-1 1:3 Titel einvernehmlich angenommen ersetzt beirat/B1-1",
    ]


def test_invalid_votes_beside_votes_are_told_their_place(scm: Scm) -> None:
    result = scm("decision", "add", "1:3", "So.", "--votes", "3/2/0", "--invalid", "1")
    assert (result.code, result.err.splitlines()[1:]) == (
        2,
        ["--votes takes all four: 3/2/0/1 is yes/no/abstentions/invalid."],
    )
    assert scm.ok("decision", "add", "1:3", "So.", "--votes", "3/2/0/1").endswith("/B1-1\n")
