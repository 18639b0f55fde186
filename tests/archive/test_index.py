"""The index: lists from it are the lists from the files, whatever happens to the files or to the index."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Result, Scm

from scm_cli.archive.archive import Archive
from scm_cli.archive.files import Files

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
    ("attendance", "list"),
    ("attendee", "list", "--json"),
    ("attendee", "list", "--from", "2000", "--attended"),
    ("group", "list", "--json"),
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


def test_a_second_list_reads_no_session(aged: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(aged)
    expected = aged("list")

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Archive, "session", refuse)
    assert with_index(aged, "list") == expected


def settle(scm: Scm) -> None:
    """Make the index, as if the last change of a file was long ago."""
    pytest.MonkeyPatch().setattr("scm_cli.archive.index.stamps.GRANULARITY", -(10**18))
    with_index(scm, "list")
    pytest.MonkeyPatch().setattr("scm_cli.archive.index.stamps.GRANULARITY", 2_000_000_000)


def first_session(scm: Scm) -> Path:
    return sorted((scm.archive / "sessions").rglob("*.toml"))[0]
