"""How much is wrong with an archive, from an index that is up to date.

The index says where something can be wrong, and only those files are read.
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Final

from scm_cli.archive.attaching import unnamed
from scm_cli.archive.faults import Found, one_by_one, surroundings, told
from scm_cli.archive.files import leads_inside
from scm_cli.archive.index.intact import Intact
from scm_cli.archive.layout import number_of, session_path
from scm_cli.archive.register_faults import register_faults, settings_faults
from scm_cli.archive.session_faults import faults_across, own_faults
from scm_cli.archive.strays import listing, meant, merge_markers, strays
from scm_cli.model.refs import SessionRef
from scm_cli.model.replacement import linked
from scm_cli.query.leads import SEALED, Lead, suspects
from scm_cli.query.leads import read as leads_of

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.index.update import Update

_ODD: Final = "SELECT grp, own FROM sessions WHERE sound AND own <> number"
_NUMBERED: Final = f"SELECT grp, number FROM sessions WHERE sound AND (own <> number OR (grp, own) IN ({_ODD}))"  # noqa: S608 — our own words


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
        self.refs = frozenset(SessionRef(group, number) for group, number, _ in rows)
        self.broken = [SessionRef(group, number) for group, number, sound in rows if not sound]
        self.read = one_by_one(archive, self.refs)

    def count(self) -> int:
        """Return how many faults there are, as `findings` finds them."""
        files = self.archive.files
        registers = self.intact.faults_of_registers()
        found: list[Found] = []
        if registers is None:
            found += [*register_faults(self.archive), *merge_markers(files, meant(files, ("groups", "attendees")))]
            self.intact.remember_registers(len(set(found)))
        names = defaultdict(set)
        for ref in self.refs:
            names[f"sessions/{ref.group}"].add(f"{ref.number:04}.toml")
        found += [*strays(files, names), *settings_faults(self.archive), *self._of_sessions()]
        return (registers or 0) + len(told(self.archive, found))

    def _of_sessions(self) -> list[Found]:
        """Return what is wrong with sessions, and the files of attachments that none of them names."""
        query = "SELECT grp || '/' || number, written FROM sessions JOIN rows_leads ON session = id WHERE sound"
        leads = leads_of(self.connection.execute(query))
        links = self.connection.execute("SELECT ref, other, carried FROM links ORDER BY rowid").fetchall()
        wanted = self._wanted(leads, links)
        looked_at = [stored for ref in wanted if (stored := self.read(ref))]
        paths = [session_path(ref.group, ref.number) for ref in (*wanted, *self.broken)]
        found = list(merge_markers(self.archive.files, paths))
        if looked_at:
            found += self._looked_for(looked_at, leads)
            found += faults_across(self.archive, looked_at, linked(links))
        if not self.broken:  # else a session that cannot be read may name what seems unnamed
            named = {file for lead in leads.values() for file in lead.file}
            found += unnamed(self.archive, named, self.read)
        return found

    def _wanted(self, leads: "dict[str, Lead]", links: "list[tuple[str, str, bool]]") -> list[SessionRef]:
        """Return the sessions in which something may be wrong, in the archive's order."""
        refs = {str(ref): ref for ref in self.refs}
        named = {*suspects(leads, refs, links, _Attachments(self.archive.files.root).has), *self.intact.doubtful(leads)}
        wanted = {refs[one] for one in named}
        wanted |= {SessionRef(group, number) for group, number in self.connection.execute(_NUMBERED)}
        wanted |= {ref for ref in self._with_text() if (lead := leads.get(str(ref))) and not lead.flags & SEALED}
        return sorted(wanted, key=lambda ref: (self.groups.index(ref.group), ref.number))

    def _with_text(self) -> Iterator[SessionRef]:
        """Yield the sessions that have a protocol beside their file."""
        for group in self.groups:
            for name in listing(self.archive.files, f"sessions/{group}"):
                if name.endswith(".md") and (number := number_of(Path(f"{name[:-3]}.toml"))):
                    yield SessionRef(group, number)

    def _looked_for(self, sessions: "Iterable[StoredSession]", leads: Mapping[str, Lead]) -> Iterator[Found]:
        """Yield what is wrong with sessions by themselves; those in which nothing is are remembered."""
        around = surroundings(self.archive, self.read, self.refs)
        for stored in sessions:
            found = list(own_faults(around, stored))
            yield from found
            lead = leads.get(str(stored.ref))
            if lead and not found:
                self.intact.remember(stored.ref, lead)


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
