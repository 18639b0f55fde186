"""`scm live`: every line is one guarded save; others' edits stay; nothing typed is lost."""

import shutil
import stat
from datetime import datetime, time, timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from support import PROJECT, Result, Scm, Stream

from scm_cli.archive.archive import Archive
from scm_cli.archive.files import Files
from scm_cli.commands.desk import Desk
from scm_cli.commands.live.run import Run
from scm_cli.commands.options import Writing
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.terminal import Terminal

REF = SessionRef("smart-city-region", 2)
FILE = "sessions/smart-city-region/0002.toml"


@pytest.fixture
def today(scm: Scm) -> Scm:
    """The sample archive with a session today, 1 December 2022, at nine o'clock."""
    scm.ok("session", "add", "1.12.2022", "--start", "9:00")
    for title in ("Eröffnung", "Testfeld"):
        scm.ok("agenda", "add", "2", title)
    return scm


class Room:
    """A run in this process, into which lines are typed one by one."""

    def __init__(self, scm: Scm, *, dry_run: bool = False) -> None:
        self.err = Stream()
        self.out = Stream()
        own = Desk(Terminal(None, self.out, self.err, {}), lambda: scm.now, str(scm.archive))
        archive = Archive(Files(scm.archive), dry_run=dry_run)
        self.archive = scm.archive
        self.run = Run(own, archive, archive.session(REF), Writing(dry_run=dry_run))

    def type(self, *lines: str) -> str:
        """Type lines; return what was said about them."""
        before = len(self.err.getvalue())
        for line in lines:
            self.run.take(line)
        return self.err.getvalue()[before:]

    @property
    def file(self) -> Path:
        return self.archive / FILE

    @property
    def session(self) -> Session:
        return Archive(Files(self.archive)).session(REF).value

    def notes(self, place: int = 0) -> str | None:
        return self.session.agenda[place].notes


def kept_aside(tmp_path: Path) -> list[str]:
    """Return the lines kept in the user's state folder."""
    return [line for path in sorted((tmp_path / "state").rglob("*.txt")) for line in path.read_text().splitlines()]


def test_each_line_is_saved_at_once(today: Scm) -> None:
    room = Room(today)
    for line, key in (("top", "began"), ("n Ein Satz.", "notes"), ("da binder", "attendance"), ("ende", "end")):
        before = room.file.read_bytes()
        room.type(line)
        assert room.file.read_bytes() != before, key
        assert f"\n{key} = " in room.file.read_text() or f"[[{key}]]" in room.file.read_text()


def test_what_others_write_between_two_lines_stays(today: Scm) -> None:
    room = Room(today)
    room.type("top", "n eins")
    today.ok("agenda", "edit", "2:2", "--notes", "von außen")
    today.ok("agenda", "add", "2", "Verschiedenes")
    today.ok("attendee", "add", "Jana Neu")
    assert "Jana Neu" in room.type("n zwei", "da Jana Neu"), "somebody registered meanwhile"
    assert (room.notes(0), room.notes(1)) == ("eins\n\nzwei", "von außen")
    assert len(room.session.agenda) == 3


def test_taking_back_leaves_what_others_wrote(today: Scm) -> None:
    room = Room(today)
    start = room.session
    room.type("da binder", "top", "n eins", "b kons So sei es.", "a binder Plan")
    today.ok("agenda", "edit", "2:2", "--notes", "von außen")
    said = room.type(*["undo"] * 6)
    assert said.count("taken back") == 5
    assert "nothing is left to take back" in said
    assert room.notes(1) == "von außen"
    today.ok("agenda", "edit", "2:2", "--clear", "notes")
    left = room.session
    assert (left.agenda, left.attendance, left.status) == (start.agenda, start.attendance, start.status)
    assert (left.last_decision, left.last_task) == (1, 1), "numbers others may have seen are not given again"


def test_taking_back_everything_leaves_the_file_as_it_was(today: Scm) -> None:
    room = Room(today)
    start = room.session
    room.type("da binder", "top", "Kein Wort davon", "b kons So sei es.", "a binder Plan", "pause", "top", "ende")
    room.type(*["zurück"] * 8)
    assert room.session == start
    assert room.run.prompt() == "> "


def test_what_others_changed_since_is_not_taken_back(today: Scm) -> None:
    room = Room(today)
    room.type("n eins")
    today.ok("agenda", "edit", "2:1", "--notes", "eins, berichtigt")
    before = room.file.read_bytes()
    assert "agenda.eroeffnung.notes changed since" in room.type("undo")
    assert room.file.read_bytes() == before
    assert "note" in room.type("n zwei"), "the run goes on"


def test_a_broken_file_costs_no_line(today: Scm, tmp_path: Path) -> None:
    room = Room(today)
    room.type("top")
    good = room.file.read_text()
    room.file.write_text(f"{good}\nbroken [[")
    said = room.type("n eins", "9:30 da binder", "wer", "Kein Wort davon")
    assert said.count("not saved, but kept in") == 3
    assert kept_aside(tmp_path) == ["09:00 n eins", "9:30 da binder", "Kein Wort davon"]
    path = next((tmp_path / "state").rglob("*.txt"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "taken back: Kein Wort davon" in room.type("undo"), "what waits can be taken back"
    room.file.write_text(good)
    assert "2 lines that were kept aside are saved now" in room.type("n zwei")
    assert room.notes() == "eins\n\nzwei"
    assert room.session.attendance[0].presence[0].from_ == time(9, 30)
    assert kept_aside(tmp_path) == []
    assert room.run.close() == 0


@pytest.mark.parametrize(("trouble", "code"), [("sealed", 5), ("gone", 3), ("broken", 4), ("locked", 5)])
def test_what_cannot_be_saved_until_the_end_is_told(
    today: Scm, tmp_path: Path, trouble: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr("scm_cli.archive.files.LOCK_SECONDS", 0.05)
    room = Room(today)
    room.type("top", "n eins")
    good = room.file.read_bytes()
    lock = FileLock(today.archive / ".scm.lock")
    if trouble == "sealed":
        today.ok("session", "finalize", "2", "--unreached-as", "done", "--yes")
    elif trouble == "gone":
        room.file.unlink()
    elif trouble == "broken":
        room.file.write_bytes(good + b"broken [[")
    else:
        lock.acquire()
    assert "not saved, but kept in" in room.type("n zwei", "b kons So sei es.")
    assert room.run.close() == code
    said = room.err.getvalue()
    assert "2 lines are not saved" in said
    command = said.splitlines()[-1].removeprefix("Type them in later with: ")
    assert command.startswith("scm live smart-city-region/2 < ")
    lock.release()
    path = next((tmp_path / "state").rglob("*.txt"))
    if trouble == "sealed":
        today.ok("session", "reopen", "2", "--reason", "zu früh")
    else:
        room.file.write_bytes(good)
    later = today("live", "2", stdin=path.read_text())
    assert later.code == 0
    assert "lines of an earlier run wait" in later.err
    assert room.notes() == "eins\n\nzwei"
    assert room.session.agenda[0].decisions[0].text == "So sei es."


def test_a_full_disk_costs_no_line(today: Scm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scm_cli.archive.disk import Disk

    room = Room(today)
    room.type("top")

    def full(_self: Disk, _descriptor: int, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Disk, "write", full)
        assert "No space left on device" in room.type("n eins")
    assert kept_aside(tmp_path) == ["09:00 n eins"]
    room.type("n zwei")
    assert room.notes() == "eins\n\nzwei"


def test_where_nothing_can_be_kept_the_line_is_said_and_held(
    today: Scm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(today)
    good = room.file.read_bytes()
    room.file.write_bytes(b"broken [[")
    monkeypatch.setattr("scm_cli.commands.live.aside.state_folder", lambda: tmp_path / "nowhere")
    assert "still held here: 09:00 n eins" in room.type("n eins")
    room.file.write_bytes(good)
    room.type("n zwei")
    assert room.notes() == "eins\n\nzwei"


def test_a_line_that_no_file_can_hold_keeps_back_no_other(today: Scm, tmp_path: Path) -> None:
    room = Room(today)
    room.type("top", "n eins")
    assert "not saved, but kept in" in room.type(f"n {'x' * 5_000_000}")
    room.type("n zwei", "n drei")
    assert room.notes() == "eins\n\nzwei\n\ndrei"
    assert [len(line) for line in kept_aside(tmp_path)] == [5_000_008]
    assert room.run.close() == 1


def test_two_runs_at_once_write_into_one_session(today: Scm) -> None:
    mine, other = Room(today), Room(today)
    mine.type("top", "n von mir")
    other.type("n von dir", "9:10 top")
    mine.type("9:11 n zum nächsten", "b kons So sei es.")
    other.type("b kons Oder so.", "undo", "undo")
    first, second = mine.session.agenda
    assert first.notes == "von mir\n\nvon dir"
    assert (second.notes, [one.text for one in second.decisions]) == ("zum nächsten", ["So sei es."])
    assert (first.ended, second.began) == (None, None), "the other one's top is taken back"
    assert mine.run.sheet.current == "testfeld", "and told with the next line"
    mine.type("n wieder zum ersten")
    assert mine.notes(0) == "von mir\n\nvon dir\n\nwieder zum ersten"


def test_a_time_that_was_typed_counts_until_the_clock_does(today: Scm) -> None:
    room = Room(today)
    room.type("zeit 9:05", "top", "9:20 top", "n später", "10:00 Uhr n noch später")
    assert "10:00" in room.type("ende")
    assert "the clock counts again: 09:00" in room.type("zeit")
    assert [f"{item.began:%H:%M}" for item in room.session.agenda if item.began] == ["09:05", "09:20"]


def test_a_session_past_midnight_is_still_today(today: Scm) -> None:
    today.ok("session", "edit", "2", "--start", "22:00")
    today.now = today.now.replace(hour=0, minute=10) + timedelta(days=1)
    room = Room(today)
    room.type("top", "da binder")
    assert f"{room.session.agenda[0].began:%H:%M}" == "00:10"
    assert f"{room.session.attendance[0].presence[0].from_:%H:%M}" == "00:10"


def test_the_group_tells_the_time(today: Scm) -> None:
    today.now = today.now.astimezone(tz=datetime.fromisoformat("2022-12-01T00:00:00+00:00").tzinfo)
    room = Room(today)
    room.type("top")
    assert f"{room.session.agenda[0].began:%H:%M}" == "09:00"


def test_a_dry_run_goes_on_from_what_it_would_have_done(today: Scm, tmp_path: Path) -> None:
    room = Room(today, dry_run=True)
    before = room.file.read_bytes()
    said = room.type("top", "n eins", "top", "undo", "undo")
    assert "dry run, nothing written: 09:00 item 2 Testfeld" in said
    assert said.count("taken back") == 2
    assert room.file.read_bytes() == before
    room.file.write_bytes(b"broken [[")
    assert "scm: error: " in room.type("n eins")
    assert not list((tmp_path / "state").rglob("*.txt"))


def test_words_of_the_session_complete(today: Scm) -> None:
    room = Room(today)
    room.type("gast Gerd Gast")
    offered = room.run.offered()
    assert {"Gerd Gast", "Julia Binder"} <= set(offered.names)
    assert offered.tops == ["1", "2"]


def codes(*results: Result) -> list[int]:
    return [one.code for one in results]


def test_todays_session_is_meant(today: Scm) -> None:
    assert "session smart-city-region/2" in today("live").err
    today.ok("session", "add", "1.12.2022", "--number", "7")
    several = today("live", stdin="n eins")
    assert (several.code, several.out) == (3, "")
    assert "smart-city-region/2, smart-city-region/7" in several.err
    today.ok("session", "cancel", "7")
    assert today("live").code == 0
    assert codes(today("live", "7"), today("live", "2"), today("live", "1"), today("live", "99")) == [5, 0, 0, 3]
    today.now += timedelta(days=1)
    assert today("live").code == 3


def test_a_broken_file_may_be_todays_session(scm: Scm) -> None:
    (scm.archive / FILE).write_text("broken [[")
    assert scm("live").code == 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_script_may_be_in_the_encoding_of_windows(encoding: str) -> None:
    stdin = TextIOWrapper(BytesIO("n Straße\r\n\r\nende".encode(encoding)), encoding="utf-8")
    assert list(Terminal(stdin, None, None, {}).typed_lines()) == ["n Straße", "", "ende"]


def test_the_whole_run_without_a_terminal_asks_nothing(today: Scm) -> None:
    result = today("live", stdin="top\nn eins")
    assert (result.code, result.out) == (0, "")
    assert "> " not in result.err


def test_the_golden_meeting_prints_as_its_protocol(scm: Scm, tmp_path: Path) -> None:
    folder = tmp_path / "beispiel"
    shutil.copytree(PROJECT / "tests" / "fixtures" / "beispielregion", folder)
    scm.archive = folder
    lines = (PROJECT / "tests" / "golden" / "live.txt").read_text()
    (folder / "sessions" / "beispielregion" / "0007.toml").unlink()
    scm.ok("session", "add", "10.9.2024", "--number", "7", "--start", "10:00", "--place", "Rathaus Musterstadt")
    titles = ("Eröffnung", "Bericht Förderung", "Testfeld Sensornetz", "Auftrag Sensorik")
    for title in titles:
        scm.ok("agenda", "add", "7", title)
    result = scm("live", "7", stdin=lines)
    assert result.code == 0, result
    assert scm.ok("check") == ""
    assert scm.ok("export", "7") == (PROJECT / "tests" / "golden" / "live.de.md").read_text()
