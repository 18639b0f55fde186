"""The record of a session after it: signatures, seal, approval, addenda."""

from scm_cli.model.group import ApprovalMethod
from scm_cli.model.kinds import (
    Day,
    Digest,
    Flag,
    Line,
    Link,
    Moment,
    Natural,
    RelativeFile,
    SessionRefText,
    Slug,
    Wording,
)
from scm_cli.model.table import Table, described


@described(frozen=True, kw_only=True)
class Signature(Table):
    """Who signed the protocol, as what and when."""

    inline = True

    by: Line
    role: Line | None = None
    on: Day | None = None

    def is_as(self, office: str, holder: str | None) -> bool:
        """Say whether somebody signed in an office: as they said, else because it was theirs.

        Args:
            office: `chair` or `minute_taker`.
            holder: the key of who held it, or None.
        """
        role = (self.role or "").replace("-", "_")
        return role == office or (not role and holder is not None and self.by == holder)


@described(frozen=True, kw_only=True)
class SealedItem(Table):
    """The digest of one agenda item's content."""

    id: Slug
    digest: Digest

    @property
    def identity(self) -> str:
        """The item's id."""
        return self.id


@described(frozen=True, kw_only=True)
class SealedPerson(Table):
    """A person as the sealed protocol names them."""

    key: Slug
    name: Line
    organisation: Line | None = None
    vote: Flag = False

    @property
    def identity(self) -> str:
        """The person's key."""
        return self.key


@described(frozen=True, kw_only=True)
class Seal(Table):
    """What makes an accidental change of a final protocol visible."""

    version: Natural
    at: Moment
    head: Digest
    protocol: Digest
    items: tuple[SealedItem, ...] = ()
    people: tuple[SealedPerson, ...] = ()


@described(frozen=True, kw_only=True)
class Reopening(Table):
    """When and why a final protocol was opened again."""

    on: Day
    reason: Line | None = None


@described(frozen=True, kw_only=True)
class Objection(Table):
    """An objection to a circulated protocol."""

    on: Day | None = None
    by: Line | None = None
    text: Wording


@described(frozen=True, kw_only=True)
class Approval(Table):
    """How the protocol was circulated and approved."""

    circulated_on: Day | None = None
    until: Day | None = None
    method: ApprovalMethod | None = None
    on: Day | None = None
    session: SessionRefText | None = None
    objections: tuple[Objection, ...] = ()


@described(frozen=True, kw_only=True)
class Amendment(Table):
    """A numbered addendum to an approved protocol."""

    number: Natural
    on: Day
    item: Slug | None = None
    text: Wording

    @property
    def identity(self) -> int:
        """The number, unique in the session."""
        return self.number


@described(frozen=True, kw_only=True)
class Attachment(Table):
    """A file in the archive, or a link, that belongs to the protocol."""

    number: Natural
    title: Line | None = None
    file: RelativeFile | None = None
    url: Link | None = None
    item: Slug | None = None
    internal: Flag = False

    @property
    def identity(self) -> int:
        """The number, unique in the session."""
        return self.number
