"""`scm session plan`, rhythms and `scm status` on an archive."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from support import Scm

from scm_cli.terminal import cells

GROUP = "groups/smart-city-region.toml"
RHYTHM = "every second Tuesday of the month"


def files(scm: Scm) -> dict[str, bytes]:
    return {str(path.relative_to(scm.archive)): path.read_bytes() for path in scm.archive.rglob("*.toml")}


def test_a_dry_run_shows_the_plan_and_writes_nothing(scm: Scm) -> None:
    scm.ok("group", "edit", "--rhythm", RHYTHM, "--notice-days", "10", "--start", "10", "--duration", "1:30")
    before = files(scm)
    result = scm("session", "plan", "--dry-run", "--quiet")
    assert result.code == 0
    assert result.out == "smart-city-region/2\n"
    assert "Tuesday, 13 December 2022, 10:00 to 11:30" in result.err
    assert "Invitations are due by Saturday, 3 December 2022" in result.err
    assert "nothing written" in result.err
    assert files(scm) == before


def test_quiet_leaves_the_reference_alone(scm: Scm) -> None:
    assert scm("session", "plan", "13.12.2022", "--quiet").err == ""
    assert scm.ok("session", "show", "2", "--json")


def test_if_missing_plans_once(scm: Scm) -> None:
    scm.ok("group", "edit", "--rhythm", RHYTHM)
    assert scm.ok("session", "plan", "--if-missing") == "smart-city-region/2\n"
    before = files(scm)
    again = scm("session", "plan", "--if-missing")
    assert (again.code, again.out) == (0, "smart-city-region/2\n")
    assert "planned already" in again.err
    assert scm("session", "plan", "--if-missing", "--quiet").err == ""
    assert files(scm) == before
    scm.ok("session", "cancel", "2")
    assert scm.ok("session", "plan", "--if-missing") == "smart-city-region/3\n"


def test_if_missing_needs_no_rhythm_where_nothing_is_missing(scm: Scm) -> None:
    scm.ok("session", "add", "8.12.2022")
    assert scm.ok("session", "plan", "--if-missing") == "smart-city-region/2\n"


def test_an_own_date_is_taken_as_it_is_with_warnings(scm: Scm) -> None:
    scm.ok("group", "edit", "--notice-days", "30")
    scm.ok("session", "plan", "26.12.2022", "--quiet")
    result = scm("session", "plan", "26.12.2022")
    assert result.code == 0
    assert "26 December 2022 is a public holiday (Second Day of Christmas)" in result.err
    assert "session smart-city-region/2 is on that day too" in result.err
    assert "would have been due by 26 November 2022" in result.err
    assert json.loads(scm.ok("session", "show", "3", "--json"))["date"] == "2022-12-26"
    assert "is past" in scm("session", "plan", "24.11.2022").err


def test_an_unknown_region_stops_a_rhythm_but_not_an_own_date(scm: Scm) -> None:
    path = scm.archive / GROUP
    scm.ok("group", "edit", "--rhythm", RHYTHM)
    path.write_text(path.read_text().replace("DE-BB", "DE-XX"))
    result = scm("session", "plan")
    assert (result.code, result.out) == (2, "")
    assert "DE-XX" in result.err
    own = scm("session", "plan", "26.12.2022")
    assert own.code == 0
    assert "no public holidays are known for the region „DE-XX“" in own.err


def test_a_region_is_looked_up_when_it_is_set(scm: Scm) -> None:
    scm.ok("group", "edit", "--region", "at")
    assert json.loads(scm.ok("group", "show", "--json"))["region"] == "AT"
    for unknown in ("de-xx", "Brandenburg"):
        assert scm("group", "edit", "--region", unknown).code == 2


@pytest.mark.parametrize("rhythm", ["FREQ=WEEKLY;UNTIL=20220101", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"])
def test_a_rhythm_without_days_is_refused_with_the_remedy(scm: Scm, rhythm: str) -> None:
    path = scm.archive / GROUP
    path.write_text(path.read_text() + f'rhythm = "{rhythm}"\nrhythm_since = 2022-11-25\n')
    result = scm("session", "plan")
    assert (result.code, result.out) == (2, "")
    assert "scm group edit smart-city-region --rhythm" in result.err
    assert scm("group", "show").code == 0


def test_a_rhythm_that_has_ended_says_so(scm: Scm) -> None:
    scm.ok("group", "edit", "--rhythm", "FREQ=WEEKLY;BYDAY=TU;COUNT=1", "--rhythm-since", "1.11.2022")
    result = scm("session", "plan")
    assert (result.code, result.out) == (2, "")
    assert "has ended" in result.err


def test_a_broken_session_stops_planning_because_what_it_left_over_is_unknown(scm: Scm) -> None:
    (scm.archive / "sessions/smart-city-region/0005.toml").write_text("schema = 1\nnumber = x\n")
    result = scm("session", "plan", "13.12.2022")
    assert (result.code, result.out) == (4, "")
    assert "0005.toml:2" in result.err
    (scm.archive / "groups/other.toml").write_text("broken")
    (scm.archive / "sessions/smart-city-region/0005.toml").unlink()
    assert scm("session", "plan", "13.12.2022").code == 0, "another group's file does not matter"


def test_a_rhythm_counts_from_the_last_session_or_the_day_named(scm: Scm) -> None:
    scm.ok("group", "edit", "--rhythm", "alle 14 Tage freitags")
    assert json.loads(scm.ok("group", "show", "--json"))["rhythm_since"] == "2022-11-25"
    assert scm.ok("session", "plan") == "smart-city-region/2\n"
    assert json.loads(scm.ok("session", "show", "2", "--json"))["date"] == "2022-12-09"
    scm.ok("group", "edit", "--rhythm-since", "2.12.2022")
    assert json.loads(scm.ok("group", "show", "--json"))["rhythm_since"] == "2022-12-02"
    scm.ok("group", "edit", "--clear", "rhythm")
    shown = json.loads(scm.ok("group", "show", "--json"))
    assert (shown["rhythm"], shown["rhythm_since"]) == (None, None)


def test_a_changed_group_touches_no_session_already_made(scm: Scm) -> None:
    scm.ok("session", "plan", "13.12.2022")
    before = files(scm)
    scm.ok("group", "edit", "--rhythm", RHYTHM, "--place", "Forst", "--start", "9", "--approval", "vote")
    after = files(scm)
    assert {name for name in after if after[name] != before[name]} == {GROUP}


def test_the_invitation_pins_what_was_planned_and_carry_over_reads_back(scm: Scm) -> None:
    scm.ok("agenda", "postpone", "1:2.1")
    result = scm("session", "plan", "13.12.2022")
    assert "item 2 Digitale Haltestellen (from session smart-city-region/1)" in result.err
    assert scm("check").code == 0
    assert "Haltestellen" not in scm("session", "plan", "10.1.2023").err
    scm.ok("session", "invite", "2")
    assert "2\tDigitale Haltestellen" in scm.ok("agenda", "list", "2")


def test_only_a_session_that_is_to_come_is_completed(scm: Scm) -> None:
    scm.ok("session", "add", "1.11.2022")
    past = scm("session", "plan", "--into", "2")
    assert (past.code, past.out) == (5, "")
    assert "1 November 2022 is past" in past.err
    assert scm("session", "plan", "--into", "1").code == 5
    assert scm("session", "plan", "--into", "9").code == 3
    assert scm("session", "plan", "--into", "2", "--if-missing").code == 2


def test_a_dry_run_into_a_session_writes_nothing(scm: Scm) -> None:
    scm.ok("session", "add", "8.12.2022")
    scm.ok("agenda", "postpone", "1:2.1")
    before = files(scm)
    assert "Digitale Haltestellen" in scm("session", "plan", "--into", "2", "--dry-run").err
    assert files(scm) == before
    assert scm("session", "plan", "--into", "2", "--quiet").err == ""
    assert "Digitale Haltestellen" in scm.ok("agenda", "list", "2")


def test_open_tasks_are_counted_by_the_plan_and_listed_on_the_agenda(scm: Scm) -> None:
    group, session = scm.archive / GROUP, scm.archive / "sessions/smart-city-region/0001.toml"
    group.write_text(group.read_text() + '\n[[standing]]\ntitle = "Offene Aufgaben"\npurpose = "tasks"\n')
    tasks = '[[agenda.tasks]]\nnumber = 1\ntext = "Bericht senden"\ndue = 2022-11-30\n'
    session.write_text(session.read_text().rstrip() + "\n\n" + tasks)
    assert "1 open task, 1 overdue: scm task list --open" in scm("session", "plan", "13.12.2022").err
    assert "  - A1-1 (bis 30.11.2022): Bericht senden\n" in scm.ok("export", "2")
    assert "A1-1 overdue since 30 November 2022: Bericht senden" in scm.ok("status")


def standing(scm: Scm) -> list[tuple[str, str, str]]:
    shown = json.loads(scm.ok("group", "show", "--json"))["standing"]
    return [(one["title"], one["place"], one["purpose"]) for one in shown]


def test_standing_items_are_set_by_the_end_they_stand_at(scm: Scm) -> None:
    scm.ok("group", "edit", "--standing-first", "Eröffnung", "--standing-first", "Protokoll=approval")
    scm.ok("group", "edit", "--standing-last", "Aufgaben=tasks", "--standing-last", "Kosten = Nutzen")
    assert standing(scm) == [
        ("Eröffnung", "first", "other"),
        ("Protokoll", "first", "approval"),
        ("Aufgaben", "last", "tasks"),
        ("Kosten = Nutzen", "last", "other"),
    ]
    scm.ok("group", "edit", "--standing-last", "Protokoll", "--standing-first", "")
    assert standing(scm) == [("Protokoll", "last", "approval")], "what is known of a title stays"
    scm.ok("group", "edit", "--standing-last", "")
    assert standing(scm) == []
    scm.ok("group", "add", "Zweite Gruppe", "--key", "zwei", "--standing-last", "Verschiedenes")
    assert "Verschiedenes" in scm.ok("group", "show", "zwei")
    assert scm("group", "edit", "--standing-last", "a\nb").code == 2


def test_what_is_planned_does_not_stand_in_the_way_of_finalizing(scm: Scm) -> None:
    path = scm.archive / GROUP
    path.write_text(path.read_text() + '\n[[standing]]\ntitle = "Verschiedenes"\n')
    scm.ok("session", "finalize", "1", "--yes")
    scm.ok("session", "plan", "30.11.2022", "--quiet")
    scm.ok("attendance", "set", "2", "binder", "--state", "present")
    refused = scm("session", "finalize", "2", "--yes")
    assert refused.code == 1
    assert "item 1 Genehmigung des Protokolls der 1. Sitzung is open" in refused.err
    assert "Verschiedenes" not in refused.err
    scm.ok("session", "approve", "1", "--in", "2")
    scm.ok("session", "finalize", "2", "--yes")
    assert "done" in scm.ok("agenda", "list", "2").splitlines()[0]


def test_an_approval_that_is_no_longer_needed_is_told(scm: Scm) -> None:
    scm.ok("session", "plan", "13.12.2022", "--quiet")
    assert "no longer needed" not in scm("session", "plan", "--into", "2").err
    scm.ok("session", "finalize", "1", "--yes")
    scm.ok("session", "add", "30.11.2022")
    scm.ok("session", "approve", "1", "--in", "3")
    told = scm("session", "plan", "--into", "2").err
    assert (
        "item 1 is no longer needed, the minutes of session smart-city-region/1 are approved: scm agenda drop" in told
    )


def test_odd_numbers_end_no_calendar(scm: Scm) -> None:
    path = scm.archive / GROUP
    path.write_text(path.read_text() + "notice_days = 999999999\n")
    assert scm("session", "plan", "13.12.2022").code == 0
    for day in ("9999-12-31", "9999-12-10", "0001-01-01"):
        scm.ok("session", "edit", "2", "--date", day)
        scm.ok("group", "edit", "--rhythm", "alle 14 Tage freitags")
        assert scm("session", "plan", "--dry-run").code in (0, 2), day
        assert scm("session", "plan", day, "--dry-run").code == 0, day
        assert scm("status").code == 0, day


def test_what_two_secretaries_carried_over_is_found_by_check(scm: Scm) -> None:
    scm.ok("agenda", "postpone", "1:2.1")
    scm.ok("session", "plan", "13.12.2022")
    path = scm.archive / "sessions/smart-city-region/0002.toml"
    other = path.read_text().replace("number = 2", "number = 3").replace("2022-12-13", "2022-12-20")
    path.with_name("0003.toml").write_text(other)
    found = scm("check")
    assert found.code == 1
    assert (
        "agenda[2].from: smart-city-region/1#digitale-haltestellen is carried over by "
        "smart-city-region/2#digitale-haltestellen already; "
        "mend it with: scm agenda drop smart-city-region/3#digitale-haltestellen"
    ) in found.out
    scm.ok("agenda", "drop", "3:2")
    assert scm("check").code == 0


# status


def test_status_fits_on_a_small_screen(scm: Scm) -> None:
    result = scm("status", terminal=True, env={"NO_COLOR": "1"})
    assert result.code == 0
    assert result.out.splitlines() == [
        "Next session  none planned: scm session plan",
        "Drafts        1 of 25 November 2022: not final: scm session finalize 1",
    ]


def test_status_fits_on_24_lines_of_80_columns(scm: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    for n in range(1, 31):
        scm.ok("agenda", "add", "1", f"{n} 漢字 Ü | *x* " + "sehr langer Titel " * 6, "--state", "postponed")
    for n in range(2, 32):
        scm.ok("session", "add", f"2022-10-{n - 1:02}", "--number", str(n))
    shown = scm("status", terminal=True, env={"NO_COLOR": "1"}).out.splitlines()
    assert len(shown) == 23
    assert max(map(cells, shown)) <= 80
    assert any("and " in line and "more: scm session plan" in line for line in shown)
    assert len(scm.ok("status").splitlines()) > 60


def test_status_names_everything_in_full_where_no_person_reads_it(scm: Scm) -> None:
    scm.ok("agenda", "postpone", "1:2.1")
    assert "smart-city-region/1:2.1 Digitale Haltestellen\n" in scm.ok("status")


def test_a_broken_file_never_breaks_status(scm: Scm) -> None:
    scm.ok("session", "add", "8.12.2022")
    for broken in ("sessions/smart-city-region/0005.toml", "groups/other.toml", "attendees/nobody.toml", "scm.toml"):
        (scm.archive / broken).write_text("schema = 1\nnonsense =\n")
    for terminal in (True, False):
        result = scm("status", terminal=terminal)
        assert result.code == 4
        assert "8 December 2022" in result.out
        assert "findings: scm check" in result.out
        assert "0005.toml" in result.err
    found = scm("status", "--json")
    assert found.code == 4
    assert json.loads(found.out)["problems"] == 4


def test_status_of_one_group_leaves_the_others_out(scm: Scm) -> None:
    scm.ok("group", "add", "Zweite Gruppe", "--key", "zwei")
    assert "zwei: none planned: scm session plan -g zwei" in scm.ok("status")
    assert scm.ok("status", "--group", "zwei") == "Next session  none planned: scm session plan -g zwei\n"
    assert scm("status", "--group", "nix").code == 3


def test_status_without_any_group_says_nothing(scm: Scm) -> None:
    (scm.archive / GROUP).unlink()
    (scm.archive / "scm.toml").write_text("schema = 1\n")
    assert json.loads(scm("status", "--json").out)["groups"] == []


def test_status_counts_days_from_the_clock(scm: Scm) -> None:
    scm.ok("group", "edit", "--notice-days", "14")
    scm.ok("session", "add", "20.12.2022")
    assert "in 19 days" in scm.ok("status")
    scm.now = datetime(2022, 12, 8, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert "invitations 2 days overdue" in scm.ok("status")
