"""Changes of the register: pure functions from a person to a person."""

from dataclasses import replace

from scm_cli.model.attendee import Attendee, Membership


def renamed(person: Attendee, name: str) -> Attendee:
    """Return the person with another name; the old one becomes an alias, split names no longer fit and go."""
    if name == person.name:
        return person
    aliases = tuple(alias for alias in (*person.aliases, person.name) if alias != name)
    return replace(person, name=name, aliases=aliases, family_name=None, given_name=None)


def with_seat(person: Attendee, seat: Membership) -> Attendee:
    """Return the person with a seat: in place of the one they hold in that group, else added."""
    seats = list(person.memberships)
    for place, held in enumerate(seats):
        if held.group == seat.group and held.until is None:
            seats[place] = seat
            return replace(person, memberships=tuple(seats))
    return replace(person, memberships=(*seats, seat))
