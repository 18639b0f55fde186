"""Tasks as a secretary keeps them: lists that hide, progress after the seal, several at once, people that change."""

import json
import shutil
from typing import Any

import pytest
from support import PROJECT, Scm
from trees import tree

FIXTURE = PROJECT / "tests" / "fixtures" / "beispielregion"
SESSION = "sessions/beispielregion/0007.toml"


@pytest.fixture
def region(scm: Scm) -> Scm:
    """A region's archive on 1 October 2024, with A7-1 of the fixture, A7-2 put aside and A8-1 without a day."""
    shutil.rmtree(scm.archive)
    shutil.copytree(FIXTURE, scm.archive)
    scm.now = scm.now.replace(2024, 10, 1)
    scm.ok("task", "add", "7:3", "Angebot einholen", "--to-organisation", "Stadtwerke Fiktiv", "--not-before", "1.11.")
    scm.ok("task", "add", "8:1", "Räume suchen", "--to", "muster", "--to", "Gerd Gast")
    return scm


def listed(scm: Scm, *options: str) -> list[str]:
    """Return the short references that a list gives."""
    return [line.rpartition("/")[2] for line in scm.ok("task", "list", "--fields", "ref", *options).splitlines()]


def shown(scm: Scm, ref: str) -> dict[str, Any]:
    """Return what `show` says of a task."""
    found: dict[str, Any] = json.loads(scm.ok("task", "show", ref, "--json"))
    return found


def test_a_day_without_year_is_the_next_one(region: Scm) -> None:
    region.ok("task", "edit", "A8-1", "--due", "30.9.")
    assert shown(region, "A8-1")["due"] == "2025-09-30"


def test_soonest_first_and_without_a_day_last(region: Scm) -> None:
    region.ok("task", "edit", "A7-2", "--due", "2.10.")
    assert listed(region) == ["A7-2", "A7-1", "A8-1"]
    assert listed(region, "--reverse") == ["A7-1", "A7-2", "A8-1"]
    assert listed(region, "--sort", "ref") == ["A7-1", "A7-2", "A8-1"]


def test_what_is_put_aside_is_hidden_until_its_day(region: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    assert listed(region) == ["A7-1", "A8-1", "A7-2"]
    assert listed(region, "--open") == ["A7-1", "A8-1"]
    assert listed(region, "--open", "--hidden") == ["A7-1", "A8-1", "A7-2"]
    assert region("task", "list", "--open").err == "", "nobody counts for a pipe"
    monkeypatch.setenv("COLUMNS", "120")
    result = region("task", "list", "--open", terminal=True)
    assert result.err == "2 entries\n1 task is put aside until a later day; --hidden shows it\n"
    assert "Testfeld Sensornetz" in result.out
    assert "aside" not in region("task", "list", "--open", "--to", "muster", terminal=True).err
    assert "aside" not in region("task", "list", "--open", "--json", terminal=True).err
    region.now = region.now.replace(month=11)
    assert listed(region, "--open") == ["A7-1", "A8-1", "A7-2"]


def test_what_is_overdue_says_so(region: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    assert listed(region, "--overdue") == []
    region.now = region.now.replace(day=9)
    assert listed(region, "--overdue") == ["A7-1"]
    assert "overdue" in region("task", "list", terminal=True).out
    assert "(overdue)" in region.ok("task", "show", "A7-1")
    region.ok("task", "edit", "A7-1", "--state", "wartet")
    monkeypatch.setenv("COLUMNS", "200")
    assert "überfällig, wartet" in region.speak("de")("task", "list", terminal=True).out
    region.ok("task", "done", "A7-1")
    assert listed(region, "--overdue") == []


def test_days_before_which_something_is_due(region: Scm) -> None:
    assert listed(region, "--due-before", "8.10.") == []
    assert listed(region, "--due-before", "9.10.") == ["A7-1"]
    assert listed(region, "--due-within", "6 Tage") == []
    assert listed(region, "--due-within", "1 Woche") == ["A7-1"]
    region.ok("task", "done", "A7-1")
    assert listed(region, "--due-before", "9.10.") == []
    assert listed(region, "--due-before", "9.10.", "--state", "erledigt") == ["A7-1"]


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        ("KERN", ["A7-1"]),
        ("neudorf", ["A7-1"]),
        ("stadtwerke", ["A7-2"]),
        ("gast", ["A8-1"]),
        ("altdorf", ["A8-1"]),
        ("zander", []),
    ],
)
def test_whose_tasks(region: Scm, typed: str, refs: list[str]) -> None:
    assert listed(region, "--to", typed) == refs


def test_a_day_is_no_name(region: Scm) -> None:
    result = region("task", "list", "--to", "10.9.2024")
    assert (result.code, result.out) == (2, "")
    assert "--until DATE" in result.err


def test_filters_about_sessions_hold_too(region: Scm) -> None:
    assert listed(region, "8") == ["A8-1"]
    assert listed(region, "--until", "10.9.2024") == ["A7-1", "A7-2"]
    assert listed(region, "--from", "11.9.2024") == ["A8-1"]
    assert listed(region, "--only-internal") == []
    assert listed(region, "--text", "raume") == ["A8-1"]
    assert listed(region, "--text", "testfeld") == ["A7-1", "A7-2"], "the item it came from"


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("in Arbeit", "in-progress"),
        ("Wartet", "waiting"),
        ("entfallen", "dropped"),
        ("fertig", "done"),
        ("OPEN", "open"),
    ],
)
def test_states_as_people_say_them(region: Scm, typed: str, state: str) -> None:
    region.ok("task", "edit", "A7-1", "--state", typed)
    assert shown(region, "A7-1")["state"] == state
    assert "A7-1" in listed(region, "--state", typed)


def test_one_person_is_assigned_once(region: Scm) -> None:
    region.ok("task", "edit", "A7-1", "--to", "kern", "--to", "clara", "--to", "zander")
    assert shown(region, "A7-1")["assignees"] == ["clara-kern", "emil-zander"]


def test_progress_after_the_seal_leaves_the_protocol(region: Scm) -> None:
    region.ok("session", "finalize", "7", "--yes", "--on", "12.9.2024")
    text = region.ok("export", "7")
    region.ok("task", "edit", "A7-1", "--to", "zander", "--due", "1.12.2024", "--note", "neu verteilt")
    region.ok("task", "done", "A7-1", "A7-2", "--on", "heute")
    assert region.ok("export", "7") == text == (region.archive / "sessions/beispielregion/0007.md").read_text()
    assert region("check").code == 0
    found = shown(region, "A7-1")
    assert (found["state"], found["due"], found["assignees"]) == ("done", "2024-12-01", ["emil-zander"])
    assert found["printed"] == {"assignees": ["clara-kern"], "due": "2024-10-08", "state": "open"}
    assert listed(region, "--open") == ["A8-1"]
    before = tree(region.archive)
    for line in (
        ["edit", "A7-1", "--text", "Anders"],
        ["edit", "A7-1", "--not-before", "1.12.2024", "--state", "open"],
        ["edit", "A7-1", "--clear", "not_before", "--clear", "due"],
        ["add", "7:3", "Noch eine"],
        ["edit", "A7-1"],
    ):
        result = region("task", *line)
        assert (result.code, result.out) == (5, ""), line
        assert "scm session reopen beispielregion/7" in result.err or "another value" in result.err
    assert tree(region.archive) == before


def test_two_secretaries_follow_one_sealed_task(region: Scm) -> None:
    region.ok("session", "finalize", "7", "--yes", "--on", "12.9.2024")
    path = region.archive / SESSION
    base = path.read_bytes()
    region.ok("task", "edit", "A7-1", "--due", "1.12.2024", "--on", "20.9.2024")
    theirs = path.read_bytes()
    path.write_bytes(base)
    region.ok("task", "edit", "A7-1", "--state", "wartet", "--on", "19.9.2024")
    others = [region.archive / "base.bak", region.archive / "theirs.bak"]
    for other, data in zip(others, (base, theirs), strict=True):
        other.write_bytes(data)
    region.ok("merge-file", str(others[0]), str(path), str(others[1]), "--path", SESSION)
    found = shown(region, "A7-1")
    assert (found["state"], found["due"]) == ("waiting", "2024-12-01")
    assert [entry["on"] for entry in found["history"]] == ["2024-09-19", "2024-09-20"]
    assert region("check").code == 0


def test_several_tasks_change_all_or_none(region: Scm) -> None:
    before = tree(region.archive)
    assert region("task", "done", "A7-1", "A8-1", "A8-9").code == 3
    assert region("task", "done", "A7-1", "A8-1", "--on", "1.9.2024").code == 2
    assert region("task", "done", "A7-1", "A8-1", "--dry-run").code == 0
    assert tree(region.archive) == before
    region.now = region.now.replace(month=12)
    region.ok("task", "done", "A8-1", "A7-1", "a7-1", "--note", "vorgelegt")
    assert listed(region, "--state", "done") == ["A7-1", "A8-1"]
    half = tree(region.archive)
    result = region("task", "done", "A8-1", "A7-1", "--note", "vorgelegt")
    assert result.code == 0
    assert result.err.count("nothing to change") == 2
    assert tree(region.archive) == half


def test_a_stop_between_two_sessions_is_finished_by_repeating(region: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    from scm_cli.archive.disk import Disk

    replaced = Disk.replace

    def stopping(self: Disk, source: Any, target: Any) -> None:
        if target.name == "0008.toml":
            raise KeyboardInterrupt
        replaced(self, source, target)

    region.now = region.now.replace(month=12)
    with monkeypatch.context() as patch:
        patch.setattr(Disk, "replace", stopping)
        assert region("task", "done", "A7-1", "A8-1").code == 130
    assert region("check").code == 0
    assert listed(region, "--state", "done") == ["A7-1"]
    region.ok("task", "done", "A7-1", "A8-1")
    assert listed(region, "--state", "done") == ["A7-1", "A8-1"]
    assert len(shown(region, "A7-1")["history"]) == 1


def test_a_broken_session_is_never_half_of_a_change(region: Scm) -> None:
    (region.archive / "sessions/beispielregion/0008.toml").write_text("nonsense")
    before = tree(region.archive)
    result = region("task", "done", "A7-1", "A8-1")
    assert (result.code, result.out) == (4, "")
    assert tree(region.archive) == before
    assert region("task", "list").code == 4
    assert "A7-1" in region("task", "list").out


def test_people_named_in_tasks_stay(region: Scm) -> None:
    region.ok("attendee", "add", "Neue Person")
    region.ok("attendee", "add", "N. Person")
    region.ok("task", "edit", "A8-1", "--to", "n-person")
    region.ok("task", "edit", "A8-1", "--to", "kern")
    result = region("attendee", "remove", "n-person", "--yes")
    assert result.code == 5, "the history names them"
    assert "beispielregion/8" in result.err
    region.ok("task", "edit", "A8-1", "--to", "n-person")
    region.ok("attendee", "merge", "n-person", "neue-person")
    assert listed(region, "--to", "neue") == ["A8-1"]
    region.ok("attendee", "rename", "neue-person", "Andere Person")
    assert listed(region, "--to", "andere") == ["A8-1"]
    assert region("check").code == 0


def test_two_people_of_one_name_are_asked_about(region: Scm) -> None:
    region.ok("attendee", "add", "Clara Kern", "--key", "kern-2")
    result = region("task", "edit", "A7-1", "--to", "kern")
    assert (result.code, result.out) == (3, "")
    assert "clara-kern" in result.err
    assert "kern-2" in result.err


@pytest.mark.parametrize("text", ["a | b\tc", "*fett* <b> [x](y)", "# TOP 9", "zwei\nZeilen", "=1+1", "Ä\u0308ß🦊"])
def test_any_text_is_kept(region: Scm, text: str) -> None:
    ref = region.ok("task", "add", "7:3", text).strip()
    assert shown(region, ref)["text"]
    assert len(region("task", "list", terminal=True).out.splitlines()) == 5
    assert len(region.ok("task", "list", "7").splitlines()) == 3
    assert region("check").code == 0


def test_a_task_is_shown_with_the_item_it_came_from(region: Scm) -> None:
    result = region("task", "add", "7:testfeld-sensornetz", "Karte zeichnen", "--to", "kern")
    assert result.out == "beispielregion/A7-3\n"
    assert "task beispielregion/A7-3 (item 3 Testfeld Sensornetz) added" in result.err
    assert "3 Testfeld Sensornetz, session beispielregion/7 of 10 September 2024" in region.ok("task", "show", "A7-3")
    assert region.ok("task", "list", "--to", "kern", "--fields", "ref,top,title").endswith("\t3\tTestfeld Sensornetz\n")


def test_a_session_shows_its_tasks_in_their_own_words(region: Scm) -> None:
    region.ok("task", "done", "A7-1")
    page = region.speak("de").ok("show", "7")
    assert "erledigt" in page
    assert "behandelt" in page, "of an item"


def test_quiet_and_dry_run(region: Scm) -> None:
    before = tree(region.archive)
    result = region("task", "add", "7:3", "Probe", "--dry-run")
    assert "dry run" in result.err
    assert tree(region.archive) == before
    assert region("task", "done", "A7-1", "--quiet").err == ""
    assert region("task", "done").code == 2
