"""Whose votes there are for an agenda item, from the files that say so."""

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.errors import BadData
from scm_cli.model.agenda import Item
from scm_cli.model.group import Group
from scm_cli.model.votes import Ballot, ballot
from scm_cli.model.voting import voting_seats


def ballot_for(archive: Archive, stored: StoredSession, item: Item) -> Ballot:
    """Return whose votes there are for an item of a session; where the group cannot be read, without a quorum."""
    group = _group(archive, stored.ref.group)
    seats = voting_seats(stored.ref.group, group, archive.register, stored.value.date)
    return ballot(stored.value, item, group, seats)


def _group(archive: Archive, key: str) -> Group | None:
    try:
        return archive.group(key).value
    except FileNotFoundError:
        return None
    except BadData as error:
        archive.remember(error)
        return None
