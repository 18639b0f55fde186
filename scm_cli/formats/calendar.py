"""Sessions as calendar entries (RFC 5545, RFC 5546) by the icalendar library."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress, vText, vUri

from scm_cli.documents.agenda import session_title
from scm_cli.documents.document import Document
from scm_cli.formats.markdown import head_list, tree
from scm_cli.formats.text import blocks
from scm_cli.formats.zones import definition
from scm_cli.locale import letters as say
from scm_cli.model.attendance import Attendance
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import unescape
from scm_cli.query.rows import row_name

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
UNFOLDED: Final = 10_000  # a description's lines are broken by whoever shows them
_ZONE: Final = "Europe/Berlin"
_STATUS: Final = {"planned": "TENTATIVE", "cancelled": "CANCELLED"}
_ANSWERS: Final = {
    "accepted": "ACCEPTED",
    "present": "ACCEPTED",
    "declined": "DECLINED",
    "excused": "DECLINED",
}
_OPTIONAL: Final = ("advisory", "guest")


def calendar(agendas: Sequence[Document], now: datetime) -> bytes:
    """Return an iCalendar file with one entry a session.

    A file of one cancelled session, or of cancelled ones only, has `METHOD:CANCEL`. One session that is still to
    come asks those invited for an answer (`REQUEST`) where somebody is there to answer to; all else is
    `PUBLISH`. A file has one method for all its entries (RFC 5546, section 3.2), so among others a cancelled one
    shows by its status alone.

    Args:
        agendas: the agenda of each session, which becomes the description.
        now: when the entries are written.
    """
    made = Calendar()
    made.add("prodid", say.PRODUCT.to(agendas[0].lang))
    made.add("version", "2.0")
    made.add("method", method([agenda.printing for agenda in agendas]))
    for zone in _zones(agendas):
        made.add_component(zone)
    for agenda in agendas:
        made.add_component(_event(agenda, now))
    return bytes(made.to_ical())


def method(printings: Sequence[Printing]) -> Method:
    """Return what a file with these sessions asks of a calendar."""
    if all(printing.session.status == "cancelled" for printing in printings):
        return "CANCEL"
    only = printings[0]
    ahead = len(printings) == 1 and only.session.status in ("planned", "invited")
    return "REQUEST" if ahead and _organizer(only) and any(_attendees(only)) else "PUBLISH"


def uid(printing: Printing) -> str:
    """Return a session's identity in calendars: its own, else one made from group and number."""
    return printing.session.uid or str(uuid5(NAMESPACE_URL, f"scm:{printing.ref}"))


def _zones(agendas: Sequence[Document]) -> Iterator[Timezone]:
    """Yield the definition of each time zone used, for the years in which it is (RFC 5545, section 3.6.5)."""
    years: dict[str, list[int]] = {}
    for agenda in agendas:
        if agenda.printing.session.start is not None:
            years.setdefault(_zone(agenda.printing).key, []).append(agenda.printing.session.date.year)
    for key, used in sorted(years.items()):
        yield definition(ZoneInfo(key), min(used) - 1, max(used) + 1)


def _zone(printing: Printing) -> ZoneInfo:
    return ZoneInfo(printing.group.timezone if printing.group else _ZONE)


def _event(agenda: Document, now: datetime) -> Event:
    printing, session = agenda.printing, agenda.printing.session
    made = Event()
    made.add("uid", uid(printing))
    made.add("sequence", session.sequence)
    made.add("dtstamp", now.astimezone(UTC))
    made.add("summary", unescape(session_title(printing)))
    begin, end = times(printing)
    made.add("dtstart", begin)
    if end is not None:
        made.add("dtend", end)
    if not isinstance(begin, datetime):
        made.add("transp", "TRANSPARENT")
    made.add("status", _STATUS.get(session.status, "CONFIRMED"))
    if place := ", ".join(filter(None, (session.place, session.room))) or session.link:
        made.add("location", place)
    if session.link:
        made.add("url", vUri(session.link))
    if description := _description(agenda):
        made.add("description", description)
    if organizer := _organizer(printing):
        made.add("organizer", organizer)
    for address in _attendees(printing):
        made.add("attendee", address, encode=False)
    return made


def times(printing: Printing) -> tuple[date, date | None]:
    """Return begin and end: the planned end, else the group's usual length; whole days where no start is known.

    An end not after the start is on the next day, and a length is measured by the clock that never changes.
    Without either the entry ends when it begins: RFC 5545, section 3.6.1, says so of one without an end, and
    forbids an end that is not later.
    """
    session, zone = printing.session, _zone(printing)
    begin = session.date if session.start is None else datetime.combine(session.date, session.start, zone)
    try:
        return begin, _end(begin, session.planned_end or session.end, printing)
    except OverflowError:  # the calendar of Python ends with the year 9999
        return begin, None


def _end(begin: date, until: time | None, printing: Printing) -> date | None:
    if not isinstance(begin, datetime):
        return begin + timedelta(days=1)
    if until is not None:
        later = until > begin.time()
        return datetime.combine(begin.date() + timedelta(days=not later), until, begin.tzinfo)
    minutes = printing.group.duration if printing.group else None
    if minutes is None:
        return None
    return (begin.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(begin.tzinfo)


def _description(agenda: Document) -> str:
    """Return the agenda without its title and head, which stand in fields of their own, and their heading."""
    nodes = tree(agenda.markdown).children
    head = head_list(nodes)
    rest = [node for node in nodes if node is not head and node.tag != "h1"]
    if rest and rest[0].type == "heading":
        del rest[0]
    return "\n".join(blocks(rest, UNFOLDED, underlined=False))


def _organizer(printing: Printing) -> vCalAddress | None:
    """Return whom answers go to: the chair, else the minute taker, else the group's first address; perhaps nobody."""
    for key in filter(None, (printing.session.chair, printing.session.minute_taker)):
        person = printing.register.get(key)
        if person and person.email:
            return _address(person.email, person.printed)
    if printing.group and printing.group.recipients:
        return _address(printing.group.recipients[0], printing.group.name)
    return None


def _attendees(printing: Printing) -> Iterator[vCalAddress]:
    """Yield everybody named at the session who has an e-mail address, with what they answered."""
    for row in printing.session.attendance:
        person = printing.register.get(row.attendee or "")
        if person is None or not person.email:
            continue
        made = _address(person.email, row_name(row, printing.register))
        made.params["CUTYPE"] = vText("INDIVIDUAL")
        made.params["ROLE"] = vText(_role(row, printing))
        made.params["PARTSTAT"] = vText(_ANSWERS.get(row.state or "", "NEEDS-ACTION"))
        yield made


def _role(row: Attendance, printing: Printing) -> str:
    if row.attendee == printing.session.chair:
        return "CHAIR"
    return "OPT-PARTICIPANT" if row.capacity in _OPTIONAL else "REQ-PARTICIPANT"


def _address(email: str, name: str) -> vCalAddress:
    made = vCalAddress(f"mailto:{email}")
    made.params["CN"] = vText(name)
    return made
