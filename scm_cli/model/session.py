"""One meeting of a group: its head, who came, its agenda and its record."""

from typing import Literal

from scm_cli.model import codes
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.group import Status
from scm_cli.model.kinds import Clock, Count, Day, Line, Link, Natural, Slug
from scm_cli.model.record import Amendment, Approval, Attachment, Reopening, Seal, Signature
from scm_cli.model.table import Table, described

SessionKind = codes.SessionKind
Mode = Literal["in-person", "online", "hybrid", "written"]
HELD: tuple[Status, ...] = ("held", "final", "approved")


@described(frozen=True, kw_only=True)
class Session(Table):
    """One meeting of a group, or a written procedure."""

    number: Natural
    date: Day
    title: Line | None = None
    kind: SessionKind | None = None
    mode: Mode | None = None
    status: Status = "planned"
    start: Clock | None = None
    end: Clock | None = None
    planned_end: Clock | None = None
    place: Line | None = None
    room: Line | None = None
    host: Line | None = None
    link: Link | None = None
    reference: Line | None = None
    display_number: Line | None = None
    invited_on: Day | None = None
    chair: Slug | None = None
    minute_taker: Slug | None = None
    quorum_stated: Literal["present", "lacking"] | None = None
    quorum_present: Count | None = None
    quorum_of: Count | None = None
    breaks: tuple[Span, ...] = ()
    signed: tuple[Signature, ...] = ()
    last_decision: Count = 0
    last_election: Count = 0
    last_task: Count = 0
    last_attachment: Count = 0
    uid: Line | None = None
    sequence: Count = 0
    attendance: tuple[Attendance, ...] = ()
    agenda: tuple[Item, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    seal: Seal | None = None
    reopened: tuple[Reopening, ...] = ()
    approval: Approval | None = None
    amendments: tuple[Amendment, ...] = ()

    @property
    def was_held(self) -> bool:
        """Whether the session has taken place, so that its document is the protocol."""
        return self.status in HELD

    @property
    def shown_number(self) -> str:
        """The number as documents show it."""
        return self.display_number or str(self.number)

    def item(self, item_id: str) -> Item | None:
        """Return the agenda item with this id, or None."""
        return next((item for item in self.agenda if item.id == item_id), None)

    def hides(self, one: Attachment) -> bool:
        """Say whether an attachment is internal, by itself or with its item."""
        item = self.item(one.item) if one.item else None
        return one.internal or (item is not None and item.internal)
