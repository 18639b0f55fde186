"""`scm export`: what documents are made of, by reference, option and filter."""

import json
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from io import BytesIO

import docx
import pytest
from support import Scm


def title(region: Scm, *args: str) -> str:
    return region.ok("export", *args).partition("\n")[0]


@pytest.mark.parametrize(
    ("args", "first"),
    [
        ("B7-1", "# Beschlussauszug B7-1: Testfeld Sensornetz"),
        ("d7-1", "# Beschlussauszug B7-1: Testfeld Sensornetz"),
        ("beispielregion/B7-1", "# Beschlussauszug B7-1: Testfeld Sensornetz"),
        ("--decision B7-1", "# Beschlussauszug B7-1: Testfeld Sensornetz"),
        ("B7-1 --document Beschlussauszug", "# Beschlussauszug B7-1: Testfeld Sensornetz"),
        ("7 --decision B7-1", "# Beschlussauszug B7-1: Testfeld Sensornetz"),
        ("7 --decision 1", "# Beschlussauszug B7-1: Testfeld Sensornetz"),
        ("7:3", "# Protokollauszug: 7. Sitzung der AG Beispielregion"),
        ("7 --item 3", "# Protokollauszug: 7. Sitzung der AG Beispielregion"),
        ("7 --item testfeld-sensornetz --document auszug", "# Protokollauszug: 7. Sitzung der AG Beispielregion"),
        ("7 --document einladung", "# Einladung: 7. Sitzung der AG Beispielregion"),
        ("7 --document invitation --lang en", "# Invitation: Session 7 of AG Beispielregion"),
        ("7 --document kurzprotokoll", "# Kurzprotokoll: 7. Sitzung der AG Beispielregion"),
        ("7 --document Protokoll", "# Protokoll der 7. Sitzung der AG Beispielregion"),
        ("7 --document tagesordnung", "# Tagesordnung: 7. Sitzung der AG Beispielregion"),
        ("--document beschluesse", "# Beschlussregister"),
        ("--document tasks", "# Aufgabenliste"),
        ("--person kern", "# Aufgaben: Clara Kern"),
        ("7 --person kern", "# Aufgaben: Clara Kern"),
    ],
)
def test_documents_by_their_names_and_parts(region: Scm, args: str, first: str) -> None:
    assert title(region, *args.split()) == first


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        ("7 --document nix", 2, "decision-register"),
        ("7 --document reminder", 2, "decision-register"),
        ("7 --short --item 3", 2, "--short"),
        ("7 --document agenda --short", 2, "--document"),
        ("7 --document decision-extract", 2, "--decision B7-1"),
        ("7 --document item-extract", 2, "--item 3"),
        ("--item 3", 2, "--item"),
        ("7 8 --item 3", 2, "--item"),
        ("7 B7-1", 2, "extracts"),
        ("7:3 --document decision-extract", 2, "B7-1"),
        ("B7-1 --document item-extract", 2, "7:3"),
        ("--document personal-extract", 2, "--person NAME"),
        ("--short", 2, "SESSION"),
        ("8 --decision B7-1", 2, "B7-1 is not of session"),
        ("8 --decision 1", 3, "B8-1"),
        ("7 8 --decision 1", 2, "--decision"),
        ("--decision 1", 2, "--decision B7-1"),
        ("B7-9", 3, "B7-9"),
        ("A7-1", 3, "A7-1"),
        ("7 --item 9", 3, "eroeffnung"),
        ("--person nobody", 3, "nobody"),
        ("--document decision-register --year 1999", 3, "no"),
        ("B7-1 B7-2", 2, "-o DIR"),
    ],
)
def test_what_does_not_go_together_is_said(region: Scm, args: str, code: int, words: str) -> None:
    result = region("export", *args.split())
    assert (result.code, result.out) == (code, ""), result
    assert words in result.err


def test_several_extracts_go_into_a_folder(region: Scm) -> None:
    region.ok("export", "B7-1", "B7-2", "-o", "out/", "--format", "docx")
    region.ok("export", "7:3", "-o", "out/", "--lang", "en")
    region.ok("export", "--document", "task-list", "-o", "out/")
    region.ok("export", "--person", "kern", "7", "-o", "out/")
    region.ok("export", "7", "--document", "einladung", "-o", "out/")
    assert sorted(path.name for path in (region.archive / "out").iterdir()) == [
        "beispielregion-0007-2024-09-10-aufgaben-clara-kern.md",
        "beispielregion-0007-2024-09-10-beschlussauszug-b7-1.docx",
        "beispielregion-0007-2024-09-10-beschlussauszug-b7-2.docx",
        "beispielregion-0007-2024-09-10-einladung.md",
        "beispielregion-0007-2024-09-10-extract-testfeld-sensornetz.md",
        "beispielregion-2024-09-10-2024-11-12-aufgabenliste.md",
        "index.html",
    ]
    made = docx.Document(
        BytesIO((region.archive / "out/beispielregion-0007-2024-09-10-beschlussauszug-b7-1.docx").read_bytes())
    )
    assert made.paragraphs[0].text == "Beschlussauszug B7-1: Testfeld Sensornetz"


def test_an_extract_says_whether_it_is_a_draft(region: Scm) -> None:
    for args in (["B7-1"], ["7:3"], ["7", "--short"]):
        assert "- Stand: Entwurf\n" in region.ok("export", *args)
    assert "(Entwurf)" in region.ok("export", "--document", "decision-register")
    region.ok("session", "finalize", "7", "--on", "2024-10-01", "--unreached-as", "done", "--yes")
    for args in (["B7-1"], ["7:3"], ["7", "--short"]):
        assert "- Stand: ausgefertigt am 01.10.2024\n" in region.ok("export", *args)
    assert "(ausgefertigt am 01.10.2024)" in region.ok("export", "--document", "decision-register")
    region.ok("attendee", "rename", "anna-beispiel", "Anna Anders")
    assert "Leitung, Anna Beispiel: ...." in region.ok("export", "B7-1"), "the sealed name"


def test_an_extract_of_a_changed_sealed_protocol_is_refused(region: Scm) -> None:
    region.ok("session", "finalize", "7", "--on", "2024-10-01", "--unreached-as", "done", "--yes")
    path = region.archive / "sessions/beispielregion/0007.toml"
    path.write_text(path.read_text().replace("gemeinsames Testfeld", "anderes Testfeld"))
    for args in (["B7-1"], ["7:3"], ["7", "--short"]):
        result = region("export", *args)
        assert (result.code, result.out) == (4, ""), args
    register = region("export", "--document", "decision-register")
    assert register.code == 4
    assert "anderes" not in register.out


def test_a_replaced_decision_says_by_which(region: Scm) -> None:
    region.ok("agenda", "add", "8", "Testfeld")
    region.ok("decision", "add", "8:2", "Kein Testfeld.", "--replaces", "B7-1", "--votes", "5/0", "--result", "carried")
    assert "Ersetzt durch B8-1.\n" in region.ok("export", "B7-1")
    assert "Ersetzt durch B8-1.\n" in region.ok("export", "--document", "decision-register")
    assert "- ersetzt B7-1\n" in region.ok("export", "B8-1")


def test_registers_are_filtered_as_lists_are(region: Scm) -> None:
    both = region.ok("export", "--document", "decision-register")
    assert ("B7-1" in both, "B7-2" in both) == (True, True)
    one = region.ok("export", "--document", "decision-register", "--text", "Auftrag")
    assert ("B7-1" in one, "B7-2" in one) == (False, True)
    assert "Keine Beschlüsse." in region.ok("export", "--document", "decision-register", "--state", "replaced")
    assert "A7-1" in region.ok("export", "--document", "task-list", "--state", "offen", "--year", "2024")
    assert "Keine Aufgaben." in region.ok("export", "--document", "task-list", "--state", "erledigt")
    assert "Keine Aufgaben." in region.ok("export", "8", "--document", "task-list")


def test_a_broken_file_hides_no_register(region: Scm) -> None:
    (region.archive / "sessions/beispielregion/0008.toml").write_text("number = ")
    result = region("export", "--document", "decision-register")
    assert result.code == 4
    assert "B7-1" in result.out
    assert "0008.toml" in result.err


def test_a_personal_extract_goes_to_that_person(region: Scm) -> None:
    region.ok("attendee", "edit", "clara-kern", "--email", "clara@example.org")
    region.ok("export", "--person", "kern", "-o", "kern.eml")
    made = message_from_bytes((region.archive / "kern.eml").read_bytes(), policy=default)
    assert (made["To"], made["Subject"]) == ("clara@example.org", "Aufgaben: Clara Kern")
    assert [part.get_content_type() for part in made.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_an_invitation_is_a_letter_with_one_salutation_and_the_calendar_entry(region: Scm) -> None:
    region.ok("export", "8", "--document", "einladung", "-o", "einladung.eml")
    made = message_from_bytes((region.archive / "einladung.eml").read_bytes(), policy=default)
    body = made.get_body(("plain",))
    assert body
    assert body.get_content().count("Damen und Herren") == 1
    assert "text/calendar" in [part.get_content_type() for part in made.walk()]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((), "Die Einladungsfrist von 14 Tagen ist eingehalten."),
        (("--invited-on", "2024-08-28"), "Die Einladungsfrist von 14 Tagen ist nicht eingehalten"),
    ],
)
def test_an_invitation_says_whether_the_notice_period_is_kept(region: Scm, change: tuple[str, ...], said: str) -> None:
    assert "frist" not in region.ok("export", "7", "--document", "einladung")
    region.ok("group", "edit", "--notice-days", "14")
    if change:
        path = region.archive / "sessions/beispielregion/0007.toml"
        path.write_text(path.read_text().replace("invited_on = 2024-08-27", f"invited_on = {change[1]}"))
    assert said in region.ok("export", "7", "--document", "einladung")


def test_an_invitation_to_come_counts_from_today(region: Scm) -> None:
    region.ok("group", "edit", "--notice-days", "14")
    assert "von 14 Tagen ist eingehalten" in region.ok("export", "8", "--document", "einladung")
    region.now = datetime.fromisoformat("2024-11-01T11:00:00+01:00")
    assert "bis zum 29.10.2024 fällig" in region.ok("export", "8", "--document", "einladung")


def test_json_of_an_extract_says_nothing_of_the_rest(region: Scm) -> None:
    text = region.ok("export", "B7-1", "--format", "json")
    made = json.loads(text)
    assert (made["ref"], made["document"], made["sessions"]) == (
        "beispielregion/B7-1",
        "decision-extract",
        ["beispielregion/7"],
    )
    assert "Auftrag" not in text
    assert json.loads(region.ok("export", "7:3", "--format", "json"))["ref"] == "beispielregion/7#testfeld-sensornetz"
    assert json.loads(region.ok("export", "7", "--short", "--format", "json"))["session"]["number"] == 7


def test_user_text_is_no_markdown_in_any_document(region: Scm) -> None:
    region.ok("agenda", "edit", "7:3", "--title", "*A* [b](http://x)")
    region.ok("decision", "edit", "B7-1", "--title", "# <b>T</b>", "--text", "- *kein* Punkt")
    region.ok("task", "edit", "A7-1", "--text", "{{ 7*7 }} *x*")
    extract = region.ok("export", "B7-1")
    assert r"TOP 3 \*A\* [b\](http://x)" in extract
    assert r"> \- \*kein\* Punkt" in extract
    assert r"{{ 7\*7 }} \*x\*" in region.ok("export", "--document", "task-list")


@pytest.mark.parametrize(("change", "words"), [(["cancel"], "cancelled"), (["edit", "--mode", "written"], "written")])
def test_nobody_signs_where_nobody_meets(region: Scm, change: list[str], words: str) -> None:
    region.ok("session", change[0], "8", *change[1:])
    result = region("export", "8", "--document", "attendance-sheet")
    assert result.code == 2
    assert words in result.err
    assert not result.out
    assert region("export", "--year", "2024", "--document", "attendance-sheet", "-o", "made").code == 0, "others are"
    assert [path.suffix for path in (region.archive / "made").iterdir()] == [".md"]
    assert region("export", "--from", "2024-11-01", "--document", "attendance-sheet", "-o", "b").code == 2


def test_a_sheet_has_names_and_no_other_data_of_people(region: Scm) -> None:
    region.ok("attendee", "edit", "kern", "--email", "clara@example.org", "--phone", "0331 123456")
    sheet = region.ok("export", "8", "--document", "Anwesenheitsliste")
    assert "Clara Kern (Neudorf): ____" in sheet
    assert "clara@" not in sheet
    assert "0331" not in sheet
    assert region("export", "8", "--document", "attendance-sheet", "--public").code == 2


def test_a_group_without_members_has_a_sheet_of_empty_lines(region: Scm) -> None:
    region.ok("group", "add", "AG Neu", "--key", "neu")
    region.ok("session", "add", "2024-12-10", "--group", "neu")
    lines = region.ok("export", "neu/1", "--document", "attendance-sheet").splitlines()
    assert "## Teilnehmende" in lines
    assert sum(line.startswith("- ____") for line in lines) == 18


@pytest.mark.parametrize("name", ["1. FC Fiktiv", "- Strich", "# Raute", "A | B *c* _d_ (e)", "[x]: y", "Ä: ________"])
def test_odd_names_on_a_sheet_stay_what_they_are(region: Scm, name: str) -> None:
    region.ok("attendance", "set", "8", "--unregistered", "--capacity", "guest", "--", name)
    region.ok("export", "8", "--document", "attendance-sheet", "-o", "s.docx")
    cells = [
        cell.text
        for table in docx.Document(str(region.archive / "s.docx")).tables
        for row in table.rows
        for cell in row.cells
    ]
    assert name in cells


def test_the_sheet_in_word_is_a_table_with_a_column_to_sign(region: Scm) -> None:
    region.ok("export", "8", "--document", "attendance-sheet", "-o", "s.docx")
    tables = docx.Document(str(region.archive / "s.docx")).tables
    assert [[cell.text for cell in row.cells] for row in tables[0].rows[:2]] == [
        ["", "Unterschrift"],
        ["Anna Beispiel (Musterstadt)", ""],
    ]
    assert [len(table.rows) for table in tables] == [6, 4]
