"""The people of a protocol's head: who was there, for whom, when and how."""

import re
from collections.abc import Iterable, Iterator

from scm_cli.dates import show_hours, show_since, show_until
from scm_cli.locale import protocol as word
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.turnout import stands_aside
from scm_cli.model.voting import vote_of
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape_parts
from scm_cli.query.rows import row_organisation


def people(printing: Printing) -> Iterator[tuple[str, str]]:
    """Yield label and value of each bullet about people; empty ones are left out."""
    session, lang = printing.session, printing.lang
    present = [row for row in session.attendance if row.state == "present"]
    persons = [row for row in present if row.attendee or row.name]
    guests = [row for row in persons if row.capacity == "guest"]
    seats = printing.seats
    voters = [row for row in persons if vote_of(row, seats) and not stands_aside(row, session, seats)]
    others = [row for row in persons if row not in voters and row not in guests]
    votes = {vote for row in present if (vote := vote_of(row, seats))}
    counted = word.VOTERS.to(lang, present=len(votes), entitled=printing.votes)
    lists: list[tuple[str, Iterable[Attendance]]] = [
        (counted, voters),
        (word.OTHERS.to(lang) if seats else word.PARTICIPANTS.to(lang), others),
        (word.REPRESENTED.to(lang), [row for row in present if not (row.attendee or row.name)]),
        (word.EXCUSED.to(lang), [row for row in session.attendance if row.state == "excused"]),
        (word.ABSENT.to(lang), [row for row in session.attendance if row.state == "absent"]),
        (word.GUESTS.to(lang), guests),
    ]
    for label, rows in lists:
        if text := "; ".join(entry(row, printing) for row in rows):
            yield label, text


def entry(row: Attendance, printing: Printing) -> str:
    """Return one entry: `NAME (ORGANISATION, ab 10:20 Uhr)`, or an organisation without a named person."""
    organisation = row_organisation(row, printing.source)
    if row.attendee or row.name:
        name = printing.row(row)
        details = [escape_parts(organisation)] if organisation else []
    else:
        name, details = _organisation(organisation or ""), []
    details += _details(row, printing)
    return f"{name} ({', '.join(details)})" if details else name


def _organisation(name: str) -> str:
    """Return an organisation that stands for itself; a bracket at the end of its name stays readable."""
    return re.sub(r"\\\(([^()]*)\\\)$", r"(\1)", escape_parts(name))


def _details(row: Attendance, printing: Printing) -> Iterator[str]:
    lang = printing.lang
    if there := presence(row.presence, printing):
        yield there
    if row.via:
        yield word.VIA[row.via].to(lang)
    if row.represents:
        yield word.REPRESENTS.to(lang, name=printing.part(row.represents))
    if row.votes_for:
        yield word.VOTES_FOR.to(lang, name=printing.part(row.votes_for))
    if named := [top for item in row.items if (top := printing.tops.get(item))]:
        text = word.FOR_ITEM if len(named) == 1 else word.FOR_ITEMS
        yield text.to(lang, tops=f" {word.AND.to(lang)} ".join(named))


def presence(spans: Iterable[Span], printing: Printing) -> str:
    """Return when somebody was there: `10:00 bis 10:30 Uhr und ab 11:00 Uhr`; empty for the whole session."""
    return f" {word.AND.to(printing.lang)} ".join(filter(None, (_span(span, printing) for span in spans)))


def _span(span: Span, printing: Printing) -> str:
    if span.from_ and span.until:
        return show_hours(span.from_, span.until, printing.lang)
    if span.from_:
        return show_since(span.from_, printing.lang)
    return show_until(span.until, printing.lang) if span.until else ""
