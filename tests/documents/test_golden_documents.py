"""Whole documents besides protocol and agenda, made of the fixture archive, in both languages."""

import os

import pytest
from support import PROJECT, Scm

GOLDEN = PROJECT / "tests" / "golden"

DOCUMENTS = {
    "invitation": "7 --document invitation",
    "attendance-sheet": "8 --document attendance-sheet",
    "attendance-sheet-held": "7 --document attendance-sheet",
    "short": "7 --short",
    "decision-extract": "B7-2",
    "item-extract": "7 --item 3",
    "decision-register": "--document decision-register --group beispielregion",
    "task-list": "--document task-list",
    "personal-extract": "--person clara",
}


@pytest.fixture(autouse=True)
def _filled(region: Scm) -> None:
    """The program on a copy of the fixture archive, a while after its session."""
    region.ok("group", "edit", "--notice-days", "14")
    region.ok("task", "add", "7:4", "Vertrag unterschreiben", "--to", "Anna Beispiel", "--due", "2024-12-01")
    region.ok("task", "add", "7:1", "Protokoll verteilen", "--to", "Clara Kern", "--state", "done")
    region.ok("task", "add", "7:1", "Raum buchen", "--to", "Clara Kern", "--not-before", "2024-11-01")


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_printed_as_agreed(region: Scm, name: str, lang: str) -> None:
    path = GOLDEN / f"{name}.{lang}.md"
    printed = region.ok("export", *DOCUMENTS[name].split(), "--lang", lang)
    if os.environ.get("SCM_TRANSCRIPTS") == "write":
        path.write_text(printed, encoding="utf-8")
    assert printed == path.read_text(encoding="utf-8")
    assert printed == region.speak("de").ok("export", *DOCUMENTS[name].split(), "--lang", lang), "whoever asks"


@pytest.mark.parametrize("wanted", ["md", "text", "html", "eml", "docx", "json"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_has_every_format(region: Scm, name: str, wanted: str) -> None:
    region.ok("export", *DOCUMENTS[name].split(), "--format", wanted, "-o", "made")
    data = (region.archive / "made").read_bytes()
    assert data.startswith({"html": b"<!DOCTYPE", "eml": b"X-Unsent", "docx": b"PK", "json": b"{"}.get(wanted, b""))
    assert len(data) > 100
