"""Who is in the room, which votes can be cast, whether the quorum rule holds."""

from collections.abc import Iterator
from dataclasses import replace

from scm_cli.locale import live as say
from scm_cli.model.presence import here_now
from scm_cli.model.votes import Ballot, ballot
from scm_cli.notation.live.naming import called
from scm_cli.notation.live.room import Room


def ballot_now(room: Room) -> Ballot:
    """Return whose votes there are at this moment."""
    printing = room.printing
    seats = printing.seats
    session = here_now(room.session, room.at)
    item = session.item(room.current)
    now = replace(item, began=None, ended=None) if item else None
    return ballot(session, now, printing.group, seats)


def attendance_now(room: Room) -> Iterator[str]:
    """Yield lines that say who is there, and where votes are counted how many there are and whether they suffice."""
    names = [called(row, room) for row in here_now(room.session, room.at).attendance]
    yield room.stamped(say.THERE(names="; ".join(names) or say.NOBODY()))
    now = ballot_now(room).turnout
    if now.entitled:
        parts = [say.VOTES(n=len(now.castable), of=len(now.entitled))]
        if now.carried:
            parts.append(say.CARRIED(len(now.carried)))
        if now.quorate is not None:
            parts.append(say.QUORUM[now.quorate]())
        yield "; ".join(parts)
