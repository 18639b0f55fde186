"""A finished document: its Markdown, and what other formats put around it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from scm_cli.archive.archive import Archive
from scm_cli.documents.agenda import agenda
from scm_cli.documents.protocol import protocol_in, usual_language
from scm_cli.locale import Lang
from scm_cli.notation.context import Printing
from scm_cli.planning.tasks import OpenTask, open_tasks
from scm_cli.query.rows import Source

DocumentKind = Literal["protocol", "agenda"]
KINDS: tuple[DocumentKind, ...] = ("protocol", "agenda")


@dataclass(frozen=True)
class Document:
    """A document of a session; every format is made from its Markdown.

    Args:
        kind: which document it is.
        markdown: the whole of it.
        printing: the session, its group and people, and the language of the document.
    """

    kind: DocumentKind
    markdown: str
    printing: Printing

    @property
    def lang(self) -> Lang:
        """The document's language."""
        return self.printing.lang

    @property
    def public(self) -> bool:
        """Whether it is the copy for the public."""
        return self.printing.public


def document(
    archive: Archive, source: Source, kind: DocumentKind, lang: Lang | None, warn: Callable[[str], None]
) -> Document:
    """Return a document of a session.

    Args:
        archive: where the session lies.
        source: the session with its group and the register.
        kind: which document.
        lang: the language asked for; None takes that of the sealed text, else the group's.
        warn: takes a sentence.

    Raises:
        BadData: the sealed text is missing or was changed.
        ScmError: a template is faulty.
    """
    if kind == "agenda":
        printing = Printing(source, lang or usual_language(source))
        text = agenda(printing, archive.files.root / "templates", _open_tasks(archive, source))
        return Document(kind, text, printing)
    text, spoken = protocol_in(archive, source, lang, warn)
    return Document(kind, text, Printing(source, spoken))


def _open_tasks(archive: Archive, source: Source) -> list[OpenTask]:
    """Return the open tasks of the group on the session's day, where the agenda has an item for them."""
    if all(item.purpose != "tasks" for item in source.session.agenda):
        return []
    sessions = {stored.ref: stored.value for stored in archive.sessions([source.ref.group])}
    return open_tasks(sessions, source.session.date)
