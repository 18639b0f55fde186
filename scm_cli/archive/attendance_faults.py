"""What is odd about the attendance of sessions whose protocol can still be mended, with the commands that mend it."""

import shlex
from collections.abc import Iterator, Mapping
from functools import partial

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.placed import placed
from scm_cli.errors import Problem
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendance_oddities import odd_quorum, odd_stand_ins, says_anything
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.voting import voting_seats
from scm_cli.query.rows import plain_name


def attendance_faults(
    archive: Archive,
    stored: StoredSession,
    group: Group | None,
    register: Mapping[str, Attendee],
) -> Iterator[tuple[Problem, str]]:
    """Yield what is odd about who was there, and about the quorum as it was stated, each with its command.

    A protocol keeps what was printed once it is final, and what cannot be read decides nothing: a session whose
    group cannot be read is passed over, and all are where people cannot; the broken files are told on their own.

    Args:
        archive: where the session lies.
        stored: the session.
        group: its group; None where it cannot be read.
        register: the people, all of them readable.
    """
    session = stored.value
    if group is None or not says_anything(session):
        return
    seats = voting_seats(stored.ref.group, group, register, session.date)
    called = partial(plain_name, register=register)
    for row, where, found in odd_stand_ins(session, seats, called):
        yield placed(archive, stored, where, found), _clearing(stored, row, str(where[-1]))
    for where, found in odd_quorum(session, group, seats, called):
        option = f"--{str(where[0]).replace('_', '-')}"
        yield placed(archive, stored, where, found), f"scm session edit {stored.ref} {option} …"


def _clearing(stored: StoredSession, row: Attendance, field: str) -> str:
    unregistered = [] if row.attendee else ["--unregistered"]
    return shlex.join(["scm", "attendance", "set", str(stored.ref), row.who, *unregistered, "--clear", field])
