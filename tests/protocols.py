"""Sessions to print, made by hand: one invented group, a few invented people, nothing read from files."""

from datetime import date, time
from typing import Any

from scm_cli.locale import Lang
from scm_cli.model.agenda import Item
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.group import Group
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.query.rows import Source

GROUP = Group(name="AG Muster", genitive="der AG Muster")
DAY = date(2024, 9, 10)


def at(text: str) -> time:
    """Return a time of day."""
    return time.fromisoformat(text)


def person(name: str, organisation: str | None = None, *, vote: bool = False, **values: Any) -> Attendee:
    """Return somebody with a seat in the group `muster`."""
    seat = Membership(group="muster", vote=vote)
    return Attendee(name=name, organisation=organisation, memberships=(seat,), **values)


PEOPLE = {
    "anna": person("Anna Beispiel", "Altdorf", title="Dr."),
    "bernd": person("Bernd Muster", "Neudorf"),
    "clara": person("Clara Kern"),
}


def printing(
    *agenda: Item,
    lang: Lang = "de",
    group: Group | None = GROUP,
    people: dict[str, Attendee] | None = None,
    following: Session | None = None,
    **values: Any,
) -> Printing:
    """Return the seventh session of the group, ready to be printed; `values` are keys of its head."""
    session = Session(**{"number": 7, "date": DAY, "agenda": agenda, **values})
    source = Source(SessionRef("muster", 7), session, group, PEOPLE if people is None else people)
    return Printing(source, lang, following)
