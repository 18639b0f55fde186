"""A room in which live lines are typed: an invented session of a small group."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from protocols import GROUP, at, person, printing

from scm_cli.locale import Lang
from scm_cli.model.agenda import Item
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.notation.live.doing import carried_out
from scm_cli.notation.live.lines import read_line
from scm_cli.notation.live.room import Done, Room

PEOPLE: Mapping[str, Attendee] = {
    "anna-beispiel": person("Anna Beispiel", "Altdorf", vote=True, title="Dr."),
    "bernd-muster": person("Bernd Muster", "Neudorf", vote=True),
    "clara-kern": person("Clara Kern", "Neudorf", vote=True),
    "frida-oehm": person("Frida Öhm", "Bergau"),
    "jana-beispiel": person("Jana Beispiel"),
}
ITEMS = (
    Item(id="eroeffnung", title="Eröffnung"),
    Item(id="projekte", title="Projekte"),
    Item(id="haltestellen", title="Digitale Haltestellen", level=2),
    Item(id="demenz", title="Demenz", level=2),
    Item(id="kaffee", title="Kaffee", kind="break"),
    Item(id="verschiedenes", title="Verschiedenes"),
)
TEN = at("10:00")


def room(*agenda: Item, now: str = "10:15", lang: Lang = "de", group: Group = GROUP, **values: Any) -> Room:
    """Return the room with the session planned for ten o'clock; without items with the usual ones."""
    people = dict(PEOPLE)
    shown = printing(*(agenda or ITEMS), lang=lang, group=group, people=people, **{"start": TEN, **values})
    return Room(shown, at=at(now) if now else None)


def typed(line: str, here: Room) -> tuple[Done, Room]:
    """Type one line; return what it did, and the room afterwards. A time before the line counts for it alone."""
    read = read_line(line)
    now = replace(here, at=read.at or here.at, exact=read.at is not None)
    done = carried_out(read, now)
    source = replace(here.printing.source, session=done.session)
    return done, replace(here, printing=replace(here.printing, source=source), current=done.current)


def meeting(*lines: str, here: Room | None = None) -> Room:
    """Type lines one after the other, all of which must be understood; return the room afterwards."""
    now = room() if here is None else here
    for line in lines:
        done, now = typed(line, now)
        assert done.fault is None, (line, done.said)
    return now


def times(here: Room) -> dict[str, tuple[time | None, time | None]]:
    """Return when each item began and ended, those that did not left out."""
    return {item.id: (item.began, item.ended) for item in here.session.agenda if item.began or item.ended}
