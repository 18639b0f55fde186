"""A sealed session on the disk: its two files, what is found when somebody alters them, what an interruption leaves."""

import errno
import json
import os
import stat
from collections.abc import Callable

import pytest
from support import Scm
from trees import tree

FOLDER = "sessions/smart-city-region"
FILE, TEXT = f"{FOLDER}/0001.toml", f"{FOLDER}/0001.md"
REF = "smart-city-region/1"


@pytest.fixture
def sealed(scm: Scm) -> Scm:
    """The sample archive, its session sealed."""
    scm.ok("session", "finalize", "1", "--yes")
    return scm


def swap(scm: Scm, path: str, old: str, new: str) -> int:
    """Replace a piece of a file by hand; return its line."""
    text = (scm.archive / path).read_text()
    assert old in text
    (scm.archive / path).write_text(text.replace(old, new, 1))
    return text[: text.index(old)].count("\n") + 1


def findings(scm: Scm) -> list[tuple[str, int, str, str]]:
    """Return what `check` finds."""
    result = scm("check", "--json", "--quiet")
    return [(one["path"], one["line"], one["key"], one["found"]) for one in json.loads(result.out)]


def test_the_text_beside_the_file_is_what_export_prints(sealed: Scm) -> None:
    text = (sealed.archive / TEXT).read_bytes()
    assert sealed.ok("export", "1").encode() == text
    assert b"- Stand: ausgefertigt am 01.12.2022 (Fassung " in text
    assert sealed.ok("path", "1", "--protocol") == f"{sealed.archive / TEXT}\n"
    sealed.ok("export", "1", "-o", "p.md")
    assert (sealed.archive / "p.md").read_bytes() == text
    assert findings(sealed) == []


def test_the_text_stays_whatever_happens_around_it(sealed: Scm) -> None:
    text = sealed.ok("export", "1")
    sealed.ok("attendee", "rename", "binder", "Julia Muster")
    sealed.ok("group", "edit", "--name", "AG Neu", "--genitive", "der AG Neu", "--language", "en")
    sealed.ok("session", "add", "8.12.2022")
    assert sealed.ok("export", "1") == text
    assert findings(sealed) == []


def test_other_documents_use_the_sealed_names(sealed: Scm) -> None:
    sealed.ok("attendee", "rename", "binder", "Julia Muster")
    assert "Dr. phil. Julia Binder" in sealed.ok("export", "1", "--document", "agenda")
    translated = sealed("export", "1", "--lang", "en")
    assert translated.code == 0
    assert "Participants: Dr. phil. Julia Binder (BTU Cottbus-Senftenberg)" in translated.out
    assert "Julia Muster" not in translated.out
    assert "the sealed protocol is in German" in translated.err
    assert sealed("export", "1", "--lang", "de").err == ""


ALTERATIONS: list[tuple[str, str, str, str]] = [
    ('place = "Cottbus"', 'place = "Forst"', "number", "the head of the sealed protocol was changed by hand"),
    ('organisation = "Stadt Guben"', 'organisation = "Stadt Forst"', "number", "the head of the sealed protocol"),
    ('name = "Dr. phil. Julia Binder"', 'name = "Julia Muster"', "number", "the head of the sealed protocol"),
    ("Welche Rolle hat die Stadt?", "Wer zahlt?", "agenda[5]", "item 3 Cottbus digital: Modellprojekt Smart City"),
    ('title = "Lokale Projekte"', 'title = "Projekte"', "agenda[2]", "item 2 Projekte of the sealed protocol was"),
    ('id = "lokale-projekte"', 'id = "andere"', "agenda[2]", "item 2 Lokale Projekte was added to the sealed"),
    ('status = "final"', 'status = "held"', "status", "the status is held, but the protocol is sealed"),
    ("version = 1", "version = 2", "seal.version", "the seal has version 2; this scm knows version 1"),
]


@pytest.mark.parametrize(("old", "new", "key", "sentence"), ALTERATIONS)
def test_what_was_altered_by_hand_is_named_with_its_line(
    sealed: Scm, old: str, new: str, key: str, sentence: str
) -> None:
    swap(sealed, FILE, old, new)
    (path, line, found_key, found), *others = findings(sealed)
    assert (path, found_key) == (FILE, key)
    assert found.startswith(sentence)
    text = (sealed.archive / FILE).read_text().split("\n")
    heads = {"number": "number = 1", "agenda": "[[agenda]]", "status": "status =", "seal": "version = 2"}
    assert text[line - 1].startswith(heads[key.partition("[")[0].partition(".")[0]])
    if key.startswith("agenda"):
        assert text[:line].count("[[agenda]]") == int(key[-2])
    assert [other[3] for other in others] == (
        ["the item lokale-projekte of the sealed protocol is missing"] if "andere" in new else []
    )


UNCOVERED = [
    ("[seal]", '[x]\nmine = "own"\n\n[seal]'),
    ('place = "Cottbus"', '# noted\nplace = "Cottbus" # by hand'),
    ("[seal]", "[approval]\ncirculated_on = 2022-12-01\n\n[seal]"),
    ("host =", 'signed = [{ by = "A", role = "chair" }]\nsequence = 4\nhost ='),
]


@pytest.mark.parametrize(("old", "new"), UNCOVERED)
def test_what_is_not_covered_may_change(sealed: Scm, old: str, new: str) -> None:
    swap(sealed, FILE, old, new)
    assert findings(sealed) == []


def test_items_that_were_moved_or_removed_by_hand_are_named(sealed: Scm) -> None:
    text = (sealed.archive / FILE).read_text()
    head, *items = text.split("[[agenda]]\n")
    *items, last = items
    last, seal = last.split("[seal]\n")
    (sealed.archive / FILE).write_text("[[agenda]]\n".join([head, last, *items]) + "[seal]\n" + seal)
    (found,) = findings(sealed)
    assert found[3].startswith("item 1 Cottbus digital")
    assert found[3].endswith("of the sealed protocol was moved by hand")
    (sealed.archive / FILE).write_text("[[agenda]]\n".join([head, *items]) + "[seal]\n" + seal)
    (found,) = findings(sealed)
    assert found[3] == "the item cottbus-digital of the sealed protocol is missing"
    assert (sealed.archive / FILE).read_text().split("\n")[found[1] - 1] == "[[seal.items]]"


def test_final_without_a_seal_is_found_and_reopening_mends_it(scm: Scm) -> None:
    swap(scm, FILE, 'status = "held"', 'status = "final"')
    assert [found[3] for found in findings(scm)] == ["the status is final, but there is no seal"]
    scm.ok("session", "reopen", "1", "--reason", "von Hand gesetzt")
    assert findings(scm) == []


@pytest.mark.parametrize("hand", ["remove", "alter", "folder"])
def test_a_text_that_is_not_the_sealed_one_is_refused_and_found(sealed: Scm, hand: str) -> None:
    path = sealed.archive / TEXT
    if hand == "alter":
        path.write_text(path.read_text().replace("Cottbus", "Forst"))
    else:
        path.unlink()
    if hand == "folder":
        path.mkdir()
    said = {"remove": "is missing", "alter": "was changed afterwards", "folder": "this is a folder"}[hand]
    for args in (("export", "1"), ("export", "1", "--lang", "en")):
        result = sealed(*args)
        assert (result.code, result.out) == (4, "")
        assert f"{TEXT}: " in result.err
        assert said in result.err
    if hand != "folder":
        assert f"git restore {TEXT}" in result.err
        assert f"scm session reopen {REF}" in result.err
    (found,) = findings(sealed)
    assert (found[0], found[1]) == (TEXT, 0)
    assert sealed("export", "1", "--document", "agenda").code == 0


def test_after_the_approval_only_restoring_is_offered(sealed: Scm) -> None:
    sealed.ok("session", "add", "30.11.2022")
    sealed.ok("session", "approve", "1", "--in", "2")
    (sealed.archive / TEXT).unlink()
    result = sealed("export", "1")
    assert f"git restore {TEXT}" in result.err
    assert "reopen" not in result.err


def test_one_broken_text_hides_no_other_document(sealed: Scm) -> None:
    sealed.ok("session", "add", "8.12.2022")
    (sealed.archive / TEXT).unlink()
    result = sealed("export", "1", "2", "-o", "out/")
    assert result.code == 4
    assert [path.name for path in (sealed.archive / "out").iterdir()] == [
        "smart-city-region-0002-2022-12-08-tagesordnung.md"
    ]


FAULTS = [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()]


@pytest.mark.parametrize("fault", FAULTS, ids=["full", "interrupted"])
@pytest.mark.parametrize("stop", [1, 2, 3])
def test_finalizing_may_stop_anywhere_and_is_finished_when_repeated(
    scm: Scm, failing: Callable[[int, BaseException], None], stop: int, fault: BaseException
) -> None:
    before = tree(scm.archive)
    failing(stop, fault)
    assert scm("session", "finalize", "1", "--yes").code in (1, 130)
    left = {name for name in tree(scm.archive).keys() - before.keys() if not name.startswith(".trash")}
    assert left == set()
    assert {name: data for name, data in tree(scm.archive).items() if name in before} == before
    failing(0, fault)
    assert scm.ok("export", "1").count("Entwurf") == 1
    assert findings(scm) == []
    scm.ok("session", "finalize", "1", "--yes")
    assert findings(scm) == []
    assert "ausgefertigt am" in scm.ok("export", "1")
    new = sorted(name for name in tree(scm.archive).keys() - before.keys() if not name.startswith(".trash"))
    assert new == [TEXT]


@pytest.mark.parametrize("stop", [1, 2, 3])
def test_reopening_may_stop_anywhere_and_is_finished_when_repeated(
    sealed: Scm, failing: Callable[[int, BaseException], None], stop: int
) -> None:
    failing(stop, OSError(errno.EIO, os.strerror(errno.EIO)))
    assert sealed("session", "reopen", "1", "--reason", "x").code == 1
    failing(0, KeyboardInterrupt())
    assert ("Entwurf" in sealed.ok("export", "1")) == (stop == 3)
    assert sealed("session", "reopen", "1", "--reason", "x").code == (5 if stop == 3 else 0)
    assert findings(sealed) == []
    assert not (sealed.archive / TEXT).exists()
    assert (sealed.archive / ".trash" / TEXT).exists()
    assert json.loads(sealed.ok("show", "1", "--json"))["reopened"] == [{"on": "2022-12-01", "reason": "x", "x": None}]
    assert sealed("session", "reopen", "1", "--reason", "x").code == 5


def test_a_text_somebody_left_there_goes_to_the_trash(scm: Scm) -> None:
    (scm.archive / TEXT).write_text("my own notes")
    scm.ok("session", "finalize", "1", "--yes")
    assert (scm.archive / ".trash" / TEXT).read_text() == "my own notes"
    assert findings(scm) == []


def test_modes_are_the_users_own(scm: Scm) -> None:
    (scm.archive / FILE).chmod(0o640)
    mask = os.umask(0o027)
    try:
        scm.ok("session", "finalize", "1", "--yes")
    finally:
        os.umask(mask)
    assert [stat.S_IMODE((scm.archive / name).stat().st_mode) for name in (FILE, TEXT)] == [0o640, 0o640]


def test_a_dry_run_writes_nothing(scm: Scm) -> None:
    before = tree(scm.archive)
    assert "nothing written" in scm("session", "finalize", "1", "--dry-run").err
    assert tree(scm.archive) == before
    scm.ok("session", "finalize", "1", "--yes")
    before = tree(scm.archive)
    for args in (
        ("reopen", "1", "--reason", "x"),
        ("circulate", "1", "--until", "24.12.2022"),
        ("approve", "1", "--objections", "x"),
    ):
        assert scm("session", *args, "--dry-run").code == 0
        assert tree(scm.archive) == before


def test_finalizing_keeps_comments_and_own_keys(sealed: Scm) -> None:
    text = (sealed.archive / FILE).read_text()
    assert text.startswith("# Die erste Sitzung, wie über sie berichtet wurde:")
    assert "# Vertretene Städte und Einrichtungen;" in text


@pytest.mark.parametrize(
    ("hand", "sentence"),
    [
        ((FILE, 'attendee = "julia-binder"', 'attendee = "niemand"'), "nobody in the register has the key niemand"),
        ((FILE, "date = 2022-11-25", "date = 2023-11-25"), "the session only takes place on 25 November 2023"),
        (("attendees/julia-binder.toml", "schema = 1", "schema = 9"), "the file of julia-binder cannot be read"),
        ((FILE, 'status = "held"', 'status = "planned"'), ""),
    ],
)
def test_what_stands_in_the_way_is_listed_and_nothing_changes(
    scm: Scm, hand: tuple[str, str, str], sentence: str
) -> None:
    swap(scm, *hand)
    before = tree(scm.archive)
    result = scm("session", "finalize", "1", "--yes")
    if not sentence:  # a session in the past of which something is recorded needs no word that it was held
        assert result.code == 0
        return
    assert (result.code, result.out) == (1, "")
    (line,) = [line for line in result.err.splitlines() if sentence in line]
    assert line.startswith("scm: error: ")
    assert "; mend it with: " in line
    assert tree(scm.archive) == before


def test_a_file_changed_meanwhile_is_a_conflict(scm: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    from scm_cli.terminal import Terminal

    def answer(_terminal: Terminal, _question: str) -> bool:
        swap(scm, FILE, 'place = "Cottbus"', 'place = "Forst"')
        return True

    monkeypatch.setattr(Terminal, "confirm", answer)
    assert scm("session", "finalize", "1").code == 5
    assert not (scm.archive / TEXT).exists()


def test_declining_the_question_changes_nothing(scm: Scm) -> None:
    before = tree(scm.archive)
    assert scm("session", "finalize", "1", stdin="n\n", terminal=True).code == 2
    assert tree(scm.archive) == before
    assert scm("session", "finalize", "1", stdin="y\n", terminal=True).code == 0
