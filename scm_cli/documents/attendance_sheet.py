"""The list of those expected at a session, to be signed: what its template is given."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from scm_cli.dates import show_hours, show_weekday_day
from scm_cli.documents.agenda import session_title
from scm_cli.documents.values import Values
from scm_cli.errors import UsageFault
from scm_cli.locale import Lang, protocol
from scm_cli.locale import documents as word
from scm_cli.locale.words import VALUES
from scm_cli.model.attendance import Attendance
from scm_cli.model.expected import expected
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.head import chosen, place_line
from scm_cli.notation.inline import at_start, escape
from scm_cli.notation.people import entry

_LINE: Final = "_" * 28
_EMPTY: Final = 3
_NOBODY: Final = 15
"""How many lines there are where nobody is known."""


def ensure_signable(ref: SessionRef, session: Session) -> None:
    """Raise `UsageFault` where nobody comes together who could sign a list."""
    if session.status == "cancelled":
        raise UsageFault(word.NO_SHEET_CANCELLED(ref=ref), word.NO_SHEET_REMEDY())
    if session.mode == "written":
        raise UsageFault(word.NO_SHEET_WRITTEN(ref=ref), word.NO_SHEET_REMEDY())


def attendance_sheet_values(printing: Printing) -> Values:
    """Return what the template of a list to sign is given: names and organisations, no other data of people."""
    lang, seats = printing.lang, printing.seats
    found = expected(printing.session, printing.ref.group, printing.register, seats)
    others = word.OTHERS_EXPECTED if seats else protocol.PARTICIPANTS
    unknown = not (found.voters or found.others)
    sections = [
        (word.VOTERS.to(lang), _people(found.voters, printing), 0),
        (others.to(lang), _people(found.others, printing), _NOBODY if unknown else 0),
        (protocol.GUESTS.to(lang), _people(found.guests, printing), _EMPTY),
    ]
    return {
        "title": session_title(printing),
        "head": _head(printing),
        "sections": [
            {"title": title, "people": people, "empty": empty} for title, people, empty in sections if people or empty
        ],
        "away": [{"name": name, "state": _state(row, lang)} for row, name in _named(found.away, printing)],
        "line": _LINE,
    }


def _head(printing: Printing) -> list[list[str]]:
    session, lang = printing.session, printing.lang
    hours = show_hours(session.start, session.planned_end or session.end, lang)
    facts = [
        (protocol.DATE.to(lang), ", ".join(filter(None, (show_weekday_day(session.date, lang), hours)))),
        (protocol.PLACE.to(lang), place_line(printing)),
        (protocol.ROOM.to(lang), escape(session.room or "")),
        (chosen(printing, "chair"), printing.part(session.chair) if session.chair else ""),
    ]
    return [[label, value] for label, value in facts if value]


def _people(rows: Iterable[Attendance], printing: Printing) -> list[str]:
    return [name for _, name in _named(rows, printing)]


def _state(row: Attendance, lang: Lang) -> str:
    return VALUES[row.state or "absent"].to(lang)


def _named(rows: Iterable[Attendance], printing: Printing) -> list[tuple[Attendance, str]]:
    """Return rows with what the list calls them; when somebody came and left is for the minutes."""
    return [(row, at_start(entry(replace(row, presence=()), printing))) for row in rows]
