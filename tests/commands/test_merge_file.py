"""`scm merge-file`: what it writes, says and returns, and what it leaves alone."""

import os
import stat
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from support import Installed, Result, Scm

from scm_cli.archive.files import LARGEST

BASE = """\
schema = 1
number = 7
date = 2024-09-10
place = "Musterstadt"

[[agenda]]
id = "radwege"
title = "Radwege"
"""
CONFLICT = "conflict: place: before „Musterstadt“, ours „Neustadt“, theirs „Altstadt“"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three versions of a session, outside any archive; theirs has a room."""
    made = tmp_path / "irgendwo"
    made.mkdir()
    for name in ("base", "ours", "theirs"):
        (made / name).write_text(BASE)
    put(made / "theirs", "place", 'room = "3"\nplace')
    monkeypatch.chdir(made)
    return made


def put(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new))


def test_theirs_goes_into_ours_and_nothing_is_said(scm: Scm, folder: Path) -> None:
    put(folder / "ours", "Radwege", "Radwege und Fußwege")
    (folder / "ours").chmod(0o640)
    assert scm("merge-file", "base", "ours", "theirs") == Result(0, "", "")
    text = (folder / "ours").read_text()
    assert 'title = "Radwege und Fußwege"' in text
    assert 'room = "3"' in text
    assert stat.S_IMODE((folder / "ours").stat().st_mode) == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["base", "ours", "theirs"]


def test_a_conflict_is_named_by_field_in_both_languages(scm: Scm, folder: Path) -> None:
    put(folder / "ours", "Musterstadt", "Neustadt")
    put(folder / "theirs", "Musterstadt", "Altstadt")
    for language, found in (("en", CONFLICT), ("de", "Konflikt: place: vorher „Musterstadt“, bei uns „Neustadt“")):
        result = scm.speak(language)("merge-file", "base", "ours", "theirs")
        assert (result.code, result.out) == (1, "")
        assert found in result.err
    assert 'place = "Neustadt"' in (folder / "ours").read_text()
    assert 'room = "3"' in (folder / "ours").read_text()


def test_git_is_asked_for_theirs_only_where_git_asked(scm: Scm, folder: Path) -> None:
    put(folder / "ours", "Musterstadt", "Neustadt")
    put(folder / "theirs", "Musterstadt", "Altstadt")
    assert "git" not in scm("merge-file", "base", "ours", "theirs").err
    said = scm("merge-file", "base", "ours", "theirs", "--path", "über uns/sessions/g/0007.toml").err
    assert "„git show ':3:über uns/sessions/g/0007.toml'“" in said
    assert "„git add ':/über uns/sessions/g/0007.toml'“" in said


def test_texts_that_begin_alike_are_shown_where_they_differ(scm: Scm, folder: Path) -> None:
    long = "Der Haushalt wurde ausführlich beraten und am Ende " * 3
    for name, end in (("base", "vertagt"), ("ours", "beschlossen"), ("theirs", "abgelehnt")):
        put(folder / name, 'title = "Radwege"', f'title = "Radwege"\nnotes = "{long}{end}."')
    said = scm("merge-file", "base", "ours", "theirs").err
    for end in ("vertagt", "beschlossen", "abgelehnt"):
        assert f"beraten und am Ende {end}.“" in said


def test_quiet_hides_what_was_renumbered_and_never_a_conflict(scm: Scm, folder: Path) -> None:
    for name in ("ours", "theirs"):
        put(folder / name, "Musterstadt", name)
        put(folder / name, '"Radwege"\n', f'"Radwege"\n\n[[agenda]]\nid = "neu"\ntitle = "Neu: {name}"\n')
    said = scm("merge-file", "base", "ours", "theirs", "--stdout").err
    assert "their new item „neu“ is now „neu-2“" in said
    hidden = scm("merge-file", "base", "ours", "theirs", "--quiet").err
    assert "neu-2" not in hidden
    assert "conflict: place" in hidden


def test_to_standard_output_leaves_ours_byte_for_byte(installed: Installed, folder: Path) -> None:
    before = b"\xef\xbb\xbf" + BASE.replace("\n", "\r\n").encode()
    (folder / "ours").write_bytes(before)
    result = installed("merge-file", *(str(folder / name) for name in ("base", "ours", "theirs")), "--stdout")
    assert result.code == 0
    assert result.out.startswith("\ufeffschema = 1\r\n")
    assert 'room = "3"\r\n' in result.out
    assert (folder / "ours").read_bytes() == before


def test_what_needs_no_change_is_not_written(scm: Scm, folder: Path) -> None:
    (folder / "theirs").write_text(BASE)
    os.utime(folder / "ours", (1, 1))
    assert scm("merge-file", "base", "ours", "theirs").code == 0
    assert (folder / "ours").stat().st_mtime == 1


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("theirs", b"schema = 1\nnumber = 7\ndate = 2024-09-10\n[[", 4, "theirs:4: this is not valid TOML"),
        ("theirs", BASE.encode() + b"=======\n>>>>>>> theirs\n", 4, "theirs:9: this is not valid TOML"),
        ("theirs", b"schema = 9\nnumber = 7\ndate = 2024-09-10\n", 4, "a newer scm is needed"),
        ("theirs", b"", 4, "theirs: the file is empty"),
        ("theirs", b"schema = 1\nplace = '\xfc'\n", 4, "theirs:2: the file is not UTF-8"),
        ("theirs", b"#" * (LARGEST + 1), 4, "theirs: the file has 6 MB"),
        ("base", b"nonsense", 4, "base:1: this is not valid TOML"),
        ("ours", b"schema = 1\nnumber = 7\ndate = 2024-09-10\nplase = 'x'\n", 4, "did you mean place?"),
    ],
)
def test_a_bad_file_is_named_and_ours_stays(
    scm: Scm, folder: Path, name: str, content: bytes, code: int, said: str
) -> None:
    (folder / name).write_bytes(content)
    before = (folder / "ours").read_bytes()
    result = scm("merge-file", "base", "ours", "theirs")
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert (folder / "ours").read_bytes() == before


def test_git_is_told_which_side_is_bad(scm: Scm, folder: Path) -> None:
    (folder / "theirs").write_text("[[")
    said = scm("merge-file", "base", "ours", "theirs", "--path", "sessions/g/0007.toml").err
    assert "sessions/g/0007.toml (theirs):1: this is not valid TOML" in said
    said = scm.speak("de")("merge-file", "base", "ours", "theirs", "--path", "sessions/g/0007.toml").err
    assert "sessions/g/0007.toml (bei den anderen):1: " in said
    (folder / "base").write_bytes(b"#" * (LARGEST + 1))
    said = scm("merge-file", "base", "ours", "theirs", "--path", "sessions/g/0007.toml").err
    assert "sessions/g/0007.toml (vorher): die Datei hat 6 MB" in said


def test_missing_files_folders_and_arguments(scm: Scm, folder: Path) -> None:
    (folder / "ordner").mkdir()
    assert scm("merge-file", "base", "ours", "nirgends").code == 3
    assert scm("merge-file", "base", "ours", "ordner").code == 4
    assert scm("merge-file", "base", os.devnull, "theirs").code == 4
    assert scm("merge-file", "base", "ours").code == 2
    assert scm("merge-file").code == 2
    assert (folder / "ours").read_text() == BASE


def test_a_removal_on_one_side_is_told_as_nothing(scm: Scm, folder: Path) -> None:
    put(folder / "ours", "Radwege", "Fußwege")
    (folder / "theirs").write_text(BASE.split("\n[[", maxsplit=1)[0])
    result = scm("merge-file", "base", "ours", "theirs")
    assert result.code == 1
    assert "conflict: agenda.radwege: before „Radwege“, ours „Fußwege“, theirs nothing" in result.err


def test_a_file_changed_meanwhile_is_not_overwritten(scm: Scm, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scm_cli.archive import merging

    original = merging.merged_file

    def slow(*args: object) -> object:
        made = original(*args)  # type: ignore[arg-type]
        put(folder / "ours", "Musterstadt", "Dazwischen")
        return made

    monkeypatch.setattr(merging, "merged_file", slow)
    result = scm("merge-file", "base", "ours", "theirs")
    assert result.code == 5
    assert "Dazwischen" in (folder / "ours").read_text()


def test_a_file_in_an_archive_is_changed_under_its_lock(scm: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    from scm_cli.archive.files import Files

    held: list[Path] = []
    original = Files.lock

    def noted(self: Files) -> AbstractContextManager[None]:
        held.append(self.root)
        return original(self)

    monkeypatch.setattr(Files, "lock", noted)
    person = scm.archive / "attendees" / "julia-binder.toml"
    (scm.archive.parent / "theirs").write_text(person.read_text() + 'phone = "0355 1"\n')
    (scm.archive.parent / "base").write_text(person.read_text())
    scm.ok("merge-file", "../base", "attendees/julia-binder.toml", "../theirs")
    assert held == [scm.archive]
    assert 'phone = "0355 1"' in person.read_text()
    scm.ok("merge-file", "../base", "../theirs", "attendees/julia-binder.toml")
    assert held == [scm.archive]


def test_a_read_only_folder_says_so(scm: Scm, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scm_cli.archive.disk import Disk

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Disk, "write", full)
    result = scm("merge-file", "base", "ours", "theirs")
    assert result.code == 1
    assert "No space left on device" in result.err
    assert (folder / "ours").read_text() == BASE
    assert sorted(path.name for path in folder.iterdir()) == ["base", "ours", "theirs"]
