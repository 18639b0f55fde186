"""Who is expected at a session, by whether they may vote: those it names, and before it the group's members."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from scm_cli.model.attendance import Attendance, Capacity
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.fold import fold
from scm_cli.model.register import of_group
from scm_cli.model.session import Session
from scm_cli.model.voting import Seats, merged_key, vote_to_fill

AWAY: Final = frozenset(["declined", "excused", "absent"])
_CAPACITIES: Final[Mapping[str, Capacity]] = {"guest": "guest", "advisory": "advisory"}


@dataclass(frozen=True)
class Expected:
    """The people of a list to sign, each part by family name.

    Args:
        voters: those who would cast a vote.
        others: those who would not, without the guests.
        guests: the guests.
        away: those who do not come, or did not.
    """

    voters: tuple[Attendance, ...]
    others: tuple[Attendance, ...]
    guests: tuple[Attendance, ...]
    away: tuple[Attendance, ...]


def expected(session: Session, group: str, register: Mapping[str, Attendee], seats: Seats) -> Expected:
    """Return who is expected at a session.

    Until it was held, and where nobody noted who came, the group's members of that day belong to it too; a deputy
    by membership only where the person they stand in for is away and nobody else sits in.

    Args:
        session: with its attendance.
        group: the key of its group.
        register: the people of the archive.
        seats: the votes of the group on that day.
    """
    rows = list(session.attendance)
    if not (session.was_held and rows):
        rows += _members(session, group, register)
    rows.sort(key=lambda row: _sorting(row, register))
    coming = [row for row in rows if row.state not in AWAY]
    guests = [row for row in coming if row.capacity == "guest"]
    voters = [row for row in coming if vote_to_fill(row, seats) and not _stands_aside(row, coming, seats)]
    others = [row for row in coming if row not in voters and row not in guests]
    away = [row for row in rows if row.state in AWAY]
    return Expected(tuple(voters), tuple(others), tuple(guests), tuple(away))


def _members(session: Session, group: str, register: Mapping[str, Attendee]) -> Iterator[Attendance]:
    """Yield a row for every member of the group on the session's day whom its attendance does not name."""
    named = {merged_key(row.attendee, register) for row in session.attendance if row.attendee}
    represented = {merged_key(row.represents, register) for row in session.attendance if row.represents}
    away = {merged_key(row.attendee, register) for row in session.attendance if row.attendee and row.state in AWAY}
    for key, person in of_group(register, group).items():
        seat = person.membership(group, session.date)
        if seat is None or key in named or person.merged_into or person.forgotten:
            continue
        if seat.role != "deputy" and not seat.deputy_of:
            yield Attendance(attendee=key, capacity=_CAPACITIES.get(seat.role or ""))
        elif principal := _to_fill(seat, away - represented, register):
            represented.add(principal)
            yield Attendance(attendee=key, capacity="deputy", represents=principal)


def _to_fill(seat: Membership, empty: Iterable[str], register: Mapping[str, Attendee]) -> str | None:
    principal = merged_key(seat.deputy_of, register) if seat.deputy_of else ""
    return principal if principal in empty else None


def _stands_aside(row: Attendance, coming: Iterable[Attendance], seats: Seats) -> bool:
    """Say whether somebody is a deputy by membership, and the person they stand in for comes."""
    principal = None if row.represents else seats.deputies.get(row.attendee or "")
    return principal is not None and any(one.attendee == principal for one in coming)


def _sorting(row: Attendance, register: Mapping[str, Attendee]) -> str:
    person = register.get(row.attendee or "") or Attendee(name=row.name or row.organisation or row.who)
    return fold(person.sorting if row.attendee or row.name else person.name)
