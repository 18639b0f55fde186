"""Who may be named in public documents, and which parts of a session are not for them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Membership
from scm_cli.model.fold import fold
from scm_cli.model.record import Attachment
from scm_cli.model.table import Named
from scm_cli.model.voting import merged_key
from scm_cli.query.rows import Source, row_organisation


@dataclass(frozen=True)
class Publicity:
    """What of a session the public may see.

    Args:
        source: the session with its group and the register as it is today.
    """

    source: Source

    def names(self, who: str) -> bool:
        """Say whether somebody may be named, by key or by name; two entries of one person are one."""
        return merged_key(who, self.source.register) in self.people or fold(who) in self._printed

    @cached_property
    def people(self) -> frozenset[str]:
        """The keys, and the names of those outside the register, who have a role that the group's file allows."""
        allowed = frozenset(self.source.group.public.roles if self.source.group else ())
        return frozenset(who for who, roles in self._roles.items() if roles & allowed)

    @cached_property
    def _printed(self) -> frozenset[str]:
        register = self.source.register
        known = [register[key] for key in self.people if key in register]
        return frozenset(fold(name) for person in known for name in (person.name, person.printed))

    @cached_property
    def _roles(self) -> dict[str, set[str]]:
        """The roles everybody has at the session or in its group, by key or name."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for who, role in self._given():
            found[merged_key(who, self.source.register)].add(role)
        return dict(found)

    def _given(self) -> Iterator[tuple[str, str]]:
        """Yield who has which role: at the session, with an item, or by their seat in the group on its day."""
        session = self.source.session
        for key, role in ((session.chair, "chair"), (session.minute_taker, "minute-taker")):
            if key:
                yield key, role
        yield from ((who, "presenter") for who in self._presenters())
        for row in session.attendance:
            who = row.attendee or row.name
            if who and row.capacity and not self.only_inside(row):
                yield who, row.capacity
        for key, person in self.source.register.items():
            if seat := person.membership(self.source.ref.group, session.date):
                yield key, _role(seat)

    def _presenters(self) -> Iterator[str]:
        for item in self.source.session.agenda:
            if item.id not in self.internal:
                names = (party.name if isinstance(party, Named) else party for party in item.presenters)
                yield from filter(None, names)

    @cached_property
    def internal(self) -> frozenset[str]:
        """The ids of the items that are internal, and of the sub-items below them."""
        found, parent = set(), False
        for item in self.source.session.agenda:
            if item.level == 1:
                parent = item.internal
            if item.internal or parent:
                found.add(item.id)
        return frozenset(found)

    def only_inside(self, row: Attendance) -> bool:
        """Say whether somebody came for internal items only."""
        return bool(row.items) and set(row.items) <= self.internal

    def hides(self, one: Attachment) -> bool:
        """Say whether an attachment is internal, by itself or with its item."""
        return one.internal or one.item in self.internal

    @cached_property
    def organisations(self) -> frozenset[str]:
        """The folded names of all that is known to be an organisation and no person."""
        source = self.source
        known = [source.session.host, source.group.organisation if source.group else None]
        known += [row_organisation(row, source) for row in source.session.attendance]
        for person in source.register.values():
            known += [person.organisation, *(seat.organisation for seat in person.memberships)]
        return frozenset(fold(name) for name in known if name)

    def is_organisation(self, name: str) -> bool:
        """Say whether a name is known to be that of an organisation."""
        return fold(name) in self.organisations


def _role(seat: Membership) -> str:
    return seat.role or ("deputy" if seat.deputy_of else "member")
