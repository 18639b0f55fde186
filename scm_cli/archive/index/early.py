"""An answer that is worked out while the files are still being looked at; it counts while the index is as it was."""

import sqlite3
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Early(Generic[T]):
    """A question that is asked before it is known whether the index is up to date.

    Args:
        connection: to the index.
        question: what it is asked; it changes nothing.
    """

    def __init__(self, connection: sqlite3.Connection, question: Callable[[], T]) -> None:
        self._connection = connection
        self._question = question
        self._state = -1
        self._answers: list[T] = []

    def ask(self) -> None:
        """Ask."""
        self._state = state_of(self._connection)
        self._answers = [self._question()]

    @property
    def answers(self) -> list[T]:
        """The answer; none where it was not asked, or the index has changed since."""
        return self._answers if self._state == state_of(self._connection) else []


def state_of(connection: sqlite3.Connection) -> int:
    """Return a number that is another one after each change of the index, and in each index."""
    return int(connection.execute("SELECT value FROM about WHERE name = 'state'").fetchone()[0])
