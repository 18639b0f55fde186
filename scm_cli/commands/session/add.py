"""A new session: from options, from a document, or from both."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scm_cli.commands.desk import Desk
from scm_cli.commands.options import Writing
from scm_cli.commands.saying import reference, told
from scm_cli.errors import UsageFault
from scm_cli.locale import changes as say
from scm_cli.locale import usage

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.resolve import Resolver
    from scm_cli.importers.agenda import AgendaReader
    from scm_cli.importers.session import Document


@dataclass(frozen=True)
class New:
    """What was typed of a new session.

    Args:
        date, number, group: as typed; empty where they were not.
        head: returns the other fields, with people by their keys.
    """

    date: str
    number: str
    group: str
    head: "Callable[[Resolver], dict[str, Any]]"


def add_session(own: Desk, how: Writing, new: New, file: str) -> None:
    """Make a session and print its full reference; what was typed goes before what a document says."""
    from scm_cli.archive.layout import session_path
    from scm_cli.commands.infile import given_bytes
    from scm_cli.commands.session.planning import new_session, next_number
    from scm_cli.importers.placing import placed

    data = given_bytes(own, file) if file else b""
    archive = own.archive(dry_run=how.dry_run)
    with archive.lock():
        group, reader, document = _document(own, archive, new.group, data, file)
        if not (new.date or document.date):
            raise UsageFault(usage.MISSING_VALUE(name="date"))
        stored = archive.group(group)
        ref = next_number(archive, group, new.number or document.number)
        typed = {**document.values, **new.head(own.resolver(archive, group))}
        made = new_session(ref.number, new.date or document.date, stored.value, typed, own.today)
        if document.items:
            made = placed(made, document.items, "append").session
        path = session_path(group, ref.number)
        archive.create(path, made)
    reference(own, str(ref))
    if reader:
        from scm_cli.commands.agenda.imported import doubts

        doubts(own, how, reader.who, reader.unused)
    told(own, how, say.ADDED, what=say.SESSION(ref=ref), path=archive.files.name(path))


def _document(
    own: Desk, archive: "Archive", group: str, data: bytes, file: str
) -> "tuple[str, AgendaReader | None, Document]":
    """Return the group, and what a document says; an empty one where there is none."""
    from scm_cli.importers.session import Document

    if not file:
        return own.resolver(archive, group).group(), None, Document()
    from scm_cli.importers.agenda import AgendaReader
    from scm_cli.importers.decoding import decoded
    from scm_cli.importers.session import group_named, session_document

    text = decoded(data, file)
    key = own.resolver(archive, group or group_named(text, file)).group()
    reader = AgendaReader(own.resolver(archive, key), archive.group(key).value, own.today)
    document = session_document(text, file, reader, own.today)
    return key, reader, document
