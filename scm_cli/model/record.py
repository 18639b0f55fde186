"""The record of a session after it: signatures, seal, approval, addenda."""

from dataclasses import dataclass

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
from scm_cli.model.table import Table


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Signature(Table):
    """Who signed the protocol, as what and when."""

    inline = True

    by: Line
    role: Line | None = None
    on: Day | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SealedItem(Table):
    """The digest of one agenda item's content."""

    id: Slug
    digest: Digest

    @property
    def identity(self) -> str:
        """The item's id."""
        return self.id


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Seal(Table):
    """What makes an accidental change of a final protocol visible."""

    version: Natural
    at: Moment
    head: Digest
    protocol: Digest
    items: tuple[SealedItem, ...] = ()
    people: tuple[SealedPerson, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Reopening(Table):
    """When and why a final protocol was opened again."""

    on: Day
    reason: Line | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Objection(Table):
    """An objection to a circulated protocol."""

    on: Day | None = None
    by: Line | None = None
    text: Wording


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Approval(Table):
    """How the protocol was circulated and approved."""

    circulated_on: Day | None = None
    until: Day | None = None
    method: ApprovalMethod | None = None
    on: Day | None = None
    session: SessionRefText | None = None
    objections: tuple[Objection, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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
