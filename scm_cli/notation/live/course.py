"""Lines about the course of a session: items, breaks, the end."""

import re
from datetime import time

from scm_cli.dates import show_clock
from scm_cli.errors import NotFound, UsageFault
from scm_cli.locale import language
from scm_cli.locale import live as say
from scm_cli.locale import live_words as words
from scm_cli.model import course
from scm_cli.model.agenda import Item
from scm_cli.model.agenda_changes import Place, add, new_id
from scm_cli.model.fold import contains, fold
from scm_cli.model.numbering import tops
from scm_cli.model.session import Session
from scm_cli.notation.live.lines import Line
from scm_cli.notation.live.naming import needs
from scm_cli.notation.live.room import Done, Room, item_name


def top(line: Line, room: Room) -> Done:
    """Close what is treated and open the next item, the one named, or a new one."""
    session = room.session
    before = session.item(room.current)
    new = re.fullmatch(rf"(?:{'|'.join(words.NEW)})(?:\s+(?P<title>.+))?", line.rest, re.IGNORECASE)
    if new:
        session, item = with_item(session, needs(new["title"] or "", line.rest), room.current)
    elif line.rest:
        item = named(line.rest, session)
    else:
        found = course.following(session, room.current) or course.following(session, "")
        if found is None:
            return room.done(session, say.NO_NEXT())
        item = found
    opened = course.opened(session, item.id, room.current, room.at)
    said = room.stamped(item_name(opened, item, title=True))
    if not course.has_begun(room.session) and room.at and opened.start and room.at != opened.start:
        said = f"{said}; {say.START_STAYS(start=show_clock(opened.start, language()))}"
    return Done(opened, item.id, said).warning(_earlier(None if item == before else before, room.at, session))


def _earlier(before: Item | None, at: time | None, session: Session) -> str:
    """Return a warning where an item would be closed before it began; else an empty text."""
    if before is None or before.began is None or at is None or before.ended:
        return ""
    if course.order(at, session) >= course.order(before.began, session):
        return ""
    lang = language()
    return say.GOES_BACK(at=show_clock(at, lang), before=show_clock(before.began, lang))


def with_item(session: Session, title: str, current: str) -> tuple[Session, Item]:
    """Return the session with an item that was not on the agenda, behind the one being treated, and the item."""
    item = Item(id=new_id(session, title), title=title)
    after = course.parent(session, current) or current
    return add(session, item, Place(after=after) if session.item(after) else Place()), item


def named(typed: str, session: Session) -> Item:
    """Return the item meant by its number, its id or a part of its title.

    Raises:
        NotFound: there is none.
        UsageFault: a title fits several.
    """
    numbers = tops(session.agenda)
    wanted = typed.casefold().rstrip(".:")
    for item in session.agenda:
        if item.id == typed or (numbers[item.id] and numbers[item.id] == wanted):
            return item
    items = [item for item in session.agenda if not item.is_break]
    found = [item for item in items if fold(item.title) == fold(typed)]
    found = found or [item for item in items if len(typed) > 2 and contains(item.title, typed)]
    if len(found) > 1:
        raise UsageFault(say.WHICH_ITEM(item=typed), ", ".join(item_name(session, one, title=True) for one in found))
    if not found:
        raise NotFound(say.NO_ITEM(item=typed), say.NEW_ITEM_REMEDY(item=typed))
    return found[0]


def start(line: Line, room: Room) -> Done:  # noqa: ARG001 — one signature for all verbs
    """Note that the session begins."""
    return room.done(course.started(room.session, room.time()), room.stamped(say.STARTS()))


def pause(line: Line, room: Room) -> Done:  # noqa: ARG001 — see above
    """Note that a break begins."""
    if course.in_break(room.session):
        return room.done(room.session, say.IN_BREAK())
    return room.done(course.paused(room.session, room.time()), room.stamped(say.BREAK()))


def resume(line: Line, room: Room) -> Done:  # noqa: ARG001 — see above
    """Note that a break is over."""
    if not course.in_break(room.session):
        return room.done(room.session, say.NO_BREAK())
    return room.done(course.resumed(room.session, room.time()), room.stamped(say.RESUMED()))


def end(line: Line, room: Room) -> Done:  # noqa: ARG001 — see above
    """Close what is treated and the session with it."""
    before = room.session.item(room.current)
    over = course.over(room.session, room.current, room.at)
    return room.done(over, room.stamped(say.OVER())).warning(_earlier(before, room.at, room.session))
