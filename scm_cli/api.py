"""The two doors of the public Python API that are not classes: open an archive, print a protocol."""

from collections.abc import Callable
from pathlib import Path

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.files import Files
from scm_cli.archive.finding import find
from scm_cli.locale import Lang


def open_archive(folder: str | Path, warn: Callable[[str], None] = lambda _: None) -> Archive:
    """Open the archive in a folder.

    Args:
        folder: the folder that holds `scm.toml`.
        warn: takes a sentence about something unusual that is no error.

    Raises:
        NotFound: the folder is no archive.
    """
    return Archive(Files(find(Path(), str(folder), lambda: None), warn=warn))


def print_protocol(archive: Archive, stored: StoredSession, lang: Lang | None = None) -> str:
    """Return a session's protocol as Markdown, in the group's language where none is named.

    A sealed session's protocol is the text that was sealed, with addenda after it.

    Raises:
        BadData: the group's file cannot be read, or the sealed text is missing or was changed.
    """
    from scm_cli.archive.sources import source
    from scm_cli.documents.protocol import protocol_document

    return protocol_document(archive, source(archive, stored), lang, archive.files.warn)
