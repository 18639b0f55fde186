"""A finished document: its Markdown, and what other formats put around it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from scm_cli.archive.archive import Archive
from scm_cli.archive.replacing import all_replacements
from scm_cli.documents.kinds import EXTRACTS, OF_SELECTION, DocumentKind, Subject
from scm_cli.documents.protocol import protocol_in, usual_language
from scm_cli.locale import Lang
from scm_cli.notation.context import Printing
from scm_cli.query.rows import Source

if TYPE_CHECKING:
    from scm_cli.planning.tasks import OpenTask

__all__ = ["Document", "DocumentKind", "document", "made", "usual_language"]


@dataclass(frozen=True)
class Document:
    """A document of a session, or of several; every format is made from its Markdown.

    Args:
        kind: which document it is.
        markdown: the whole of it.
        printing: the session, its group and people, and the language of the document; the latest of several.
        subject: what it is about, where that is not the whole session.
    """

    kind: DocumentKind
    markdown: str
    printing: Printing
    subject: Subject | None = None

    @property
    def lang(self) -> Lang:
        """The document's language."""
        return self.printing.lang

    @property
    def is_whole(self) -> bool:
        """Whether it is about one session as a whole: no extract, and no register of several."""
        return self.kind not in OF_SELECTION | EXTRACTS

    @property
    def part(self) -> str:
        """What tells it from others of its kind and session, for the name of a file."""
        return self.subject.part if self.subject else ""

    @property
    def addressee(self) -> str:
        """The key of the person it is about and goes to; empty for any other document."""
        return self.subject.person if self.subject else ""

    @property
    def recipients(self) -> tuple[str, ...]:
        """To whom it is sent: the person it is about, else those the group names."""
        if self.subject and self.subject.person:
            person = self.subject.last.register.get(self.subject.person)
            return (person.email,) if person and person.email else ()
        return self.printing.group.recipients if self.printing.group else ()

    @property
    def public(self) -> bool:
        """Whether it is the copy for the public."""
        return self.printing.public


def document(
    archive: Archive,
    source: Source,
    kind: DocumentKind,
    lang: Lang | None,
    warn: Callable[[str], None],
    today: date | None = None,
) -> Document:
    """Return a document of a whole session; arguments and errors are those of `made`."""
    return made(archive, Subject(kind, (source,)), lang, warn, today or source.session.date)


def made(archive: Archive, subject: Subject, lang: Lang | None, warn: Callable[[str], None], today: date) -> Document:
    """Return a document.

    Args:
        archive: where the sessions lie.
        subject: which document, and what it is about.
        lang: the language asked for; None takes that of the sealed text, else the group's.
        warn: takes a sentence.
        today: the day it is made.

    Raises:
        BadData: the sealed text is missing or was changed.
        ScmError: a template is faulty.
    """
    source, kind = subject.last, subject.kind
    if kind == "protocol":
        text, spoken = protocol_in(archive, source, lang, warn)
        return Document(kind, text, Printing(source, spoken))
    from scm_cli.documents.agenda import agenda
    from scm_cli.documents.templates import render

    printing = Printing(source, lang or usual_language(source))
    templates = archive.files.root / "templates"
    if kind == "agenda":
        return Document(kind, agenda(printing, templates, _open_tasks(archive, source)), printing)
    values = _values(archive, subject, printing, today)
    whole = kind not in OF_SELECTION | EXTRACTS
    return Document(kind, render(kind, printing.lang, values, templates), printing, None if whole else subject)


def _values(archive: Archive, subject: Subject, printing: Printing, today: date) -> dict[str, Any]:
    """Return what a document's template is given."""
    from scm_cli.documents import attendance_sheet, extracts, invitation, registers
    from scm_cli.documents.trusting import as_sealed, ensure_as_sealed

    lang = printing.lang
    if subject.kind in EXTRACTS or subject.kind == "short":
        ensure_as_sealed(archive, subject.last)
    if subject.kind == "invitation":
        return invitation.invitation_values(printing, today, _open_tasks(archive, subject.last))
    if subject.kind == "attendance-sheet":
        return attendance_sheet.attendance_sheet_values(printing)
    if subject.kind == "short":
        return extracts.short_values(printing)
    if subject.kind == "item-extract" and subject.item:
        return extracts.item_extract_values(subject.item, printing)
    if subject.kind == "decision-extract" and subject.item and subject.decision:
        return extracts.decision_extract_values(subject.decision, subject.item, printing, all_replacements(archive))
    if subject.kind == "decision-register":
        kept = as_sealed(archive, subject.sources)
        return registers.decision_register_values(subject, kept, lang, all_replacements(archive), today)
    if subject.kind == "task-list":
        return registers.task_list_values(subject, lang, today)
    return registers.personal_values(subject, lang, today)


def _open_tasks(archive: Archive, source: Source) -> "list[OpenTask]":
    """Return the open tasks of the group on the session's day, where the agenda has an item for them."""
    if all(item.purpose != "tasks" for item in source.session.agenda):
        return []
    from scm_cli.planning.tasks import open_tasks

    sessions = {stored.ref: stored.value for stored in archive.sessions([source.ref.group])}
    return open_tasks(sessions, source.session.date)
