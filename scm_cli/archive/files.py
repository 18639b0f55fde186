"""Bytes on the disk: guarded reads, atomic replacement, one writer at a time, a trash instead of deletion."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar

from scm_cli.archive import debris
from scm_cli.archive.disk import Disk
from scm_cli.archive.layout import LOCK, TRASH
from scm_cli.errors import BadData, Conflict, Problem, ScmError
from scm_cli.locale import errors as say
from scm_cli.locale import reading as found
from scm_cli.model.text import visible

T = TypeVar("T")
LARGEST: Final = 5_000_000
LOCK_SECONDS: Final = 10.0
_PIECE: Final = 1_000_000
_NO_LOCKS: Final = frozenset([errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK, errno.EINVAL])


def leads_inside(root: Path, path: Path | str) -> bool:
    """Say whether a path below a folder stays in it once all links are followed, even those in a circle."""
    return Path(os.path.realpath(root / path)).is_relative_to(os.path.realpath(root))


def pieces_of(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes piece by piece; raises `ScmError` where it cannot be read."""
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    except OSError as error:
        reason = found.UNREADABLE(value=error.strerror or error)
        raise ScmError(f"{visible(str(path))}: {reason}", found.ALLOWED_PERMISSION()) from error


def _bytes_of(full: str) -> bytes:
    with open(full, "rb", buffering=0) as file:  # noqa: PTH123 — nothing between the file and its bytes
        return file.read()


class Files:
    """The files below one folder.

    Args:
        root: the archive's folder.
        disk: the operations of a save.
        warn: takes a sentence about something that is unusual but no error.
    """

    def __init__(self, root: Path, *, disk: Disk | None = None, warn: Callable[[str], None] = lambda _: None) -> None:
        self.root = root
        self.disk = disk or Disk()
        self.warn = warn
        self._depth = 0
        self._alone = False
        self._seen: set[Path] = set()

    def read(self, path: Path) -> bytes:
        """Return a file's bytes.

        Args:
            path: relative to the archive.

        Raises:
            FileNotFoundError: there is nothing.
            BadData: it is no file, too big, unreadable, or a link out of the archive.
        """
        return self._guarded(path, _bytes_of, LARGEST)

    def pieces(self, path: Path) -> Iterator[bytes]:
        """Return a file's bytes piece by piece, however many there are; raises as `read` does but for its size."""
        return self._guarded(path, lambda full: pieces_of(Path(full)), None)

    def _guarded(self, path: Path, take: Callable[[str], T], largest: int | None) -> T:
        full = f"{self.root}{os.sep}{path}"  # text: ten thousand paths would take as long as reading half of the files
        self._folder_inside(path.parent)
        try:
            details = os.lstat(full)
            if stat.S_ISLNK(details.st_mode):
                self._inside(path)
                details = os.stat(full)  # noqa: PTH116
            self._regular(path, details, largest)
            return take(full)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise self.unreadable(path, error) from error

    def _regular(self, path: Path, details: os.stat_result, largest: int | None) -> None:
        if stat.S_ISDIR(details.st_mode):
            raise BadData([Problem(self.name(path), 0, "", found.A_FOLDER(), found.ALLOWED_FILE())])
        if not stat.S_ISREG(details.st_mode):
            raise BadData([Problem(self.name(path), 0, "", found.NO_FILE(), found.ALLOWED_FILE())])
        if largest is not None and details.st_size > largest:
            size = found.TOO_BIG(n=-(-details.st_size // 1_000_000))
            allowed = found.ALLOWED_SIZE(n=largest // 1_000_000)
            raise BadData([Problem(self.name(path), 0, "", size, allowed)])

    def _folder_inside(self, folder: Path) -> None:
        """Look once at each folder: reading ten thousand files must not resolve ten thousand paths."""
        if folder not in self._seen:
            self._inside(folder)
            self._seen.add(folder)

    def _inside(self, path: Path) -> None:
        if not leads_inside(self.root, path):
            raise BadData([Problem(self.name(path), 0, "", found.A_LINK(), found.ALLOWED_INSIDE())])

    def unreadable(self, path: Path, error: OSError) -> BadData:
        """Return the error for a file or folder that the system does not let us read."""
        reason = found.UNREADABLE(value=error.strerror or error)
        return BadData([Problem(self.name(path), 0, "", reason, found.ALLOWED_PERMISSION())])

    def name(self, path: Path) -> str:
        """Return a file's name as the user would type it: from the current folder where that is shorter."""
        return visible(f"{self._shown}{path}")

    @cached_property
    def _shown(self) -> str:
        """What stands before the name of every file."""
        full = str(self.root / "_")
        try:
            here = os.getcwd()  # noqa: PTH109 — text, as a path would lose its last separator
        except OSError:  # it is gone
            return full[:-1]
        below, whole = os.path.join(here, ""), os.path.join(here, full)  # noqa: PTH118
        return (whole.removeprefix(below) if whole.startswith(below) else full)[:-1]

    def listed(self, folder: Path) -> list[Path]:
        """Return what lies in a folder, sorted by name; nothing where there is no folder.

        Raises:
            BadData: the folder cannot be listed or leads out of the archive.
        """
        try:
            names = sorted(os.listdir(self.root / folder))  # noqa: PTH208 — names, ten times as fast as paths
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise self.unreadable(folder, error) from error
        self._inside(folder)
        return [folder / name for name in names if not name.startswith(".")]

    def count(self, folder: Path) -> int:
        """Return how many names there are in a folder; none where it cannot be listed."""
        with suppress(OSError):
            return len(os.listdir(self.root / folder))  # noqa: PTH208 — names, ten times as fast as paths
        return 0

    def stamp(self, folder: Path) -> tuple[tuple[str, int, int], ...]:
        """Return what changes whenever a file in a folder does: names, times of change and sizes."""
        try:
            with os.scandir(self.root / folder) as entries:
                found = [(entry.name, entry.stat()) for entry in entries]
        except OSError:
            return ()
        return tuple(sorted((name, details.st_mtime_ns, details.st_size) for name, details in found))

    @property
    def held(self) -> bool:
        """Say whether this process holds the archive's lock."""
        return self._depth > 0

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the archive's lock: one writer at a time; nests within one process.

        Raises:
            Conflict: another process holds it for longer than ten seconds.
        """
        if self._depth:
            yield
            return
        held = self._acquire()
        self._depth += 1
        self._alone = held is not None
        try:
            yield
        finally:
            self._depth -= 1
            self._alone = False
            if held:
                with suppress(OSError):  # a mark that stays costs the next writer a look around, and nothing else
                    debris.end(self.root)
                held()

    def _acquire(self) -> Callable[[], None] | None:
        from filelock import FileLock, Timeout

        path = self.root / LOCK
        lock = FileLock(path, timeout=LOCK_SECONDS, fallback_to_soft=False)  # a soft lock outlives a killed holder
        try:
            lock.acquire(poll_interval=0.02)
        except Timeout as error:
            raise Conflict(say.LOCKED(path=path), say.LOCKED_REMEDY()) from error
        except (OSError, NotImplementedError) as error:
            if isinstance(error, OSError) and error.errno not in _NO_LOCKS:
                raise self.unwritable(Path(LOCK), error) from error
            self.warn(say.NO_LOCKS(path=self.root))
            return None
        try:
            debris.clear(self.root)
        except OSError as error:
            lock.release()
            raise self.unwritable(Path(error.filename).relative_to(self.root), error) from error
        return lock.release

    def unwritable(self, path: Path, error: OSError) -> ScmError:
        """Return the error for a file that could not be written; the old one is still there."""
        return ScmError(say.NOT_WRITABLE(path=self.name(path), reason=error.strerror or error), say.NOTHING_CHANGED())

    def write(self, path: Path, data: bytes) -> None:
        """Put new content in a file's place in one step, as `write_pieces` does.

        Raises:
            ScmError: it cannot be written, or would be too big to be read.
        """
        if len(data) > LARGEST:
            size = found.TOO_BIG(n=-(-len(data) // 1_000_000))
            raise ScmError(say.NOT_WRITABLE(path=self.name(path), reason=size), say.NOTHING_CHANGED())
        self.write_pieces(path, (data,))

    def write_pieces(self, path: Path, pieces: Iterable[bytes]) -> None:
        """Put new content in a file's place in one step; the old mode is kept.

        A crash at any point leaves the old file or the new one, and what the next writer clears away.

        Raises:
            ScmError: the disk is full, or the file or its folder may not be written.
        """
        full = self.root / path
        self._inside(path)
        target = Path(os.path.realpath(full)) if full.is_symlink() else full
        temporary = debris.temporary(target)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists() and not self.disk.writable(target):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            if self._alone:
                debris.begin(self.root)
            try:
                self._fill(temporary, pieces, target)
                self.disk.replace(temporary, target)
            finally:
                temporary.unlink(missing_ok=True)
        except OSError as error:
            raise self.unwritable(path, error) from error
        self._sync_folder(target.parent)

    def _fill(self, temporary: Path, pieces: Iterable[bytes], target: Path) -> None:
        descriptor = self.disk.create(temporary)
        try:
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            for piece in pieces:
                self.disk.write(descriptor, piece)
            self.disk.sync(descriptor)
        finally:
            os.close(descriptor)

    def _sync_folder(self, folder: Path) -> None:
        """Make the new name last; where that fails the file is in its place all the same, so it is no error."""
        if os.name != "posix":
            return
        try:
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                self.disk.sync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            if error.errno not in _NO_LOCKS:  # some file systems cannot sync a folder
                self.warn(say.NOT_SYNCED(path=folder, reason=error.strerror or error))

    def discard(self, path: Path) -> Path:
        """Move a file to the trash; return where it lies now, relative to the archive.

        Raises:
            ScmError: the system does not allow it.
        """
        target = Path(TRASH) / path
        count = 1
        while (self.root / target).exists():
            count += 1
            target = (Path(TRASH) / path).with_name(f"{path.stem}-{count}{path.suffix}")
        try:
            self._inside(target.parent)
            (self.root / target).parent.mkdir(parents=True, exist_ok=True)
            self.disk.replace(self.root / path, self.root / target)
        except OSError as error:
            raise self.unwritable(path, error) from error
        return target
