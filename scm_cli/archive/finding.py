"""Where the archive is: named, upwards from here, or the user's own; and where its index goes."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from scm_cli.archive import layout
from scm_cli.errors import NotFound
from scm_cli.locale import errors as say


def find(start: Path, named: str, fallback: Callable[[], Path | None]) -> Path:
    """Return the archive's folder: the one named, else the nearest one upwards, else the fallback.

    Args:
        start: the current folder.
        named: from `--data` or `SCM_DATA`; may be empty.
        fallback: gives the user's own archive; None where the system has no place for it.

    Raises:
        NotFound: there is none.
    """
    if named:
        if not _is_archive(Path(named)):
            raise NotFound(say.NO_ARCHIVE_AT(path=named), say.NO_ARCHIVE_REMEDY())
        return Path(named)
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "data"):
            if _is_archive(candidate):
                return candidate
    own = fallback()
    if own and _is_archive(own):
        return own
    raise NotFound(say.NO_ARCHIVE(), say.NO_ARCHIVE_REMEDY())


def around(path: Path) -> Path | None:
    """Return the nearest folder above a file that holds an archive; None where there is none."""
    return next((folder for folder in path.absolute().parents if _is_archive(folder)), None)


def cache_folder(environ: Mapping[str, str]) -> Path | None:
    """Return the user's folder for what can be made again; None where the system names none."""
    if os.name != "posix" or sys.platform == "darwin":
        from platformdirs import user_cache_path

        return user_cache_path("scm", appauthor=False)
    return _xdg_folder(environ, "XDG_CACHE_HOME", ".cache")


def state_folder(environ: Mapping[str, str]) -> Path:
    """Return the user's folder for what scm remembers.

    Raises:
        RuntimeError: neither the environment nor the system names a home.
    """
    there = os.name == "posix" and sys.platform != "darwin"
    found = _xdg_folder(environ, "XDG_STATE_HOME", ".local/state") if there else None
    if found is None:
        from platformdirs import user_state_path

        found = user_state_path("scm", appauthor=False)
    return found


def _xdg_folder(environ: Mapping[str, str], variable: str, usual: str) -> Path | None:
    """Return scm's part of a folder of the user's (XDG Base Directory Specification 0.8); None where none is named."""
    named = environ.get(variable, "").strip()
    home = environ.get("HOME", "")
    base = Path(named) if named else Path(home) / usual if home else None
    return base / "scm" if base and base.is_absolute() else None


def _is_archive(folder: Path) -> bool:
    """Say whether a folder holds the marker; one that may not be entered is none."""
    try:
        return (folder / layout.MARKER).is_file()
    except OSError:
        return False
