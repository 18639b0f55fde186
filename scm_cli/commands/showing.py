"""One thing on a page: every key it has, in words, or as JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from scm_cli.commands.desk import Desk

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, Stored
    from scm_cli.archive.outcomes import Found


def show_session(own: Desk, typed: str, group: str, *, json: bool) -> int:
    """Print a session; return the exit code."""
    from scm_cli.formats.rows import document
    from scm_cli.formats.structured import session_object

    archive = own.archive()
    stored = own.resolver(archive, group).session(typed)
    if json:
        own.terminal.write(document(session_object(stored.ref, stored.value)))
        return 0
    return _page(own, archive, stored, str(stored.ref))


def show_one(own: Desk, archive: "Archive", stored: "Stored[Any]", *, json: bool) -> int:
    """Print a person or a group; return the exit code."""
    from scm_cli.archive.format import complete
    from scm_cli.formats.rows import document

    if json:
        own.terminal.write(document({"key": stored.key, **complete(stored.value)}))
        return 0
    return _page(own, archive, stored, stored.key)


def show_outcome(
    own: Desk, archive: "Archive", found: "Found[Any]", *, document: str = "", page: Iterable[str] = ()
) -> int:
    """Print a decision or election, as JSON or as a page below its reference and file; return the exit code."""
    from scm_cli.commands.listing import told

    if document:
        own.terminal.write(document)
    else:
        head = [own.terminal.bold(found.ref), archive.files.name(found.stored.path), ""]
        own.terminal.page("\n".join([*head, *page]) + "\n")
    return told(own, archive)


def _page(own: Desk, archive: "Archive", stored: "Stored[Any]", name: str) -> int:
    from scm_cli.commands.listing import told
    from scm_cli.formats.pages import page

    lines = page(stored.value, archive.register)
    text = "\n".join([own.terminal.bold(name), archive.files.name(stored.path), "", *lines]) + "\n"
    own.terminal.page(text)
    return told(own, archive)
