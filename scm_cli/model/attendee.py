"""A person in the register."""

from datetime import date

from scm_cli.model.group import Role
from scm_cli.model.kinds import Day, Email, Flag, Line, Slug
from scm_cli.model.table import Table, described


@described(frozen=True, kw_only=True)
class Membership(Table):
    """A person's seat in a group, for a time."""

    group: Slug
    role: Role | None = None
    organisation: Line | None = None
    vote: Flag = False
    deputy_of: Slug | None = None
    since: Day | None = None
    until: Day | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether the person sits there on this day, both ends included."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@described(frozen=True, kw_only=True)
class Attendee(Table):
    """A person in the register."""

    name: Line
    family_name: Line | None = None
    given_name: Line | None = None
    title: Line | None = None
    salutation: Line | None = None
    organisation: Line | None = None
    role: Line | None = None
    email: Email | None = None
    phone: Line | None = None
    aliases: tuple[Line, ...] = ()
    merged_into: Slug | None = None
    forgotten: Day | None = None
    memberships: tuple[Membership, ...] = ()

    @property
    def printed(self) -> str:
        """The name as documents show it: after the title."""
        return f"{self.title} {self.name}" if self.title else self.name

    @property
    def called(self) -> tuple[str, ...]:
        """Everything by which the person can be found, besides the key."""
        return tuple(filter(None, (self.name, self.printed, self.email, *self.aliases)))

    @property
    def sorting(self) -> str:
        """The name by which lists sort: family name first; guessed from the name where none is given."""
        given, _, family = self.name.rpartition(" ")
        return f"{self.family_name or family} {self.given_name or given}"

    def membership(self, group: str, day: date) -> Membership | None:
        """Return the person's seat in a group on a day, or None; a voting seat goes before others."""
        found = None
        for seat in self.memberships:
            if seat.group == group and (found is None or seat.vote > found.vote) and seat.holds_on(day):
                found = seat
        return found

    def organisation_in(self, group: str, day: date) -> str | None:
        """Return for whom the person sits in a group on a day: the seat's organisation, else their own."""
        seat = self.membership(group, day)
        return (seat.organisation if seat else None) or self.organisation
