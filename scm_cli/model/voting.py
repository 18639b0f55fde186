"""Who may vote at a session: seats in the group on its day, and who fills them."""

from collections.abc import Mapping
from datetime import date

from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group


def voting_seats(group_key: str, group: Group | None, register: Mapping[str, Attendee], day: date) -> dict[str, str]:
    """Return the votes of a group on a day: who holds one, and which vote it is.

    A vote is the person's own, or the organisation's where the group votes by organisation, so that two
    people of one town share one vote. A session may still name somebody by the key of a merged entry.
    """
    seats: dict[str, str] = {}
    for key, person in register.items():
        if person.merged_into:
            continue
        seat = person.membership(group_key, day)
        if seat and seat.vote:
            organisation = seat.organisation or person.organisation
            by_organisation = group is not None and group.vote_by == "organisation" and organisation
            seats[key] = organisation if by_organisation and organisation else key
    for key, person in register.items():
        if person.merged_into and (into := merged_key(key, register)) in seats:
            seats[key] = seats[into]
    return seats


def merged_key(key: str, register: Mapping[str, Attendee]) -> str:
    """Return the key under which a merged person goes on; in a circle, which is a fault, any of it."""
    seen: set[str] = set()
    while key in register and key not in seen and (into := register[key].merged_into):
        seen.add(key)
        key = into
    return key


def vote_of(row: Attendance, seats: Mapping[str, str]) -> str | None:
    """Return the vote somebody present casts: their own seat's, or that of the person they sit in for."""
    if row.capacity in ("guest", "advisory") or row.state != "present":
        return None
    if row.represents and row.represents in seats:
        return seats[row.represents]
    return seats.get(row.attendee) if row.attendee else None
