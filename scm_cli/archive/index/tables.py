"""The tables of the index, and what is written into them."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Final

from scm_cli.model.refs import SessionRef
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
-- one line a session file, narrow, because lists go over all of them
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY, grp TEXT NOT NULL, number INTEGER NOT NULL, stamp TEXT NOT NULL, sound INTEGER NOT NULL,
    own INTEGER, date TEXT, status TEXT, kind TEXT, mode TEXT, internal INTEGER, named TEXT, attended TEXT, cells TEXT,
    UNIQUE (grp, number)
);
CREATE INDEX newest ON sessions (date DESC, grp, own DESC, number);
-- on whose entries in the register a session's rows depend, and what its filters look at
CREATE TABLE details (session INTEGER PRIMARY KEY, asked TEXT NOT NULL, facts TEXT NOT NULL);
CREATE TABLE texts (session INTEGER PRIMARY KEY, coarse TEXT NOT NULL, text TEXT NOT NULL);
-- which decisions are to replace which, by their references
CREATE TABLE links (session INTEGER NOT NULL, ref TEXT NOT NULL, other TEXT NOT NULL, carried INTEGER NOT NULL);
CREATE INDEX linked ON links (session);
-- everybody who is named somewhere, with everything they can be found by
CREATE TABLE parties (id INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE, coarse TEXT NOT NULL);
"""
ROWS: Final = "CREATE TABLE rows_{noun} (session INTEGER PRIMARY KEY, written TEXT NOT NULL);"
"""The rows of one noun by session, as JSON."""


def create(connection: sqlite3.Connection, archive: str) -> None:
    """Make the tables of an archive's index, in a transaction that is already open."""
    for statement in (SCHEMA + "".join(ROWS.format(noun=noun) + "\n" for noun in KEPT)).split(";\n"):
        connection.execute(statement)
    connection.execute("INSERT INTO about VALUES ('archive', ?), ('epoch', 0)", (archive,))


def forget(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Take sessions out of the index."""
    found = [(one,) for one in ids]
    connection.executemany("DELETE FROM sessions WHERE id = ?", found)
    for table in ("details", "texts", "links", *(f"rows_{noun}" for noun in KEPT)):
        connection.executemany(f"DELETE FROM {table} WHERE session = ?", found)  # noqa: S608 — our own words


class Writer:
    """Puts sessions into the index, in a transaction that is already open.

    Args:
        connection: to the index.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._parties: dict[tuple[str, ...], int] = {}

    def put(self, ref: SessionRef, stamp: str, entry: Entry | None) -> None:
        """Put a session in the place of what was known of it; without an entry its file cannot be read."""
        run = self.connection.execute
        known = run("SELECT id FROM sessions WHERE grp = ? AND number = ?", (ref.group, ref.number)).fetchone()
        if known:
            forget(self.connection, known)
        values = (
            (
                entry.number, entry.date, entry.status, entry.kind, entry.mode, entry.internal,
                self._ids(entry.named), self._ids(entry.attended), entry.cells,
            )
            if entry
            else (None,) * 9
        )  # fmt: skip
        columns = "grp, number, stamp, sound, own, date, status, kind, mode, internal, named, attended, cells"
        session = run(
            f"INSERT INTO sessions ({columns}) VALUES ({', '.join('?' * 13)})",  # noqa: S608 — our own words
            (ref.group, ref.number, stamp, entry is not None, *values),
        ).lastrowid
        if entry:
            run("INSERT INTO details VALUES (?, ?, ?)", (session, " ".join(entry.asked), entry.facts))
            run("INSERT INTO texts VALUES (?, ?, ?)", (session, entry.coarse, entry.text))
            links = [(session, *link) for link in entry.links]
            self.connection.executemany("INSERT INTO links VALUES (?, ?, ?, ?)", links)
            for noun, written in entry.rows.items():
                run(f"INSERT INTO rows_{noun} VALUES (?, ?)", (session, written))  # noqa: S608 — our own words

    def _ids(self, parties: Iterable[tuple[str, ...]]) -> str:
        return " ".join(str(self._id(names)) for names in parties)

    def _id(self, names: tuple[str, ...]) -> int:
        """Return the number under which somebody is known, a new one where they are not."""
        from scm_cli.model.fold import coarse

        if names not in self._parties:
            written = json.dumps(names, ensure_ascii=False)
            run = self.connection.execute
            run(
                "INSERT OR IGNORE INTO parties (names, coarse) VALUES (?, ?)",
                (written, "\n".join(map(coarse, names))),
            )
            self._parties[names] = run("SELECT id FROM parties WHERE names = ?", (written,)).fetchone()[0]
        return self._parties[names]
