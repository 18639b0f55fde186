"""Who came to sessions, as rows that are kept once a list has asked: votes depend on files of other people too."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import adler32, crc32

from scm_cli.archive.collecting import uncollected
from scm_cli.errors import BadData
from scm_cli.model.refs import SessionRef
from scm_cli.model.register import ANY, Roll
from scm_cli.query.entries import Asked, written
from scm_cli.query.rows import Register, Row, Source

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.index.rows import Rows
    from scm_cli.archive.index.update import Update

_BATCH: Final = 500
"""The rows of how many sessions are written at once."""
_SEALED: Final = "sealed "


class _Known(NamedTuple):
    """What the index has of a session.

    Args:
        stamp: of its file.
        asked: on whose entries in the register its other rows depend.
        state: of what its rows of who came were made; None where there are none.
    """

    id: int
    group: str
    number: int
    stamp: str
    asked: str
    state: str | None


class _Made(NamedTuple):
    """Rows that were made of a session, and of what; no text where there is nothing to make them of."""

    id: int
    stamp: str
    state: str
    text: str | None


class _Watched(Asked, Roll):
    """A register that remembers who was looked up in it beyond those on whom a group's votes may depend.

    Args:
        register: the register behind it.
        members: those people, by group.
    """

    def __init__(self, register: Register, members: Mapping[str, Sequence[str]]) -> None:
        super().__init__(register)
        self.members = members

    def of_group(self, group: str) -> Sequence[str]:
        """Return the keys of all on whom a group's votes may depend, in the register's order."""
        return self.members[group]

    def __contains__(self, key: object) -> bool:
        """Say whether somebody is there, which `_States` knows of everybody."""
        return key in self.register

    def __iter__(self) -> Iterator[str]:
        return iter(self.register)


class _States:
    """What changes with anything that the votes of a group depend on."""

    def __init__(
        self, connection: sqlite3.Connection, groups: Sequence[str], people: Mapping[str, Sequence[str]]
    ) -> None:
        contents = dict(connection.execute("SELECT folder || '/' || key, content FROM registered"))
        self.members = {
            group: [key for key, seats in people.items() if group in seats or ANY in seats] for group in groups
        }
        self._everybody = _digest(list(people))
        self._own = {
            group: _digest([contents.get(f"groups/{group}"), *[(key, contents[f"attendees/{key}"]) for key in members]])
            for group, members in self.members.items()
        }

    def of(self, group: str, *, sealed: bool) -> str:
        """Return the state of a group; of one whose votes were sealed it also matters who is still in the register."""
        return f"{_SEALED}{self._own[group]} {self._everybody}" if sealed else self._own[group]

    def holds(self, group: str, state: str | None) -> bool:
        """Say whether a state is that of a group now."""
        return state is not None and state == self.of(group, sealed=state.startswith(_SEALED))


class Rolls:
    """The rows of who came, as they are kept.

    Args:
        archive: where the sessions lie; it remembers what is wrong with a file that has changed since.
        connection: to its index, which is up to date.
        update: what brought it there.
        noun: whose rows: `attendance`, `turnout` or `organisation`.
        make: makes those of one session.
    """

    def __init__(
        self,
        archive: "Archive",
        connection: sqlite3.Connection,
        update: "Update",
        noun: str,
        make: Callable[[Source], list[Row]],
    ) -> None:
        self.archive = archive
        self.connection = connection
        self.noun = noun
        self.make = make
        self.groups, self.register = update.surroundings(1)
        self.states = _States(connection, update.keys, update.people())

    def bring_up(self, rows: "Rows") -> None:
        """Make rows of all sessions that may pass filters and of which none are kept, or those of another state.

        Args:
            rows: the list that asks.

        Raises:
            sqlite3.Error: they cannot be kept.
        """
        stale = [one for one in self._known(rows) if not self.states.holds(one.group, one.state)]
        with self.archive.progress(len(stale)) as step, uncollected():
            for start in range(0, len(stale), _BATCH):
                made: list[_Made] = []
                for one in stale[start : start + _BATCH]:
                    made.append(self._made(one))
                    step()
                self._keep(made)

    def _known(self, rows: "Rows") -> Iterator[_Known]:
        condition, values = rows.coarsely(self.noun)
        texts = "CROSS JOIN texts ON texts.session = id" if "coarse" in condition else ""
        query = (
            f"SELECT id, grp, number, stamp, asked, state FROM sessions {texts}"  # noqa: S608 — our own words
            " CROSS JOIN details ON details.session = id"
            f" LEFT JOIN rolled ON rolled.session = id AND rolled.noun = ? WHERE {condition}"
        )
        found = self.connection.execute(query, (self.noun, *values)).fetchall()
        return (_Known(*one) for one in found if one[1] in rows.groups)

    def _made(self, one: _Known) -> _Made:
        """Return the rows of a session; none where its file is no longer there or can no longer be read."""
        ref, register = SessionRef(one.group, one.number), _Watched(self.register, self.states.members)
        try:
            session = self.archive.session(ref).value
        except BadData as error:  # since a moment ago
            self.archive.remember(error)
            return _Made(one.id, one.stamp, "", None)
        except FileNotFoundError:
            return _Made(one.id, one.stamp, "", None)
        source = Source(ref, session, self.groups.get(one.group), register)
        text = written(self.noun, [(row, None) for row in self.make(source)], source.facts)
        covered = register.asked <= {*one.asked.split(), *self.states.members[one.group]}
        state = self.states.of(one.group, sealed=session.seal is not None) if covered else ""
        return _Made(one.id, one.stamp, state, text)

    def _keep(self, made: Sequence[_Made]) -> None:
        """Write rows, but not those of a session that another process has read anew meanwhile."""
        run, there = self.connection.executemany, "FROM sessions WHERE id = ? AND stamp = ?"
        self.connection.execute("BEGIN IMMEDIATE")
        with self.connection:
            for table in (f"rows_{self.noun}", "rolled"):
                gone = [(one.id,) for one in made if one.text is None]
                run(f"DELETE FROM {table} WHERE session = ?", gone)  # noqa: S608 — our own words
            rows = [(one.text, one.id, one.stamp) for one in made if one.text is not None]
            run(f"INSERT OR REPLACE INTO rows_{self.noun} SELECT id, ? {there}", rows)
            states = [(self.noun, one.state, one.id, one.stamp) for one in made if one.text is not None]
            run(f"INSERT OR REPLACE INTO rolled SELECT id, ?, ? {there}", states)


def _digest(value: object) -> str:
    data = repr(value).encode()
    return f"{crc32(data)}-{adler32(data)}"
