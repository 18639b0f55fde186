"""Who may vote at a session: seats in the group on its day, and who fills them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee
from scm_cli.model.fold import fold
from scm_cli.model.group import Group
from scm_cli.model.register import of_group


@dataclass(frozen=True)
class Seats(Mapping[str, str]):
    """The votes of a group on a day, by the keys of those who may cast them: who holds one, and their deputies.

    Args:
        holders: who holds a vote, and which vote it is.
        deputies: who is somebody's deputy by membership and holds no vote: whose.
        organisations: where organisations vote, their votes by folded name.
    """

    holders: Mapping[str, str]
    deputies: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        return self.holders[self.deputies.get(key, key)]

    def __iter__(self) -> Iterator[str]:
        yield from self.holders
        yield from self.deputies

    def __len__(self) -> int:
        return len(self.holders) + len(self.deputies)


def voting_seats(group_key: str, group: Group | None, register: Mapping[str, Attendee], day: date) -> Seats:
    """Return the votes of a group on a day.

    A vote is the person's own, or the organisation's where the group votes by organisation, so that two
    people of one town share one vote; nobody holds two. A deputy's seat adds no vote: it fills its holder's.
    A session may still name somebody by the key of a merged entry.
    """
    register = of_group(register, group_key)
    sitting = [
        (key, seat)
        for key, person in register.items()
        if not person.merged_into
        for seat in person.memberships
        if seat.group == group_key and seat.holds_on(day)
    ]
    own = {key for key, seat in sitting if seat.vote and not seat.deputy_of}
    deputies: dict[str, str] = {}
    for key, seat in sitting:
        principal = merged_key(seat.deputy_of, register) if seat.deputy_of else ""
        if principal in own and key not in own:
            deputies.setdefault(key, principal)
    voting = [(key, seat) for key, seat in sitting if seat.vote and key not in deputies]
    by_organisation = group is not None and group.vote_by == "organisation"
    organisations: dict[str, str] = {}
    holders: dict[str, str] = {}
    for key, seat in sorted(voting, key=lambda held: bool(held[1].deputy_of)):
        name = seat.organisation or register[key].organisation
        if key not in holders:
            holders[key] = organisations.setdefault(fold(name), name) if name and by_organisation else key
    return Seats(_with_merged(holders, register), _with_merged(deputies, register), organisations)


def _with_merged(found: Mapping[str, str], register: Mapping[str, Attendee]) -> dict[str, str]:
    """Return what was found by key, also under the keys of entries that were merged into those."""
    merged = {key: merged_key(key, register) for key, person in register.items() if person.merged_into}
    return {**found, **{key: found[into] for key, into in merged.items() if into in found}}


def merged_key(key: str, register: Mapping[str, Attendee]) -> str:
    """Return the key under which a merged person goes on; in a circle, which is a fault, any of it."""
    seen: set[str] = set()
    while key in register and key not in seen and (into := register[key].merged_into):
        seen.add(key)
        key = into
    return key


def vote_of(row: Attendance, seats: Mapping[str, str]) -> str | None:
    """Return the vote somebody's presence fills; None for those who are absent or have none."""
    return vote_to_fill(row, seats) if row.state == "present" else None


def vote_to_fill(row: Attendance, seats: Mapping[str, str]) -> str | None:
    """Return the vote somebody fills if they come: their own, that of the person they sit in for, or their town's.

    Who holds a vote fills that one, even when they sit in for somebody else: nobody is there twice. Where
    organisations vote, one that came without a named person, or with one who is not in the register but came
    as member or deputy, fills its vote too.
    """
    if row.capacity in ("guest", "advisory"):
        return None
    if row.attendee and holds_vote(row.attendee, seats):
        return seats[row.attendee]
    if row.represents and row.represents in seats:
        return seats[row.represents]
    if row.attendee and row.attendee in seats:
        return seats[row.attendee]
    sent = row.capacity in ("member", "deputy") or not (row.attendee or row.name)
    known = seats.organisations if isinstance(seats, Seats) else {}
    return known.get(fold(row.organisation)) if sent and row.organisation else None


def holds_vote(key: str, seats: Mapping[str, str]) -> bool:
    """Say whether somebody has a vote themselves, not only as a deputy."""
    return key in (seats.holders if isinstance(seats, Seats) else seats)
