"""A new session: its number and what it takes from its group."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from scm_cli.archive.archive import Archive
from scm_cli.archive.typed import apply
from scm_cli.commands.numbers import whole_number
from scm_cli.dates import read_day
from scm_cli.errors import Conflict
from scm_cli.locale import errors as wrong
from scm_cli.model.group import Group
from scm_cli.model.kinds import LARGEST
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.planning.session import draft, ending


def next_number(archive: Archive, group: str, typed: str) -> SessionRef:
    """Return the reference of a new session: the number typed, else one above the highest.

    Raises:
        UsageFault: the number is none.
        Conflict: it is taken.
    """
    taken = [ref.number for ref in archive.session_refs(group)]
    free = max(taken, default=0) + 1
    if not typed:
        return SessionRef(group, free)
    ref = SessionRef(group, whole_number(typed, "--number", high=LARGEST))
    if ref.number in taken:
        raise Conflict(wrong.NUMBER_TAKEN(ref=ref), wrong.NUMBER_TAKEN_REMEDY(number=free))
    return ref


def new_session(number: int, typed_date: str, group: Group, typed: Mapping[str, Any], today: date) -> Session:
    """Return a planned session; place, start and planned end are the group's usual ones where not typed."""
    made = draft(number, read_day(typed_date, today, past=False), group, str(uuid4()))
    return ending(apply(made, typed, today), group)


_WHEN_AND_WHERE = ("date", "start", "planned_end", "place", "room", "link")


def rescheduled(before: Session, after: Session) -> Session:
    """Return the changed session; its sequence rises where time or place changed (RFC 5545, 3.8.7.4)."""
    moved = any(getattr(before, name) != getattr(after, name) for name in _WHEN_AND_WHERE)
    return replace(after, sequence=before.sequence + 1) if moved else after
