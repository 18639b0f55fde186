"""Flat rows of every noun, made from the model; a filter or a column never asks for more than a row holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from scm_cli.model.attendance import Attendance
    from scm_cli.model.attendee import Attendee
    from scm_cli.model.group import Group
    from scm_cli.model.outcomes import Party
    from scm_cli.model.refs import SessionRef
    from scm_cli.model.session import Session

Register = Mapping[str, "Attendee"]


class Facts(NamedTuple):
    """What the session filters look at; a row carries the facts of every session it belongs to.

    Args:
        texts: gives all texts that can be searched; they are made where a filter is about them.
    """

    group: tuple[str, ...]
    date: date
    status: str
    places: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    attended: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    texts: Callable[[], str] = str

    @property
    def text(self) -> str:
        """All texts that can be searched."""
        return self.texts()

    def about(self, titles: tuple[str, ...], text: str) -> "Facts":
        """Return the facts of something in the session, with titles and a text of its own."""
        shared = (self.group, self.date, self.status, self.places, self.named, self.attended, self.organisations)
        return Facts(*shared, titles, partial(str, text))


class Row(NamedTuple):
    """One line of a list.

    Args:
        values: what can be shown, by field name; plain values, lists of texts, None for absent.
        sessions: the facts of the sessions it belongs to.
        kind: what `--kind` compares with.
        state: what `--state` compares with.
        internal: whether the row is internal.
        own: the row's own group, people, organisations and text, where these are not the session's.
    """

    values: Mapping[str, Any]
    sessions: tuple[Facts, ...]
    kind: tuple[str, ...] = ()
    state: str = ""
    internal: bool = False
    own: "Own | None" = None


class Packed(Mapping[str, Any]):
    """The values of a row in a quarter of the memory of a dict, for lists that hold all rows at once.

    Args:
        places: the place of each field, for all rows the same object.
        values: what the row says, by place.
    """

    __slots__ = ("_places", "_values")

    def __init__(self, places: Mapping[str, int], values: tuple[Any, ...]) -> None:
        self._places = places
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return self._values[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Own(NamedTuple):
    """What a person or group itself says to filters that would otherwise ask its sessions."""

    groups: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, eq=False, repr=False)  # made anew for each class at every start, these two take time
class Source:
    """A session with all that is needed to make rows of it."""

    ref: "SessionRef"
    session: "Session"
    group: "Group | None"
    register: Register

    @cached_property
    def facts(self) -> Facts:
        """What the session filters look at; made once for all rows of the session."""
        return _facts(self)

    @cached_property
    def tops(self) -> Mapping[str, str]:
        """The TOP of each agenda item by its id; made once for all rows of the session."""
        from scm_cli.model.numbering import tops

        return tops(self.session.agenda)

    @cached_property
    def came_for(self) -> list[str | None]:
        """For whom the people in the attendance came, row by row."""
        return [row_organisation(row, self) for row in self.session.attendance]

    @cached_property
    def parties(self) -> "tuple[list[tuple[str, ...]], list[tuple[str, ...]]]":
        """Who is named and who was present, each with everything they can be found by."""
        return _parties(self)


def name_of(key: str, register: Register) -> str:
    """Return the printed name of a person; the bare key where the register has none."""
    person = register.get(key)
    return person.printed if person else key


def plain_name(key: str, register: Register) -> str:
    """Return the name of a person without title, for messages; the bare key where the register has none."""
    person = register.get(key)
    return person.name if person else key


def party_name(party: "Party", register: Register) -> str:
    """Return how somebody is called: by the register, or by the name or organisation given."""
    return name_of(party, register) if isinstance(party, str) else party.name or party.organisation or ""


def row_name(row: "Attendance", register: Register) -> str:
    """Return the name in an attendance row; empty where it names an organisation only."""
    return name_of(row.attendee, register) if row.attendee else (row.name or "")


def row_organisation(row: "Attendance", source: Source) -> str | None:
    """Return for whom somebody came: as written, else as the register says."""
    if row.organisation or not row.attendee:
        return row.organisation
    person = source.register.get(row.attendee)
    return None if person is None else person.organisation_in(source.ref.group, source.session.date)


def names_of(key: str, register: Register) -> tuple[str, ...]:
    """Return everything a person can be found by."""
    person = register.get(key)
    if person is None:
        return (key,)
    return (key, *person.called)


def facts(source: Source) -> Facts:
    """Return what the session filters look at."""
    return source.facts


def _parties(source: Source) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    session, register = source.session, source.register
    rows = [
        (row, names_of(row.attendee, register) if row.attendee else (row.name or "",)) for row in session.attendance
    ]
    officers = [names_of(key, register) for key in (session.chair, session.minute_taker) if key]
    presenters = [_party_names(party, register) for item in session.agenda for party in item.presenters]
    named = [*(names for _, names in rows), *officers, *presenters]
    return named, [names for row, names in rows if row.state == "present"]


def _facts(source: Source) -> Facts:
    session, group = source.session, source.group
    named, attended = source.parties
    again = Source(source.ref, session, group, source.register)  # the same one and its facts would hold each other
    return Facts(
        group=group_names(source.ref.group, group),
        date=session.date,
        status=session.status,
        places=tuple(text for text in (session.place, session.room) if text),
        named=tuple(filter(None, chain.from_iterable(named))),
        attended=tuple(filter(None, chain.from_iterable(attended))),
        organisations=tuple(filter(None, (*source.came_for, session.host))),
        titles=tuple(filter(None, (session.title, *(item.title for item in session.agenda)))),
        texts=partial(_text, again),
    )


def _text(source: Source) -> str:
    from scm_cli.query.passages import parts
    from scm_cli.query.search.page import Page

    return Page(parts(source)).text


def group_names(key: str, group: "Group | None") -> tuple[str, ...]:
    """Return everything a group can be found by; its key where it cannot be read."""
    return tuple(text for text in (key, group and group.name, group and group.short) if text)


def _party_names(party: "Party", register: Register) -> tuple[str, ...]:
    return names_of(party, register) if isinstance(party, str) else (party_name(party, register),)


def session_row(source: Source) -> Row:
    """Return the row of a session."""
    session, register = source.session, source.register
    present = [row for row in session.attendance if row.state == "present"]
    values = {
        "ref": str(source.ref),
        "group": source.ref.group,
        "number": session.number,
        "date": session.date,
        "start": session.start,
        "end": session.end,
        "status": session.status,
        "kind": session.kind,
        "mode": session.mode,
        "title": session.title,
        "place": session.place,
        "room": session.room,
        "host": session.host,
        "chair": name_of(session.chair, register) if session.chair else None,
        "minute_taker": name_of(session.minute_taker, register) if session.minute_taker else None,
        "agenda": [item.title for item in session.agenda if item.level == 1 and not item.is_break],
        "present": len(present),
        "decisions": sum(len(item.decisions) for item in session.agenda),
        "tasks": sum(len(item.tasks) for item in session.agenda),
    }
    internal = any(item.internal for item in session.agenda)
    kind = (session.kind or "ordinary",)
    return Row(values, (facts(source),), kind=kind, state=session.status, internal=internal)


def attendee_row(key: str, person: "Attendee", sessions: tuple[Facts, ...]) -> Row:
    """Return the row of a person with the facts of the sessions that name them."""
    seats = person.memberships
    values = {
        "key": key,
        "name": person.name,
        "title": person.title,
        "family_name": person.family_name,
        "given_name": person.given_name,
        "organisation": person.organisation,
        "role": person.role,
        "email": person.email,
        "phone": person.phone,
        "aliases": list(person.aliases),
        "groups": [seat.group for seat in seats],
        "state": _person_state(person),
        "merged_into": person.merged_into,
    }
    own = Own(
        groups=tuple(seat.group for seat in seats),
        named=names_of(key, {key: person}),
        organisations=tuple(filter(None, (person.organisation, *(seat.organisation for seat in seats)))),
        text="\n".join(filter(None, (*names_of(key, {key: person}), person.organisation, person.role))),
    )
    kinds = tuple(seat.role for seat in seats if seat.role)
    return Row(values, sessions, kind=kinds, state=_person_state(person), own=own)


def _person_state(person: "Attendee") -> str:
    return "forgotten" if person.forgotten else "merged" if person.merged_into else "active"


def group_row(key: str, group: "Group", sessions: tuple[Facts, ...]) -> Row:
    """Return the row of a group with the facts of its sessions."""
    values = {
        "key": key,
        "name": group.name,
        "short": group.short,
        "organisation": group.organisation,
        "place": group.place,
        "language": group.language,
        "sessions": len(sessions),
        "last": max((one.date for one in sessions), default=None),
    }
    names = group_names(key, group)
    own = Own(groups=names, organisations=tuple(filter(None, (group.organisation,))), text="\n".join(names))
    return Row(values, sessions, own=own)
