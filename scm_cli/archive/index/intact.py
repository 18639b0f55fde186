"""What was found not to be wrong, as long as what it was compared with stays as it was."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from zlib import adler32, crc32

from scm_cli.archive.index.stamps import details_of, file_stamp
from scm_cli.model.refs import SessionRef
from scm_cli.query.leads import ATTENDED, SEALED, Lead


class Intact:
    """What is known of groups and people, and of the seal and the attendance of sessions.

    Args:
        connection: to an index that is up to date.
        root: the archive's folder.
        began: when the look at the files began, in nanoseconds.
    """

    def __init__(self, connection: sqlite3.Connection, root: Path, began: int) -> None:
        self.connection = connection
        self.began = began
        self._folder = os.fspath(root / "sessions")
        self._seen: dict[str, tuple[str, str]] = {}
        self._registers = self._state_of_registers()

    def doubtful(self, leads: Mapping[str, Lead]) -> Iterator[str]:
        """Yield the references of sessions that are to be compared with their seal, or with the register."""
        delicate = {ref: lead for ref, lead in leads.items() if lead.flags & (SEALED | ATTENDED)}
        query = "SELECT grp || '/' || number, stamp, written FROM sessions LEFT JOIN rows_intact ON session = id"
        for ref, stamp, known in self.connection.execute(query) if delicate else ():
            if ref in delicate:
                now = self._compared(ref, delicate[ref])
                if not now or known != now:
                    self._seen[ref] = (stamp, now)
                    yield ref

    def remember(self, ref: SessionRef) -> None:
        """Note a doubtful session in which nothing is wrong, with what it was compared with as that was before.

        Not where another process has read its file anew meanwhile.
        """
        stamp, now = self._seen.get(str(ref), ("", ""))
        if stamp and now:
            query = "SELECT id, ? FROM sessions WHERE grp = ? AND number = ? AND stamp = ?"
            self._write(f"INSERT OR REPLACE INTO rows_intact {query}", now, ref.group, ref.number, stamp)

    def faults_of_registers(self) -> int | None:
        """Return how many faults groups and people have; None where that is not known."""
        found = self.connection.execute("SELECT value FROM about WHERE name = 'registers'").fetchone()
        state, _, count = found[0].partition(" ") if found else ("", "", "")
        return int(count) if state and state == self._registers else None

    def remember_registers(self, count: int) -> None:
        """Note how many faults groups and people have."""
        if self._registers:
            self._write("INSERT OR REPLACE INTO about VALUES ('registers', ?)", f"{self._registers} {count}")

    def _write(self, query: str, *values: object) -> None:
        with suppress(sqlite3.OperationalError):  # another process writes, or the index is only to be read
            self.connection.execute(query, values)

    def _compared(self, ref: str, lead: Lead) -> str:
        """Return what changes with what a session is compared with; empty where a change might not show."""
        if not lead.flags & SEALED:
            return self._registers
        group, _, number = ref.partition("/")
        try:
            found = os.lstat(f"{self._folder}/{group}/{int(number):04}.md")
        except OSError:
            return ""
        return file_stamp(details_of("", found), self.began)

    def _state_of_registers(self) -> str:
        """Return what changes with the content of any group or person; empty where one cannot be read."""
        query = "SELECT folder, key, content FROM registered ORDER BY folder, key"
        rows = self.connection.execute(query).fetchall()
        written = repr(rows).encode()
        return f"{crc32(written)}-{adler32(written)}" if all(content for *_, content in rows) else ""
