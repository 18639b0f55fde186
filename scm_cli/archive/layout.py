"""Where everything lies in an archive: names of files, and nothing that leads out of it."""

from pathlib import Path
from typing import Final, Literal

from scm_cli.locale import merging as say
from scm_cli.model.text import is_slug

MARKER: Final = "scm.toml"
LOCK: Final = ".scm.lock"
TRASH: Final = ".trash"
Folder = Literal["groups", "attendees", "sessions", "templates", "attachments"]

GIT_IGNORE: Final = f"{LOCK}\n.scm-*\n{TRASH}/\n"
_MERGED: Final = (MARKER, "groups/*.toml", "attendees/*.toml", "sessions/*/*.toml")


def git_attributes() -> str:
    """Return what git should know of an archive's files: line ends, and which ones `scm merge-file` merges."""
    return "\n".join(
        (
            "* text=auto eol=lf",
            "/attachments/** -text -merge",
            f"# {say.GIT_MERGES()}",
            *(f"/{pattern} merge=scm" for pattern in _MERGED),
            f"# {say.GIT_SEALED()}",
            "/sessions/*/*.md -merge",
            "",
        )
    )


def group_path(key: str) -> Path:
    """Return where a group's file lies, relative to the archive; the key must be a slug."""
    return Path("groups") / f"{_slug(key)}.toml"


def attendee_path(key: str) -> Path:
    """Return where a person's file lies, relative to the archive; the key must be a slug."""
    return Path("attendees") / f"{_slug(key)}.toml"


def session_path(group: str, number: int) -> Path:
    """Return where a session's file lies, relative to the archive."""
    return Path("sessions", _slug(group), f"{number:04}.toml")


def protocol_path(group: str, number: int) -> Path:
    """Return where the sealed protocol of a session lies, relative to the archive: beside the session's file."""
    return session_path(group, number).with_suffix(".md")


def session_of_protocol(path: Path) -> tuple[str, int] | None:
    """Return group and number of the session beside whose file a protocol lies; None for any other file."""
    if len(path.parts) != len(("sessions", "group", "number.md")) or path.suffix != ".md":
        return None
    root, group, _ = path.parts
    number = number_of(f"{path.stem}.toml")
    return (group, number) if root == "sessions" and number and is_slug(group) else None


def attachments_folder(group: str, number: int) -> str:
    """Return the folder of a session's attachments as its file names it."""
    return f"attachments/{_slug(group)}/{number:04}"


def session_of_attachments(folder: Path) -> tuple[str, int] | None:
    """Return group and number of the session whose attachments lie in a folder; None for any other folder."""
    if len(folder.parts) != len(("attachments", "group", "number")):
        return None
    root, group, digits = folder.parts
    number = number_of(f"{digits}.toml")
    return (group, number) if root == "attachments" and number and is_slug(group) else None


def number_of(name: str) -> int | None:
    """Return the session number a file name stands for, or None where it is no session's name."""
    digits = name.removesuffix(".toml")
    if name != digits and digits.isascii() and digits.isdigit() and len(digits) >= 4:
        number = int(digits)
        return number if number > 0 and f"{number:04}" == digits else None
    return None


def key_of(name: str) -> str | None:
    """Return the key a file name stands for, or None where it is no key's name."""
    key = name.removesuffix(".toml")
    return key if name != key and is_slug(key) else None


def _slug(key: str) -> str:
    """Return the key; a key that could leave its folder never gets here, so it is a programming error."""
    if not is_slug(key):
        msg = f"not a key: {key!r}"
        raise ValueError(msg)
    return key
