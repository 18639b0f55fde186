"""`scm export`: every format, to wherever it goes."""

import json
import shutil
import subprocess
import sys
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import docx
import pytest
from delivery.test_clipboard import Tools
from icalendar import Calendar
from support import Installed, Scm

BEGINNINGS = {
    "md": b"# Protokoll der 1.",
    "text": b"Protokoll der 1.",
    "html": b"<!DOCTYPE html>",
    "eml": b"X-Unsent: 1\r\n",
    "docx": b"PK\x03\x04",
    "json": b'{\n  "ref": "smart-city-region/1"',
    "ics": b"BEGIN:VCALENDAR\r\n",
}
ENDINGS = {"md": "md", "text": "txt", "html": "html", "eml": "eml", "docx": "docx", "json": "json", "ics": "ics"}


def piped(installed: Installed, *args: str) -> bytes:
    """Return the bytes that the installed program writes into a pipe."""

    command = [sys.executable, "-m", "scm_cli", *args]
    return subprocess.run(command, env=installed.environ, cwd=installed.archive, capture_output=True, check=True).stdout


@pytest.mark.parametrize("wanted", BEGINNINGS)
def test_every_format_goes_to_a_pipe_and_to_a_file_alike(scm: Scm, installed: Installed, wanted: str) -> None:
    data = piped(installed, "export", "1", "--format", wanted)
    assert data.startswith(BEGINNINGS[wanted])
    path = scm.archive / f"made.{ENDINGS[wanted].upper()}"
    scm.ok("export", "1", "-o", path.name)
    assert path.read_bytes().startswith(BEGINNINGS[wanted])
    if wanted not in ("docx", "ics", "eml"):  # these say when they were made
        assert path.read_bytes() == data


@pytest.mark.parametrize("wanted", BEGINNINGS)
def test_a_folder_gets_files_with_right_endings(scm: Scm, wanted: str) -> None:
    scm.ok("session", "add", "8.12.2026", "--number", "2")
    result = scm("export", "1", "2", "--format", wanted, "-o", "out/")
    assert result.code == 0, result
    kinds = ("termin", "termin") if wanted == "ics" else ("protokoll", "tagesordnung")
    assert sorted(path.name for path in (scm.archive / "out").iterdir()) == [
        "index.md" if wanted in ("md", "text") else "index.html",
        f"smart-city-region-0001-2022-11-25-{kinds[0]}.{ENDINGS[wanted]}",
        f"smart-city-region-0002-2026-12-08-{kinds[1]}.{ENDINGS[wanted]}",
    ]


def test_several_sessions_share_one_calendar_file(scm: Scm, installed: Installed) -> None:
    scm.ok("session", "add", "8.12.2026", "--number", "2")
    scm.ok("export", "1", "2", "-o", "all.ics")
    for data in ((scm.archive / "all.ics").read_bytes(), piped(installed, "export", "1", "2", "-f", "ics")):
        assert len(Calendar.from_ical(data).walk("VEVENT")) == 2


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["1", "--format", "pdf"], "md, text, html, eml, docx, json, ics"),
        (["1", "-o", "p.pdf"], ".docx"),
        (["1", "-o", "p.doc"], ".docx"),
        (["1", "2", "--format", "html"], "-o DIR"),
        (["1", "2", "-o", "p.html"], "-o DIR"),
        (["1", "2", "--copy"], "--copy"),
        (["1", "2", "--open"], "--open"),
        (["1", "--copy", "--format", "docx"], "md, text, html, json"),
        (["1", "--copy", "-o", "p.eml"], "md, text, html, json"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_written(scm: Scm, args: list[str], words: str) -> None:
    scm.ok("session", "add", "8.12.2026", "--number", "2")
    result = scm("export", *args)
    assert (result.code, result.out) == (2, ""), result
    assert words in result.err
    assert not list(scm.archive.glob("p.*"))


def test_word_is_nothing_for_a_terminal(scm: Scm) -> None:
    result = scm("export", "1", "--format", "docx", terminal=True)
    assert (result.code, result.out) == (2, "")
    assert "-o FILE" in result.err


def test_a_file_is_not_overwritten_by_accident(scm: Scm) -> None:
    (scm.archive / "p.docx").write_bytes(b"mine")
    assert scm("export", "1", "-o", "p.docx").code == 5
    assert (scm.archive / "p.docx").read_bytes() == b"mine"
    scm.ok("export", "1", "-o", "p.docx", "--force")
    assert docx.Document(BytesIO((scm.archive / "p.docx").read_bytes())).paragraphs


def test_the_format_said_goes_before_the_ending(scm: Scm) -> None:
    scm.ok("export", "1", "--format", "text", "-o", "p.html")
    assert (scm.archive / "p.html").read_text().startswith("Protokoll der 1.")
    scm.ok("export", "1", "-o", "Sitzung vom 25.11")
    assert (scm.archive / "Sitzung vom 25.11").read_text().startswith("# Protokoll der 1.")


def test_json_holds_document_and_session(scm: Scm) -> None:
    made = json.loads(scm.ok("export", "1", "--format", "json", "--lang", "en"))
    assert {name: made[name] for name in ("ref", "document", "language")} == {
        "ref": "smart-city-region/1",
        "document": "protocol",
        "language": "en",
    }
    assert made["title"] == "Minutes of session 1 of AG „Smart City Region“"
    assert made["markdown"] == scm.ok("export", "1", "--lang", "en")
    assert made["session"] == json.loads(scm.ok("show", "1", "--json"))


def test_every_format_of_a_sealed_session_is_made_from_the_sealed_text(scm: Scm) -> None:
    scm.ok("session", "finalize", "1", "--on", "2022-11-30", "--yes")
    sealed = (scm.archive / "sessions/smart-city-region/0001.md").read_text(encoding="utf-8")
    assert scm.ok("export", "1", "--format", "md") == sealed
    assert json.loads(scm.ok("export", "1", "--format", "json"))["markdown"] == sealed
    assert "Stand: ausgefertigt am 30.11.2022" in scm.ok("export", "1", "--format", "text")
    (scm.archive / "sessions/smart-city-region/0001.md").write_text(sealed + "x", encoding="utf-8")
    for wanted in BEGINNINGS:
        if wanted != "ics":
            assert scm("export", "1", "--format", wanted, "-o", f"x.{wanted}").code == 4


def test_a_draft_encloses_what_is_attached_and_not_internal(scm: Scm, tmp_path: Path) -> None:
    folder = scm.archive / "attachments" / "smart-city-region" / "0001"
    folder.mkdir(parents=True)
    (folder / "konzept.pdf").write_bytes(b"%PDF")
    (folder / "geheim.pdf").write_bytes(b"%PDF secret")
    (tmp_path / "fremd.pdf").write_bytes(b"%PDF foreign")
    (folder / "verweis.pdf").symlink_to(tmp_path / "fremd.pdf")
    path = scm.archive / "sessions" / "smart-city-region" / "0001.toml"
    place = "attachments/smart-city-region/0001"
    rows = [
        f'file = "{place}/konzept.pdf"',
        f'file = "{place}/geheim.pdf"\ninternal = true',
        f'file = "{place}/fehlt.pdf"',
        f'file = "{place}/verweis.pdf"',
        'url = "https://example.org/x.pdf"',
    ]
    more = "".join(f"\n[[attachments]]\nnumber = {number}\n{row}\n" for number, row in enumerate(rows, 1))
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    result = scm("export", "1", "-o", "p.eml")
    assert result.code == 0, result
    made = message_from_bytes((scm.archive / "p.eml").read_bytes(), policy=default)
    names = [part.get_filename() for part in made.iter_attachments()]
    assert names == ["smart-city-region-0001-2022-11-25-termin.ics", "konzept.pdf"]
    assert b"secret" not in (scm.archive / "p.eml").read_bytes()
    assert "fehlt.pdf" in result.err
    assert "verweis.pdf" in result.err


def test_a_draft_goes_to_the_recipients_of_the_group(scm: Scm) -> None:
    assert "--recipient" in scm("export", "1", "-o", "a.eml").err
    scm.ok("group", "edit", "smart-city-region", "--recipient", "ag@example.org")
    assert "--recipient" not in scm("export", "1", "-o", "b.eml").err
    assert message_from_bytes((scm.archive / "b.eml").read_bytes(), policy=default)["To"] == "ag@example.org"


def test_without_python_docx_one_sentence_says_what_to_install(scm: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "docx" or "formats.word" in name]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    result = scm("export", "1", "-o", "p.docx")
    assert result.code == 1
    assert result.err.splitlines() == [
        "scm: error: a .docx needs the library python-docx",
        "Install it with: pip install 'scm-cli[docx]'",
    ]


@pytest.mark.parametrize(
    ("args", "tool", "begins", "said"),
    [
        ([], "xclip", "Protokoll der 1.", "as text"),
        (["--format", "md"], "xclip", "# Protokoll der 1.", "as text"),
        (["--format", "html"], "xclip", "<!DOCTYPE html>", "as HTML"),
        (["--format", "json"], "xclip", "{", "as text"),
    ],
)
def test_a_document_goes_to_the_clipboard(
    scm: Scm, tmp_path: Path, args: list[str], tool: str, begins: str, said: str
) -> None:
    folder = tmp_path / "tools"
    folder.mkdir()
    tools = Tools(folder).add(tool)
    result = scm("export", "1", "--copy", *args, env=tools.environ | {"DISPLAY": ":0"})
    assert (result.code, result.out) == (0, ""), result
    assert tools.read.decode().startswith(begins)
    assert said in result.err


def test_what_is_not_needed_is_not_loaded(installed: Installed) -> None:
    code = (
        "import sys\nfrom scm_cli.__main__ import main\n"
        "sys.argv = ['scm', *sys.argv[1:]]\n"
        "try: main()\n"
        "finally: print([m for m in ('markdown_it', 'icalendar', 'docx', 'email.message') if m in sys.modules],"
        " file=sys.stderr)\n"
    )

    for args in (["list"], ["export", "1"], ["export", "1", "--format", "md"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *args],
            env=installed.environ,
            cwd=installed.archive,
            capture_output=True,
            check=False,
        )
        assert done.stderr.decode().splitlines()[-1] == "[]", args


def test_copies_of_the_archive_make_the_same_pages(scm: Scm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = shutil.copytree(scm.archive, tmp_path / "copy")
    assert Scm(other, monkeypatch).ok("export", "1", "-f", "html") == scm.ok("export", "1", "-f", "html")
