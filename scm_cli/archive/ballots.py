"""Whose votes there are in a group on a day, and for an agenda item, from the files that say so."""

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.errors import BadData
from scm_cli.model.agenda import Item
from scm_cli.model.group import Group
from scm_cli.model.votes import Ballot, ballot
from scm_cli.model.voting import Seats, voting_seats


def ballot_for(archive: Archive, stored: StoredSession, item: Item) -> Ballot:
    """Return whose votes there are for an item of a session; where the group cannot be read, without a quorum."""
    group, seats = _voting(archive, stored)
    return ballot(stored.value, item, group, seats)


def seats_for(archive: Archive, stored: StoredSession) -> Seats:
    """Return the votes of a group on a session's day."""
    return _voting(archive, stored)[1]


def _voting(archive: Archive, stored: StoredSession) -> tuple[Group | None, Seats]:
    group = _group(archive, stored.ref.group)
    return group, voting_seats(stored.ref.group, group, archive.register, stored.value.date)


def _group(archive: Archive, key: str) -> Group | None:
    try:
        return archive.group(key).value
    except FileNotFoundError:
        return None
    except BadData as error:
        archive.remember(error)
        return None
