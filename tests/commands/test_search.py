"""`scm search` as people and programs use it."""

import json

import pytest
from support import Scm


def refs(scm: Scm, *args: str) -> list[str]:
    """Return the references of what is found, without the group's key."""
    return [line.removeprefix("beispielregion/") for line in scm.ok("search", *args, "--fields", "ref").splitlines()]


def test_it_finds_compounds_and_spellings(region: Scm) -> None:
    region.ok("agenda", "add", "8", "Bushaltestellenkonzept", "--notes", "Für die Straße am Müllerplatz.")
    for typed in ("haltestelle", "Haltestelle", "HALTESTELLEN", "bushalte*", "konzept bus"):
        assert "8#bushaltestellenkonzept" in refs(region, typed), typed
    for typed in ("müller", "mueller", "muller", "strasse", "STRASSE", "Straße am", '"straße  AM Müllerplatz"'):
        assert refs(region, typed) == ["8#bushaltestellenkonzept"], typed
    for typed in ("haltestelle*", '"halte"', "haltestelle zug", "haltestelle !strasse"):
        assert refs(region, typed) == [], typed


def test_every_filter_holds(region: Scm) -> None:
    found = refs(region, "sensor")
    assert found == ["7#testfeld-sensornetz", "7#auftrag-sensorik", "B7-1", "B7-2"]
    assert refs(region, "sensor", "--kind", "decision") == [one for one in found if one.startswith("B")]
    assert refs(region, "sensor", "--kind", "TOP", "--no-internal") == ["7#testfeld-sensornetz"]
    assert set(refs(region, "sensor", "--only-internal")) == {"7#auftrag-sensorik", "B7-2"}
    for nothing in (["--year", "2023"], ["--attendee", "niemand"], ["--place", "Nirgends"], ["--status", "planned"]):
        assert refs(region, "sensor", *nothing) == [], nothing
    for all_ in (["--year", "2024"], ["--attendee", "anna", "--attended"], ["--place", "Ratssaal"], ["--group", "bei"]):
        assert refs(region, "sensor", *all_) == found, all_


def test_json_says_where_the_hit_is(region: Scm) -> None:
    for hit in json.loads(region.ok("search", "foerderung", "--json")):
        assert [hit["snippet"][one["start"] : one["end"]] for one in hit["ranges"]] == ["Förderung"]


def test_a_person_is_found_by_an_earlier_name(region: Scm) -> None:
    region.ok("attendee", "edit", "clara-kern", "--alias", "Clara Früher")
    assert refs(region, '"Clara Früher"') == ["7", "A7-1"]


@pytest.mark.parametrize(("env", "hit"), [({}, "\x1b[1mFiktiv\x1b[0m"), ({"NO_COLOR": "1"}, "»Fiktiv«")])
def test_a_terminal_marks_the_hit(region: Scm, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], hit: str) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    result = region.speak("de")("search", "firma fiktiv", "--no-internal", terminal=True, env=env)
    assert (result.out, result.err) == ("", "0 Einträge\n")
    result = region("search", "fiktiv", "--kind", "decision", terminal=True, env=env)
    assert result.out == (
        f"B7-2  10.09.2024  TOP 4  Auftrag Sensorik (nichtöffentlich)\n    Den Auftrag erhält die Firma {hit}.\n"
    )
    assert result.err == "1 Eintrag\n"


def test_fields_are_a_table_on_a_terminal(region: Scm) -> None:
    result = region("search", "fiktiv", "--fields", "ref,score", terminal=True, env={"NO_COLOR": "1"})
    assert result.out.splitlines()[0].split() == ["No.", "Rank"]


def test_a_broken_file_hides_nothing(region: Scm) -> None:
    found = region.ok("search", "sensor")
    (region.archive / "sessions/beispielregion/0008.toml").write_text("schema = 1\nnaem = 1\n")
    result = region("search", "sensor")
    assert (result.code, result.out) == (4, found)


def test_a_sealed_session_is_found_too(region: Scm) -> None:
    before = refs(region, "sensor")
    region.ok("session", "finalize", "7", "--yes")
    assert refs(region, "sensor") == before
