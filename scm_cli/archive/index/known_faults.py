"""How much is wrong with an archive, from an index that is up to date.

The index says where something can be wrong, and only those files are read.
"""

import os
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Final

from scm_cli.archive.faults import Found, One, one_by_one, told
from scm_cli.archive.files import leads_inside
from scm_cli.archive.index.intact import Intact
from scm_cli.archive.layout import number_of, session_path
from scm_cli.archive.strays import listing, meant, merge_markers, strays
from scm_cli.model.refs import SessionRef
from scm_cli.query.leads import SEALED, Lead, read, suspects

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.index.update import Update
    from scm_cli.model.replacement import Link

_ODD: Final = "SELECT grp, own FROM sessions WHERE sound AND own <> number"
_NUMBERED: Final = (
    f"SELECT grp || '/' || number FROM sessions WHERE sound AND (own <> number OR (grp, own) IN ({_ODD}))"  # noqa: S608 — our own words
)


class KnownFaults:
    """What is wrong with an archive.

    Args:
        archive: the archive; it remembers what is wrong with each file that cannot be read.
        connection: to its index.
        update: what brought the index up to date.
    """

    def __init__(self, archive: "Archive", connection: sqlite3.Connection, update: "Update") -> None:
        self.archive = archive
        self.connection = connection
        self.groups = update.keys
        self.intact = Intact(connection, archive.files.root, update.began)
        rows = connection.execute("SELECT grp, number, sound FROM sessions").fetchall()
        self.refs = {f"{group}/{number}": (group, number) for group, number, _ in rows}
        self.broken = [f"{group}/{number}" for group, number, sound in rows if not sound]

    @cached_property
    def leads(self) -> dict[str, Lead]:
        """What the index keeps of all sessions that can be read."""
        query = "SELECT grp || '/' || number, written FROM sessions JOIN rows_leads ON session = id WHERE sound"
        return read(self.connection.execute(query))

    def count(self) -> int:
        """Return how many faults there are, as `findings` finds them."""
        from scm_cli.archive.register_faults import register_faults, settings_faults

        files = self.archive.files
        registers = self.intact.faults_of_registers()
        found: list[Found] = []
        if registers is None:
            found += [*register_faults(self.archive), *merge_markers(files, meant(files, ("groups", "attendees")))]
            self.intact.remember_registers(len(set(found)))
        found += [*strays(files, self._names()), *settings_faults(self.archive), *self._of_sessions()]
        return (registers or 0) + len(told(self.archive, found))

    def _names(self) -> Mapping[str, Container[str]]:
        """Return by folder the names of the files of all sessions."""
        names: dict[str, set[str]] = {f"sessions/{group}": set() for group in self.groups}
        for group, number in self.refs.values():
            names[f"sessions/{group}"].add(f"{number:04}.toml")
        return names

    def _of_sessions(self) -> list[Found]:
        """Return what is wrong with sessions, and the files of attachments that none of them names."""
        from scm_cli.archive.attaching import unnamed

        links = self.connection.execute("SELECT ref, other, carried FROM links ORDER BY rowid").fetchall()
        refs = _Refs(self.refs)
        one = one_by_one(self.archive, refs)
        wanted = [SessionRef(*self.refs[ref]) for ref in self._wanted(links)]
        looked_at = [stored for ref in wanted if (stored := one(ref))]
        broken = (SessionRef(*self.refs[ref]) for ref in self.broken)
        paths = [session_path(ref.group, ref.number) for ref in (*wanted, *broken)]
        found = list(merge_markers(self.archive.files, paths))
        if looked_at:
            found += self._looked_for(looked_at, one, refs, links)
        if not self.broken:  # else a session that cannot be read may name what seems unnamed
            found += unnamed(self.archive, {file for lead in self.leads.values() for file in lead.file}, one)
        return found

    def _wanted(self, links: "list[Link]") -> list[str]:
        """Return the sessions in which something may be wrong, in the archive's order."""
        has = _Attachments(self.archive.files.root).has
        wanted = {*suspects(self.leads, self.refs, links, has), *self.intact.doubtful(self.leads)}
        wanted |= {ref for (ref,) in self.connection.execute(_NUMBERED)}
        wanted |= {ref for ref in self._with_text() if (lead := self.leads.get(ref)) and not lead.flags & SEALED}
        places = {group: place for place, group in enumerate(self.groups)}
        return sorted(wanted, key=lambda ref: (places[self.refs[ref][0]], self.refs[ref][1]))

    def _with_text(self) -> Iterator[str]:
        """Yield the sessions that have a protocol beside their file."""
        for group in self.groups:
            for name in listing(self.archive.files, f"sessions/{group}"):
                if name.endswith(".md") and (number := number_of(f"{name.removesuffix('.md')}.toml")):
                    yield f"{group}/{number}"

    def _looked_for(
        self, sessions: "list[StoredSession]", one: One, refs: Container[SessionRef], links: "Iterable[Link]"
    ) -> Iterator[Found]:
        """Yield what is wrong with sessions; those in which nothing is by itself are remembered."""
        from scm_cli.archive.faults import surroundings
        from scm_cli.archive.session_faults import faults_across, own_faults
        from scm_cli.model.replacement import linked

        around = surroundings(self.archive, one, refs)
        for stored in sessions:
            found = list(own_faults(around, stored))
            yield from found
            if not found:
                self.intact.remember(stored.ref)
        yield from faults_across(self.archive, sessions, linked(links))


class _Refs(Container[SessionRef]):
    """References of sessions among those that are known as text."""

    def __init__(self, known: Container[str]) -> None:
        self.known = known

    def __contains__(self, ref: object) -> bool:
        return str(ref) in self.known


class _Attachments:
    """The files of attachments.

    Args:
        root: the archive's folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._inside: dict[str, bool] = {}

    def has(self, file: str) -> bool:
        """Say whether a file is there for certain; a link may lead anywhere."""
        folder, _, name = file.rpartition("/")
        if folder not in self._inside:
            self._inside[folder] = leads_inside(self.root, folder)
        try:
            return self._inside[folder] and name not in (".", "..") and S_ISREG(os.lstat(f"{self.root}/{file}").st_mode)
        except (OSError, ValueError):
            return False
