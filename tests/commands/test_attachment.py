"""Attachments: what is copied, what is left where it is, what never happens to a file."""

import json
import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support import Scm
from trees import tree

from scm_cli.archive.disk import Disk

FOLDER = Path("attachments/smart-city-region/0001")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A file outside the archive."""
    path = tmp_path / "Plan: Ä?.pdf"
    path.write_bytes(b"%PDF-1.7\r\n\x00" * 300_000)
    return path


def attached(scm: Scm) -> list[dict[str, Any]]:
    """Return all attachments."""
    found: list[dict[str, Any]] = json.loads(scm.ok("attachment", "list", "--json"))
    return found


def lying(scm: Scm) -> list[str]:
    """Return the names of the files in the session's folder."""
    return sorted(path.name for path in (scm.archive / FOLDER).glob("*"))


def test_a_file_is_copied_whole_under_a_name_for_every_system(scm: Scm, plan: Path) -> None:
    result = scm("attachment", "add", "1:2.1", str(plan))
    assert result.out == "smart-city-region/1 1\n"
    assert "attachment 1 Plan: Ä? added in sessions/smart-city-region/0001.toml" in result.err
    assert (scm.archive / FOLDER / "Plan- Ä-.pdf").read_bytes() == plan.read_bytes()
    assert plan.exists()
    assert attached(scm) == [
        {
            "session": "smart-city-region/1",
            "date": "2022-11-25",
            "number": 1,
            "title": "Plan: Ä?",
            "item": "smart-city-region/1#digitale-haltestellen",
            "top": "2.1",
            "source": f"{FOLDER}/Plan- Ä-.pdf",
            "file": f"{FOLDER}/Plan- Ä-.pdf",
            "url": None,
            "exists": True,
            "internal": False,
        }
    ]
    assert "- Anlage 1 (TOP 2.1): Plan: Ä?\n" in scm.ok("export", "1")
    assert scm("check").code == 0


def test_nothing_is_overwritten(scm: Scm, tmp_path: Path, plan: Path) -> None:
    other = tmp_path / "b" / "PLAN- ä-.PDF"
    other.parent.mkdir()
    other.write_text("other")
    scm.ok("attachment", "add", "1", str(plan))
    scm.ok("attachment", "add", "1", str(other))
    assert lying(scm) == ["PLAN- ä--2.PDF", "Plan- Ä-.pdf"], "names that differ in case are one name elsewhere"
    other.write_text("third")
    scm.ok("attachment", "add", "1", str(other))
    assert lying(scm) == ["PLAN- ä--2.PDF", "PLAN- ä--3.PDF", "Plan- Ä-.pdf"]
    assert (scm.archive / FOLDER / "PLAN- ä--2.PDF").read_text() == "other"


def test_several_files_come_all_or_none(scm: Scm, tmp_path: Path, plan: Path) -> None:
    other = tmp_path / "b" / plan.name
    other.parent.mkdir()
    other.write_text("other")
    before = tree(scm.archive)
    assert scm("attachment", "add", "1", str(plan), str(other), "nichts.pdf").code == 3
    assert scm("attachment", "add", "1", str(plan), str(other), "--title", "Plan").code == 2
    assert tree(scm.archive) == before
    result = scm("attachment", "add", "1", str(plan), "https://example.org/a", str(other))
    assert result.out == "smart-city-region/1 1\nsmart-city-region/1 2\nsmart-city-region/1 3\n"
    assert lying(scm) == ["Plan- Ä--2.pdf", "Plan- Ä-.pdf"]
    assert [one["title"] for one in attached(scm)] == ["Plan: Ä?", None, "Plan: Ä? (2)"]
    assert scm("check").code == 0


def test_the_same_content_is_the_same_file(scm: Scm, plan: Path) -> None:
    scm.ok("attachment", "add", "1", str(plan))
    assert scm("attachment", "add", "1", str(plan)).code == 5
    scm.ok("attachment", "add", "1:1", str(plan))
    assert lying(scm) == ["Plan- Ä-.pdf"]
    assert [one["title"] for one in attached(scm)] == ["Plan: Ä?", "Plan: Ä? (2)"]


def test_a_missing_file_keeps_its_name(scm: Scm, plan: Path) -> None:
    scm.ok("attachment", "add", "1", str(plan))
    (scm.archive / FOLDER / "Plan- Ä-.pdf").unlink()
    plan.write_text("new")
    scm.ok("attachment", "add", "1", str(plan))
    assert lying(scm) == ["Plan- Ä--2.pdf"]
    assert [one["exists"] for one in attached(scm)] == [False, True]
    assert scm.ok("attachment", "list", "--missing", "--fields", "number") == "1\n"
    result = scm("check")
    assert (result.code, result.out.count("\n")) == (1, 1)
    assert "mend it with: scm attachment remove smart-city-region/1 1" in result.out


def test_a_file_of_the_archive_stays_where_it_is(scm: Scm) -> None:
    for name in (FOLDER / "da.pdf", Path("attachments/gemeinsam.pdf")):
        (scm.archive / name).parent.mkdir(parents=True, exist_ok=True)
        (scm.archive / name).write_text(name.name)
        scm.ok("attachment", "add", "1", str(name))
    assert [one["file"] for one in attached(scm)] == [f"{FOLDER}/da.pdf", "attachments/gemeinsam.pdf"]
    assert lying(scm) == ["da.pdf"]


def test_a_hidden_name_is_no_name_of_the_archive(scm: Scm) -> None:
    (scm.archive / FOLDER).mkdir(parents=True)
    (scm.archive / FOLDER / ".versteckt").write_text("x")
    scm.ok("attachment", "add", "1", str(FOLDER / ".versteckt"))
    assert attached(scm)[0]["file"] == f"{FOLDER}/versteckt"


@pytest.mark.parametrize(
    ("name", "title", "file"),
    [
        (b"\xff.pdf", "-.pdf", "-.pdf"),
        (b"a\xffb\n.pdf", "a b", "a-b.pdf"),
        ("Pru\u0308fung.pdf".encode(), "Prüfung", "Prüfung.pdf"),
        (b"-x --internal.pdf", "-x --internal", "-x --internal.pdf"),
        (b"*Wichtig* [x](y).md", "*Wichtig* [x](y)", "-Wichtig- [x](y).md"),
    ],
)
def test_odd_names_of_files(scm: Scm, tmp_path: Path, name: bytes, title: str, file: str) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_text("x")
    scm.ok("attachment", "add", "1", "--", str(path))
    assert [(one["title"], one["file"].rpartition("/")[2]) for one in attached(scm)] == [(title, file)]
    assert scm("attachment", "list", terminal=True).code == 0
    assert scm("export", "1").code == 0
    assert scm("check").code == 0


def test_a_link_to_a_file_gives_its_content(scm: Scm, tmp_path: Path, plan: Path) -> None:
    (tmp_path / "kurz.pdf").symlink_to(plan)
    scm.ok("attachment", "add", "1", str(tmp_path / "kurz.pdf"))
    copy = scm.archive / FOLDER / "kurz.pdf"
    assert not copy.is_symlink()
    assert copy.read_bytes() == plan.read_bytes()


@pytest.mark.parametrize("code", [2, 3])
def test_what_is_no_file_is_refused(scm: Scm, tmp_path: Path, code: int) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "leer").symlink_to(tmp_path / "nichts")
    (tmp_path / "kreis").symlink_to(tmp_path / "kreis")
    before = tree(scm.archive)
    for name in {2: ["fifo", "archive"], 3: ["leer", "nichts", "archive/scm.toml/x"]}[code]:
        result = scm("attachment", "add", "1", str(tmp_path / name))
        assert (result.code, result.out) == (code, ""), result
    assert scm("attachment", "add", "1", "").code == 3
    assert scm("attachment", "add", "1", str(tmp_path / "kreis")).code == 1
    assert scm("attachment", "add", "1", "x" * 5000).code == 1
    assert tree(scm.archive) == before


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_stop_while_copying_leaves_no_half_file(
    scm: Scm, plan: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(scm.archive)

    def stopping(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Disk, step, stopping)
        assert scm("attachment", "add", "1", str(plan)).code == 130
    left = {name: data for name, data in tree(scm.archive).items() if not name.endswith("/")}
    assert left == {name: data for name, data in before.items() if not name.endswith("/")}


def test_a_stop_before_the_session_is_saved_leaves_no_copy(
    scm: Scm, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = Disk.replace

    def stopping(self: Disk, source: Path, target: Path) -> None:
        if target.suffix == ".toml":
            raise KeyboardInterrupt
        replaced(self, source, target)

    with monkeypatch.context() as patch:
        patch.setattr(Disk, "replace", stopping)
        assert scm("attachment", "add", "1", str(plan)).code == 130
    assert lying(scm) == []
    assert scm("check").code == 0
    scm.ok("attachment", "add", "1", str(plan))
    assert lying(scm) == ["Plan- Ä-.pdf"]
    assert scm("check").code == 0


def test_a_source_that_breaks_off_leaves_nothing(scm: Scm, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scm_cli.archive import attaching, files

    def breaking(path: Path) -> Iterator[bytes]:
        yield next(iter(files.pieces_of(path)))
        yield from files.pieces_of(path.parent)  # a folder, which cannot be read as a file

    monkeypatch.setattr(attaching, "pieces_of", breaking)
    result = scm("attachment", "add", "1", str(plan))
    assert (result.code, result.out) == (1, "")
    assert "Is a directory" in result.err
    assert lying(scm) == []
    assert attached(scm) == []


def test_links_and_internal_ones(scm: Scm) -> None:
    scm.ok("attachment", "add", "1", "HTTPS://example.org/plan?a=ä", "--internal")
    (one,) = attached(scm)
    assert (one["url"], one["title"], one["internal"], one["exists"]) == (
        "https://example.org/plan?a=ä",
        None,
        True,
        None,
    )
    assert "- Anlage 1 (nichtöffentlich): https" in scm.ok("export", "1")
    assert scm("check").code == 0
    assert scm("attachment", "add", "1", "https://example.org/plan?a=ä").code == 5
    assert scm("attachment", "add", "1", "ftp://example.org/plan").code == 2


def test_removing_moves_a_file_to_the_trash_once_nobody_names_it(scm: Scm, plan: Path) -> None:
    scm.ok("session", "add", "10.1.2023")
    scm.ok("attachment", "add", "1", str(plan))
    scm.ok("attachment", "add", "2", str(FOLDER / "Plan- Ä-.pdf"))
    assert "stays" in scm("attachment", "remove", "1", "1", "--yes").err
    result = scm("attachment", "remove", "2", "1", "--yes")
    assert lying(scm) == []
    assert (scm.archive / ".trash" / FOLDER / "Plan- Ä-.pdf").read_bytes() == plan.read_bytes()
    command = result.err.rpartition("add it again with: scm ")[2]
    assert scm.ok(*shlex.split(command)) == "smart-city-region/2 2\n"
    assert scm("check").code == 0


def test_a_session_takes_its_attachments_to_the_trash_but_for_those_that_others_name(scm: Scm, plan: Path) -> None:
    scm.ok("session", "add", "10.1.2023")
    scm.ok("session", "add", "7.2.2023")
    own = plan.with_name("own.pdf")
    own.write_bytes(b"own")
    scm.ok("attachment", "add", "2", str(plan), str(own))
    scm.ok("attachment", "add", "3", "attachments/smart-city-region/0002/Plan- Ä-.pdf")
    before = tree(scm.archive)
    scm.ok("session", "remove", "2", "--dry-run")
    assert tree(scm.archive) == before
    result = scm("session", "remove", "2", "--yes")
    assert "Plan- Ä-.pdf stays" in result.err
    folder = scm.archive / "attachments/smart-city-region/0002"
    assert [path.name for path in folder.iterdir()] == ["Plan- Ä-.pdf"]
    assert scm("check").code == 0
    for line in result.err.splitlines():
        if "bring it back with: " in line:
            subprocess.run(shlex.split(line.partition("bring it back with: ")[2]), cwd=scm.archive, check=True)
    assert {name: data for name, data in tree(scm.archive).items() if not name.startswith(".trash")} == before


def test_what_is_removed_a_second_time_comes_back_under_its_own_name(scm: Scm) -> None:
    for _ in range(2):
        scm.ok("session", "add", "10.1.2023", "--number", "2")
        result = scm("session", "remove", "2", "--yes")
    trash = ".trash/sessions/smart-city-region/0002-2.toml"
    assert f"bring it back with: mv {trash} sessions/smart-city-region/0002.toml" in result.err


def test_a_session_that_cannot_be_read_may_name_a_file(scm: Scm, plan: Path) -> None:
    scm.ok("session", "add", "10.1.2023")
    scm.ok("attachment", "add", "1", str(plan))
    (scm.archive / "sessions/smart-city-region/0002.toml").write_text("nonsense")
    result = scm("attachment", "remove", "1", "1", "--yes")
    assert result.code == 0
    assert "not every session can be read" in result.err
    assert lying(scm) == ["Plan- Ä-.pdf"]
    assert "no session names" not in scm("check").out


def test_dry_run_and_seal_change_nothing(scm: Scm, plan: Path) -> None:
    before = tree(scm.archive)
    scm.ok("attachment", "add", "1", str(plan), "--dry-run")
    assert tree(scm.archive) == before
    scm.ok("attachment", "add", "1", str(plan))
    before = tree(scm.archive)
    scm.ok("attachment", "remove", "1", "1", "--dry-run")
    assert tree(scm.archive) == before
    scm.ok("session", "finalize", "1", "--yes")
    before = tree(scm.archive)
    for line in (["add", "1", "https://example.org"], ["add", "1", str(plan)], ["remove", "1", "1", "--yes"]):
        result = scm("attachment", *line)
        assert (result.code, result.out) == (5, "")
        assert "scm session reopen smart-city-region/1" in result.err
    assert tree(scm.archive) == before
    (scm.archive / FOLDER / "Plan- Ä-.pdf").unlink()
    assert "mend it with: git restore" in scm("check").out


def test_a_large_file_moves_with_its_session(scm: Scm, plan: Path) -> None:
    plan.write_bytes(os.urandom(6_000_000))
    scm.ok("attachment", "add", "1", str(plan))
    scm.ok("session", "renumber", "1", "--to", "4")
    moved = scm.archive / "attachments/smart-city-region/0004/Plan- Ä-.pdf"
    assert moved.read_bytes() == plan.read_bytes()
    assert scm("check").code == 0


def test_a_folder_that_leads_out_is_refused(scm: Scm, tmp_path: Path, plan: Path) -> None:
    (tmp_path / "draussen").mkdir()
    (scm.archive / "attachments").symlink_to(tmp_path / "draussen")
    result = scm("attachment", "add", "1", str(plan))
    assert (result.code, result.out) == (4, "")
    assert list((tmp_path / "draussen").iterdir()) == []
