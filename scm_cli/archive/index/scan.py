"""Which sessions may answer a search: found in the index while the files are still being looked at."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from scm_cli.archive.index.choice import Condition, holding


class Scan:
    """A look through the texts of all sessions, in a thread of its own: the database needs no Python for it.

    Args:
        path: the index.
        words: what the key of a session's texts has to hold.
    """

    def __init__(self, path: Path, words: Sequence[str]) -> None:
        self._path = path
        self._choice = holding(words)
        self._found: tuple[int, str] | None = None
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin to look; once is enough."""
        if self._thread is None:
            self._thread = Thread(target=self._look, daemon=True)
            self._thread.start()

    def _look(self) -> None:
        condition, values = self._choice
        # all in one row: for each of many this thread would have to wait for the other one
        query = f"SELECT json_group_array(session) FROM texts WHERE {condition}"  # noqa: S608 — only our own words
        try:
            connection = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        except sqlite3.Error:
            return
        try:
            connection.execute("BEGIN")  # what is read from here on is of one moment
            state = state_of(connection)
            self._found = state, connection.execute(query, values).fetchone()[0]
        except sqlite3.Error:  # whoever asks the index next finds out what is wrong with it
            return
        finally:
            connection.close()

    def condition(self, connection: sqlite3.Connection) -> Condition:
        """Return a condition that chooses the same sessions, on an index that may have changed meanwhile."""
        if self._thread is not None:
            self._thread.join()
        if self._found is None or self._found[0] != state_of(connection):
            return self._choice
        return "id IN (SELECT value FROM json_each(?))", [self._found[1]]


def state_of(connection: sqlite3.Connection) -> int:
    """Return a number that is another one after each change of the index, and in each index."""
    return int(connection.execute("SELECT value FROM about WHERE name = 'state'").fetchone()[0])
