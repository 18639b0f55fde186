"""The tables of the index, and what is written into them."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from scm_cli.model.refs import SessionRef
from scm_cli.query.compact import compact
from scm_cli.query.entries import KEPT, Entry

SCHEMA: Final = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
-- what a folder was like when all its files were read
CREATE TABLE folders (name TEXT PRIMARY KEY, stamp BLOB NOT NULL) WITHOUT ROWID;
-- groups and people: `content` is empty where the file cannot be read; `names` is what a group
-- can be found by, as JSON, or in which groups a person sits
CREATE TABLE registered (
    folder TEXT, key TEXT, stamp TEXT NOT NULL, content TEXT NOT NULL, names TEXT NOT NULL, PRIMARY KEY (folder, key)
) WITHOUT ROWID;
-- one line a session file, narrow, because lists go over all of them; who is named, attended or sent somebody
-- stands there by numbers, as JSON
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY, grp TEXT NOT NULL, number INTEGER NOT NULL, stamp TEXT NOT NULL, sound INTEGER NOT NULL,
    own INTEGER, date TEXT, status TEXT, kind TEXT, mode TEXT, internal INTEGER, named TEXT, attended TEXT,
    organised TEXT, cells TEXT,
    UNIQUE (grp, number)
);
CREATE INDEX newest ON sessions (date DESC, grp, own DESC, number);
-- on whose entries in the register a session's rows depend, and what its filters look at
CREATE TABLE details (session INTEGER PRIMARY KEY, asked TEXT NOT NULL, facts TEXT NOT NULL);
-- by itself, because searches go over all of it
CREATE TABLE texts (session INTEGER PRIMARY KEY, coarse TEXT NOT NULL);
-- which decisions are to replace which, by their references
CREATE TABLE links (session INTEGER NOT NULL, ref TEXT NOT NULL, other TEXT NOT NULL, carried INTEGER NOT NULL);
CREATE INDEX linked ON links (session);
-- with what state of groups and people the rows of who came were made; empty where that cannot be told
CREATE TABLE rolled (session INTEGER, noun TEXT, state TEXT NOT NULL, PRIMARY KEY (session, noun)) WITHOUT ROWID;
-- every person and organisation named somewhere, with everything they can be found by
CREATE TABLE parties (id INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE, coarse TEXT NOT NULL);
"""
ROWS: Final = "CREATE TABLE rows_{noun} (session INTEGER PRIMARY KEY, written TEXT NOT NULL);"
"""The rows of one noun by session, as JSON."""


def create(connection: sqlite3.Connection, archive: str) -> None:
    """Make the tables of an archive's index, in a transaction that is already open."""
    for statement in (SCHEMA + "".join(ROWS.format(noun=noun) + "\n" for noun in KEPT)).split(";\n"):
        connection.execute(statement)
    values = {"archive": archive, "epoch": 0, "state": int.from_bytes(os.urandom(6), "big")}
    connection.executemany("INSERT INTO about VALUES (?, ?)", values.items())


def forget(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Take sessions out of the index."""
    found = [(one,) for one in ids]
    connection.executemany("DELETE FROM sessions WHERE id = ?", found)
    for table in ("details", "texts", "links", "rolled", *(f"rows_{noun}" for noun in KEPT)):
        connection.executemany(f"DELETE FROM {table} WHERE session = ?", found)  # noqa: S608 — our own words


class Writer:
    """Puts sessions into the index, in a transaction that is already open.

    Args:
        connection: to the index.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._parties: dict[tuple[str, ...], int] = {}

    def put(self, entries: Iterable[tuple[SessionRef, str, Entry | None]]) -> None:
        """Put sessions in the place of what was known of them.

        Args:
            entries: each with the stamp of its file; without an entry the file cannot be read.
        """
        query = "SELECT id FROM sessions WHERE grp = ? AND number = ?"
        last = self.connection.execute("SELECT max(id) FROM sessions").fetchone()[0] or 0
        known: list[int] = []
        lines: dict[str, list[tuple[object, ...]]] = {}
        for session, (ref, stamp, entry) in enumerate(entries, last + 1):
            known += [one for (one,) in self.connection.execute(query, (ref.group, ref.number))]
            own = self._own(entry) if entry else (None,) * 10
            lines.setdefault("sessions", []).append((session, ref.group, ref.number, stamp, entry is not None, *own))
            for table, line in _lines(entry) if entry else ():
                lines.setdefault(table, []).append((session, *line))
        forget(self.connection, known)
        for table, found in lines.items():
            marks = ", ".join("?" * len(found[0]))
            self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608 — our own words

    def _own(self, entry: Entry) -> tuple[object, ...]:
        """Return what stands in the line of a session whose file can be read."""
        parties = (self._ids(found) for found in (entry.named, entry.attended, entry.organised))
        codes = (entry.number, entry.date, entry.status, entry.kind, entry.mode, entry.internal)
        return (*codes, *parties, entry.cells)

    def _ids(self, parties: Iterable[tuple[str, ...]]) -> str:
        return compact([self._parties.get(names) or self._id(names) for names in parties])

    def _id(self, names: tuple[str, ...]) -> int:
        """Return the number under which somebody is known, a new one where they are not."""
        from scm_cli.model.fold import coarse

        written = json.dumps(names, ensure_ascii=False)
        run = self.connection.execute
        run("INSERT OR IGNORE INTO parties (names, coarse) VALUES (?, ?)", (written, "\n".join(map(coarse, names))))
        self._parties[names] = int(run("SELECT id FROM parties WHERE names = ?", (written,)).fetchone()[0])
        return self._parties[names]


def _lines(entry: Entry) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the lines of a session in all tables but its own, without its number."""
    yield "details", (" ".join(entry.asked), entry.facts)
    yield "texts", (entry.coarse,)
    yield from (("links", link) for link in entry.links)
    yield from ((f"rows_{noun}", (written,)) for noun, written in entry.rows.items())
