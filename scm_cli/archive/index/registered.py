"""What the index keeps of the file of a group or a person."""

from typing import TYPE_CHECKING, Any, NamedTuple

from scm_cli.errors import BadData

if TYPE_CHECKING:
    from collections.abc import Collection

    from scm_cli.archive.archive import Archive


class Registered(NamedTuple):
    """A file as the index keeps it.

    Args:
        stamp: what changes whenever it does; empty where it has to be read again in any case.
        content: what changes with its content; empty where it cannot be read.
        names: by what a group is found, as JSON, or where a person sits.
    """

    stamp: str
    content: str
    names: str

    def holds(self, stamp: str) -> bool:
        """Say whether that is still so where a file bears a stamp."""
        return bool(self.content) and self.stamp == stamp != ""


def registered(archive: "Archive", folder: str, key: str, stamp: str, told: "Collection[str]") -> Registered:
    """Return what is to be kept of a file.

    Args:
        archive: it remembers what is wrong with the file.
        folder: `groups` or `attendees`.
        key: whose file it is.
        stamp: as it was looked at.
        told: of which folders the archive is to remember what is wrong.
    """
    from zlib import adler32, crc32

    try:
        stored: Any = archive.group(key) if folder == "groups" else archive.attendee(key)
    except BadData as error:
        if folder in told:
            archive.remember(error)
        return Registered(stamp, "", _names(folder, key, None))
    except FileNotFoundError:  # removed since: the next look will see it
        return Registered("", "", _names(folder, key, None))
    content = f"{len(stored.data)} {crc32(stored.data)} {adler32(stored.data)}"
    return Registered(stamp, content, _names(folder, key, stored.value))


def _names(folder: str, key: str, value: Any) -> str:
    """Return by what a group is found, as JSON, or where a person sits; `value` is None where it cannot be read."""
    if folder == "attendees":
        from scm_cli.model.register import groups_of

        return " ".join(groups_of(value)) if value else ""
    import json

    from scm_cli.query.rows import group_names

    return json.dumps(group_names(key, value), ensure_ascii=False)
