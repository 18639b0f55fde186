"""What must not stand in the public copy of a session, and what may although it looks so."""

from collections.abc import Iterator

from scm_cli.archive.mentions import named_in
from scm_cli.documents.publicity import Publicity
from scm_cli.model.agenda import Item
from scm_cli.model.attendee import Attendee
from scm_cli.model.leaks import Secret, SecretKind
from scm_cli.model.numbering import tops
from scm_cli.model.outcomes import Party
from scm_cli.model.session import Session
from scm_cli.model.table import Named
from scm_cli.query.rows import Source

_SHORT = 3
"""Lines of notes with fewer words say nothing by themselves."""


def secrets(source: Source) -> list[Secret]:
    """Return what must not stand in a public copy.

    These are the names of everybody in the archive or named at the session who may not be named, everybody's
    addresses, and the titles and wordings of internal items.

    Args:
        source: the session, not redacted, with its group and the register as it is today.
    """
    seen = Publicity(source)
    return list(dict.fromkeys([*_people(seen), *_outside(seen), *_addresses(source), *_internal(seen)]))


def permitted(source: Source) -> list[str]:
    """Return what may stand in a public copy: who may be named, the group, public titles, what it allows."""
    seen, group = Publicity(source), source.group
    found = [name for key, one in source.register.items() if seen.names(key) for name in (one.name, one.printed)]
    sealed = source.session.seal.people if source.session.seal else ()
    found += [one.name for one in sealed if seen.names(one.key)]
    found += [who for who in seen.people if who not in source.register]
    found += [item.public_title for item in source.session.agenda if item.id in seen.internal and item.public_title]
    if group is not None:
        found += [name for name in (group.name, group.genitive, group.organisation) if name]
        found += group.public.allow
    return found


def _people(seen: Publicity) -> Iterator[Secret]:
    sealed = seen.source.session.seal.people if seen.source.session.seal else ()
    for key, person in seen.source.register.items():
        if not seen.names(key) and not person.forgotten:
            yield from _names(person)
    for one in sealed:
        if not seen.names(one.key):
            yield from _called(one.name, one.name)


def _names(person: Attendee) -> Iterator[Secret]:
    yield from _called(person.name, person.name, person.family_name)
    if person.given_name and person.family_name:
        yield Secret(f"{person.given_name} {person.family_name}", "name", person.name)
    for alias in person.aliases:
        yield Secret(alias, "alias", person.name)


def _called(name: str, of: str, family: str | None = None) -> Iterator[Secret]:
    """Yield a full name and the family name, which is the last word where none is given."""
    yield Secret(name, "name", of)
    guessed = family or (name.rpartition(" ")[2] if " " in name else "")
    if guessed:
        yield Secret(guessed, "family-name", of)


def _outside(seen: Publicity) -> Iterator[Secret]:
    """Yield the names of people outside the register; what is known as an organisation is no person."""
    session = seen.source.session
    for name in _written_names(session):
        if not seen.names(name) and not seen.is_organisation(name):
            yield from _called(name, name)
    for name in named_in(session):
        known = name in seen.source.register or seen.names(name) or seen.is_organisation(name)
        if not known:
            yield Secret(name, "name", name)


def _written_names(session: Session) -> Iterator[str]:
    yield from (row.name for row in session.attendance if row.name)
    for item in session.agenda:
        yield from (one.name for election in item.elections for one in election.candidates if " " in one.name)
        histories = [change.assignees for task in item.tasks for change in task.history]
        for parties in (item.presenters, *(task.assignees for task in item.tasks), *histories):
            yield from filter(None, map(_party_name, parties))


def _party_name(party: Party) -> str | None:
    return party.name if isinstance(party, Named) else None


def _addresses(source: Source) -> Iterator[Secret]:
    for person in source.register.values():
        if person.email:
            yield Secret(person.email, "email", person.name)
        if person.phone:
            yield Secret(person.phone, "phone", person.name)
    if source.group is not None:
        yield from (Secret(address, "email", source.group.name) for address in source.group.recipients)


def _internal(seen: Publicity) -> Iterator[Secret]:
    session = seen.source.session
    numbered = tops(session.agenda)
    for item in session.agenda:
        if item.id in seen.internal:
            of = numbered[item.id] or item.title
            yield from (Secret(text, kind, of) for kind, text in _texts(item) if text != item.public_title)
    for one in session.attachments:
        if seen.hides(one):
            file = (one.file or "").rpartition("/")[2]
            yield from (Secret(text, "attachment", str(one.number)) for text in (one.title, file, one.url) if text)
    for addendum in session.amendments:
        if addendum.item in seen.internal:
            of = numbered.get(addendum.item or "", "")
            yield from (Secret(line, "wording", of) for line in _lines(addendum.text))


def _texts(item: Item) -> Iterator[tuple[SecretKind, str]]:
    yield "title", item.title
    for decision in item.decisions:
        if decision.title:
            yield "title", decision.title
        for text in (decision.text, decision.motion, decision.remark):
            yield from (("wording", line) for line in _lines(text))
    for election in item.elections:
        yield from (("wording", line) for text in (election.office, election.remark) for line in _lines(text))
    for task in item.tasks:
        yield from (("wording", line) for line in _lines(task.text))
    yield from (("wording", line) for line in _lines(item.notes))


def _lines(text: str | None) -> Iterator[str]:
    """Yield the lines of a text that say something by themselves; a short text is taken as a whole."""
    lines = [line.strip() for line in (text or "").split("\n") if line.strip()]
    yield from (line for line in lines if len(line.split()) >= _SHORT or len(lines) == 1)
