"""Prints of protocols, kept so that what comes back corrected can be compared with what was sent."""

from contextlib import suppress
from typing import TYPE_CHECKING

from scm_cli.commands.desk import state_folder
from scm_cli.locale import Lang

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.versions import Version, Versions
    from scm_cli.query.rows import Source


def keep(stored: "StoredSession", lang: Lang, text: str) -> str:
    """Keep a print of a session that is not sealed; return why that could not be, empty where it could."""
    from scm_cli.archive.versions import Version
    from scm_cli.notation.fingerprint import fingerprint

    mark = fingerprint(text)
    if stored.value.seal is not None or not mark:
        return ""
    file = stored.data.decode("utf-8")
    try:
        _versions().keep(Version(mark, str(stored.ref), stored.value.uid or "", lang, text, file))
    except OSError as error:
        return error.strerror or str(error)
    return ""


def keep_source(archive: "Archive", source: "Source", lang: Lang, text: str) -> None:
    """Keep a print of a session as it still lies in the archive; a dry run keeps nothing.

    That it could not be kept is only told once a text comes back that was made from it: then `--base` helps.
    """
    if source.session.seal is None and not archive.dry_run:
        with suppress(FileNotFoundError):  # removed while it was printed
            stored = archive.session(source.ref)
            if stored.value == source.session:
                keep(stored, lang, text)


def find(mark: str) -> "Version | None":
    """Return what was printed with a Fassung; None where that is not known here."""
    try:
        return _versions().find(mark)
    except OSError:
        return None


def _versions() -> "Versions":
    from scm_cli.archive.versions import Versions

    return Versions(state_folder() / "printed")
