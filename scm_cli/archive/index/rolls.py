"""Who came to sessions, as rows that are kept once a list has asked: votes depend on files of other people too."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import adler32, crc32

from scm_cli.errors import BadData
from scm_cli.model.refs import SessionRef
from scm_cli.model.register import ANY, Roll
from scm_cli.query.entries import Asked, written
from scm_cli.query.rows import Register, Row, Source

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.index.rows import Rows
    from scm_cli.archive.index.update import Update
    from scm_cli.model.group import Group

_BATCH: Final = 500
"""The rows of how many sessions are written at once."""
_SEALED: Final = "sealed "


class _Stale(NamedTuple):
    """A session whose rows are not kept, or are of another state of the register."""

    id: int
    group: str
    number: int
    stamp: str
    asked: str
    state: str | None


class _Known(Asked, Roll):
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


def bring_up(
    archive: "Archive",
    connection: sqlite3.Connection,
    update: "Update",
    rows: "Rows",
    noun: str,
    make: Callable[[Source], list[Row]],
) -> None:
    """Keep the rows of all sessions that may pass filters, where they are not kept as they are now.

    Args:
        archive: where the sessions lie; it remembers what is wrong with a file that has changed since.
        connection: to its index, which is up to date.
        update: what brought it there.
        rows: the list that asks.
        noun: whose rows: `attendance`, `turnout` or `organisation`.
        make: makes those of one session.

    Raises:
        sqlite3.Error: they cannot be kept.
    """
    groups, register = update.surroundings(1)
    states = _States(connection, update.keys, update.people())
    stale = [one for one in _found(connection, rows, noun) if not states.holds(one.group, one.state)]
    with archive.progress(len(stale)) as step:
        for start in range(0, len(stale), _BATCH):
            kept: list[tuple[int, str, str, str]] = []
            gone: list[tuple[int]] = []
            for one in stale[start : start + _BATCH]:
                step()
                known = _Known(register, states.members)
                source = _source(archive, one, groups.get(one.group), known)
                if source is None:
                    gone.append((one.id,))
                else:
                    text = written(noun, [(row, None) for row in make(source)], source.facts)
                    covered = known.asked <= {*one.asked.split(), *states.members[one.group]}
                    sealed = source.session.seal is not None
                    kept.append((one.id, one.stamp, states.of(one.group, sealed=sealed) if covered else "", text))
            _keep(connection, noun, kept, gone)


def _found(connection: sqlite3.Connection, rows: "Rows", noun: str) -> Iterator[_Stale]:
    condition, values = rows.coarsely(noun)
    texts = "CROSS JOIN texts ON texts.session = id" if "coarse" in condition else ""
    query = (
        f"SELECT id, grp, number, stamp, asked, state FROM sessions {texts} CROSS JOIN details ON details.session = id"  # noqa: S608 — our own words
        f" LEFT JOIN rolled ON rolled.session = id AND rolled.noun = ? WHERE {condition}"
    )
    return (
        _Stale(*found) for found in connection.execute(query, (noun, *values)).fetchall() if found[1] in rows.groups
    )


def _source(archive: "Archive", one: _Stale, group: "Group | None", register: Register) -> Source | None:
    ref = SessionRef(one.group, one.number)
    try:
        return Source(ref, archive.session(ref).value, group, register)
    except BadData as error:  # since a moment ago
        archive.remember(error)
    except FileNotFoundError:
        pass
    return None


def _keep(
    connection: sqlite3.Connection, noun: str, kept: Sequence[tuple[int, str, str, str]], gone: Sequence[tuple[int]]
) -> None:
    """Write rows, but not those of a session that another process has read anew meanwhile."""
    there = "FROM sessions WHERE id = ? AND stamp = ?"
    connection.execute("BEGIN IMMEDIATE")
    try:
        run = connection.executemany
        run(f"DELETE FROM rows_{noun} WHERE session = ?", gone)  # noqa: S608 — our own words
        rows = [(text, one, stamp) for one, stamp, _, text in kept]
        run(f"INSERT OR REPLACE INTO rows_{noun} SELECT id, ? {there}", rows)
        states = [(noun, state, one, stamp) for one, stamp, state, _ in kept]
        run(f"INSERT OR REPLACE INTO rolled SELECT id, ?, ? {there}", states)
    except BaseException:
        connection.rollback()
        raise
    connection.execute("COMMIT")


def _digest(value: object) -> str:
    data = repr(value).encode()
    return f"{crc32(data)}-{adler32(data)}"
