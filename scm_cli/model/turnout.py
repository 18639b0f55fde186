"""Who was there for an agenda item, whose votes could be cast, and whether the quorum rule held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from fractions import Fraction

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.group import Group
from scm_cli.model.session import Session
from scm_cli.model.voting import vote_of


@dataclass(frozen=True)
class Turnout:
    """The votes of a group at one moment; a vote is a person's key or, where organisations vote, their name.

    Args:
        entitled: all votes of the group on the session's day.
        present: those whose holder, or somebody sitting in for the holder, was there.
        carried: those of absent holders, carried by somebody who was there.
        quorate: whether the group's quorum rule held; None where it has none.
    """

    entitled: frozenset[str]
    present: frozenset[str]
    carried: frozenset[str]
    quorate: bool | None

    @property
    def castable(self) -> frozenset[str]:
        """The votes that could be cast."""
        return self.present | self.carried


def turnout(session: Session, item: Item | None, group: Group | None, seats: Mapping[str, str]) -> Turnout:
    """Return the votes that were there for an agenda item, or at the session's beginning.

    A carried vote can be cast, but does not count as present: a quorum asks who is there.

    Args:
        session: with its attendance.
        item: the agenda item; None for the beginning of the session.
        group: with its quorum rule; None where its file cannot be read.
        seats: the votes of the group on the session's day, by who holds them (`voting_seats`).
    """
    there = [row for row in session.attendance if row.state == "present" and is_there(row, item, session)]
    voters = [row for row in there if vote_of(row, seats)]
    entitled = frozenset(seats.values())
    present = frozenset(vote for row in voters if (vote := vote_of(row, seats)))
    carried = frozenset(seats[key] for row in there if (key := row.votes_for) and key in seats) - present
    return Turnout(entitled, present, carried, quorate(group.quorum if group else "none", len(present), len(entitled)))


def is_there(row: Attendance, item: Item | None, session: Session) -> bool:
    """Say whether somebody was there while an item was treated, or at the session's beginning.

    Where the item's times are unknown, everybody who was there at all counts: nothing says otherwise.
    """
    if item is None:
        return not row.items and any(_began_there(span, session) for span in row.presence or (Span(),))
    if row.items and item.id not in row.items:
        return False
    if not row.presence or item.began is None or item.ended is None:
        return True
    began, ended = clock(item.began, session), clock(item.ended, session)
    return any(
        (span.from_ is None or clock(span.from_, session) < ended)
        and (span.until is None or clock(span.until, session) > began)
        for span in row.presence
    )


def _began_there(span: Span, session: Session) -> bool:
    if span.from_ is None or session.start is None:
        return span.from_ is None
    return clock(span.from_, session) <= clock(session.start, session)


def clock(moment: time, session: Session) -> tuple[bool, time]:
    """Return a time for comparing: a session whose end is not after its start lasts into the next day."""
    overnight = session.start is not None and session.end is not None and session.end <= session.start
    return overnight and session.start is not None and moment < session.start, moment


def quorate(rule: str | int, present: int, entitled: int) -> bool | None:
    """Say whether a quorum rule holds for so many votes present of so many; None where there is no rule."""
    if rule == "none":
        return None
    if rule == "majority":
        return 2 * present > entitled
    if isinstance(rule, int):
        return present >= rule
    return present >= Fraction(rule) * entitled
