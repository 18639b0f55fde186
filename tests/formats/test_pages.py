"""Pages for people: every key that is set, in their words."""

import re
from dataclasses import replace
from datetime import date, time

import pytest
from support import SAMPLE, Scm

from scm_cli.archive.archive import Archive
from scm_cli.archive.files import Files
from scm_cli.formats.pages import page
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.attendee import Attendee, Membership


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "en")


@pytest.fixture
def sample() -> Archive:
    return Archive(Files(SAMPLE))


def test_a_person(sample: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    person = sample.attendee("cathleen-rohr-mehani").value
    lines = [
        "Name         Cathleen Rohr-Mehani",
        "Family name  Rohr-Mehani",
        "Given name   Cathleen",
        "Role         Chief Digital Officer (CDO)",
    ]
    assert page(person, sample.register) == lines
    monkeypatch.setenv("SCM_LANG", "de")
    assert page(person, sample.register)[1:3] == ["Nachname  Rohr-Mehani", "Vorname   Cathleen"]


def test_a_seat_names_people_days_and_answers_in_words(sample: Archive) -> None:
    seat = Membership(
        group="smart-city-region", role="deputy", vote=True, deputy_of="julia-binder", since=date(2022, 11, 25)
    )
    lines = "\n".join(page(Attendee(name="X", memberships=(seat,)), sample.register))
    assert re.search(r"^ +Role +deputy$", lines, re.MULTILINE)
    assert re.search(r"yes$", lines, re.MULTILINE)
    assert re.search(r"Dr\. phil\. Julia Binder$", lines, re.MULTILINE)
    assert re.search(r"25 November 2022$", lines, re.MULTILINE)


def test_a_session_numbers_its_items_and_keeps_lines_of_notes(sample: Archive) -> None:
    session = next(sample.sessions()).value
    lines = page(session, sample.register)
    titles = [line.strip() for line in lines if re.match(r"  (Item|TOP) ", line)]
    assert [title.split()[1] for title in titles] == ["1", "2", "2.1", "2.2", "3"]
    text = "\n".join(lines)
    assert re.search(r"^ +- Wie digital soll die Zukunft sein\?$", text, re.MULTILINE)
    assert "  Stadt Spremberg\n" in text
    assert all(line == line.rstrip() for line in lines)


def test_times_of_presence_are_named(sample: Archive) -> None:
    session = next(sample.sessions()).value
    row = Attendance(attendee="julia-binder", state="present", presence=(Span(from_=time(10, 20), until=time(11)),))
    text = "\n".join(page(replace(session, attendance=(row,)), sample.register))
    assert "10:20" in text
    assert "11:00" in text


def test_a_page_and_its_json_tell_the_same_thing(scm: Scm) -> None:
    shown = scm.speak("de").ok("show", "1")
    assert shown.startswith("smart-city-region/1\nsessions/smart-city-region/0001.toml\n")
    for word in ("25.11.2022", "durchgeführt", "Wirtschaftsregion Lausitz", "behandelt", "anwesend", "TOP 2.1"):
        assert word in shown
    assert "done" not in shown
    assert "held" not in shown


def test_a_group_says_in_words_how_it_decides(scm: Scm) -> None:
    scm.speak("de").ok("group", "edit", "--quorum", "Mehrheit", "--approval", "Frist", "--vote-by", "Organisation")
    shown = scm.ok("group", "show")
    assert re.search(r"^Beschlussfähigkeit +Mehrheit$", shown, re.MULTILINE)
    assert re.search(r"^Genehmigung +Fristablauf$", shown, re.MULTILINE)
    scm.ok("group", "edit", "--quorum", "3/4")
    assert re.search(r"^Beschlussfähigkeit +3/4$", scm.ok("group", "show"), re.MULTILINE)


def test_somebody_outside_the_register_is_called_by_name_alone(scm: Scm) -> None:
    scm.ok("task", "add", "1:1", "Räume buchen", "--to", "Gerd Gast", "--to-organisation", "Stadt Guben")
    assert re.search(r"^ +Assignees +Gerd Gast; Stadt Guben$", scm.ok("show", "1"), re.MULTILINE)


def test_a_sealed_session_shows_its_seal_without_checksums_and_counters(scm: Scm) -> None:
    scm.ok("session", "finalize", "1", "--yes")
    shown = scm.speak("de").ok("show", "1")
    assert re.search(r"^Siegel\n  Version +1\n  Am +01\.12\.2022 09:00$", shown, re.MULTILINE)
    assert not re.search(r"[0-9a-f]{64}|^UID|^Letzte", shown, re.MULTILINE)
    assert '"digest": "' in scm.ok("show", "1", "--json")
