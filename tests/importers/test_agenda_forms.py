"""Agendas in every format that is read, with the same result."""

import io
import json
from datetime import date, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from support import Scm

from scm_cli.errors import BadData
from scm_cli.importers.decoding import decoded
from scm_cli.importers.detect import format_of_text
from scm_cli.importers.workbook import written

FIELDS = "top,title,kind,presenters,minutes_planned,internal,notes"
LISTED = (
    "1\tBegrüßung\t\t\t5\tfalse\t\n"
    "2\tBericht; Teil | *1*\tinformation\tDr. phil. Julia Binder; Jörg Gast\t90\ttrue\tErstens\\nZweitens\n"
    "2.1\tKosten\tdiscussion\t\t\tfalse\t\n"
    "3\tVerschiedenes\t\t\t\tfalse\t\n"
)
ITEMS: list[dict[str, object]] = [
    {"title": "Begrüßung", "minutes_planned": 5},
    {
        "title": "Bericht; Teil | *1*",
        "kind": "Bericht",
        "presenters": ["Julia Binder", "Jörg Gast"],
        "minutes_planned": "1,5 h",
        "internal": True,
        "notes": "Erstens\nZweitens",
    },
    {"title": "Kosten", "kind": "Beratung", "level": 2},
    {"title": "Verschiedenes"},
]
CSV = (
    "TOP;Thema;Art;Vortragende;Dauer;Nichtöffentlich;Notizen\n"
    "1;Begrüßung;;;5;;\n"
    '2;"Bericht; Teil | *1*";Bericht;"Binder, Julia; Jörg Gast";1,5 h;Ja;"Erstens\nZweitens"\n'
    "2.1;Kosten;Beratung;;;nein;\n"
    ";;;;;;\n"
    "3;Verschiedenes;;;;;\n"
)
TOML = """
[[agenda]]
title = "Begrüßung"
minutes_planned = 5
[[agenda]]
title = "Bericht; Teil | *1*"
kind = "information"
presenters = ["julia-binder", { name = "Jörg Gast" }]
minutes_planned = 90
internal = true
notes = '''
Erstens
Zweitens
'''
[[agenda]]
title = "Kosten"
level = 2
kind = "discussion"
[[agenda]]
title = "Verschiedenes"
"""
MARKDOWN = r"""# Tagesordnung: 2. Sitzung

- Datum: Dienstag, 08.12.2026
- Ort: Cottbus

## Tagesordnungspunkte

- TOP 1 Begrüßung (5 Minuten)
- TOP 2 Bericht; Teil | \*1\* (Dr. phil. Julia Binder, Jörg Gast, Bericht, 90 Minuten, nichtöffentlich)

  Erstens
  Zweitens

  - A1-1 (Julia Binder, bis 01.12.2026): Folien senden
  - TOP 2.1 Kosten (Beratung)
- TOP 3 Verschiedenes
"""


def workbook() -> bytes:
    """A workbook with a title above the headings and Excel's own types in the cells."""
    book = openpyxl.Workbook()
    book.active.append(["Übersicht"])  # type: ignore[union-attr]
    sheet = book.create_sheet("Tagesordnung")
    sheet.append(["Entwurf für die 2. Sitzung"])
    sheet.append([])
    sheet.append(["TOP", "Titel", "Art", "Raum", "Referent/in", "Minuten", "intern", "Anmerkungen"])
    sheet.append([1, "Begrüßung", None, None, None, 5.0, None, None])
    people = "Julia Binder\nJörg Gast"
    sheet.append([2, "Bericht; Teil | *1*", "Bericht", None, people, time(1, 30), True, "Erstens\nZweitens"])
    sheet.append(["2.1", "Kosten", "Beratung", None, None, None, "nein", None])
    sheet.append([None, None])
    sheet.append([3, "Verschiedenes"])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


FORMS = {
    "agenda.json": json.dumps(ITEMS).encode(),
    "object.json": json.dumps({"place": "Guben", "Tagesordnung": ITEMS}).encode(),
    "nested.json": json.dumps([ITEMS[0], {**ITEMS[1], "items": [{**ITEMS[2], "level": 1}]}, "Verschiedenes"]).encode(),
    "agenda.jsonl": "\n".join(json.dumps(one) for one in ITEMS).encode(),
    "agenda.toml": TOML.encode(),
    "agenda.md": MARKDOWN.encode(),
    "utf8.csv": CSV.encode(),
    "bom.csv": CSV.encode("utf-8-sig"),
    "excel.csv": CSV.replace("\n", "\r\n").encode("cp1252"),
    "unicode.txt": CSV.replace(";", "\t")
    .replace("Bericht\t Teil", "Bericht; Teil")
    .replace("Julia\t", "Julia;")
    .encode("utf-16"),
    "utf16be.csv": CSV.encode("utf-16-be"),
    "separator.csv": ("sep=;\n" + CSV).encode(),
    "agenda.xlsx": workbook(),
}


@pytest.mark.parametrize("detected", [False, True], ids=["named", "detected"])
@pytest.mark.parametrize("name", FORMS)
def test_every_form_says_the_same(scm: Scm, name: str, *, detected: bool) -> None:
    scm.ok("session", "add", "8.12.2026")
    file = scm.archive / ("file" if detected else name)
    file.write_bytes(FORMS[name])
    made = scm("agenda", "import", "2", str(file))
    assert made.code == 0, made
    assert made.out.count("\n") == 4
    assert scm.ok("agenda", "list", "2", "--fields", FIELDS) == LISTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[agenda]]\ntitle = 'A'", "toml"),
        ('# Kopf\n\n[[ agenda ]] # Punkte\ntitle = "A"', "toml"),
        ('[["A"]]', "json"),
        ('["A"]', "json"),
        ("  {\n}", "json"),
        ('{"title": "A"}', "json"),
        ('{"title": "A"}\n{"title": "B"}', "jsonl"),
        ('{"title": "A",\n "id": "a"}', "json"),
        ('{"title": "A"\n', "json"),
        ("Titel\nBericht", "csv"),
        ("Dauer,Thema\n5,Bericht", "csv"),
        ("sep=;\nThema\nBericht", "csv"),
        ("[ ] Bericht\n[x] Ausblick", "markdown"),
        ("Bericht, Ausblick", "markdown"),
        ("1. Titel\n2. Thema", "markdown"),
    ],
)
def test_the_format_is_found_out(text: str, expected: str) -> None:
    assert format_of_text(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "true"),
        (30.0, "30"),
        (1.5, "1.5"),
        (time(1, 30), "01:30"),
        (timedelta(minutes=90), "1:30"),
        (date(2026, 12, 8), "2026-12-08"),
        (" x ", " x "),
    ],
)
def test_cells_read_as_they_are_shown(value: object, expected: str) -> None:
    assert written(value) == expected


def test_a_missing_library_is_named_with_the_way_to_install_it(scm: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    scm.ok("session", "add", "8.12.2026")
    (scm.archive / "a.xlsx").write_bytes(workbook())
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    result = scm("agenda", "import", "2", "a.xlsx")
    assert (result.code, result.out) == (1, "")
    assert "pip install 'scm-cli[xlsx]'" in result.err


def test_the_guard_of_formulas_is_taken_off_again(scm: Scm) -> None:
    scm.ok("session", "add", "8.12.2026")
    titles = ["=1+1", "-Strich", "+Plus", "@Klammeraffe", "'Zitat'", "''", "'s war einmal"]
    for title in titles:
        scm.ok("agenda", "add", "2", "--", title)
    printed = scm.ok("agenda", "list", "2", "--format", "csv")
    scm.ok("session", "add", "9.12.2026")
    scm.ok("agenda", "import", "3", "-", stdin=printed)
    assert scm.ok("agenda", "list", "3", "--fields", "title").splitlines() == titles


def test_encodings_that_are_none(tmp_path: Path) -> None:
    for data in (b"a\x00b\x00c", b"Titel\nB\x81", b"\xff\xfeA", b"", b" \n\t "):
        with pytest.raises(BadData):
            decoded(data, str(tmp_path))
