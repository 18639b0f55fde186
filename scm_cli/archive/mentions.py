"""Where a person is named: what stands in the way of removing them."""

from collections.abc import Iterator

from scm_cli.archive.archive import Archive
from scm_cli.model.agenda import Item
from scm_cli.model.session import Session


def mentions(archive: Archive, key: str) -> list[str]:
    """Return the references of sessions and the keys of people that name a person."""
    sessions = [str(stored.ref) for stored in archive.sessions() if key in set(named_in(stored.value))]
    people = [
        other
        for other, person in archive.register.items()
        if person.merged_into == key or any(seat.deputy_of == key for seat in person.memberships)
    ]
    return sessions + people


def named_in(session: Session) -> Iterator[str]:
    """Yield every key of the register, and every name, that a session holds."""
    yield from (key for key in (session.chair, session.minute_taker) if key)
    for row in session.attendance:
        yield from (key for key in (row.attendee, row.represents, row.votes_for) if key)
    for one in session.signed:
        yield one.by
    for item in session.agenda:
        yield from _named_in_item(item)
    if session.seal:
        yield from (person.key for person in session.seal.people)
    if session.approval:
        yield from (one.by for one in session.approval.objections if one.by)


def _named_in_item(item: Item) -> Iterator[str]:
    yield from (party for party in item.presenters if isinstance(party, str))
    for decision in item.decisions:
        by_name = decision.by_name
        yield from (*decision.excluded, *by_name.yes, *by_name.no, *by_name.abstain)
        yield from filter(None, (decision.moved_by,))
    for election in item.elections:
        yield from (*election.excluded, *(one.name for one in election.candidates))
        yield from filter(None, (election.elected,))
    for task in item.tasks:
        parties = (*task.assignees, *(party for change in task.history for party in change.assignees))
        yield from (party for party in parties if isinstance(party, str))
