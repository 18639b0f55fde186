"""The invented archive is one that the program would have written itself."""

from pathlib import Path
from typing import Final

import pytest
from benchmarks.generated import make, path_of, world
from support import Scm

from scm_cli.archive.canonical import document
from scm_cli.archive.reader import read
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.session import Session
from scm_cli.model.table import Table

TABLES: Final[dict[str, type[Table]]] = {"groups": Group, "attendees": Attendee, "sessions": Session}


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.toml"))}


def test_every_file_is_as_the_program_writes_it(tmp_path: Path) -> None:
    make(tmp_path / "a", sessions=60)
    for name, data in files(tmp_path / "a").items():
        table = TABLES.get(name.split("/")[0])
        if table:
            assert document(read(data, table, name)).encode() == data, name


def test_scm_has_nothing_to_say_against_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "a", sessions=40)
    scm = Scm(tmp_path / "a", monkeypatch)
    assert scm("check").code == 0
    assert len(scm.ok("list").splitlines()) == 40


def test_the_same_seed_makes_the_same_files(tmp_path: Path) -> None:
    make(tmp_path / "a", sessions=30, seed=7)
    make(tmp_path / "b", sessions=30, seed=7)
    make(tmp_path / "c", sessions=30, seed=8)
    assert files(tmp_path / "a") == files(tmp_path / "b") != files(tmp_path / "c")


def test_a_large_archive_is_that_of_a_district_office(tmp_path: Path) -> None:
    made = make(tmp_path / "a", sessions=2_000)
    sizes = [(tmp_path / "a" / path_of(meeting)).stat().st_size for meeting in made.meetings]
    assert 3_300 < sum(sizes) / len(sizes) < 4_000
    assert len(made.committees) == 100
    assert len({meeting.day.year for meeting in made.meetings}) == 20
    assert all(meeting.day.isoweekday() < 6 for meeting in made.meetings)


@pytest.mark.parametrize("sessions", [1, 9, 10, 11, 999])
def test_it_has_as_many_sessions_as_asked_for(sessions: int) -> None:
    assert len({meeting.ref for meeting in world(sessions, 1).meetings}) == sessions
