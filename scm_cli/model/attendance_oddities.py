"""What is odd about who was there: somebody for somebody present, a stated quorum that the attendance contradicts."""

from collections.abc import Callable, Iterator
from typing import Final

from scm_cli.locale import attendance as say
from scm_cli.model.attendance import Attendance
from scm_cli.model.group import Group
from scm_cli.model.session import Session
from scm_cli.model.steps import MENDABLE, stage
from scm_cli.model.turnout import Turnout, meet, turnout
from scm_cli.model.validity import Where
from scm_cli.model.voting import Seats, holds_vote

Called = Callable[[str], str]
"""Gives the name of somebody by their key."""

RECORDED: Final = ("present", "excused", "absent")


def says_anything(session: Session) -> bool:
    """Say whether a session that can still be changed says anything about attendance that could be odd."""
    quorum = (session.quorum_stated, session.quorum_present, session.quorum_of)
    said = any(value is not None for value in quorum)
    return stage(session) in MENDABLE and (said or any(row.represents or row.votes_for for row in session.attendance))


def odd_stand_ins(session: Session, seats: Seats, called: Called) -> Iterator[tuple[Attendance, Where, str]]:
    """Yield who sits in, or carries a vote, for somebody in a way that cannot be: the row, the key, what is odd."""
    there = {row.attendee: row for row in session.attendance if row.attendee and row.state == "present"}
    for n, row in enumerate(session.attendance):
        if row.state != "present":
            continue
        who = called(row.who)
        other = there.get(row.represents or "")
        if row.represents and other and meet(row, other, session):
            yield row, _at(n, "represents"), say.FOR_SOMEBODY_THERE(name=who, other=called(row.represents))
        elif row.represents and row.attendee and holds_vote(row.attendee, seats) and row.represents in seats:
            yield row, _at(n, "represents"), say.FOR_WITH_OWN_VOTE(name=who, other=called(row.represents))
        carried = there.get(row.votes_for or "")
        if row.votes_for and carried and meet(row, carried, session):
            yield row, _at(n, "votes_for"), say.VOTE_OF_SOMEBODY_THERE(name=who, other=called(row.votes_for))
        elif row.votes_for and seats and row.votes_for not in seats:
            yield row, _at(n, "votes_for"), say.VOTE_OF_NOBODY(name=who, other=called(row.votes_for))


def _at(row: int, key: str) -> Where:
    return ("attendance", row, key)


def odd_quorum(session: Session, group: Group, seats: Seats, called: Called) -> Iterator[tuple[Where, str]]:
    """Yield where the quorum as the chair found it is not what follows from who was there at the beginning.

    Nothing can be compared where the register knows no votes, or where nobody's attendance is recorded yet.
    """
    if not seats or not any(row.state in RECORDED for row in session.attendance):
        return
    found = turnout(session, None, group, seats)
    if session.quorum_present is not None and session.quorum_present != len(found.present):
        names = ", ".join(sorted(called(vote) for vote in found.present)) or say.NOBODY()
        stated = say.OTHER_PRESENT(stated=session.quorum_present, present=len(found.present), names=names)
        yield ("quorum_present",), stated
    if session.quorum_of is not None and session.quorum_of != len(found.entitled):
        yield ("quorum_of",), say.OTHER_ENTITLED(stated=session.quorum_of, entitled=len(found.entitled))
    text = _contradicted(session, found)
    if text:
        counts = {"present": len(found.present), "entitled": len(found.entitled)}
        yield ("quorum_stated",), text(**counts, rule=_rule(group))


def _contradicted(session: Session, found: Turnout) -> Callable[..., str] | None:
    if session.quorum_stated == "present" and found.quorate is False:
        return say.STATED_PRESENT
    if session.quorum_stated == "lacking" and found.quorate is True:
        return say.STATED_LACKING
    return None


def _rule(group: Group) -> str:
    return say.RULE_MAJORITY() if group.quorum == "majority" else say.RULE_LEAST(least=group.quorum)
