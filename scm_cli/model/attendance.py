"""What somebody did at one session."""

from typing import Literal

from scm_cli.model import codes
from scm_cli.model.kinds import Clock, Line, Slug
from scm_cli.model.table import Table, described

AttendanceState = codes.AttendanceState
Capacity = codes.Capacity
Via = Literal["in-person", "online", "phone"]


@described(frozen=True, kw_only=True)
class Span(Table):
    """A stretch of time on the session's day; an absent end is the session's own."""

    inline = True

    from_: Clock | None = None
    until: Clock | None = None


@described(frozen=True, kw_only=True)
class Attendance(Table):
    """One person, or one organisation without a named person, at one session."""

    attendee: Slug | None = None
    name: Line | None = None
    organisation: Line | None = None
    state: AttendanceState | None = None
    capacity: Capacity | None = None
    via: Via | None = None
    presence: tuple[Span, ...] = ()
    represents: Slug | None = None
    votes_for: Slug | None = None
    items: tuple[Slug, ...] = ()

    @property
    def identity(self) -> tuple[str | None, str | None, str | None]:
        """The attendee's key, or name and organisation."""
        return (self.attendee, None, None) if self.attendee else (None, self.name, self.organisation)

    @property
    def who(self) -> str:
        """The attendee's key, else the name, else the organisation: unique within a session."""
        return self.attendee or self.name or self.organisation or ""
