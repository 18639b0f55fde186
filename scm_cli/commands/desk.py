"""What every command works with: terminal, clock, environment, and the archive they lead to."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from scm_cli.errors import UsageFault
from scm_cli.locale import usage
from scm_cli.terminal import Terminal

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.resolve import Resolver


def _now() -> datetime:
    """Return the time with its zone, or the one that `SCM_NOW` names, so that a run can be repeated.

    Raises:
        UsageFault: `SCM_NOW` is no day or time.
    """
    fixed = os.environ.get("SCM_NOW")
    if not fixed:
        return datetime.now().astimezone()
    try:
        return datetime.fromisoformat(fixed).astimezone()
    except (ValueError, OverflowError) as error:
        raise UsageFault(usage.NO_MOMENT(name="SCM_NOW", value=fixed), usage.MOMENT_REMEDY()) from error


@dataclass(eq=False, repr=False)
class Desk:
    """The surroundings of one run; tests put their own in.

    Args:
        terminal: the streams.
        clock: the time, with its zone.
        data: the archive's folder as named by `--data`; empty where it was not.
        indexed_from: from how many sessions on an archive has an index; None for the usual number.
    """

    terminal: Terminal = field(default_factory=Terminal.standard)
    clock: Callable[[], datetime] = _now
    data: str = ""
    indexed_from: int | None = None
    _opened: "list[Archive]" = field(default_factory=list)

    @property
    def today(self) -> date:
        """Today's date."""
        return self.clock().date()

    def archive(self, *, dry_run: bool = False) -> "Archive":
        """Open the archive; raises `NotFound` where there is none."""
        from scm_cli.archive.archive import INDEXED_FROM, Archive
        from scm_cli.archive.files import Files

        opened = Archive(
            Files(self.folder(), warn=self.terminal.warn),
            dry_run=dry_run,
            cache=self._cache(),
            indexed_from=INDEXED_FROM if self.indexed_from is None else self.indexed_from,
            progress=self.terminal.progress,
        )
        self._opened.append(opened)
        return opened

    def close(self) -> None:
        """Let go of the indexes of the archives opened so far."""
        for archive in self._opened:
            if index := vars(archive).get("index"):  # only where it was asked
                index.close()

    def _cache(self) -> Path | None:
        """Return the user's folder for indexes; None where `SCM_NO_INDEX` says to do without."""
        from scm_cli.archive.finding import cache_folder

        environ = self.terminal.environ
        return None if environ.get("SCM_NO_INDEX") else cache_folder(environ)

    def folder(self) -> Path:
        """Return the archive's folder; raises `NotFound` where there is none."""
        from scm_cli.archive.finding import find

        named = self.data or self.terminal.environ.get("SCM_DATA", "")
        return find(_current_folder(), named, _own_archive)

    def resolver(self, archive: "Archive", group: str = "") -> "Resolver":
        """Return what finds out what short references mean."""
        from scm_cli.archive.resolve import Resolver

        return Resolver(archive, group, self.today)


def _current_folder() -> Path:
    """Return the current folder; the root where it was removed under our feet."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path("/")


def _own_archive() -> Path | None:
    """Return the user's own archive; None where the system names no home."""
    from platformdirs import user_data_path

    try:
        return user_data_path("scm", appauthor=False)
    except (OSError, RuntimeError):  # no HOME and no entry in the password file
        return None


def state_folder() -> Path:
    """Return the user's folder for what scm remembers; raises `OSError` where there can be none."""
    from scm_cli.archive import finding

    try:
        folder = finding.state_folder(os.environ)
    except RuntimeError as error:  # no HOME and no entry in the password file
        raise OSError(str(error)) from error
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def desk(ctx: typer.Context) -> Desk:
    """Return the surroundings of this run."""
    root = ctx.find_root()
    if not isinstance(root.obj, Desk):
        root.obj = Desk()
    return root.obj
