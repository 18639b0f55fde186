"""A search gives the same with the index and without it, whatever the archive holds and however it changes."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from searched import LETTERS
from strategies import mended, tables

from scm_cli.archive.archive import Archive
from scm_cli.archive.codec import new_file
from scm_cli.archive.files import Files
from scm_cli.archive.searched import Searched
from scm_cli.errors import UsageFault
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.session import Session
from scm_cli.model.settings import Settings
from scm_cli.model.table import Table
from scm_cli.query.fields import HIT
from scm_cli.query.filters import Filters
from scm_cli.query.order import Order
from scm_cli.query.search.terms import Query, read_query

FILTERS = (Filters(), Filters(internal=False), Filters(first=date(2000, 1, 1)), Filters(kind=("item",)))


def put(folder: Path, name: str, value: Table) -> None:
    """Write one file."""
    path = folder / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(new_file(value, path.name))


def hold(folder: Path, number: int, session: Session) -> None:
    """Write a session's file."""
    put(folder, f"sessions/muster/{number:04}", session)


def made(folder: Path) -> Path:
    """Make an archive without sessions."""
    put(folder, "scm", Settings())
    put(folder, "groups/muster", Group(name="AG Muster"))
    put(folder, "attendees/a", Attendee(name="Anna Straße", aliases=("Anna Müller",)))
    return folder


def found(folder: Path, cache: Path | None, query: Query, filters: Filters) -> list[dict[str, object]]:
    """Return all that a search says."""
    archive = Archive(Files(folder), cache=cache, indexed_from=0)
    rows = Searched(archive, query).made(filters, HIT, Order(), list)
    return [{name: row.values[name] for name in HIT.fields} for row in rows]


def queries(sessions: list[Session], typed: str) -> list[Query]:
    """Return what to look for: something typed, and pieces of what is there."""
    items = [item for session in sessions for item in session.agenda]
    pieces = [typed, *(item.title[1:6] for item in items), *((item.notes or "")[:8] for item in items), "strasse", "u"]
    asked = []
    for piece in dict.fromkeys((*pieces, f"{typed} !a", f"e {typed}")):
        try:
            asked.append(read_query([piece]))
        except UsageFault:
            continue
    return asked


@settings(max_examples=25, deadline=None)
@given(st.lists(tables(Session).map(mended), min_size=1, max_size=3), LETTERS, st.sampled_from(FILTERS))
def test_the_index_finds_what_the_files_hold(sessions: list[Session], typed: str, filters: Filters) -> None:
    with TemporaryDirectory() as name:
        folder, cache = made(Path(name) / "archive"), Path(name) / "cache"
        for count, session in enumerate(sessions):
            hold(folder, count + 1, session)
            for query in queries(sessions[: count + 1], typed):
                assert found(folder, cache, query, filters) == found(folder, None, query, filters)
        assert list(cache.glob("*.sqlite"))


@pytest.mark.parametrize("typed", ["100%", "a_b", "[x]", "x?", "*e", "%", "\udce4", "ä" * 3000, "e", "ee", "'; DROP"])
def test_signs_of_the_database_are_letters(tmp_path: Path, typed: str) -> None:
    folder = made(tmp_path / "archive")
    for number, title in enumerate(("100% a_b", "100 axb", "[x] x?", "ä" * 3000, "See", "'; DROP TABLE *")):
        hold(folder, number + 1, Session(number=number + 1, date=date(2024, 1, 1), title=title))
    query = read_query([typed])
    expected = found(folder, None, query, Filters())
    cache = tmp_path / "cache"
    assert found(folder, cache, query, Filters()) == expected
    index = next(cache.glob("*.sqlite")).stat().st_ino
    found(folder, cache, query, Filters())
    assert next(cache.glob("*.sqlite")).stat().st_ino == index, "the index is not made anew"


def test_an_earlier_name_given_later_is_found(tmp_path: Path) -> None:
    folder, cache = made(tmp_path / "archive"), tmp_path / "cache"
    hold(folder, 1, Session(number=1, date=date(2024, 1, 1), chair="a"))
    assert found(folder, cache, read_query(["beispiel"]), Filters()) == []
    put(folder, "attendees/a", Attendee(name="Anna Straße", aliases=("Anna Beispiel",)))
    assert [hit["snippet"] for hit in found(folder, cache, read_query(["beispiel"]), Filters())] == ["Anna Beispiel"]
