"""Brings the index up to date: looks at every file, reads those that changed, and all that depends on them."""

import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from scm_cli.archive import layout
from scm_cli.archive.index.looks import looked_at
from scm_cli.archive.index.place import filled
from scm_cli.archive.index.registered import Registered, registered
from scm_cli.archive.index.stamps import Details, details, file_stamp, folder_stamp, stamped
from scm_cli.errors import BadData
from scm_cli.model.refs import SessionRef

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.index.build import Reading, Surroundings
    from scm_cli.archive.index.tables import Writer

_BATCH: Final = 1000
"""How many sessions are written at once: so many are lost where the program is killed."""
_FEW: Final = 50
"""Up to how many sessions only those people are read whom they name."""


class Overtaken(sqlite3.OperationalError):
    """Another process changed groups or people while sessions were read with those of before."""


class _Wanted(NamedTuple):
    """The sessions of a group that are to be read.

    Args:
        name: the folder.
        listed: what lies in it.
        stamps: the files to be read, with the stamps they will have then.
        gone: the sessions in the index whose files are gone.
    """

    name: str
    listed: list[Details]
    stamps: dict[SessionRef, str]
    gone: list[int]


class Update:
    """One pass over the archive's files.

    Args:
        archive: whose index it is; it remembers what is wrong with files.
        connection: to the index.
        told: of which folders the archive is to remember what is wrong: `groups`, `attendees`.

    `keys` are the keys of all groups, in the archive's order.
    """

    def __init__(self, archive: "Archive", connection: sqlite3.Connection, told: Collection[str]) -> None:
        self.archive = archive
        self.told = told
        self.connection = connection
        self.began = time.time_ns()
        self.keys: list[str] = []

    def run(self, groups: Sequence[str] | None, meanwhile: Callable[[], object] | None = None) -> None:
        """Bring sessions up to date, and everybody in the register.

        Args:
            groups: whose sessions are needed; None for all.
            meanwhile: is called while sessions are looked at; the keys of all groups are known by then.

        Raises:
            sqlite3.Error: the index cannot be written, or another process got in between.
            OSError: a folder cannot be listed.
        """
        for name, listed in self._registers().items():
            self._registered(name, listed)
        if groups is None:
            self._gone(self.keys)
        keys = self.keys if groups is None else [key for key in self.keys if key in groups]
        self._sessions(self._looks(keys, meanwhile))

    def is_fresh(self) -> bool:
        """Say whether no file has changed since it was read; a file touched a moment ago may have."""
        found = {name: folder_stamp(listed) for name, listed in self._registers().items()}
        found |= self._looks(self.keys)
        known = {name for (name,) in self.connection.execute("SELECT name FROM folders")}
        return known <= found.keys() and all(self._same(name, stamp) for name, stamp in found.items())

    def _registers(self) -> dict[str, list[Details]]:
        """Look at the folders of groups and people; the keys of the groups are known then."""
        found = {name: details(self.archive.files.root / name) for name in ("groups", "attendees")}
        self.keys = [key for name, *_ in found["groups"] if (key := layout.key_of(name))]
        return found

    def _looks(self, groups: Iterable[str], meanwhile: Callable[[], object] | None = None) -> dict[str, bytes]:
        """Return the stamps of the folders of groups' sessions, by name; for `meanwhile` see `looked_at`."""
        folders = {f"sessions/{key}": self.archive.files.root / "sessions" / key for key in groups}
        sizes = {}
        if folders and not self.archive.files.held:  # a second process would hold the lock for a moment longer
            sizes = dict(self.connection.execute("SELECT name, length(stamp) FROM folders"))
        return looked_at(folders, sizes, meanwhile)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        with self.connection:
            self.connection.execute("UPDATE about SET value = value + 1 WHERE name = 'state'")
            yield

    def _same(self, folder: str, stamp: bytes) -> bool:
        """Say whether a folder's files are as they were when all of them were read."""
        known = self.connection.execute("SELECT stamp FROM folders WHERE name = ?", (folder,)).fetchone()
        return bool(known) and known[0] == stamp

    def _looked_at(self, folder: str, listed: list[Details], *, sound: bool) -> None:
        """Remember what a folder was like; not where a file in it has to be read again in any case."""
        stamp = folder_stamp(listed) if sound and all(file_stamp(one, self.began) for one in listed) else b""
        self.connection.execute("INSERT OR REPLACE INTO folders VALUES (?, ?)", (folder, stamp))

    # groups and people

    def _registered(self, folder: str, listed: list[Details]) -> None:
        """Bring groups or people up to date; sessions that depend on a changed one have to be read again."""
        if self._same(folder, folder_stamp(listed)):
            return
        query = "SELECT key, stamp, content, names FROM registered WHERE folder = ?"
        known = {key: Registered(*rest) for key, *rest in self.connection.execute(query, (folder,))}
        now = {key: one for one in listed if (key := layout.key_of(one[0]))}
        read = {}
        for key, one in now.items():
            stamp, before = file_stamp(one, self.began), known.get(key)
            held = before if before and before.holds(stamp) else None
            read[key] = held or registered(self.archive, folder, key, stamp, self.told)
        changed = {key for key, new in read.items() if key not in known or known[key][1:] != new[1:]}
        gone = known.keys() - read.keys()
        with self._transaction():
            self._depending(folder, changed | gone)
            run = self.connection.executemany
            run("DELETE FROM registered WHERE folder = ? AND key = ?", [(folder, key) for key in gone])
            rows = [(folder, key, *new) for key, new in read.items() if known.get(key) != new]
            run("INSERT OR REPLACE INTO registered VALUES (?, ?, ?, ?, ?)", rows)
            self._looked_at(folder, listed, sound=all(content for _, content, _ in read.values()))

    def _depending(self, folder: str, changed: Collection[str]) -> None:
        """Let sessions be read again whose rows depend on changed groups or people."""
        if not changed:
            return
        run = self.connection.execute
        if folder == "groups":
            ids = [(one,) for one, group in run("SELECT id, grp FROM sessions") if group in changed]
        else:
            rows = run("SELECT session, asked FROM details")
            ids = [(one,) for one, asked in rows if any(key in changed for key in asked.split())]
        self.connection.executemany("UPDATE sessions SET stamp = '' WHERE id = ?", ids)
        run("UPDATE folders SET stamp = x'' WHERE name IN (SELECT 'sessions/' || grp FROM sessions WHERE stamp = '')")
        run("UPDATE about SET value = value + 1 WHERE name = 'epoch'")

    # sessions

    def _gone(self, keys: Collection[str]) -> None:
        """Forget the sessions of groups that are gone."""
        run = self.connection.execute
        if gone := {group for (group,) in run("SELECT DISTINCT grp FROM sessions")} - set(keys):
            from scm_cli.archive.index.tables import forget

            with self._transaction():
                for group in gone:
                    forget(self.connection, [one for (one,) in run("SELECT id FROM sessions WHERE grp = ?", (group,))])
                    run("DELETE FROM folders WHERE name = ?", (f"sessions/{group}",))

    def _sessions(self, looks: Mapping[str, bytes]) -> None:
        """Bring the sessions in folders up to date; `looks` are their stamps by name."""
        epoch = self._epoch()
        wanted = [one for name, look in looks.items() if (one := self._wanted(name, look))]
        refs = [ref for folder in wanted for ref in folder.stamps]
        stamps = {ref: stamp for folder in wanted for ref, stamp in folder.stamps.items()}
        errors: dict[SessionRef, BadData] = {}
        for batch in self._read(refs):
            errors |= {ref: error for ref, _, error in batch if error}
            self._write(batch, stamps, epoch)
        if wanted:
            with self._transaction():
                self._check(epoch)
                self._finish(wanted, errors)
            filled(self.connection)
        for ref in refs:
            if ref in errors:
                self.archive.remember(errors[ref])

    def _finish(self, wanted: Iterable[_Wanted], errors: Collection[SessionRef]) -> None:
        from scm_cli.archive.index.tables import forget

        for folder in wanted:
            forget(self.connection, folder.gone)
            self._looked_at(folder.name, folder.listed, sound=not any(ref in errors for ref in folder.stamps))

    def _wanted(self, name: str, look: bytes) -> _Wanted | None:
        """Return the sessions of a folder that are to be read; None where all is as it was."""
        if self._same(name, look):
            return None
        group, listed = name.removeprefix("sessions/"), stamped(look)
        rows = self.connection.execute("SELECT number, id, stamp, sound FROM sessions WHERE grp = ?", (group,))
        known = {number: (session, stamp if sound else "") for number, session, stamp, sound in rows}
        now = {number: one for one in listed if (number := layout.number_of(one[0]))}
        stamps = {
            SessionRef(group, number): stamp
            for number, one in sorted(now.items())
            if not (stamp := file_stamp(one, self.began)) or number not in known or known[number][1] != stamp
        }
        return _Wanted(name, listed, stamps, [known[number][0] for number in known.keys() - now.keys()])

    def _read(self, refs: Sequence[SessionRef]) -> "Iterator[list[Reading]]":
        """Yield what came of reading sessions, so much at a time as is to be written at once."""
        if not refs:
            return
        from scm_cli.archive.index.build import read_all

        batch: list[Reading] = []
        with self.archive.progress(len(refs)) as step:
            for readings in read_all(self.archive, refs, self.surroundings(len(refs))):
                for _ in readings:
                    step()
                batch += readings
                if len(batch) >= _BATCH:
                    yield batch
                    batch = []
        yield batch

    def surroundings(self, count: int) -> "Surroundings":
        """Return what so many sessions are read with."""
        from scm_cli.archive.index.build import Surroundings
        from scm_cli.archive.register import OnDemand, People

        groups = OnDemand(self.archive, self.sound("groups"), self.archive.group)
        register = People(self.archive, self.people())
        return Surroundings(groups, register) if count <= _FEW else Surroundings(dict(groups), dict(register))

    def sound(self, folder: str) -> list[str]:
        """Return the keys of the groups or people that can be read, in the archive's order."""
        return list(self._names(folder))

    def people(self) -> dict[str, list[str]]:
        """Return the people who can be read, in the archive's order, each with the groups of `groups_of`."""
        return {key: names.split() for key, names in self._names("attendees").items()}

    def _names(self, folder: str) -> dict[str, str]:
        query = "SELECT key, names FROM registered WHERE folder = ? AND content <> ''"
        return dict(sorted(self.connection.execute(query, (folder,)), key=lambda found: f"{found[0]}.toml"))

    def _write(self, batch: "Sequence[Reading]", stamps: dict[SessionRef, str], epoch: int) -> None:
        from scm_cli.archive.index.tables import forget

        query = "SELECT id FROM sessions WHERE grp = ? AND number = ?"
        with self._transaction():
            self._check(epoch)
            self._writer.put(
                (ref, stamps[ref] if entry else "", entry) for ref, entry, error in batch if entry or error
            )
            for ref, entry, error in batch:
                if not (entry or error):
                    forget(self.connection, [one for (one,) in self.connection.execute(query, (ref.group, ref.number))])

    @cached_property
    def _writer(self) -> "Writer":
        from scm_cli.archive.index.tables import Writer

        return Writer(self.connection)

    def _epoch(self) -> int:
        return int(self.connection.execute("SELECT value FROM about WHERE name = 'epoch'").fetchone()[0])

    def _check(self, epoch: int) -> None:
        if self._epoch() != epoch:
            raise Overtaken
