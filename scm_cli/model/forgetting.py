"""Taking a person out of an archive: what stays in their place has no name (Art. 17 GDPR)."""

from dataclasses import replace
from datetime import date

from scm_cli.locale import Lang
from scm_cli.locale import privacy as word
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.person_places import with_key
from scm_cli.model.session import Session

NEUTRAL_KEY = "forgotten"
"""The key of whoever stands in a forgotten person's place; a number follows where it is taken."""


def stub(lang: Lang, day: date, into: str | None = None) -> Attendee:
    """Return the entry of somebody who was forgotten: a neutral name and the day, and nothing else."""
    return Attendee(name=word.NEUTRAL.to(lang), forgotten=day, merged_into=into)


def seats_left(person: Attendee, day: date) -> tuple[Membership, ...]:
    """Return a person's seats so that votes of the past still count: they end on the day at the latest.

    The organisation stays with the seat, because a group may vote by organisation.
    """
    return tuple(
        Membership(
            group=seat.group,
            role=seat.role,
            organisation=seat.organisation or person.organisation,
            vote=seat.vote,
            deputy_of=seat.deputy_of,
            since=seat.since,
            until=min(seat.until or day, day),
        )
        for seat in person.memberships
        if seat.since is None or seat.since <= day
    )


def seats_waiting(person: Attendee, key: str, day: date) -> tuple[Membership, ...]:
    """Return the seats that are left, as those of the person's deputy, who adds no vote while the person has one.

    Once the person's entry points to the deputy's, both are one, and the vote is the deputy's.
    """
    return tuple(replace(seat, deputy_of=seat.deputy_of or key) for seat in seats_left(person, day))


def without_person(session: Session, keys: frozenset[str], new: str) -> Session:
    """Return a session that names somebody neutral in place of a person.

    Args:
        session: the session; it is not sealed.
        keys: those of the person's entries.
        new: the key of who stands in their place; two rows of one person become one.
    """
    changed = with_key(session, keys, new)
    rows = [row for n, row in enumerate(changed.attendance) if not _again(changed, n)]
    return replace(changed, attendance=tuple(rows))


def _again(session: Session, n: int) -> bool:
    row = session.attendance[n]
    return bool(row.attendee) and any(one.attendee == row.attendee for one in session.attendance[:n])
