"""`scm attendee report` and `forget`."""

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from support import PROJECT, Scm

FIXTURE = PROJECT / "tests" / "fixtures" / "beispielregion"


@pytest.fixture
def region(scm: Scm, monkeypatch: pytest.MonkeyPatch) -> Scm:
    """The invented region: Clara Kern has a duplicate, a deputy, votes, tasks, a note and a sealed session."""
    scm.now = datetime(2024, 12, 1, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    shutil.rmtree(scm.archive)
    shutil.copytree(FIXTURE, scm.archive)
    monkeypatch.chdir(scm.archive)
    scm.ok("attendee", "edit", "clara-kern", "--email", "kern@example.org", "--phone", "0355 123456")
    scm.ok("attendee", "add", "Klara Kern", "--alias", "CK")
    scm.ok("attendee", "merge", "klara-kern", "clara-kern")
    scm.ok("attendee", "edit", "frida-ohm", "--group", "beispielregion", "--deputy-of", "clara-kern")
    scm.ok("session", "add", "1.10.2022", "--number", "1", "--chair", "clara-kern")
    scm.ok("agenda", "add", "1", "Bericht", "--notes", "Frau Kerns Bericht.")
    scm.ok("session", "finalize", "1", "--yes", "--on", "1.10.2022")
    path = scm.archive / "sessions" / "beispielregion" / "0007.toml"
    voted = 'result = "carried"\nby_name = { yes = ["anna-beispiel", "clara-kern"] }\nmoved_by = "klara-kern"\n'
    path.write_text(path.read_text().replace('result = "carried"\n', voted, 1).replace("yes = 3", "yes = 2"))
    person = scm.archive / "attendees" / "clara-kern.toml"
    person.write_text(f"# Handy: 0171 2345678\n{person.read_text()}")
    return scm


def everything(archive: Path) -> str:
    """Return all that the archive's own files say, hidden ones and sealed texts too."""
    paths = [path for path in sorted(archive.rglob("*")) if path.is_file()]
    return "\n".join(f"{path.relative_to(archive)}\n{path.read_text()}" for path in paths)


def test_a_report_names_every_place(region: Scm) -> None:
    shown = json.loads(region.ok("attendee", "report", "kern@example.org", "--json"))
    assert [one["key"] for one in shown["entries"]] == ["clara-kern", "klara-kern"]
    assert {(one["session"], one["field"]) for one in shown["places"]} >= {
        ("beispielregion/1", "chair"),
        ("beispielregion/1", "key"),
        ("beispielregion/7", "attendee"),
        ("beispielregion/7", "assignees"),
        ("beispielregion/7", "yes"),
        ("beispielregion/7", "moved_by"),
        (None, "deputy_of"),
    }
    lines = {(Path(one["file"]).name, one["text"]) for one in shown["texts"]}
    assert ("0001.md", "Frau Kerns Bericht.") in lines
    for one in shown["places"]:
        line = (region.archive / one["file"]).read_text().splitlines()[one["line"] - 1]
        assert "clara-kern" in line or "klara-kern" in line


def test_a_report_is_a_letter_in_both_languages(region: Scm) -> None:
    assert "# Data stored about Clara Kern\n" in region.ok("attendee", "report", "clara")
    text = region.speak("de").ok("attendee", "report", "clara")
    place = "- Testfeld Sensornetz, B7-1 „Die AG richtet ein gemeinsames Testfeld ein“: Ja (sessions/"
    assert place in text
    assert "- Siegel: Personen (Schlüssel: clara-kern; Name: Clara Kern" in text
    assert "- E-Mail: kern@example.org\n" in text
    assert "## Nicht durchsucht\n" in text


def test_forgetting_leaves_no_name_but_in_sealed_sessions_and_texts(region: Scm) -> None:
    sealed = {path: path.read_bytes() for path in region.archive.rglob("0001.*")}
    before = region.ok("attendance", "list", "7", "--json")
    votes = region.ok("minutes", "7", "--print", "--lang", "de")
    result = region("attendee", "forget", "clara-kern", "--yes")
    assert (result.code, result.out) == (0, "")
    assert "beispielregion/1\n" in result.err
    assert "0001.toml:" not in result.err
    assert "git" in result.err
    assert {path: path.read_bytes() for path in sealed} == sealed
    for path in sealed:
        path.unlink()
    left = everything(region.archive)
    for words in ("Clara Kern", "Klara", "kern@example.org", "123456", "2345678", '"CK"', 'family_name = "Kern"'):
        assert words not in left
    assert 'yes = ["anna-beispiel", "forgotten"]' in left
    for path, data in sealed.items():
        path.write_bytes(data)
    assert region("check").code == 0
    after = region.ok("minutes", "7", "--print", "--lang", "de")
    assert "Entfernte Person (Neudorf, ab 10:20 Uhr)" in after
    assert "anwesend (5 von 5)" in votes
    assert "anwesend (5 von 5)" in after
    assert len(json.loads(before)) == len(json.loads(region.ok("attendance", "list", "7", "--json")))


def test_a_stub_stays_only_where_a_sealed_session_needs_it(region: Scm) -> None:
    region.ok("attendee", "forget", "clara", "--yes")
    stub = (region.archive / "attendees" / "clara-kern.toml").read_text()
    assert stub == 'schema = 1\nname = "Entfernte Person"\nmerged_into = "forgotten"\nforgotten = 2024-12-01\n'
    assert not (region.archive / "attendees" / "klara-kern.toml").exists()
    result = region("attendee", "forget", "clara-kern", "--yes")
    assert result.code == 0
    assert "nothing to change" in result.err
    assert "beispielregion/1" in result.err


def test_a_dry_run_and_a_missing_yes_change_nothing(region: Scm) -> None:
    before = everything(region.archive)
    result = region("attendee", "forget", "clara", "--dry-run")
    assert result.code == 0
    assert "0007.toml" in result.err
    assert region("attendee", "forget", "clara").code == 2
    assert everything(region.archive) == before


def test_two_forgotten_people_stay_two(region: Scm) -> None:
    region.ok("attendee", "forget", "clara", "--yes")
    region.ok("attendee", "forget", "emil", "--yes")
    assert (region.archive / "attendees" / "forgotten-2.toml").exists()
    assert region("check").code == 0
    assert "anwesend (5 von 5)" in region.ok("minutes", "7", "--print", "--lang", "de")


@pytest.mark.parametrize("stop", range(1, 9))
def test_every_state_between_is_valid_and_repeating_finishes(
    region: Scm, failing: Callable[[int, BaseException], None], stop: int
) -> None:
    region.ok("attendee", "forget", "clara", "--dry-run")
    failing(stop, KeyboardInterrupt())
    stopped = region("attendee", "forget", "clara-kern", "--yes")
    failing(0, KeyboardInterrupt())
    assert stopped.code in (0, 130)
    assert region("check").code == 0, region("check")
    region.ok("attendee", "forget", "clara-kern", "--yes")
    assert region("check").code == 0, region("check")
    assert "anwesend (5 von 5)" in region.ok("minutes", "7", "--print", "--lang", "de")
    assert sorted(path.stem for path in (region.archive / "attendees").glob("forgotten*")) == ["forgotten"]
    assert "kern@example.org" not in everything(region.archive)


@pytest.mark.parametrize("stop", range(1, 9))
def test_no_stop_leaves_a_file_that_is_named_after_the_person(
    region: Scm, failing: Callable[[int, BaseException], None], stop: int
) -> None:
    own = region.archive / "attendees" / "nina-neu.toml"
    region.ok("attendee", "add", "Nina Neu")
    region.ok("agenda", "add", "8", "Bericht", "--presenter", "nina-neu")
    failing(stop, KeyboardInterrupt())
    stopped = region("attendee", "forget", "nina-neu", "--yes")
    failing(0, KeyboardInterrupt())
    assert stopped.code == 130 or not own.exists()
    assert region("attendee", "forget", "nina-neu", "--yes").code in (0, 3)
    assert not own.exists()
    assert region("check").code == 0


def test_a_broken_file_might_name_the_person(region: Scm) -> None:
    (region.archive / "sessions" / "beispielregion" / "0008.toml").write_text("number = \n")
    before = everything(region.archive)
    assert region("attendee", "forget", "clara", "--yes").code == 4
    assert everything(region.archive) == before
    assert region("attendee", "report", "clara").code == 4
