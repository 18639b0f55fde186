"""What is asked of an archive's index; whatever is wrong with it, the answer is None and files are asked instead."""

import json
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar
from weakref import finalize

from scm_cli.archive.index.early import Early
from scm_cli.archive.index.place import Place
from scm_cli.archive.index.update import Update
from scm_cli.model.refs import SessionRef

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.index.rows import Rows
    from scm_cli.query.filters import Filters

T = TypeVar("T")
_PASSING: Final = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_PERM,
    )
)
"""Errors that say nothing about what the file holds."""


def _close(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.ProgrammingError):  # another thread opened it, and takes it along
        connection.close()


class Index:
    """The index of one archive.

    Args:
        archive: whose index it is.
        folder: the user's cache folder for scm.
    """

    def __init__(self, archive: "Archive", folder: Path) -> None:
        self.archive = archive
        self.place = Place(folder, archive.files.root)
        self._connection: sqlite3.Connection | None = None

    def _opened(self) -> sqlite3.Connection:
        """Return the connection, which is closed at the latest when the archive is let go of."""
        if self._connection is None:
            self._connection = self.place.open()
            finalize(self, _close, self._connection)
        return self._connection

    def ask(
        self,
        groups: Sequence[str] | None,
        question: Callable[[sqlite3.Connection, Update], T],
        told: Collection[str] = ("groups", "attendees"),
        *,
        early: bool = False,
    ) -> T | None:
        """Bring the index up to date and return the answer to a question; None where the index cannot give one.

        An index that cannot be understood is thrown away and made anew.

        Args:
            groups: whose sessions the question is about; None for all, empty for none.
            question: is answered wholly before it returns.
            told: about which files besides sessions the archive is to remember what is wrong.
            early: it is asked while the files are still being looked at, and again where they were changed.
        """
        for _ in range(2):
            try:
                connection = self._opened()
                update = Update(self.archive, connection, told)
                asked = partial(question, connection, update)
                soon = Early(connection, asked) if early else None
                update.run(groups, soon.ask if soon else None)
                answers = soon.answers if soon else []
                return answers[0] if answers else asked()
            except (sqlite3.Error, ValueError) as error:
                self.close()
                if getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING:
                    return None
                if not self._discarded():
                    return None
            except OSError:
                self.close()
                return None
        return None

    def _discarded(self) -> bool:
        try:
            self.place.discard()
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def rows(self, filters: "Filters", question: "Callable[[Rows], T]", *, early: bool = False) -> T | None:
        """Return what a list asks about the rows of all sessions; None where the index cannot answer."""
        from scm_cli.archive.index.rows import Rows

        def ask(connection: sqlite3.Connection, update: Update) -> T:
            return question(Rows(connection, update.keys, filters))

        return self.ask(None, ask, early=early)

    def count(self) -> int | None:
        """Return how many sessions can be read."""
        query = "SELECT count(*) FROM sessions WHERE sound"
        return self.ask(None, lambda connection, _: int(connection.execute(query).fetchone()[0]))

    def state(self) -> tuple[str, int | None]:
        """Return whether the index is `fresh`, `stale` or `unusable`, and how many files it knows; changes nothing."""
        try:
            connection = self._opened()
            fresh = Update(self.archive, connection, ()).is_fresh()
            count = connection.execute("SELECT count(*) FROM sessions").fetchone()[0]
        except (sqlite3.Error, OSError):
            self.close()
            return "unusable", None
        return "fresh" if fresh else "stale", count

    def people(self) -> dict[str, list[str]] | None:
        """Return the people whose files can be read, each with the groups whose votes may depend on them."""
        return self.ask((), lambda _, update: update.people(), ("attendees",))

    def groups(self) -> list[str] | None:
        """Return the keys of the groups whose files can be read, in the archive's order."""
        return self.ask((), lambda _, update: update.sound("groups"), ("groups",))

    def following(self, group: str, day: date, number: int) -> list[SessionRef] | None:
        """Return the group's first session after a day and number that was not cancelled, if there is one."""
        return self._found(
            group,
            "status <> 'cancelled' AND (date, own) > (?, ?) ORDER BY date, own, number LIMIT 1",
            (day.isoformat(), number),
        )

    def on(self, group: str, day: date) -> list[SessionRef] | None:
        """Return the group's sessions on a day, by number."""
        return self._found(group, "date = ? ORDER BY number", (day.isoformat(),))

    def last(self, group: str, today: date) -> list[SessionRef] | None:
        """Return the group's last session up to today that was not cancelled, if there is one."""
        found = "status <> 'cancelled' AND date <= ? ORDER BY date DESC, number DESC LIMIT 1"
        return self._found(group, found, (today.isoformat(),))

    def coming(self, group: str, today: date) -> list[SessionRef] | None:
        """Return the group's next session from today on that neither took place nor was cancelled, if there is one."""
        from scm_cli.model.session import HELD

        marks = ", ".join("?" * (len(HELD) + 1))
        found = f"status NOT IN ({marks}) AND date >= ? ORDER BY date, number LIMIT 1"
        return self._found(group, found, (*HELD, "cancelled", today.isoformat()))

    def newest(self, groups: Sequence[str], count: int) -> list[SessionRef] | None:
        """Return some of the sessions of groups, the newest first."""
        query = (
            "SELECT grp, number FROM sessions WHERE sound AND grp IN (SELECT value FROM json_each(?))"
            " ORDER BY date DESC, grp, own DESC, number LIMIT ?"
        )

        def question(connection: sqlite3.Connection, _: Update) -> list[SessionRef]:
            return [SessionRef(*found) for found in connection.execute(query, (json.dumps(list(groups)), count))]

        return self.ask(groups, question, ())

    def _found(self, group: str, condition: str, values: Sequence[object]) -> list[SessionRef] | None:
        query = f"SELECT number FROM sessions WHERE sound AND grp = ? AND {condition}"  # noqa: S608 — our own words

        def question(connection: sqlite3.Connection, _: Update) -> list[SessionRef]:
            return [SessionRef(group, number) for (number,) in connection.execute(query, (group, *values))]

        return self.ask([group], question, ())
