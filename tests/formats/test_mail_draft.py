"""Drafts of mails, read again by the standard library."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from documented import changed, example, known_as, written
from hypothesis import given, settings
from printable import LINES

from scm_cli.documents.document import Document
from scm_cli.documents.enclosures import Enclosure
from scm_cli.formats.html import page
from scm_cli.formats.mail import Entry, draft, letter
from scm_cli.formats.text import text
from scm_cli.model.record import Approval
from scm_cli.notation.inline import escape

ENTRY = Entry("termin.ics", b"BEGIN:VCALENDAR\r\nSUMMARY:B\xc3\xa4r\r\nEND:VCALENDAR\r\n", "PUBLISH")
TO = {"recipients": ("ag@example.org", "rat@example.org")}


def sent(document: Document, enclosed: Iterable[Enclosure] = ()) -> EmailMessage:
    """Return a draft read back."""
    data = draft(document, ENTRY, enclosed)
    assert b"\n" not in data.replace(b"\r\n", b""), "all lines end in CRLF (RFC 5322, section 2.3)"
    assert max(map(len, data.split(b"\r\n"))) <= 998, "RFC 5322, section 2.1.1"
    return message_from_bytes(data, policy=default)


def test_a_draft_has_text_html_calendar_and_attachments() -> None:
    document = changed(example(), group=TO)
    files = [Enclosure("Konzept – Größe.pdf", b"%PDF\x00\xff"), Enclosure("ohne", b"x")]
    made = sent(document, files)
    assert (made["X-Unsent"], made["Subject"]) == ("1", "Protokoll der 7. Sitzung der AG Beispielregion (10.09.2024)")
    assert (made["To"], made["Content-Language"]) == ("ag@example.org, rat@example.org", "de")
    assert [made[name] for name in ("From", "Date", "Message-ID")] == [None] * 3
    assert [part.get_content_type() for part in made.walk()] == [
        *("multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"),
        *("application/pdf", "application/octet-stream"),
    ]
    markdown = letter(document, 2)
    plain, rich = made.get_body(("plain",)), made.get_body(("html",))
    assert plain
    assert rich
    assert plain.get_content().replace("\r\n", "\n") == text(markdown)
    assert rich.get_content().replace("\r\n", "\n") == page(markdown, "de", made["Subject"])
    assert plain.get_content_charset() == rich.get_content_charset() == "utf-8"
    calendar, *attached = list(made.iter_attachments())
    assert calendar.get_payload(decode=True) == ENTRY.data
    assert dict(calendar["Content-Type"].params) == {"charset": "utf-8", "method": "PUBLISH"}
    assert [part.get_filename() for part in (calendar, *attached)] == [ENTRY.name, *(one.name for one in files)]
    assert [part.get_payload(decode=True) for part in attached] == [one.data for one in files]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert draft(example(), ENTRY, []) == draft(example(), ENTRY, [])


@pytest.mark.parametrize(
    ("document", "opening"),
    [
        (example(), "nachfolgend erhalten Sie das Protokoll unserer Sitzung vom 10.09.2024."),
        (example("agenda"), "nachfolgend erhalten Sie die Tagesordnung unserer Sitzung am 10.09.2024."),
        (
            changed(example(), mode="written"),
            "nachfolgend erhalten Sie das Protokoll unseres Umlaufverfahrens vom",
        ),
        (changed(example("agenda"), mode="written"), "nachfolgend erhalten Sie die Tagesordnung unseres Umlaufverf"),
        (changed(example("agenda"), status="cancelled"), "unsere Sitzung am 10.09.2024 ist abgesagt."),
        (example(lang="en"), "Please find below the minutes of our session of 10 September 2024."),
        (example("agenda", lang="en"), "Please find below the agenda of our session on 10 September 2024."),
    ],
)
def test_the_letter_says_what_follows(document: Document, opening: str) -> None:
    salutation, said = letter(document, 0).split("\n\n")[:2]
    assert salutation == ("Dear all," if document.lang == "en" else "Sehr geehrte Damen und Herren,")
    assert said.startswith(opening)
    assert letter(document, 0).endswith(f"\n\n* * *\n\n{document.markdown}")


def test_the_letter_names_enclosures_and_the_time_for_objections() -> None:
    circulated = changed(example(), approval=Approval(circulated_on=date(2024, 9, 12), until=date(2024, 9, 26)))
    assert letter(circulated, 1).split("\n\n")[2:5] == [
        "Einwendungen gegen dieses Protokoll erbitten wir bis zum 26.09.2024.",
        "Die Anlage ist beigefügt.",
        "Mit freundlichen Grüßen",
    ]
    approved = changed(example(), approval=Approval(until=date(2024, 9, 26), on=date(2024, 11, 12)))
    assert "Einwendungen gegen dieses" not in letter(approved, 0)


def test_one_known_recipient_is_addressed_by_name() -> None:
    document = changed(
        known_as(example(), anna_beispiel="Anna@example.org"), group={"recipients": ("anna@example.org",)}
    )
    register = dict(document.printing.register)
    register["anna-beispiel"] = replace(register["anna-beispiel"], salutation="Liebe *Anna*")
    document = replace(
        document, printing=replace(document.printing, source=replace(document.printing.source, register=register))
    )
    assert text(letter(document, 0)).splitlines()[0] == "Liebe *Anna*,"


@pytest.mark.parametrize(
    ("address", "header"),
    [
        ("ag@bücher.example", "ag@xn--bcher-kva.example"),
        ("müller@example.org", "müller@example.org"),
        ("a.b+c/d=e@example.org", "a.b+c/d=e@example.org"),
        ("a..b@example.org", "a..b@example.org"),
        ("a@" + "b" * 70 + ".example", "a@" + "b" * 70 + ".example"),
    ],
)
def test_unusual_addresses_stay_addresses(address: str, header: str) -> None:
    assert sent(changed(example(), group={"recipients": (address,)}))["To"] == header


def test_without_recipients_there_is_no_such_header() -> None:
    assert sent(example())["To"] is None


def test_what_looks_encoded_in_a_subject_is_text() -> None:
    title = "=?utf-8?q?Bcc:_x=40example.org?="
    assert sent(written(f"# {title}"))["Subject"] == f"{title} (10.09.2024)"


def test_a_long_name_of_a_file_stays_whole() -> None:
    name = "Übersicht über die größten Maßnahmen " * 3 + ".pdf"
    *_, attached = sent(example(), [Enclosure(name, b"x")]).iter_attachments()
    assert attached.get_filename() == name


@settings(deadline=None)
@given(LINES)
def test_no_title_reaches_another_header(title: str) -> None:
    made = sent(written(f"# {escape(title)}\n\nBcc: x@example.org\n"))
    assert sorted(made.keys()) == ["Content-Language", "Content-Type", "MIME-Version", "Subject", "X-Unsent"]
    assert made["Subject"] == f"{title} (10.09.2024)"
