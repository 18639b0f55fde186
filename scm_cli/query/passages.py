"""Everything of a session that can be searched, as short texts that know where they stand."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from scm_cli.query.rows import Register, Source, name_of, row_name

if TYPE_CHECKING:
    from scm_cli.model.agenda import Item
    from scm_cli.model.outcomes import Decision, Election, Party, Task
    from scm_cli.model.refs import SessionRef


class Passage(NamedTuple):
    """One text of a session and its place.

    Args:
        session: where it stands.
        item: the id of its agenda item; None where it belongs to the session as a whole.
        top: the item's number as shown, such as `3.2`; empty without an item and for pauses.
        field: what it is: `title`, `notes`, `decision`, `task`, `name`, `attachment` and so on.
        ref: what to type to see it: `g/7`, `g/7#id`, `g/B7-1`, `g/W7-1` or `g/A7-1`.
        text: as it was written.
        internal: whether it is not for the public.
    """

    session: "SessionRef"
    item: str | None
    top: str
    field: str
    ref: str
    text: str
    internal: bool = False


class Place(NamedTuple):
    """Where passages stand: what they have in common."""

    session: "SessionRef"
    item: str | None
    top: str
    ref: str
    internal: bool = False

    def outcome(self, letter: str, number: int) -> "Place":
        """Return the place of a decision, an election or a task."""
        session, item, top, _, internal = self
        return Place(session, item, top, session.outcome(letter, number), internal)


class Part(NamedTuple):
    """The texts of one place in reading order, each once, with its field."""

    place: Place
    texts: list[tuple[str, str]]


def passages(source: Source) -> list[Passage]:
    """Return what can be searched in a session: its head first, then item by item; every text of a place once."""
    return each(parts(source))


def each(some: Iterable[Part]) -> list[Passage]:
    """Return the passages of some parts, one by one."""
    return [
        Passage(place.session, place.item, place.top, field, place.ref, text, place.internal)
        for place, texts in some
        for field, text in texts
    ]


def parts(source: Source) -> list[Part]:
    """Return the same as `passages`, place by place: ten thousand sessions are indexed in half the time that way."""
    ref = source.ref
    head = Place(ref, None, "", str(ref))
    found = [_part(head, [*_head(source), *_people(source)])]
    places = {
        item.id: Place(ref, item.id, source.tops[item.id], ref.item(item.id), item.internal)
        for item in source.session.agenda
    }
    for item in source.session.agenda:
        found += _of_item(item, places[item.id], source.register)
    found += _attached(source, places, head)
    return [part for part in found if part.texts]


def _part(place: Place, texts: Iterable[tuple[str, str | None]]) -> Part:
    there = [(field, text) for field, text in texts if text]
    return Part(place, list(dict.fromkeys(there)) if len(there) > 1 else there)


def _head(source: Source) -> Iterator[tuple[str, str | None]]:
    session = source.session
    for field in ("title", "place", "room", "host", "reference", "display_number"):
        yield field, getattr(session, field)
    for objection in session.approval.objections if session.approval else ():
        yield "objection", objection.text


def _people(source: Source) -> list[tuple[str, str | None]]:
    session = source.session
    keys = dict.fromkeys([session.chair, session.minute_taker, *[row.attendee for row in session.attendance]])
    named = [name for key in keys if key for name in _names(key, source.register)]
    named += [row_name(row, source.register) for row in session.attendance if not row.attendee]
    organisations: dict[str | None, None] = dict.fromkeys(source.came_for)
    return [*[("name", name) for name in dict.fromkeys(named)], *[("organisation", name) for name in organisations]]


def _names(key: str, register: Register) -> tuple[str, ...]:
    """Return how somebody is called, and was before."""
    person = register.get(key)
    return (person.printed, *person.aliases) if person else (key,)


def _parties(parties: "Iterable[Party]", register: Register) -> Iterator[tuple[str, str | None]]:
    for party in parties:
        if isinstance(party, str):
            yield from (("name", name) for name in _names(party, register))
        else:
            yield from (("name", party.name), ("organisation", party.organisation))


def _of_item(item: "Item", place: Place, register: Register) -> Iterator[Part]:
    presenters = _parties(item.presenters, register)
    yield _part(place, (("title", item.title), ("public_title", item.public_title), *presenters, ("notes", item.notes)))
    for decision in item.decisions:
        yield _part(place.outcome("B", decision.number), _decision(decision, register))
    for election in item.elections:
        yield _part(place.outcome("W", election.number), _election(election, register))
    for task in item.tasks:
        yield _part(place.outcome("A", task.number), _task(task, register))


def _decision(decision: "Decision", register: Register) -> Iterator[tuple[str, str | None]]:
    yield "decision", decision.title
    yield "decision", decision.text
    yield "motion", decision.motion
    yield "name", decision.moved_by and name_of(decision.moved_by, register)
    yield "remark", decision.remark


def _election(election: "Election", register: Register) -> Iterator[tuple[str, str | None]]:
    yield "election", election.office
    stood = [candidate.name for candidate in election.candidates] + [election.elected]
    yield from (("name", name_of(name, register)) for name in stood if name)
    yield "remark", election.remark


def _task(task: "Task", register: Register) -> Iterator[tuple[str, str | None]]:
    yield "task", task.text
    yield from _parties((*task.assignees, *task.present.assignees), register)
    yield from (("note", entry.note) for entry in task.history)


def _attached(source: Source, places: Mapping[str, Place], head: Place) -> Iterator[Part]:
    """Yield what was attached and amended later, where it belongs to."""
    found: dict[Place, list[tuple[str, str | None]]] = {}
    for one in source.session.attachments:
        place = places.get(one.item or "", head)
        inside = place._replace(internal=place.internal or one.internal)
        found.setdefault(inside, []).extend((("attachment", one.title), ("attachment", one.file or one.url)))
    for amendment in source.session.amendments:
        found.setdefault(places.get(amendment.item or "", head), []).append(("amendment", amendment.text))
    return (_part(place, texts) for place, texts in found.items())
