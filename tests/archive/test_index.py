"""The index: lists from it are the lists from the files, whatever happens to the files or to the index."""

import gc
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support import Result, Scm

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.files import Files
from scm_cli.archive.index import build
from scm_cli.archive.index.place import Place
from scm_cli.model.refs import SessionRef

LISTS = (
    ("list",),
    ("list", "--json"),
    ("list", "--reverse", "--fields", "number,title,agenda,chair"),
    ("list", "--limit", "1"),
    ("list", "--sort", "place", "--limit", "2"),
    ("list", "--attendee", "mueller", "--from", "2000"),
    ("list", "--attendee", "beispiel", "--attended"),
    ("list", "--text", "strasse"),
    ("list", "--title", "bericht", "--no-internal"),
    ("list", "--organisation", "stadt"),
    ("list", "--status", "held", "--kind", "ordinary"),
    ("agenda", "list", "--json"),
    ("agenda", "list", "--title", "e"),
    ("decision", "list", "--json"),
    ("decision", "list", "--state", "replaced"),
    ("election", "list", "--json"),
    ("task", "list", "--json"),
    ("task", "list", "--overdue"),
    ("attachment", "list", "--json"),
    ("attachment", "list", "--missing"),
    ("attendance", "list", "--matrix", "--from", "2024-10"),
    ("attendance", "list", "--matrix", "--json", "--attendee", "kern"),
    ("decision", "list", "7", "--json"),
    ("decision", "show", "B7-1"),
    ("export", "decision-register", "--format", "md", "--year", "2024"),
    ("export", "protocol", "--status", "held", "--format", "md"),
    ("export", "--from", "2024-10", "--format", "md"),
    ("attendance", "list"),
    ("attendee", "list", "--json"),
    ("attendee", "list", "--from", "2000", "--attended"),
    ("group", "list", "--json"),
    ("status",),
    ("status", "--json"),
    ("show", "last"),
    ("export", "last"),
    ("export", "task-list", "--format", "md"),
)


def with_index(scm: Scm, *args: str) -> Result:
    """Run a command line with an index, however small the archive is."""
    scm.indexed_from = 0
    return scm(*args, env={"XDG_CACHE_HOME": str(cache(scm).parent)})


def cache(scm: Scm) -> Path:
    """Return the folder of the indexes."""
    return scm.archive.parent / "cache" / "scm"


def kept(scm: Scm) -> Path:
    """Return the one file of the index."""
    (found,) = cache(scm).glob("*.sqlite")
    return found


def sessions_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the reference of every session whose file is read from now on."""
    read: list[str] = []
    load = Archive.session

    def counted(self: Archive, ref: SessionRef) -> StoredSession:
        read.append(str(ref))
        return load(self, ref)

    monkeypatch.setattr(Archive, "session", counted)
    return read


def agree(scm: Scm, lists: tuple[tuple[str, ...], ...] = LISTS) -> None:
    """Assert that every list is the same with and without the index, problems and exit code included."""
    for args in lists:
        plain = scm(*args)
        assert with_index(scm, *args) == plain, args


@pytest.fixture
def aged(region: Scm) -> Scm:
    """The fixture archive, its files old enough for their times to tell."""
    for path in region.archive.rglob("*.toml"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return region


def test_lists_are_the_same_with_the_index(aged: Scm) -> None:
    agree(aged)
    assert kept(aged).stat().st_size > 0


@pytest.mark.parametrize(
    "typed",
    [
        ("list",),
        ("list", "--json", "--text", "e"),
        ("agenda", "list"),
        ("decision", "list", "--result", "carried"),
        ("election", "list"),
        ("attachment", "list"),
        ("task", "list"),
        ("search", "e"),
        ("attendance", "list"),
        ("attendance", "list", "--by-item", "--year", "2022"),
        ("attendance", "list", "--by-organisation"),
        ("attendance", "list", "--by-organisation", "--text", "e"),
    ],
    ids=" ".join,
)
def test_a_second_list_reads_no_session(aged: Scm, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]) -> None:
    settle(aged, *typed)
    expected = aged(*typed)

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Archive, "session", refuse)
    monkeypatch.setattr(Place, "discard", refuse)
    assert with_index(aged, *typed) == expected


def settle(scm: Scm, *typed: str) -> None:
    """Make the index, as if the last change of a file was long ago, and let go of it as the end of a process does."""
    with pytest.MonkeyPatch().context() as patch:
        patch.setattr("scm_cli.archive.index.stamps.GRANULARITY", -(10**18))
        with_index(scm, *(typed or ("list",)))
    gc.collect()


def test_a_command_lets_go_of_the_index(aged: Scm) -> None:
    gc.disable()  # as in a run that is too short to look for circles of objects, and at its end
    try:
        with_index(aged, "list")
        assert list(cache(aged).iterdir()) == [kept(aged)]
    finally:
        gc.enable()


def first_session(scm: Scm) -> Path:
    return min((scm.archive / "sessions").rglob("*.toml"))


def test_a_change_of_same_size_and_time_is_seen(aged: Scm) -> None:
    settle(aged)
    path = first_session(aged)
    before, old = path.stat(), path.read_text()
    path.write_text(old.replace("Cottbus", "Bottcus").replace("2024", "2023"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    agree(aged)


def test_a_change_within_the_clocks_granularity_is_seen(aged: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    path = first_session(aged)
    fixed = path.stat()

    def blind(name: str, found: os.stat_result) -> tuple[str, int, int, int, int, int]:
        return name, found.st_mode, fixed.st_size, fixed.st_mtime_ns, fixed.st_ctime_ns, fixed.st_ino

    monkeypatch.setattr("scm_cli.archive.index.stamps.details_of", blind)
    agree(aged, (("list",),))
    path.write_text(path.read_text().replace("2024", "2023"))
    agree(aged, (("list",),))


def test_an_edited_person_changes_only_the_sessions_that_name_them(aged: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(aged)
    read = sessions_read(monkeypatch)
    person = aged.archive / "attendees" / "unbekannt-niemand.toml"
    person.write_text('schema = 1\nname = "Niemand Unbekannt"\n')
    with_index(aged, "list")
    assert read == []
    known = aged.archive / "attendees" / "anna-beispiel.toml"
    known.write_text(known.read_text().replace("Anna", "Änne"))
    assert "list" in LISTS[0]
    with_index(aged, "list")
    assert read
    agree(aged)


@pytest.mark.parametrize(
    "content", [b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 5000], ids=["empty", "text", "header"]
)
def test_a_file_that_is_no_index_is_replaced(aged: Scm, content: bytes) -> None:
    settle(aged)
    kept(aged).write_bytes(content)
    agree(aged)
    with closing(sqlite3.connect(kept(aged))) as connection:
        assert connection.execute("SELECT count(*) FROM sessions").fetchone()[0]


def test_a_truncated_index_is_replaced(aged: Scm) -> None:
    settle(aged)
    data = kept(aged).read_bytes()
    kept(aged).write_bytes(data[: len(data) // 2])
    agree(aged)


SPOILED = {
    "rows that make no sense": ["UPDATE rows_session SET written = '[[1]'", "UPDATE details SET facts = '[]'"],
    "another archive": ["UPDATE about SET value = '/elsewhere' WHERE name = 'archive'", "DELETE FROM sessions"],
    "another program": ["ALTER TABLE sessions RENAME TO something"],
}


@pytest.mark.parametrize("statements", SPOILED.values(), ids=SPOILED)
def test_an_index_of_something_else_is_replaced(aged: Scm, statements: list[str]) -> None:
    settle(aged)
    with closing(sqlite3.connect(kept(aged))) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    agree(aged)


def test_an_archive_that_is_let_go_lets_go_of_its_index(aged: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []

    class Watched(sqlite3.Connection):
        def close(self) -> None:
            closed.append(True)
            super().close()

    plain = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *place, **how: plain(*place, **how, factory=Watched))
    settle(aged)
    gc.collect()
    archive = Archive(Files(aged.archive), cache=cache(aged), indexed_from=0)
    assert archive.index
    assert archive.index.count()
    before = len(closed)
    del archive
    gc.collect()
    assert len(closed) == before + 1


def test_a_folder_in_the_place_of_the_index_is_done_without(aged: Scm) -> None:
    settle(aged)
    path = kept(aged)
    path.unlink()
    path.mkdir()
    agree(aged, LISTS[:3])


def test_a_link_in_the_place_of_the_index_is_not_followed(aged: Scm, tmp_path: Path) -> None:
    settle(aged)
    path, other = kept(aged), tmp_path / "other"
    other.write_bytes(b"mine")
    path.unlink()
    path.symlink_to(other)
    agree(aged, LISTS[:3])
    assert other.read_bytes() == b"mine"


def test_a_cache_folder_that_cannot_be_made_is_done_without(aged: Scm) -> None:
    cache(aged).parent.write_bytes(b"a file")
    agree(aged, LISTS[:3])


def test_a_read_only_index_is_done_without(aged: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(aged)
    path = first_session(aged)
    path.write_text(path.read_text().replace("2024", "2023"))
    plain = sqlite3.connect

    def read_only(file: Path, **options: object) -> sqlite3.Connection:
        return plain(f"file:{file}?mode=ro", uri=True, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", read_only)
    agree(aged)


def test_another_process_that_holds_the_index_does_not_stop_a_list(aged: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(aged)
    monkeypatch.setattr("scm_cli.archive.index.place._WAIT", 0.01)
    path = first_session(aged)
    path.write_text(path.read_text().replace("2024", "2023"))
    holder = sqlite3.connect(kept(aged), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    agree(aged, LISTS[:5])
    holder.execute("ROLLBACK")
    holder.close()


def test_only_the_user_may_read_the_index(aged: Scm) -> None:
    previous = os.umask(0)
    try:
        settle(aged)
    finally:
        os.umask(previous)
    assert stat.S_IMODE(kept(aged).stat().st_mode) == 0o600
    assert stat.S_IMODE(cache(aged).stat().st_mode) == 0o700
    assert not list(aged.archive.rglob("*.sqlite"))


def test_a_small_archive_has_no_index(aged: Scm) -> None:
    assert aged("list", env={"XDG_CACHE_HOME": str(cache(aged).parent)}).code == 0
    assert not cache(aged).exists()


def test_the_index_can_be_switched_off(aged: Scm) -> None:
    aged.indexed_from = 0
    assert aged("list", env={"XDG_CACHE_HOME": str(cache(aged).parent), "SCM_NO_INDEX": "1"}).code == 0
    assert not cache(aged).exists()


def many(scm: Scm, count: int) -> None:
    """Fill the archive with copies of its first session."""
    path = first_session(scm)
    text = path.read_text()
    number = int(path.stem)
    for n in range(9001, 9001 + count):
        path.with_name(f"{n}.toml").write_text(text.replace(f"number = {number}", f"number = {n}"))


def test_many_sessions_are_read_by_several_processes(aged: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    many(aged, 40)
    monkeypatch.setattr("scm_cli.archive.index.build.MANY", 10)
    monkeypatch.setattr("scm_cli.archive.index.build.CHUNK", 3)
    monkeypatch.setattr("scm_cli.archive.index.build._cores", lambda: 3)
    agree(aged, LISTS[:8])


def test_what_a_killed_process_was_to_read_is_read_all_the_same(aged: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    many(aged, 40)
    monkeypatch.setattr("scm_cli.archive.index.build.MANY", 10)
    monkeypatch.setattr("scm_cli.archive.index.build.CHUNK", 3)
    monkeypatch.setattr("scm_cli.archive.index.build._help", lambda *_: os._exit(9))
    agree(aged, LISTS[:2])


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_process_that_can_read_no_more_is_not_waited_for(aged: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    many(aged, 40)
    monkeypatch.setattr("scm_cli.archive.index.build.MANY", 10)
    monkeypatch.setattr("scm_cli.archive.index.build.CHUNK", 3)
    reads, own = build.read_some, os.getpid()

    def failing(*told: Any) -> Any:
        if os.getpid() != own:
            raise MemoryError
        return reads(*told)

    monkeypatch.setattr(build, "read_some", failing)
    agree(aged, LISTS[:2])


def test_two_processes_may_make_the_index_at_once(aged: Scm) -> None:
    many(aged, 250)
    expected = aged("list").out
    environ = {**os.environ, "SCM_DATA": str(aged.archive), "XDG_CACHE_HOME": str(cache(aged).parent)}
    command = [sys.executable, "-m", "scm_cli", "list"]
    runs = [subprocess.Popen(command, env=environ, stdout=subprocess.PIPE) for _ in range(3)]
    assert [run.communicate()[0].decode() for run in runs] == [expected] * 3
    assert with_index(aged, "list").out == expected


def broken(scm: Scm) -> None:
    first_session(scm).write_text("schema = 1\nnumber = [\n")


def removed(scm: Scm) -> None:
    first_session(scm).unlink()


def renamed(scm: Scm) -> None:
    first_session(scm).rename(first_session(scm).with_name("0999.toml"))


def group_gone(scm: Scm) -> None:
    next((scm.archive / "groups").glob("*.toml")).unlink()


def group_broken(scm: Scm) -> None:
    next((scm.archive / "groups").glob("*.toml")).write_text("schema = 1\n")


def group_edited(scm: Scm) -> None:
    path = next((scm.archive / "groups").glob("*.toml"))
    path.write_text(path.read_text().replace('name = "', 'name = "Neu '))


def person_broken(scm: Scm) -> None:
    (scm.archive / "attendees" / "anna-beispiel.toml").write_text("nonsense")


def person_gone(scm: Scm) -> None:
    (scm.archive / "attendees" / "anna-beispiel.toml").unlink()


def linked(scm: Scm) -> None:
    path = first_session(scm)
    path.rename(scm.archive / "elsewhere.toml")
    path.symlink_to(scm.archive / "elsewhere.toml")


def folder_linked(scm: Scm) -> None:
    folder = scm.archive / "attendees"
    shutil.copytree(folder, scm.archive.parent / "outside")
    shutil.rmtree(folder)
    folder.symlink_to(scm.archive.parent / "outside")


def no_file(scm: Scm) -> None:
    (first_session(scm).with_name("0777.toml")).mkdir()


@pytest.mark.parametrize(
    "change",
    [
        broken, removed, renamed, group_gone, group_broken, group_edited, person_broken, person_gone, linked,
        folder_linked, no_file,
    ],
)  # fmt: skip
def test_whatever_happens_to_files_shows_in_lists(aged: Scm, change: Callable[[Scm], None]) -> None:
    settle(aged)
    change(aged)
    agree(aged)
    agree(aged, LISTS[:4])


def test_a_link_whose_target_changes_is_read_again(aged: Scm) -> None:
    linked(aged)
    settle(aged)
    target = aged.archive / "elsewhere.toml"
    target.write_text(target.read_text().replace("2024", "2023"))
    agree(aged, LISTS[:3])


def test_an_archive_without_files_has_an_index_too(aged: Scm) -> None:
    shutil.rmtree(aged.archive / "sessions")
    agree(aged, LISTS[:3])


def test_the_archive_itself_may_be_reached_by_a_link(aged: Scm, tmp_path: Path) -> None:
    settle(aged)
    link = tmp_path / "link"
    link.symlink_to(aged.archive)
    found = Archive(Files(link), cache=cache(aged), indexed_from=0)
    assert found.index
    assert found.index.place.path == kept(aged)


def test_the_status_of_the_index_is_told(aged: Scm) -> None:
    def state() -> tuple[str, int | None]:
        found = json.loads(with_index(aged, "index", "status", "--json").out)
        return found["state"], found["sessions"]

    assert state() == ("missing", None)
    settle(aged)
    count = len(list((aged.archive / "sessions").rglob("*.toml")))
    assert state() == ("fresh", count)
    first_session(aged).unlink()
    assert state() == ("stale", count)
    kept(aged).write_bytes(b"nonsense")
    assert state() == ("unusable", None)
    assert with_index(aged, "index", "rebuild").code == 0
    assert state()[1] == count - 1


def test_without_a_folder_there_is_no_index(aged: Scm) -> None:
    nowhere = {"XDG_CACHE_HOME": "", "HOME": ""}
    assert json.loads(aged("index", "status", "--json", env=nowhere).out)["state"] == "homeless"
    assert aged("index", "rebuild", env=nowhere).code == 1
    off = {"SCM_NO_INDEX": "1"}
    assert json.loads(aged("index", "status", "--json", env=off).out)["state"] == "off"
    assert "SCM_NO_INDEX" in aged("index", "clear", env=off).err


def test_rebuilding_tells_what_cannot_be_read(aged: Scm) -> None:
    broken(aged)
    found = with_index(aged, "index", "rebuild")
    assert found.code == 4
    assert first_session(aged).name in found.err
    assert found.out == ""


def test_a_new_index_takes_away_what_older_versions_left_long_ago(aged: Scm) -> None:
    with_index(aged, "list")
    own = next(cache(aged).glob("*.sqlite"))
    archive, _, _ = own.stem.partition("-")
    names = {name: own.with_name(name) for name in (f"{archive}-old.sqlite", f"{archive}-new.sqlite", "0-old.sqlite")}
    for name, path in names.items():
        path.write_bytes(b"")
        age = 0 if "new" in name else 40 * 86_400
        os.utime(path, (path.stat().st_mtime - age,) * 2)
    own.unlink()
    with_index(aged, "list")
    assert own.exists()
    assert [path.name for path in names.values() if path.exists()] == [f"{archive}-new.sqlite", "0-old.sqlite"]


@pytest.mark.parametrize(("attempts", "code"), [(2, 0), (5, 1)])
def test_a_rebuild_that_others_disturb_is_tried_again(
    aged: Scm, monkeypatch: pytest.MonkeyPatch, attempts: int, code: int
) -> None:
    from scm_cli.archive.index.index import Index

    count, disturbed = Index.count, iter([True] * attempts)
    monkeypatch.setattr(Index, "count", lambda self: None if next(disturbed, False) else count(self))
    assert with_index(aged, "index", "rebuild").code == code
    assert any(cache(aged).glob("*.sqlite")) == (code == 0)
