"""What is found in the index beforehand counts only while the index is as it was then."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from archive.test_searched import hold, made

from scm_cli.archive.archive import Archive
from scm_cli.archive.files import Files
from scm_cli.archive.index.index import Index
from scm_cli.archive.index.scan import Scan, state_of
from scm_cli.model.session import Session
from scm_cli.query.search.stored import wanted_words
from scm_cli.query.search.terms import read_query

WORDS = wanted_words(read_query(["haltestelle"]))


@pytest.fixture
def index(tmp_path: Path) -> Index:
    folder = made(tmp_path / "archive")
    for number, title in enumerate(("Haltestelle", "Schule", "Bushaltestelle"), 1):
        hold(folder, number, Session(number=number, date=date(2024, 1, number), title=title))
    index = Archive(Files(folder), cache=tmp_path / "cache", indexed_from=0).index
    assert index
    assert index.count() == 3
    return index


def begun(path: Path) -> Scan:
    """Return a scan that looks."""
    scan = Scan(path, WORDS)
    scan.start()
    scan.start()
    return scan


def chosen(index: Index, scan: Scan) -> tuple[str, list[int]]:
    """Return the condition a scan gives, and the numbers of the sessions it chooses."""
    with closing(index.place.open()) as connection:
        condition, values = scan.condition(connection)
        query = "SELECT number FROM sessions JOIN texts ON session = id WHERE " + condition  # noqa: S608 — our own words
        return condition, sorted(number for (number,) in connection.execute(query, values))


def state(index: Index) -> int:
    """Return in which state the index is."""
    with closing(index.place.open()) as connection:
        return state_of(connection)


def test_sessions_found_beforehand_are_chosen(index: Index) -> None:
    assert chosen(index, begun(index.place.path)) == ("id IN (SELECT value FROM json_each(?))", [1, 3])


def test_after_a_change_the_texts_are_looked_through_again(index: Index) -> None:
    scan = begun(index.place.path)
    assert chosen(index, scan)[1] == [1, 3]
    hold(index.archive.files.root, 2, Session(number=2, date=date(2024, 1, 2), title="Neue Haltestellen"))
    assert index.count() == 3
    assert chosen(index, scan) == ("coarse LIKE ?", [1, 2, 3])


def test_another_index_is_another_state(index: Index) -> None:
    scan = begun(index.place.path)
    before = state(index)
    assert chosen(index, scan)[1] == [1, 3]
    index.close()
    index.place.discard()
    assert index.count() == 3
    assert state(index) != before
    assert chosen(index, scan) == ("coarse LIKE ?", [1, 3])


@pytest.mark.parametrize("held", [None, b"", b"no database"])
def test_without_an_index_nothing_is_known(index: Index, tmp_path: Path, held: bytes | None) -> None:
    path = tmp_path / "other.sqlite"
    if held is not None:
        path.write_bytes(held)
    assert chosen(index, begun(path)) == ("coarse LIKE ?", [1, 3])
    assert path.exists() == (held is not None)
