"""Every filter alone, alternatives within one, all of them together, on sessions, items and people."""

import pytest
from support import Scm


@pytest.fixture
def filled(scm: Scm) -> Scm:
    """Four sessions in two groups, and who was there."""
    scm.ok("attendee", "add", "Jörg Müller", "--organisation", "Stadt Altdorf", "--group", "SCR", "--seat", "member")
    scm.ok("attendee", "add", "Clara Kern", "--organisation", "Neudorf")
    scm.ok("session", "add", "10.1.2023", "--place", "Guben", "--room", "Ratssaal", "--kind", "extraordinary")
    scm.ok("session", "add", "14.2.2023", "--place", "Spremberg", "--title", "Klausur zur Straßenbeleuchtung")
    scm.ok("group", "add", "Beirat Beispielstadt", "--short", "BB")
    scm.ok("session", "add", "8.12.2026", "--group", "BB", "--place", "Musterstadt")
    scm.ok("agenda", "add", "2", "Haushalt", "--internal", "--kind", "decision", "--notes", "Der Ansatz für 2024.")
    scm.ok("agenda", "add", "2", "Berichte", "--kind", "information", "--presenter", "Gerd Gast")
    scm.ok("attendance", "set", "2", "müller", "--state", "present", "--capacity", "member")
    scm.ok("attendance", "set", "2", "kern", "--state", "excused", "--capacity", "advisory")
    scm.ok("attendance", "set", "3", "müller", "--state", "accepted")
    scm.ok("session", "edit", "2", "--status", "held")
    scm.ok("session", "edit", "3", "--status", "invited")
    return scm


def found(scm: Scm, *args: str, field: str = "ref") -> list[str]:
    """Return one field of a list, references without the long group."""
    lines = scm.ok(*args, "--fields", field).splitlines()
    return [line.removeprefix("smart-city-region/").removeprefix("beirat-") for line in lines]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ((), ["beispielstadt/1", "3", "2", "1"]),
        (("--group", "BB"), ["beispielstadt/1"]),
        (("--group", "smart", "--group", "beirat"), ["beispielstadt/1", "3", "2", "1"]),
        (("--from", "2023"), ["beispielstadt/1", "3", "2"]),
        (("--from", "2023", "--to", "2023"), ["3", "2"]),
        (("--to", "Januar 2023"), ["2", "1"]),
        (("--from", "Februar 2023", "--to", "14.2.2023"), ["3"]),
        (("--on", "November 2022"), ["1"]),
        (("--on", "KW 2 2023", "--on", "25.11.2022"), ["2", "1"]),
        (("--year", "2022", "--year", "2026"), ["beispielstadt/1", "1"]),
        (("--status", "held"), ["2", "1"]),
        (("--status", "eingeladen", "--status", "planned"), ["beispielstadt/1", "3"]),
        (("--state", "held"), ["2", "1"]),
        (("--kind", "extraordinary"), ["2"]),
        (("--kind", "ordinary"), ["beispielstadt/1", "3", "1"]),
        (("--place", "GUBEN"), ["2"]),
        (("--place", "ratssaal", "--place", "spremberg"), ["3", "2"]),
        (("--attendee", "mueller"), ["3", "2"]),
        (("--attendee", "muller", "--attended"), ["2"]),
        (("--attendee", "kern"), ["2"]),
        (("--attendee", "kern", "--attended"), []),
        (("--attendee", "gerd gast"), ["2"]),
        (("--attended",), ["2", "1"]),
        (("--organisation", "altdorf"), ["3", "2"]),
        (("--organisation", "neudorf"), ["2"]),
        (("--title", "strassen"), ["3"]),
        (("--title", "haltestellen"), ["1"]),
        (("--text", "ansatz fur"), ["2"]),
        (("--text", "chosebuz"), ["1"]),
        (("--only-internal",), ["2"]),
        (("--no-internal",), ["beispielstadt/1", "3", "1"]),
        (("--from", "2023", "--place", "guben", "--attendee", "müller"), ["2"]),
        (("--place", "guben", "--year", "2022"), []),
        (("--limit", "2"), ["beispielstadt/1", "3"]),
        (("--limit", "0"), []),
        (("--reverse",), ["1", "2", "3", "beispielstadt/1"]),
        (("--sort", "place"), ["1", "2", "beispielstadt/1", "3"]),
        (("--sort", "place", "--reverse", "--limit", "1"), ["3"]),
        (("--sort", "group,date"), ["beispielstadt/1", "1", "2", "3"]),
        (("--sort", "kind"), ["2", "beispielstadt/1", "3", "1"]),
    ],
)
def test_sessions(filled: Scm, filters: tuple[str, ...], expected: list[str]) -> None:
    assert found(filled, "list", *filters) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--year", "2023"), ["haushalt", "berichte"]),
        (("--kind", "decision"), ["haushalt"]),
        (("--kind", "Bericht", "--year", "2023"), ["berichte"]),
        (("--state", "open"), ["haushalt", "berichte"]),
        (("--only-internal",), ["haushalt"]),
        (("--no-internal", "--place", "guben"), ["berichte"]),
        (("--title", "haushalt"), ["haushalt", "berichte"]),
        (("--state", "postponed"), []),
    ],
)
def test_items_by_themselves_and_by_their_session(filled: Scm, filters: tuple[str, ...], expected: list[str]) -> None:
    assert found(filled, "agenda", "list", *filters, field="id") == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ((), ["cathleen-rohr-mehani", "clara-kern", "joerg-mueller", "julia-binder"]),
        (("--group", "SCR", "--kind", "member"), ["joerg-mueller"]),
        (("--organisation", "neudorf"), ["clara-kern"]),
        (("--attendee", "muller"), ["joerg-mueller"]),
        (("--year", "2022"), ["cathleen-rohr-mehani", "julia-binder"]),
        (("--from", "2023"), ["clara-kern", "joerg-mueller"]),
        (("--from", "2023", "--attended"), ["joerg-mueller"]),
        (("--place", "spremberg", "--attended"), []),
        (("--text", "urban"), ["julia-binder"]),
        (("--state", "merged"), []),
    ],
)
def test_people_by_themselves_and_by_their_sessions(filled: Scm, filters: tuple[str, ...], expected: list[str]) -> None:
    assert sorted(found(filled, "attendee", "list", *filters, field="key")) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--place", "guben"), ["Jörg Müller", "Clara Kern"]),
        (("--state", "excused"), ["Clara Kern"]),
        (("--kind", "member"), ["Jörg Müller"]),
        (("--state", "zugesagt"), ["Jörg Müller"]),
    ],
)
def test_attendance(filled: Scm, filters: tuple[str, ...], expected: list[str]) -> None:
    assert found(filled, "attendance", "list", *filters, field="name") == expected


def test_groups(filled: Scm) -> None:
    assert filled.ok("group", "list", "--year", "2026", "--fields", "short").split() == ["BB"]
    assert filled.ok("group", "list", "--text", "beirat", "--fields", "short").split() == ["BB"]


def test_export_takes_the_same_filters(filled: Scm) -> None:
    result = filled("export", "--place", "guben", "--status", "held", "-o", "out/")
    assert result.code == 0
    written = [path.name for path in (filled.archive / "out").iterdir()]
    assert written == ["smart-city-region-0002-2023-01-10-protokoll.md"]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("list", "--kind", "decision"), "--kind knows no „decision“"),
        (("group", "list", "--kind", "x"), "--kind knows no „x“"),
        (("agenda", "list", "--state", "held"), "--state knows no „held“"),
        (("list", "--status", "done"), "--status knows no „done“"),
        (("list", "--fields", "ref,colour"), "there is no field „colour“"),
        (("list", "--sort", "colour"), "there is no field „colour“"),
        (("list", "--limit", "-1"), "--limit: „-1“ is not a whole number"),
        (("list", "--year", "22x"), "--year: „22x“ is not a whole number"),
        (("list", "--from", "31.2.2022"), "„31.2.2022“ is not in the calendar"),
        (("list", "--format", "xml"), "--format knows no „xml“"),
        (("list", "--json", "--format", "csv"), "--json and --format csv do not go together"),
    ],
)
def test_what_does_not_exist_is_named(filled: Scm, args: tuple[str, ...], sentence: str) -> None:
    result = filled(*args)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"scm: error: {sentence}")


@pytest.mark.parametrize(
    ("args", "columns"),
    [
        (("session", "list"), ["ref", "date", "status", "place", "agenda"]),
        (("agenda", "list"), ["ref", "date", "top", "title", "state", "presenters"]),
        (("attendance", "list"), ["session", "date", "name", "organisation", "state", "capacity"]),
        (("attendee", "list"), ["key", "name", "organisation", "role", "email"]),
        (("group", "list"), ["key", "name", "organisation", "sessions"]),
    ],
)
def test_the_default_columns_are_fixed_and_documented(filled: Scm, args: tuple[str, ...], columns: list[str]) -> None:
    from support import PROJECT

    assert filled.ok(*args) == filled.ok(*args, "--fields", ",".join(columns))
    assert f"| `scm {' '.join(args)}` | {', '.join(columns)} |" in (PROJECT / "README.md").read_text()
