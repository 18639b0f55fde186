"""Where an archive's index lies, and the file it is kept in."""

import marshal
import os
import sqlite3
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from zlib import adler32, crc32

from scm_cli import __version__

_ENDINGS = ("", "-wal", "-shm", "-journal")
_WAIT = 2.0
"""For how many seconds a change of the index waits for another one."""
_UNUSED_DAYS = 30
"""After how many days without a change the index of another version of the program is taken away."""


def filled(connection: sqlite3.Connection) -> None:
    """Let a new index from now on be changed fast while others read it.

    While it was filled nobody had anything to read, and every page was written once instead of twice.
    """
    with suppress(sqlite3.OperationalError):  # somebody reads it already: the next change tries again
        connection.execute("PRAGMA journal_mode = WAL")


class Place:
    """The file of one archive's index; one of another version of the program is another file.

    Args:
        folder: the user's cache folder for scm.
        root: the archive's folder.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self.root = os.path.realpath(root)
        self.path = folder / f"{_hash(self.root)}-{_hash(_program())}.sqlite"

    def open(self) -> sqlite3.Connection:
        """Return the connection to the index, made anew where there is none or it belongs to something else.

        Raises:
            OSError, sqlite3.Error: there can be none.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            self._own(os.fstat(descriptor))
        finally:
            os.close(descriptor)
        connection = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            if not self._ours(connection):
                self._fill(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _own(self, found: os.stat_result) -> None:
        if not stat.S_ISREG(found.st_mode) or (hasattr(os, "geteuid") and found.st_uid != os.geteuid()):
            raise PermissionError(self.path)

    def _ours(self, connection: sqlite3.Connection) -> bool:
        """Say whether the file holds this archive's index; raises where it holds something else."""
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return False
        found = connection.execute("SELECT value FROM about WHERE name = 'archive'").fetchone()
        if found != (self.root,):
            msg = "another archive's index"
            raise sqlite3.DatabaseError(msg)
        return True

    def _fill(self, connection: sqlite3.Connection) -> None:
        from scm_cli.archive.index.tables import create

        connection.execute("PRAGMA page_size = 16384")
        connection.execute("BEGIN IMMEDIATE")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            create(connection, self.root)
        connection.execute("COMMIT")
        self._old_away()

    def _old_away(self) -> None:
        """Take away what other versions of the program left behind long ago; nothing else would ever do so."""
        before = time.time() - _UNUSED_DAYS * 86_400
        for other in self.others():
            with suppress(OSError):  # somebody else is at it, or it cannot be: it only takes space
                if other.stat().st_mtime < before:
                    other.unlink()

    def discard(self) -> bool:
        """Take the index away, whatever the file holds; return whether there was one."""
        there = self.path.exists()
        for ending in _ENDINGS[1:] + _ENDINGS[:1]:
            Path(f"{self.path}{ending}").unlink(missing_ok=True)
        return there

    def others(self) -> list[Path]:
        """Return the files of this archive's indexes that other versions of the program made."""
        own = set(self.folder.glob(f"{_hash(self.root)}-*"))
        return sorted(own - {Path(f"{self.path}{ending}") for ending in _ENDINGS})

    def size(self) -> int:
        """Return how many bytes the index takes."""
        files = [Path(f"{self.path}{ending}") for ending in _ENDINGS]
        return sum(file.stat().st_size for file in files if file.exists())


def _hash(text: str) -> str:
    data = text.encode("utf-8", "surrogateescape")
    return f"{crc32(data):08x}{adler32(data):08x}"


def _program() -> str:
    """Return what changes with the code that rows come from."""
    package = Path(__file__).parents[2]
    rooms = [package / room for room in ("model", "query", "query/search", "archive", "archive/index")]
    found = [
        (entry.name, entry.stat().st_mtime_ns, entry.stat().st_size)
        for room in rooms
        for entry in os.scandir(room)
        if entry.name.endswith(".py")
    ]
    return f"{__version__} {sys.version_info[:2]} {crc32(marshal.dumps(sorted(found), 2))}"
