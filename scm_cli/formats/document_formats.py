"""Which formats a document can have, and the door to each; a library is loaded when its format is asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Final, Literal

from scm_cli.documents.document import Document
from scm_cli.documents.enclosures import Enclosure
from scm_cli.errors import ScmError, UsageFault
from scm_cli.locale import documents as word
from scm_cli.locale import formats as say
from scm_cli.locale import publishing

DocumentFormat = Literal["md", "text", "html", "eml", "docx", "json", "ics"]
ENDINGS: Final[dict[DocumentFormat, str]] = {
    "md": ".md",
    "text": ".txt",
    "html": ".html",
    "eml": ".eml",
    "docx": ".docx",
    "json": ".json",
    "ics": ".ics",
}
BINARY: Final[frozenset[DocumentFormat]] = frozenset(["docx"])
"""What is no text, and would only harm a terminal."""

EXACT: Final[frozenset[DocumentFormat]] = frozenset(["docx", "eml", "ics"])
"""What has its own line ends and encoding, whatever those of a stream are."""

_ALSO: Final[dict[str, DocumentFormat]] = {".markdown": "md", ".text": "text", ".htm": "html", ".ical": "ics"}
_OTHERS: Final = frozenset([".pdf", ".doc", ".odt", ".rtf", ".dotx", ".xlsx", ".msg", ".xhtml"])


def by_ending(name: str) -> DocumentFormat | None:
    """Return the format that a file's name asks for; None where its ending says nothing.

    Raises:
        UsageFault: it asks for a format that scm does not write.
    """
    ending = PurePath(name).suffix.lower()
    if ending in _OTHERS:
        raise UsageFault(say.NOT_WRITTEN(ending=ending), say.NOT_WRITTEN_REMEDY(known=", ".join(ENDINGS.values())))
    return _ALSO.get(ending) or next((known for known, own in ENDINGS.items() if own == ending), None)


def named(typed: str) -> DocumentFormat | None:
    """Return the format with this name or ending, or None."""
    name = typed.lower().removeprefix(".")
    if name in ENDINGS:
        return name
    return _ALSO.get(f".{name}") or next((known for known, own in ENDINGS.items() if own == f".{name}"), None)


def file_name(document: Document, wanted: DocumentFormat) -> str:
    """Return what a document's file is called: group, number, date and what it is; of a register its days."""
    kind = word.CALENDAR_ENTRY if wanted == "ics" else word.DOCUMENTS[document.kind]
    copy = publishing.FILE.to(document.lang) if document.public else ""
    named = "-".join(filter(None, (*_place(document), kind.to(document.lang), document.part, copy)))
    return f"{named}{ENDINGS[wanted]}"


def _place(document: Document) -> Iterator[str]:
    """Yield group, number and date of a session; of several the group that all have, and the first and last day."""
    ref, subject = document.printing.ref, document.subject
    if document.kind == "reminder":
        return  # of today, whatever sessions its tasks come from
    if subject is None or len(subject.sources) == 1:
        yield from (ref.group, f"{ref.number:04}", str(document.printing.session.date))
        return
    days = sorted({source.session.date for source in subject.sources})
    if all(source.ref.group == ref.group for source in subject.sources):
        yield ref.group
    yield from dict.fromkeys(str(day) for day in (days[0], days[-1]))


def rendered(
    document: Document,
    wanted: DocumentFormat,
    now: datetime,
    agenda: Callable[[], Document],
    enclosed: Callable[[], Iterable[Enclosure]],
) -> bytes:
    """Return a document in a format.

    Args:
        document: the document.
        wanted: the format.
        now: when it is made.
        agenda: gives the session's agenda, which a calendar entry describes.
        enclosed: gives the attachments that go with a mail.

    Raises:
        ScmError: the format needs a library that is not installed.
    """
    if wanted == "md":
        return document.markdown.encode()
    if wanted == "docx":
        return _docx(document, now)
    if wanted == "ics":
        return calendar([agenda()], now)
    if wanted == "eml":
        return _draft(document, now, agenda, enclosed)
    if wanted == "json":
        from scm_cli.formats.structured import document_object

        return document_object(document).encode()
    return _readable(document, wanted).encode()


def calendar(agendas: Sequence[Document], now: datetime) -> bytes:
    """Return the calendar entries of sessions in one file, each described by its agenda."""
    from scm_cli.formats.calendar import calendar as made

    return made(agendas, now)


def _readable(document: Document, wanted: DocumentFormat) -> str:
    if wanted == "html":
        from scm_cli.formats.html import page

        return page(document.markdown, document.lang)
    from scm_cli.formats.text import text

    return text(document.markdown)


def _draft(
    document: Document, now: datetime, agenda: Callable[[], Document], enclosed: Callable[[], Iterable[Enclosure]]
) -> bytes:
    """Return a draft; with a document of a whole session go its calendar entry and its attachments."""
    from scm_cli.formats.mail import Entry, draft

    if not document.is_whole:
        return draft(document, None, ())
    from scm_cli.formats.calendar import calendar as made
    from scm_cli.formats.calendar import method

    session = agenda()
    entry = Entry(file_name(session, "ics"), made([session], now), method([session.printing]))
    return draft(document, entry, enclosed())


def _docx(document: Document, now: datetime) -> bytes:
    try:
        from scm_cli.formats.word import docx
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("docx", "lxml"):
            raise
        raise ScmError(say.NO_DOCX(), say.NO_DOCX_REMEDY()) from error
    return docx(document, now)
