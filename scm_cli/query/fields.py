"""Which fields every noun has, which of them a list shows by default, and how it is sorted."""

from collections.abc import Mapping
from typing import Final, NamedTuple, get_args

from scm_cli.errors import UsageFault
from scm_cli.locale import usage as say
from scm_cli.model.codes import (
    FORCES,
    AttendanceState,
    Capacity,
    ItemKind,
    ItemState,
    Role,
    SessionKind,
    Status,
    TaskState,
)


class Noun(NamedTuple):
    """What can be listed of one noun.

    Args:
        fields: all field names, in the order machine formats give them.
        columns: the fields shown by default.
        order: the fields a list is sorted by; newest first where that is a date.
        kinds: what `--kind` may be.
        states: what `--state` may be.
    """

    fields: tuple[str, ...]
    columns: tuple[str, ...]
    order: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


SESSION: Final = Noun(
    fields=(
        "ref", "group", "number", "date", "start", "end", "status", "kind", "mode", "title", "place", "room", "host",
        "chair", "minute_taker", "agenda", "present", "decisions", "tasks",
    ),
    columns=("ref", "date", "status", "place", "agenda"),
    order=("date", "group", "number"),
    kinds=get_args(SessionKind),
    states=get_args(Status),
)  # fmt: skip
ITEM: Final = Noun(
    fields=(
        "ref", "session", "date", "id", "top", "level", "title", "kind", "state", "presenters", "presented_by",
        "minutes_planned", "starts", "began", "ended", "internal", "public_title", "purpose", "about", "from", "notes",
        "decisions", "tasks",
    ),
    columns=("ref", "date", "top", "title", "state", "presenters"),
    order=("date", "session"),
    kinds=get_args(ItemKind),
    states=get_args(ItemState),
)  # fmt: skip
ATTENDANCE: Final = Noun(
    fields=(
        "session", "date", "attendee", "name", "organisation", "state", "capacity", "via", "presence", "represents",
        "votes_for", "items", "vote",
    ),
    columns=("session", "date", "name", "organisation", "state", "capacity"),
    order=("date", "session"),
    kinds=get_args(Capacity),
    states=get_args(AttendanceState),
)  # fmt: skip
TURNOUT: Final = Noun(
    fields=(
        "ref", "session", "date", "at", "id", "top", "title", "began", "ended", "entitled", "present", "carried",
        "quorate", "there", "by_proxy", "missing",
    ),
    columns=("ref", "at", "title", "began", "present", "carried", "entitled", "quorate", "missing"),
    order=("date", "session"),
    kinds=get_args(ItemKind),
    states=get_args(ItemState),
)  # fmt: skip
ORGANISATION: Final = Noun(
    fields=("session", "date", "organisation", "named", "present", "votes", "votes_present", "there", "missing"),
    columns=("session", "organisation", "named", "present", "votes", "votes_present", "there"),
    order=("date", "session", "organisation"),
)
ATTENDEE: Final = Noun(
    fields=(
        "key", "name", "title", "family_name", "given_name", "organisation", "role", "email", "phone", "aliases",
        "groups", "state", "merged_into",
    ),
    columns=("key", "name", "organisation", "role", "email"),
    order=("name",),
    kinds=get_args(Role),
    states=("active", "merged", "forgotten"),
)  # fmt: skip
EXPORTED_PEOPLE: Final = (
    *(name for name in ATTENDEE.fields if name != "groups"),
    "group", "seat", "seat_for", "vote", "deputy_of", "since", "until",
)  # fmt: skip
"""What a table of people says of them: a row for each membership, so that it can be taken in again."""

GROUP: Final = Noun(
    fields=("key", "name", "short", "organisation", "place", "language", "sessions", "last"),
    columns=("key", "name", "organisation", "sessions"),
    order=("key",),
)
DECISION: Final = Noun(
    fields=(
        "ref", "session", "date", "number", "item", "top", "item_title", "subject", "title", "text", "motion",
        "moved_by", "method", "votes", "yes", "no", "abstain", "invalid", "unanimous", "yes_by", "no_by", "abstain_by",
        "majority", "excluded", "result", "state", "replaces", "replaced_by", "remark", "internal",
    ),
    columns=("ref", "date", "top", "subject", "result", "votes", "state"),
    order=("date", "session"),
    states=FORCES,
)  # fmt: skip
ELECTION: Final = Noun(
    fields=(
        "ref", "session", "date", "number", "item", "top", "item_title", "office", "candidates", "invalid", "excluded",
        "elected", "accepted", "state", "remark", "internal",
    ),
    columns=("ref", "date", "top", "office", "candidates", "elected", "accepted"),
    order=("date", "session"),
    states=("open", "elected"),
)  # fmt: skip
TASK: Final = Noun(
    fields=(
        "ref", "session", "date", "number", "item", "top", "title", "text", "assignees", "due", "not_before", "state",
        "overdue", "hidden", "internal",
    ),
    columns=("ref", "due", "state", "assignees", "text", "top", "title"),
    order=("due", "date", "session"),
    states=get_args(TaskState),
)  # fmt: skip
ATTACHMENT: Final = Noun(
    fields=(
        "session", "date", "number", "title", "item", "top", "source", "file", "url", "exists", "internal",
    ),
    columns=("session", "number", "title", "top", "source"),
    order=("date", "session"),
    kinds=("file", "link"),
)  # fmt: skip
HIT: Final = Noun(
    fields=(
        "ref", "kind", "session", "date", "item", "top", "title", "found_in", "snippet", "ranges", "score", "internal",
    ),
    columns=("ref", "date", "top", "title", "snippet", "internal"),
    order=("score", "date", "session"),
    kinds=("session", "item", "decision", "election", "task"),
)  # fmt: skip
NOUNS: Final[Mapping[str, Noun]] = {
    "session": SESSION,
    "agenda": ITEM,
    "attendance": ATTENDANCE,
    "turnout": TURNOUT,
    "organisation": ORGANISATION,
    "attendee": ATTENDEE,
    "group": GROUP,
    "decision": DECISION,
    "election": ELECTION,
    "task": TASK,
    "attachment": ATTACHMENT,
    "search": HIT,
}


def chosen(noun: Noun, typed: str) -> tuple[str, ...]:
    """Return the fields named in `a,b`; raises `UsageFault` with the known ones where one is unknown."""
    names = tuple(part.strip() for part in typed.split(",") if part.strip())
    unknown = [name for name in names if name not in noun.fields]
    if unknown or not names:
        known = ", ".join(noun.fields)
        raise UsageFault(say.UNKNOWN_FIELD(name=", ".join(unknown) or typed), say.KNOWN(values=known))
    return names
