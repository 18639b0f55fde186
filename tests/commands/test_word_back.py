"""`scm minutes --apply protokoll.docx`: what the chair changed in Word changes in the session, and nothing else."""

import copy
import shutil
import subprocess
import sys
import zipfile
from difflib import unified_diff
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from support import Installed, Result, Scm
from worded import tracked

SESSION = Path("sessions/beispielregion/0007.toml")
DECISION, TASK = "Beschluss B7-1 (3", "Aufgabe A7-1 (Clara"
SOFFICE = shutil.which("soffice")
NOTES = """Es gilt: a*b ist *wichtig* und `x < y`.

# Kein Titel

1. Erstens mit _Nachdruck_
2. Zweitens
   - darunter
   - daneben

> Ein Zitat, siehe [Seite](https://example.org/seite).

1\\. ist keine Liste, und \\* kein Punkt.

    scm list
"""


@pytest.fixture
def scm(region: Scm) -> Scm:
    """The program on an archive with a decision of several lines and notes of all kinds."""
    session = region.archive / SESSION
    text = session.read_text()
    text = text.replace("Gerd Gast stellte das Konzept vor (Anlage 1).\n", NOTES.replace("\\", "\\\\"))
    text = text.replace(
        'text = "Den Auftrag erhält', 'text = "Beschlossen wird:\\n\\n- Los 1\\n- Los 2\\n\\nDen Auftrag erhält'
    )
    text = text.replace(
        'name = "Gerd Gast"\norganisation = "Planungsbüro Fiktiv"',
        'name = "Gerd (Gast)"\norganisation = "Büro; Fiktiv"',
    )
    session.write_text(text)
    return region


class Word:
    """A protocol in Word."""

    def __init__(self, scm: Scm) -> None:
        self.scm = scm
        self.path = scm.archive.parent / "protokoll.docx"
        scm.ok("export", "7", "--format", "docx", "-o", str(self.path))
        self.made: Any = docx.Document(str(self.path))

    def paragraph(self, start: str) -> Any:
        """Return the paragraph that begins so; `Los` for `Los 1`."""
        return next(one for one in self.made.paragraphs if one.text.startswith(start))

    def write(self, start: str, before: str, after: str) -> None:
        """Put a text in place of another in the run of a paragraph in which it stands."""
        run = next(run for run in self.paragraph(start).runs if before in run.text)
        run.text = run.text.replace(before, after)

    def below(self, start: str, text: str, style: str | None = None) -> Any:
        """Write a paragraph like another one, or in a style, below it."""
        above = self.paragraph(start)
        made = copy.deepcopy(above._p)
        above._p.addnext(made)
        paragraph = Paragraph(made, above._parent)
        paragraph.text = text
        if style:
            made.pPr.clear()
            paragraph.style = self.made.styles[style]
        return paragraph

    def apply(self, *args: str) -> Result:
        self.made.save(str(self.path))
        return self.scm("minutes", "7", "--apply", str(self.path), *args)

    def changes(self, *args: str) -> list[str]:
        """Apply it; return the lines of the session's file that went and came."""
        file = self.scm.archive / SESSION
        before = file.read_text().splitlines()
        result = self.apply("--yes", *args)
        assert result.code == 0, result
        lines = unified_diff(before, file.read_text().splitlines(), n=0, lineterm="")
        return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


@pytest.fixture
def word(scm: Scm) -> Word:
    return Word(scm)


def test_what_nobody_touched_changes_nothing(word: Word) -> None:
    assert word.apply("--yes").err == "session beispielregion/7: nothing to change\n"


def test_a_changed_sentence_changes_alone(word: Word) -> None:
    word.write("Eingeladen", "fristgerecht", "form- und fristgerecht")
    rest = "fristgerecht am 27.08.2024. Gegen das Protokoll der 6. Sitzung gab es keine Einwendungen."
    assert word.changes() == [f"-Eingeladen wurde {rest}", f"+Eingeladen wurde form- und {rest}"]


def test_a_changed_wording_and_changed_votes_change_alone(word: Word) -> None:
    word.write(DECISION, "gemeinsames", "eigenes *kleines*")
    word.write(DECISION, "3 Ja", "4 Ja")
    assert word.changes() == [
        '-text = "Die AG richtet ein gemeinsames Testfeld ein."',
        '+text = "Die AG richtet ein eigenes *kleines* Testfeld ein."',
        "-yes = 3",
        "+yes = 4",
    ]


def test_a_label_that_lost_its_bold_is_one_still(word: Word) -> None:
    for run in word.paragraph(TASK).runs:
        run.bold = None
    word.write(TASK, "08.10.2024", "09.10.2024")
    assert word.changes() == ["-due = 2024-10-08", "+due = 2024-10-09"]


def test_a_new_paragraph_is_plain_text_whatever_it_looks_like(word: Word) -> None:
    word.below("Eingeladen", "# 1. Die * AG * dankt [x](y) für 3 < 4 & 5.")
    assert word.changes() == ["+", "+\\\\# 1. Die * AG * dankt [x\\\\](y) für 3 < 4 & 5."]


def test_a_deleted_paragraph_goes_and_its_neighbours_stay(word: Word) -> None:
    paragraph = word.paragraph("Es gilt")._p
    paragraph.getparent().remove(paragraph)
    assert word.changes() == ["-Es gilt: a*b ist *wichtig* und `x < y`.", "-"]


def test_items_of_lists_are_changed_added_and_taken_away_where_they_stand(word: Word) -> None:
    word.write("Zweitens", "Zweitens", "An zweiter Stelle")
    word.below("Erstens", "Dazwischen")
    gone = word.paragraph("daneben")._p
    gone.getparent().remove(gone)
    assert word.changes() == [
        "-2. Zweitens",
        "+2. Dazwischen",
        "+3. An zweiter Stelle",
        "-   - daneben",
    ]


def test_a_wording_of_several_paragraphs_is_changed_in_one_of_them(word: Word) -> None:
    word.write("Los 2", "Los 2", "Los 3")
    text = 'text = "Beschlossen wird:\\n\\n- Los 1\\n- Los 2\\n\\nDen Auftrag erhält die Firma Fiktiv."'
    now = ['+text = """', "+Beschlossen wird:", "+", "+- Los 1", "+- Los 3", "+"]
    assert word.changes() == [f"-{text}", *now, "+Den Auftrag erhält die Firma Fiktiv.", '+"""']


def test_a_changed_heading_and_a_changed_head_change_alone(word: Word) -> None:
    word.write("TOP 3", "Testfeld Sensornetz", "Testfeld [Sensornetz] (vertagt*)")
    word.write("Raum", "Ratssaal", "Kleiner Saal")
    word.write("Gäste", "; Fiktiv", "; Fiktiv, online")
    assert word.changes() == [
        '-room = "Ratssaal"',
        '+room = "Kleiner Saal"',
        "+sequence = 1",
        '+via = "online"',
        '-title = "Testfeld Sensornetz"',
        '+title = "Testfeld [Sensornetz] (vertagt*)"',
    ]


def test_a_new_item_with_a_decision_that_is_only_bold(word: Word) -> None:
    below = word.below("Zeit", "", "Normal")
    below.add_run("Beschluss (5/0/0):").bold = True
    below.add_run(" Die AG tagt im Freien.")
    lines = word.changes()
    assert '+text = "Die AG tagt im Freien."' in lines
    assert {"+yes = 5", "+number = 3"} <= set(lines)


def test_tracked_changes_are_taken_as_accepted(word: Word) -> None:
    paragraph = word.paragraph(DECISION)._p
    paragraph.append(tracked("ins", " Sofort."))
    paragraph.append(tracked("moveTo", " Und zwar bald."))
    word.paragraph("Eingeladen")._p.append(tracked("del", " Nichts weiter."))
    word.paragraph("Eingeladen")._p.append(tracked("moveFrom", " Und zwar bald."))
    assert word.changes() == [
        '-text = "Die AG richtet ein gemeinsames Testfeld ein."',
        '+text = "Die AG richtet ein gemeinsames Testfeld ein. Sofort. Und zwar bald."',
    ]


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next(word: Word) -> None:
    new = word.below("Eingeladen", " Danach wurde gelüftet.")
    mark = parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="901" w:author="A" w:date="2024-09-12T09:00:00Z"/></w:rPr>')
    word.paragraph("Eingeladen")._p.get_or_add_pPr().append(mark)
    assert new.text
    assert word.changes()[1].endswith("keine Einwendungen. Danach wurde gelüftet.")


def test_what_word_processors_do_to_text_is_undone(word: Word) -> None:
    paragraph = word.paragraph("Eingeladen")
    text = paragraph.text
    paragraph.text = ""
    paragraph._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="5" w:name="_GoBack"/>'))
    for n, char in enumerate(text.replace(" am ", "\u00a0am ").replace("Protokoll", "Proto\u00adkoll")):
        if n % 7 == 0:
            paragraph._p.append(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
        paragraph.add_run(char)
    word.below("Eingeladen", "   ")
    word.below("Es gilt", "")
    assert word.changes() == []


def test_comments_are_told_with_what_they_are_about(word: Word) -> None:
    paragraph = word.paragraph(DECISION)
    word.made.add_comment(paragraph.runs[1:], text="Stimmt das\x7f?", author="Clara \x9bKern", initials="CK")
    result = word.apply("--dry-run")
    assert result.err.splitlines()[0] == (
        "comment of Clara \\x9bKern on „Die AG richtet ein gemeinsames Testfeld ein.“: Stimmt das\\x7f?"
    )
    assert "nothing to change" in result.err


def test_pictures_and_notes_are_passed_over_and_said_so(word: Word) -> None:
    run = word.paragraph("Eingeladen").add_run()
    run._r.append(parse_xml(f"<w:drawing {nsdecls('w')}/>"))
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    result = word.apply("--yes")
    assert "footnotes and endnotes, pictures and text boxes" in result.err
    assert result.err.endswith("nothing to change\n")


def test_tables_in_notes_become_lines(word: Word) -> None:
    table = word.made.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Los", "Preis", "1", "20 €"], strict=True):
        cell.text = text
    word.paragraph("Eingeladen")._p.addnext(table._tbl)
    assert word.changes() == ["+", "+Los | Preis", "+", "+1 | 20 €"]


def test_what_a_german_word_calls_its_styles_does_not_matter(word: Word) -> None:
    ids = {"Heading1": "berschrift1", "Heading2": "berschrift2", "ListBullet": "Aufzhlungszeichen", "Quote": "Zitat"}
    word.made.save(str(word.path))
    with zipfile.ZipFile(word.path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
        for old, new in ids.items():
            for attribute in ("w:styleId=", "<w:pStyle w:val=", "<w:basedOn w:val="):
                parts[name] = parts[name].replace(f'{attribute}"{old}"'.encode(), f'{attribute}"{new}"'.encode())
    with zipfile.ZipFile(word.path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    result = word.scm("minutes", "7", "--apply", str(word.path), "--yes")
    assert result.err == "session beispielregion/7: nothing to change\n"


def test_a_heading_that_lost_its_style_is_one_still(word: Word) -> None:
    word.paragraph("TOP 3").style = word.made.styles["Normal"]
    word.write("TOP 3", "Sensornetz", "Sensoren")
    assert word.changes() == ['-title = "Testfeld Sensornetz"', '+title = "Testfeld Sensoren"']


def test_a_wording_that_lost_its_style_is_one_still(word: Word) -> None:
    for start in ("Beschlossen", "Den Auftrag"):
        word.paragraph(start).style = word.made.styles["Normal"]
    assert word.changes() == []
    word.write("Beschlossen", "Beschlossen wird", "Es gilt")
    assert [line for line in word.changes() if line.startswith("+")][1] == "+Es gilt:"


def test_a_list_in_another_style_is_the_same_list(word: Word) -> None:
    for start in ("darunter", "daneben"):
        word.paragraph(start).style = word.made.styles["List Paragraph"]
    assert word.changes() == []


def test_new_facts_of_the_head_need_no_style(word: Word) -> None:
    word.below("Raum", "Aktenzeichen: 12/3 (alt); neu*", "Normal")
    assert word.changes() == ['+reference = "12/3 (alt); neu*"']


def test_links_are_links_unless_they_say_where_they_lead(word: Word) -> None:
    paragraph = word.paragraph("Eingeladen")
    paragraph.text = "Siehe "
    for target, text in (
        ("http://www.example.org/", "www.example.org"),
        ("mailto:anna@example.org", "anna@example.org"),
        ("https://example.org/a b(c", "hier [neu]"),
        ("https://example.org/x", "da"),
        ("file:///tmp/x", "nirgends"),
    ):
        number = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{number}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>'
        paragraph._p.append(parse_xml(link))
        paragraph.add_run(", ")
    shown = "www.example.org, anna@example.org, [hier \\\\[neu\\\\]](<https://example.org/a%20b(c>)"
    assert word.changes()[1] == f"+Siehe {shown}, [da](https://example.org/x), nirgends,"


def test_looks_come_back_in_notes_and_not_in_wordings(word: Word) -> None:
    word.paragraph(DECISION).runs[-1].italic = True
    for run in word.paragraph("Eingeladen").runs:
        run.text = "Eingeladen wurde rechtzeitig."
        run.bold = True
    assert word.changes()[-1] == '+notes = "**Eingeladen wurde rechtzeitig.**"'


def test_what_is_left_out_is_kept_unless_pruned(word: Word) -> None:
    for start in ("TOP 4", "Beschluss B7-2 (4", "Beschlossen", "Los 1", "Los 2", "Den Auftrag", "Beschluss B7-2 (TOP"):
        gone = word.paragraph(start)._p
        gone.getparent().remove(gone)
    result = word.apply("--yes")
    assert result.err.startswith("left out of the text and kept: Item 4 Auftrag Sensorik")
    assert result.err.endswith("nothing to change\n")


def test_a_copy_for_the_public_is_not_taken_back(word: Word) -> None:
    word.scm.ok("export", "7", "--public", "--format", "docx", "-o", str(word.path), "--force")
    result = word.scm("minutes", "7", "--apply", str(word.path), "--yes")
    assert result.code == 5
    assert "public" in result.err


def test_a_field_changed_in_both_is_a_conflict_and_others_are_merged(word: Word) -> None:
    word.scm.ok("session", "edit", "7", "--room", "Turmzimmer", "--reference", "12/3")
    word.write("Eingeladen", "Einwendungen", "Klagen")
    assert len(word.changes()) == 2
    word.write("Raum", "Ratssaal", "Kleiner Saal")
    result = word.apply("--yes")
    assert result.code == 5
    assert "Turmzimmer" in result.err


def test_mistakes_name_what_stands_there_and_no_line(word: Word) -> None:
    word.write(DECISION, "3 Ja", "drei mal Ja")
    result = word.apply("--yes")
    assert result.code == 4
    assert result.err.startswith(f"scm: error: {word.path}: „")


def test_a_document_may_come_from_standard_input(word: Word, tmp_path: Path) -> None:
    word.write("Raum", "Ratssaal", "Kleiner Saal")
    word.made.save(str(word.path))
    scm = Installed(word.scm.archive, tmp_path)
    environ = {**scm.environ, "XDG_STATE_HOME": str(tmp_path / "state")}
    command = [sys.executable, "-m", "scm_cli", "minutes", "7", "--apply", "-", "--yes"]
    done = subprocess.run(command, input=word.path.read_bytes(), capture_output=True, env=environ, check=False)
    assert (done.returncode, done.stdout) == (0, b""), done.stderr
    assert 'room = "Kleiner Saal"' in (word.scm.archive / SESSION).read_text()


def zipped(**parts: bytes) -> bytes:
    """Return an archive of files; `__` stands for `/` in a name, `_` for a dot."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
ENTITY = b'<!DOCTYPE d [<!ENTITY a "aaaa">]>' + BODY % b"<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLE, "a document of an old Word (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"PK\x03\x04broken", "this Word document is broken"),
        (zipped(xl__workbook_xml=b"<a/>"), "no Word document"),
        (zipped(mimetype=b"x", content_xml=b"<a/>"), "an OpenDocument file"),
        (zipped(word__document_xml=b"<w:p"), "this Word document is broken"),
        (zipped(word__document_xml=b"<a/>"), "this Word document is broken"),
        (zipped(word__document_xml=ENTITY), "this Word document is broken"),
        (zipped(word__document_xml=ENTITY.decode().encode("utf-16")), "this Word document is broken"),
        (zipped(word__document_xml=BODY % (b" " * 30_000_001)), "would unpack to more than 30 MB"),
        (zipped(word__document_xml=BODY % b"<w:p/>"), "nothing stands in this document"),
        (zipped(word__document_xml=BODY % (b"<w:ins>" * 5000 + b"</w:ins>" * 5000)), "this Word document is broken"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"{\\rtf1 x}", "an RTF file"),
    ],
)
def test_what_is_no_document_that_can_be_read_is_told_in_one_sentence(scm: Scm, data: bytes, says: str) -> None:
    path = scm.archive.parent / "x.docx"
    path.write_bytes(data)
    result = scm("minutes", "7", "--apply", str(path), "--yes")
    assert (result.code, result.out, len(result.err.splitlines())) == (4, "", 1)
    assert result.err.startswith(f"scm: error: {path}: ")
    assert says in result.err


def converted(path: Path, *formats: str) -> Path:
    """Return a document after LibreOffice saved it in one format after the other."""
    for number, one in enumerate(formats):
        folder = path.parent / f"{number}"
        command = [str(SOFFICE), f"-env:UserInstallation=file://{path.parent}/office", "--headless"]
        subprocess.run(
            [*command, "--convert-to", one, "--outdir", str(folder), str(path)],
            check=True,
            timeout=120,
            capture_output=True,
        )
        path = folder / f"{path.stem}.{one}"
    return path


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx")])
def test_a_document_that_went_through_libreoffice_is_unchanged(word: Word, formats: tuple[str, ...]) -> None:
    result = word.scm("minutes", "7", "--apply", str(converted(word.path, *formats)), "--yes")
    assert (result.code, result.err) == (0, "session beispielregion/7: nothing to change\n")
