"""A document as the draft of a mail: text and HTML, the calendar entry and the attachments."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from hashlib import sha256
from mimetypes import guess_type
from typing import Any, Final

from scm_cli.dates import show_day
from scm_cli.documents.document import Document
from scm_cli.documents.enclosures import Enclosure
from scm_cli.documents.kinds import OF_SELECTION, DocumentKind
from scm_cli.formats.html import page
from scm_cli.formats.markdown import title
from scm_cli.formats.text import text
from scm_cli.locale import Text
from scm_cli.locale import letters as say
from scm_cli.notation.inline import escape


@dataclass(frozen=True)
class Entry:
    """A session as an iCalendar file: its name, its bytes and what it asks for."""

    name: str
    data: bytes
    method: str


class _Policy(EmailPolicy):
    """That of SMTP, but a subject is text.

    The library would decode what looks encoded in it, and on folding it loses the spaces between encoded words
    (RFC 2047, section 6.2).
    """

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        """Keep the subject as it is; it has no line ends."""
        return (name, value) if name == "Subject" else super().header_store_parse(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Encode the whole subject unless it is plain and short."""
        text = str(value)
        if name != "Subject" or (text.isascii() and len(text) < 60 and "=?" not in text):
            return super().fold_binary(name, value)
        return f"{name}: {Header(text, 'utf-8', header_name=name).encode(linesep=self.linesep)}{self.linesep}".encode()


_POLICY: Final = _Policy(linesep="\r\n", max_line_length=78)
_RULE: Final = "* * *"
_LETTERS: Final[frozenset[DocumentKind]] = frozenset(["invitation", "reminder"])
"""Documents with a salutation of their own."""


def draft(document: Document, entry: Entry | None, enclosed: Iterable[Enclosure]) -> bytes:
    """Return an `.eml` file that mail programs open as an unsent message (`X-Unsent`).

    The same document always gives the same bytes: the program that sends it puts sender, date and identity in.

    Args:
        document: what is sent.
        entry: the session for calendars; None where it does not go with the document.
        enclosed: the attachments.
    """
    files = list(enclosed)
    markdown = letter(document, len(files))
    subject = _subject(document)
    made = EmailMessage(_POLICY)
    made["X-Unsent"] = "1"
    made["Subject"] = subject
    if recipients := [_address(one) for one in document.recipients]:
        made["To"] = recipients
        if any(not one.addr_spec.isascii() for one in recipients):
            made.policy = _POLICY.clone(utf8=True)  # RFC 6532: such an address can only be written as it is
    made.set_content(text(markdown), cte="quoted-printable")
    made.add_alternative(page(markdown, document.lang, subject), subtype="html", cte="quoted-printable")
    if entry is not None:
        _add_entry(made, entry)
    for one in files:
        main, _, sub = (guess_type(one.name)[0] or "application/octet-stream").partition("/")
        made.add_attachment(one.data, main, sub, filename=one.name)
    made["Content-Language"] = document.lang
    _bound(made, sha256(markdown.encode() + (entry.data if entry else b"")).hexdigest())
    return made.as_bytes()


def _add_entry(made: EmailMessage, entry: Entry) -> None:
    made.add_attachment(
        entry.data,
        "text",
        "calendar",
        filename=entry.name,
        params={"method": entry.method, "charset": "utf-8"},
        cte="base64",
    )


def letter(document: Document, enclosed: int) -> str:
    """Return the whole letter as Markdown: a few words, and the document below them, unless it is a letter itself."""
    lang, approval = document.lang, document.printing.session.approval
    if document.kind in _LETTERS:
        below = [_RULE, say.ENCLOSED.to(lang, enclosed)] if enclosed else []
        return "\n\n".join([document.markdown.rstrip("\n"), *below]) + "\n"
    parts = [_salutation(document), _opening(document)]
    if document.kind == "protocol" and approval and approval.until and not approval.on:
        parts.append(say.OBJECTIONS.to(lang, day=show_day(approval.until, lang)))
    if enclosed:
        parts.append(say.ENCLOSED.to(lang, enclosed))
    return "\n\n".join([*parts, say.CLOSING.to(lang), _RULE, document.markdown])


def _opening(document: Document) -> str:
    session = document.printing.session
    written = session.mode == "written"
    if document.kind in say.OPENINGS:
        text: Text = say.OPENINGS[document.kind]
    elif document.kind == "protocol":
        text = say.PROTOCOL_WRITTEN if written else say.PROTOCOL
    elif session.status == "cancelled":
        text = say.CANCELLED
    else:
        text = say.AGENDA_WRITTEN if written else say.AGENDA
    return text.to(document.lang, day=show_day(session.date, document.lang))


def _salutation(document: Document) -> str:
    """Return how the recipients are addressed: by name where there is one alone who is known."""
    recipients, printing = document.recipients, document.printing
    if len(recipients) == 1:
        for person in printing.register.values():
            if person.salutation and (person.email or "").lower() == recipients[0].lower():
                return say.SALUTATION_OWN.to(printing.lang, salutation=escape(person.salutation, start=True))
    return say.SALUTATION.to(printing.lang)


def _subject(document: Document) -> str:
    day = show_day(document.printing.session.date, document.lang)
    named = title(document.markdown)
    if named and document.kind in OF_SELECTION:
        return named
    return say.SUBJECT.to(document.lang, title=named, day=day) if named else day


def _address(written: str) -> Address:
    """Return an address as a header takes it, its domain in ASCII (RFC 5890) where that can be."""
    user, _, domain = written.rpartition("@")
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode()
    return Address(username=user, domain=domain)


def _bound(made: EmailMessage, digest: str) -> None:
    """Give the parts boundaries that depend on nothing but the content (RFC 2046, section 5.1.1)."""
    for number, part in enumerate(made.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{digest[:32]}_{number}")
        if part is not made:
            del part["MIME-Version"]  # only the whole message has one (RFC 2045, section 4)
