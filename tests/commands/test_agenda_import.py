"""Imported agendas on the command line: all or nothing, and files that mean harm."""

import io
import zipfile
from pathlib import Path

import pytest
from support import Scm


@pytest.fixture
def two(scm: Scm) -> Scm:
    scm.ok("session", "add", "8.12.2026")
    scm.ok("agenda", "add", "2", "Anfang")
    return scm


def state(scm: Scm) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in scm.archive.rglob("*.toml")}


def bomb(size: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b" " * size)
    return packed.getvalue()


HOSTILE = {
    "empty": (b"", 4),
    "blank": (b"\n \n", 4),
    "binary": (bytes(range(256)), 4),
    "zip": (b"PK\x03\x04 nothing", 4),
    "other zip": (bomb(1), 4),
    "zip bomb": (bomb(210_000_000), 4),
    "old excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, 4),
    "deep": (b"[" * 100_000, 4),
    "deep and closed": (b"[" * 100_000 + b"]" * 100_000, 4),
    "digits": (b"[" + b"9" * 5000 + b"]", 4),
    "not a number": (b'[{"title": "A", "minutes": NaN}]', 4),
    "half a pair": (b'["\\ud800"]', 4),
    "control": (b'["\\u001b[31mA"]', 4),
    "bidi": ('["A\u202eB"]'.encode(), 4),
    "open quote": (b'Titel;Art\n"A;B\nC;D\n', 4),
    "too many": (b"Titel\n" + b"Punkt\n" * 30_000, 4),
    "too many lines": (b"- Punkt\n" * 30_000, 4),
    "too many columns": (b"x;" * 100_000, 0),
    "headings alone": (b"Titel;Art\n", 4),
    "number": (b"17", 0),
    "null": (b"[null]", 4),
    "nothing": (b"[]", 4),
    "ids": (b'[{"title": "A", "id": "../x"}]', 4),
    "ids twice": (b'[{"title": "A", "id": "x"}, {"title": "B", "id": "x"}]', 4),
    "long id": (b'[{"title": "A", "id": "' + b"x" * 65 + b'"}]', 4),
    "level": (b'[{"title": "A"}, {"title": "B", "level": 3}]', 4),
    "sub-item first": (b'[{"title": "A", "level": 2}]', 4),
    "top": (b'[{"title": "A", "minutes": true}]', 4),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence_and_changes_nothing(two: Scm, name: str) -> None:
    data, code = HOSTILE[name]
    before = state(two)
    (two.archive / "file").write_bytes(data)
    result = two("agenda", "import", "2", "file")
    assert result.code == code, result
    if code:
        assert result.out == ""
        assert state(two) == before
        assert all(line.startswith("scm: error: file") for line in result.err.splitlines()), result.err
        assert "\x1b" not in result.err


def test_one_bad_record_keeps_all_out(two: Scm) -> None:
    before = state(two)
    rows = [f"Punkt {n};{n}" for n in range(1, 300)]
    result = two("agenda", "import", "2", "-", stdin="\n".join(["Titel;Minuten", *rows, "Letzter;bald"]))
    assert result.code == 4
    assert "-:301: Minuten" in result.err
    assert state(two) == before


def test_a_dry_run_shows_the_result_and_writes_nothing(two: Scm) -> None:
    before = state(two)
    result = two("agenda", "import", "2", "-", "--dry-run", stdin="- Ende\n  - Dank\n")
    assert result.out == "  1 Anfang\n+ 2 Ende\n+   2.1 Dank\n"
    assert state(two) == before


def test_a_sealed_session_takes_nothing(two: Scm) -> None:
    two.ok("session", "finalize", "1", "--on", "1.12.2022", "--yes")
    result = two("agenda", "import", "1", "-", stdin="- Neu")
    assert (result.code, result.out) == (5, "")
    assert "reopen" in result.err


def test_ambiguous_presenters_stay_names_and_that_is_said(two: Scm) -> None:
    for key in ("jana-a", "jana-b"):
        two.ok("attendee", "add", "Jana Muster", "--key", key)
    result = two("agenda", "import", "2", "-", stdin='[{"title": "A", "presenters": ["Jana Muster", "Jan"]}]')
    assert "„Jana Muster“ could be jana-a or jana-b; kept as a name" in result.err
    assert "not in the register, kept as names: Jan" in result.err
    assert two.ok("agenda", "list", "2", "--fields", "presented_by", "--title", "A").splitlines()[-1] == (
        '{"name": "Jana Muster"}; {"name": "Jan"}'
    )


def test_a_list_comes_back_through_the_command(two: Scm) -> None:
    two.ok("agenda", "add", "2", "Bericht", "--presenter", "binder", "--presenter", "Gerd Gast", "--minutes", "20")
    two.ok("agenda", "add", "2", "Plan", "--under", "bericht", "--internal", "--notes", "Zwei\nZeilen")
    two.ok("session", "add", "9.12.2026")
    two.ok("agenda", "import", "3", "-", "--replace", stdin=two.ok("agenda", "list", "2", "--json"))
    left, right = (
        (two.archive / f"sessions/smart-city-region/000{n}.toml").read_text().partition("[[agenda]]")[2] for n in "23"
    )
    assert left == right
    again = two("agenda", "import", "3", "-", "--replace", stdin=two.ok("agenda", "list", "2", "--json"))
    assert again.out == ""
    assert "nothing to change" in again.err


def test_a_script_that_changes_the_names_of_presenters_is_heard(two: Scm) -> None:
    two.ok("agenda", "edit", "2:1", "--presenter", "binder")
    text = two.ok("agenda", "list", "2", "--json").replace("Dr. phil. Julia Binder", "Cathleen Rohr-Mehani")
    two.ok("agenda", "import", "2", "-", "--merge", stdin=text)
    assert two.ok("agenda", "list", "2", "--fields", "presented_by") == "cathleen-rohr-mehani\n"


def test_a_session_from_a_document_prints_its_reference_alone(scm: Scm) -> None:
    result = scm("session", "add", "--json", "-", stdin='{"date": "8.12.2026", "agenda": ["Bericht"]}')
    assert (result.code, result.out) == (0, "smart-city-region/2\n")
    assert scm.ok("agenda", "list", "2", "--fields", "title") == "Bericht\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", 4),
        ("[]", 4),
        ("17", 4),
        ("{}", 2),
        ('{"date": ""}', 2),
        ('{"date": "2026-12-08", "date": "2026-12-09"}', 4),
        ('{"date": "2026-12-08", "agenda": {}}', 4),
        ('{"date": "2026-12-08", "agenda": "A"}', 4),
        ('{"date": "2026-12-08", "breaks": 5}', 4),
        ('{"date": "2026-12-08", "breaks": [{"from": "25:00"}]}', 4),
        ('{"date": "2026-12-08", "number": 1}', 5),
        ('{"date": "2026-12-08", "number": -1}', 2),
        ('{"date": "2026-12-08", "group": "Nirgends"}', 3),
        ('{"date": "2026-12-08", "chair": ["x"]}', 4),
    ],
)
def test_a_bad_document_makes_no_session(scm: Scm, text: str, code: int) -> None:
    before = state(scm)
    result = scm("session", "add", "--json", "-", stdin=text)
    assert (result.code, result.out) == (code, ""), result
    assert state(scm) == before


def test_the_agenda_document_comes_in_again(two: Scm) -> None:
    two.ok("session", "edit", "2", "--start", "10:00")
    two.ok("agenda", "edit", "2:1", "--minutes", "20", "--presenter", "Gerd Gast", "--kind", "discussion")
    two.ok("agenda", "add", "2", "Kosten (Lausitz) *", "--under", "anfang", "--internal")
    two.ok("agenda", "add", "2", "Pause", "--kind", "break", "--minutes", "10")
    two.ok("agenda", "add", "2", "Ende", "--presenter", "binder", "--minutes", "1:30")
    fields = ("--fields", "top,level,title,kind,presenters,minutes_planned,internal,starts")
    for language in ("de", "en"):
        document = two.ok("export", "2", "--document", "agenda", "--lang", language)
        two.ok("session", "add", "--start", "10:00", "9.12.2026", "--number", "3")
        two.ok("agenda", "import", "3", "-", stdin=document)
        assert two.ok("agenda", "list", "3", *fields) == two.ok("agenda", "list", "2", *fields)
        two.ok("session", "remove", "3", "--yes")


def test_a_terminal_shows_when_items_begin(two: Scm) -> None:
    two.ok("session", "edit", "2", "--start", "10:00", "--planned-end", "10:30")
    two.ok("agenda", "edit", "2:1", "--minutes", "20")
    two.ok("agenda", "add", "2", "Ende", "--minutes", "20")
    shown = two("agenda", "list", "2", terminal=True, env={"NO_COLOR": "1"})
    assert [line.split()[:4] for line in shown.out.splitlines()] == [
        ["No.", "Starts", "Item", "Title"],
        ["2:1", "10:00", "1", "Anfang"],
        ["2:2", "10:20", "2", "Ende"],
    ]
    assert "takes 10 minutes longer than planned: it ends at 10:40 instead of 10:30" in shown.err
    two.ok("session", "edit", "2", "--status", "held")
    assert "longer" not in two("agenda", "list", "2").err
