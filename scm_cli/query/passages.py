"""Everything of a session that can be searched, as short texts that know where they stand."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scm_cli.model.agenda import Item
from scm_cli.model.numbering import tops
from scm_cli.model.outcomes import Decision, Election, Party, Task
from scm_cli.model.record import Attachment
from scm_cli.model.refs import SessionRef
from scm_cli.model.table import Named
from scm_cli.query.rows import Register, Source, name_of, row_name, row_organisation


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

    session: SessionRef
    item: str | None
    top: str
    field: str
    ref: str
    text: str
    internal: bool = False


def passages(source: Source) -> list[Passage]:
    """Return what can be searched in a session: its head first, then item by item; every text of a place once."""
    head = Passage(source.ref, None, "", "title", str(source.ref), "")
    found = list(_placed(head, _head(source)))
    found += _people(source, head)
    numbered = tops(source.session.agenda)
    places = {
        item.id: Passage(source.ref, item.id, numbered[item.id], "title", source.ref.item(item.id), "", item.internal)
        for item in source.session.agenda
    }
    for item in source.session.agenda:
        found += _of_item(item, places[item.id], source)
    for one in source.session.attachments:
        found += _of_attachment(one, places.get(one.item or "", head))
    for amendment in source.session.amendments:
        found.append(places.get(amendment.item or "", head)._replace(field="amendment", text=amendment.text))
    return list(dict.fromkeys(found))


def _placed(place: Passage, texts: Iterable[tuple[str, str | None]]) -> Iterator[Passage]:
    """Yield the texts that are there, each with its field, at a place."""
    return (place._replace(field=field, text=text) for field, text in texts if text)


def _head(source: Source) -> Iterator[tuple[str, str | None]]:
    session = source.session
    for field in ("title", "place", "room", "host", "reference", "display_number"):
        yield field, getattr(session, field)
    for objection in session.approval.objections if session.approval else ():
        yield "objection", objection.text


def _people(source: Source, head: Passage) -> Iterator[Passage]:
    session = source.session
    keys = [key for key in (session.chair, session.minute_taker, *(row.attendee for row in session.attendance)) if key]
    named = [name for key in keys for name in _names(key, source.register)]
    named += [row_name(row, source.register) for row in session.attendance if not row.attendee]
    came_for = [row_organisation(row, source) for row in session.attendance]
    yield from _placed(head, (("name", name) for name in dict.fromkeys(named)))
    yield from _placed(head, (("organisation", name) for name in dict.fromkeys(came_for)))


def _names(key: str, register: Register) -> tuple[str, ...]:
    """Return how somebody is called, and was before."""
    person = register.get(key)
    return (name_of(key, register), *(person.aliases if person else ()))


def _parties(parties: Iterable[Party], register: Register) -> Iterator[tuple[str, str | None]]:
    for party in parties:
        if isinstance(party, Named):
            yield from (("name", party.name), ("organisation", party.organisation))
        else:
            yield from (("name", name) for name in _names(party, register))


def _of_item(item: Item, place: Passage, source: Source) -> Iterator[Passage]:
    yield from _placed(place, (("title", item.title), ("public_title", item.public_title)))
    yield from _placed(place, _parties(item.presenters, source.register))
    yield from _placed(place, [("notes", item.notes)])
    for decision in item.decisions:
        yield from _placed(_outcome(place, "B", decision.number), _decision(decision, source.register))
    for election in item.elections:
        yield from _placed(_outcome(place, "W", election.number), _election(election, source.register))
    for task in item.tasks:
        yield from _placed(_outcome(place, "A", task.number), _task(task, source.register))


def _outcome(place: Passage, letter: str, number: int) -> Passage:
    return place._replace(ref=place.session.outcome(letter, number))


def _decision(decision: Decision, register: Register) -> Iterator[tuple[str, str | None]]:
    yield "decision", decision.title
    yield "decision", decision.text
    yield "motion", decision.motion
    yield "name", decision.moved_by and name_of(decision.moved_by, register)
    yield "remark", decision.remark


def _election(election: Election, register: Register) -> Iterator[tuple[str, str | None]]:
    yield "election", election.office
    stood = [candidate.name for candidate in election.candidates] + [election.elected]
    yield from (("name", name_of(name, register)) for name in stood if name)
    yield "remark", election.remark


def _task(task: Task, register: Register) -> Iterator[tuple[str, str | None]]:
    yield "task", task.text
    yield from _parties((*task.assignees, *task.present.assignees), register)
    yield from (("note", entry.note) for entry in task.history)


def _of_attachment(one: Attachment, place: Passage) -> Iterator[Passage]:
    internal = place.internal or one.internal
    texts = (("attachment", text) for text in (one.title, one.file or one.url))
    return _placed(place._replace(internal=internal), texts)
