"""What a protocol is printed from: a session with its group, its people and its language."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from scm_cli.locale import Lang
from scm_cli.model.attendance import Attendance
from scm_cli.model.group import Group
from scm_cli.model.numbering import tops
from scm_cli.model.outcomes import Party
from scm_cli.model.refs import SessionRef
from scm_cli.model.sealed_register import sealed_register
from scm_cli.model.session import Session
from scm_cli.model.table import Named
from scm_cli.model.voting import Seats, voting_seats
from scm_cli.notation.inline import escape_parts
from scm_cli.query.rows import Register, Source, name_of, party_name


@dataclass(frozen=True)
class Printing:
    """One document of a session to be printed; people of a sealed session are called as they were then.

    Args:
        source: the session with its group and the register.
        lang: the language of its fixed words.
        following: the group's next session, if one is known.
        public: whether it is the copy for the public, made from redacted data.
    """

    source: Source
    lang: Lang
    following: Session | None = None
    public: bool = False

    def __post_init__(self) -> None:
        """Let the sealed names go before today's."""
        if self.session.seal is not None:
            known = sealed_register(self.session.seal, self.ref.group, self.source.register)
            object.__setattr__(self, "source", replace(self.source, register=known))

    @property
    def session(self) -> Session:
        """The session itself."""
        return self.source.session

    @property
    def ref(self) -> SessionRef:
        """Its full reference."""
        return self.source.ref

    @property
    def group(self) -> Group | None:
        """Its group; None where the group's file cannot be read."""
        return self.source.group

    @property
    def register(self) -> Register:
        """The people of the archive by key."""
        return self.source.register

    @cached_property
    def tops(self) -> dict[str, str]:
        """The TOP of each item by its id."""
        return dict(tops(self.session.agenda))

    @cached_property
    def seats(self) -> Seats:
        """The votes of the group on the session's day."""
        return voting_seats(self.ref.group, self.group, self.register, self.session.date)

    @property
    def votes(self) -> int:
        """How many votes the group has that day; 0 where the register knows none."""
        return len(set(self.seats.values()))

    def part(self, key_or_name: str) -> str:
        """Return a name for a list of names: its own separators escaped, with `#key` where two print alike."""
        name = written(name_of(key_or_name, self.register))
        return f"{name} #{key_or_name}" if self._prints_alike(key_or_name) else name

    def party(self, party: Party) -> str:
        """Return the name of a party for a list of names."""
        return written(party_name(party, self.register)) if isinstance(party, Named) else self.part(party)

    def row(self, row: Attendance) -> str:
        """Return the name of a person in an attendance row for a list of names."""
        return self.part(row.attendee) if row.attendee else written(row.name or "")

    def _prints_alike(self, key: str) -> bool:
        """Say whether somebody else named in this session is printed with the same name."""
        return key in self.register and len(self._bearers[self.register[key].printed] | {key}) > 1

    @cached_property
    def _bearers(self) -> Mapping[str, set[str | None]]:
        """Who is printed with a name: keys of the register, None for somebody outside it who was there."""
        bearers: defaultdict[str, set[str | None]] = defaultdict(set)
        for key in named(self.session):
            if key in self.register:
                bearers[self.register[key].printed].add(key)
        for row in self.session.attendance:
            if row.name and not row.attendee:
                bearers[row.name].add(None)
        return bearers


def written(name: str) -> str:
    """Return a name for a list of names; an end like that of `NAME #key` is escaped."""
    return re.sub(r" #(?=[a-z0-9-]+$)", r" \\#", escape_parts(name))


def named(session: Session) -> Iterator[str]:
    """Yield whom a protocol names: keys of the register, and names that are none."""
    yield from filter(None, (session.chair, session.minute_taker))
    for row in session.attendance:
        yield from filter(None, (row.attendee, row.represents, row.votes_for))
    for item in session.agenda:
        for decision in item.decisions:
            yield from filter(None, (*decision.excluded, decision.moved_by))
        for election in item.elections:
            yield from (*election.excluded, *(one.name for one in election.candidates))
            yield from filter(None, (election.elected,))
        for task in item.tasks:
            yield from (party for party in task.assignees if not isinstance(party, Named))
