"""A group: a working group, committee or council, and how it works."""

from dataclasses import field
from typing import Literal

from scm_cli.model import codes
from scm_cli.model.kinds import Clock, Count, Day, Email, Line, Minutes, Quorum, Region, Rrule, Zone
from scm_cli.model.table import Table, described

Language = Literal["de", "en"]
VoteBy = Literal["person", "organisation"]
ApprovalMethod = Literal["vote", "objections", "deadline"]
Status = codes.Status
ItemKind = codes.ItemKind
Role = codes.Role
PublicRole = Literal["chair", "minute-taker", "presenter", "member", "deputy", "advisory", "guest"]


@described(frozen=True, kw_only=True)
class Words(Table):
    """The words this group chose for some terms."""

    inline = True

    chair: Line | None = None
    minute_taker: Line | None = None
    host: Line | None = None
    internal: Line | None = None


@described(frozen=True, kw_only=True)
class Public(Table):
    """Who may be named in public documents, and which words never count as a leak."""

    inline = True

    roles: tuple[PublicRole, ...] = ()
    allow: tuple[Line, ...] = ()


@described(frozen=True, kw_only=True)
class Rule(Table):
    """A rule of the group's own for what a protocol must contain."""

    field: Line
    status: tuple[Status, ...] = ()
    level: Literal["error", "warning"] = "error"
    message: Line | None = None


@described(frozen=True, kw_only=True)
class Standing(Table):
    """An agenda item of every session."""

    title: Line
    place: Literal["first", "last"] = "last"
    kind: ItemKind | None = None
    purpose: Literal["approval", "tasks", "other"] = "other"


@described(frozen=True, kw_only=True)
class Group(Table):
    """A working group, committee or council."""

    name: Line
    organisation: Line | None = None
    short: Line | None = None
    language: Language = "de"
    timezone: Zone = "Europe/Berlin"
    region: Region | None = None
    place: Line | None = None
    rhythm: Rrule | None = None
    rhythm_since: Day | None = None
    start: Clock | None = None
    duration: Minutes | None = None
    notice_days: Count | None = None
    vote_by: VoteBy = "person"
    quorum: Quorum = "none"
    approval: ApprovalMethod = "objections"
    words: Words = field(default_factory=Words)
    genitive: Line | None = None
    recipients: tuple[Email, ...] = ()
    public: Public = field(default_factory=Public)
    rules: tuple[Rule, ...] = ()
    standing: tuple[Standing, ...] = ()


def label(key: str, group: Group) -> str:
    """Return what a group is called in lists across groups: `short`, else its key."""
    return group.short or key
