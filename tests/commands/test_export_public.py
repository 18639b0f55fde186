"""`scm export --public`: what leaves the archive, what is refused, and what comes back."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from support import Scm

from scm_cli.documents import public as documents

FORMATS = ("md", "text", "html", "eml", "docx", "json", "ics")


@pytest.fixture
def public(scm: Scm) -> Scm:
    """The sample archive; its group names who presents, and somebody's name is a town's."""
    scm.ok("group", "edit", "--public-role", "presenter")
    scm.ok("attendee", "add", "Peter Forst", "--email", "forst@example.org")
    scm.ok("agenda", "add", "1", "Auftrag Sensorik", "--internal", "--notes", "Den Auftrag erhält Firma Fiktiv.")
    scm.ok("decision", "add", "1:auftrag-sensorik", "Firma Fiktiv erhält ihn.")
    scm.ok("task", "add", "1:1", "Vertrag schreiben", "--to", "Peter Forst")
    return scm


@pytest.mark.parametrize("wanted", FORMATS)
def test_a_leak_refuses_every_format_and_writes_nothing(public: Scm, wanted: str) -> None:
    public.ok("agenda", "edit", "1:digitale-haltestellen", "--title", "Fragen von Peter Forst")
    for args in ([], ["-o", "made"]):
        result = public("export", "1", "--public", "--format", wanted, *args)
        assert (result.code, result.out) == (1, "")
        assert "„Peter Forst“ is the name of Peter Forst" in result.err
    assert not (public.archive / "made").exists()


@pytest.mark.parametrize("wanted", FORMATS)
def test_what_is_clean_is_written(public: Scm, wanted: str) -> None:
    path = public.archive / f"made.{wanted}"
    public.ok("export", "1", "--public", "--allow", "Forst", "--format", wanted, "-o", str(path))
    data = path.read_bytes()
    text = "\n".join(one.text for one in docx.Document(BytesIO(data)).paragraphs) if wanted == "docx" else data.decode()
    assert "Sensorik" not in text
    assert "Fiktiv" not in text
    assert "Vertrag" not in text


@pytest.mark.parametrize("wanted", FORMATS)
def test_the_copy_that_was_searched_is_the_one_that_leaves(
    public: Scm, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    made_before = documents.public_document

    def counting(*args: Any) -> Any:
        document = made_before(*args)
        made.append(document.kind)
        return document

    monkeypatch.setattr(documents, "public_document", counting)
    public.ok("export", "1", "--public", "--allow", "Forst", "--format", wanted, "-o", str(public.archive / "made"))
    assert sorted(made) == sorted(set(made))


def test_allowed_words_are_remembered_once_and_only_if_the_copy_is_clean(public: Scm) -> None:
    path = public.archive / "groups" / "smart-city-region.toml"
    public.ok("agenda", "edit", "1:digitale-haltestellen", "--notes", "Fragen an forst@example.org.")
    assert public("export", "1", "--public", "--allow", "Forst").code == 1
    assert "allow" not in path.read_text()
    public.ok("agenda", "edit", "1:digitale-haltestellen", "--notes", "Keine Fragen.")
    public.ok("export", "1", "--public", "--allow", "Forst", "--dry-run")
    assert "allow" not in path.read_text()
    for word in ("Forst", "FORST"):
        public.ok("export", "1", "--public", "--allow", word)
    assert 'public = { roles = ["presenter"], allow = ["Forst"] }' in path.read_text()
    public.ok("export", "1", "--public")


def test_of_several_sessions_all_or_none_are_written(public: Scm) -> None:
    public.ok("session", "add", "8.12.2026", "--number", "2")
    public.ok("agenda", "add", "2", "Bericht von Peter Forst")
    result = public("export", "1", "2", "--public", "-o", "out/")
    assert result.code == 1
    assert "0001-2022-11-25" in result.err
    assert "0002-2026-12-08" in result.err
    assert not (public.archive / "out").exists()
    public.ok("agenda", "edit", "2:1", "--title", "Bericht")
    public.ok("export", "1", "2", "--public", "--allow", "Forst", "-o", "out/")
    assert sorted(path.name for path in (public.archive / "out").iterdir()) == [
        "index.md",
        "smart-city-region-0001-2022-11-25-protokoll-oeffentlich.md",
        "smart-city-region-0002-2026-12-08-tagesordnung-oeffentlich.md",
    ]


def test_a_sealed_session_is_printed_anew(public: Scm) -> None:
    public.ok("session", "finalize", "1", "--yes")
    public.ok("attendee", "rename", "binder", "Julia Neu")
    out = public.ok("export", "1", "--public", "--allow", "Forst")
    assert "Teilnehmende: Dr. phil. Julia Binder" in out
    assert ", öffentliche Fassung (Fassung " in out
    shown = json.loads(public.ok("export", "1", "--public", "--format", "json"))
    assert shown["session"]["seal"] is None
    assert "Sensorik" not in json.dumps(shown)
    (public.archive / "sessions" / "smart-city-region" / "0001.md").write_text("anders")
    assert public("export", "1", "--public").code == 4


def test_a_draft_encloses_no_attachments_and_names_no_recipients(public: Scm) -> None:
    public.ok("group", "edit", "--recipient", "ag@example.org")
    (public.archive / "plan.txt").write_text("Peter Forst")
    public.ok("attachment", "add", "1", "plan.txt")
    result = public("export", "1", "--public", "--allow", "Forst", "--format", "eml")
    assert result.code == 0
    assert "1 attachment is not enclosed" in result.err
    assert "To:" not in result.out
    assert "ag@example.org" not in result.out


@pytest.mark.parametrize("prefix", ["", "> "])
def test_a_public_copy_cannot_be_applied(public: Scm, prefix: str) -> None:
    for lang in ("de", "en"):
        text = public.ok("export", "1", "--public", "--allow", "Forst", "--lang", lang)
        path = Path(public.archive / "back.md")
        path.write_text("".join(f"{prefix}{line}\n" for line in text.splitlines()))
        before = (public.archive / "sessions" / "smart-city-region" / "0001.toml").read_bytes()
        result = public("minutes", "1", "--apply", str(path), "--prune", "--yes")
        assert (result.code, result.out) == (5, "")
        assert "is a public copy" in result.err
        assert (public.archive / "sessions" / "smart-city-region" / "0001.toml").read_bytes() == before


def test_notes_that_speak_of_public_copies_can_be_applied(public: Scm) -> None:
    public.ok("agenda", "edit", "1:1", "--notes", "- Stand: Entwurf, öffentliche Fassung folgt")
    path = public.archive / "back.md"
    path.write_text(public.ok("minutes", "1", "--print").replace("folgt", "folgt bald"))
    public.ok("minutes", "1", "--apply", str(path), "--yes")


def test_the_options_belong_together(public: Scm) -> None:
    assert public("export", "1", "--allow", "Forst").code == 2
    assert public("export", "1", "--public", "--allow", "!").code == 2
    result = public("group", "edit", "--public-role", "speaker")
    assert result.code == 2
    assert "--public-role" in result.err
    public.ok("group", "edit", "--public-role", "")
    assert public("export", "1", "--public", "--allow", "Forst").code == 1


@pytest.mark.parametrize("path", ["attendees/peter-forst.toml", "groups/smart-city-region.toml"])
def test_nothing_leaves_while_it_is_not_known_what_must_not(public: Scm, path: str) -> None:
    (public.archive / path).write_text("name = \n")
    result = public("export", "smart-city-region/1", "--public", "--allow", "Forst", "-o", "out.md")
    assert (result.code, result.out) == (4, "")
    assert not (public.archive / "out.md").exists()


@pytest.mark.parametrize("wanted", FORMATS)
def test_the_index_is_searched_too(public: Scm, wanted: str) -> None:
    """A group's key stands in the names of files alone, which the index lists."""
    public.ok("group", "add", "AG Wald", "--key", "ag-forst")
    for number, day in (("1", "8.12.2026"), ("2", "9.12.2026")):
        public.ok("session", "add", day, "--number", number, "--group", "ag-forst")
    args = ("export", "1", "2", "--group", "ag-forst", "--public", "--format", wanted, "-o", "out/")
    result = public(*args)
    assert (result.code, result.out) == (1, "")
    index = "index.md" if wanted in ("md", "text") else "index.html"
    assert f"{index}, ag-forst-0002-2026-12-09-" in result.err
    assert "„forst“ is the family name of Peter Forst" in result.err
    assert not (public.archive / "out").exists()
    assert "forst" not in (public.archive / "groups" / "ag-forst.toml").read_text()
    public.ok(*args, "--allow", "Forst")
    assert (public.archive / "out" / index).exists()


def test_an_index_that_is_not_written_is_not_searched(public: Scm) -> None:
    public.ok("group", "add", "AG Wald", "--key", "ag-forst")
    for number, day in (("1", "8.12.2026"), ("2", "9.12.2026")):
        public.ok("session", "add", day, "--number", number, "--group", "ag-forst")
    public.ok("export", "1", "2", "--group", "ag-forst", "--public", "-o", str(public.archive / "all.ics"))
    public.ok("export", "1", "--group", "ag-forst", "--public", "-o", "out/")


def test_what_one_session_may_name_is_no_leak_in_the_entry_of_another(public: Scm) -> None:
    public.ok("attendee", "add", "Anna Beispiel")
    public.ok("session", "add", "8.12.2026", "--number", "2", "--title", "Treffen mit Anna Beispiel")
    public.ok("agenda", "add", "2", "Bericht", "--presenter", "Anna Beispiel")
    public.ok("export", "1", "2", "--public", "--allow", "Forst", "-o", "out/")
    assert "Anna Beispiel" in (public.archive / "out" / "index.md").read_text()
