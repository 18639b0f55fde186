"""An answer that was worked out while files were looked at counts only while the index is as it was then."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from archive.test_searched import hold, made

from scm_cli.archive.archive import Archive
from scm_cli.archive.files import Files
from scm_cli.archive.index import stamps
from scm_cli.archive.index.early import state_of
from scm_cli.archive.index.index import Index
from scm_cli.archive.index.rows import Rows
from scm_cli.model.session import Session
from scm_cli.query.filters import Filters
from scm_cli.query.search.terms import read_query


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    monkeypatch.setattr(stamps, "GRANULARITY", 0)
    folder = made(tmp_path / "archive")
    for number, title in enumerate(("Haltestelle", "Schule", "Bushaltestelle"), 1):
        hold(folder, number, Session(number=number, date=date(2024, 1, number), title=title))
    index = Archive(Files(folder), cache=tmp_path / "cache", indexed_from=0).index
    assert index
    assert index.count() == 3
    return index


def state(index: Index) -> int:
    """Return in which state the index is."""
    with closing(index.place.open()) as connection:
        return state_of(connection)


class Asked:
    """A question that counts how often it was asked, and does something else the first time."""

    def __init__(self, first: Callable[[], object] = bool) -> None:
        self.times = 0
        self._first = first

    def __call__(self, rows: Rows) -> list[str]:
        self.times += 1
        if self.times == 1:
            self._first()
        return [str(row.values["ref"]).partition("/")[2] for row in rows.found(read_query(["haltestelle"]))]


def change(index: Index) -> None:
    """Change a session behind the index's back."""
    hold(index.archive.files.root, 2, Session(number=2, date=date(2024, 1, 2), title="Neue Haltestellen"))


def test_where_nothing_was_changed_the_question_is_asked_once(index: Index) -> None:
    asked = Asked()
    assert index.rows(Filters(), asked, early=True) == ["1", "3"]
    assert asked.times == 1


def test_where_a_file_was_changed_it_is_asked_again(index: Index) -> None:
    asked = Asked()
    change(index)
    assert index.rows(Filters(), asked, early=True) == ["1", "2", "3"]
    assert asked.times == 2


def test_where_another_process_changes_the_index_meanwhile_it_is_asked_again(index: Index) -> None:
    other = Archive(Files(index.archive.files.root), cache=index.place.path.parent, indexed_from=0).index
    assert other
    assert other.place.path == index.place.path

    def meanwhile() -> None:
        change(index)
        assert other.count() == 3

    asked = Asked(meanwhile)
    assert index.rows(Filters(), asked, early=True) == ["1", "2", "3"]
    assert asked.times == 2


def test_a_new_index_is_asked_once_it_is_filled(index: Index) -> None:
    index.close()
    index.place.discard()
    asked = Asked()
    assert index.rows(Filters(), asked, early=True) == ["1", "3"]
    assert asked.times == 2


def test_a_question_without_an_answer_lets_the_index_be_made_anew(index: Index) -> None:
    def faulty() -> None:
        raise ValueError

    asked = Asked(faulty)
    assert index.rows(Filters(), asked, early=True) == ["1", "3"]
    assert asked.times == 3


def test_another_index_is_another_state(index: Index) -> None:
    before = state(index)
    index.close()
    index.place.discard()
    assert index.count() == 3
    assert state(index) != before
