"""Titles and names that look like markup, formulas or nonsense stay exactly what they are, everywhere."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from support import Scm

from scm_cli.terminal import cells

HOSTILE = {
    "rich-markup": "[red]alarm[/red] [bold",
    "rich-close": "[/x] [link=https://example.org]x[/link]",
    "pipes": "a|b || c | d",
    "backticks": "`rm -rf` ``` `",
    "stars": "*a* **b** ***",
    "underscores": "_a_ __b__ snake_case",
    "script": "<script>alert(1)</script>",
    "entity": "Fisch &amp; Chips & Co &#42;",
    "heading": "# Titel ##",
    "bullet": "- Punkt",
    "number": "1. Punkt",
    "formula": "=cmd()|'/c calc'!A1",
    "plus": "+49 3546 20",
    "at": "@SUM(1+1)",
    "quoted": "'=1+1",
    "quotes": "\"a\", 'b', „c“; d",
    "backslash": "C:\\temp\\new \\[x\\] \\",
    "accents": "Cho\u0301s\u0301ebuz e\u0323\u0302 Zür\u0308ich",
    "many-marks": "Z" + "\u0301\u0323" * 20 + "algo",
    "emoji": "Familie 👨‍👩‍👧‍👦 und 🇩🇪 ✔️ 👍🏽",
    "wide": "東京スマートシティ会議の議事録と今後の予定について",
    "right-to-left": "פגישה עם שלום ו-3 נקודות",
    "mixed-direction": "Treffen مرحبا 12 بالعالم Ende",
    "long": "Lang " * 399 + "Ende",
    "one-word": "x" * 2000,
    "wide-long": "漢" * 1000,
    "braces": "{name} %s {0} $HOME",
    "ends-like-a-state": "Punkt (nichtöffentlich)",
}
TEXTS = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
WIDTHS = (20, 40, 80, 200)


def nfc(text: str) -> str:
    """Return the text as it is stored."""
    import unicodedata

    return unicodedata.normalize("NFC", text)


def given(scm: Scm, text: str) -> None:
    """Put a text wherever a command takes one."""
    scm.ok("agenda", "add", "1", "--id", "hostile", "--", text)
    scm.ok("session", "edit", "1", f"--place={text}", f"--title={text}")
    scm.ok("attendee", "add", "--key", "hostile", f"--organisation={text}", f"--role={text}", "--", text)
    scm.ok("attendance", "set", "1", "hostile", "--state", "present")
    scm.ok("attendance", "set", "1", "--unregistered", f"--organisation={text}", "--", f"{text}2")


def unescaped(cell: str) -> str:
    """Take the TSV escapes off again."""
    return re.sub(r"\\(.)", lambda m: {"t": "\t", "n": "\n", "r": "\r"}.get(m[1], m[1]), cell)


@TEXTS
def test_text_comes_back_from_every_machine_format(scm: Scm, text: str) -> None:
    given(scm, text)
    meant = nfc(text)
    (session,) = json.loads(scm.ok("list", "--json"))
    assert (session["place"], session["title"], session["agenda"][-1]) == (meant, meant, meant)
    assert json.loads(scm.ok("show", "1", "--json"))["agenda"][-1]["title"] == meant
    person = json.loads(scm.ok("attendee", "show", "hostile", "--json"))
    assert (person["name"], person["organisation"], person["role"]) == (meant, meant, meant)
    row = json.loads(scm.ok("attendance", "list", "1", "--format", "jsonl").splitlines()[-1])
    assert (row["name"], row["organisation"]) == (f"{meant}2", meant)

    line = scm.ok("list", "--fields", "title,place").removesuffix("\n")
    assert "\n" not in line
    assert [unescaped(cell) for cell in line.split("\t")] == [meant, meant]

    rows = list(csv.reader(io.StringIO(scm.ok("list", "--format", "csv", "--fields", "title,place"), newline="")))
    assert rows[0] == ["title", "place"]
    assert [cell.removeprefix("'") for cell in rows[1]] == [meant] * 2
    guarded = rows[1][0].startswith("'") and rows[1][0][1:] == meant
    assert guarded == (meant[0] in "=+-@'")


@TEXTS
def test_text_stays_in_its_line_and_column_on_a_terminal(scm: Scm, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given(scm, text)
    for noun in (["list"], ["agenda", "list"], ["attendee", "list"], ["attendance", "list"]):
        for width in WIDTHS:
            monkeypatch.setenv("COLUMNS", str(width))
            monkeypatch.setenv("LINES", "1000")
            plain = scm(*noun, terminal=True, env={"NO_COLOR": "1"})
            assert plain.code == 0
            lines = plain.out.splitlines()
            listed = len(json.loads(scm.ok(*noun, "--json")))
            assert len(lines) == listed + 1, (noun, width)
            assert [line for line in lines if cells(line) > width] == [], (noun, width)


@TEXTS
def test_columns_begin_at_the_same_cell_in_every_line(scm: Scm, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given(scm, text)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "1000")
    fields = "title,id,state"
    lines = scm("agenda", "list", "1", "--fields", fields, terminal=True, env={"NO_COLOR": "1"}).out.splitlines()
    ids = ["laendliche-raeume", "lokale-projekte", "cottbus-digital", "hostile"]
    header = cells(lines[0][: lines[0].index("ID")])
    for key in ids:
        (line,) = (one for one in lines if f"  {key}  " in one)
        assert cells(line[: line.index(f"  {key}  ")]) + 2 == header, line


@TEXTS
def test_a_page_shows_the_text_as_it_is(scm: Scm, text: str) -> None:
    given(scm, text)
    for terminal in (False, True):
        shown = scm("show", "1", terminal=terminal, env={"TERM": "dumb"})
        assert shown.code == 0
        assert f"  Title   {nfc(text)}\n".split() == [*_line(shown.out, "Title ").split()]
        assert nfc(text) in shown.out
        person = scm("attendee", "show", "hostile", terminal=terminal, env={"TERM": "dumb"})
        assert person.out.count(nfc(text)) >= 3


def _line(page: str, start: str) -> str:
    return next(line for line in page.splitlines() if line.startswith(start))


@TEXTS
@pytest.mark.parametrize("document", ["protocol", "agenda"])
def test_markdown_renders_back_to_the_text(scm: Scm, text: str, document: str) -> None:
    from markdown_it import MarkdownIt

    given(scm, text)
    exported = scm.ok("export", "1", "--document", document)
    tokens = MarkdownIt("commonmark", {"html": False}).parse(exported)
    shown = ["".join(child.content if child.type != "softbreak" else "\n" for child in token.children or ())
             for token in tokens if token.type == "inline"]  # fmt: skip
    meant = nfc(text)
    assert any(line == meant for line in shown if line.startswith(meant)) or any(meant in line for line in shown)
    assert not any(child.type in ("html_inline", "link_open", "em_open", "strong_open", "code_inline", "image")
                   for token in tokens if token.type == "inline" and token.content.startswith("TOP 4")
                   for child in token.children or ())  # fmt: skip


@TEXTS
def test_text_is_said_as_it_is(scm: Scm, text: str) -> None:
    result = scm("agenda", "add", "1", "--", text)
    assert result.code == 0
    assert nfc(text) in result.err
    assert len(result.err.splitlines()) == 1
    ref = result.out.strip()
    assert re.fullmatch(r"smart-city-region/1#[a-z0-9-]+", ref)
    assert scm("agenda", "list", "1", "--title", text).code == 0


@pytest.mark.parametrize(
    "text",
    ["a\nb", "a\x1b[31mb", "a\x00b", "a\u202eb", "a\u2028b", "\u2066x", "a\x9bb", "  ", ""],
    ids=["lf", "escape", "nul", "override", "separator", "isolate", "c1", "blank", "nothing"],
)
@pytest.mark.parametrize(
    "command",
    [
        ["agenda", "add", "1", "--"],
        ["attendee", "add", "--"],
        ["group", "add", "--"],
        ["attendance", "set", "1", "--unregistered", "--"],
    ],
    ids=lambda command: command[0],
)
def test_what_no_line_may_hold_is_refused(scm: Scm, command: list[str], text: str, archive: Path) -> None:
    from trees import tree

    before = tree(archive)
    result = scm(*command, text)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("scm: error: ")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066]", result.err)
    assert tree(archive) == before


@pytest.mark.parametrize("name", ["\x1b[2Jx", "a\u202eb", "x\r\ny"])
def test_control_characters_in_a_name_asked_for_are_shown_escaped(scm: Scm, name: str) -> None:
    result = scm("attendee", "show", name)
    assert result.code == 3
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", result.err)


def test_lines_and_tabs_in_notes_are_escaped_in_tsv_and_kept_in_json(scm: Scm) -> None:
    notes = "a\n\tb \\n c"
    scm.ok("agenda", "edit", "1:1", f"--notes={notes}")
    assert json.loads(scm.ok("show", "1", "--json"))["agenda"][0]["notes"] == notes
    assert "a\n" in scm.ok("show", "1")
