"""A new archive: its marker, its first group, and what git should know about it."""

from dataclasses import dataclass
from pathlib import Path

from scm_cli.archive import layout
from scm_cli.archive.archive import Archive
from scm_cli.archive.files import Files
from scm_cli.errors import Conflict, UsageFault
from scm_cli.locale import errors as wrong
from scm_cli.locale import reading as found
from scm_cli.model.group import Group
from scm_cli.model.settings import Settings
from scm_cli.model.text import is_slug, slug


@dataclass(frozen=True)
class Founding:
    """What a new archive starts with."""

    key: str
    group: Group


def group_key(name: str, typed: str) -> str:
    """Return the key of a new group: the one typed, else made from the name; raises `UsageFault`."""
    if typed and not is_slug(typed):
        raise UsageFault(wrong.BAD_KEY(key=typed), found.ALLOWED_SLUG())
    return typed or slug(name, "group")


def ensure_free(folder: Path) -> None:
    """Raise `Conflict` where there is an archive in a folder already."""
    if (folder / layout.MARKER).exists():
        raise Conflict(wrong.IS_ARCHIVE(path=folder))


def found_archive(folder: Path, founding: Founding, *, dry_run: bool) -> None:
    """Make an archive in a folder; the marker comes last, so that a half-made archive is none.

    Raises:
        Conflict: there is one already.
        ScmError: the folder cannot be written.
    """
    ensure_free(folder)
    if dry_run:
        return
    files = Files(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.unwritable(Path(), error) from error
    archive = Archive(files)
    with archive.lock():
        for name, text in ((".gitattributes", layout.git_attributes()), (".gitignore", layout.GIT_IGNORE)):
            if not (folder / name).exists():
                files.write(Path(name), text.encode())
        if founding.key not in archive.group_keys():
            archive.create(layout.group_path(founding.key), founding.group)
        archive.create(Path(layout.MARKER), Settings(default_group=founding.key))
