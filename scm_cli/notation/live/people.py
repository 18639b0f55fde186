"""Lines about people: who comes, sits in for somebody, leaves, sent apologies."""

import re
from dataclasses import replace
from typing import Final

from scm_cli.dates import show_clock
from scm_cli.errors import NotFound, UsageFault
from scm_cli.locale import language
from scm_cli.locale import live as say
from scm_cli.locale import live_words as words
from scm_cli.locale import protocol as word
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendance_changes import note
from scm_cli.model.course import has_begun
from scm_cli.model.presence import arrived, came_after, is_here, left
from scm_cli.model.session import Session
from scm_cli.model.voting import holds_vote
from scm_cli.notation.live.lines import Line
from scm_cli.notation.live.naming import called, needs, outsider, registered, row, rows
from scm_cli.notation.live.room import Done, Room

_FOR: Final = "|".join(words.FOR)
_SITS_IN: Final = rf"(?P<who>.+?)\s+(?:(?P<vote>{'|'.join(words.CARRIES)})\s+)?(?:{_FOR})\s+(?P<whom>.+)"


def here(line: Line, room: Room) -> Done:
    """Note people as present, from now on if the session has begun; or somebody in place of another."""
    rest, values = _via(needs(line.rest, line.word))
    try:
        return _present(rows(rest, room), room, **values)
    except NotFound:
        found = re.fullmatch(_SITS_IN, rest, re.IGNORECASE)
        if found is None:
            raise
    who, whom = row(found["who"], room), registered(found["whom"], room)
    if found["vote"]:
        return _present([who], room, votes_for=whom, **values)
    return _present([who], room, represents=whom, **values).warning(_own_vote(who, room))


def _via(rest: str) -> tuple[str, dict[str, str]]:
    """Return names without how they take part, and that: `Kern online`."""
    for via, text in word.VIA.items():
        for form in text.both():
            if found := re.fullmatch(rf"(.+?),?\s+\(?{re.escape(form)}\)?", rest, re.IGNORECASE):
                return found[1], {"via": via}
    return rest, {}


def guest(line: Line, room: Room) -> Done:
    """Note a guest as present."""
    who = outsider(needs(line.rest, line.word), room)
    known = _known(who, room.session)
    if is_here(known, room.at, room.session) and known.capacity != "guest":
        return _present([who], room)
    done = _present([who], room, capacity="guest")
    if done.session == room.session:
        return done
    return replace(done, said=room.stamped(say.GUESTS(names=_names([who], done.session, room))))


def _present(found: list[Attendance], room: Room, **values: str) -> Done:
    """Return the session with people present, and with what else is noted of them."""
    session = room.session
    late = room.exact or has_begun(session)
    since = room.at if late else None
    sits_in = "represents" in values

    def change(before: Attendance) -> Attendance:
        after = arrived(before, since, room.session, exact=room.exact and not values.keys() - {"via"})
        capacity = after.capacity or ("deputy" if sits_in else None)
        return replace(after, **{"capacity": capacity, **values})  # type: ignore[arg-type] # fields of a row

    for one in found:
        session = note(session, one, change)
    names = _names(found, session, room)
    if session == room.session:
        return room.done(session, say.ALREADY_PRESENT(names=names))
    said = say.PRESENT(names=names)
    times = [span.from_ for one in found for span in _known(one, session).presence]
    return room.done(session, room.stamped(said) if since and since in times else said)


def away(line: Line, room: Room) -> Done:
    """Note that people leave."""
    found = rows(needs(line.rest, line.word), room)
    at, session = room.time(), room.session
    for one in found:
        if came := came_after(_known(one, session), at, session):
            lang = language()
            name, clocks = called(one, room), (show_clock(came, lang), show_clock(at, lang))
            raise UsageFault(say.LEAVES_BEFORE(name=name, came=clocks[0], at=clocks[1]))
        session = note(session, one, lambda before: left(before, at, exact=room.exact))
    names = _names(found, session, room)
    if session == room.session:
        return room.done(session, say.ALREADY_LEFT(names=names))
    return room.done(session, room.stamped(say.LEFT(names=names)))


def excused(line: Line, room: Room) -> Done:
    """Note that people sent apologies."""
    found = rows(needs(line.rest, line.word), room)
    session = room.session
    for one in found:
        session = note(session, one, lambda before: replace(before, state="excused", presence=()))
    return room.done(session, say.EXCUSED(names=_names(found, session, room)))


def _known(one: Attendance, session: Session) -> Attendance:
    return next((other for other in session.attendance if other.identity == one.identity), one)


def _names(found: list[Attendance], session: Session, room: Room) -> str:
    """Return names for a message, with whom they sit in for."""
    return "; ".join(_name(_known(one, session), room) for one in found)


def _name(one: Attendance, room: Room) -> str:
    register = room.printing.register
    details = [
        text(name=register[key].printed if key in register else key)
        for text, key in ((word.REPRESENTS, one.represents), (word.VOTES_FOR, one.votes_for))
        if key
    ]
    return f"{called(one, room)} ({', '.join(details)})" if details else called(one, room)


def _own_vote(who: Attendance, room: Room) -> str:
    """Return a warning where somebody who sits in for another has a vote of their own; else an empty text."""
    printing = room.printing
    seats = printing.seats
    return say.OWN_VOTE(name=called(who, room)) if who.attendee and holds_vote(who.attendee, seats) else ""
