"""Who came and went, as lines of an item: the same facts stand in the head, and either place may be changed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from scm_cli.dates import read_clock
from scm_cli.errors import UsageFault
from scm_cli.locale import minutes as say
from scm_cli.locale import protocol as word
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import unescape
from scm_cli.notation.items import movements as printed
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.document import Line
from scm_cli.notation.reading.patterns import matched


@dataclass(frozen=True)
class Movement:
    """Somebody's arrival or departure."""

    line: int
    text: str
    at: time
    who: Attendance
    arrives: bool


def movement(line: Line, reader: Reader) -> Movement | None:
    """Return what `10:20 Uhr: NAME kommt hinzu.` says; None for any other line."""
    if not re.match("[0-9]", line.text):
        return None
    for text, arrives in ((word.ARRIVES, True), (word.LEAVES, False)):
        found = matched(text, line.text.strip())
        try:
            at = read_clock(found["time"]) if found else None
        except UsageFault:
            continue
        if found and at:
            key = reader.names.key(line.number, found["name"])
            who = Attendance(attendee=key) if key else _outside(found["name"], reader)
            return Movement(line.number, line.text.strip(), at, who, arrives)
    return None


def _outside(markdown: str, reader: Reader) -> Attendance:
    name = unescape(markdown)
    organisations = (row.organisation for row in reader.session.attendance if not row.attendee and not row.name)
    return Attendance(organisation=name) if name in organisations else Attendance(name=reader.names.unregistered(name))


def moved(session: Session, typed: Mapping[str, Sequence[Movement]], reader: Reader) -> Session:
    """Return the session with arrivals and departures that were typed at items and do not follow from the head.

    Args:
        session: as the rest of the text has it.
        typed: what stands at each item, by its id.
        reader: the session as it was printed, and where mistakes go.
    """
    after = Printing(replace(reader.printing.source, session=session), reader.printing.lang)
    changes: list[tuple[Movement | None, Movement | None]] = []
    for item in session.agenda:
        if item.id not in typed:
            continue
        follows = set(printed(item, after))
        known = reader.session.item(item.id)
        stood = set(printed(known, reader.printing)) if known else set()
        gone = [text for text in stood - {one.text for one in typed[item.id]} if text in follows]
        new = [one for one in typed[item.id] if one.text not in follows | stood]
        changes += [(one, _replaced(one, gone, reader)) for one in new]
        changes += [(None, movement(Line(0, text), reader)) for text in gone]
    if not changes:
        return session
    rows: dict[object, Attendance] = {row.identity: row for row in session.attendance}
    for one, old in changes:
        _apply(rows, session, one, old, reader)
    return replace(session, attendance=tuple(rows.values()))


def _replaced(one: Movement, gone: list[str], reader: Reader) -> Movement | None:
    """Return the movement of the same person that a typed one stands in place of, and strike it off."""
    for text in gone:
        old = movement(Line(0, text), reader)
        if old and old.arrives == one.arrives and old.who.identity == one.who.identity:
            gone.remove(text)
            return old
    return None


def _apply(
    rows: dict[object, Attendance], head: Session, new: Movement | None, old: Movement | None, reader: Reader
) -> None:
    """Put one arrival or departure in, in place of another, or take it away."""
    one = new or old
    if one is None:
        return
    who = one.who.identity
    said = {row.identity: row.presence for row in head.attendance}
    before = {row.identity: row.presence for row in reader.session.attendance}
    if who in before and who in said and before[who] != said[who]:
        reader.faults.add(one.line, one.text, say.MOVED_DIFFERENTLY(), say.ALLOWED_MOVEMENT())
    row = rows.get(who, replace(one.who, state="present"))
    rows[who] = replace(row, presence=_spans(row.presence, new, old))


def _spans(spans: tuple[Span, ...], new: Movement | None, old: Movement | None) -> tuple[Span, ...]:
    """Return the stretches of presence with an arrival or departure put in, replaced or taken away."""
    field = "from_" if (new or old).arrives else "until"  # type: ignore[union-attr]
    at = new.at if new else None
    found = list(spans)
    places = [n for n, span in enumerate(found) if old and getattr(span, field) == old.at]
    if any(at and getattr(span, field) == at for span in found):
        return spans
    if places:
        found[places[0]] = replace(found[places[0]], **{field: at})  # type: ignore[arg-type]
    elif field == "until":
        open_ = [n for n, span in enumerate(found) if span.until is None]
        if open_:
            found[open_[-1]] = replace(found[open_[-1]], until=at)
        else:
            found.append(Span(until=at))
    elif found and found[0].from_ is None and (found[-1].until is None or (at and at < found[-1].until)):
        found[0] = replace(found[0], from_=at)
    else:
        found.append(Span(from_=at))
    return tuple(span for span in found if span.from_ or span.until)
