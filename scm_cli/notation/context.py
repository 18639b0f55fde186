"""What a protocol is printed from: a session with its group, its people and its language."""

from dataclasses import dataclass
from functools import cached_property

from scm_cli.locale import Lang
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.numbering import tops
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.notation.inline import escape, escape_parts
from scm_cli.query.rows import Register, Source, name_of


@dataclass(frozen=True)
class Printing:
    """One protocol to be printed.

    Args:
        source: the session with its group and the register.
        lang: the language of its fixed words.
        following: the group's next session, if one is known.
    """

    source: Source
    lang: Lang
    following: Session | None = None

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

    def person(self, key_or_name: str) -> str:
        """Return a name for running text: a person of the register by their printed name, else as it stands."""
        return escape(name_of(key_or_name, self.register))

    def part(self, key_or_name: str) -> str:
        """Return a name for a list of names, its own separators escaped."""
        name = escape_parts(name_of(key_or_name, self.register))
        return f"{name} #{key_or_name}" if self._prints_alike(key_or_name) else name

    def _prints_alike(self, key: str) -> bool:
        """Say whether another person named in this session is printed with the same name."""
        person = self.register.get(key)
        if person is None:
            return False
        return any(
            other != key and other in self.register and self.register[other].printed == person.printed
            for other in self.named
        )

    @cached_property
    def named(self) -> frozenset[str]:
        """The keys of the register that attendance, chair and minute taker name."""
        rows = self.session.attendance
        keys = [key for row in rows for key in (row.attendee, row.represents, row.votes_for)]
        return frozenset(key for key in (*keys, self.session.chair, self.session.minute_taker) if key)

    def attendee(self, key: str | None) -> Attendee | None:
        """Return a person of the register, or None."""
        return self.register.get(key) if key else None
